/// A project and an objective as an engine's variables, arcs and terms, for timetables that cost at most a limit.
struct ProofModel {
  private(set) var model: BoundModel
  /// The variable of the makespan, where the objective has one.
  private(set) var makespan: Int?

  /// Nil when the links and the limit leave some activity no day.
  ///
  /// - Parameters:
  ///   - guide: a timetable that decisions prefer.
  ///   - pins: a start for each activity that is to keep it.
  init?(_ graph: StartGraph, objective: ScheduleObjective, limit: Int, guide: Timetable, pins: [Int?]? = nil) {
    let project = graph.project
    let deadline = objective.makespan > 0 ? min(graph.horizon, limit / objective.makespan) : graph.horizon
    guard limit >= 0, var windows = StartWindows(graph, deadline: deadline) else { return nil }
    for (activity, pin) in (pins ?? []).enumerated() {
      guard let pin else { continue }
      windows.earliest[activity] = max(windows.earliest[activity], pin)
      windows.latest[activity] = min(windows.latest[activity], pin)
    }
    guard windows.tighten(by: graph) else { return nil }
    model = BoundModel(
      lower: windows.earliest, upper: windows.latest, guide: guide.starts, activityCount: project.activityCount)
    model.tables = graph.tables
    model.durations = project.durations
    model.varies = (0..<project.activityCount).map { project.patternOf[$0] != nil && project.durations[$0] > 0 }
    model.demands = project.demands
    model.capacities = project.capacities
    model.days = 1 + (0..<project.activityCount).reduce(0) { max($0, graph.tables[$1].finish(from: model.upper[$1])) }
    addLinks(graph)
    addMakespan(graph, objective, deadline: deadline)
    addTerms(graph, objective)
  }

  private mutating func addLinks(_ graph: StartGraph) {
    for link in graph.project.links where link.predecessor != link.successor {
      if let gap = graph.constantGap(of: link) {
        addArc(link.predecessor, link.successor, gap: gap)
      } else {
        let after = (0...model.days).map { graph.after(link, $0) }
        addArc(link.predecessor, link.successor, after: after)
      }
    }
  }

  private mutating func addArc(_ from: Int, _ to: Int, gap: Int) {
    model.arcs.append(.init(from: Int32(2 * from), to: Int32(2 * to), weight: Int32(gap), map: -1))
    model.arcs.append(.init(from: Int32(2 * to + 1), to: Int32(2 * from + 1), weight: Int32(gap), map: -1))
  }

  private mutating func addArc(_ from: Int, _ to: Int, after: [Int]) {
    let map = Int32(model.maps.count)
    model.maps.append(StepMap(after: after, isUpper: false))
    model.maps.append(StepMap(after: after, isUpper: true))
    model.arcs.append(.init(from: Int32(2 * from), to: Int32(2 * to), weight: 0, map: map))
    model.arcs.append(.init(from: Int32(2 * to + 1), to: Int32(2 * from + 1), weight: 0, map: map + 1))
  }

  private mutating func addVariable(lower: Int, upper: Int, guide: Int) -> Int {
    model.lower.append(lower)
    model.upper.append(upper)
    model.guide.append(guide)
    return model.lower.count - 1
  }

  /// A variable no less than the finish of an activity.
  private mutating func addFinish(of activity: Int, _ graph: StartGraph, to variable: Int) {
    if model.varies[activity] {
      addArc(activity, variable, after: (0...model.days).map { graph.tables[activity].finish(from: $0) })
    } else {
      addArc(activity, variable, gap: model.durations[activity])
    }
  }

  private mutating func addMakespan(_ graph: StartGraph, _ objective: ScheduleObjective, deadline: Int) {
    guard objective.makespan > 0 else { return }
    let finishes = (0..<model.activityCount).map { graph.tables[$0].finish(from: model.lower[$0]) }
    let variable = addVariable(lower: finishes.max() ?? 0, upper: deadline, guide: 0)
    makespan = variable
    for activity in 0..<model.activityCount where !isOvertaken(activity, graph) {
      addFinish(of: activity, graph, to: variable)
    }
    model.terms.append(.init(side: 2 * variable, weight: objective.makespan, offset: 0))
  }

  /// Whether some successor always finishes no earlier; of two that finish together the one with the lower index.
  private func isOvertaken(_ activity: Int, _ graph: StartGraph) -> Bool {
    graph.project.links.contains { link in
      guard link.predecessor == activity, link.successor != activity, !model.varies[activity],
        !model.varies[link.successor], let gap = graph.constantGap(of: link)
      else { return false }
      let later = gap + model.durations[link.successor] - model.durations[activity]
      return later > 0 || later == 0 && link.successor > activity
    }
  }

  private mutating func addTerms(_ graph: StartGraph, _ objective: ScheduleObjective) {
    var finishOf: [Int: Int] = [:]
    func finish(_ model: inout ProofModel, _ activity: Int) -> (variable: Int, offset: Int) {
      guard model.model.varies[activity] else { return (activity, model.model.durations[activity]) }
      if let known = finishOf[activity] { return (known, 0) }
      let table = graph.tables[activity]
      let variable = model.addVariable(
        lower: table.finish(from: model.model.lower[activity]),
        upper: table.finish(from: model.model.upper[activity]), guide: 0)
      model.addFinish(of: activity, graph, to: variable)
      finishOf[activity] = variable
      return (variable, 0)
    }
    for completion in objective.completions where completion.weight > 0 {
      let (variable, offset) = finish(&self, completion.activity)
      model.terms.append(.init(side: 2 * variable, weight: completion.weight, offset: offset))
    }
    for due in objective.dues where due.weight > 0 {
      let (variable, offset) = finish(&self, due.activity)
      model.terms.append(.init(side: 2 * variable, weight: due.weight, offset: offset - due.day))
    }
    for anchor in objective.anchors where anchor.weight > 0 {
      model.terms.append(.init(side: 2 * anchor.activity, weight: anchor.weight, offset: -anchor.start))
      model.terms.append(.init(side: 2 * anchor.activity + 1, weight: anchor.weight, offset: anchor.start))
    }
  }
}
