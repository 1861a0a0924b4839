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
    /// Rows one after the other: a national study has fifty thousand rows of a hundred entries.
    private var starts = [0]
    private var sites: [Int32] = []
    private var burdens: [Double] = []
    private var rest: [Double] = []
    private var index = RowIndex()

    package init(siteCount: Int) {
      aloneOpen = [Double](repeating: 0, count: siteCount)
      aloneClosed = aloneOpen
    }

    /// Makes room for so many points and entries in all.
    package mutating func reserveCapacity(points: Int, entries: Int) {
      starts.reserveCapacity(points + 1)
      rest.reserveCapacity(points)
      sites.reserveCapacity(entries)
      burdens.reserveCapacity(entries)
    }

    /// Adds one demand point: its burden when nothing helps, and the sites that leave it less; order does not matter,
    /// but is quickest from the least burden up.
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
      if Self.isSorted(entries) {
        append(rest: rest, entries)
      } else {
        append(rest: rest, entries.sorted(by: Self.precedes))
      }
    }

    private static func precedes(_ a: (site: Int32, burden: Double), _ b: (site: Int32, burden: Double)) -> Bool {
      a.burden == b.burden ? a.site < b.site : a.burden < b.burden
    }

    private static func isSorted(_ entries: [(site: Int32, burden: Double)]) -> Bool {
      for next in 1..<entries.count where !precedes(entries[next - 1], entries[next]) { return false }
      return true
    }

    /// Adds the entries to the row that has the same sites in the same order, or as a new row.
    private mutating func append(rest: Double, _ sorted: [(site: Int32, burden: Double)]) {
      let first = sites.count
      for entry in sorted { sites.append(entry.site) }
      if let row = index.row(like: first..<sites.count, in: sites, starts: starts) {
        sites.removeLast(sorted.count)
        for (position, entry) in sorted.enumerated() { burdens[starts[row] + position] += entry.burden }
        self.rest[row] += rest
        return
      }
      for entry in sorted { burdens.append(entry.burden) }
      starts.append(sites.count)
      self.rest.append(rest)
    }

    /// The finished rows, in groups of rows that have the same best site.
    ///
    /// A group for every thirty rows, between 12 and 120: more groups make sharper cuts and larger programs. Measured on
    /// the shipped example, 20 groups are twice as fast as 120; on 50,000 points 120 need the fewest rounds.
    package consuming func build() -> GainRows {
      let groupCount = max(12, min(120, rest.count / 30))
      let order = rowOrder()
      var sorted = (starts: [0], sites: [Int32](), burdens: [Double]())
      sorted.starts.reserveCapacity(starts.count)
      sorted.sites.reserveCapacity(sites.count)
      sorted.burdens.reserveCapacity(sites.count)
      for row in order {
        sorted.sites += sites[starts[row]..<starts[row + 1]]
        sorted.burdens += burdens[starts[row]..<starts[row + 1]]
        sorted.starts.append(sorted.sites.count)
      }
      let rest = order.map { self.rest[$0] }
      return GainRows(
        starts: sorted.starts, sites: sorted.sites, burdens: sorted.burdens, rest: rest, aloneOpen: aloneOpen,
        aloneClosed: aloneClosed, constant: constant,
        groups: Self.groups(starts: sorted.starts, sites: sorted.sites, wanted: groupCount))
    }

    /// The rows in lexicographic order of their sites.
    private func rowOrder() -> [Int] {
      // The first two sites in one number decide most comparisons; no row is shorter.
      let keys = rest.indices.map { row in
        UInt64(UInt32(bitPattern: sites[starts[row]])) << 32 | UInt64(UInt32(bitPattern: sites[starts[row] + 1]))
      }
      return rest.indices.sorted { a, b in
        keys[a] == keys[b]
          ? sites[starts[a]..<starts[a + 1]].lexicographicallyPrecedes(sites[starts[b]..<starts[b + 1]])
          : keys[a] < keys[b]
      }
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
