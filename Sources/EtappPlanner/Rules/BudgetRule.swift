import EtappModel
import EtappSolver

/// `budget`: set-up cost of what opens in the rounds is at most a sum.
///
///     Σⱼ costⱼ Σ_{t in rounds} xⱼₜ ≤ limit
struct BudgetRule: RuleForm {
  let limit: Money
  let rounds: ClosedRange<Int>

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let terms = programme.openingSites.filter { programme.sites[$0].cost != 0 }.flatMap { site in
      programme.events([site], rounds, coefficient: programme.sites[site].cost)
    }
    return RuleRows(rows: [PhasedProblem.EventRow(terms: terms, upper: limit.value, price: price)])
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let programme = measuring.programme
    let spent = programme.openingSites.reduce(0.0) { sum, site in
      measuring.event(of: site).map(rounds.contains) ?? false ? sum + programme.sites[site].cost : sum
    }
    return RuleResult(id, value: spent, max: limit.value)
  }
}
