import EtappModel
import EtappSolver

/// `cost`: set-up cost of what opens, and yearly cost of it and of the offices that may close, while the rounds serve.
///
///     Σⱼ setupⱼ y_{jT} + Σⱼ yearlyⱼ Σₜ (mₜ/12) yⱼₜ
struct CostGoal: GoalForm {
  let months: [Double]

  func measure(in programme: Programme) -> Measure {
    var constant = 0.0
    var terms: [PhasedProblem.EventTerm] = []
    for (index, site) in programme.sites.enumerated() {
      if site.closes { constant += site.yearly * years(from: 0) }
      for round in 0..<programme.rounds {
        let yearly = site.yearly * years(from: round)
        let cost = site.closes ? -yearly : site.cost + yearly
        if cost != 0 { terms.append(PhasedProblem.EventTerm(site: index, round: round, coefficient: cost)) }
      }
    }
    return .linear(LinearMeasure(constant: constant, terms: terms))
  }

  /// Years from a round to the end of the time counted.
  private func years(from round: Int) -> Double { months[round...].reduce(0, +) / 12 }

  func result(for measuring: Measuring) -> GoalValue {
    let programme = measuring.programme
    let values = (0..<programme.rounds).map { round in
      programme.sites.indices.reduce(0.0) { sum, site in
        let setup = !programme.sites[site].closes && measuring.event(of: site) == round ? programme.sites[site].cost : 0
        let yearly = measuring.isOpen(site, after: round) ? programme.sites[site].yearly * months[round] / 12 : 0
        return sum + setup + yearly
      }
    }
    return GoalValue(total: values.reduce(0, +), byRound: values)
  }
}
