import EtappModel
import EtappSolver

/// `count`, and `near` with an area layer: between two numbers of the selected places open in a range of rounds.
///
///     min ≤ Σ_{j selected} Σ_{t in rounds} xⱼₜ ≤ max
///
/// With existing offices included, those that fulfil the selection and are still open after the last of the rounds
/// are counted too.
struct CountRule: RuleForm {
  let parts: [CountPart]
  let near: Selection.Nearby?
  let min: Int?
  let max: Int?

  func formulate(in programme: Programme, price: Double?) -> RuleRows {
    var result = RuleRows()
    for part in parts {
      let selection = selection(of: part)
      var terms = programme.events(programme.sites(matching: selection), part.rounds)
      var existing = 0
      if selection.includesExisting {
        let offices = programme.offices(matching: selection)
        existing = offices.permanent + offices.closable.count
        terms += programme.events(offices.closable, 0...part.rounds.upperBound, coefficient: -1)
      }
      result.rows.append(
        PhasedProblem.EventRow(
          lower: min.map { Double($0 - existing) } ?? -.infinity, terms: terms,
          upper: max.map { Double($0 - existing) } ?? .infinity, price: price))
    }
    return result
  }

  func result(_ id: ID<Rule>, for measuring: Measuring) -> RuleResult {
    RuleResult(
      id,
      parts: parts.map { part in
        (
          part.label,
          RuleResult(id, value: Double(count(part, measuring)), min: min.map(Double.init), max: max.map(Double.init))
        )
      })
  }

  private func selection(of part: CountPart) -> Selection {
    var selection = part.selection
    if let near { selection.nearby = near }
    return selection
  }

  private func count(_ part: CountPart, _ measuring: Measuring) -> Int {
    let programme = measuring.programme
    let selection = selection(of: part)
    let opened = programme.sites(matching: selection).count { site in
      measuring.event(of: site).map(part.rounds.contains) ?? false
    }
    guard selection.includesExisting else { return opened }
    let offices = programme.offices(matching: selection)
    let kept = offices.closable.count { measuring.isOpen($0, after: part.rounds.upperBound) }
    return opened + offices.permanent + kept
  }
}
