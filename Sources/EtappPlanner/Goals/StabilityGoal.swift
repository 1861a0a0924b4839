import EtappModel
import EtappSolver

/// `stability`: places whose round differs from a named plan.
struct StabilityGoal: GoalForm {
  let plan: String

  func measure(in programme: Programme) -> Measure {
    .linear(programme.differences(from: programme.baselines[plan] ?? Choice()))
  }

  func result(for measuring: Measuring) -> GoalValue {
    GoalValue(total: Double(measuring.choice.differences(from: measuring.programme.baselines[plan] ?? Choice())))
  }
}

/// `wishes`: the price of the rules with a price that are missed.
///
///     Σ over rules with a price: price × units missed
struct WishesGoal: GoalForm {
  func measure(in programme: Programme) -> Measure { .penalty }

  func result(for measuring: Measuring) -> GoalValue {
    let total = measuring.programme.rules.reduce(0.0) { sum, rule in
      guard let price = rule.price else { return sum }
      return sum + price * rule.form.result(rule.id, for: measuring).missed
    }
    return GoalValue(total: total)
  }
}
