package import EtappModel

/// A planner as the conformance suite sees it: whatever makes plans, exactly or not, can stand behind it.
package struct PlannerUnderTest: Sendable {
  package typealias Case = RandomInstance
  package var plan: @Sendable (Case, _ threads: Int) throws -> Plan
  package var evaluate: @Sendable (Case, Choice) throws -> Plan
  /// Plans that keep the rules, drawn at random; fewer than asked for where none is found.
  package var randomPlans: @Sendable (Case, _ count: Int) throws -> [Choice]
  /// Every rule, those that rounds and earliest days imply among them.
  package var rules: @Sendable (Case) -> [Rule]
  /// The goals in the order they are taken.
  package var goals: @Sendable (Case) -> [Goal]

  package init(
    plan: @escaping @Sendable (Case, Int) throws -> Plan, evaluate: @escaping @Sendable (Case, Choice) throws -> Plan,
    randomPlans: @escaping @Sendable (Case, Int) throws -> [Choice], rules: @escaping @Sendable (Case) -> [Rule],
    goals: @escaping @Sendable (Case) -> [Goal]
  ) {
    self.plan = plan
    self.evaluate = evaluate
    self.randomPlans = randomPlans
    self.rules = rules
    self.goals = goals
  }
}

/// What every planner must do on any programme; returns what it does not.
///
/// Feasible by the oracle · bound no better than possible · the same plan from the same seed on one and two threads ·
/// values that stand when computed again · at least as good as random plans · a rule more never makes the best better ·
/// minimal conflicts.
package func checkPlanner(_ planner: PlannerUnderTest, on instance: RandomInstance) throws -> [String] {
  var check = PlannerCheck(planner: planner, instance: instance)
  let plan = try planner.plan(instance, 1)
  try check.repeats(plan)
  if case .infeasible(let conflict) = plan.proof {
    try check.isMinimal(conflict)
  } else {
    check.isSound(plan)
    try check.standsAgain(plan)
    try check.beatsChance(plan)
    try check.losesByRules(plan)
  }
  return check.complaints
}

private struct PlannerCheck {
  let planner: PlannerUnderTest
  let instance: RandomInstance
  let oracle: Oracle
  let goals: [Goal]
  var complaints: [String] = []

  init(planner: PlannerUnderTest, instance: RandomInstance) {
    self.planner = planner
    self.instance = instance
    oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
    goals = planner.goals(instance)
  }

  private mutating func expect(_ holds: Bool, _ complaint: @autoclosure () -> String) {
    if !holds { complaints.append(complaint()) }
  }

  private func slack(_ value: Double) -> Double { 3e-6 * max(1, abs(value)) }

  /// Whether `a` is as good as `b` or better, but for rounding.
  private func isAsGood(_ a: Double, _ b: Double, _ sense: Goal.Sense) -> Bool {
    sense == .minimise ? a <= b + slack(b) : a >= b - slack(b)
  }

  private func result(_ goal: Goal, _ plan: Plan) -> GoalResult? { plan.totals.first { $0.goal == goal.id } }

  mutating func isSound(_ plan: Plan) {
    expect(plan.proof == .optimal, "proof: \(plan.proof)")
    expect(oracle.isAllowed(plan.choice), "the plan breaks a rule: \(plan.choice)")
    for goal in goals {
      guard let result = result(goal, plan) else {
        complaints.append("no result for \(goal.id)")
        continue
      }
      let value = oracle.value(goal, plan.choice)
      expect(abs(result.value - value) <= 1e-5 * max(1, abs(value)), "\(goal.id) claims \(result.value), is \(value)")
      if !instance.assignment.isWeighted {
        expect(
          isAsGood(result.bound, result.value, result.sense), "\(goal.id): bound \(result.bound), value \(result.value)"
        )
      }
    }
  }

  mutating func repeats(_ plan: Plan) throws {
    let again = try planner.plan(instance, 1)
    let two = try planner.plan(instance, 2)
    expect(again.choice == plan.choice, "the same seed gives another plan")
    expect(two.choice == plan.choice, "two threads give another plan")
    expect(two.goals.map(\.value) == plan.goals.map(\.value), "two threads give other values")
    expect(two.proof == plan.proof, "two threads give another proof: \(plan.proof), \(two.proof)")
  }

  mutating func standsAgain(_ plan: Plan) throws {
    let again = try planner.evaluate(instance, plan.choice)
    expect(again.goals.map(\.value) == plan.goals.map(\.value), "evaluated again, the values are others")
    expect(again.rules == plan.rules, "evaluated again, the rules are others")
    for rule in plan.rules {
      guard let asked = instance.assignment.rules.first(where: { $0.id == rule.rule }) else { continue }
      let missed = oracle.missed(asked, plan.choice)
      expect(rule.satisfied == (missed <= 1e-9), "\(rule.rule): satisfied \(rule.satisfied), missed by \(missed)")
      expect(abs(rule.missed - missed) <= 1e-6 * max(1, missed), "\(rule.rule): missed \(rule.missed), is \(missed)")
    }
  }

  mutating func beatsChance(_ plan: Plan) throws {
    guard !instance.assignment.isWeighted else { return }
    for choice in try planner.randomPlans(instance, 200) {
      guard oracle.isAllowed(choice) else {
        complaints.append("a random plan breaks a rule: \(choice)")
        continue
      }
      for goal in goals {
        guard let own = result(goal, plan)?.value else { continue }
        let random = oracle.value(goal, choice)
        // Within its tolerance of what chance found, as the best cannot be worse than that.
        expect(
          isAsGood(own, goal.allowed(best: random), goal.sense), "chance beats \(goal.id): \(random) against \(own)")
        // Only a plan that is no worse on this goal may be held against the goals after it.
        guard isAsGood(random, own, goal.sense), !(goal.sense == .minimise ? random > own : random < own) else { break }
      }
    }
  }

  /// Closes one place that the plan opens: the first goal's bound may not become better.
  mutating func losesByRules(_ plan: Plan) throws {
    guard !instance.assignment.isWeighted, let first = goals.first, let before = result(first, plan),
      let place = plan.choice.opens.keys.min()
    else { return }
    var stricter = instance
    stricter.assignment.rules.append(
      Rule(id: "one-more", kind: .forbidden(Selection(places: [place]), round: nil)))
    let after = try planner.plan(stricter, 1)
    if case .infeasible = after.proof { return }
    guard let then = result(first, after) else { return }
    expect(isAsGood(before.bound, then.value, first.sense), "one rule more makes \(first.id) better")
  }

  mutating func isMinimal(_ conflict: [ID<Rule>]) throws {
    let rules = planner.rules(instance).filter { conflict.contains($0.id) }
    expect(!conflict.isEmpty && rules.count == conflict.count, "the conflict \(conflict) names other things than rules")
    expect(try !isPossible(rules), "the conflict \(conflict) is none")
    for rule in rules {
      expect(try isPossible(rules.filter { $0.id != rule.id }), "\(rule.id) is superfluous in \(conflict)")
    }
  }

  private func isPossible(_ rules: [Rule]) throws -> Bool {
    var reduced = instance
    reduced.assignment.rules = rules
    reduced.assignment.goals = []
    for index in reduced.assignment.rounds.indices {
      reduced.assignment.rounds[index].minimum = nil
      reduced.assignment.rounds[index].maximum = nil
    }
    for index in reduced.geography.places.indices { reduced.geography.places[index].earliest = nil }
    if case .infeasible = try planner.plan(reduced, 1).proof { return false }
    return true
  }
}
