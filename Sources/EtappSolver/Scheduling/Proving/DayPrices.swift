/// What prices on the days of every resource say of an objective: a bound, and starts that a good timetable is near.
///
/// The makespan is left out: a bound of its own can be added.
struct DayPrices {
  struct Answer {
    /// No timetable costs less, its makespan apart.
    var bound: Int
    /// The average of the cheapest starts under prices near the best: an order by these is a good one.
    var starts: [Int]
  }

  private let graph: StartGraph
  private let views: [PackingView]
  private let windows: StartWindows
  private let costs: [StartCost]

  /// Nil where links contradict each other.
  init?(_ project: Project, objective: ScheduleObjective) {
    graph = StartGraph(project, anchors: objective.anchors)
    guard let windows = StartWindows(graph, deadline: graph.horizon) else { return nil }
    self.windows = windows
    views = PackingView.views(of: project)
    costs = StartCost.all(objective, count: project.activityCount)
  }

  /// - Parameters:
  ///   - known: What some timetable costs, its makespan apart.
  ///   - makespan: Days to put prices on.
  func answer(known: Int, makespan: Int, rounds: Int, stop: StopRule) -> Answer {
    var bound = DayPriceBound(
      forest: PricedForest(
        graph, views: views, windows: windows, pricedDays: makespan, lastChange: lastChange
      ) { [costs, graph] activity, start in
        costs[activity].value(start: start, finish: graph.tables[activity].finish(from: start))
      }, views: views, upper: Double(known))
    let best = bound.value(rounds: rounds, stop: stop)
    // Rounded up, less what adding up may have cost.
    let whole = Int((best - 1e-6 * (1 + abs(best) * 1e-3)).rounded(.up))
    return Answer(bound: whole, starts: (0..<bound.means.count).map { Int(bound.means[$0].rounded()) })
  }

  /// A day after which a start costs more by the same for every day.
  private var lastChange: Int {
    let project = graph.project
    let days = costs.map { $0.lastChange } + project.patterns.map(\.count) + project.releases
    return (days.max() ?? 0) + (project.durations.max() ?? 0) + 1
  }
}

/// What the objective asks for the start of one activity.
struct StartCost {
  private var completion = 0
  private var dues: [(day: Int, weight: Int)] = []
  private var anchors: [(day: Int, weight: Int)] = []

  static func all(_ objective: ScheduleObjective, count: Int) -> [StartCost] {
    var costs = Array(repeating: StartCost(), count: count)
    for term in objective.completions { costs[term.activity].completion += term.weight }
    for term in objective.dues { costs[term.activity].dues.append((term.day, term.weight)) }
    for term in objective.anchors { costs[term.activity].anchors.append((term.start, term.weight)) }
    return costs
  }

  func value(start: Int, finish: Int) -> Double {
    var value = completion * finish
    for due in dues { value += due.weight * max(0, finish - due.day) }
    for anchor in anchors { value += anchor.weight * abs(start - anchor.day) }
    return Double(value)
  }

  var lastChange: Int { (dues.map(\.day) + anchors.map(\.day)).max() ?? 0 }
}
