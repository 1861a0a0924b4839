/// The difference of two plans: `second` minus `first`.
public struct Comparison: Sendable {
  public var first: String
  public var second: String
  public var moves: [Move]
  public var goals: [GoalDifference]
  /// Rules that hold in one of the plans only, with whether they hold in the second.
  public var rules: [ID<Rule>: Bool]

  public init(
    first: String, second: String, moves: [Move], goals: [GoalDifference], rules: [ID<Rule>: Bool]
  ) {
    self.first = first
    self.second = second
    self.moves = moves
    self.goals = goals
    self.rules = rules
  }
}

/// A point of a frontier of two goals: no plan is better on one without being worse on the other.
public struct FrontierPoint: Sendable {
  public var values: [Double]
  /// How sure each value is: the bound on the second goal, the first being at most `values[0]`.
  public var bound: Double
  public var choice: Choice

  public init(values: [Double], bound: Double, choice: Choice) {
    self.values = values
    self.bound = bound
    self.choice = choice
  }
}

/// A Pareto frontier of two goals.
public struct Frontier: Sendable {
  public var goals: [ID<Goal>]
  public var points: [FrontierPoint]
  /// Whether every non-dominated pair of values is here; false when stopped or thinned out.
  public var isComplete: Bool

  public init(goals: [ID<Goal>], points: [FrontierPoint], isComplete: Bool) {
    self.goals = goals
    self.points = points
    self.isComplete = isComplete
  }
}
