import EtappModel
import EtappSolver

/// `keep`: at most so many places and offices differ in round from a named plan.
///
///     Σ_{j in the plan} (1 − xⱼ,ₜ₍ⱼ₎) + Σ_{j not in it} y_{jT} ≤ changes
struct KeepRule: RuleForm {
  let plan: String
  let changes: Int

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let measure = programme.differences(from: programme.baselines[plan] ?? Choice())
    return RuleRows(rows: [
      PhasedProblem.EventRow(
        terms: measure.terms, upper: Double(changes) - measure.constant, price: price)
    ])
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let baseline = measuring.programme.baselines[plan] ?? Choice()
    return RuleResult(id, value: Double(measuring.choice.differences(from: baseline)), max: Double(changes))
  }
}

extension Choice {
  /// How many places and offices have another round here than in another choice.
  func differences(from other: Choice) -> Int {
    let places = moves(to: other).count
    let offices = Set(closes.keys).union(other.closes.keys).count { closes[$0] != other.closes[$0] }
    return places + offices
  }
}

extension Programme {
  /// How many sites have another event than in a choice, as a constant and terms.
  ///
  /// Places of the choice that the programme no longer has count as changed.
  func differences(from choice: Choice) -> LinearMeasure {
    let wanted = phasing(of: choice)
    var constant = Double(choice.opens.keys.count { site(of: $0) == nil })
    constant += Double(choice.closes.keys.count { siteOfOffice[$0] == nil })
    var terms: [PhasedProblem.EventTerm] = []
    for (site, event) in wanted.events.enumerated() {
      if event == Phasing.never {
        terms += events([site], allRounds)
      } else {
        constant += 1
        // Not moved: −1. Moved to another round: the constant 1 stays.
        terms.append(PhasedProblem.EventTerm(site: site, round: Int(event), coefficient: -1))
      }
    }
    return LinearMeasure(constant: constant, terms: terms)
  }
}
