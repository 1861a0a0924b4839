import EtappModel
import EtappSolver

/// `fixed`: each subject opens, in the given round or in any; of a subject with several places, at least one does.
///
///     Σ_{j of the subject} xⱼₜ ≥ 1
struct FixedRule: RuleForm {
  let fixings: [Fixing]

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    var result = RuleRows()
    for fixing in fixings {
      let sites = programme.sites(of: fixing.subject)
      if price == nil, sites.count == 1 {
        result.restrictions.append(.init(site: sites[0], rounds: fixing.round.map { [$0] }, mustHappen: true))
      } else {
        let rounds = fixing.round.map { $0...$0 } ?? programme.allRounds
        result.rows.append(
          PhasedProblem.EventRow(lower: 1, terms: programme.events(sites, rounds), price: price))
      }
    }
    return result
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let broken = fixings.filter { fixing in
      !measuring.programme.sites(of: fixing.subject).contains { site in
        measuring.event(of: site).map { fixing.round == nil || $0 == fixing.round } ?? false
      }
    }
    var result = RuleResult(id, value: Double(fixings.count - broken.count), min: Double(fixings.count))
    result.broken = broken.map(\.subject.title)
    return result
  }
}
