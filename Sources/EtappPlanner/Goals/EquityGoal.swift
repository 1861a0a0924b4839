package import EtappModel
import EtappSolver
import Foundation

/// `equity`: the Kolm–Pollak equally-distributed equivalent of travel time.
///
///     EDE = (1/κ) ln ( Σₜ mₜ Σᵢ wᵢ exp(κ dᵢⱼ₍ᵢ₎) / (Σₜ mₜ Σᵢ wᵢ) ),   κ = ε Σᵢ wᵢ dᵢ / Σᵢ wᵢ dᵢ²
///
/// with d on the right the travel times before the programme (where no office stays, to the nearest place of all). The
/// measure is the sum inside the logarithm: a p-median with another travel time; errands of different depth, where points
/// are of different service levels, are travellers apart. In a weighted sum the goal enters as (sum − 1)/κ, which for small κd is minutes too.
///
/// Source: Horton, Logan, Murrell, Skipper, Speakman (2024), arXiv:2401.15452; Kolm (1976), doi:10.1016/0022-0531(76)90068-5.
struct EquityGoal: GoalForm {
  let kappa: Double
  let months: [Double]
  /// Travel is taken as no longer than the longest there can be, so that "nothing is open" does not outgrow all numbers.
  private let longest: Double

  init(_ aversion: Goal.Aversion, months: [Double], _ programme: Programme) {
    self.months = months
    longest = Double(programme.demand.longest(unreachable: Float(programme.assignment.travel.unreachable.value)))
    switch aversion {
    case .kappa(let kappa): self.kappa = max(kappa, 1e-9)
    case .epsilon(let epsilon): kappa = max(epsilon * Self.inverseScale(of: programme), 1e-9)
    }
  }

  /// Σ w d / Σ w d², per minute.
  private static func inverseScale(of programme: Programme) -> Double {
    var (first, second) = (0.0, 0.0)
    let unreachable = Float(programme.assignment.travel.unreachable.value)
    let longest = programme.demand.longest(unreachable: unreachable)
    for tier in programme.demand.tiers {
      for (point, persons) in programme.geography.demand.population.enumerated() {
        let travel = min(longest, tier.first(point, unreachable: unreachable))
        let (weight, minutes) = (Double(persons) * tier.share, Double(travel))
        first += weight * minutes
        second += weight * minutes * minutes
      }
    }
    return second > 0 ? first / second : 1
  }

  private func burden(_ minutes: Float) -> Double { exp(kappa * min(Double(minutes), longest)) }

  func measure(in programme: Programme) -> Measure {
    let people = max(programme.geography.demand.total.value, 1e-9)
    let whole = max(months.reduce(0, +), 1e-9)
    return programme.relieved(weights: months.map { $0 / (whole * people) }, burden: burden)
  }

  func value(ofMeasure measure: Double) -> Double { log(max(measure, .leastNormalMagnitude)) / kappa }

  func measure(ofValue value: Double) -> Double { exp(kappa * value) }

  var slope: Double { 1 / kappa }

  func result(for measuring: Measuring) -> GoalValue {
    let people = max(measuring.programme.geography.demand.total.value, 1e-9)
    let sums = (0..<measuring.programme.rounds).map { measuring.burden(after: $0, burden) / people }
    let total = GoalValue(mean: sums, weights: months).total
    return GoalValue(total: value(ofMeasure: total), byRound: sums.map { value(ofMeasure: $0) })
  }
}

extension Programme {
  /// κ of an equity goal, per minute; nil for other goals.
  package func kappa(of goal: Goal) -> Double? { (goal.form(in: self) as? EquityGoal)?.kappa }
}
