/// Leaves out the sites of a great country that can be in nothing better, before their lists are made.
///
///     a smaller country, neighbours drawn together: a good answer, and multipliers
///     each point of the whole takes over its neighbours' multiplier, as a share of how far its own two nearest are
///     again and again:
///       the reduced costs of all sites, pair by pair, nothing kept
///       a site whose opening passes the value known is left out; when what is left has short lists, that is it
///       else multipliers of the whole country with the most promising sites only, and again
///
/// Where too much is left in the end, the least promising sites are left out too, and what they could bring at best bounds
/// the whole. Of ten million points and twenty thousand sites a few hundred sites are left.
///
/// Source: reduced-cost fixing by Lagrangian bounds and columns brought in by their price, as in Avella, Boccia, Salerno,
/// Vasilyev, "An aggregation heuristic for large scale p-median problem", Computers & Operations Research 39 (2012).
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
  private static let rounds = 4
  private static let hopeless = 0.1
  private static let greatEntries = 200_000_000

  /// Entries that the lists of what is left may have.
  private var mostEntries: Int { max(8_000_000, 4 * terrain.pointCount) }

  /// - Parameter report: Told the value and the bound of each round.
  /// - Returns: nil when there is no answer to begin from.
  func run(_ report: (Result) -> Void) -> Result? {
    let small = terrain.centred(points: min(Self.middlePoints, max(1, terrain.pointCount / 4)))
    let country = CountrySearch(small, open: open, stop: stop, threads: threads, seed: seed)
    guard let rough = country.rough(gap: Self.middleGap, patience: Self.patience), rough.sites.count == open else {
      return nil
    }
    var reach = reach(of: rough, small)
    var (best, bestBound) = (reach, -Double.infinity)
    var thin = Result(
      sites: [], best: rough.sites, value: terrain.value(open: rough.sites, threads: threads), beyond: -.infinity,
      bound: -.infinity)
    for round in 1... {
      let bounds = SiteBounds(terrain.prices(within: reach, threads: threads), open: open)
      thin.bound = max(thin.bound, bounds.bound)
      let isComplete = choose(by: bounds, &thin)
      report(thin)
      if isComplete || round == Self.rounds || stop.reason != nil { break }
      // Where burdens grow so steeply that neighbours have little in common, whole lists say more, if there is room.
      if thin.value - thin.bound > Self.hopeless * abs(thin.value), entries < Self.greatEntries { return nil }
      if bounds.bound > bestBound { (best, bestBound) = (reach, bounds.bound) }
      // Half way from the best: multipliers of few sites know nothing of the others.
      reach = zip(best, self.reach(&thin)).map { ($0 + $1) / 2 }
    }
    return thin
  }

  /// How far the multiplier of each point reaches, from those of a smaller country.
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

  /// The same from multipliers of the whole country with the sites that are left; betters the answer on the way.
  private func reach(_ thin: inout Result) -> [Float] {
    let fewer = Terrain(terrain, sites: thin.sites)
    let (problem, points) = fewer.listed(threads: threads)
    var number = [Int](repeating: -1, count: terrain.siteCount)
    for (new, old) in thin.sites.enumerated() { number[old] = new }
    let found = PlacingSearch(problem, open: open, stop: stop, threads: threads, seed: seed)
      .run(PlacingSearch.Start(sites: thin.best.map { number[$0] }, gap: Self.middleGap, patience: Self.patience))
    let best = found.sites.map { thin.sites[$0] }
    let value = terrain.value(open: best, threads: threads)
    if value < thin.value { (thin.best, thin.value) = (best, value) }
    // Whom none of these sites helps bears what is open already.
    let reach = Flat(terrain.now.map { Float(min($0, terrain.shape.greatest)) })
    Chunks.run(points.count, threads: threads) { _, range in
      for here in range { reach[Int(points[here])] = Float(terrain.distance(bearing: found.multipliers[here])) }
    }
    return reach.array
  }

  /// Leaves in what may be in something better, as far as there is room.
  ///
  /// - Returns: Whether there was room for all of it.
  private func choose(by bounds: SiteBounds, _ thin: inout Result) -> Bool {
    let cutoff = thin.value - abs(thin.value) * 5e-7
    var isKept = bounds.opened.map { $0 < cutoff }
    for site in thin.best { isKept[site] = true }
    let kept = isKept.indices.filter { isKept[$0] }.sorted { (bounds.opened[$0], $0) < (bounds.opened[$1], $1) }
    let lengths = Terrain(terrain, sites: kept).listLengths(near: nil, oneIn: 64)
    let isBest = Set(thin.best)
    (thin.sites, thin.beyond) = (thin.best, cutoff)
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
    return entries <= mostEntries
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
