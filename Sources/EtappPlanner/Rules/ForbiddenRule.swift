import EtappModel
import EtappSolver

/// `forbidden`, `notBefore`, `notAfter`: the selected places do not open in certain rounds.
///
///     xⱼₜ = 0  for the rounds that are forbidden
struct ForbiddenRule: RuleForm {
  let selection: Selection
  let isForbidden: (Int) -> Bool

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let sites = programme.sites(matching: selection)
    let rounds = (0..<programme.rounds).filter(isForbidden)
    guard price == nil else {
      let rows = sites.map { site in
        PhasedProblem.EventRow(
          terms: rounds.map { PhasedProblem.EventTerm(site: site, round: $0) }, upper: 0, price: price)
      }
      return RuleRows(rows: rows)
    }
    let allowed = Set(0..<programme.rounds).subtracting(rounds)
    return RuleRows(restrictions: sites.map { .init(site: $0, rounds: allowed) })
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let programme = measuring.programme
    let broken = programme.sites(matching: selection).filter { site in
      measuring.event(of: site).map(isForbidden) ?? false
    }
    var result = RuleResult(id, value: Double(broken.count), max: 0)
    result.broken = broken.map { programme.sites[$0].name }
    return result
  }
}
