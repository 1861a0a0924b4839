import Foundation

/// The linear relaxation of a covering problem, by steps of sites and of multipliers in turn.
///
///     min over y ∈ [0,1]ⁿ, Σ y = p    max over v ∈ [0,1]ᵐ    Σᵣ wᵣ vᵣ (1 − Σ_{j serves r} yⱼ)
///
/// A step costs two passes over the entries, and nothing is ever factorised. Steps begin anew from the mean of those
/// before whenever that has halved the gap, or nearly. Every v gives a bound (`MultiplierAscent`).
/// A class because it owns flat memory; used by one thread at a time.
///
/// Source: A. Chambolle, T. Pock, "A first-order primal-dual algorithm for convex problems", Journal of Mathematical
/// Imaging and Vision 40 (2011), doi:10.1007/s10851-010-0251-1; step lengths by T. Pock, A. Chambolle, "Diagonal
/// preconditioning for first order primal-dual algorithms", ICCV (2011), doi:10.1109/ICCV.2011.6126441; beginning anew by
/// Applegate et al., "Practical large-scale linear programming using primal-dual hybrid gradient", NeurIPS (2021).
final class CoveringSaddle {
  private let rows: CoveringRows
  private let open: Int
  private let stop: StopRule
  private var now: Point
  private var mean: Point
  private var begin: Point
  private var meanCount: Float = 0
  private let weights: Flat<Float>
  private let lengths: Flat<Float>
  private let totals: Flat<Float>
  private let aim: Flat<Float>
  /// Balance between steps of sites and of multipliers.
  private var balance: Float = 1
  private var price: Float = 0
  private var gapAtBegin = Double.infinity
  private(set) var bound = -Double.infinity
  /// Multipliers of the best bound, between 0 and 1.
  private(set) var multipliers: [Float] = []
  /// What the relaxation bears at the least, by the shares of sites met so far.
  private(set) var borne = Double.infinity

  /// Shares of sites and multipliers of rows, and what each means for the other.
  private struct Point {
    let shares: Flat<Float>
    let multipliers: Flat<Float>
    /// Σ y of each row's sites, Σ w v of each site's rows.
    let service: Flat<Float>
    let worth: Flat<Float>

    init(_ rows: CoveringRows) {
      shares = Flat(repeating: 0, count: rows.siteCount)
      worth = Flat(repeating: 0, count: rows.siteCount)
      multipliers = Flat(repeating: 0, count: rows.count)
      service = Flat(repeating: 0, count: rows.count)
    }

    private var all: [Flat<Float>] { [shares, multipliers, service, worth] }

    func copy(_ other: Point) { for (own, others) in zip(all, other.all) { own.copy(others) } }

    func clear() { for own in all { own.fill(0) } }

    func add(_ other: Point) {
      for (own, others) in zip(all, other.all) {
        let (base, more) = (own.base, others.base)
        for index in 0..<own.count { base[index] += more[index] }
      }
    }

    func scale(_ factor: Float) {
      for own in all {
        let base = own.base
        for index in 0..<own.count { base[index] *= factor }
      }
    }
  }

  init(_ rows: CoveringRows, open: Int, stop: StopRule) {
    self.rows = rows
    self.open = open
    self.stop = stop
    (now, mean, begin) = (Point(rows), Point(rows), Point(rows))
    weights = Flat(rows.weights.array.map { Float($0) })
    lengths = Flat((0..<rows.count).map { 1 / Float(max(1, rows.sites(of: $0).count)) })
    totals = Flat((0..<rows.siteCount).map { max(1e-6, Float(rows.total(of: $0))) })
    aim = Flat(repeating: 0, count: rows.siteCount)
    now.shares.fill(Float(open) / Float(max(1, rows.siteCount)))
    now.multipliers.fill(0.5)
    pass(step: 0)
    begin.copy(now)
  }

  /// Steps until the relaxation is known well enough.
  ///
  /// - Parameters:
  ///   - value: What is to be proved: of what is missing to it the relaxation is known to a small share.
  ///   - steps: Steps at most.
  func run(value: Double, steps: Int) {
    for step in 1...max(1, steps) {
      moveSites()
      pass(step: 1 / balance)
      mean.add(now)
      meanCount += 1
      guard step % Self.stepsBetweenLooks == 0 else { continue }
      look()
      if borne - bound <= Self.share * (value - bound) || stop.reason != nil { return }
    }
  }

  private static let stepsBetweenLooks = 20
  private static let share = 0.02
  private static let enough = 0.6
  private static let longest: Float = 1000

  // MARK: A step

  /// The sites step towards what is worth most, and the shares are made to add up.
  private func moveSites() {
    let (shares, worth, totals, aim) = (now.shares.base, now.worth.base, totals.base, aim.base)
    for site in 0..<rows.siteCount { aim[site] = shares[site] + balance / totals[site] * worth[site] }
    findPrice()
    for site in 0..<rows.siteCount { shares[site] = min(1, max(0, aim[site] - balance / totals[site] * price)) }
  }

  /// The price at which the shares add up to the number of sites: Newton's steps along broken lines, kept between bounds.
  private func findPrice() {
    let (totals, aim, wanted) = (totals.base, aim.base, Float(open))
    var (low, high) = (-Float.infinity, Float.infinity)
    for _ in 0..<40 {
      var (sum, slope): (Float, Float) = (0, 0)
      for site in 0..<rows.siteCount {
        let length = balance / totals[site]
        let share = aim[site] - length * price
        sum += min(1, max(0, share))
        if share > 0, share < 1 { slope += length }
      }
      if abs(sum - wanted) <= 1e-5 * wanted { return }
      if sum > wanted { low = price } else { high = price }
      let next = price + (sum - wanted) / slope
      if next > low, next < high, slope > 0 {
        price = next
      } else if low > -.infinity, high < .infinity {
        price = (low + high) / 2
      } else {
        price += (sum > wanted ? 1 : -1) * max(1, abs(price))
      }
    }
  }

  /// Service of each row by the shares of now, its multiplier's step, and what that is worth to the sites.
  private func pass(step: Float) {
    let (shares, multipliers, service, worth) = (
      now.shares.base, now.multipliers.base, now.service.base, now.worth.base
    )
    let (weights, lengths) = (weights.base, lengths.base)
    now.worth.fill(0)
    for row in 0..<rows.count {
      let sites = rows.sites(of: row)
      var sum: Float = 0
      for site in sites { sum += shares[Int(site)] }
      let ahead = 2 * sum - service[row]
      service[row] = sum
      let multiplier = min(1, max(0, multipliers[row] + step * lengths[row] * (1 - ahead)))
      multipliers[row] = multiplier
      let more = weights[row] * multiplier
      if more > 0 { for site in sites { worth[Int(site)] += more } }
    }
  }

  // MARK: Beginning anew

  private func look() {
    let inverse = 1 / meanCount
    let here = (bound: bound(now, 1), borne: borne(now, 1))
    let middle = (bound: bound(mean, inverse), borne: borne(mean, inverse))
    if max(here.bound, middle.bound) > bound {
      bound = max(here.bound, middle.bound)
      multipliers = here.bound >= middle.bound ? now.multipliers.array : mean.multipliers.array.map { $0 * inverse }
    }
    borne = min(borne, here.borne, middle.borne)
    let gaps = (here: here.borne - here.bound, middle: middle.borne - middle.bound)
    guard min(gaps.here, gaps.middle) < Self.enough * gapAtBegin || meanCount >= Self.longest else { return }
    gapAtBegin = min(gaps.here, gaps.middle)
    mean.scale(inverse)
    if gaps.middle < gaps.here { now.copy(mean) }
    rebalance()
    begin.copy(now)
    mean.clear()
    meanCount = 0
  }

  /// Steps of either kind as long as the way that the other has gone.
  private func rebalance() {
    var (sites, others) = (0.0, 0.0)
    for site in 0..<rows.siteCount {
      let way = Double(now.shares[site] - begin.shares[site])
      sites += Double(totals[site]) * way * way
    }
    for row in 0..<rows.count {
      let way = Double(now.multipliers[row] - begin.multipliers[row])
      others += rows.weights[row] / Double(lengths[row]) * way * way
    }
    guard sites > 0, others > 0 else { return }
    balance = Float((Double(balance) * (sites / others).squareRoot()).squareRoot())
  }

  private func borne(_ point: Point, _ factor: Float) -> Double {
    let (service, weights) = (point.service.base, rows.weights.base)
    return (0..<rows.count).reduce(0) { $0 + weights[$1] * Double(max(0, 1 - service[$1] * factor)) }
  }

  private func bound(_ point: Point, _ factor: Float) -> Double {
    let (multipliers, weights) = (point.multipliers.base, rows.weights.base)
    let sum = (0..<rows.count).reduce(0) { $0 + weights[$1] * Double(multipliers[$1] * factor) }
    let worth = point.worth.array.sorted(by: >)
    return sum - worth.prefix(open).reduce(0) { $0 + Double($1 * factor) }
  }
}
