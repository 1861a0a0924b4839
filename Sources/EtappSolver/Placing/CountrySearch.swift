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
  ///   - shares: Multipliers to begin with, as shares of the middle between each point's two best of these sites.
  ///   - goal: A value that is good enough.
  package func run(
    from sites: [Int] = [], shares: [Float]? = nil, goal: Double? = nil, report: (Progress) -> Void = { _ in }
  ) -> PlacingSearch.Result {
    // Where a burden is all or nothing, lists end at the horizon and are short as they are.
    let isShort = terrain.isCovering || terrain.pointCount * terrain.siteCount <= Self.fewPairs
    if !isShort, sites.isEmpty, goal == nil, case let entries = entriesOfAll, entries > mostEntries,
      let found = thinned(entries, report)
    {
      return found
    }
    let isKnown = isShort && (terrain.isCovering || terrain.pointCount <= Self.fewPoints) || !sites.isEmpty
    let first: (sites: [Int], shares: [Float]?) = isKnown ? (sites, shares) : firstAnswer()
    var shares = first.shares
    var best = PlacingSearch.Result(
      sites: first.sites, value: terrain.value(open: first.sites, threads: threads), bound: terrain.least,
      status: .unproved, shares: [])
    var lists = isShort || first.sites.count < open ? nil : Terrain.Nearness(sites: first.sites)
    while best.sites.isEmpty || stop.reason == nil {
      let found = search(lists, from: best.sites, shares: shares, goal: goal, report: report)
      let isRight = take(found, into: &best)
      shares = found.shares.isEmpty ? nil : found.shares
      if isRight || lists == nil { return best }
      // Some point's best site lies beyond its list: longer ones, around what was found.
      lists = lists.map { Terrain.Nearness(sites: best.sites, factor: $0.factor * 1.5) }
    }
    best.status = stop.reason.map { .stopped($0) } ?? .unproved
    return best
  }

  // MARK: Great countries

  /// Points beyond which lists are looked at for their length first, and entries that are many.
  private static let manyPoints = (besideExisting: 50_000, alone: 20_000)
  private static let manyEntries = 20_000_000
  /// The same where nothing is open: leaving out gains in one country and loses in another, so room is the reason.
  private static let manyEntriesAlone = 150_000_000
  private static let oneBlockIn = 256

  private var mostEntries: Int { terrain.hasExisting ? Self.manyEntries : Self.manyEntriesAlone }

  /// Entries that the lists of all sites would have, estimated; 0 where the country is small.
  ///
  /// Beside what is open already they are counted for few points. Where nothing is open, lists end a little beyond the
  /// third site of a good answer.
  private var entriesOfAll: Int {
    let many = terrain.hasExisting ? Self.manyPoints.besideExisting : Self.manyPoints.alone
    guard terrain.pointCount >= many, open > 1 else { return 0 }
    guard terrain.hasExisting else { return terrain.pointCount * min(terrain.siteCount, 4 * terrain.siteCount / open) }
    return terrain.listLengths(near: nil, oneIn: Self.oneBlockIn).reduce(0, +)
  }

  /// The answer from the sites that may be in it; nil when none was found to begin from.
  private func thinned(_ entries: Int, _ report: (Progress) -> Void) -> PlacingSearch.Result? {
    let thinning = Thinning(terrain: terrain, open: open, stop: stop, threads: threads, seed: seed, entries: entries)
    guard let thin = thinning.run() else { return nil }
    var number = [Int](repeating: -1, count: terrain.siteCount)
    for (new, old) in thin.sites.enumerated() { number[old] = new }
    let part = Terrain(terrain, sites: thin.sites)
    let search = CountrySearch(part, open: open, stop: stop, threads: threads, seed: seed, library: library)
    let (known, beyond) = (thin.bound, thin.beyond)
    let best = thin.best.map { number[$0] }
    report(Progress(value: thin.value, bound: known, nodes: 0))
    let shares = stop.reason == nil ? search.shares(reaching: thin.reach, sites: best) : nil
    var found = search.run(from: best, shares: shares) { progress in
      let bound = max(known, min(progress.bound, beyond))
      report(Progress(value: progress.value, bound: bound, nodes: progress.nodes))
    }
    found.sites = found.sites.map { thin.sites[$0] }.sorted()
    found.bound = min(found.value, max(thin.bound, min(found.bound, thin.beyond)))
    if found.status == .proved, found.bound < found.value - abs(found.value) * 1e-6 { found.status = .unproved }
    return found
  }

  /// A good answer, and where multipliers lie, of a country that others are searched by.
  struct Rough {
    var sites: [Int]
    /// How far the multiplier of each point reaches, as a share of the middle between its two nearest open sites.
    var shares: [Float]
  }

  /// - Parameters:
  ///   - gap: Relative gap at which to be content.
  ///   - patience: Steps after which the multipliers are good enough.
  ///   - known: What is known already.
  func rough(gap: Double, patience: Int, from known: Rough? = nil) -> Rough? {
    let first = known.map { (sites: $0.sites, shares: self.shares(of: $0)) } ?? firstAnswer()
    guard first.sites.count == open else { return nil }
    let (problem, points) = terrain.listed(near: Terrain.Nearness(sites: first.sites), threads: threads)
    let search = PlacingSearch(problem, open: open, stop: stop, threads: threads, seed: seed)
    let shares = first.shares.map { all in points.map { all[Int($0)] } }
    var start = PlacingSearch.Start(sites: first.sites, shares: shares, gap: gap, patience: patience)
    start.isHandedOn = true
    let result = search.run(start)
    guard result.shares.count == points.count else { return nil }
    return Rough(sites: result.sites, shares: reaches(result, problem, points))
  }

  /// Shares of distances as shares of burdens.
  private func shares(of rough: Rough) -> [Float]? {
    let (first, second) = terrain.twoNearest(open: rough.sites, threads: threads)
    return shares(reaching: rough.shares.indices.map { rough.shares[$0] * (first[$0] + second[$0]) / 2 }, first, second)
  }

  /// The multipliers that reach so far, as shares of the middle between each point's two best of some sites.
  func shares(reaching reach: [Float], sites: [Int]) -> [Float] {
    let (first, second) = terrain.twoNearest(open: sites, threads: threads)
    return shares(reaching: reach, first, second)
  }

  private func shares(reaching reach: [Float], _ first: [Float], _ second: [Float]) -> [Float] {
    let all = Flat<Float>(repeating: 1, count: terrain.pointCount)
    Chunks.run(terrain.pointCount, threads: threads) { _, points in
      for point in points {
        let middle = (terrain.burden(Double(first[point])) + terrain.burden(Double(second[point]))) / 2
        if middle > 0 { all[point] = min(3, max(0.3, terrain.burden(Double(reach[point])) / middle)) }
      }
    }
    return all.array
  }

  /// Shares of burdens as shares of distances.
  private func reaches(_ result: PlacingSearch.Result, _ problem: PlacingProblem, _ points: [Int32]) -> [Float] {
    let (first, second) = terrain.twoNearest(open: result.sites, threads: threads)
    let exchanging = InterchangeSearch(problem, open: open, seed: seed)
    exchanging.begin(with: result.sites)
    let middles = exchanging.middles
    var shares = [Float](repeating: 1, count: terrain.pointCount)
    for (here, point) in points.enumerated() {
      let middle = Double(first[Int(point)] + second[Int(point)]) / 2
      guard middle > 0 else { continue }
      shares[Int(point)] = Float(terrain.distance(bearing: result.shares[here] * middles[here]) / middle)
    }
    return shares
  }

  private func search(
    _ near: Terrain.Nearness?, from sites: [Int], shares: [Float]?, goal: Double?, report: (Progress) -> Void
  ) -> PlacingSearch.Result {
    let (lists, points) = terrain.listed(near: near, threads: threads)
    let isCovering = lists.isCovering
    let problem = isCovering ? lists.merged() : lists
    // Shares are known point by point: of no use where points were drawn together.
    var start = PlacingSearch.Start(
      sites: sites, shares: isCovering ? nil : shares.map { all in points.map { all[Int($0)] } }, goal: goal)
    if near != nil { start.isRight = { isRight($0, $1) } }
    var result = PlacingSearch(problem, open: open, stop: stop, threads: threads, seed: seed, library: library)
      .run(start, report: report)
    result.shares = isCovering ? [] : self.shares(result.shares, of: points)
    return result
  }

  /// Shares of some points as shares of all.
  private func shares(_ some: [Float], of points: [Int32]) -> [Float] {
    guard some.count == points.count else { return [] }
    var all = [Float](repeating: 1, count: terrain.pointCount)
    for (share, point) in zip(some, points) { all[Int(point)] = share }
    return all
  }

  /// Whether positions give sites the value that lists gave them.
  private func isRight(_ sites: [Int], _ value: Double) -> Bool {
    let exact = terrain.value(open: sites, threads: threads)
    return abs(exact - value) <= 1e-9 * abs(exact)
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

  /// Good sites, soon.
  package var quick: [Int] { firstAnswer().sites }

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
    var start = PlacingSearch.Start(gap: 1e-4, patience: 200)
    start.isHandedOn = terrain.pointCount >= Self.manyPoints.besideExisting
    let result = search.run(start)
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
