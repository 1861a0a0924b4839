import Dispatch

/// A bound of a covering problem above its linear relaxation: the country in parts, each solved in whole sites.
///
///     Σᵣ wᵣ uᵣ ≥ Σ_g min { Σ_{r of g} wᵣ uᵣ + Σⱼ λⱼg yⱼ : y whole } − Λ p,     Σ_g λⱼg = Λ
///
/// Every row belongs to one part; a site that serves rows of several is in each of them, and its price is divided among
/// them as its rows' multipliers say. Of the multipliers' bound nothing is lost, and what whole sites cost more than
/// shares of sites is gained in each part.
///
/// Source: M. Guignard, S. Kim, "Lagrangean decomposition: a model yielding stronger Lagrangean bounds", Mathematical
/// Programming 39 (1987), doi:10.1007/BF02592954.
struct CoveringRegions {
  private let constant: Double
  private let threads: Int
  private var parts: [Part] = []

  /// - Parameters:
  ///   - region: With multipliers.
  ///   - best: A good choice of sites of the whole problem.
  init(
    _ region: Region, best: [Int], library: HighsLibrary, stop: StopRule, threads: Int, rowsOfPart: Int
  ) {
    let problem = region.problem
    let division = CoveringDivision(problem, rowsOfPart: rowsOfPart)
    let worth = Self.worth(region)
    let price = max(0, worth.sorted(by: >)[region.open - 1])
    let (chosen, homes) = (Set(best), division.homes)
    constant = problem.constant - price * Double(region.open)
    self.threads = threads
    for part in 0..<division.count {
      let rows = division.partOfRow.indices.filter { division.partOfRow[$0] == part }
      guard !rows.isEmpty else { continue }
      parts.append(
        Part(
          problem, rows: rows, multipliers: region.multipliers,
          beyond: { homes[$0] == part ? price - worth[$0] : 0 }, isChosen: { chosen.contains(region.sites[$0]) },
          library: library, stop: stop))
    }
  }

  /// What the multipliers of its rows are worth to each site.
  private static func worth(_ region: Region) -> [Double] {
    let problem = region.problem
    var worth = [Double](repeating: 0, count: problem.siteCount)
    for row in 0..<problem.pointCount {
      let more = problem.weights[row] * Double(region.multipliers[row])
      for entry in problem.entries[problem.starts[row]..<problem.starts[row + 1]] { worth[Int(entry.site)] += more }
    }
    return worth
  }

  /// What no choice of sites can better.
  var bound: Double { parts.reduce(constant) { $0 + $1.bound } }

  /// Whether anything is left to do in any part.
  var isLeft: Bool { parts.contains { !$0.isDone } }

  /// Nodes more in every part that is not done, and something else beside that.
  mutating func run(nodes: Int, beside: (@Sendable () -> Void)? = nil) {
    // What may take longest begins first.
    let order = parts.indices.filter { !parts[$0].isDone }.sorted { parts[$0].room > parts[$1].room }
    let threads = threads
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      let work = { @Sendable (item: Int) in
        if item > 0 { parts[order[item - 1]].run(nodes: nodes) } else if let beside { beside() }
      }
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: order.count + 1, execute: work)
      } else {
        for item in 0...order.count { work(item) }
      }
    }
  }
}

/// Some rows of a covering problem, the sites that serve them and what each costs here.
private struct Part {
  private var problem: PlacingProblem
  private var prices: [Double]
  private var multipliers: [Float]
  /// What sites cost that are open in everything better.
  private var settledCosts = 0.0
  private var value: Double
  private var tree: CutTree
  private let stop: StopRule

  init(
    _ whole: PlacingProblem, rows: [Int], multipliers: [Float], beyond: (Int) -> Double,
    isChosen: (Int) -> Bool, library: HighsLibrary, stop: StopRule
  ) {
    let taken = Self.taken(rows, of: whole)
    (problem, self.stop) = (taken.problem, stop)
    self.multipliers = rows.map { multipliers[$0] }
    let bound: Double
    var reduced = taken.sites.map(beyond)
    (bound, reduced, prices) = Self.least(problem, self.multipliers, beyond: reduced)
    var choice = CoveringChoice(problem, prices: prices)
    choice.descend(from: taken.sites.indices.filter { isChosen(taken.sites[$0]) })
    value = choice.value
    let room = value - bound + abs(value) * 1e-9
    let isOpen = reduced.map { -$0 > room }
    settledCosts = zip(prices, isOpen).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let rest = problem.restricted(isKept: reduced.map { abs($0) <= room }, isOpen: isOpen)
    problem = rest.problem
    prices = rest.sites.map { [prices] in prices[$0] }
    self.multipliers = rest.points.map { [all = self.multipliers] in all[Int($0)] }
    var region = Region(problem, open: rest.sites.count)
    region.multipliers = self.multipliers
    region.bound = bound - settledCosts
    tree = CutTree(
      region, value: value - settledCosts, cutoff: value - settledCosts, library: library, stop: stop, threads: 1,
      prices: prices)
  }

  /// The problem of some rows and the sites that serve them; which site each of its sites is.
  private static func taken(_ rows: [Int], of whole: PlacingProblem) -> (problem: PlacingProblem, sites: [Int]) {
    var number: [UInt32: UInt32] = [:]
    var (sites, starts, entries) = ([Int](), [0], [PlacingProblem.Entry]())
    for row in rows {
      for entry in whole.entries[whole.starts[row]..<whole.starts[row + 1]] {
        let here = number[entry.site] ?? UInt32(sites.count)
        if Int(here) == sites.count {
          number[entry.site] = here
          sites.append(Int(entry.site))
        }
        entries.append(PlacingProblem.Entry(burden: entry.burden, site: here))
      }
      starts.append(entries.count)
    }
    let problem = PlacingProblem(
      siteCount: sites.count, weights: rows.map { whole.weights[$0] }, rest: rows.map { whole.rest[$0] },
      starts: starts,
      entries: entries)
    return (problem, sites)
  }

  /// The multipliers' bound, what each site costs beyond what it brings, and the prices that make it so.
  private static func least(
    _ problem: PlacingProblem, _ multipliers: [Float], beyond: [Double]
  ) -> (bound: Double, reduced: [Double], prices: [Double]) {
    var (bound, prices) = (0.0, beyond)
    for row in 0..<problem.pointCount {
      let worth = problem.weights[row] * Double(multipliers[row])
      bound += worth
      for entry in problem.entries[problem.starts[row]..<problem.starts[row + 1]] { prices[Int(entry.site)] += worth }
    }
    return (bound + beyond.reduce(0) { $0 + min(0, $1) }, beyond, prices)
  }

  /// A hair less than what the tree says: prices were summed in another order.
  var bound: Double { min(tree.bound + settledCosts, value) - abs(value) * 1e-12 }
  var room: Double { value - bound }
  var isDone: Bool { !tree.hasNodes }

  mutating func run(nodes: Int) {
    let last = tree.nodeCount + nodes
    while tree.hasNodes, tree.nodeCount < last, stop.reason == nil {
      for sites in tree.step() {
        var choice = CoveringChoice(problem, prices: prices)
        choice.descend(from: sites)
        value = min(value, choice.value + settledCosts)
      }
      tree.lower(cutoff: value - settledCosts)
    }
  }
}

/// A choice of sites that cost something, bettered site by site.
private struct CoveringChoice {
  private let rows: CoveringRows
  private let prices: [Double]
  private var count: [Int32]
  private var isOpen: [Bool]
  private(set) var value: Double

  init(_ problem: PlacingProblem, prices: [Double]) {
    rows = CoveringRows(problem)
    self.prices = prices
    count = [Int32](repeating: 0, count: rows.count)
    isOpen = [Bool](repeating: false, count: rows.siteCount)
    value = (0..<rows.count).reduce(problem.constant) { [rows] in $0 + rows.weights[$1] }
  }

  /// Opens these sites, then opens and closes as long as that helps.
  mutating func descend(from sites: [Int]) {
    for site in sites { turn(site) }
    var isBetter = true
    while isBetter {
      isBetter = false
      for site in prices.indices where change(site) < -1e-9 * abs(value) {
        turn(site)
        isBetter = true
      }
    }
  }

  /// What opening a closed site or closing an open one adds to the value.
  private func change(_ site: Int) -> Double {
    let wanted: Int32 = isOpen[site] ? 1 : 0
    let moved = rows.rows(of: site).reduce(0) { count[Int($1)] == wanted ? $0 + rows.weights[Int($1)] : $0 }
    return isOpen[site] ? moved - prices[site] : prices[site] - moved
  }

  private mutating func turn(_ site: Int) {
    value += change(site)
    let step: Int32 = isOpen[site] ? -1 : 1
    isOpen[site].toggle()
    for row in rows.rows(of: site) { count[Int(row)] += step }
  }
}
