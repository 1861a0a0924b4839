/// Values that no timetable of a project can be below, found without search.
///
/// The makespan and the weighted rest are bounded apart, each in its best way, and added up.
package struct ScheduleBounds: Sendable {
  private let graph: StartGraph
  private let objective: ScheduleObjective

  package init(project: Project, objective: ScheduleObjective) {
    graph = StartGraph(project, anchors: objective.anchors)
    self.objective = objective
  }

  /// The longest chain of links, releases and fixed starts, in days; nil when they contradict each other.
  package var criticalPath: Int? {
    StartWindows(graph, deadline: graph.horizon)?.earliest.enumerated()
      .reduce(0) { max($0, graph.tables[$1.offset].finish(from: $1.element)) }
  }

  /// A lower bound on the objective; at most the incumbent's value, and that value when nothing can be below it.
  ///
  /// - Parameters:
  ///   - rounds: how often the weights of finishes are shared anew among what bounds them.
  ///   - beside: a bound on all but the makespan, where one is known.
  package func value(incumbent: Timetable, rounds: Int = 200, beside: Int = .min, stop: StopRule) -> Int {
    let known = objective.value(of: incumbent)
    guard let windows = StartWindows(graph, deadline: graph.horizon) else { return known }
    var bound = weightedBound(windows, rounds: rounds, stop: stop)
    for anchor in objective.anchors {
      let window = windows.earliest[anchor.activity]...windows.latest[anchor.activity]
      bound += anchor.weight * max(0, window.lowerBound - anchor.start, anchor.start - window.upperBound)
    }
    bound = max(bound, beside)
    if objective.makespan > 0 {
      // A makespan that leaves less for the rest than its bound does not better the incumbent.
      let upper = min(graph.horizon, max(0, known - bound) / objective.makespan)
      bound += objective.makespan * MakespanBound(graph).value(upper: upper, stop: stop)
    }
    return min(known, bound)
  }

  private func weightedBound(_ windows: StartWindows, rounds: Int, stop: StopRule) -> Int {
    var terms: [CompletionBound.Term] = []
    for completion in objective.completions where completion.weight > 0 {
      terms.append(.init(activity: completion.activity, day: 0, weight: completion.weight))
    }
    for due in objective.dues where due.weight > 0 {
      terms.append(.init(activity: due.activity, day: due.day, weight: due.weight))
    }
    var bound = CompletionBound(graph, terms: terms, windows: windows)
    return bound.value(rounds: rounds, stop: stop)
  }
}
