/// The ladder of replanning: what the best plan is with few changes from a named plan, and with few promises broken.
public struct Ladder: Sendable {
  /// With at most 0, 1, 2 … places changed; promises are kept as far as their price goes.
  public var steps: [LadderStep]
  /// Places of the named plan that are promised: their municipalities have been told.
  public var promised: [ID<Place>]
  /// With as many changes as the last step, and at most 0, 1, 2 … promises broken; empty where nothing is promised.
  public var rungs: [LadderStep]

  public init(steps: [LadderStep] = [], promised: [ID<Place>] = [], rungs: [LadderStep] = []) {
    self.steps = steps
    self.promised = promised
    self.rungs = rungs
  }
}

/// One step of the ladder: the best plan with at most so many places changed.
public struct LadderStep: Sendable {
  public var changes: Int
  /// How many promises may be broken at most; nil where their price decides.
  public var promises: Int?
  public var plan: Plan
  public var moves: [Move]
  /// Promised places that are among the moves.
  public var broken: [ID<Place>]
  /// What the goals gain or lose against the step before; empty where one of the two has no plan.
  public var differences: [GoalDifference]

  public init(
    changes: Int, promises: Int? = nil, plan: Plan, moves: [Move], broken: [ID<Place>] = [],
    differences: [GoalDifference] = []
  ) {
    self.changes = changes
    self.promises = promises
    self.plan = plan
    self.moves = moves
    self.broken = broken
    self.differences = differences
  }
}

/// Who has been told when their office opens, and what it is worth to stand by it.
public struct PromiseTerms: Hashable, Sendable {
  /// Municipalities that have been told; a place of theirs that keeps its round keeps the promise.
  public var told: Set<ID<Municipality>>
  /// What each broken promise counts among the wishes, points.
  public var price: Double
  /// How many broken promises the ladder tries at most.
  public var broken: Int

  public init(told: Set<ID<Municipality>> = [], price: Double = 1, broken: Int = 2) {
    self.told = told
    self.price = price
    self.broken = broken
  }
}
