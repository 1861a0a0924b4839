/// One run of the prover: restarts, the incumbent, the bound.
struct ProofRun: ~Copyable {
  /// The best found; nil while none is known.
  private(set) var best: Timetable?
  private(set) var value: Int
  private(set) var bound: Int
  private(set) var conflicts = 0
  private let graph: StartGraph
  private let objective: ScheduleObjective
  private let makespan: Int?
  private var engine: BoundEngine
  private var clauseLimit = 4000

  init(
    _ proof: ProofModel, graph: StartGraph, objective: ScheduleObjective, incumbent: Timetable?, value: Int,
    lowerBound: Int
  ) {
    best = incumbent
    self.value = value
    bound = lowerBound
    self.graph = graph
    self.objective = objective
    makespan = objective.terms == 1 ? proof.makespan : nil
    engine = BoundEngine(proof.model)
    engine.cost.limit = value - 1
    for activity in 0..<proof.model.activityCount { engine.profile.touch(activity) }
  }

  /// - Parameters:
  ///   - heard: Asked between restarts for a timetable that somebody else has found meanwhile.
  ///   - tell: Told of every better timetable.
  mutating func run(
    stop: StopRule, conflictLimit: Int, heard: () -> Timetable? = { nil }, tell: (Timetable) -> Void = { _ in }
  ) {
    guard engine.takeRootCores() else {
      bound = value
      return
    }
    var restart = 0
    while bound < value, conflicts < conflictLimit, stop.reason == nil {
      restart += 1
      if let other = heard() { take(other) }
      if engine.clauseCount > clauseLimit, engine.level == 0, engine.trail.count == 0 {
        engine.forgetClauses()
        clauseLimit += 200
      }
      let budget = min(conflictLimit - conflicts, 100 * Self.luby(restart))
      let before = value
      search(budget: budget, restart: restart, stop: stop)
      if value < before, let best { tell(best) }
    }
  }

  private mutating func take(_ other: Timetable) {
    let worth = objective.value(of: other)
    guard worth < value else { return }
    (best, value) = (other, worth)
    bound = min(bound, value)
    engine.improve(limit: value - 1)
  }

  private mutating func search(budget: Int, restart: Int, stop: StopRule) {
    var left = budget
    let byActivity = restart > 1
    let end = engine.search(
      conflicts: &left, assumption: restart % 2 == 0 ? assumption : nil, byActivity: byActivity, stop: stop)
    conflicts += budget - left
    switch end {
    case .refuted: bound = value
    case .assumptionRefuted, .exhausted: raiseBound()
    case .solution: takeSolution()
    }
  }

  /// That the makespan is no longer than the bound says.
  private var assumption: BoundEngine.Literal? {
    makespan.map { BoundEngine.Literal(side: Int32(2 * $0 + 1), value: -engine.lower($0)) }
  }

  private mutating func raiseBound() {
    bound = max(bound, min(value, engine.leastCost()))
  }

  private mutating func takeSolution() {
    let starts = (0..<engine.profile.activityCount).map { Int(engine.lower($0)) }
    let finishes = starts.enumerated().map { graph.tables[$0.offset].finish(from: $0.element) }
    let found = Timetable(starts: starts, finishes: finishes)
    (best, value) = (found, objective.value(of: found))
    engine.improve(limit: value - 1)
  }

  /// 1 1 2 1 1 2 4 …: M. Luby, A. Sinclair, D. Zuckerman (1993), doi:10.1016/0020-0190(93)90029-9.
  private static func luby(_ index: Int) -> Int {
    var size = 1
    while size - 1 < index { size *= 2 }
    if size - 1 == index { return size / 2 }
    return luby(index - size / 2 + 1)
  }
}

extension ScheduleObjective {
  fileprivate var terms: Int { (makespan > 0 ? 1 : 0) + completions.count + dues.count + anchors.count }
}

extension BoundEngine {
  /// Takes the cores the first bounds give; false where a resource lacks already.
  mutating func takeRootCores() -> Bool {
    for activity in 0..<profile.activityCount where !growCore(of: activity) { return false }
    return true
  }
}
