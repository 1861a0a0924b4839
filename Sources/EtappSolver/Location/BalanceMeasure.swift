/// How far each round's mix of groups is from the whole programme's: balance.
///
///     Σₜ Σ𝑐 | n𝑐ₜ − n𝑐 · nₜ / n |
///
/// with n𝑐ₜ the sites of group c that open in round t. Groups may overlap.
package struct BalanceMeasure: Sendable {
  /// Every site that counts in n.
  package var all: [Int]
  /// Sites of each group, each among `all`.
  package var groups: [[Int]]

  package init(all: [Int], groups: [[Int]]) {
    self.all = all
    self.groups = groups
  }

  func value(in phasing: Phasing, of problem: PhasedProblem) -> Double {
    let totals = counts(of: all, in: phasing, rounds: problem.rounds)
    return groups.reduce(0) { sum, group in
      sum + Self.deviation(of: counts(of: group, in: phasing, rounds: problem.rounds), totals: totals)
    }
  }

  private func counts(of sites: [Int], in phasing: Phasing, rounds: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: rounds)
    for site in sites where phasing.events[site] != Phasing.never { counts[Int(phasing.events[site])] += 1 }
    return counts
  }

  /// Σₜ |kₜ − (Σk) nₜ / n| of one group; 0 when nothing opens at all.
  static func deviation(of counts: [Int], totals: [Int]) -> Double {
    let n = Double(totals.reduce(0, +))
    guard n > 0 else { return 0 }
    let whole = Double(counts.reduce(0, +))
    return zip(counts, totals).reduce(0) { $0 + abs(Double($1.0) - whole * Double($1.1) / n) }
  }
}
