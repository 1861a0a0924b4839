package import EtappModel
import EtappSolver

extension Planner {
  /// Near-optimal alternatives: plans within a share of the plan on every goal that differ from it, and from each other, in at
  /// least so many places.
  ///
  /// Each is the best such plan on the last goal; the next must differ from those before it. Found by no-good rows:
  ///
  ///     Σ_{j of an earlier plan} xⱼ,ₜ₍ⱼ₎ − Σ_{j not in it} y_{jT} ≤ n − k
  ///
  /// - Parameters:
  ///   - within: How much worse each goal may be than in the plan, as a share of its value; goals in order may be as far off as
  ///     their tolerances let them when that is more.
  ///   - differing: k, counted as in `keep`: a place that changes round is one, one that replaces another is two.
  /// - Returns: At most `count`, best first; fewer when there are no more.
  package func alternatives(to plan: Plan, within: Double, differing: Int, count: Int) throws -> [Variant] {
    var model = MasterModel(programme)
    let limits = limits(around: plan, within: within, model: model)
    var found: [Variant] = []
    var choices = [plan.choice]
    while found.count < count, options.stop.reason == nil {
      model.add(difference(from: choices[choices.count - 1], atLeast: differing))
      guard let choice = best(model, limits: limits, start: choices[choices.count - 1]) else { break }
      choices.append(choice.choice)
      var variant = evaluate(choice.choice)
      variant.proof = choice.proof
      variant.gap = choice.gap
      found.append(
        Variant(
          plan: variant, moves: plan.choice.moves(to: choice.choice), goals: GoalDifference.between(plan, variant)))
    }
    return found
  }

  /// What each goal's measure may be in an alternative.
  private func limits(around plan: Plan, within: Double, model: MasterModel) -> [(measure: Int, upper: Double)] {
    zip(model.goals, model.measures).compactMap { goal, measure in
      guard let result = plan.totals.first(where: { $0.goal == goal.id }), let form = goal.form(in: programme) else {
        return nil
      }
      let slack = within * abs(result.value)
      let wide = goal.sense == .minimise ? result.value + slack : result.value - slack
      let limit = result.limit.map { goal.sense == .minimise ? max(wide, $0) : min(wide, $0) } ?? wide
      let upper = form.measure(ofValue: limit)
      return (measure, upper + 1e-9 * max(1, abs(upper)))
    }
  }

  /// A row that at least so many sites have another event than in a choice.
  private func difference(from choice: Choice, atLeast count: Int) -> PhasedProblem.EventRow {
    let measure = programme.differences(from: choice)
    return PhasedProblem.EventRow(lower: Double(count) - measure.constant, terms: measure.terms)
  }

  /// The best choice on the last goal (or the weighted sum) within the limits, if there is one.
  private func best(_ model: MasterModel, limits: [(measure: Int, upper: Double)], start: Choice)
    -> (choice: Choice, proof: Proof, gap: Double)?
  {
    var question = BranchAndCut.Question(objective: objective(model), limits: limits)
    if let better = LocalSearch(model.problem).improve(
      programme.phasing(of: start), question: question, evaluations: 60_000, seed: options.seed, stop: options.stop)
    {
      question.starts = [better]
    }
    let solver = BranchAndCut(model.problem, library: library, stop: options.stop, threads: options.threads)
    let outcome = solver.minimise(question)
    guard let phasing = outcome.phasing else { return nil }
    let gap = Stages.gap(outcome.value, outcome.bound)
    return (programme.choice(of: phasing), proof(outcome.status, gap: gap), gap)
  }

  private func objective(_ model: MasterModel) -> Objective {
    if programme.assignment.isWeighted { return model.weightedSum(in: programme) }
    return model.measures.last.map { Objective($0) } ?? Objective([])
  }
}
