/// A covering problem in flat memory: the sites of each row of points, the rows of each site.
struct CoveringRows: Sendable {
  let siteCount: Int
  /// What each row bears when none of its sites is open.
  let weights: Flat<Double>
  private let starts: Flat<Int32>
  private let members: Flat<Int32>
  private let siteStarts: Flat<Int32>
  private let siteRows: Flat<Int32>

  /// - Complexity: O(entries).
  init(_ problem: PlacingProblem) {
    siteCount = problem.siteCount
    weights = Flat(zip(problem.weights, problem.rest).map { $0 * Double($1) })
    starts = Flat(problem.starts.map(Int32.init))
    members = Flat(problem.entries.map { Int32($0.site) })
    siteStarts = Flat(repeating: 0, count: problem.siteCount + 1)
    siteRows = Flat(repeating: 0, count: problem.entries.count)
    for entry in problem.entries { siteStarts[Int(entry.site) + 1] += 1 }
    for site in 0..<siteCount { siteStarts[site + 1] += siteStarts[site] }
    let next = Flat(siteStarts.array)
    for row in 0..<weights.count {
      for site in sites(of: row) {
        siteRows[Int(next[Int(site)])] = Int32(row)
        next[Int(site)] += 1
      }
    }
  }

  var count: Int { weights.count }

  @inline(__always) func sites(of row: Int) -> UnsafeBufferPointer<Int32> {
    let first = Int(starts[row])
    return UnsafeBufferPointer(start: members.base + first, count: Int(starts[row + 1]) - first)
  }

  @inline(__always) func rows(of site: Int) -> UnsafeBufferPointer<Int32> {
    let first = Int(siteStarts[site])
    return UnsafeBufferPointer(start: siteRows.base + first, count: Int(siteStarts[site + 1]) - first)
  }

  /// What all rows of a site bear together when nothing is open.
  func total(of site: Int) -> Double { rows(of: site).reduce(0) { $0 + weights[Int($1)] } }
}
