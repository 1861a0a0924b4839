import EtappModel
import EtappSolver

/// `delivery`: the expected number of offices that open inside their round's window.
///
///     Σⱼ Σₜ pⱼₜ xⱼₜ
///
/// with pⱼₜ the probability that an office at j opens inside the window of round t, from the simulation of its work
/// (`DeliveryOdds`). Linear, so that it joins the master; what sharing people does to a whole plan is in its forecast.
struct DeliveryGoal: GoalForm {
  let odds: DeliveryOdds

  func measure(in programme: Programme) -> Measure {
    let terms = programme.openingSites.flatMap { site in
      (0..<programme.rounds).map { round in
        PhasedProblem.EventTerm(site: site, round: round, coefficient: -odds.probability(site: site, round: round))
      }
    }
    return .linear(LinearMeasure(constant: 0, terms: terms.filter { $0.coefficient != 0 }))
  }

  func value(ofMeasure measure: Double) -> Double { -measure }

  func measure(ofValue value: Double) -> Double { -value }

  func result(for measuring: Measuring) -> GoalValue {
    let programme = measuring.programme
    let values = (0..<programme.rounds).map { round in
      programme.openingSites.reduce(0.0) { sum, site in
        measuring.event(of: site) == round ? sum + odds.probability(site: site, round: round) : sum
      }
    }
    return GoalValue(total: values.reduce(0, +), byRound: values)
  }
}
