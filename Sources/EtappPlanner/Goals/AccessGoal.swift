import EtappModel
import EtappSolver

/// `access`: mean travel time while the programme runs and after.
///
///     Σₜ mₜ Σᵢ wᵢ min { dᵢⱼ : j open } / (Σₜ mₜ Σᵢ wᵢ)
///
/// Where points of different service levels are, wᵢ min { … } is Σₖ (ℓₖ − ℓₖ₋₁) wᵢ min { dᵢⱼ : j open, of level ≥ ℓₖ }.
struct AccessGoal: GoalForm {
  let months: [Double]

  func measure(in programme: Programme) -> Measure {
    let population = programme.geography.demand.population
    let people = max(programme.geography.demand.total.value, 1e-9)
    let whole = max(months.reduce(0, +), 1e-9)
    let rows = programme.demand.burdens(weights: population, siteCount: programme.sites.count) { Double($0) }
    return .gain(GainMeasure(weights: months.map { $0 / (whole * people) }, rows: rows))
  }

  func result(for measuring: Measuring) -> GoalValue {
    let demand = measuring.programme.geography.demand
    let people = max(demand.total.value, 1e-9)
    let means = (0..<measuring.programme.rounds).map { round in
      measuring.tiers(after: round).sum(weights: demand.population) { Double($0) } / people
    }
    return GoalValue(mean: means, weights: months)
  }
}
