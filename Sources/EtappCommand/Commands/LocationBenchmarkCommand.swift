import ArgumentParser
import Etapp
import EtappModel

/// What problems of siting are asked with.
struct LocationInstances: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Instances.", valueName: "FILE"), completion: .file(extensions: ["txt", "tsp", "dat"]))
  var files: [String]

  @Option(help: ArgumentHelp("Sites to open; else what the file says.", valueName: "N"))
  var open: Int?

  func validate() throws {
    if let open, open < 1 { throw ValidationError("--open is at least 1.") }
  }

  /// Reads and solves one instance after the other, a line for each.
  func run(_ problem: LocationBenchmark.Problem, _ running: RunningOptions, _ printing: OutputOptions) throws {
    try BenchmarkRun(running: running, printing: printing).each(files) { file, options in
      let answer = try LocationBenchmark.run(file: file, problem, open: open, options)
      return (answer.line, answer.proof)
    }
  }
}

/// `etapp benchmark access`
struct AccessBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "The p-median: OR-Library's pmed files, TSPLIB's places (distance rounded down).",
    discussion: """
        etapp benchmark access pmed1.txt pmed2.txt
        etapp benchmark access rl1304.tsp --open 20 --time-limit 60
      """)

  @OptionGroup var instances: LocationInstances
  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws { try instances.run(.access, running, printing) }
}

/// `etapp benchmark reach`
struct ReachBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reach", abstract: "Maximal covering within a radius: GRID files of the covering generator.",
    discussion: "  etapp benchmark reach GRID_MCLP_n100_m10000_d1_100_f1_1_s1.dat --open 10 --within 5.5")

  @OptionGroup var instances: LocationInstances

  @Option(help: ArgumentHelp("The radius.", valueName: "R"))
  var within: Double

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    guard within >= 0, within.isFinite else { throw ValidationError("--within is 0 or more.") }
  }

  func run() throws { try instances.run(.reach(within: within), running, printing) }
}

/// `etapp benchmark frontier`
struct FrontierBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract: "The p-median against the smallest distance between two open sites: every point there is, each proved.",
    discussion: "  etapp benchmark frontier pmed1.txt pmed5.txt --time-limit 60")

  @OptionGroup var instances: LocationInstances
  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func run() throws {
    try BenchmarkRun(running: running, printing: printing).each(instances.files) { file, options in
      let answer = try FrontierBenchmark.run(
        LocationBenchmark.read(file), open: instances.open, file: file, options)
      return (answer.line, answer.proof)
    }
  }
}
