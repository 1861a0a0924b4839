/// What each demand point is left to bear when a site is its best open one, as sparse rows sorted from the best up.
///
///     burden of a set of open sites S = Σᵢ min { bᵢⱼ : j ∈ S },  bᵢ₀ where nothing open helps
///     gain of j over nothing: gᵢⱼ = bᵢ₀ − bᵢⱼ > 0
///
/// Rows with the same sites in the same order are one row: the best open site is the same for all of them, so their
/// burdens add up position by position, exactly. Rows that only one site can help become two numbers on that site.
/// Burdens are kept rather than gains, so that a small sum is not the difference of two great ones.
package struct GainRows: Sendable {
  /// Entry range of each row: `starts[r]..<starts[r + 1]`.
  package let starts: [Int]
  /// Site of each entry; within a row from the least burden to the greatest.
  package let sites: [Int32]
  package let burdens: [Double]
  /// Burden of each row when none of its sites is open.
  package let rest: [Double]
  /// Burden of the points that only this site helps, when it is open and when it is not.
  package let aloneOpen: [Double]
  package let aloneClosed: [Double]
  /// Burden of the points that no site helps.
  package let constant: Double
  /// Rows of each group, consecutive; one cut is made for a group at a time.
  package let groups: [Range<Int>]

  package var rowCount: Int { starts.count - 1 }
  package var siteCount: Int { aloneOpen.count }

  /// Gain of an entry over nothing open.
  func gain(_ entry: Int, row: Int) -> Double { rest[row] - burdens[entry] }

  /// Gain of a site for the points that only it helps.
  func gainAlone(_ site: Int) -> Double { aloneClosed[site] - aloneOpen[site] }

  /// The burden when nothing of the problem is open.
  var greatest: Double { constant + rest.reduce(0, +) + aloneClosed.reduce(0, +) }

  /// The gain if every site were open.
  var total: Double {
    var sum = 0.0
    for site in 0..<siteCount { sum += gainAlone(site) }
    for row in 0..<rowCount { sum += gain(starts[row], row: row) }
    return sum
  }
}

extension GainRows {
  /// Collects the rows of demand points and merges those with the same order of sites.
  package struct Builder {
    private var aloneOpen: [Double]
    private var aloneClosed: [Double]
    private var constant = 0.0
    private var index: [ArraySlice<Int32>: Int] = [:]
    private var rowSites: [ArraySlice<Int32>] = []
    private var rowBurdens: [[Double]] = []
    private var rest: [Double] = []

    package init(siteCount: Int) {
      aloneOpen = [Double](repeating: 0, count: siteCount)
      aloneClosed = aloneOpen
    }

    /// Adds one demand point: its burden when nothing helps, and the sites that leave it less; order does not matter.
    package mutating func add(rest: Double, _ entries: [(site: Int32, burden: Double)]) {
      guard let first = entries.first else {
        constant += rest
        return
      }
      guard entries.count > 1 else {
        aloneOpen[Int(first.site)] += first.burden
        aloneClosed[Int(first.site)] += rest
        return
      }
      let sorted = entries.sorted { ($0.burden, $0.site) < ($1.burden, $1.site) }
      let order = ArraySlice(sorted.map(\.site))
      if let row = index[order] {
        for (position, entry) in sorted.enumerated() { rowBurdens[row][position] += entry.burden }
        self.rest[row] += rest
      } else {
        index[order] = rowSites.count
        rowSites.append(order)
        rowBurdens.append(sorted.map(\.burden))
        self.rest.append(rest)
      }
    }

    /// The finished rows, in groups of rows that have the same best site.
    ///
    /// A group for every thirty rows, between 12 and 120: more groups make sharper cuts and larger programs. Measured on
    /// the shipped example, 20 groups are twice as fast as 120; on 50,000 points 120 need the fewest rounds.
    package consuming func build() -> GainRows {
      let groupCount = max(12, min(120, rowSites.count / 30))
      let order = rowSites.indices.sorted { a, b in rowSites[a].lexicographicallyPrecedes(rowSites[b]) }
      var starts = [0]
      var sites: [Int32] = []
      var burdens: [Double] = []
      starts.reserveCapacity(order.count + 1)
      for row in order {
        sites += rowSites[row]
        burdens += rowBurdens[row]
        starts.append(sites.count)
      }
      let rest = order.map { self.rest[$0] }
      return GainRows(
        starts: starts, sites: sites, burdens: burdens, rest: rest, aloneOpen: aloneOpen, aloneClosed: aloneClosed,
        constant: constant, groups: Self.groups(starts: starts, sites: sites, wanted: groupCount))
    }

    /// Splits the rows into runs of about equal size, cutting where the best site changes when that is near.
    private static func groups(starts: [Int], sites: [Int32], wanted: Int) -> [Range<Int>] {
      let rows = starts.count - 1
      guard rows > 0 else { return [] }
      let size = max(1, (rows + wanted - 1) / max(1, wanted))
      var groups: [Range<Int>] = []
      var first = 0
      for row in 1...rows {
        let full = row - first >= size
        let newBest = row < rows && sites[starts[row]] != sites[starts[row - 1]]
        guard row == rows || (full && newBest) || row - first >= 2 * size else { continue }
        groups.append(first..<row)
        first = row
      }
      return groups
    }
  }

  /// The burden that a set of open sites leaves.
  ///
  /// - Parameter isOpen: Whether each site is open; as long as `siteCount`.
  package func burden(isOpen: Span<Bool>) -> Double {
    var sum = constant
    for site in isOpen.indices { sum += isOpen[site] ? aloneOpen[site] : aloneClosed[site] }
    for row in 0..<rowCount {
      let best = (starts[row]..<starts[row + 1]).first { isOpen[Int(sites[$0])] }
      sum += best.map { burdens[$0] } ?? rest[row]
    }
    return sum
  }
}
