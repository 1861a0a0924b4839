/// Leaves out the sites of a great country that can be in nothing better, before their lists are made.
///
///     a smaller country, neighbours drawn together at their middle: a good answer, and multipliers
///     each point of the whole takes over its neighbours' multiplier, as a share of how far its own two nearest are
///     the reduced costs of all sites, pair by pair, nothing kept
///     a site whose opening passes the value known is left out; where the lists of what is left would be too long, more
///     is said of it by a less small country, or by all points and the sites that promise most
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
  /// Entries that a look may be taken at; nil for as many as there is room for.
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
  /// Points that the first smaller country has at least.
  private static let leastPoints = (besideExisting: 100_000, alone: 1_000)
  /// How many times as many points the next smaller country has.
  private static let growth = 5
  private static let patience = 300
  private static let oneBlockIn = 64
  private static let middleGap = 1e-5
  private static let hopeless = 0.1
  /// A share of the sites: where more are left, another look is not worth while.
  private static let nearlyAll = 0.8
  /// A share of the entries above which another look leaves too much to be followed by one more.
  private static let leftByLook = 0.8
  private static let greatEntries = 200_000_000

  private var pointsAtFirst: Int {
    let least = terrain.hasExisting ? Self.leastPoints.besideExisting : Self.leastPoints.alone
    return firstPoints ?? max(least, terrain.pointCount / Self.pointsOfBlock)
  }

  private var room: Int { mostEntries ?? max(24_000_000, 8 * terrain.pointCount) }
  /// Entries that the lists of what is left may have in the end: more than in a look, since nothing comes after.
  private var lastRoom: Int { mostEntries ?? max(60_000_000, 8 * terrain.pointCount) }

  /// - Returns: nil when there is no answer to begin from, or when it says too little.
  func run() -> Result? {
    var points = min(pointsAtFirst, max(1, terrain.pointCount / 4))
    guard var stage = stage(Array(0..<terrain.siteCount), points: points) else { return nil }
    if !stage.isPriced { return answered(stage) }
    if isRoomForAll {
      if isHopeless(stage) { return nil }
      if isOfNearlyAll(stage) { return thinned(stage, to: .max, beyond: stage.cutoff, bound: stage.bound) }
    }
    var (beyond, bound) = (Double.infinity, max(terrain.least, stage.bound))
    points *= Self.growth
    while stop.reason == nil, let next = next(after: stage, points: &points) {
      beyond = min(beyond, stage.cutoff)
      bound = max(bound, min(beyond, next.bound))
      stage = next
    }
    return thinned(stage, to: lastRoom, beyond: min(beyond, stage.cutoff), bound: bound)
  }

  private var isRoomForAll: Bool { entries < Self.greatEntries }

  /// Where burdens grow so steeply that neighbours have little in common, whole lists say more.
  private func isHopeless(_ stage: Stage) -> Bool { stage.value - stage.bound > Self.hopeless * abs(stage.value) }

  /// Whether another look would be as long as the search itself, since nearly everything is left.
  private func isOfNearlyAll(_ stage: Stage) -> Bool {
    !terrain.hasExisting && Double(stage.left.count) > Self.nearlyAll * Double(terrain.siteCount)
  }

  // MARK: Stages

  /// What a smaller country says of the whole, or all points and some of its sites.
  private struct Stage {
    var best: [Int]
    var value: Double
    var bound: Double
    /// How far the multiplier of each point reaches.
    var reach: [Float]
    var shares: [Float]
    /// Sites that may be in something better, the most promising first, the bound when each is open, and how long the
    /// lists become by each.
    var left: [Int] = []
    var opened: [Double] = []
    var lengths: [Int] = []

    /// Whether there was time to see which sites are left.
    var isPriced: Bool { !left.isEmpty }
    var cutoff: Double { value - abs(value) * 5e-7 }
    var entries: Int { lengths.reduce(0, +) }
  }

  /// Another look at what is left, the cheaper way; nil where there is room for its lists or nothing more to be said.
  ///
  /// - Parameter points: Of the next smaller country.
  private func next(after stage: Stage, points: inout Int) -> Stage? {
    let entries = stage.entries
    if entries > room, points <= terrain.pointCount / 2, entries / terrain.pointCount * points <= room {
      defer { points *= Self.growth }
      return self.stage(stage.left, points: points, from: stage)
    }
    guard entries > lastRoom, points < .max, let sifted = sifted(stage) else { return nil }
    points = Double(sifted.entries) < Self.leftByLook * Double(entries) ? terrain.pointCount : .max
    return sifted
  }

  /// - Parameter coarser: What a still smaller country said; these sites are those that it left.
  private func stage(_ sites: [Int], points: Int, from coarser: Stage? = nil) -> Stage? {
    look(at: sites, by: sites, in: Terrain(terrain, sites: sites).centred(points: points), from: coarser)
  }

  /// All points and the sites that promise most say more of the others than points that were drawn together.
  private func sifted(_ stage: Stage) -> Stage? {
    let promising = promising(stage, entries: room).sorted()
    return look(at: stage.left, by: promising, in: Terrain(terrain, sites: promising), from: stage)
  }

  /// Prices sites by the multipliers of a country that has some of them.
  private func look(at sites: [Int], by some: [Int], in small: Terrain, from coarser: Stage?) -> Stage? {
    let country = CountrySearch(small, open: open, stop: stop, threads: threads, seed: seed)
    let known = coarser.map { self.known(from: $0, by: some, blocks: small.pointCount) }
    guard let rough = country.rough(gap: Self.middleGap, patience: Self.patience, from: known),
      rough.sites.count == open
    else { return nil }
    // What a coarser country said serves as well when time is up.
    if coarser != nil, stop.reason != nil { return nil }
    let best = rough.sites.map { some[$0] }
    let reach = reach(of: rough.shares, around: best)
    var stage = Stage(
      best: best, value: terrain.value(open: best, threads: threads), bound: terrain.least, reach: reach,
      shares: rough.shares)
    guard let prices = Terrain(terrain, sites: sites).prices(within: reach, stop: stop, threads: threads) else {
      return coarser == nil ? stage : nil
    }
    let bounds = SiteBounds(prices, open: open)
    stage.bound = bounds.bound
    return leaving(stage, of: sites, bounds.opened)
  }

  /// The answer of a stage, by its place among some sites, its shares handed to smaller blocks.
  private func known(from stage: Stage, by some: [Int], blocks: Int) -> CountrySearch.Rough {
    let count = stage.shares.count
    let place = Dictionary(uniqueKeysWithValues: some.enumerated().map { ($1, $0) })
    return CountrySearch.Rough(
      sites: stage.best.compactMap { place[$0] },
      shares: (0..<blocks).map { stage.shares[(2 * $0 + 1) * count / (2 * blocks)] })
  }

  private func leaving(_ stage: Stage, of sites: [Int], _ opened: [Double]) -> Stage {
    var stage = stage
    let isBest = Set(stage.best)
    let order = sites.indices
      .filter { opened[$0] < stage.cutoff || isBest.contains(sites[$0]) }
      .sorted { (opened[$0], $0) < (opened[$1], $1) }
    stage.left = order.map { sites[$0] }
    stage.opened = order.map { opened[$0] }
    let place = Dictionary(uniqueKeysWithValues: stage.left.enumerated().map { ($1, $0) })
    let near = Terrain.Nearness(sites: stage.best.compactMap { place[$0] })
    stage.lengths = Terrain(terrain, sites: stage.left).listLengths(near: near, oneIn: Self.oneBlockIn)
    return stage
  }

  /// How far the multiplier of each point reaches, from the shares of blocks of them.
  private func reach(of shares: [Float], around best: [Int]) -> [Float] {
    let (first, second) = terrain.twoNearest(open: best, threads: threads)
    let (count, blocks) = (terrain.pointCount, shares.count)
    let reach = Flat<Float>(repeating: 0, count: count)
    Chunks.run(blocks, threads: threads) { _, range in
      for block in range {
        for point in count * block / blocks..<count * (block + 1) / blocks {
          let middle = (first[point] + second[point]) / 2
          reach[point] = min(shares[block] * middle, Float(terrain.now[point]))
        }
      }
    }
    return reach.array
  }

  // MARK: What is left

  /// The answer of a stage and the most promising sites, as far as there is room for their lists.
  private func promising(_ stage: Stage, entries most: Int) -> [Int] {
    let isBest = Set(stage.best)
    var (sites, entries) = (stage.best, 0)
    for (site, length) in zip(stage.left, stage.lengths) where !isBest.contains(site) {
      entries += length
      if entries > most { break }
      sites.append(site)
    }
    return sites
  }

  /// An answer, of what else may be open nothing being known.
  private func answered(_ stage: Stage) -> Result {
    Result(
      sites: stage.best.sorted(), best: stage.best, value: stage.value, reach: stage.reach, beyond: terrain.least,
      bound: terrain.least)
  }

  private func thinned(_ stage: Stage, to room: Int, beyond: Double, bound: Double) -> Result {
    let sites = promising(stage, entries: room)
    let isIn = Set(sites)
    let firstOut = zip(stage.left, stage.opened).first { !isIn.contains($0.0) }
    return Result(
      sites: sites.sorted(), best: stage.best, value: stage.value, reach: stage.reach,
      beyond: min(beyond, firstOut?.1 ?? .infinity), bound: bound)
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
