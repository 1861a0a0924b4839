import EtappModel
import EtappSolver

/// `close`: between two numbers of the selected existing offices close in a range of rounds.
struct CloseRule: RuleForm {
  let selection: Selection
  let rounds: ClosedRange<Int>
  let min: Int?
  let max: Int?

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    let closable = programme.offices(matching: selection).closable
    return RuleRows(rows: [
      PhasedProblem.EventRow(
        lower: min.map(Double.init) ?? -.infinity, terms: programme.events(closable, rounds),
        upper: max.map(Double.init) ?? .infinity, price: price)
    ])
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    let closed = measuring.programme.offices(matching: selection).closable.count { site in
      measuring.event(of: site).map(rounds.contains) ?? false
    }
    return RuleResult(id, value: Double(closed), min: min.map(Double.init), max: max.map(Double.init))
  }
}
