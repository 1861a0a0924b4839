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
    let isSmall = terrain.pointCount * terrain.siteCount <= Self.fewPairs
    let first = isSmall || !sites.isEmpty ? nil : firstAnswer()
    var near = isSmall ? nil : first?.sites ?? sites
    var shares = first?.shares
    while true {
      let lists = terrain.problem(near: near, threads: threads)
      let problem = lists.isCovering ? lists.merged() : lists
      let search = PlacingSearch(
        problem, open: open, stop: stop, threads: threads, seed: seed, library: library)
      // Shares are known point by point: of no use where points were left out or drawn together.
      let start = PlacingSearch.Start(
        sites: near ?? sites, shares: shares?.count == problem.pointCount ? shares : nil, goal: goal)
      var result = search.run(start, report: report)
      shares = nil
      let value = terrain.value(open: result.sites, threads: threads)
      let isSame = abs(value - result.value) <= 1e-9 * abs(value)
      result.value = value
      result.bound = min(result.bound, value)
      if isSame || near == nil || stop.reason != nil {
        if !isSame { result.status = stop.reason.map { .stopped($0) } ?? .unproved }
        return result
      }
      near = near?.count == open && near != result.sites ? result.sites : nil
    }
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
      terrain.problem(near: spread, threads: threads), open: open, stop: stop, threads: threads, seed: seed)
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
