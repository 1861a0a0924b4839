/// What a run does between its first steps and the tree: better multipliers, better sites, and what both settle.
extension PlacingRun {
  // MARK: Better multipliers

  /// Betters the multipliers where plain steps no longer do, and settles sites by them.
  ///
  /// - Parameters:
  ///   - promise: The share of the gap that is not worth going on for.
  ///   - most: Steps after which to leave it.
  mutating func polish(_ region: inout Region, until promise: Double, atMost most: Int = .max) {
    guard !isCovering else { return }
    let last = most == .max ? most : steps + most
    while isOpen, steps < last {
      let bundle = BundleAscent(
        ascent(region, region.multipliers),
        stride: isSteep ? region.multipliers : Self.scale(region.multipliers), target: value, threads: search.threads)
      let smaller = polish(bundle, in: region, until: promise, last: last)
      keep(bundle.ascent, for: &region)
      region.frequency = bundle.frequency
      guard let smaller else { return }
      let start = smaller.points.map { bundle.ascent.bestMultipliers[Int($0)] }
      region = smaller.region
      region.multipliers = start
    }
  }

  /// Steps of one bundle, until it promises little more or much can be settled.
  ///
  /// - Returns: The region that is left, where much was settled.
  private mutating func polish(
    _ bundle: BundleAscent, in region: Region, until promise: Double, last: Int
  ) -> (region: Region, points: [Int32])? {
    var taken = 0
    while isOpen, steps < last, bundle.promise > promise * (value - bound) {
      bundle.step()
      (taken, steps) = (taken + 1, steps + 1)
      bound = max(bound, bundle.ascent.best)
      guard taken % Self.stepsBetweenLooks == 0 else { continue }
      improve(by: bundle, in: region)
      tell()
      if let smaller = region.settled(by: bundle.ascent, cutoff: settling),
        4 * smaller.region.problem.siteCount < 3 * region.problem.siteCount
      {
        return smaller
      }
    }
    return region.settled(by: bundle.ascent, cutoff: settling)
  }

  /// The sites that the best multipliers choose, and those that the relaxation opens most.
  private mutating func improve(by bundle: BundleAscent, in region: Region) {
    improve(by: bundle.ascent, in: region)
    var order = Array(0..<region.problem.siteCount)
    let frequency = bundle.frequency
    Selection.partition(&order, least: region.open) { (frequency[$1], $0) < (frequency[$0], $1) }
    improve(region.whole(Array(order.prefix(region.open))), near: 1.05)
  }

  static let stepsOfFirstPolish = 300
  private static let stepsBetweenLooks = 40

  // MARK: Better sites

  /// Looks for something better near the best so far, and settles what that allows, with a few steps in between.
  mutating func settle(_ region: inout Region) {
    var ascent = ascent(region, region.multipliers)
    if !isCovering, region.problem.entries.count >= Self.entriesOfCore {
      searchCore(of: region, ascent.bestReduced)
    } else {
      kick(patience: Self.kicksAtRoot)
    }
    for _ in 0..<3 where !isDone && search.stop.reason == nil {
      guard let smaller = region.settled(by: ascent, cutoff: cutoff, always: true) else { return }
      remember(ascent, of: region)
      let start = smaller.points.map { ascent.bestMultipliers[Int($0)] }
      region = smaller.region
      ascent = self.ascent(region, start)
      for _ in 0..<Self.stepsBetween where search.stop.reason == nil {
        ascent.step(towards: value, factor: 0.02, deflection: Self.deflection)
        steps += 1
      }
      bound = max(bound, ascent.best)
      keep(ascent, for: &region)
    }
  }

  private static let stepsBetween = 60
  static let kicksAtRoot = 400
  private static let kickingWork = 500_000_000.0
  private static let wide = 0.005

  /// Looks for something better near the best so far: the longer, the wider the gap is.
  mutating func kick(patience: Int, share: Double = 1) {
    let gap = (value - bound) / max(abs(value), 1e-30)
    let work = Int(Self.kickingWork * share * min(1, gap / Self.wide))
    exchanging.move(to: best)
    exchanging.descend(stop: search.stop)
    var kicks = Kicks(exchanging, stop: search.stop, seed: random.next())
    kicks.run(patience: patience, work: work, goal: max(bound, start.goal ?? -.infinity))
    take(exchanging.sites)
  }

  /// Looks for something better among the sites that reduced costs promise most, as long as that helps.
  mutating func searchCore(of region: Region, _ reduced: [Double], inVain most: Int = roundsInVain) {
    let core = CoreSearch(
      of: region, reduced: reduced, best: best, seed: search.seed, stop: search.stop, threads: search.threads)
    var inVain = 0
    while inVain < most, !isDone, search.stop.reason == nil, value - bound > Self.narrow * abs(value) {
      let before = value
      for sites in core.round(from: best, goal: max(bound, start.goal ?? -.infinity), random: &random) {
        improve(sites, near: 1.001)
      }
      inVain = value < before ? 0 : inVain + 1
    }
  }

  static let entriesOfCore = 100_000
  static let roundsInVain = 4
  /// A relative gap that the tree closes sooner.
  private static let narrow = 1e-5
}
