import Foundation

/// Looks for a good choice of sites of a covering problem: one site after the other leaves and is drawn anew.
///
///     P(j comes for r) ∝ exp (gainⱼ / T),   gainⱼ = Σ { wᵢ : i served by j, and by no open site but r }
///
/// What opening each site would gain is kept from step to step, so that a site is drawn among all of the country at once
/// and no draw is refused. The temperature falls from where the least missed sites change places freely to where hardly
/// any does. A class because it owns flat memory; used by one thread at a time.
///
/// Source: S. Geman, D. Geman, "Stochastic relaxation, Gibbs distributions, and the Bayesian restoration of images", IEEE
/// Transactions on Pattern Analysis and Machine Intelligence 6 (1984), doi:10.1109/TPAMI.1984.4767596; J. W. Greene, K. J.
/// Supowit, "Simulated annealing without rejected moves", IEEE Transactions on Computer-Aided Design 5 (1986),
/// doi:10.1109/TCAD.1986.1270190.
final class CoveringAnnealing {
  private let rows: CoveringRows
  private let open: Int
  private let stop: StopRule
  private var random: SplitMix64
  /// Open sites of each row, and the sum of their numbers: where only one is open, its number.
  private let count: Flat<Int32>
  private let sum: Flat<Int32>
  /// What a closed site would gain, what only an open one serves.
  private let gain: Flat<Double>
  private let before: Flat<Double>
  private let isOpen: Flat<Bool>
  private var sites: [Int] = []
  /// Served, more than at the beginning; the most of it so far, and by which sites.
  private var served = 0.0
  private var most = 0.0
  private(set) var best: [Int] = []
  private let chances: Flat<Double>
  private let drawn: Flat<Int32>

  init(_ rows: CoveringRows, open: Int, stop: StopRule, seed: UInt64) {
    self.rows = rows
    self.open = open
    self.stop = stop
    random = SplitMix64(seed: seed)
    count = Flat(repeating: 0, count: rows.count)
    sum = Flat(repeating: 0, count: rows.count)
    gain = Flat(repeating: 0, count: rows.siteCount)
    before = Flat(repeating: 0, count: rows.siteCount)
    isOpen = Flat(repeating: false, count: rows.siteCount)
    chances = Flat(repeating: 0, count: rows.siteCount)
    drawn = Flat(repeating: 0, count: rows.siteCount)
  }

  /// Cools down from these sites in so many steps; faster where the time left is too short for them.
  func run(from sites: [Int], steps: Int) {
    guard open > 0, sites.count == open, open < rows.siteCount else { return }
    begin(with: sites)
    let scale = scale
    let (hot, cold) = (scale * Self.hot, scale * Self.cold)
    guard scale > 0 else { return }
    var temperature = hot
    let left = stop.secondsLeft
    for step in 0..<steps {
      if step % 128 == 0 {
        if stop.reason != nil { return }
        var done = Double(step) / Double(steps)
        if let left, let now = stop.secondsLeft { done = max(done, min(1, (left - now) / (Self.shareOfTime * left))) }
        temperature = hot * pow(cold / hot, done)
      }
      exchange(Int(random.next() % UInt64(open)), temperature)
      if served > most { (most, best) = (served, self.sites) }
    }
  }

  /// Temperatures at the beginning and at the end, as shares of what one site weighs.
  private static let hot = 0.4
  private static let cold = 0.008
  private static let shareOfTime = 0.9

  private func begin(with sites: [Int]) {
    (self.sites, best) = (sites, sites)
    count.fill(0)
    sum.fill(0)
    isOpen.fill(false)
    for site in 0..<rows.siteCount { gain[site] = rows.total(of: site) }
    for site in sites { comes(site) }
    (served, most) = (0, 0)
  }

  /// What one site more or less weighs: about what the tenth of the sites that are missed least serve alone, or what the
  /// best of the closed ones would gain.
  private var scale: Double {
    let least = sites.map { gain[$0] }.sorted().prefix(max(1, open / 10))
    let gains = (0..<rows.siteCount).lazy.filter { [isOpen] in !isOpen[$0] }.map { [gain] in gain[$0] }
    return max(least.reduce(0, +) / Double(least.count), gains.max() ?? 0)
  }

  private func exchange(_ place: Int, _ temperature: Double) {
    let old = sites[place]
    before.copy(gain)
    let servedBefore = served
    leaves(old)
    let new = draw(temperature)
    if new == old {
      // As it was, without rounding.
      gain.copy(before)
      served = servedBefore
      recount(old, 1)
    } else {
      comes(new)
      sites[place] = new
    }
  }

  /// A closed site, the likelier the more it gains.
  private func draw(_ temperature: Double) -> Int {
    let (gain, isOpen, drawn, chances) = (gain.base, isOpen.base, drawn.base, chances.base)
    var most = -Double.infinity
    for site in 0..<rows.siteCount where !isOpen[site] && gain[site] > most { most = gain[site] }
    let least = most - temperature * Self.negligible
    var (number, all) = (0, 0.0)
    for site in 0..<rows.siteCount where gain[site] > least && !isOpen[site] {
      all += exp((gain[site] - most) / temperature)
      drawn[number] = Int32(site)
      chances[number] = all
      number += 1
    }
    let wanted = Double(random.next() >> 11) * 0x1p-53 * all
    var (low, high) = (0, number - 1)
    while low < high {
      let middle = (low + high) / 2
      if chances[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return Int(drawn[low])
  }

  /// Exponents beyond which a chance is none.
  private static let negligible = 15.0

  private func comes(_ site: Int) {
    served += gain[site]
    recount(site, 1)
    for row in rows.rows(of: site) {
      let weight = rows.weights[Int(row)]
      switch count[Int(row)] {
      case 1: change(row, by: -weight, but: site)
      case 2: gain[Int(sum[Int(row)]) - site] -= weight
      default: break
      }
    }
  }

  private func leaves(_ site: Int) {
    served -= gain[site]
    recount(site, -1)
    for row in rows.rows(of: site) {
      let weight = rows.weights[Int(row)]
      switch count[Int(row)] {
      case 0: change(row, by: weight, but: site)
      case 1: gain[Int(sum[Int(row)])] += weight
      default: break
      }
    }
  }

  /// Other sites gain more or less by a row; the one that came or left keeps what it serves.
  @inline(__always) private func change(_ row: Int32, by weight: Double, but site: Int) {
    let gain = gain.base
    let own = gain[site]
    for other in rows.sites(of: Int(row)) { gain[Int(other)] += weight }
    gain[site] = own
  }

  private func recount(_ site: Int, _ sign: Int32) {
    isOpen[site] = sign > 0
    let (count, sum) = (count.base, sum.base)
    for row in rows.rows(of: site) {
      count[Int(row)] += sign
      sum[Int(row)] += sign * Int32(site)
    }
  }
}
