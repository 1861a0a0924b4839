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
    case sites([Int])
    /// A point has no site at all.
    case impossible
    /// At least so many are needed.
    case stopped(least: Int)
  }

  /// - Parameter missed: Points that a set of sites leaves, each as the sites that serve it; empty when all are served.
  package mutating func run(missed: ([Int]) -> [[Int]]) -> Answer {
    var least = 0
    var sites: [Int] = []
    while true {
      let more = missed(sites)
      if more.isEmpty { return .sites(sites) }
      if more.contains(where: \.isEmpty) { return .impossible }
      rows += more
      let (answer, used) = solve(least: least)
      guard let values = answer.values else { return .stopped(least: least) }
      sites = used.indices.filter { values[$0] > 0.5 }.map { used[$0] }
      if answer.bound.isFinite { least = max(least, Int((answer.bound - 1e-6).rounded(.up))) }
      if least < sites.count { return .stopped(least: least) }
    }
  }

  /// The program of the rows that decide, handed to HiGHS whole; the sites of its columns.
  private func solve(least: Int) -> (answer: WholeProgram.Answer, sites: [Int]) {
    let reduction = CoveringReduction(
      rows.map { $0.map(Int32.init) }, isKept: [Bool](repeating: true, count: siteCount))
    var linear = LinearModel()
    let sites = reduction.sites
    for _ in sites { _ = linear.addColumn(.init(0, 1, isInteger: true)) }
    for row in reduction.rows { linear.addRow(1, row.map { Term(Int($0), 1) }, .infinity) }
    linear.addRow(Double(least), sites.indices.map { Term($0, 1) }, .infinity)
    return (WholeProgram(linear, costs: sites.map { _ in 1 }, library: library, stop: stop).solve(), sites)
  }
}
