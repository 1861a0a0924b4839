import EtappModel
import EtappSolver

/// `access`: mean travel time while the programme runs and after.
///
///     Σₜ mₜ Σᵢ wᵢ min { dᵢⱼ : j open } / (Σₜ mₜ Σᵢ wᵢ)
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
      zip(demand.population, measuring.minutes(after: round)).reduce(0) { $0 + Double($1.0) * Double($1.1) } / people
    }
    return GoalValue(mean: means, weights: months)
  }
}
