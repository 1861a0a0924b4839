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

  /// Points and sites up to which every pair is looked at.
  private static let small = 6_000
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
    let isSmall = terrain.pointCount <= Self.small && terrain.siteCount <= Self.small
    let small = isSmall || !sites.isEmpty ? nil : drawnTogether()
    var near = isSmall ? nil : small?.sites ?? sites
    var shares = small?.shares
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

  /// Good sites from a smaller country, and where the multipliers of each point of this one lie by those of its block.
  private func drawnTogether() -> (sites: [Int], shares: [Float]?) {
    let (small, sites) = terrain.aggregated(points: Self.aggregatedPoints, sites: Self.aggregatedSites)
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
