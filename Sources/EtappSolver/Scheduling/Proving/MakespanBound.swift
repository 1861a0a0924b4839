/// The least makespan that neither links, cores nor energy refute.
///
///     for deadlines from the critical path upward: windows, then certain cores, then energy; the first that stands
///
/// What is refuted for a deadline is so for every earlier one, so that the step may double and then be halved.
/// Source: R. Klein, A. Scholl, "Computing lower bounds by destructive improvement", European Journal of Operational
/// Research 112 (1999), doi:10.1016/S0377-2217(97)00442-6.
struct MakespanBound: Sendable {
  private let graph: StartGraph
  private let energy: EnergyCheck

  init(_ graph: StartGraph) {
    self.graph = graph
    energy = EnergyCheck(graph)
  }

  /// - Parameter upper: a makespan that is known to be possible, or one beyond which the bound is of no interest.
  func value(upper: Int, stop: StopRule) -> Int {
    guard let windows = StartWindows(graph, deadline: graph.horizon) else { return upper }
    let path = windows.earliest.enumerated().reduce(0) { max($0, graph.tables[$1.offset].finish(from: $1.element)) }
    var low = min(path, upper)
    var high = low
    var step = 1
    // Everything below `low` is refuted; `high` is not known to be.
    while high < upper, stop.reason == nil, isRefuted(deadline: high) {
      low = high + 1
      high = min(upper, low + step)
      step *= 2
    }
    while low < high, stop.reason == nil {
      let middle = (low + high) / 2
      if isRefuted(deadline: middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isRefuted(deadline: Int) -> Bool {
    guard let windows = StartWindows(graph, certainWithin: deadline) else { return true }
    return energy.isRefuted(windows)
  }
}

extension StartWindows {
  /// Windows that also keep clear of what other activities certainly hold; nil when an activity has no day left.
  init?(_ graph: StartGraph, certainWithin deadline: Int) {
    let guide = Timetable(starts: Array(repeating: 0, count: graph.project.activityCount), finishes: [])
    guard let proof = ProofModel(graph, objective: .makespan, limit: deadline, guide: guide) else { return nil }
    var engine = BoundEngine(proof.model)
    guard engine.takeRootCores(), engine.propagate() else { return nil }
    earliest = (0..<graph.project.activityCount).map { Int(engine.lower($0)) }
    latest = (0..<graph.project.activityCount).map { Int(engine.upper($0)) }
  }
}
