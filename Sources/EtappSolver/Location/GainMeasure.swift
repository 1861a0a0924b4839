/// A burden that open sites relieve: access, reach, equity, each with its own burden for each travel time.
///
///     value = Σₜ weightₜ · Σᵢ min { bᵢⱼ : j open in round t }
///
/// Source: the p-median with existing sites in gain form; the article Method.
package struct GainMeasure: Sendable {
  package var weights: [Double]
  package var rows: GainRows

  /// - Parameters:
  ///   - weights: Weight of each round, which turns a burden into the measure's own unit.
  ///   - rows: Burdens.
  package init(weights: [Double], rows: GainRows) {
    self.weights = weights
    self.rows = rows
  }

  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    var value = 0.0
    for round in 0..<problem.rounds where weights[round] != 0 {
      let isOpen = problem.sites.indices.map { problem.isOpen($0, in: round, of: phasing) }
      value += weights[round] * rows.burden(isOpen: isOpen.span)
    }
    return value
  }
}
