import EtappModel
import EtappSolver

/// `access`: mean travel time while the programme runs and after.
///
///     Σₜ mₜ Σᵢ wᵢ min { dᵢⱼ : j open } / (Σₜ mₜ Σᵢ wᵢ)
///
/// Where offices have capacities, the inner sum is the least there is when none serves more than it can.
/// Where points of different service levels are, wᵢ min { … } is Σₖ (ℓₖ − ℓₖ₋₁) wᵢ min { dᵢⱼ : j open, of level ≥ ℓₖ }.
struct AccessGoal: GoalForm {
  let months: [Double]

  func measure(in programme: Programme) -> Measure {
    let people = max(programme.geography.demand.total.value, 1e-9)
    let whole = max(months.reduce(0, +), 1e-9)
    return programme.relieved(weights: months.map { $0 / (whole * people) }) { Double($0) }
  }

  func result(for measuring: Measuring) -> GoalValue {
    let people = max(measuring.programme.geography.demand.total.value, 1e-9)
    let means = (0..<measuring.programme.rounds).map { measuring.burden(after: $0) { Double($0) } / people }
    return GoalValue(mean: means, weights: months)
  }
}
