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
  /// Points seen so far, each with the sites that serve it.
  private var rows: [[Int]] = []

  package init(siteCount: Int, library: HighsLibrary, stop: StopRule) {
    self.siteCount = siteCount
    self.library = library
    self.stop = stop
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
      let (answer, used) = solve(most: most, least: least)
      if answer.isInfeasible { return .impossible(fewest: most.map { $0 + 1 }) }
      guard let values = answer.values else { return .stopped(best: least) }
      sites = used.indices.filter { values[$0] > 0.5 }.map { used[$0] }
      guard most == nil else { continue }
      if answer.bound.isFinite { least = max(least, Int((answer.bound - 1e-6).rounded(.up))) }
      if least < sites.count { return .stopped(best: least) }
    }
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

  /// The program of the rows that decide, handed to HiGHS whole; the sites of its columns.
  ///
  /// With a number given any answer will do, and nothing is made small.
  private func solve(most: Int?, least: Int) -> (answer: WholeProgram.Answer, sites: [Int]) {
    let (rows, sites) = deciding
    var linear = LinearModel()
    var columns: [Int: Int] = [:]
    for site in sites { columns[site] = linear.addColumn(.init(0, 1, isInteger: true)) }
    for row in rows { linear.addRow(1, row.compactMap { columns[$0].map { Term($0, 1) } }, .infinity) }
    linear.addRow(Double(least), sites.indices.map { Term($0, 1) }, most.map(Double.init) ?? .infinity)
    let costs = sites.map { _ in most == nil ? 1.0 : 0 }
    return (WholeProgram(linear, costs: costs, library: library, stop: stop).solve(), sites)
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
