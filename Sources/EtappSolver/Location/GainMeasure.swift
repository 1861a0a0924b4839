/// What is left of a burden when open sites relieve it: access, reach, equity, each with its own gains.
///
///     value = base − Σₜ weightₜ · Σᵢ max { gᵢⱼ : j open in round t }
///
/// Source: the p-median with existing sites in gain form; method §4.
package struct GainMeasure: Sendable {
  package var base: Double
  package var weights: [Double]
  package var rows: GainRows

  /// - Parameters:
  ///   - base: The value when no site of the problem is open in any round.
  ///   - weights: Weight of each round.
  ///   - rows: Gains, in the unit that `weights` turn into the measure's own.
  package init(base: Double, weights: [Double], rows: GainRows) {
    self.base = base
    self.weights = weights
    self.rows = rows
  }

  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    var value = base
    for round in 0..<problem.rounds where weights[round] != 0 {
      let isOpen = problem.sites.indices.map { problem.isOpen($0, in: round, of: phasing) }
      value -= weights[round] * rows.value(isOpen: isOpen.span)
    }
    return value
  }
}
