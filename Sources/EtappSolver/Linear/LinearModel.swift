/// One coefficient of a row or an objective.
package struct Term: Hashable, Sendable {
  package var column: Int
  package var coefficient: Double

  package init(_ column: Int, _ coefficient: Double) {
    self.column = column
    self.coefficient = coefficient
  }
}

/// A linear row: lower ≤ Σ terms ≤ upper.
package struct Row: Hashable, Sendable {
  package var lower: Double
  package var upper: Double
  package var terms: [Term]

  package init(_ lower: Double, _ terms: [Term], _ upper: Double) {
    self.lower = lower
    self.terms = terms
    self.upper = upper
  }

  /// The row's value at a point.
  func value(at point: [Double]) -> Double {
    var sum = 0.0
    for term in terms { sum += term.coefficient * point[term.column] }
    return sum
  }

  /// The same row with each column once.
  func collected() -> Row {
    var sums: [Int: Double] = [:]
    for term in terms { sums[term.column, default: 0] += term.coefficient }
    let terms = sums.sorted { $0.key < $1.key }.map { Term($0.key, $0.value) }.filter { $0.coefficient != 0 }
    return Row(lower, terms, upper)
  }
}

/// Columns and rows of a linear program in the making, integers marked.
package struct LinearModel: Sendable {
  package struct Column: Sendable {
    package var lower: Double
    package var upper: Double
    package var isInteger: Bool
    /// Branched on before columns of higher number.
    package var priority: Int

    package init(_ lower: Double, _ upper: Double, isInteger: Bool = false, priority: Int = 0) {
      self.lower = lower
      self.upper = upper
      self.isInteger = isInteger
      self.priority = priority
    }
  }

  package var columns: [Column] = []
  package var rows: [Row] = []

  package init() {}

  package mutating func addColumn(_ column: Column) -> Int {
    columns.append(column)
    return columns.count - 1
  }

  package mutating func addRow(_ lower: Double, _ terms: [Term], _ upper: Double) {
    rows.append(Row(lower, terms, upper).collected())
  }
}
