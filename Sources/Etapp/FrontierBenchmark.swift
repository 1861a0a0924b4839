import EtappExchange
public import EtappModel
import EtappPlanner
import Foundation

/// The whole frontier of the p-median against how far apart open sites are, on public instances.
public enum FrontierBenchmark {
  /// What was found for one instance.
  public struct Answer: Sendable {
    /// One line of JSON.
    public var line: String
    public var proof: Proof
  }

  /// Walks along the frontier of an instance.
  ///
  /// - Parameters:
  ///   - open: Sites to open; nil for the file's own number.
  ///   - file: Where the instance comes from, for what is wrong with it.
  /// - Throws: What is wrong with the instance or the number of sites.
  public static func run(
    _ instance: LocationInstance, open: Int? = nil, file: String = "", _ options: RunOptions
  ) throws -> Answer {
    let began = ProcessInfo.processInfo.systemUptime
    let open = try LocationBenchmark.number(open, for: instance, file)
    guard let walk = InstanceFrontier(instance, open: open, options: options.planning()) else {
      throw Workspace.Invalid([unfit(instance, file)])
    }
    let (points, proof) = try walk.run()
    let line = FrontierBenchmarkLine(
      instance: instance.name, open: open, points: points.map(Self.point), isComplete: proof == .optimal,
      status: proof.benchmarkStatus,
      seconds: ProcessInfo.processInfo.systemUptime - began, peakMemoryMB: PeakMemory.megabytes)
    return Answer(line: line.json, proof: proof)
  }

  private static func point(_ point: InstanceFrontier.Point) -> FrontierBenchmarkLine.Point {
    FrontierBenchmarkLine.Point(
      objective: point.objective, bound: point.bound, separation: point.separation, sites: point.sites.map { $0 + 1 })
  }

  private static func unfit(_ instance: LocationInstance, _ file: String) -> Diagnostic {
    let most = InstanceFrontier.mostSites
    return Diagnostic(
      .error,
      Text(
        en: "A frontier needs an instance whose points are its sites, at most \(most) of them.",
        sv: "En front behöver en instans där punkterna också är platserna, högst \(most) stycken."),
      at: Diagnostic.Place(file: file), value: String(InstanceLocating.siteCount(instance)))
  }
}
