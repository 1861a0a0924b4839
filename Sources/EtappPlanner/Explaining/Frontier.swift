package import EtappModel
import EtappSolver

extension Planner {
  /// The Pareto frontier of two goals under the rules: every plan that cannot be better on one without being worse on the other.
  ///
  /// From the end that is best on the first goal: as good as can be on the second, then strictly better on the second and again
  /// as good as can be on the first, and so on to the other end (ε-constraint, exact on values that differ by more than
  /// 10⁻⁶ of the frontier's width and of the value: finer than that neither travel times nor the solver are). With more points than wanted the steps are widened, and the frontier says that it is not complete.
  ///
  /// - Source: Mavrotas & Florios (2013), AUGMECON2, doi:10.1016/j.amc.2013.03.002.
  package func frontier(_ first: ID<Goal>, _ second: ID<Goal>, points wanted: Int) throws -> Frontier {
    let goals = [first, second].compactMap { id in programme.goals.first { $0.id == id } }
    guard goals.count == 2, wanted > 0 else { return Frontier(goals: [first, second], points: [], isComplete: false) }
    var walk = FrontierWalk(self, goals: goals)
    return Frontier(goals: [first, second], points: walk.points(wanted: wanted), isComplete: walk.isComplete)
  }
}

/// The walk along a frontier, on one master.
private struct FrontierWalk {
  private let planner: Planner
  private let model: MasterModel
  private let solver: BranchAndCut
  private(set) var isComplete = true

  init(_ planner: Planner, goals: [Goal]) {
    self.planner = planner
    model = MasterModel(planner.programme, goals: goals)
    solver = BranchAndCut(
      model.problem, library: planner.library, stop: planner.options.stop, threads: planner.options.threads)
  }

  /// One end of a question: the phasing, its value on a measure and the bound.
  private struct End {
    var phasing: Phasing
    var value: Double
    var bound: Double
  }

  mutating func points(wanted: Int) -> [FrontierPoint] {
    guard let best = least(0, under: nil, from: nil), let other = least(1, under: nil, from: best.phasing),
      let start = least(1, under: (0, best.value), from: best.phasing)
    else {
      isComplete = false
      return []
    }
    // From worst to best on the second goal; a step is at least a millionth of the way, and no smaller than what the
    // solver's tolerance tells apart: below it, it would stand still.
    let width = max(start.value - other.value, 0)
    let step = max(width * 1e-6, 1e-6 * max(1, abs(other.value)))
    var points = [point(start)]
    var current = start
    while current.value - other.value > step {
      guard planner.options.stop.reason == nil, points.count < wanted else {
        isComplete = false
        break
      }
      // When points run short, whole stretches are left out.
      let left = Double(wanted - points.count)
      let stride = isThin(points.count, wanted) ? max(step, (current.value - other.value) / left) : step
      if stride > step { isComplete = false }
      guard let next = least(0, under: (1, max(current.value - stride, other.value)), from: other.phasing),
        let settled = least(1, under: (0, next.value), from: next.phasing)
      else {
        isComplete = false
        break
      }
      current = settled
      points.append(point(settled))
    }
    return points
  }

  /// Whether the first half of the points wanted is used up.
  private func isThin(_ count: Int, _ wanted: Int) -> Bool { 2 * count > wanted }

  private func point(_ end: End) -> FrontierPoint {
    let values = [0, 1].map { value($0, model.problem.value(of: model.measures[$0], in: end.phasing)) }
    return FrontierPoint(
      values: values, bound: value(1, end.bound), choice: planner.programme.choice(of: end.phasing))
  }

  private func value(_ goal: Int, _ measure: Double) -> Double {
    model.goals[goal].form(in: planner.programme)?.value(ofMeasure: measure) ?? measure
  }

  private func least(_ goal: Int, under limit: (goal: Int, value: Double)?, from start: Phasing?) -> End? {
    let limits = limit.map { [(model.measures[$0.goal], $0.value + 1e-9 * max(1, abs($0.value)))] } ?? []
    var question = BranchAndCut.Question(objective: Objective(model.measures[goal]), limits: limits)
    let empty = Phasing(events: [Int8](repeating: Phasing.never, count: model.problem.sites.count))
    question.starts = start.map { [$0] } ?? []
    if let better = LocalSearch(model.problem).improve(
      start ?? empty, question: question, evaluations: 20_000, seed: planner.options.seed, stop: planner.options.stop)
    {
      question.starts.append(better)
    }
    question.floor = model.problem.least(of: model.measures[goal])
    let outcome = solver.minimise(question)
    return outcome.phasing.map { End(phasing: $0, value: outcome.value, bound: outcome.bound) }
  }
}
