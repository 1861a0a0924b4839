import EtappModel
import EtappSolver
import Foundation

/// `equity`: the Kolm–Pollak equally-distributed equivalent of travel time.
///
///     EDE = (1/κ) ln ( Σₜ mₜ Σᵢ wᵢ exp(κ dᵢⱼ₍ᵢ₎) / (Σₜ mₜ Σᵢ wᵢ) ),   κ = ε Σᵢ wᵢ dᵢ / Σᵢ wᵢ dᵢ²
///
/// with d on the right the travel times before the programme. The measure is the sum inside the logarithm: a p-median
/// with another travel time. In a weighted sum the goal enters as (sum − 1)/κ, which for small κd is minutes too.
///
/// Source: Horton, Logan, Murrell, Skipper, Speakman (2024), arXiv:2401.15452; Kolm (1976), doi:10.1016/0022-0531(76)90068-5.
struct EquityGoal: GoalForm {
  let kappa: Double
  let months: [Double]
  /// Travel is taken as no longer than this, so that the exponential stays within numbers: the longest there is.
  private let longest: Double

  init(_ aversion: Goal.Aversion, months: [Double], _ programme: Programme) {
    self.months = months
    longest = Double(programme.demand.now.max() ?? 0)
    switch aversion {
    case .kappa(let kappa): self.kappa = max(kappa, 1e-9)
    case .epsilon(let epsilon): kappa = max(epsilon * Self.inverseScale(of: programme), 1e-9)
    }
  }

  /// Σ w d / Σ w d², per minute.
  private static func inverseScale(of programme: Programme) -> Double {
    var (first, second) = (0.0, 0.0)
    for (weight, minutes) in zip(programme.geography.demand.population, programme.demand.now) {
      first += Double(weight) * Double(minutes)
      second += Double(weight) * Double(minutes) * Double(minutes)
    }
    return second > 0 ? first / second : 1
  }

  private func burden(_ minutes: Float) -> Double { exp(kappa * min(Double(minutes), longest)) }

  func measure(in programme: Programme) -> Measure {
    let population = programme.geography.demand.population
    let people = max(programme.geography.demand.total.value, 1e-9)
    let whole = max(months.reduce(0, +), 1e-9)
    let base = zip(population, programme.demand.now).reduce(0) { $0 + Double($1.0) * burden($1.1) }
    let rows = programme.demand.gains(weights: population, siteCount: programme.sites.count, burden: burden)
    return .gain(GainMeasure(base: base / people, weights: months.map { $0 / (whole * people) }, rows: rows))
  }

  func value(ofMeasure measure: Double) -> Double { log(max(measure, .leastNormalMagnitude)) / kappa }

  func measure(ofValue value: Double) -> Double { exp(kappa * value) }

  var slope: Double { 1 / kappa }

  func result(for measuring: Measuring) -> GoalValue {
    let demand = measuring.programme.geography.demand
    let people = max(demand.total.value, 1e-9)
    let sums = (0..<measuring.programme.rounds).map { round in
      zip(demand.population, measuring.minutes(after: round)).reduce(0) { $0 + Double($1.0) * burden($1.1) } / people
    }
    let total = GoalValue(mean: sums, weights: months).total
    return GoalValue(total: value(ofMeasure: total), byRound: sums.map { value(ofMeasure: $0) })
  }
}
