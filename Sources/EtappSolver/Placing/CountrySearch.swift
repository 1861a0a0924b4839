/// Proves the best sites of a whole country, of which no matrix is kept.
///
///     draw neighbours together; search the small country
///     lists of the whole one as far as that answer makes them matter; search it from there
///     the value is computed from positions; lists that ended too early are made longer, and again
package struct CountrySearch: Sendable {
  package let terrain: Terrain
  package let open: Int
  let stop: StopRule
  let threads: Int
  let seed: UInt64
  let library: HighsLibrary?

  /// Pairs of points and sites up to which all are looked at.
  private static let fewPairs = 2_500_000
  private static let fewPoints = 20_000
  private static let aggregatedPoints = 3_000
  private static let aggregatedSites = 4_000

  package init(
    _ terrain: Terrain, open: Int, stop: StopRule, threads: Int = 1, seed: UInt64 = 1, library: HighsLibrary? = nil
  ) {
    self.library = library
    self.terrain = terrain
    self.open = min(open, terrain.siteCount)
    self.stop = stop
    self.threads = threads
    self.seed = seed
  }

  /// - Parameters:
  ///   - sites: Sites of a good answer, where one is known.
  ///   - goal: A value that is good enough.
  package func run(
    from sites: [Int] = [], goal: Double? = nil, report: (Progress) -> Void = { _ in }
  ) -> PlacingSearch.Result {
    // Where a burden is all or nothing, lists end at the horizon and are short as they are.
    let isShort = terrain.isCovering || terrain.pointCount * terrain.siteCount <= Self.fewPairs
    let isKnown = isShort && terrain.pointCount <= Self.fewPoints || !sites.isEmpty
    let first: (sites: [Int], shares: [Float]?) = isKnown ? (sites, nil) : firstAnswer()
    var shares = first.shares
    var best = PlacingSearch.Result(
      sites: first.sites, value: terrain.value(open: first.sites, threads: threads), bound: terrain.least,
      status: .unproved, shares: [])
    var lists = isShort || first.sites.count < open ? nil : Terrain.Nearness(sites: first.sites)
    while best.sites.isEmpty || stop.reason == nil {
      let found = search(lists, from: best.sites, shares: shares, goal: goal, report: report)
      let isRight = take(found, into: &best)
      shares = nil
      if isRight || lists == nil { return best }
      // Some point's best site lies beyond its list: longer ones, around what was found.
      lists = lists.map { Terrain.Nearness(sites: best.sites, factor: $0.factor * 1.5) }
    }
    best.status = stop.reason.map { .stopped($0) } ?? .unproved
    return best
  }

  private func search(
    _ near: Terrain.Nearness?, from sites: [Int], shares: [Float]?, goal: Double?, report: (Progress) -> Void
  ) -> PlacingSearch.Result {
    let lists = terrain.problem(near: near, threads: threads)
    let problem = lists.isCovering ? lists.merged() : lists
    // Shares are known point by point: of no use where points were left out or drawn together.
    let start = PlacingSearch.Start(
      sites: sites, shares: shares?.count == problem.pointCount ? shares : nil, goal: goal)
    return PlacingSearch(problem, open: open, stop: stop, threads: threads, seed: seed, library: library)
      .run(start, report: report)
  }

  /// Keeps what is better, sites by their value from positions.
  ///
  /// - Returns: Whether the lists gave the value that positions give.
  private func take(_ found: PlacingSearch.Result, into best: inout PlacingSearch.Result) -> Bool {
    let value = terrain.value(open: found.sites, threads: threads)
    let isRight = abs(value - found.value) <= 1e-9 * abs(value)
    if value < best.value || best.sites.isEmpty { (best.sites, best.value) = (found.sites, value) }
    best.bound = min(max(best.bound, found.bound), best.value)
    best.nodes += found.nodes
    best.steps += found.steps
    best.status = isRight ? found.status : stop.reason.map { .stopped($0) } ?? .unproved
    return isRight
  }

  /// Good sites, however found, and what is known of the multipliers.
  private func firstAnswer() -> (sites: [Int], shares: [Float]?) {
    let points = min(Self.aggregatedPoints, max(600, terrain.pointCount / 4))
    return open * 6 <= points ? drawnTogether(points) : spreadOut()
  }

  /// Good sites from lists that end where those of sites end that are spread like the sites themselves.
  private func spreadOut() -> (sites: [Int], shares: [Float]?) {
    let order = terrain.siteOrder
    let spread = (0..<open).map { order[order.count * $0 / open] }
    let search = PlacingSearch(
      terrain.problem(near: Terrain.Nearness(sites: spread), threads: threads), open: open, stop: stop,
      threads: threads, seed: seed)
    return (search.run(PlacingSearch.Start(sites: spread, patience: 0)).sites, nil)
  }

  /// Good sites from a smaller country, and where the multipliers of each point of this one lie by those of its block.
  private func drawnTogether(_ points: Int) -> (sites: [Int], shares: [Float]?) {
    let (small, sites) = terrain.aggregated(points: points, sites: Self.aggregatedSites)
    let problem = small.problem(threads: threads)
    let search = PlacingSearch(problem, open: open, stop: stop, threads: threads, seed: seed)
    let result = search.run(PlacingSearch.Start(gap: 1e-4, patience: 200))
    let blocks = small.pointCount
    var shares: [Float]?
    if result.shares.count == blocks {
      shares = (0..<blocks).flatMap { block in
        let range = terrain.pointCount * block / blocks..<terrain.pointCount * (block + 1) / blocks
        return [Float](repeating: result.shares[block], count: range.count)
      }
    }
    return (result.sites.map { sites[$0] }, shares)
  }
}
