/// A constant plus a coefficient for each event: cost, stability.
package struct LinearMeasure: Sendable {
  package var constant: Double
  package var terms: [PhasedProblem.EventTerm]

  package init(constant: Double, terms: [PhasedProblem.EventTerm]) {
    self.constant = constant
    self.terms = terms
  }

  func value(in phasing: Phasing) -> Double {
    terms.reduce(constant) { $0 + (phasing.happens($1.site, in: $1.round) ? $1.coefficient : 0) }
  }
}
