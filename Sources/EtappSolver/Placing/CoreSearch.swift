/// Looks for something better among the sites of a region that reduced costs promise most.
///
/// Exchanges and kicks cost what the sites do that may be exchanged: among a few hundred of twenty-five thousand they are many
/// times cheaper, and the best sites are there as a rule. Two searches kick side by side, each round from the best of both.
struct CoreSearch {
  private let core: Region
  private let searches: [InterchangeSearch]
  private let number: [Int: Int]
  private let stop: StopRule
  private let threads: Int

  /// Sites of the core for each that is open, and at least.
  private static let sites = (each: 12, atLeast: 600)
  /// Entries that each search looks at in a round.
  private static let work = 60_000_000

  /// - Parameters:
  ///   - reduced: Reduced cost of each site of the region.
  ///   - best: Sites of the whole problem that are kept in any case.
  init(of region: Region, reduced: [Double], best: [Int], seed: UInt64, stop: StopRule, threads: Int) {
    let core = Self.core(of: region, reduced, best)
    self.core = core
    number = Dictionary(uniqueKeysWithValues: core.sites.enumerated().map { ($1, $0) })
    searches = (0..<2).map { InterchangeSearch(core.problem, open: core.open, seed: seed &+ UInt64($0)) }
    self.stop = stop
    self.threads = threads
  }

  private static func core(of region: Region, _ reduced: [Double], _ best: [Int]) -> Region {
    let most = min(region.sites.count, max(sites.atLeast, sites.each * region.open))
    var order = Array(region.sites.indices)
    Selection.partition(&order, least: most) { (reduced[$0], $0) < (reduced[$1], $1) }
    let isBest = Set(best)
    var isKept = region.sites.map(isBest.contains)
    for site in order.prefix(most) { isKept[site] = true }
    return region.restricted(isKept: isKept, isOpen: isKept.map { _ in false }).region
  }

  /// Kicks from some sites for so much work.
  ///
  /// - Parameters:
  ///   - sites: Sites of the whole problem; those outside the core are made up for.
  ///   - goal: A value that is good enough.
  /// - Returns: What each search ended at, sites of the whole problem.
  func round(from sites: [Int], goal: Double, random: inout SplitMix64) -> [[Int]] {
    let from = sites.compactMap { number[$0] }
    let seeds = searches.map { _ in random.next() }
    nonisolated(unsafe) let searches = searches
    let stop = stop
    Chunks.run(searches.count, threads: threads) { _, range in
      for index in range { Self.kick(searches[index], from: from, goal: goal, seed: seeds[index], stop: stop) }
    }
    return searches.map { core.whole($0.sites) }
  }

  private static func kick(
    _ search: InterchangeSearch, from sites: [Int], goal: Double, seed: UInt64, stop: StopRule
  ) {
    search.move(to: sites)
    search.descend(stop: stop)
    var kicks = Kicks(search, stop: stop, seed: seed)
    kicks.run(patience: .max, work: work, goal: goal)
  }
}
