import EtappExchange
public import EtappModel
import EtappPlanner
import Foundation

/// Siting with capacities on public instances: how good, how surely, how fast.
public enum CapacitatedBenchmark {
  /// What was found for one instance.
  public struct Answer: Sendable {
    public var proof: Proof
    /// One line of JSON.
    public var line: String
  }

  /// Reads an instance of OR-Library: warehouses, or p-medians with capacities.
  public static func read(_ path: String) throws(Workspace.Invalid) -> CapacitatedInstance {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw Workspace.Invalid([
        Diagnostic(
          .error, Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."), at: Diagnostic.Place(file: path))
      ])
    }
    let (instance, diagnostics) = data.withUnsafeBytes {
      CapacitatedInstanceReader.read($0.bindMemory(to: UInt8.self), file: path)
    }
    guard let instance else { throw Workspace.Invalid(diagnostics) }
    return instance
  }

  /// Solves an instance.
  ///
  /// - Parameters:
  ///   - capacity: Of sites whose capacity the file leaves open.
  ///   - file: Where the instance comes from, for what is wrong with it.
  /// - Throws: `Workspace.Invalid` when a capacity is missing; when HiGHS is not there.
  public static func run(
    _ instance: CapacitatedInstance, capacity: Double? = nil, file: String = "", _ options: RunOptions
  ) throws -> Answer {
    let began = ProcessInfo.processInfo.systemUptime
    let capacities = instance.capacities.compactMap { $0 ?? capacity }
    guard capacities.count == instance.capacities.count else {
      throw Workspace.Invalid([
        Diagnostic(
          .error,
          Text(
            en: "The file leaves the capacity open; it is needed.", sv: "Filen lämnar kapaciteten öppen; den behövs."),
          at: Diagnostic.Place(file: file), value: "capacity", maybe: "--capacity")
      ])
    }
    let found = try CapacitatedLocating(instance, capacities: capacities, options: options.planning()).run()
    let status =
      switch found.proof {
      case .optimal: "optimal"
      case .within, .evaluated: "within"
      case .stopped, .infeasible: "stopped"
      }
    let line = LocationBenchmarkLine(
      instance: instance.name, problem: "capacitated", open: instance.open ?? found.sites.count, within: nil,
      objective: found.value ?? .infinity, bound: found.bound, status: status,
      seconds: ProcessInfo.processInfo.systemUptime - began, peakMemoryMB: PeakMemory.megabytes)
    return Answer(proof: found.proof, line: line.json)
  }
}
