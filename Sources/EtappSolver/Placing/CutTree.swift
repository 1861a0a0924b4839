import Dispatch

/// Proves what multipliers leave undecided: branch and cut over the program of one column for each point.
///
///     root: solve, cut, again; fix sites by reduced cost
///     while there is an open node: take the two of least bound, or dive on; each is
///       bounded and cut, then pruned, or whole, or divided at the site that promises most
///
/// There are always two workers, on one thread or two, so that the tree is the same.
///
/// Source: Land & Doig (1960), doi:10.2307/1910129; reliability branching by Achterberg, Koch, Martin (2005),
/// doi:10.1016/j.orl.2004.04.002.
struct CutTree {
  private let open: Int
  private let stop: StopRule
  private let threads: Int
  private var workers: [CutWorker]
  private var nodes: [CutNode] = []
  private var dive: CutNode?
  private var situation: CutSituation
  private var root: CutRoot?
  private(set) var nodeCount = 0
  /// The least bound of what could not be solved.
  private var lost = Double.infinity

  /// - Parameter prices: What opening each site costs, where it costs something.
  init(
    _ region: Region, value: Double, cutoff: Double, library: HighsLibrary, stop: StopRule, threads: Int,
    prices: [Double] = []
  ) {
    open = region.open
    self.stop = stop
    self.threads = threads
    var rows = CutRows(region.problem)
    rows.charge(prices)
    let program = CutProgram(
      rows, siteCount: region.problem.siteCount, open: region.open, value: value, library: library,
      stop: stop)
    program.seed(region.multipliers, of: region.problem)
    workers = [CutWorker(program)]
    situation = CutSituation(siteCount: region.problem.siteCount, cutoff: cutoff)
    nodes = [CutNode(bound: region.bound)]
  }

  /// No choice of sites has a smaller value, nor one that is worth while.
  var bound: Double {
    let open = min(nodes.first?.bound ?? .infinity, dive?.bound ?? .infinity, lost)
    return min(open, max(situation.cutoff, root?.bound ?? -.infinity))
  }

  /// Whether there are parts left to look at.
  var hasNodes: Bool { !nodes.isEmpty || dive != nil }

  /// Whether nothing better is left.
  var isDone: Bool { !hasNodes && lost == .infinity }

  /// One or two nodes more.
  ///
  /// - Returns: Choices of sites met on the way, whole or to be rounded: the sites that are open most come first.
  mutating func step() -> [[Int]] {
    let batch = nextBatch()
    let results = process(batch)
    for (node, result) in zip(batch, results) { merge(result, of: node) }
    share(results)
    fixByRoot()
    return results.flatMap(\.choices)
  }

  /// Nothing of this value or more is of interest any more.
  mutating func lower(cutoff: Double) {
    guard cutoff < situation.cutoff else { return }
    situation.cutoff = cutoff
    fixByRoot()
  }

  private mutating func nextBatch() -> [CutNode] {
    var batch: [CutNode] = []
    if let dive {
      self.dive = nil
      batch.append(dive)
    }
    while batch.count < 2, let node = popLeast() {
      if node.bound < situation.cutoff { batch.append(node) }
    }
    return batch.filter { $0.bound < situation.cutoff }
  }

  private mutating func process(_ batch: [CutNode]) -> [CutWorker.Result] {
    if batch.count > workers.count { workers.append(CutWorker(workers[0].program.copy())) }
    let (workers, situation) = (self.workers, self.situation)
    guard batch.count > 1, threads > 1 else {
      return batch.indices.map { workers[$0].process(batch[$0], situation) }
    }
    var results = [CutWorker.Result?](repeating: nil, count: batch.count)
    results.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      nonisolated(unsafe) let workers = workers
      DispatchQueue.concurrentPerform(iterations: slots.count) {
        slots[$0] = workers[$0].process(batch[$0], situation)
      }
    }
    return results.compactMap { $0 }
  }

  private mutating func merge(_ result: CutWorker.Result, of node: CutNode) {
    nodeCount += 1
    for lesson in result.lessons { situation.experience.learn(lesson) }
    if let root = result.root { self.root = root }
    switch result.verdict {
    case .pruned: break
    case .lost: lost = min(lost, node.bound)
    case .stopped: push(node)
    case .divided(let near, let far):
      push(far)
      let least = min(nodes.first?.bound ?? near.bound, near.bound)
      // Down one way as long as that is not much worse than what else there is: the solver stands there.
      if dive == nil, near.bound - least <= 0.3 * (situation.cutoff - least) { dive = near } else { push(near) }
    }
  }

  /// Gives each worker the cuts that the other found.
  private func share(_ results: [CutWorker.Result]) {
    for (index, result) in results.enumerated() {
      for (other, worker) in workers.enumerated() where other != index { worker.program.add(result.cuts) }
    }
  }

  private mutating func fixByRoot() {
    guard let root else { return }
    for (site, share) in root.shares.enumerated() {
      let cost = root.reducedCosts[site]
      if share < 1e-9, root.bound + cost >= situation.cutoff { situation.upper[site] = 0 }
      if share > 1 - 1e-9, root.bound - cost >= situation.cutoff { situation.lower[site] = 1 }
    }
  }

  // MARK: The open nodes, a heap by bound

  /// A thousand open nodes with longer ones would fill the memory; the solver then starts from where it stands.
  private static let longestBasisKept = 30_000

  private mutating func push(_ node: CutNode) {
    var node = node
    if let basis = node.basis, basis.columns.count + basis.rows.count > Self.longestBasisKept { node.basis = nil }
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0, nodes[child].bound < nodes[(child - 1) / 2].bound {
      nodes.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func popLeast() -> CutNode? {
    guard let least = nodes.first else { return nil }
    let last = nodes.removeLast()
    guard !nodes.isEmpty else { return least }
    nodes[0] = last
    var parent = 0
    while 2 * parent + 1 < nodes.count {
      var child = 2 * parent + 1
      if child + 1 < nodes.count, nodes[child + 1].bound < nodes[child].bound { child += 1 }
      guard nodes[child].bound < nodes[parent].bound else { break }
      nodes.swapAt(child, parent)
      parent = child
    }
    return least
  }
}

/// A part of the tree: sites that are open or not for certain, and a bound on everything below.
struct CutNode: Sendable {
  struct Decision: Sendable {
    var site: Int32
    var isOpen: Bool
  }

  var bound: Double
  var decisions: [Decision] = []
  /// Where the solver stood when the node was made, and whose solver: cuts lie in another order in each.
  var basis: HighsModel.Basis?
  var owner: ObjectIdentifier?
  /// Which branching made the node; nil at the root.
  var origin: CutLesson?
}

/// What the root's program came to.
struct CutRoot: Sendable {
  var bound: Double
  var shares: [Double]
  var reducedCosts: [Double]
}

/// One branching: the site, the side, how far the share had to move and how much the bound rose.
struct CutLesson: Sendable {
  var site: Int
  var isOpen: Bool
  var distance: Double
  var rise = 0.0
}

/// What branching has brought so far at each site, per unit of distance.
struct CutExperience: Sendable {
  private var sums: [(rise: Double, count: Int)]
  private var all: [(rise: Double, count: Int)] = [(0, 0), (0, 0)]

  init(siteCount: Int) { sums = Array(repeating: (0, 0), count: 2 * siteCount) }

  mutating func learn(_ lesson: CutLesson) {
    guard lesson.rise.isFinite else { return }
    let (side, rise) = (lesson.isOpen ? 1 : 0, lesson.rise / max(lesson.distance, 1e-3))
    sums[2 * lesson.site + side].rise += rise
    sums[2 * lesson.site + side].count += 1
    all[side].rise += rise
    all[side].count += 1
  }

  /// How often both sides of a site have been tried.
  func trust(_ site: Int) -> Int { min(sums[2 * site].count, sums[2 * site + 1].count) }

  /// The product of what both sides promise.
  func score(_ site: Int, share: Double) -> Double {
    max(1e-6, promise(site, 0) * share) * max(1e-6, promise(site, 1) * (1 - share))
  }

  private func promise(_ site: Int, _ side: Int) -> Double {
    let own = sums[2 * site + side]
    if own.count > 0 { return own.rise / Double(own.count) }
    return all[side].count > 0 ? all[side].rise / Double(all[side].count) : 1
  }
}

/// What all nodes know: sites settled for good, the value to beat, experience.
struct CutSituation: Sendable {
  var lower: [Double]
  var upper: [Double]
  var cutoff: Double
  var experience: CutExperience

  init(siteCount: Int, cutoff: Double) {
    lower = [Double](repeating: 0, count: siteCount)
    upper = [Double](repeating: 1, count: siteCount)
    self.cutoff = cutoff
    experience = CutExperience(siteCount: siteCount)
  }
}
