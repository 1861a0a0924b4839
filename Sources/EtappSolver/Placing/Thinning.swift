/// Leaves out the sites of a great country that can be in nothing better, before their lists are made.
///
///     a smaller country, neighbours drawn together at their middle: a good answer, and multipliers
///     each point of the whole takes over its neighbours' multiplier, as a share of how far its own two nearest are
///     the reduced costs of all sites, pair by pair, nothing kept
///     a site whose opening passes the value known is left out; where the lists of what is left would be too long, a
///     less small country says more of what is left
///     where they still are, the least promising sites are left out too, and what they could bring at best bounds the whole
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
  /// Points of the first smaller country; nil for one in so many, but some there must be.
  var firstPoints: Int?
  /// Entries that the lists of what is left may have; nil for as many as there is room for.
  var mostEntries: Int?

  struct Result {
    /// Sites that are left, in order.
    var sites: [Int]
    /// A good answer, all of it among them.
    var best: [Int]
    var value: Double
    /// How far the multiplier of each point reaches.
    var reach: [Float]
    /// What no answer with a site that was left out can better.
    var beyond: Double
    /// What no answer at all can better.
    var bound: Double
  }

  private static let pointsOfBlock = 25
  private static let leastPoints = 100_000
  /// How many times as many points the next smaller country has.
  private static let growth = 5
  private static let patience = 300
  private static let oneBlockIn = 64
  private static let middleGap = 1e-5
  private static let hopeless = 0.1
  private static let greatEntries = 200_000_000

  private var pointsAtFirst: Int {
    firstPoints ?? max(Self.leastPoints, terrain.pointCount / Self.pointsOfBlock)
  }

  private var room: Int { mostEntries ?? max(24_000_000, 8 * terrain.pointCount) }

  /// - Returns: nil when there is no answer to begin from, or when it says too little.
  func run() -> Result? {
    var points = min(pointsAtFirst, max(1, terrain.pointCount / 4))
    guard var stage = stage(Array(0..<terrain.siteCount), points: points) else { return nil }
    // Where burdens grow so steeply that neighbours have little in common, whole lists say more, if there is room.
    if stage.value - stage.bounds.bound > Self.hopeless * abs(stage.value), entries < Self.greatEntries { return nil }
    var (beyond, bound) = (Double.infinity, max(terrain.least, stage.bounds.bound))
    points *= Self.growth
    while 2 * points <= terrain.pointCount, stop.reason == nil, stage.lengths.reduce(0, +) > room,
      let finer = self.stage(stage.kept.map { stage.sites[$0] }, points: points, from: stage)
    {
      beyond = min(beyond, stage.cutoff)
      bound = max(bound, min(beyond, finer.bounds.bound))
      stage = finer
      points *= Self.growth
    }
    return thinned(stage, beyond: min(beyond, stage.cutoff), bound: bound)
  }

  // MARK: Stages

  /// What a smaller country says of the country of some of the sites.
  private struct Stage {
    /// The sites looked at, by their numbers in the whole; whatever else is said of sites is by their place in these.
    let sites: [Int]
    let best: [Int]
    let value: Double
    let bounds: SiteBounds
    /// How far the multiplier of each point reaches.
    let reach: [Float]
    let shares: [Float]
    /// Sites that may be in something better, the most promising first, and how long the lists become by each.
    var kept: [Int] = []
    var lengths: [Int] = []

    var cutoff: Double { value - abs(value) * 5e-7 }
  }

  /// - Parameter coarser: What a still smaller country said; these sites are those that it kept.
  private func stage(_ sites: [Int], points: Int, from coarser: Stage? = nil) -> Stage? {
    let part = Terrain(terrain, sites: sites)
    let small = part.centred(points: points)
    let country = CountrySearch(small, open: open, stop: stop, threads: threads, seed: seed)
    let known = coarser.map { self.known(from: $0, blocks: small.pointCount) }
    guard let rough = country.rough(gap: Self.middleGap, patience: Self.patience, from: known),
      rough.sites.count == open
    else { return nil }
    // What a coarser country said serves as well when time is up.
    if coarser != nil, stop.reason != nil { return nil }
    let reach = self.reach(of: rough, in: part, blocks: small.pointCount)
    let bounds = SiteBounds(part.prices(within: reach, threads: threads), open: open)
    let stage = Stage(
      sites: sites, best: rough.sites, value: part.value(open: rough.sites, threads: threads), bounds: bounds,
      reach: reach, shares: rough.shares)
    return keeping(stage)
  }

  /// The answer of a stage among the sites that it keeps, its shares handed to smaller blocks.
  private func known(from stage: Stage, blocks: Int) -> CountrySearch.Rough {
    let count = stage.shares.count
    return CountrySearch.Rough(
      sites: places(of: stage.best, in: stage.kept),
      shares: (0..<blocks).map { stage.shares[(2 * $0 + 1) * count / (2 * blocks)] })
  }

  private func places(of sites: [Int], in kept: [Int]) -> [Int] {
    let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return sites.compactMap { place[$0] }
  }

  private func keeping(_ stage: Stage) -> Stage {
    var stage = stage
    let opened = stage.bounds.opened
    var isKept = opened.map { $0 < stage.cutoff }
    for site in stage.best { isKept[site] = true }
    stage.kept = isKept.indices.filter { isKept[$0] }.sorted { (opened[$0], $0) < (opened[$1], $1) }
    let left = Terrain(terrain, sites: stage.kept.map { stage.sites[$0] })
    let best = places(of: stage.best, in: stage.kept)
    stage.lengths = left.listLengths(near: Terrain.Nearness(sites: best), oneIn: Self.oneBlockIn)
    return stage
  }

  /// How far the multiplier of each point reaches, from those of the smaller country.
  private func reach(of rough: CountrySearch.Rough, in part: Terrain, blocks: Int) -> [Float] {
    let (first, second) = part.twoNearest(open: rough.sites, threads: threads)
    let reach = Flat<Float>(repeating: 0, count: part.pointCount)
    Chunks.run(blocks, threads: threads) { _, range in
      for block in range {
        for point in part.pointCount * block / blocks..<part.pointCount * (block + 1) / blocks {
          let middle = (first[point] + second[point]) / 2
          reach[point] = min(rough.shares[block] * middle, Float(part.now[point]))
        }
      }
    }
    return reach.array
  }

  /// Leaves in what may be in something better, as far as there is room.
  private func thinned(_ stage: Stage, beyond: Double, bound: Double) -> Result {
    let isBest = Set(stage.best)
    var thin = Result(
      sites: stage.best, best: stage.best, value: stage.value, reach: stage.reach, beyond: beyond, bound: bound)
    var entries = 0
    for (site, length) in zip(stage.kept, stage.lengths) where !isBest.contains(site) {
      entries += length
      if entries > room {
        thin.beyond = min(thin.beyond, stage.bounds.opened[site])
        break
      }
      thin.sites.append(site)
    }
    thin.sites = thin.sites.map { stage.sites[$0] }.sorted()
    thin.best = stage.best.map { stage.sites[$0] }
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
