/// A plan that is nearly as good as another, and what differs.
public struct Variant: Sendable {
  public var plan: Plan
  /// From the plan it is a variant of.
  public var moves: [Move]
  public var goals: [GoalDifference]

  public init(plan: Plan, moves: [Move], goals: [GoalDifference]) {
    self.plan = plan
    self.moves = moves
    self.goals = goals
  }
}
