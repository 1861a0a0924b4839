/// How many of a set of milestones have finished by a day, for all days at once.
///
/// In each trial the finishes are sorted; the k-th is the day on which k have finished, so that
///
///     P(at least k by day d) = P(the k-th finish ≤ d)
///
/// - Complexity: O(trials × n log n) once for n milestones; each question O(n log trials).
package struct FinishCounts: Sendable {
  /// Of the k-th finish, at k − 1.
  private let kth: [FinishDistribution]
  package let trials: Int

  /// - Parameter set: indices into the milestones of the outcome.
  package init(_ outcome: SimulationOutcome, of set: [Int]) {
    trials = outcome.trials
    var columns = [[Int32]](repeating: Array(repeating: 0, count: outcome.trials), count: set.count)
    var row = [Int32](repeating: 0, count: set.count)
    for trial in 0..<outcome.trials {
      for (index, milestone) in set.enumerated() { row[index] = outcome.finishes[milestone * outcome.trials + trial] }
      row.sort()
      for index in row.indices { columns[index][trial] = row[index] }
    }
    kth = columns.map { FinishDistribution($0) }
  }

  package var count: Int { kth.count }

  /// The day on which `k` of the set have finished.
  ///
  /// - Precondition: 1 ≤ k ≤ count.
  package func day(of k: Int) -> FinishDistribution { kth[k - 1] }

  package func probability(atLeast k: Int, by day: Int) -> Probability {
    let count = k <= 0 ? trials : k > kth.count ? 0 : kth[k - 1].count(by: day)
    return Probability(count: count, trials: trials)
  }

  package func probability(exactly k: Int, by day: Int) -> Probability {
    let more = probability(atLeast: k + 1, by: day).count
    return Probability(count: probability(atLeast: k, by: day).count - more, trials: trials)
  }

  /// The mean number finished by a day.
  package func expected(by day: Int) -> Double { kth.reduce(0) { $0 + $1.probability(by: day).value } }

  /// The largest number that at least a share 1 − `q` of the trials had finished by a day: the q-quantile of the number.
  package func quantile(_ q: Double, by day: Int) -> Int {
    // The number is k or less in a share 1 − P(at least k + 1).
    (0...kth.count).first { 1 - probability(atLeast: $0 + 1, by: day).value >= q - 1e-12 } ?? kth.count
  }

  /// The expected number finished by each day, with the tenth and the ninetieth percent of the number.
  package func curve(_ days: some Sequence<Int>) -> [CurvePoint] {
    days.map { CurvePoint(day: $0, p10: quantile(0.1, by: $0), expected: expected(by: $0), p90: quantile(0.9, by: $0)) }
  }

  /// A day of the S-curve.
  package struct CurvePoint: Sendable, Hashable {
    package var day: Int
    package var p10: Int
    package var expected: Double
    package var p90: Int
  }
}
