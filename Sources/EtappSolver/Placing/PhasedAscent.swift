/// Lower bounds of a burden over rounds, in which what is open stays open, from multipliers of its points in each round.
///
///     L(μ, λ) = Σₜ αₜ (constant + Σᵢ wᵢ μᵢₜ) + Σⱼ min(0, minᵣ costⱼᵣ) − Σₜ λₜ Nₜ
///     costⱼᵣ = Σ_{t ≥ r} (αₜ ρⱼₜ(μ) + λₜ)
///
/// with costⱼᵣ what it takes to open j in round r, ρ as in `MultiplierAscent`, and a price λₜ ≥ 0 on being among the Nₜ sites
/// that can be open in round t. Every μ and λ give a bound. After each step the prices are set round by round to what the
/// last of the Nₜ sites is worth.
///
/// Source: Held, Wolfe, Crowder (1974), Mathematical Programming 6.
final class PhasedAscent {
  private let rounds: [MultiplierAscent]
  private let weights: [Double]
  private let most: [Int]
  private let siteCount: Int
  /// λ
  private var prices: [Double]
  /// Reduced costs of each round times its weight, `rounds × sites`.
  private var costs: [[Double]]
  private var bound = -Double.infinity
  private(set) var best = -Double.infinity
  /// What the best bound becomes when a site opens in a round, `rounds × sites`.
  private(set) var opened: [[Double]] = []
  private var sums: [Double]

  /// - Parameters:
  ///   - weights: α, of each round; greater than 0.
  ///   - most: N, of each round.
  ///   - start: First multipliers of each round.
  init(_ problem: PlacingProblem, weights: [Double], most: [Int], start: [[Float]], threads: Int) {
    self.weights = weights
    self.most = most
    siteCount = problem.siteCount
    rounds = zip(most, start).map { MultiplierAscent(problem, open: $0, start: $1, threads: threads) }
    prices = [Double](repeating: 0, count: weights.count)
    costs = [[Double]](repeating: [Double](repeating: 0, count: problem.siteCount), count: weights.count)
    sums = [Double](repeating: 0, count: weights.count)
    evaluate()
  }

  /// What the best bound becomes when a site opens in the round that suits it best.
  var leastOpened: [Double] { (0..<siteCount).map { site in opened.reduce(.infinity) { min($0, $1[site]) } } }

  /// Steps until the bound hardly rises.
  ///
  /// - Parameter target: What the bound can hardly pass.
  func climb(towards target: Double, steps: Int, stop: StopRule) {
    var (factor, stalled, last) = (1.0, 0, best)
    for _ in 0..<steps where factor > Self.leastFactor && stop.reason == nil {
      step(towards: target, factor: factor)
      if best - last > 0.01 * max(target - best, 0) { (stalled, last) = (0, best) } else { stalled += 1 }
      if stalled >= Self.patience {
        (factor, stalled) = (factor * 0.6, 0)
        for round in rounds { round.goBack() }
        evaluate()
      }
    }
  }

  private static let leastFactor = 0.02
  private static let patience = 6
  private static let deflection: Float = 0.7

  private func step(towards target: Double, factor: Double) {
    let norm = zip(rounds, weights).reduce(0) { $0 + $1.1 * $1.0.norm }
    let room = max(target - bound, abs(target) * 1e-7)
    advance(length: norm > 0 ? Float(factor * room / norm) : 0)
  }

  private func evaluate() { advance(length: 0) }

  private func advance(length: Float) {
    for (round, ascent) in rounds.enumerated() {
      sums[round] = weights[round] * ascent.advance(length: length, deflection: Self.deflection)
      for site in 0..<siteCount { costs[round][site] = weights[round] * ascent.reduced[site] }
    }
    for _ in 0..<Self.sweeps { for round in prices.indices { setPrice(of: round) } }
    choose()
  }

  private static let sweeps = 3

  // MARK: Prices

  /// What it takes to open a site in each round; the last round comes first.
  @inline(__always) private func forEachRound(of site: Int, _ body: (_ round: Int, _ cost: Double) -> Void) {
    var cost = 0.0
    for round in prices.indices.reversed() {
      cost += costs[round][site] + prices[round]
      body(round, cost)
    }
  }

  /// The price at which no more than the round's number of sites are worth it.
  private func setPrice(of round: Int) {
    prices[round] = 0
    var worth = [Double](repeating: 0, count: siteCount)
    for site in 0..<siteCount {
      var (later, sooner) = (0.0, Double.infinity)
      forEachRound(of: site) { opening, cost in
        if opening > round { later = min(later, cost) } else { sooner = min(sooner, cost) }
      }
      worth[site] = later - sooner
    }
    var order = Array(0..<siteCount)
    let count = min(most[round], siteCount)
    guard count < siteCount else { return }
    Selection.partition(&order, least: count + 1) { (worth[$1], $0) < (worth[$0], $1) }
    // The first that is left out decides: a price between it and the last that is in would do as well.
    prices[round] = max(0, order[...count].map { worth[$0] }.min() ?? 0)
  }

  /// Each site in the round that is worth most, if any is; the bound that gives.
  private func choose() {
    var value = sums.reduce(0, +)
    for (price, count) in zip(prices, most) { value -= price * Double(count) }
    var chosen = [[Int]](repeating: [], count: prices.count)
    for site in 0..<siteCount {
      var best = (cost: 0.0, round: Int.max)
      forEachRound(of: site) { round, cost in if cost < best.cost { best = (cost, round) } }
      value += best.cost
      guard best.round < prices.count else { continue }
      for round in best.round..<prices.count { chosen[round].append(site) }
    }
    for (ascent, sites) in zip(rounds, chosen) { ascent.choose(sites) }
    bound = value
    if value > best { keep() }
  }

  private func keep() {
    best = bound
    for round in rounds { round.keep() }
    opened = [[Double]](repeating: [Double](repeating: 0, count: siteCount), count: prices.count)
    for site in 0..<siteCount {
      var least = 0.0
      forEachRound(of: site) { round, cost in
        least = min(least, cost)
        opened[round][site] = cost
      }
      for round in prices.indices { opened[round][site] += best - least }
    }
  }
}
