extension Comparison {
  /// The difference of two plans of the same assignment.
  public init(_ first: Plan, named firstName: String, _ second: Plan, named secondName: String) {
    let held = Dictionary(first.rules.map { ($0.rule, $0.satisfied) }, uniquingKeysWith: { a, _ in a })
    var changed: [ID<Rule>: Bool] = [:]
    for rule in second.rules where held[rule.rule] != rule.satisfied { changed[rule.rule] = rule.satisfied }
    self.init(
      first: firstName, second: secondName, moves: first.choice.moves(to: second.choice),
      goals: GoalDifference.between(first, second), rules: changed)
  }
}

extension GoalDifference {
  /// What each goal of `second` differs by from `first`, the goals in the order of `second`.
  public static func between(_ first: Plan, _ second: Plan) -> [GoalDifference] {
    second.totals.compactMap { goal in
      guard let before = first.totals.first(where: { $0.goal == goal.goal }) else { return nil }
      return GoalDifference(
        goal: goal.goal, sense: goal.sense, unit: goal.unit, delta: goal.value - before.value,
        bound: goal.bound - before.value, value: goal.value)
    }
  }
}

extension Plan {
  /// One result for each goal: the whole, without the rounds' parts.
  public var totals: [GoalResult] {
    var seen: Set<ID<Goal>> = []
    return goals.filter { seen.insert($0.goal).inserted }
  }
}
