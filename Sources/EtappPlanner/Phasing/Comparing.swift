import Dispatch
import EtappModel
import EtappSolver

/// What a plan's values are held against: the best each goal could have alone, and what chance gives.
///
/// Worked out beside the plan on another thread, since neither needs the other.
final class Comparing {
  private let planner: Planner
  private let model: MasterModel
  private var ideals: [Key: Double] = [:]
  private var random: [Key: Double] = [:]

  /// A goal, or one round's part of it.
  private struct Key: Hashable {
    let goal: ID<Goal>
    let round: Int?

    init(_ result: GoalResult) {
      goal = result.goal
      round = result.round
    }
  }

  init(_ planner: Planner, model: MasterModel) {
    self.planner = planner
    self.model = model
  }

  /// Runs `work`, and the comparison beside it when there are threads for both.
  func beside<Result>(_ work: () -> Result) -> Result {
    // With nothing to compare with, the work has all threads: within another's iteration it would get one.
    guard planner.options.threads > 1, !isIdle else {
      run()
      return work()
    }
    // Written by one iteration, read when both are over.
    nonisolated(unsafe) var outcome: Result?
    withoutActuallyEscaping(work) { work in
      nonisolated(unsafe) let work = work
      nonisolated(unsafe) let own = self
      DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 { outcome = work() } else { own.run() }
      }
    }
    guard let outcome else { preconditionFailure("The work was not done.") }
    return outcome
  }

  private var isIdle: Bool {
    planner.options.randomPlans == 0 && !(planner.options.ideals && model.goals.count > 1)
  }

  private func run() {
    let options = planner.options
    if options.randomPlans > 0 { random = means(of: planner.randomPlans(count: options.randomPlans)) }
    // A sole goal is alone already: its ideal is the plan.
    if options.ideals, model.goals.count > 1 { for goal in model.goals { findIdeal(of: goal) } }
  }

  /// What a goal reaches alone, under the rules only, and what its rounds then have.
  ///
  /// Only what is proved is an ideal: it is told as the best there can be, and explanations take it for a bound.
  private func findIdeal(of goal: Goal) {
    let alone = MasterModel(planner.programme, goals: [goal])
    var stages = planner.stages(alone)
    stages.isWeighted = false
    stages.isQuiet = true
    let result = stages.run()
    guard planner.proof(result) == .optimal, let phasing = result.phasing else { return }
    let measuring = Measuring(planner.programme, choice: planner.programme.choice(of: phasing))
    for result in planner.results(of: goal, measuring) { ideals[Key(result)] = result.value }
  }

  private func means(of plans: [Choice]) -> [Key: Double] {
    var sums: [Key: Double] = [:]
    // Who is served where is a problem of its own for every plan.
    let plans = planner.programme.hasCapacities ? Array(plans.prefix(Self.capacitated)) : plans
    var looked = 0
    for choice in plans {
      if planner.programme.hasCapacities, looked > 0, planner.options.stop.reason != nil { break }
      looked += 1
      let measuring = Measuring(planner.programme, choice: choice)
      for goal in model.goals {
        for result in planner.results(of: goal, measuring) { sums[Key(result), default: 0] += result.value }
      }
    }
    return sums.mapValues { $0 / Double(looked) }
  }

  /// Random plans that are looked at where offices have capacities.
  private static let capacitated = 20

  func fill(_ plan: inout Plan) {
    let isSole = planner.options.ideals && model.goals.count == 1 && plan.proof == .optimal
    for index in plan.goals.indices {
      plan.goals[index].ideal = isSole ? plan.goals[index].value : ideals[Key(plan.goals[index])]
      plan.goals[index].random = random[Key(plan.goals[index])]
    }
  }
}
