/// What can be read off the trials of one simulation.
package struct ForecastStatistics: Sendable {
  package let outcome: SimulationOutcome
  /// By milestone of the outcome.
  package let distributions: [FinishDistribution]

  package init(_ outcome: SimulationOutcome) {
    self.outcome = outcome
    distributions = outcome.milestones.indices.map { FinishDistribution(outcome.finishes(of: $0)) }
  }

  /// P10, P50, P80 and P90 of a milestone.
  package func percentiles(of milestone: Int) -> Percentiles {
    let days = distributions[milestone]
    return Percentiles(
      p10: days.quantile(0.1), p50: days.quantile(0.5), p80: days.quantile(0.8), p90: days.quantile(0.9))
  }

  package struct Percentiles: Sendable, Hashable {
    package var p10: Int?
    package var p50: Int?
    package var p80: Int?
    package var p90: Int?
  }

  /// The number of milestones that miss their day, as probabilities of 0, 1, … and their mean.
  ///
  /// - Parameter dues: the last day to finish by, for each milestone that has one.
  package func late(_ dues: [Int: Int]) -> (probabilities: [Probability], expected: Double) {
    var late = [Int](repeating: 0, count: outcome.trials)
    for (milestone, day) in dues {
      for (trial, finish) in outcome.finishes(of: milestone).enumerated() where Int(finish) > day { late[trial] += 1 }
    }
    var counts = [Int](repeating: 0, count: dues.count + 1)
    for number in late { counts[number] += 1 }
    let expected = outcome.share(late.reduce(0, +))
    return (counts.map { Probability(count: $0, trials: outcome.trials) }, expected)
  }

  /// How much later a set is complete than the latest of its milestones on average: mean of the maximum minus maximum of the
  /// means; nil where something never finishes.
  ///
  /// Source: K. MacCrimmon, C. Ryavec, "An analytical study of the PERT assumptions", Operations Research 12 (1964),
  /// doi:10.1287/opre.12.1.16.
  package func mergeBias(of set: [Int]) -> Double? {
    let means = set.compactMap { distributions[$0].mean?.value }
    guard means.count == set.count, let latest = means.max() else { return nil }
    var total = 0.0
    for trial in 0..<outcome.trials {
      total += set.reduce(-Double.infinity) { max($0, Double(outcome.finishes[$1 * outcome.trials + trial])) }
    }
    return total / Double(outcome.trials) - latest
  }

  /// The estimate of P(finished by a day) after the first trials, for seeing whether it has come to rest.
  package func convergence(of milestone: Int, by day: Int, at checkpoints: [Int]) -> [Probability] {
    let finishes = Array(outcome.finishes(of: milestone))
    return checkpoints.filter { $0 > 0 && $0 <= outcome.trials }.map { checkpoint in
      Probability(count: finishes.prefix(checkpoint).count { Int($0) <= day }, trials: checkpoint)
    }
  }

  /// Spearman's rank correlation of activities' durations with the finishes of a milestone: their cruciality.
  ///
  /// - Parameter durations: `[activity][trial]` in days, of the first trials, as many as wanted.
  /// - Returns: From −1 to 1 for each activity; 0 where a side does not vary.
  /// - Complexity: O(activities × trials × log trials).
  ///
  /// Source: T. Williams, "Criticality in stochastic networks", Journal of the Operational Research Society 43 (1992),
  /// doi:10.1057/jors.1992.50.
  package func cruciality(of durations: [[Int]], for milestone: Int) -> [Double] {
    let finishes = Self.ranks(
      outcome.finishes(of: milestone).prefix(durations.first?.count ?? 0).map { Double($0) })
    return durations.map { Self.correlation(Self.ranks($0.map { Double($0) }), finishes) }
  }

  /// Ranks from 0, the mean of their places for equal values.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, values[order[end]] == values[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Double(first + end - 1) / 2 }
      first = end
    }
    return ranks
  }

  /// 0 where one side does not vary.
  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let count = Double(max(1, x.count))
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}
