/// What points bear, row by row, for a program of cuts: points with the same sites in the same order are one row.
///
/// The level at which a share of y adds up to 1 lies at the same position for all points of a row, so that their cuts add
/// up exactly. Points that only one site helps are a number on that site.
struct CutRows: Sendable {
  /// Entry range of each row: `starts[r]..<starts[r + 1]`; from the least burden up.
  private(set) var starts = [0]
  private(set) var sites: [Int32] = []
  /// Weight times burden, summed over the row's points.
  private(set) var burdens: [Double] = []
  private(set) var rest: [Double] = []
  /// The row of each point; −1 for those that only one site helps.
  private(set) var rowOfPoint: [Int32] = []
  /// What opening a site alone takes off the points that only it helps, and its price where it has one.
  private(set) var alone: [Double]
  private(set) var constant: Double

  var count: Int { rest.count }

  /// - Complexity: O(entries).
  init(_ problem: PlacingProblem) {
    alone = [Double](repeating: 0, count: problem.siteCount)
    constant = problem.constant
    rowOfPoint.reserveCapacity(problem.pointCount)
    var index = RowIndex()
    for point in 0..<problem.pointCount { rowOfPoint.append(add(point, of: problem, &index)) }
  }

  private mutating func add(_ point: Int, of problem: PlacingProblem, _ index: inout RowIndex) -> Int32 {
    let entries = problem.entries[problem.starts[point]..<problem.starts[point + 1]]
    let (weight, rest) = (problem.weights[point], Double(problem.rest[point]))
    guard entries.count > 1 else {
      constant += weight * rest
      for entry in entries { alone[Int(entry.site)] += weight * (Double(entry.burden) - rest) }
      return -1
    }
    let first = sites.count
    for entry in entries { sites.append(Int32(entry.site)) }
    if let row = index.row(like: first..<sites.count, in: sites, starts: starts) {
      sites.removeLast(entries.count)
      for (offset, entry) in entries.enumerated() { burdens[starts[row] + offset] += weight * Double(entry.burden) }
      self.rest[row] += weight * rest
      return Int32(row)
    }
    for entry in entries { burdens.append(weight * Double(entry.burden)) }
    self.rest.append(weight * rest)
    starts.append(sites.count)
    return Int32(self.rest.count - 1)
  }

  /// Puts a price on every site.
  mutating func charge(_ prices: [Double]) {
    for (site, price) in prices.enumerated() { alone[site] += price }
  }

  /// What the row bears at a position of its list; beyond the list, what it bears when none of its sites is open.
  func level(_ row: Int, _ position: Int) -> Double {
    let entry = starts[row] + position
    return entry < starts[row + 1] ? burdens[entry] : rest[row]
  }
}
