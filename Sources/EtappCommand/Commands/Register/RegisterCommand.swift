import ArgumentParser

/// `etapp register`
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "The register: letters in, the public list, finding again, release.",
    discussion: """
      Keeps what came in, went out and was drawn up, with the day, the number, whom it is from or to and what it is about.
      An entry is never changed; a correction stands beside it. Letters are read for what they promise, and a promise binds
      once somebody has confirmed it.

        etapp register add . letters/*.eml
        etapp register list . --public
        etapp register search . lokal hyra
      """,
    subcommands: [
      RegisterAddCommand.self, RegisterListCommand.self, RegisterShowCommand.self, RegisterSearchCommand.self,
      RegisterConfirmCommand.self, RegisterCorrectCommand.self, RegisterReleaseCommand.self,
      RegisterArchiveCommand.self, RegisterRetentionCommand.self,
    ])
}
