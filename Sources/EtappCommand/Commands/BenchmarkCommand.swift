import ArgumentParser
import Etapp
import EtappModel

/// `etapp benchmark`
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Public instances: how good, how surely, how fast; one JSON line for each.",
    subcommands: [
      AccessBenchmarkCommand.self, ReachBenchmarkCommand.self, FrontierBenchmarkCommand.self,
      CapacitatedBenchmarkCommand.self, ProjectBenchmarkCommand.self,
    ])
}

/// `etapp benchmark rcpsp`
struct ProjectBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rcpsp", abstract: "Project scheduling with shared resources: files of PSPLIB (.sm, .sch).",
    discussion: """
      Without a time limit an instance is searched and proved for a fixed amount of work. --schedules counts every
      schedule that is generated, each pass forwards or backwards, as the literature does. Files with time lags (.sch) are
      solved by proof alone.

        etapp benchmark rcpsp j3010_5.sm j301_1.sm --time-limit 10
        etapp benchmark rcpsp j1201_1.sm --schedules 5000
      """)

  @Argument(help: ArgumentHelp("Instances.", valueName: "FILE"), completion: .file(extensions: ["sm", "sch"]))
  var files: [String]

  @Option(help: ArgumentHelp("Schedules to generate for each instance.", valueName: "N"))
  var schedules: Int?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if let schedules, schedules < 1 { throw ValidationError("--schedules is at least 1.") }
  }

  func run() throws {
    try BenchmarkRun(running: running, printing: printing).each(files) { file, options in
      let answer = try ProjectBenchmark.run(ProjectBenchmark.read(file), schedules: schedules, file: file, options)
      return (answer.line, answer.proof)
    }
  }
}
