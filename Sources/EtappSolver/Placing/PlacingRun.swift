/// A running search: the best so far, what is settled, the multipliers.
struct PlacingRun {
  let search: PlacingSearch
  let start: PlacingSearch.Start
  private let report: (Progress) -> Void
  let exchanging: InterchangeSearch
  private let step: Double
  let isCovering: Bool
  /// Whether some bear many times what others do, and nobody nothing.
  var isSteep = false
  /// What all points together bear when nothing is open.
  private let greatest: Double
  var random: SplitMix64
  var best: [Int] = []
  var value = Double.infinity
  var bound = -Double.infinity
  private var nodes = 0
  var steps = 0
  private var multipliers: [Float] = []

  init(_ search: PlacingSearch, _ start: PlacingSearch.Start, report: @escaping (Progress) -> Void) {
    self.search = search
    self.start = start
    self.report = report
    exchanging = InterchangeSearch(search.problem, open: search.open, seed: search.seed)
    step = search.problem.step
    bound = search.problem.least
    greatest = zip(search.problem.weights, search.problem.rest).reduce(0) { $0 + $1.0 * Double($1.1) }
    isCovering = search.problem.isCovering
    random = SplitMix64(seed: search.seed)
  }

  // MARK: The whole

  mutating func run() -> PlacingSearch.Result {
    exchanging.begin(with: start.sites)
    take(exchanging.sites)
    exchanging.descend(stop: search.stop)
    take(exchanging.sites)
    isSteep = search.problem.isAlwaysBorne && Self.dispersion(exchanging.middles) > Self.steepFrom
    var region = Region(search.problem, open: search.open)
    let first =
      isCovering && CoveringApproach.isWorthWhile(search.problem, open: search.open) ? approach() : firstMultipliers
    multipliers = first
    climb(&region, first)
    if !isDone, search.stop.reason == nil {
      if start.patience == nil { finish(region) } else if start.isHandedOn { kick(patience: Self.kicksAtRoot) }
    }
    let status: Outcome.Status =
      isDone ? .proved : search.stop.reason.map { .stopped($0) } ?? .unproved
    return PlacingSearch.Result(
      sites: best.sorted(), value: value, bound: isDone ? max(min(bound, value), provedBound) : min(bound, value),
      status: status, shares: start.patience == nil && status != .unproved ? [] : shares(), nodes: nodes, steps: steps)
  }

  /// Those that are known, else the middles. Steep ones rise in few steps and fall in many, and those of a smaller country
  /// are far off: they begin at the bottom.
  private var firstMultipliers: [Float] {
    let middles = exchanging.middles
    guard isSteep else { return start.shares.map { zip(middles, $0).map(*) } ?? middles }
    let problem = search.problem
    return middles.indices.map { point in
      let first = problem.starts[point]
      return first < problem.starts[point + 1] ? problem.entries[first].burden * 1.001 : middles[point]
    }
  }

  /// Good sites and good multipliers of a great covering problem.
  private mutating func approach() -> [Float] {
    var approach = CoveringApproach(search, from: best, value: value, seed: random.next())
    approach.run { approach in
      take(approach.sites)
      bound = max(bound, approach.bound)
      tell()
      return isDone ? -.infinity : cutoff
    }
    bound = max(bound, approach.bound)
    return approach.multipliers.isEmpty ? firstMultipliers : approach.multipliers
  }

  /// A part of the problem with this bound holds nothing better.
  var cutoff: Double {
    let margin = abs(value) * 1e-10
    let near = value - abs(value) * start.gap
    let cutoff = step > 0 ? min(value - step + 1e-6 + margin, near) : near
    return start.goal.map { min(cutoff, $0 + max(1e-9, abs($0) * 1e-9)) } ?? cutoff
  }

  /// What a site's bound must pass to be settled. Multipliers that are handed on must say something of all sites.
  var settling: Double {
    start.isHandedOn ? cutoff + 3 * max(0, value - bound) + Self.margin * abs(value) : cutoff
  }
  private static let margin = 0.002

  var isDone: Bool { bound >= cutoff || start.goal.map { value <= $0 } ?? false }

  /// The bound of a search that is done: values of whole numbers lie a whole number apart.
  private var provedBound: Double { step > 0 && bound >= value - step + 1e-6 ? value : bound }

  mutating func take(_ sites: [Int]) {
    let found = search.problem.value(open: sites)
    guard found < value else { return }
    value = found
    best = sites
    tell()
  }

  func tell() { report(Progress(value: value, bound: bound, nodes: nodes)) }

  // MARK: The root

  /// Betters the multipliers and settles sites, until the proof is done or the steps bring no more.
  private mutating func climb(_ region: inout Region, _ multipliers: [Float]) {
    var ascent = ascent(region, multipliers)
    var (factor, stalled, sinceReduction) = (Self.firstFactor, 0, 0)
    var lastBest = ascent.best
    while !isDone, search.stop.reason == nil, factor > leastFactor(of: region), steps < start.patience ?? .max {
      ascent.step(towards: value, factor: factor, deflection: pace.deflection)
      steps += 1
      sinceReduction += 1
      let better = ascent.best - lastBest > 0.002 * max(value - ascent.best, step * 0.1)
      if better { (stalled, lastBest) = (0, ascent.best) } else { stalled += 1 }
      bound = max(bound, ascent.best)
      if stalled >= Self.stepsWithoutGain {
        factor *= pace.shortening
        stalled = 0
        ascent.restart()
      }
      if steps % 20 == 0 {
        improve(by: ascent, in: region)
        if isDone { break }
        if let smaller = region.settled(by: ascent, cutoff: settling), sinceReduction >= 20 {
          let start = smaller.points.map { ascent.bestMultipliers[Int($0)] }
          remember(ascent, of: region)
          region = smaller.region
          ascent = self.ascent(region, start)
          bound = max(bound, ascent.best)
          lastBest = ascent.best
          sinceReduction = 0
        }
        tell()
      }
    }
    keep(ascent, for: &region)
  }

  /// A region goes on from the best multipliers that an ascent has found.
  mutating func keep(_ ascent: MultiplierAscent, for region: inout Region) {
    region.multipliers = ascent.bestMultipliers.array
    region.bound = max(bound, ascent.best)
    region.frequency = ascent.frequency
    remember(ascent, of: region)
  }

  /// Keeps the best multipliers, point by point of the whole problem.
  mutating func remember(_ ascent: MultiplierAscent, of region: Region) {
    for (here, point) in region.points.enumerated() { multipliers[Int(point)] = ascent.bestMultipliers[here] }
  }

  /// The multipliers as shares of the middle between each point's best and second best site of the answer.
  private func shares() -> [Float] {
    exchanging.move(to: best)
    return zip(multipliers, exchanging.middles).map { $1 > 0 ? min(3, max(0.3, $0 / $1)) : 1 }
  }

  private static let firstFactor = 1.0
  /// Where a bundle and cuts finish what steps begin, the last steps are not worth while.
  private static let leastFactorBeforeCuts = 0.03
  private static let leastFactorOfMany = 0.06
  private static let manyEntries = 1_000_000

  private func leastFactor(of region: Region) -> Double {
    if !isCovering, start.patience == nil, region.problem.entries.count > Self.manyEntries {
      return Self.leastFactorOfMany
    }
    return !isCovering && isForCuts(region) && region.problem.entries.count <= Self.mostEntriesOfCuts / 4
      ? Self.leastFactorBeforeCuts : pace.leastFactor
  }

  private var pace: Pace { isCovering ? .ofCovering : isSteep ? .ofSteepBurdens : .ofTravel }

  static let deflection = Pace.ofTravel.deflection
  private static let stepsWithoutGain = 20

  func ascent(_ region: Region, _ multipliers: [Float]) -> MultiplierAscent {
    let clipped = zip(multipliers, region.problem.rest).map { min($0, $1) }
    return MultiplierAscent(
      region.problem, open: region.open, start: clipped, stride: stride(clipped), threads: search.threads)
  }

  private func stride(_ multipliers: [Float]) -> MultiplierAscent.Stride {
    // Of covering every multiplier lies between 0 and 1, and those at 0 have as far to go as any.
    if isCovering { return .alike }
    return isSteep ? .inProportion : .scaled(Self.scale(multipliers))
  }

  /// How far each multiplier steps: those of points that bear much step farther, as a root of it.
  static func scale(_ multipliers: [Float]) -> [Float] {
    let mean = max(multipliers.reduce(0) { $0 + Double($1) } / Double(max(1, multipliers.count)), 1e-30)
    return multipliers.map { max(0.1, Float(Double($0) / mean).squareRoot()) }
  }

  /// The mean square over the square of the mean.
  private static func dispersion(_ burdens: [Float]) -> Double {
    let count = Double(max(1, burdens.count))
    let mean = max(burdens.reduce(0) { $0 + Double($1) } / count, 1e-30)
    return burdens.reduce(0) { $0 + (Double($1) / mean) * (Double($1) / mean) } / count
  }

  private static let steepFrom = 8.0

  /// The sites that the multipliers choose, exchanged on where they are not far off.
  mutating func improve(by ascent: MultiplierAscent, in region: Region) {
    improve(region.whole(ascent.chosen), near: 1.05)
  }

  mutating func improve(_ sites: [Int], near factor: Double) {
    guard Set(sites) != Set(best) else { return }
    let found = search.problem.value(open: sites)
    guard found < value + abs(value) * (factor - 1) else { return }
    exchanging.move(to: sites)
    exchanging.descendNearby(stop: search.stop)
    if exchanging.value < value { take(exchanging.sites) }
  }

  // MARK: The end

  /// By cuts where HiGHS is there and the rest is small enough for it, else by our own tree.
  ///
  /// Where little is undecided the tree is through before something better is looked for at length, or the first program
  /// solved: it is tried first.
  private mutating func finish(_ region: Region) {
    var region = region
    divide(region)
    tryBranching(region)
    if !isCovering, isOpen, region.problem.entries.count >= Self.entriesOfCore {
      searchCore(of: region, ascent(region, region.multipliers).bestReduced, inVain: 1)
    }
    polish(&region, until: 0.05, atMost: Self.stepsOfFirstPolish)
    if isOpen { settle(&region) }
    polish(&region, until: 0.02)
    if !isCovering { tryBranching(region) }
    guard isOpen, isRight else { return }
    guard let library = search.library, isForCuts(region) else { return branch(region) }
    let tree = CutTree(
      region, value: value, cutoff: cutoff, library: library, stop: search.stop, threads: search.threads)
    cut(tree, in: region)
  }

  /// Whether there is something left to do, and time for it.
  var isOpen: Bool { !isDone && search.stop.reason == nil }

  private var isRight: Bool { start.isRight?(best, value) ?? true }

  private mutating func tryBranching(_ region: Region) {
    guard isOpen else { return }
    branch(region, limit: Self.entriesTriedFirst / max(1, region.problem.entries.count))
  }

  /// Raises the bound of a great covering problem part by part, in parts of more and more rows.
  private mutating func divide(_ region: Region) {
    guard isCovering, let library = search.library,
      CoveringApproach.isWorthWhile(region.problem, open: region.open)
    else { return }
    var rows = Self.rowsOfFirstParts
    while isWide, search.stop.reason == nil, 2 * rows < region.problem.pointCount {
      let regions = CoveringRegions(
        region, best: best, library: library, stop: search.stop, threads: search.threads, rowsOfPart: rows)
      work(through: regions)
      rows *= 2
    }
  }

  /// Nodes in every part, twice as many each time; at the same time something better is looked for.
  private mutating func work(through regions: CoveringRegions) {
    var regions = regions
    nonisolated(unsafe) let annealing = CoveringAnnealing(
      CoveringRows(search.problem), open: search.open, stop: search.stop, seed: random.next())
    let sites = best
    var nodes = Self.firstNodesOfParts
    regions.run(nodes: nodes) { annealing.run(from: sites, steps: Self.annealingBeside) }
    bound = max(bound, min(value, regions.bound))
    take(annealing.best)
    kick(patience: Self.kicksAtRoot, share: 0.5)
    while isWide, regions.isLeft, nodes < Self.mostNodesOfParts, search.stop.reason == nil {
      nodes *= 2
      regions.run(nodes: nodes)
      bound = max(bound, min(value, regions.bound))
      tell()
    }
  }

  /// Whether parts are worth while: a narrow gap is rather closed by the tree of the whole.
  private var isWide: Bool { !isDone && value - bound > Self.leastGapOfParts * (greatest - value) }

  private static let rowsOfFirstParts = 1200
  private static let firstNodesOfParts = 8
  private static let mostNodesOfParts = 512
  private static let leastGapOfParts = 4e-4
  private static let annealingBeside = 800_000

  private static let entriesTriedFirst = 40_000_000

  private func isForCuts(_ region: Region) -> Bool {
    search.library != nil && region.problem.entries.count <= Self.mostEntriesOfCuts
      && region.problem.pointCount <= Self.mostPointsOfCuts && value >= Self.leastShareOfCuts * greatest
  }

  private static let mostEntriesOfCuts = 4_000_000
  /// What is much less than all together is lost in the solver's tolerances.
  private static let leastShareOfCuts = 1e-7
  private static let mostPointsOfCuts = 60_000

  private mutating func cut(_ tree: CutTree, in region: Region) {
    var tree = tree
    let before = nodes
    while tree.hasNodes, !isDone, search.stop.reason == nil {
      let choices = tree.step()
      nodes = before + tree.nodeCount
      for sites in choices { improve(region.whole(Array(sites.prefix(region.open))), near: 1.01) }
      if tree.nodeCount % Self.nodesBetweenKicks < 2 { kick(patience: 400, share: 0.1) }
      tree.lower(cutoff: cutoff)
      bound = max(bound, min(tree.bound, value))
      tell()
    }
    if tree.isDone { bound = max(bound, step > 0 ? value : cutoff) }
  }

  private static let nodesBetweenKicks = 32

  // MARK: The tree

  /// Branches on what is undecided, depth first.
  ///
  /// - Parameter limit: Nodes after which what is left is left to others.
  private mutating func branch(_ root: Region, limit: Int = .max) {
    var stack = [WaitingRegion.region(root)]
    let isGreat = root.problem.entries.count >= Self.entriesOfGreat
    let last = limit == .max ? limit : nodes + limit
    while nodes < last, search.stop.reason == nil, let next = stack.popLast() {
      guard next.bound < cutoff else { continue }
      nodes += 1
      let region = next.region(of: root)
      let children = children(of: region).filter { $0.bound < cutoff }
      // The next is taken up at once; the others wait, perhaps for long.
      for child in children.dropLast() { stack.append(isGreat ? .sketch(root.sketch(of: child)) : .region(child)) }
      if let child = children.last { stack.append(.region(child)) }
      if nodes % 64 == 0 {
        bound = max(bound, min(value, stack.reduce(.infinity) { min($0, $1.bound) }))
        tell()
      }
      if search.stop.reason != nil { stack.append(next) }
    }
    let open = stack.reduce(Double.infinity) { min($0, $1.bound) }
    bound = max(bound, min(open, stack.isEmpty ? max(cutoff, bound) : open))
    if stack.isEmpty { bound = max(bound, step > 0 ? value : cutoff) }
  }

  /// Entries of a root whose parts wait as sketches.
  private static let entriesOfGreat = 2_000_000

  /// Bounds a region; what is left of it in two.
  private mutating func children(of region: Region) -> [Region] {
    var region = region
    let ascent = ascent(region, region.multipliers)
    var (factor, stalled, last) = (0.5, 0, ascent.best)
    for _ in 0..<Self.stepsPerNode where ascent.best < cutoff {
      ascent.step(towards: value, factor: factor, deflection: nodeDeflection)
      steps += 1
      if ascent.best > last + 0.01 * (value - last) { (stalled, last) = (0, ascent.best) } else { stalled += 1 }
      if stalled == 6 {
        (factor, stalled) = (factor * 0.5, 0)
        ascent.restart()
      }
    }
    improveNode(by: ascent, in: region)
    region.bound = max(region.bound, ascent.best)
    guard region.bound < cutoff else { return [] }
    region.multipliers = ascent.bestMultipliers.array
    region.frequency = ascent.frequency
    if let smaller = region.settled(by: ascent, cutoff: cutoff, always: true) {
      let multipliers = smaller.points.map { region.multipliers[Int($0)] }
      region = smaller.region
      region.multipliers = multipliers
    }
    guard region.open > 0, region.problem.siteCount > region.open, region.problem.pointCount > 0 else {
      take(region.whole(Array(0..<min(region.open, region.problem.siteCount))))
      return []
    }
    return region.divided()
  }

  private static let stepsPerNode = 40

  private var nodeDeflection: Float { isSteep ? pace.deflection : Self.deflection }

  private mutating func improveNode(by ascent: MultiplierAscent, in region: Region) {
    improve(region.whole(ascent.chosen), near: 1.001)
  }
}
