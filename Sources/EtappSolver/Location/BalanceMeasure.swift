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

/// A balance measure while events change: the counts of all sites and of each group in each round.
struct BalanceState {
  private let rounds: Int
  /// Rows of counts that each site is in: 0 for all, then one for each group.
  private let rowsOfSite: [[Int]]
  /// `(1 + groups) × rounds`.
  private var counts: [Int]

  init(_ measure: BalanceMeasure, sites: Int, rounds: Int) {
    self.rounds = rounds
    var rows = [[Int]](repeating: [], count: sites)
    for site in measure.all { rows[site].append(0) }
    for (group, members) in measure.groups.enumerated() { for site in members { rows[site].append(group + 1) } }
    rowsOfSite = rows
    counts = [Int](repeating: 0, count: (measure.groups.count + 1) * rounds)
  }

  mutating func add(_ site: Int, _ round: Int, _ change: Int) {
    for row in rowsOfSite[site] { counts[row * rounds + round] += change }
  }

  var value: Double {
    let all = sum(0)
    guard all > 0 else { return 0 }
    var value = 0.0
    for row in 1..<(counts.count / rounds) {
      let whole = Double(sum(row))
      for round in 0..<rounds {
        value += abs(Double(counts[row * rounds + round]) - whole * Double(counts[round]) / Double(all))
      }
    }
    return value
  }

  private func sum(_ row: Int) -> Int {
    var sum = 0
    for round in 0..<rounds { sum += counts[row * rounds + round] }
    return sum
  }
}
