import EtappModel
import EtappSolver

/// The goals one after the other: each is made as good as it can be while those before it stay within their tolerances.
///
///     for each goal g in order:
///       v_g = min f_g(y)  subject to the rules and f_h(y) ≤ allowed_h for every h before g
///       allowed_g = v_g widened by g's tolerance
///
/// With weights there is one stage: the weighted sum.
struct Stages {
  let programme: Programme
  let model: MasterModel
  let library: HighsLibrary
  let options: PlanningOptions
  /// Whether goals are added with their weights; the assignment decides unless a goal is asked for alone.
  var isWeighted: Bool
  /// Whether nobody is told of the progress.
  var isQuiet = false

  init(programme: Programme, model: MasterModel, library: HighsLibrary, options: PlanningOptions) {
    self.programme = programme
    self.model = model
    self.library = library
    self.options = options
    isWeighted = programme.assignment.isWeighted
  }

  /// What the stages came to.
  struct Result {
    var phasing: Phasing?
    var status: Outcome.Status
    /// Bound of each goal in its own unit; nil for goals that were not reached.
    var bounds: [Double?]
    /// Largest relative gap over the stages.
    var gap: Double
    /// Limits in force after the last stage, one for each goal before it.
    var limits: [(measure: Int, upper: Double)]
    var effort = Outcome.Effort()
    /// Points of the relaxation at the end of each stage's root, to begin other searches from.
    var hints: [BranchAndCut.Hint] = []
  }

  /// - Parameters:
  ///   - forcings: Sites that may do some things only.
  ///   - starts: Phasings to begin from.
  ///   - hints: Points of another search of nearly the same programme.
  func run(forcings: [BranchAndCut.Forcing] = [], starts: [Phasing] = [], hints: [BranchAndCut.Hint] = [])
    -> Result
  {
    var result = Result(
      status: .proved, bounds: [Double?](repeating: nil, count: model.goals.count), gap: 0, limits: [], hints: hints)
    guard !model.isContradictory else {
      result.status = .infeasible
      return result
    }
    if isWeighted {
      runWeighted(forcings: forcings, starts: starts, &result)
    } else {
      runInOrder(forcings: forcings, starts: starts, &result)
    }
    return result
  }

  // MARK: In order

  private func runInOrder(forcings: [BranchAndCut.Forcing], starts: [Phasing], _ result: inout Result) {
    var pool = starts
    let memory = RangeMemory()
    var solver: BranchAndCut?
    var caps = [Double](repeating: .infinity, count: model.problem.measures.count)
    let steps = max(1, model.goals.count)
    for step in 0..<steps {
      let objective = model.goals.isEmpty ? Objective([]) : Objective(model.measures[step])
      var question = BranchAndCut.Question(
        objective: objective, limits: result.limits, forcings: forcings, starts: pool)
      if let better = LocalSearch(model.problem).improve(
        pool.last ?? emptyPhasing, question: question, evaluations: 60_000, seed: options.seed, stop: options.stop)
      {
        question.starts.append(better)
      }
      if solver == nil || tighten(&caps, step: step, question: question) {
        solver = BranchAndCut(
          model.problem, library: library, stop: options.stop, threads: options.threads, caps: caps, memory: memory)
        solver?.seed(result.hints)
      }
      guard let outcome = solver?.minimise(question, report: { report($0, step: step) }) else { break }
      record(outcome, step: step, &result)
      result.hints += solver?.hints ?? []
      guard let phasing = outcome.phasing, result.status != .infeasible else { break }
      pool.append(phasing)
      guard !model.goals.isEmpty else { break }
      let allowed = measure(step, ofAllowed: outcome.value)
      result.limits.append((model.measures[step], allowed))
      if case .stopped = outcome.status { break }
    }
  }

  private var emptyPhasing: Phasing {
    Phasing(events: [Int8](repeating: Phasing.never, count: model.problem.sites.count))
  }

  /// Sharpens the caps with what the starts are known to reach; says whether the master is better built anew for it.
  private func tighten(_ caps: inout [Double], step: Int, question: BranchAndCut.Question) -> Bool {
    // Known limits of earlier stages are the sharpest caps there are.
    var changed = question.limits.contains { caps[$0.measure] != $0.upper && usesCap($0.measure) }
    for (measure, upper) in question.limits { caps[measure] = upper }
    guard !model.goals.isEmpty else { return changed }
    let values = question.starts.filter { model.problem.isFeasible($0) }
      .filter { start in
        question.limits.allSatisfy { model.problem.value(of: $0.measure, in: start) <= $0.upper }
      }
      .map { model.problem.value(of: model.measures[step], in: $0) }
    if let best = values.min() {
      let cap = measure(step, ofAllowed: best)
      if cap < caps[model.measures[step]] {
        caps[model.measures[step]] = cap
        changed = changed || usesCap(model.measures[step])
      }
    }
    return changed
  }

  /// Whether a measure's formulation becomes smaller with a cap.
  private func usesCap(_ measure: Int) -> Bool {
    switch model.problem.measures[measure] {
    case .balance, .nearest: true
    case .linear, .gain, .penalty: false
    }
  }

  /// The measure's limit when the goal's best is `measure`: its tolerance added, and a hair for rounding.
  private func measure(_ step: Int, ofAllowed measure: Double) -> Double {
    guard let form = model.goals[step].form(in: programme) else { return measure }
    let allowed = model.goals[step].allowed(best: form.value(ofMeasure: measure))
    let limit = form.measure(ofValue: allowed)
    return max(limit, measure) + 1e-9 * max(1, abs(measure))
  }

  private func record(_ outcome: Outcome, step: Int, _ result: inout Result) {
    result.effort += outcome.effort
    result.status = outcome.status
    guard let phasing = outcome.phasing else { return }
    result.phasing = phasing
    guard !model.goals.isEmpty else { return }
    result.bounds[step] = model.goals[step].form(in: programme)?.value(ofMeasure: outcome.bound)
    result.gap = max(result.gap, Self.gap(outcome.value, outcome.bound))
  }

  /// |value − bound| relative to the value; below what numbers can tell it is nothing.
  static func gap(_ value: Double, _ bound: Double) -> Double {
    let difference = abs(value - bound)
    return difference <= 2e-9 ? 0 : difference / max(abs(value), 1e-9)
  }

  private func report(_ progress: Progress, step: Int) {
    guard !isQuiet, !model.goals.isEmpty, let form = model.goals[step].form(in: programme) else { return }
    let value = progress.value.isFinite ? form.value(ofMeasure: progress.value) : nil
    let gap = value == nil ? .infinity : Self.gap(progress.value, progress.bound)
    options.report(
      PlanningProgress(
        goal: model.goals[step], step: step, steps: model.goals.count, value: value,
        bound: form.value(ofMeasure: progress.bound), gap: gap))
  }

  // MARK: Weighted

  private func runWeighted(forcings: [BranchAndCut.Forcing], starts: [Phasing], _ result: inout Result) {
    let objective = Objective(
      zip(model.goals, model.measures).map { goal, measure in
        (measure, (goal.weight ?? 0) * (goal.form(in: programme)?.slope ?? 1))
      })
    var question = BranchAndCut.Question(objective: objective, forcings: forcings, starts: starts)
    if let better = LocalSearch(model.problem).improve(
      starts.last ?? emptyPhasing, question: question, evaluations: 20_000, seed: options.seed, stop: options.stop)
    {
      question.starts.append(better)
    }
    let solver = BranchAndCut(model.problem, library: library, stop: options.stop, threads: options.threads)
    solver.seed(result.hints)
    let outcome = solver.minimise(question) { report($0, step: 0) }
    result.effort += outcome.effort
    result.status = outcome.status
    result.phasing = outcome.phasing
    result.hints += solver.hints
    if outcome.phasing != nil { result.gap = Self.gap(outcome.value, outcome.bound) }
  }
}
