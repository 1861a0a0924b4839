import ArgumentParser

/// `etapp-bench`: how fast the library is, on instances that anyone can make again.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "etapp-bench", abstract: "Measures Etapp: one JSON line for each case, a table on standard error.",
    subcommands: [National.self])
}
