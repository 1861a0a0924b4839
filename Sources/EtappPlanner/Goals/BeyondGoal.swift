import EtappModel
import EtappSolver

/// `reach` and `farthest`: people within, or beyond, a time of an open office, after each round; in all the mean over
/// the months that the rounds serve.
///
///     farthest = Σₜ mₜ Σᵢ wᵢ [min dᵢⱼ > τ] / Σₜ mₜ;  reach = Σᵢ wᵢ − farthest
///
/// Of service levels: a person counts as reached by the highest level within τ, and as beyond by the rest.
struct BeyondGoal: GoalForm {
  let limit: Minutes
  let months: [Double]
  let people: Double
  let reached: Bool

  init(limit: Minutes, months: [Double], _ programme: Programme, reached: Bool) {
    self.limit = limit
    self.months = months
    self.reached = reached
    people = programme.geography.demand.total.value
  }

  func measure(in programme: Programme) -> Measure {
    let whole = max(months.reduce(0, +), 1e-9)
    return programme.peopleBeyond(limit, points: nil, weights: months.map { $0 / whole }).measure(scale: 1)
  }

  func value(ofMeasure measure: Double) -> Double { reached ? people - measure : measure }

  func measure(ofValue value: Double) -> Double { reached ? people - value : value }

  func result(for measuring: Measuring) -> GoalValue {
    let counts = (0..<measuring.programme.rounds).map { round in
      let beyond = measuring.burden(after: round) { $0 <= Float(limit.value) ? 0 : 1 }
      return reached ? people - beyond : beyond
    }
    return GoalValue(mean: counts, weights: months)
  }
}
