/// Leaves out the sites of a great country that can be in nothing better, before their lists are made.
///
///     a smaller country, neighbours drawn together at their middle: a good answer, and multipliers
///     each point of the whole takes over its neighbours' multiplier, as a share of how far its own two nearest are
///     the reduced costs of all sites, pair by pair, nothing kept
///     a site whose opening passes the value known is left out; where the lists of what is left would be too long, the
///     least promising are too, and what they could bring at best bounds the whole
///
/// Source: reduced-cost fixing by Lagrangian bounds over aggregated demand, as in Avella, Boccia, Salerno, Vasilyev, "An
/// aggregation heuristic for large scale p-median problem", Computers & Operations Research 39 (2012).
struct Thinning {
  let terrain: Terrain
  let open: Int
  let stop: StopRule
  let threads: Int
  let seed: UInt64
  /// Entries that the lists of all sites would have, roughly.
  var entries = Int.max

  struct Result {
    /// Sites that are left, in order.
    var sites: [Int]
    /// A good answer, all of it among them.
    var best: [Int]
    var value: Double
    /// What no answer with a site that was left out can better.
    var beyond: Double
    /// What no answer at all can better.
    var bound: Double
  }

  /// Points of the smaller country.
  private static let middlePoints = 100_000
  private static let patience = 300
  private static let middleGap = 1e-5
  private static let hopeless = 0.1
  private static let greatEntries = 200_000_000

  /// Entries that the lists of what is left may have.
  private var mostEntries: Int { max(24_000_000, 4 * terrain.pointCount) }

  /// - Returns: nil when there is no answer to begin from, or when it says too little.
  func run() -> Result? {
    let small = terrain.centred(points: min(Self.middlePoints, max(1, terrain.pointCount / 4)))
    let country = CountrySearch(small, open: open, stop: stop, threads: threads, seed: seed)
    guard let rough = country.rough(gap: Self.middleGap, patience: Self.patience), rough.sites.count == open else {
      return nil
    }
    let prices = terrain.prices(within: reach(of: rough, small), threads: threads)
    let bounds = SiteBounds(prices, open: open)
    let value = terrain.value(open: rough.sites, threads: threads)
    // Where burdens grow so steeply that neighbours have little in common, whole lists say more, if there is room.
    if value - bounds.bound > Self.hopeless * abs(value), entries < Self.greatEntries { return nil }
    return thinned(rough.sites, value, by: bounds)
  }

  /// How far the multiplier of each point reaches, from those of the smaller country.
  private func reach(of rough: CountrySearch.Rough, _ small: Terrain) -> [Float] {
    let (first, second) = terrain.twoNearest(open: rough.sites, threads: threads)
    let blocks = small.pointCount
    let reach = Flat<Float>(repeating: 0, count: terrain.pointCount)
    Chunks.run(blocks, threads: threads) { _, range in
      for block in range {
        for point in terrain.pointCount * block / blocks..<terrain.pointCount * (block + 1) / blocks {
          let middle = (first[point] + second[point]) / 2
          reach[point] = min(rough.shares[block] * middle, Float(terrain.now[point]))
        }
      }
    }
    return reach.array
  }

  /// Leaves in what may be in something better, as far as there is room.
  private func thinned(_ best: [Int], _ value: Double, by bounds: SiteBounds) -> Result {
    let cutoff = value - abs(value) * 5e-7
    var isKept = bounds.opened.map { $0 < cutoff }
    for site in best { isKept[site] = true }
    let kept = isKept.indices.filter { isKept[$0] }.sorted { (bounds.opened[$0], $0) < (bounds.opened[$1], $1) }
    let lengths = Terrain(terrain, sites: kept).listLengths(near: nil, oneIn: 64)
    let isBest = Set(best)
    var thin = Result(
      sites: best, best: best, value: value, beyond: cutoff, bound: max(terrain.least, bounds.bound))
    var entries = 0
    for (site, length) in zip(kept, lengths) where !isBest.contains(site) {
      entries += length
      if entries > mostEntries {
        thin.beyond = min(cutoff, bounds.opened[site])
        break
      }
      thin.sites.append(site)
    }
    thin.sites.sort()
    return thin
  }
}

/// What reduced costs say of each site: the bound when it is open.
struct SiteBounds {
  let bound: Double
  let opened: [Double]

  init(_ prices: Terrain.Prices, open: Int) {
    let reduced = prices.reduced
    var order = Array(reduced.indices)
    Selection.partition(&order, least: open) { (reduced[$0], $0) < (reduced[$1], $1) }
    let chosen = order[..<min(open, order.count)].sorted()
    let bound = chosen.reduce(prices.sum) { $0 + min(0, reduced[$1]) }
    let worst = min(0, chosen.map { reduced[$0] }.max() ?? 0)
    var opened = reduced.map { bound + $0 - worst }
    for site in chosen { opened[site] = bound + max(0, reduced[site]) }
    (self.bound, self.opened) = (bound, opened)
  }
}
