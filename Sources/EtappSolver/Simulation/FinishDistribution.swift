/// The finish days that the trials gave, sorted: "finished by day d" means that the day after the last day of work is d or
/// earlier. What never finished is after every day.
package struct FinishDistribution: Sendable, Hashable {
  /// Rising.
  package let days: [Int32]

  package init(_ finishes: some Collection<Int32>) {
    days = Self.sorted(finishes)
  }

  /// Counts days where they lie close together, which those of a programme do.
  private static func sorted(_ finishes: some Collection<Int32>) -> [Int32] {
    guard let earliest = finishes.min() else { return [] }
    let latest = finishes.lazy.filter { $0 != SimulationOutcome.never }.max() ?? earliest
    let width = Int(latest) - Int(earliest) + 1
    guard width <= 4 * finishes.count else { return finishes.sorted() }
    var counts = [Int](repeating: 0, count: width)
    var never = 0
    for day in finishes { if day == SimulationOutcome.never { never += 1 } else { counts[Int(day - earliest)] += 1 } }
    var sorted: [Int32] = []
    sorted.reserveCapacity(finishes.count)
    for (offset, count) in counts.enumerated() where count > 0 {
      sorted.append(contentsOf: repeatElement(earliest + Int32(offset), count: count))
    }
    sorted.append(contentsOf: repeatElement(SimulationOutcome.never, count: never))
    return sorted
  }

  package var trials: Int { days.count }

  /// The smallest day by which at least a share `q` of the trials had finished, which is also the day to promise with
  /// probability `q`; nil where fewer than that ever finish.
  ///
  /// - Parameter q: in (0, 1].
  package func quantile(_ q: Double) -> Int? {
    guard !days.isEmpty else { return nil }
    // A share such as 0.8 · 100,000 is meant to be the whole number it misses by rounding.
    let rank = max(1, Int((q * Double(days.count) - 1e-9).rounded(.up)))
    let day = days[min(rank, days.count) - 1]
    return day == SimulationOutcome.never ? nil : Int(day)
  }

  /// The days between which the quantile of endlessly many trials lies, two standard errors to each side.
  package func quantileRange(_ q: Double) -> (lower: Int?, upper: Int?) {
    let error = 2 * Probability.standardError(q, trials: days.count)
    return (quantile(max(q - error, 1e-12)), q + error > 1 ? nil : quantile(q + error))
  }

  package func probability(by day: Int) -> Probability {
    Probability(count: count(by: day), trials: days.count)
  }

  /// Trials that had finished by a day.
  package func count(by day: Int) -> Int {
    guard day < SimulationOutcome.never else { return days.count }
    let day = Int32(clamping: day)
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The mean of the days, with its standard error; nil where some trials never finish.
  package var mean: (value: Double, standardError: Double)? {
    guard let last = days.last, last != SimulationOutcome.never else { return nil }
    let count = Double(days.count)
    let mean = days.reduce(0) { $0 + Double($1) } / count
    let squares = days.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, (squares / max(1, count - 1) / count).squareRoot())
  }
}

/// A share of the trials, as an estimate of a probability.
package struct Probability: Sendable, Hashable {
  package let count: Int
  package let trials: Int

  package init(count: Int, trials: Int) {
    self.count = count
    self.trials = trials
  }

  package var value: Double { trials > 0 ? Double(count) / Double(trials) : 0 }

  /// √(p (1 − p) / n).
  package var standardError: Double { Self.standardError(value, trials: trials) }

  package static func standardError(_ value: Double, trials: Int) -> Double {
    trials > 0 ? (value * (1 - value) / Double(trials)).squareRoot() : .infinity
  }
}
