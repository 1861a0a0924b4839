import EtappModel
import EtappSolver

/// A kind of goal as the planner sees it: what the engine makes small, and the goal's value computed from its definition.
protocol GoalForm {
  /// What the engine makes small.
  func measure(in programme: Programme) -> Measure
  /// The goal's value for a value of the measure; monotone.
  func value(ofMeasure measure: Double) -> Double
  /// The measure for a value of the goal: the inverse of `value(ofMeasure:)`.
  func measure(ofValue value: Double) -> Double
  /// Weight of the measure in a weighted sum for weight 1 of the goal.
  var slope: Double { get }
  /// The goal's value and each round's part of it, from the definition.
  func result(for measuring: Measuring) -> GoalValue
}

/// A goal's value on a choice, and the parts of it that are a single round's.
package struct GoalValue: Sendable {
  package var total: Double
  /// Value of each round on its own; nil where the round has no part.
  package var byRound: [Double?]

  init(total: Double, byRound: [Double?] = []) {
    self.total = total
    self.byRound = byRound
  }

  /// A mean of the rounds' values, weighted.
  init(mean values: [Double], weights: [Double]) {
    let whole = weights.reduce(0, +)
    total = whole > 0 ? zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / whole : 0
    byRound = values
  }
}

extension GoalForm {
  func value(ofMeasure measure: Double) -> Double { measure }
  func measure(ofValue value: Double) -> Double { value }
  var slope: Double { 1 }
}

extension Goal {
  /// The goal's form in a programme; nil for a kind that this version does not compute.
  func form(in programme: Programme) -> (any GoalForm)? {
    switch kind {
    case .access(let months): AccessGoal(months: months ?? programme.months)
    case .reach(let within, let months):
      BeyondGoal(limit: within, months: months ?? programme.months, programme, reached: true)
    case .farthest(let beyond, let months):
      BeyondGoal(limit: beyond, months: months ?? programme.months, programme, reached: false)
    case .equity(let aversion, let months): EquityGoal(aversion, months: months ?? programme.months, programme)
    case .spread(let measure): SpreadGoal(aggregation: measure)
    case .balance(let grouping): BalanceGoal(grouping: grouping)
    case .cost(let months): CostGoal(months: months ?? programme.months)
    case .stability(let plan): StabilityGoal(plan: plan)
    case .wishes: WishesGoal()
    case .delivery: programme.odds.map { DeliveryGoal(odds: $0) }
    }
  }
}
