/// Whether so few sites serve all points: by shares, by a descent, by a tree.
///
///     shares: fewer than p + 1 are needed at least, or it is impossible; a site whose cost is more than is left is out
package struct CoveringDecision: Sendable {
  package enum Answer: Sendable {
    /// These serve all rows known at first; a row that was made later may be served only by a site that one of them stands
    /// in for, so that they are to be looked at, and asked about again.
    case sites([Int])
    case impossible
    /// More work would be needed.
    case undecided
  }

  private let most: Int
  private let library: HighsLibrary
  private let stop: StopRule
  private var first: [Int] = []
  private var steps = 0
  private var nodes: Int?
  private var seed: UInt64 = 1
  /// Rows that decided, for a start of the next question.
  package private(set) var active: [Int] = []

  package init(most: Int, library: HighsLibrary, stop: StopRule) {
    (self.most, self.library, self.stop) = (most, library, stop)
  }

  /// Looks for sites by a descent from others.
  package mutating func descend(from sites: [Int], steps: Int, seed: UInt64) {
    (first, self.steps, self.seed) = (sites, steps, seed)
  }

  /// Bounds by shares, and by a tree of so many nodes.
  package mutating func prove(nodes: Int) { self.nodes = nodes }

  /// - Parameter hints: Rows to begin with.
  package mutating func answer(_ source: inout some CoveringSource, hints: [Int]) -> Answer {
    if source.rows.contains(where: \.isEmpty) { return .impossible }
    guard let nodes else {
      let all = [Bool](repeating: true, count: source.siteCount)
      return descend(CoveringReduction(source.rows, isKept: all), &source).map { .sites($0) } ?? .undecided
    }
    let limit = Double(most) + 1e-6
    let relaxation = CoveringRelaxation(&source, hints: hints, limit: limit, library: library, stop: stop)
    active = relaxation.active
    if source.rows.contains(where: \.isEmpty) || relaxation.bound > limit { return .impossible }
    guard relaxation.isSolved, nodes > 0 else { return .undecided }
    let isKept = relaxation.costs.map { relaxation.bound + $0 <= limit }
    let reduction = CoveringReduction(source.rows, isKept: isKept)
    if reduction.rows.contains(where: \.isEmpty) { return .impossible }
    return branch(reduction, relaxation, nodes, &source)
  }

  /// Sites that serve all points, rows being made for those they miss.
  private func descend(_ reduction: CoveringReduction, _ source: inout some CoveringSource) -> [Int]? {
    let sites = reduction.sites
    var open = reduction.standIns(first, most)
    var rows = reduction.rows
    var left = steps
    while left > 0, stop.reason == nil {
      var descent = CoveringDescent(rows: rows, siteCount: sites.count, open: open, seed: seed)
      guard descent.run(steps: left, stop: stop) else { return nil }
      left -= descent.steps + 1
      open = descent.sites
      let known = rows.count
      rows += seek(open.map { sites[$0] }, reduction, &source)
      let isOpen = Set(open.map(Int32.init))
      if rows[known...].allSatisfy({ !isOpen.isDisjoint(with: $0) }) { return open.map { sites[$0] } }
      if rows[known...].contains(where: \.isEmpty) { return nil }
    }
    return nil
  }

  private func seek(_ open: [Int], _ reduction: CoveringReduction, _ source: inout some CoveringSource) -> [[Int32]] {
    var shares = [Double](repeating: 0, count: source.siteCount)
    for site in open { shares[site] = 1 }
    let known = source.rows.count
    source.seek(shares: shares)
    return source.rows[known...].map(reduction.relaxed)
  }

  private mutating func branch(
    _ reduction: CoveringReduction, _ relaxation: CoveringRelaxation, _ nodes: Int,
    _ source: inout some CoveringSource
  ) -> Answer {
    let isActive = Set(relaxation.active)
    let tree = CoveringTree(
      rows: reduction.rows, siteCount: reduction.sites.count, orders: source.orders.map(reduction.numbers),
      active: reduction.rows.indices.filter { isActive.contains(reduction.origins[$0]) }, most: most, nodes: nodes,
      library: library, stop: stop)
    var shares = [Double](repeating: 0, count: source.siteCount)
    let verdict = tree.run { values in
      for (number, site) in reduction.sites.enumerated() { shares[site] = values[number] }
      let known = source.rows.count
      source.seek(shares: shares)
      return source.rows[known...].map(reduction.relaxed)
    }
    switch verdict {
    case .sites(let sites): return .sites(sites.map { reduction.sites[$0] })
    case .impossible: return .impossible
    case .stopped: return .undecided
    }
  }
}
