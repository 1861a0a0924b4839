import ArgumentParser
import Etapp
import EtappModel

/// `etapp benchmark capacitated`
struct CapacitatedBenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacitated",
    abstract: "Siting with capacities: OR-Library's warehouses (cap) and p-medians (pmedcap).",
    discussion: """
        etapp benchmark capacitated cap71.txt pmedcap01.txt
        etapp benchmark capacitated capc.txt --capacity 5000
      """)

  @Argument(help: ArgumentHelp("Instances.", valueName: "FILE"), completion: .file(extensions: ["txt"]))
  var files: [String]

  @Option(help: ArgumentHelp("Capacity of sites where the file leaves it open.", valueName: "C"))
  var capacity: Double?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if let capacity, !(capacity > 0 && capacity.isFinite) { throw ValidationError("--capacity is more than 0.") }
  }

  func run() throws {
    try BenchmarkRun(running: running, printing: printing).each(files) { file, options in
      let answer = try CapacitatedBenchmark.run(
        CapacitatedBenchmark.read(file), capacity: capacity, file: file, options)
      return (answer.line, answer.proof)
    }
  }
}
