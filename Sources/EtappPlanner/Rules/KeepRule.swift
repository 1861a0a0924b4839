import EtappModel
import EtappSolver

/// `keep`: at most so many of the selected places differ in round from a named plan.
///
///     Σ_{j in the plan} (1 − xⱼ,ₜ₍ⱼ₎) + Σ_{j not in it} y_{jT} ≤ changes,     j selected
///
/// Of all places, offices that close are counted too, and places of the plan that the programme no longer has.
struct KeepRule: RuleForm {
  let plan: String
  let changes: Int
  let selection: Selection

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let measure = programme.differences(from: programme.baselines[plan] ?? Choice(), among: selection)
    return RuleRows(rows: [
      PhasedProblem.EventRow(
        terms: measure.terms, upper: Double(changes) - measure.constant, price: price)
    ])
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let baseline = measuring.programme.baselines[plan] ?? Choice()
    return RuleResult(id, value: Double(count(measuring, baseline)), max: Double(changes))
  }

  private func count(_ measuring: Measuring, _ baseline: Choice) -> Int {
    guard selection != .all else { return measuring.choice.differences(from: baseline) }
    let programme = measuring.programme
    return programme.sites(matching: selection).count { site in
      measuring.event(of: site) != baseline.opens[ID(programme.sites[site].id)]
    }
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
  func differences(from choice: Choice, among selection: Selection = .all) -> LinearMeasure {
    let gone =
      selection == .all
      ? choice.opens.keys.count { site(of: $0) == nil } + choice.closes.keys.count { siteOfOffice[$0] == nil } : 0
    let wanted = phasing(of: choice)
    var measure = LinearMeasure(constant: Double(gone), terms: [])
    for site in selection == .all ? Array(sites.indices) : sites(matching: selection) {
      let event = wanted.events[site]
      if event == Phasing.never {
        measure.terms += events([site], allRounds)
      } else {
        measure.constant += 1
        // Not moved: −1. Moved to another round: the constant 1 stays.
        measure.terms.append(PhasedProblem.EventTerm(site: site, round: Int(event), coefficient: -1))
      }
    }
    return measure
  }
}
