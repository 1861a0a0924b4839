/// What each open site is worth to each demand point, as sparse rows sorted from the best down.
///
///     value of a set of open sites S = Σᵢ max { gᵢⱼ : j ∈ S }   (0 where nothing open helps)
///
/// Rows with the same sites in the same order are one row: the best open site is the same for all of them, so
/// their gains add up position by position, exactly. Rows that only one site can help become a number on that site.
package struct GainRows: Sendable {
  /// Entry range of each row: `starts[r]..<starts[r + 1]`.
  package let starts: [Int]
  /// Site of each entry; within a row from the greatest gain to the least.
  package let sites: [Int32]
  package let gains: [Double]
  /// Gain of each site for the points that no other site helps.
  package let alone: [Double]
  /// Rows of each group, consecutive; one cut is made for a group at a time.
  package let groups: [Range<Int>]
  /// The gain if every site were open.
  package let total: Double

  package var rowCount: Int { starts.count - 1 }
}

extension GainRows {
  /// Collects the rows of demand points and merges those with the same order of sites.
  package struct Builder {
    private let siteCount: Int
    private var alone: [Double]
    private var index: [ArraySlice<Int32>: Int] = [:]
    private var rowSites: [ArraySlice<Int32>] = []
    private var rowGains: [[Double]] = []

    package init(siteCount: Int) {
      self.siteCount = siteCount
      alone = [Double](repeating: 0, count: siteCount)
    }

    /// Adds one demand point: the sites that help it and by how much; order does not matter, gains are positive.
    package mutating func add(_ entries: [(site: Int32, gain: Double)]) {
      guard let first = entries.first else { return }
      guard entries.count > 1 else {
        alone[Int(first.site)] += first.gain
        return
      }
      let sorted = entries.sorted { ($0.gain, $1.site) > ($1.gain, $0.site) }
      let order = ArraySlice(sorted.map(\.site))
      if let row = index[order] {
        for (position, entry) in sorted.enumerated() { rowGains[row][position] += entry.gain }
      } else {
        index[order] = rowSites.count
        rowSites.append(order)
        rowGains.append(sorted.map(\.gain))
      }
    }

    /// The finished rows, in groups of rows that have the same best site.
    ///
    /// A group for every thirty rows, between 12 and 120: more groups make sharper cuts and larger programs. Measured on
    /// the shipped example, 20 groups are twice as fast as 120; on 50,000 points 120 need the fewest rounds.
    package consuming func build() -> GainRows {
      let groupCount = max(12, min(120, rowSites.count / 30))
      let order = rowSites.indices.sorted { a, b in
        rowSites[a].lexicographicallyPrecedes(rowSites[b])
      }
      var starts = [0]
      var sites: [Int32] = []
      var gains: [Double] = []
      var total = alone.reduce(0, +)
      starts.reserveCapacity(order.count + 1)
      for row in order {
        sites += rowSites[row]
        gains += rowGains[row]
        total += rowGains[row][0]
        starts.append(sites.count)
      }
      return GainRows(
        starts: starts, sites: sites, gains: gains, alone: alone,
        groups: Self.groups(starts: starts, sites: sites, wanted: groupCount), total: total)
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

  /// The value of a set of open sites.
  ///
  /// - Parameter isOpen: Whether each site is open; as long as `alone`.
  package func value(isOpen: Span<Bool>) -> Double {
    var sum = 0.0
    for site in isOpen.indices where isOpen[site] { sum += alone[site] }
    for row in 0..<rowCount {
      for entry in starts[row]..<starts[row + 1] where isOpen[Int(sites[entry])] {
        sum += gains[entry]
        break
      }
    }
    return sum
  }
}
