/// Finds the fewest sites that serve all points, each by one of its own sites; points are looked at when they are missed.
///
///     fewest Σ y   with   Σ_{j serves i} yⱼ ≥ 1   for the points i seen so far
///
/// Rows of few points bound the sites that all need; sites that serve all are an answer for all. So both are proved with
/// the few points that matter.
///
/// Source: the lazy representatives of Contardo, Iori, Kramer, "A scalable exact algorithm for the vertex p-center
/// problem", Computers & Operations Research 103 (2019).
package struct CoveringSearch {
  let siteCount: Int
  let library: HighsLibrary
  let stop: StopRule
  let threads: Int
  /// Points seen so far, each with the sites that serve it.
  private var rows: [[Int]] = []

  package init(siteCount: Int, library: HighsLibrary, stop: StopRule, threads: Int) {
    self.siteCount = siteCount
    self.library = library
    self.stop = stop
    self.threads = threads
  }

  package enum Answer {
    case sites([Int], fewest: Int)
    /// No set of so few sites serves all; at least this many are needed, nil when no number is enough.
    case impossible(fewest: Int?)
    case stopped(best: Int)
  }

  /// - Parameters:
  ///   - most: Sites that may be opened; any answer of so few will do. nil for the fewest.
  ///   - missed: Points that a set of sites leaves, each as the sites that serve it; empty when all are served.
  package mutating func run(most: Int?, missed: ([Int]) -> [[Int]]) -> Answer {
    var least = 0
    var sites: [Int] = []
    while true {
      let more = missed(sites)
      if more.isEmpty { return .sites(sites, fewest: most == nil ? sites.count : least) }
      if more.contains(where: \.isEmpty) { return .impossible(fewest: nil) }
      rows += more
      let outcome = solve(most: most, least: least)
      switch outcome.status {
      case .infeasible: return .impossible(fewest: most.map { $0 + 1 })
      case .stopped: return .stopped(best: least)
      case .proved, .unproved:
        guard let phasing = outcome.phasing else { return .stopped(best: least) }
        sites = phasing.events.indices.filter { phasing.events[$0] != Phasing.never }
        if outcome.bound.isFinite { least = max(least, Int((outcome.bound - 1e-6).rounded(.up))) }
        if most == nil, outcome.status == .unproved, least < sites.count { return .stopped(best: least) }
      }
    }
  }

  /// Sites that serve the rows when each next one serves most of what is left: never fewer than needed.
  private var greedyCount: Int {
    var serves: [Int: Set<Int>] = [:]
    for (row, sites) in rows.enumerated() { for site in sites { serves[site, default: []].insert(row) } }
    var (left, count) = (Set(rows.indices), 0)
    while let best = serves.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }), !best.value.isEmpty {
      count += 1
      left.subtract(best.value)
      serves = serves.compactMapValues { $0.isDisjoint(with: left) ? nil : $0.intersection(left) }
    }
    return count + left.count
  }

  /// The rows and sites that decide: a row is left out where the sites of another are among its own, a site where another
  /// serves all that it serves.
  private var deciding: (rows: [[Int]], sites: [Int]) {
    var (rows, sites) = (rows, [Int]())
    while true {
      let before = (rows.count, sites.count)
      sites = Self.widest(Self.members(of: rows), among: rows.count)
      let isKept = Set(sites)
      rows = rows.map { $0.filter(isKept.contains) }
      let narrowest = Self.narrowest(rows)
      rows = narrowest.map { rows[$0] }
      if before == (rows.count, sites.count) { return (rows, sites) }
    }
  }

  /// Rows of each site.
  private static func members(of rows: [[Int]]) -> [Int: RowSet] {
    var members: [Int: RowSet] = [:]
    for (row, sites) in rows.enumerated() {
      for site in sites { members[site, default: RowSet(count: rows.count)].insert(row) }
    }
    return members
  }

  /// Sites that no other serves more than; of equal ones the first.
  private static func widest(_ members: [Int: RowSet], among rows: Int) -> [Int] {
    let order = members.map { (site: $0.key, rows: $0.value, size: $0.value.size) }
      .sorted { ($1.size, $0.site) < ($0.size, $1.site) }
    var kept: [(site: Int, rows: RowSet)] = []
    for entry in order where !kept.contains(where: { entry.rows.isSubset(of: $0.rows) }) {
      kept.append((entry.site, entry.rows))
    }
    return kept.map(\.site).sorted()
  }

  /// Rows that hold no other row.
  private static func narrowest(_ rows: [[Int]]) -> [Int] {
    let most = (rows.lazy.joined().max() ?? 0) + 1
    let sets = rows.map { row in row.reduce(into: RowSet(count: most)) { $0.insert($1) } }
    var kept: [Int] = []
    for row in rows.indices.sorted(by: { (rows[$0].count, $0) < (rows[$1].count, $1) })
    where !kept.contains(where: { sets[$0].isSubset(of: sets[row]) }) { kept.append(row) }
    return kept.sorted()
  }

  private func solve(most: Int?, least: Int) -> Outcome {
    let (rows, used) = deciding
    var number = [Int](repeating: -1, count: siteCount)
    for (new, old) in used.enumerated() { number[old] = new }
    var problem = PhasedProblem(
      rounds: 1, sites: used.map { _ in PhasedProblem.Site(mayHappen: [true]) },
      rows: rows.map { row in
        PhasedProblem.EventRow(lower: 1, terms: row.map { PhasedProblem.EventTerm(site: number[$0], round: 0) })
      },
      measures: [
        .linear(LinearMeasure(constant: 0, terms: used.indices.map { PhasedProblem.EventTerm(site: $0, round: 0) }))
      ])
    if let most {
      problem.rows.append(
        PhasedProblem.EventRow(
          terms: used.indices.map { PhasedProblem.EventTerm(site: $0, round: 0) }, upper: Double(most)))
    }
    let tree = BranchAndCut(problem, library: library, stop: stop, threads: threads)
    // Numbers of sites are whole: a gap of less than one is none. With a number given, any answer will do.
    let gap = most == nil ? 0.99 / Double(max(1, greedyCount)) : 1
    var outcome = tree.minimise(
      BranchAndCut.Question(objective: Objective(0), gap: gap, floor: most == nil ? Double(least) : -.infinity))
    outcome.phasing = outcome.phasing.map { phasing in
      var events = [Int8](repeating: Phasing.never, count: siteCount)
      for (new, old) in used.enumerated() { events[old] = phasing.events[new] }
      return Phasing(events: events)
    }
    return outcome
  }
}

/// A set of small numbers, 64 a word.
struct RowSet {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  var size: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func isSubset(of other: RowSet) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }
}
