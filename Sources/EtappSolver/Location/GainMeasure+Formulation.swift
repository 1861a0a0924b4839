import Dispatch

extension Formulation {
  /// One column for each group and round, at most the group's gain; cuts bring it down to what is open.
  mutating func formulate(_ measure: GainMeasure, index: Int) {
    let rows = measure.rows
    // Columns of about 1,000 in all, whatever the unit: the solver's tolerances are absolute.
    let scale = max(rows.total, 1e-30) / 1000
    guard rows.total > 0 else {
      expressions[index] = Expression(constant: measure.weights.reduce(0, +) * rows.greatest)
      return
    }
    expressions[index] = Expression(constant: measure.weights.reduce(0, +) * rows.greatest)
    for round in 0..<problem.rounds where measure.weights[round] != 0 {
      let burden = burden(rows, in: round, measure: index, scale: scale)
      expressions[index].terms += burden.terms.map { Term($0.column, $0.coefficient * measure.weights[round]) }
    }
  }

  /// The burden of one round: columns for its gain, and a source of the cuts that bring them down to what is open.
  mutating func burden(_ rows: GainRows, in round: Int, measure: Int, scale: Double) -> Expression {
    var expression = Expression(constant: rows.greatest)
    for site in 0..<rows.siteCount where rows.gainAlone(site) != 0 && open[round][site] >= 0 {
      expression.terms.append(Term(open[round][site], -rows.gainAlone(site)))
    }
    let theta = rows.groups.map { group in
      linear.addColumn(.init(0, rows.greatest(in: group, columns: open[round]) / scale))
    }
    for column in theta { expression.terms.append(Term(column, -scale)) }
    if !theta.isEmpty {
      sources.append(.gain(GainCuts(measure: measure, rows: rows, columns: open[round], theta: theta, scale: scale)))
    }
    return expression
  }
}

extension GainRows {
  /// The gain of a group if every site that has a column were open.
  fileprivate func greatest(in group: Range<Int>, columns: [Int]) -> Double {
    group.reduce(0) { sum, row in
      let best = (starts[row]..<starts[row + 1]).first { columns[Int(sites[$0])] >= 0 }
      return sum + (best.map { gain($0, row: row) } ?? 0)
    }
  }
}

/// Benders cuts of the gain of one round, in closed form.
///
/// For a row sorted from the best site down, let c be the first position where the running sum of y reaches 1, and
/// g𝑐 its gain (0 when it never does). Then, for every y,
///
///     max { gⱼ : yⱼ = 1 } ≤ g𝑐 + Σⱼ max(0, gⱼ − g𝑐) yⱼ
///
/// with equality at the current y. Summed over a group's rows it bounds the group's column.
///
/// Goals in order: valid cuts, the same on any number of threads, speed.
///
/// Source: Cordeau, Furini, Ljubić (2019), doi:10.1016/j.ejor.2018.12.021, for covering; Duran-Mateluna, Ales,
/// Elloumi (2023), doi:10.1016/j.ejor.2022.11.033, for the p-median.
struct GainCuts: Sendable {
  let measure: Int
  let rows: GainRows
  /// Column of each site in this round; −1 for a site that is never open.
  let columns: [Int]
  let theta: [Int]
  let scale: Double

  /// - Complexity: O(entries of the rows), split over the threads by group.
  func separate(_ point: [Double], threads: Int) -> [Row] {
    let y = columns.map { $0 >= 0 ? max(0, point[$0]) : 0 }
    let chunks = max(1, min(threads, rows.sites.count / 20_000 + 1))
    guard chunks > 1 else { return cuts(for: 0..<rows.groups.count, y: y, point: point) }
    var found = [[Row]](repeating: [], count: chunks)
    found.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      DispatchQueue.concurrentPerform(iterations: chunks) { chunk in
        let first = rows.groups.count * chunk / chunks
        let last = rows.groups.count * (chunk + 1) / chunks
        slots[chunk] = cuts(for: first..<last, y: y, point: point)
      }
    }
    return found.flatMap { $0 }
  }

  private func cuts(for groups: Range<Int>, y: [Double], point: [Double]) -> [Row] {
    var coefficients = [Double](repeating: 0, count: columns.count)
    var touched: [Int32] = []
    var cuts: [Row] = []
    for group in groups {
      let constant = accumulate(rows.groups[group], y: y.span, into: &coefficients, touched: &touched)
      var value = constant
      for site in touched { value += coefficients[Int(site)] * y[Int(site)] }
      if point[theta[group]] * scale > value + scale * 1e-6 {
        cuts.append(cut(constant: constant, coefficients: coefficients, touched: touched, theta: theta[group]))
      }
      for site in touched { coefficients[Int(site)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return cuts
  }

  /// Adds the cut of each row; returns the constant Σ g𝑐.
  private func accumulate(
    _ group: Range<Int>, y: Span<Double>, into coefficients: inout [Double], touched: inout [Int32]
  ) -> Double {
    let (starts, sites, burdens, rest) = (rows.starts.span, rows.sites.span, rows.burdens.span, rows.rest.span)
    var constant = 0.0
    for row in group {
      let (first, end) = (starts[row], starts[row + 1])
      var sum = 0.0
      var critical = first
      while critical < end {
        sum += y[Int(sites[critical])]
        if sum >= 1 - 1e-9 { break }
        critical += 1
      }
      let criticalBurden = critical < end ? burdens[critical] : rest[row]
      constant += rest[row] - criticalBurden
      for entry in first..<critical {
        let site = sites[entry]
        let more = criticalBurden - burdens[entry]
        guard more > 0 else { continue }
        if coefficients[Int(site)] == 0 { touched.append(site) }
        coefficients[Int(site)] += more
      }
    }
    return constant
  }

  private func cut(constant: Double, coefficients: [Double], touched: [Int32], theta: Int) -> Row {
    var terms = [Term(theta, 1)]
    for site in touched.sorted() where columns[Int(site)] >= 0 && coefficients[Int(site)] != 0 {
      terms.append(Term(columns[Int(site)], -coefficients[Int(site)] / scale))
    }
    return Row(-.infinity, terms, constant / scale)
  }
}
