import EtappModel
import EtappPlanner
import EtappTestSupport
import Foundation
import Testing

/// Hundreds of small random programmes over all rule and goal kinds, held against every choice there is.
@Suite struct `Brute force` {
  @Test(arguments: 0..<400)
  func `finds the best plan, or a minimal conflict`(seed: Int) throws {
    try check(RandomInstance(seed: UInt64(seed)))
  }

  @Test(arguments: 1000..<1160)
  func `finds the best plan where not every errand can be done everywhere`(seed: Int) throws {
    try check(RandomInstance(seed: UInt64(seed)).withLevels(seed: UInt64(seed)))
  }

  @Test(arguments: 6000..<6160)
  func `finds the best plan where offices have capacities`(seed: Int) throws {
    try check(RandomInstance(seed: UInt64(seed)).withCapacities(seed: UInt64(seed)))
  }

  @Test(arguments: 6200..<6280)
  func `finds the best plan where both are so`(seed: Int) throws {
    try check(
      RandomInstance(seed: UInt64(seed)).withLevels(seed: UInt64(seed)).withCapacities(seed: UInt64(seed)))
  }

  private func check(_ instance: RandomInstance) throws {
    let programme = Programme(
      assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
    let plan = try Planner(programme, options: .test()).plan()
    let oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
    if instance.assignment.isWeighted {
      checkWeighted(plan, programme, oracle)
    } else if let best = oracle.best(goals: programme.goals) {
      checkOrdered(plan, programme, oracle, best: best.values)
    } else {
      try checkConflict(plan, programme, instance)
    }
  }

  private func checkOrdered(_ plan: Plan, _ programme: Programme, _ oracle: Oracle, best: [Double]) {
    #expect(plan.proof == .optimal, "\(plan.proof)")
    #expect(oracle.isAllowed(plan.choice), "\(plan.choice)")
    for (goal, best) in zip(programme.goals, best) {
      guard let result = plan.goals.first(where: { $0.goal == goal.id }) else {
        Issue.record("The goal \(goal.id) has no result.")
        continue
      }
      let scale = max(1, abs(best))
      #expect(abs(result.value - oracle.value(goal, plan.choice)) <= 1e-5 * scale, "value of \(goal.id)")
      let allowed = goal.allowed(best: best)
      let isWithin =
        goal.sense == .minimise ? result.value <= allowed + 3e-6 * scale : result.value >= allowed - 3e-6 * scale
      #expect(isWithin, "\(goal.id): \(result.value) against \(best), allowed \(allowed)")
      let boundHolds =
        goal.sense == .minimise ? result.bound <= best + 3e-6 * scale : result.bound >= best - 3e-6 * scale
      #expect(boundHolds, "bound of \(goal.id): \(result.bound) against \(best)")
    }
    if let last = programme.goals.last, let best = best.last,
      let result = plan.goals.first(where: { $0.goal == last.id })
    {
      #expect(
        abs(result.value - best) <= 3e-6 * max(1, abs(best)), "last goal \(last.id): \(result.value) against \(best)")
    }
  }

  private func checkWeighted(_ plan: Plan, _ programme: Programme, _ oracle: Oracle) {
    func sum(_ choice: Choice) -> Double {
      programme.goals.reduce(0) { sum, goal in
        let value = oracle.value(goal, choice)
        let weight = (goal.weight ?? 0) * (goal.sense == .minimise ? 1 : -1)
        guard case .equity = goal.kind else { return sum + weight * value }
        // In a sum equity enters as (exp(κ·EDE) − 1)/κ; κ is what the value was made with.
        return sum + weight * linearised(value, goal, programme)
      }
    }
    let best = oracle.allChoices().filter(oracle.isAllowed).map(sum).min()
    guard let best else {
      guard case .infeasible = plan.proof else {
        Issue.record("There is no plan, and \(plan.proof) was claimed.")
        return
      }
      return
    }
    #expect(plan.proof == .optimal)
    #expect(abs(sum(plan.choice) - best) <= 3e-6 * max(1, abs(best)), "\(sum(plan.choice)) against \(best)")
  }

  private func linearised(_ value: Double, _ goal: Goal, _ programme: Programme) -> Double {
    guard let kappa = programme.kappa(of: goal) else { return value }
    return exp(kappa * value) / kappa
  }

  private func checkConflict(_ plan: Plan, _ programme: Programme, _ instance: RandomInstance) throws {
    guard case .infeasible(let conflict) = plan.proof else {
      Issue.record("There is no plan, and \(plan.proof) was claimed.")
      return
    }
    #expect(!conflict.isEmpty)
    let rules = programme.rules.filter { conflict.contains($0.id) }
    #expect(rules.count == conflict.count)
    #expect(!isPossible(rules, instance), "the conflict \(conflict) is none")
    for rule in rules {
      let others = rules.filter { $0.id != rule.id }
      #expect(isPossible(others, instance), "\(rule.id) is superfluous in \(conflict)")
    }
  }

  /// Whether some choice keeps the rules given, which include those that rounds and earliest days imply.
  private func isPossible(_ rules: [Rule], _ instance: RandomInstance) -> Bool {
    var assignment = instance.assignment
    assignment.rules = rules
    for index in assignment.rounds.indices {
      assignment.rounds[index].minimum = nil
      assignment.rounds[index].maximum = nil
    }
    var geography = instance.geography
    for index in geography.places.indices { geography.places[index].earliest = nil }
    let oracle = Oracle(assignment, geography, baselines: instance.baselines)
    return oracle.allChoices().contains(where: oracle.isAllowed)
  }
}

extension PlanningOptions {
  /// One thread, no comparison with chance, a clock that runs.
  static func test(threads: Int = 1, seed: UInt64 = 1) -> PlanningOptions {
    PlanningOptions(
      seed: seed, threads: threads, clock: { ProcessInfo.processInfo.systemUptime }, secondsAllowed: 120,
      randomPlans: 0,
      ideals: false)
  }
}
