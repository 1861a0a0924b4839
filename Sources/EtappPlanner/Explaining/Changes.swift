import EtappModel
import EtappSolver

/// What single number would have to be another for a place to be where it is asked for.
///
/// A place *may* be there when some plan that has it there is as good as any, goal after goal. With the limits Lᵢ that the
/// goals before the last end with,
///
///     min { f_n : asked for, f_i ≤ L_i for every i < n } ≤ min { f_n : f_i ≤ L_i for every i < n }
///
/// Each change that is told has been tried: solved again with it, and found to make this so. The search for them is given
/// so many nodes and no more; one that would take longer to prove is not told.
final class Changes {
  let planner: Planner
  /// The site asked about, and what it is asked to do.
  let site: Int
  let wanted: [Int8]
  let model: MasterModel
  let stages: Stages
  private let master: Stages.Master
  /// The plan, and the best value of each goal at its turn.
  let start: Phasing
  let best: [Double]
  /// How far the plan lets each goal before the last be pushed, as measures.
  let limits: [Limit]
  /// What the plan has on the last goal, as a measure.
  let last: Double

  /// Nodes left for all questions together.
  private var nodes = Changes.nodesInAll

  typealias Limit = (measure: Int, upper: Double)

  /// nil for a plan that is not proved goal by goal: of it there is nothing to tell.
  convenience init?(_ planner: Planner, plan: Plan, site: Int, wanted: [Int8]) {
    let programme = planner.programme
    let goals = programme.goals.filter { $0.form(in: programme) != nil }
    guard plan.proof == .optimal, !programme.assignment.isWeighted, !goals.isEmpty else { return nil }
    let limits = goals.dropLast().compactMap { goal -> Double? in
      let limit = plan.totals.first { $0.goal == goal.id }?.limit
      return limit.flatMap { goal.form(in: programme)?.measure(ofValue: $0) }
    }
    guard limits.count + 1 == goals.count else { return nil }
    let best = goals.map { goal in plan.totals.first { $0.goal == goal.id }?.bound ?? .nan }
    self.init(
      planner, model: MasterModel(programme), start: programme.phasing(of: plan.choice), limits: limits, best: best,
      site: site, wanted: wanted)
  }

  /// - Parameters:
  ///   - start: A best phasing.
  ///   - uppers: How far each goal before the last may be pushed, as measures.
  ///   - best: The best value of each goal at its turn.
  init(
    _ planner: Planner, model: MasterModel, start: Phasing, limits uppers: [Double], best: [Double], site: Int,
    wanted: [Int8]
  ) {
    self.planner = planner
    self.model = model
    self.start = start
    self.best = best
    self.site = site
    self.wanted = wanted
    limits = zip(model.measures, uppers).map { ($0, $1) }
    last = model.measures.last.map { model.problem.value(of: $0, in: start) } ?? 0
    stages = Stages(
      programme: planner.programme, model: model, library: planner.library, options: planner.options, isQuiet: true)
    master = Stages.Master(model, isShared: true)
  }

  /// Every change that makes it so, the goals' tolerances first, in the order of the assignment.
  func all(of alternatives: [Alternative]) -> [Change] {
    guard !isAsGood else { return [] }
    let tolerances = limits.indices.flatMap { [widened($0), narrowed($0)].compactMap { $0 } }
    return tolerances + ruleChanges(alternatives) + [earlier()].compactMap { $0 }
  }

  /// Whether it may be so as things are.
  var isAsGood: Bool {
    if wanted.contains(start.events[site]) { return true }
    guard let lastMeasure = model.measures.last, let value = least(lastMeasure, .asked, limits) else { return false }
    return value <= Self.wide(last)
  }

  // MARK: Questions

  /// Which plans are looked at.
  enum Side {
    case all, asked, others
  }

  /// The least value of a measure under limits; nil when nothing keeps them, or when that was not proved in the time it has.
  func least(_ measure: Int, _ side: Side, _ limits: [Limit]) -> Double? {
    var least: Double?
    for forcing in forcings(side) {
      let outcome = minimise(measure, forcing, limits)
      if outcome.status == .infeasible { continue }
      let isProved = planner.proof(outcome.status, gap: Stages.gap(outcome.value, outcome.bound)) == .optimal
      guard isProved, outcome.phasing != nil else { return nil }
      least = min(least ?? .infinity, outcome.value)
    }
    return least
  }

  /// What the site may do: bounds can say "from this round to that", so that each such run is a question of its own.
  private func forcings(_ side: Side) -> [[BranchAndCut.Forcing]] {
    let inOrder = planner.programme.allRounds.map { Int8($0) } + [Phasing.never]
    guard side != .all else { return [[]] }
    let runs = inOrder.split { wanted.contains($0) != (side == .asked) }
    return runs.map { [.init(site: site, events: Array($0))] }
  }

  private func minimise(_ measure: Int, _ forcings: [BranchAndCut.Forcing], _ limits: [Limit]) -> Outcome {
    var question = BranchAndCut.Question(
      objective: Objective(measure), limits: limits, forcings: forcings, starts: [start])
    question.patience = min(max(0, nodes), Self.nodesForOne)
    question.floor = model.problem.least(of: measure)
    if let better = LocalSearch(model.problem).improve(
      start, question: question, evaluations: Self.evaluations, seed: planner.options.seed, stop: planner.options.stop)
    {
      question.starts.append(better)
    }
    let outcome = stages.minimise(question, master: master)
    nodes -= outcome.effort.nodes
    return outcome
  }

  private static let evaluations = 10_000
  static let nodesForOne = 120
  private static let nodesInAll = 400

  /// A value with what counts as the same.
  static func wide(_ value: Double) -> Double { value + Proof.tolerance * max(1e-3, abs(value)) }
}
