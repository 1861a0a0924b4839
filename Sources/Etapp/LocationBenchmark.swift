import EtappExchange
public import EtappModel
import EtappPlanner
import Foundation

/// The standard problems of siting on public instances: how good, how surely, how fast.
public enum LocationBenchmark {
  public enum Problem: Hashable, Sendable {
    /// The p-median.
    case access
    /// Maximal covering within a radius.
    case reach(within: Double)
  }

  /// What was found for one instance.
  public struct Answer: Sendable {
    public var instance: String
    public var problem: Problem
    public var open: Int
    public var objective: Double
    public var bound: Double
    public var proof: Proof
    public var seconds: Double
    public var peakMemoryMB: Double

    /// One line of JSON.
    public var line: String {
      var within: Double?
      if case .reach(let radius) = problem { within = radius }
      return LocationBenchmarkLine(
        instance: instance, problem: within == nil ? "access" : "reach", open: open, within: within,
        objective: objective, bound: bound, status: proof.benchmarkStatus, seconds: seconds, peakMemoryMB: peakMemoryMB
      ).json
    }
  }

  /// Reads an instance of OR-Library, TSPLIB or the covering generator; which one, its first words say.
  public static func read(_ path: String) throws(Workspace.Invalid) -> LocationInstance {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
      throw Workspace.Invalid([
        Diagnostic(
          .error, Text(en: "The file cannot be read.", sv: "Filen kan inte läsas."), at: Diagnostic.Place(file: path))
      ])
    }
    let (instance, diagnostics) = data.withUnsafeBytes {
      LocationInstanceReader.read($0.bindMemory(to: UInt8.self), file: path)
    }
    guard let instance else { throw Workspace.Invalid(diagnostics) }
    return instance
  }

  /// Reads an instance and solves it.
  ///
  /// Of maximal covering the customers are counted as they are read, and never held; the seconds of the answer then hold
  /// the reading too.
  ///
  /// - Throws: What is wrong with the file, or with the number of sites.
  public static func run(
    file: String, _ problem: Problem, open: Int? = nil, _ options: RunOptions
  ) throws(Workspace.Invalid) -> Answer {
    if case .reach(let radius) = problem, let stream = CoveringStream(file),
      let answer = try reach(stream, within: radius, open: open, file: file, options)
    {
      return answer
    }
    return try run(read(file), problem, open: open, file: file, options)
  }

  /// - Returns: nil when the file has to be read row by row.
  private static func reach(
    _ stream: CoveringStream, within radius: Double, open: Int?, file: String, _ options: RunOptions
  ) throws(Workspace.Invalid) -> Answer? {
    let began = ProcessInfo.processInfo.systemUptime
    let open = try number(open, most: stream.sites.count, file)
    let planning = options.planning()
    let covering = StreamedCovering(stream.sites, within: radius, options: planning)
    var stream = stream
    let end = stream.forEach(threads: planning.threads, isStopped: { covering.isStopped }) { worker, customers in
      covering.add(customers, worker: worker)
    }
    guard end != .unusual else { return nil }
    let answer = end == .complete ? covering.reach(open: open) : covering.nothing
    return self.answer(stream.name, .reach(within: radius), open, answer, since: began)
  }

  /// Solves an instance.
  ///
  /// - Parameters:
  ///   - open: Sites to open; nil for the file's own number.
  ///   - file: Where the instance comes from, for what is wrong with it.
  /// - Throws: When neither the file nor the caller says how many sites are to open, or more than there are.
  public static func run(
    _ instance: LocationInstance, _ problem: Problem, open: Int? = nil, file: String = "", _ options: RunOptions
  ) throws(Workspace.Invalid) -> Answer {
    let began = ProcessInfo.processInfo.systemUptime
    let open = try number(open, for: instance, file)
    let locating = InstanceLocating(instance, open: open, options: options.planning())
    let answer =
      switch problem {
      case .access: locating.access()
      case .reach(let within): locating.reach(within: within)
      }
    return self.answer(instance.name, problem, open, answer, since: began)
  }

  private static func answer(
    _ name: String, _ problem: Problem, _ open: Int, _ answer: InstanceLocating.Answer, since began: Double
  ) -> Answer {
    Answer(
      instance: name, problem: problem, open: open, objective: answer.objective, bound: answer.bound,
      proof: answer.proof, seconds: ProcessInfo.processInfo.systemUptime - began,
      peakMemoryMB: PeakMemory.megabytes)
  }

  /// Sites to open: what is asked for, else the file's own number.
  static func number(_ open: Int?, for instance: LocationInstance, _ file: String) throws(Workspace.Invalid) -> Int {
    var own: Int?
    if case .graph(_, _, let number) = instance.kind { own = number }
    return try number(open ?? own, most: InstanceLocating.siteCount(instance), file)
  }

  private static func number(_ open: Int?, most: Int, _ file: String) throws(Workspace.Invalid) -> Int {
    guard let open, open <= most else {
      throw Workspace.Invalid([
        Diagnostic(
          .error,
          Text(
            en: "The number of sites to open is needed, from 1 to \(most).",
            sv: "Antalet platser att öppna behövs, från 1 till \(most)."),
          at: Diagnostic.Place(file: file), value: open.map(String.init), maybe: "--open")
      ])
    }
    return open
  }
}

extension Proof {
  /// What the line of a benchmark of siting calls it.
  var benchmarkStatus: String {
    switch self {
    case .optimal: "optimal"
    case .within, .evaluated: "within"
    case .stopped, .infeasible: "stopped"
    }
  }
}
