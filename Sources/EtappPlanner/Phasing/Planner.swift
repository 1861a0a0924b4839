package import EtappModel
import EtappSolver

/// Where and in which round, with proof.
package struct Planner: Sendable {
  package let programme: Programme
  package let options: PlanningOptions
  let library: HighsLibrary

  package init(_ programme: Programme, options: PlanningOptions) throws {
    self.programme = programme
    self.options = options
    library = try HighsLibrary.shared()
  }

  init(_ programme: Programme, options: PlanningOptions, library: HighsLibrary) {
    self.programme = programme
    self.options = options
    self.library = library
  }

  /// The best plan: goals in order or weighed, rules kept, everything recomputed from its definition.
  package func plan(starts: [Choice] = []) throws -> Plan {
    let began = options.stop.clock()
    let model = MasterModel(programme)
    let comparison = Comparing(self, model: model)
    let result = comparison.beside { stages(model).run(Stages.Request(starts: starts.map(programme.phasing))) }
    guard let phasing = result.phasing else {
      return withoutChoice(result, began: began)
    }
    let choice = programme.choice(of: phasing)
    try agree(model, phasing: phasing, choice: choice)
    var plan = evaluate(choice)
    plan.proof = proof(result)
    plan.gap = result.gap
    plan.goals = bounded(plan.goals, model: model, result: result)
    comparison.fill(&plan)
    plan.run = run(began: began, effort: result.effort)
    return plan
  }

  func stages(_ model: MasterModel) -> Stages {
    Stages(programme: programme, model: model, library: library, options: options)
  }

  func run(began: Double, effort: Outcome.Effort) -> Run {
    Run(
      seconds: options.stop.clock() - began, seed: options.seed, threads: options.threads,
      effort: Run.Effort(linearPrograms: effort.linearPrograms, nodes: effort.nodes, cuts: effort.cuts))
  }

  func proof(_ result: Stages.Result) -> Proof { proof(result.status, gap: result.gap) }

  func proof(_ status: Outcome.Status, gap: Double) -> Proof {
    switch status {
    case .infeasible: .infeasible(conflict: [])
    case .stopped(.timeLimit): .stopped(.timeLimit)
    case .stopped(.interrupted): .stopped(.interrupted)
    case .proved, .unproved: gap <= Proof.tolerance ? .optimal : .within(gap)
    }
  }

  private func withoutChoice(_ result: Stages.Result, began: Double) -> Plan {
    var proof = proof(result)
    if case .infeasible = proof { proof = .infeasible(conflict: conflict()) }
    return Plan(proof: proof, gap: .infinity, run: run(began: began, effort: result.effort))
  }

  // MARK: Second look

  /// Holds every value the engine works with against the goal's own definition.
  private func agree(_ model: MasterModel, phasing: Phasing, choice: Choice) throws {
    let measuring = Measuring(programme, choice: choice)
    for (goal, measure) in zip(model.goals, model.measures) {
      guard let form = goal.form(in: programme) else { continue }
      let claimed = form.value(ofMeasure: model.problem.value(of: measure, in: phasing))
      let recomputed = form.result(for: measuring).total
      // Reach is a difference of large numbers: what is measured is who is left out.
      guard abs(claimed - recomputed) <= 1e-9 * max(1, abs(recomputed)) else {
        throw DisagreementError(goal: goal.id, claimed: claimed, recomputed: recomputed)
      }
    }
  }

  /// Values and rules of a given choice; nothing is optimised.
  package func evaluate(_ choice: Choice) -> Plan {
    let began = options.stop.clock()
    let measuring = Measuring(programme, choice: choice)
    return Plan(
      choice: choice, proof: .evaluated, gap: .infinity, establishments: programme.establishments(of: choice),
      goals: programme.goals.flatMap { results(of: $0, measuring) },
      rules: programme.rules.map { $0.form.result($0.id, for: measuring) }, travel: measuring.travel(),
      loads: measuring.loads(after: programme.rounds - 1), run: run(began: began, effort: Outcome.Effort()))
  }

  /// A goal's value, then each round's part of it where there are several.
  func results(of goal: Goal, _ measuring: Measuring) -> [GoalResult] {
    guard let value = goal.form(in: programme)?.result(for: measuring) else { return [] }
    let rounds = value.byRound.indices.filter { value.byRound[$0] != nil }
    // With nothing proved, the trivial bound: no better than the best the kind can be.
    func result(_ number: Double, round: Int?) -> GoalResult {
      GoalResult(
        goal: goal.id, round: round, sense: goal.sense, unit: goal.unit, value: number,
        bound: goal.sense == .minimise ? min(0, number) : max(number, programme.geography.demand.total.value))
    }
    guard rounds.count > 1 else { return [result(value.total, round: rounds.first)] }
    return [result(value.total, round: nil)]
      + rounds.compactMap { round in
        value.byRound[round].map { result($0, round: round) }
      }
  }

  /// Puts the proved bounds on the goals; a round's part has what is left of the bound when the other parts stay.
  private func bounded(_ goals: [GoalResult], model: MasterModel, result: Stages.Result) -> [GoalResult] {
    guard !programme.assignment.isWeighted else { return goals }
    var slack: [ID<Goal>: Double] = [:]
    return goals.map { goal in
      var goal = goal
      guard let step = model.goals.firstIndex(where: { $0.id == goal.goal }), let bound = result.bounds[step] else {
        return goal
      }
      if slack[goal.goal] == nil {
        // Recomputed, a value may differ from the engine's in its last digits; a bound never lies beyond it.
        goal.bound = goal.sense == .minimise ? min(bound, goal.value) : max(bound, goal.value)
        goal.limit = result.limits.first { $0.measure == model.measures[step] }
          .flatMap { limit in model.goals[step].form(in: programme)?.value(ofMeasure: limit.upper) }
        slack[goal.goal] = goal.value - goal.bound
      } else {
        goal.bound = goal.value - (slack[goal.goal] ?? 0)
      }
      return goal
    }
  }

  // MARK: Random

  /// Random plans that keep the rules: random rounds, then random changes until every rule holds.
  ///
  /// Not uniform over all such plans, which nobody knows how to draw; good enough to see what chance would give.
  package func randomPlans(count: Int) -> [Choice] {
    let walk = RandomWalk(MasterModel(programme, goals: []).problem)
    var generator = SplitMix64(seed: options.seed)
    var choices: [Choice] = []
    var failures = 0
    // Rules that cannot be kept, or hardly, are not tried again and again.
    while choices.count < count, failures < 3, options.stop.reason == nil {
      guard let phasing = walk.phasing(steps: 20_000, using: &generator, stop: options.stop) else {
        failures += 1
        continue
      }
      choices.append(programme.choice(of: phasing))
    }
    return choices
  }
}

extension Programme {
  /// The offices of a choice, by round and name.
  package func establishments(of choice: Choice) -> [Establishment] {
    choice.opens.compactMap { place, round -> Establishment? in
      guard let index = site(of: place) else { return nil }
      let site = sites[index]
      return Establishment(
        place: place, name: site.name, municipality: site.municipality, kind: site.kind, level: site.level,
        round: round, categories: site.categories)
    }
    .sorted { ($0.round, $0.name, $0.place.code) < ($1.round, $1.name, $1.place.code) }
  }
}
