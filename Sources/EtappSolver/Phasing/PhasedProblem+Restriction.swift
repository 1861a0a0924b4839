extension PhasedProblem {
  /// The problem in which only some sites may open; the others stay closed for good.
  ///
  /// - Parameter kept: Sites that are left, in order; those that are not may not be existing ones.
  /// - Returns: nil where a measure has no smaller form.
  /// - Complexity: O(entries of all rows).
  func restricted(to kept: [Int]) -> PhasedProblem? {
    var number = [Int32](repeating: -1, count: sites.count)
    for (new, old) in kept.enumerated() { number[old] = Int32(new) }
    let measures = measures.compactMap { $0.restricted(to: number, count: kept.count) }
    guard measures.count == self.measures.count else { return nil }
    let rows = rows.map { row in
      EventRow(lower: row.lower, terms: Self.restricted(row.terms, number), upper: row.upper, price: row.price)
    }
    return PhasedProblem(
      rounds: rounds, sites: kept.map { sites[$0] }, rows: rows, measureRows: measureRows, measures: measures)
  }

  fileprivate static func restricted(_ terms: [EventTerm], _ number: [Int32]) -> [EventTerm] {
    terms.compactMap { term in
      let site = Int(number[term.site])
      return site >= 0 ? EventTerm(site: site, round: term.round, coefficient: term.coefficient) : nil
    }
  }
}

extension Measure {
  fileprivate func restricted(to number: [Int32], count: Int) -> Measure? {
    switch self {
    case .penalty: .penalty
    case .linear(let measure):
      .linear(LinearMeasure(constant: measure.constant, terms: PhasedProblem.restricted(measure.terms, number)))
    case .gain(let measure):
      .gain(GainMeasure(weights: measure.weights, rows: measure.rows.restricted(to: number, count: count)))
    case .serving, .nearest, .balance: nil
    }
  }
}

extension GainRows {
  /// The rows of fewer sites: those that now have the same sites in the same order are one.
  ///
  /// - Parameter number: New number of each site; −1 for a site that is left out.
  fileprivate func restricted(to number: [Int32], count: Int) -> GainRows {
    var builder = Builder(siteCount: count)
    builder.add(rest: constant, [])
    for site in number.indices {
      let new = number[site]
      builder.add(rest: aloneClosed[site], new >= 0 && gainAlone(site) > 0 ? [(new, aloneOpen[site])] : [])
    }
    var row: [(site: Int32, burden: Double)] = []
    for index in 0..<rowCount {
      row.removeAll(keepingCapacity: true)
      for entry in starts[index]..<starts[index + 1] where number[Int(sites[entry])] >= 0 {
        row.append((number[Int(sites[entry])], burdens[entry]))
      }
      builder.add(rest: rest[index], row)
    }
    return builder.build()
  }
}
