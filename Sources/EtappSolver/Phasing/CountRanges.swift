/// How small and how great a count can be under the rules: the linear relaxation's minimum and maximum, rounded inwards.
struct CountRanges {
  private let model: HighsModel
  private(set) var isInfeasible = false
  private let memory: RangeMemory

  init(linear: LinearModel, library: HighsLibrary, stop: StopRule, memory: RangeMemory) {
    model = HighsModel(linear, library: library, stop: stop)
    self.memory = memory
    isInfeasible = model.solve() == .infeasible
  }

  /// The range of Σ terms, whole numbers; empty ranges do not occur, since an infeasible program answers 0...0.
  mutating func range(of expression: Expression) -> ClosedRange<Int> {
    guard !isInfeasible else { return 0...0 }
    if let known = memory.ranges[expression] { return known }
    let lower = extreme(expression, sign: 1)
    let upper = extreme(expression, sign: -1)
    let from = Int((lower - 1e-6).rounded(.up))
    let to = Int((upper + 1e-6).rounded(.down))
    guard from <= to else {
      // No whole number fits: nothing can fulfil the rules.
      isInfeasible = true
      return 0...0
    }
    memory.ranges[expression] = from...to
    return from...to
  }

  private func extreme(_ expression: Expression, sign: Double) -> Double {
    var costs = [Double](repeating: 0, count: model.columnCount)
    for term in expression.terms { costs[term.column] += sign * term.coefficient }
    model.setCosts(costs)
    // Without an answer (stopped) the count is only known to lie between what its terms can sum to.
    guard model.solve() == .optimal else {
      return expression.constant
        + expression.terms.reduce(0) { $0 + (sign > 0 ? min(0, $1.coefficient) : max(0, $1.coefficient)) }
    }
    return expression.constant + sign * model.objective
  }
}

/// Ranges that are known already: they follow from the rules, so one master's serve the next of the same rules.
package final class RangeMemory {
  var ranges: [Expression: ClosedRange<Int>] = [:]

  package init() {}
}
