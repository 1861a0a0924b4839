import ArgumentParser

/// `etapp-bench`: how fast the library is, on instances that anyone can make again.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "etapp-bench",
    abstract: "Measures Etapp: one JSON line for each case on standard output, a table on standard error.",
    subcommands: [
      All.self, CountryFiles.self, CoveringFile.self, Example.self, Forecast.self, National.self, Phased.self,
      Projects.self, RandomPlans.self, Schedules.self,
    ])
}
