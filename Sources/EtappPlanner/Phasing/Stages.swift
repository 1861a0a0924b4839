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
  var isQuiet: Bool

  init(programme: Programme, model: MasterModel, library: HighsLibrary, options: PlanningOptions, isQuiet: Bool = false)
  {
    self.isQuiet = isQuiet
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

  /// What is asked beside the goals and rules, and how much effort to spend on it.
  struct Request {
    /// Sites that may do some things only.
    var forcings: [BranchAndCut.Forcing] = []
    /// Measures that may not pass a value, beside the goals' own limits.
    var limits: [(measure: Int, upper: Double)] = []
    /// Phasings to begin from.
    var starts: [Phasing] = []
    /// Points of another search of nearly the same programme.
    var hints: [BranchAndCut.Hint] = []
    /// What is known of each stage from a question that allows more.
    var floors: [Floor] = []
    /// What each stage's measure cannot be smaller than, whatever the limits.
    var least: [Double] = []
    /// Moves that local search tries at each stage.
    var evaluations = 60_000
    /// Nodes after which a stage is left with the bound it has.
    var nodeLimit: Int?
  }

  /// A bound on a stage's measure, good while the limits of the stages before it are no wider than these.
  struct Floor: Sendable {
    var bound: Double
    var limits: [Double]

    func holds(under limits: [(measure: Int, upper: Double)]) -> Bool {
      limits.count == self.limits.count && zip(limits, self.limits).allSatisfy { $0.upper <= $1 }
    }
  }

  /// The master as it is kept from stage to stage, or from question to question.
  final class Master {
    fileprivate var solver: BranchAndCut?
    fileprivate var caps: [Double]
    fileprivate let memory = RangeMemory()
    /// Whether other questions follow, so that it may not be cut to the measure of this one.
    fileprivate let isShared: Bool

    init(_ model: MasterModel, isShared: Bool) {
      caps = [Double](repeating: .infinity, count: model.problem.measures.count)
      self.isShared = isShared
    }
  }

  /// Answers a request; the master, when given, is kept for the next.
  func run(_ request: Request = Request(), master: Master? = nil) -> Result {
    var result = Result(
      status: .proved, bounds: [Double?](repeating: nil, count: model.goals.count), gap: 0, limits: [],
      hints: request.hints)
    guard !model.isContradictory else {
      result.status = .infeasible
      return result
    }
    let master = master ?? Master(model, isShared: false)
    if isWeighted {
      runWeighted(request, master, &result)
    } else {
      runInOrder(request, master, &result)
    }
    return result
  }

  /// Answers a question of its own on a master that other questions share.
  func minimise(_ question: BranchAndCut.Question, master: Master) -> Outcome {
    let solver =
      master.solver
      ?? BranchAndCut(
        model.problem, library: library, stop: options.stop, threads: options.threads, memory: master.memory)
    master.solver = solver
    return solver.minimise(question)
  }

  // MARK: In order

  private func runInOrder(_ request: Request, _ master: Master, _ result: inout Result) {
    var pool = request.starts
    let steps = max(1, model.goals.count)
    for step in 0..<steps {
      if let outcome = screened(step, request, master, &result) {
        record(outcome, step: step, &result)
        break
      }
      let objective = model.goals.isEmpty ? Objective([]) : Objective(model.measures[step])
      var question = question(objective, request, goalLimits: result.limits, pool: pool)
      question.floor = floor(step, request, result.limits)
      prepare(master, step: step, &question, hints: result.hints)
      guard let outcome = master.solver?.minimise(question, report: { report($0, step: step) }) else { break }
      record(outcome, step: step, &result)
      result.hints += master.solver?.hints ?? []
      guard let phasing = outcome.phasing, result.status != .infeasible else { break }
      pool.append(phasing)
      guard !model.goals.isEmpty else { break }
      result.limits.append((model.measures[step], measure(step, ofAllowed: outcome.value)))
      if case .stopped = outcome.status { break }
    }
  }

  /// The only goal of a great programme, solved with the sites that may be in something better; nil where all have to be.
  private func screened(_ step: Int, _ request: Request, _ master: Master, _ result: inout Result) -> Outcome? {
    guard model.goals.count == 1, !master.isShared, request.forcings.isEmpty, request.limits.isEmpty,
      request.nodeLimit == nil,
      let screening = Screening(
        model.problem, measure: model.measures[step], library: library, stop: options.stop, threads: options.threads,
        seed: options.seed),
      let left = screening.run(report: { report($0, step: step) })
    else { return nil }
    let solver = BranchAndCut(left.problem, library: library, stop: options.stop, threads: options.threads)
    solver.seed(left.hints)
    let question = BranchAndCut.Question(objective: Objective(model.measures[step]), starts: [left.start])
    var outcome = solver.minimise(question) { report($0, step: step) }
    outcome.phasing = outcome.phasing.map { Phasing(events: left.all($0.events, else: Phasing.never)) }
    outcome.bound = min(outcome.bound, left.beyond)
    outcome.effort += left.effort
    result.hints += solver.hints.map { $0.map { left.all($0, else: 0) } }
    return outcome
  }

  /// A stage's question, begun by local search.
  private func question(
    _ objective: Objective, _ request: Request, goalLimits: [(measure: Int, upper: Double)], pool: [Phasing]
  ) -> BranchAndCut.Question {
    var question = BranchAndCut.Question(
      objective: objective, limits: goalLimits + request.limits, forcings: request.forcings, starts: pool,
      nodeLimit: request.nodeLimit)
    if let better = LocalSearch(model.problem).improve(
      pool.last ?? emptyPhasing, question: question, evaluations: request.evaluations, seed: options.seed,
      stop: options.stop)
    {
      question.starts.append(better)
    }
    return question
  }

  /// What a stage's measure cannot be smaller than: by its nature, and by what is known of a wider question.
  private func floor(_ step: Int, _ request: Request, _ limits: [(measure: Int, upper: Double)]) -> Double {
    guard !model.goals.isEmpty else { return -.infinity }
    var natural = model.problem.least(of: model.measures[step])
    if step < request.least.count { natural = max(natural, request.least[step]) }
    guard step < request.floors.count, request.floors[step].holds(under: limits) else { return natural }
    return max(natural, request.floors[step].bound)
  }

  /// Makes the master ready for a stage: caps from what the starts reach, and a smaller master where that pays.
  private func prepare(
    _ master: Master, step: Int, _ question: inout BranchAndCut.Question, hints: [BranchAndCut.Hint]
  ) {
    let best = bestValue(step, question)
    if let best { question.caps.append((model.measures[step], best + 1e-9 * max(1, abs(best)))) }
    let shrinks = !master.isShared && tighten(master, step: step, question: question, best: best)
    guard master.solver == nil || shrinks else { return }
    master.solver = BranchAndCut(
      model.problem, library: library, stop: options.stop, threads: options.threads, caps: master.caps,
      memory: master.memory)
    master.solver?.seed(hints)
  }

  /// The best value of a stage's goal among the starts that keep rules, limits and forcings.
  private func bestValue(_ step: Int, _ question: BranchAndCut.Question) -> Double? {
    guard !model.goals.isEmpty else { return nil }
    return question.starts.filter { question.allows($0, in: model.problem) }
      .map { model.problem.value(of: model.measures[step], in: $0) }.min()
  }

  /// Sharpens the caps with what is known; says whether the master is better built anew for it.
  private func tighten(_ master: Master, step: Int, question: BranchAndCut.Question, best: Double?) -> Bool {
    // Known limits of earlier stages are the sharpest caps there are.
    var changed = question.limits.contains { master.caps[$0.measure] != $0.upper && usesCap($0.measure) }
    for (measure, upper) in question.limits { master.caps[measure] = upper }
    guard let best else { return changed }
    let cap = measure(step, ofAllowed: best)
    if cap < master.caps[model.measures[step]] {
      master.caps[model.measures[step]] = cap
      changed = changed || usesCap(model.measures[step])
    }
    return changed
  }

  /// Whether a measure's formulation becomes smaller with a cap.
  private func usesCap(_ measure: Int) -> Bool {
    switch model.problem.measures[measure] {
    case .balance, .nearest: true
    case .linear, .gain, .serving, .penalty: false
    }
  }

  private var emptyPhasing: Phasing {
    Phasing(events: [Int8](repeating: Phasing.never, count: model.problem.sites.count))
  }

  /// The measure's limit when the goal's best is `measure`: its tolerance added, and a hair for rounding.
  func measure(_ step: Int, ofAllowed measure: Double) -> Double {
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

  private func runWeighted(_ request: Request, _ master: Master, _ result: inout Result) {
    let question = question(model.weightedSum(in: programme), request, goalLimits: [], pool: request.starts)
    if master.solver == nil {
      master.solver = BranchAndCut(model.problem, library: library, stop: options.stop, threads: options.threads)
      master.solver?.seed(result.hints)
    }
    guard let solver = master.solver else { return }
    let outcome = solver.minimise(question) { report($0, step: 0) }
    result.effort += outcome.effort
    result.status = outcome.status
    result.phasing = outcome.phasing
    result.hints += solver.hints
    if outcome.phasing != nil { result.gap = Self.gap(outcome.value, outcome.bound) }
  }
}
