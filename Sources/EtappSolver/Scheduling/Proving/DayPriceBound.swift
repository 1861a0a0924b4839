/// A bound on a weighted objective from prices on the days of every resource, moved until they say most.
///
///     min over starts of  cost + Σ price · (use − capacity) + Σ link price · days a link is broken by
///
/// is below every timetable for any prices that are not negative. They move by the volume algorithm: from the best so
/// far along the average of what its neighbours use too much.
///
/// Sources: R. H. Möhring, A. S. Schulz, F. Stork, M. Uetz, "Solving project scheduling problems by minimum cut
/// computations", Management Science 49 (2003), doi:10.1287/mnsc.49.3.330.12737; F. Barahona, R. Anbil, "The volume
/// algorithm: producing primal solutions with a subgradient method", Mathematical Programming 87 (2000),
/// doi:10.1007/s101070050002.
struct DayPriceBound: ~Copyable {
  private var forest: PricedForest
  private let capacities: [Double]
  private let linkCount: Int
  private let dayCount: Int
  /// How a link's price counts beside a day's, when both move.
  private static let linkScale = 0.002
  private let upper: Double
  /// How far above the best so far a step aims, and after how many rounds without a better one steps become shorter:
  /// with these, 300 rounds came nearest to what thousands give.
  private static let aim = 1.1
  private static let patience = 5
  private(set) var best = -Double.infinity
  private var bestPrices: FlatArray<Double>
  private var bestLinks: FlatArray<Double>
  private var prices: FlatArray<Double>
  private var links: FlatArray<Double>
  /// The average of use less capacity, and of days broken.
  private var lack: FlatArray<Double>
  private var broken: FlatArray<Double>
  /// The average starts: what a timetable that prices were right for would look like.
  private(set) var means: FlatArray<Double>
  private var scratch: FlatArray<Double>

  /// - Parameters:
  ///   - views: Those the forest was made with.
  ///   - upper: What some answer costs.
  init(forest: consuming PricedForest, views: [PackingView], upper: Double) {
    let pricedDays = forest.pricedDays
    dayCount = views.count * pricedDays
    capacities = views.flatMap { view -> [Double] in
      var step = 0
      return (0..<pricedDays).map { day in
        while step + 1 < view.capacity.days.count, view.capacity.days[step + 1] <= day { step += 1 }
        return Double(max(0, view.capacity.amounts[step]))
      }
    }
    means = FlatArray(repeating: 0, count: forest.count)
    linkCount = forest.pricedLinks.count
    self.upper = upper
    bestPrices = FlatArray(repeating: 0, count: dayCount)
    bestLinks = FlatArray(repeating: 0, count: linkCount)
    prices = FlatArray(repeating: 0, count: dayCount)
    links = FlatArray(repeating: 0, count: linkCount)
    lack = FlatArray(repeating: 0, count: dayCount)
    broken = FlatArray(repeating: 0, count: linkCount)
    scratch = FlatArray(repeating: 0, count: views.count * (pricedDays + 1))
    self.forest = forest
  }

  /// The best bound of some rounds.
  mutating func value(rounds: Int, stop: StopRule) -> Double {
    best = evaluate()
    average(share: 1)
    var (factor, idle) = (1.0, 0)
    for round in 0..<rounds where stop.reason == nil && best < upper {
      let length = squaredLength()
      guard length > 1e-9 else { break }
      move(by: factor * (min(upper, Self.aim * best) - best) / length)
      let value = evaluate()
      average(share: max(0.02, 0.2 / (1 + Double(round) / 50)))
      idle += 1
      if value > best {
        keep(value)
        idle = 0
      } else if idle >= Self.patience {
        (factor, idle) = (factor * 0.8, 0)
      }
    }
    return best
  }

  private mutating func evaluate() -> Double {
    var value = forest.solve(prices: prices, linkPrices: links)
    for index in 0..<dayCount { value -= prices[index] * capacities[index] }
    return value
  }

  private mutating func average(share: Double) {
    for index in 0..<dayCount { lack[index] = (1 - share) * lack[index] - share * capacities[index] }
    forest.addUse(to: &lack, share: share, days: &scratch)
    for activity in 0..<means.count {
      means[activity] = (1 - share) * means[activity] + share * Double(forest.starts[activity])
    }
    for index in 0..<linkCount {
      let link = forest.pricedLinks[index]
      let days = Double(forest.starts[link.predecessor] + link.gap - forest.starts[link.successor])
      broken[index] = (1 - share) * broken[index] + share * days
    }
  }

  private func squaredLength() -> Double {
    var sum = 0.0
    for index in 0..<dayCount where bestPrices[index] > 0 || lack[index] > 0 { sum += lack[index] * lack[index] }
    for index in 0..<linkCount where bestLinks[index] > 0 || broken[index] > 0 {
      sum += Self.linkScale * broken[index] * broken[index]
    }
    return sum
  }

  private mutating func move(by step: Double) {
    for index in 0..<dayCount { prices[index] = max(0, bestPrices[index] + step * lack[index]) }
    for index in 0..<linkCount { links[index] = max(0, bestLinks[index] + step * Self.linkScale * broken[index]) }
  }

  private mutating func keep(_ value: Double) {
    best = value
    for index in 0..<dayCount { bestPrices[index] = prices[index] }
    for index in 0..<linkCount { bestLinks[index] = links[index] }
  }
}
