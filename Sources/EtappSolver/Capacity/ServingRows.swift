/// What serving a person of each demand point costs from each site, as sparse rows: who is served where is to be decided.
///
///     cᵢⱼ  cost of a person of point i at site j;  bᵢ > cᵢⱼ  cost of a person whom no site serves
///
/// Unlike `GainRows`, points with the same sites in the same order are not one row: a site that is full turns some of
/// them away, and whom it turns away depends on their costs. Points with the same costs are one.
package struct ServingRows: Sendable {
  /// Entry range of each row: `starts[r]..<starts[r + 1]`.
  package let starts: [Int]
  /// Site of each entry; within a row from the least cost to the greatest.
  package let sites: [Int32]
  package let costs: [Double]
  /// Cost of a person of each row who is served nowhere.
  package let rest: [Double]
  /// Persons of each row.
  package let people: [Double]
  package let siteCount: Int

  package var rowCount: Int { people.count }

  /// The cost when nobody is served.
  var greatest: Double { zip(people, rest).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Collects demand points.
  package struct Builder {
    private var rows: [Key: Int] = [:]
    private var starts = [0]
    private var sites: [Int32] = []
    private var costs: [Double] = []
    private var rest: [Double] = []
    private var people: [Double] = []
    private let siteCount: Int

    /// What makes two points the same.
    private struct Key: Hashable {
      let rest: Double
      let sites: [Int32]
      let costs: [Double]
    }

    package init(siteCount: Int) { self.siteCount = siteCount }

    /// Adds one demand point; sites that cost as much as none are left out.
    ///
    /// - Parameters:
    ///   - people: Persons.
    ///   - rest: Cost of a person who is served nowhere.
    ///   - entries: Sites and what a person costs there, in any order.
    /// - Returns: The point's row; nil where nobody lives.
    @discardableResult
    package mutating func add(people: Double, rest: Double, _ entries: [(site: Int32, cost: Double)]) -> Int? {
      guard people > 0 else { return nil }
      let useful = entries.filter { $0.cost < rest }.sorted { ($0.cost, $0.site) < ($1.cost, $1.site) }
      let key = Key(rest: rest, sites: useful.map(\.site), costs: useful.map(\.cost))
      if let row = rows[key] {
        self.people[row] += people
        return row
      }
      rows[key] = self.people.count
      sites += key.sites
      costs += key.costs
      starts.append(sites.count)
      self.rest.append(rest)
      self.people.append(people)
      return self.people.count - 1
    }

    package consuming func build() -> ServingRows {
      ServingRows(starts: starts, sites: sites, costs: costs, rest: rest, people: people, siteCount: siteCount)
    }
  }

  /// The same without capacities: what open sites leave when everybody goes where it costs the least.
  func uncapacitated() -> GainRows {
    var builder = GainRows.Builder(siteCount: siteCount)
    builder.reserveCapacity(points: rowCount, entries: sites.count)
    var row: [(site: Int32, burden: Double)] = []
    for index in 0..<rowCount {
      row.removeAll(keepingCapacity: true)
      for entry in starts[index]..<starts[index + 1] { row.append((sites[entry], people[index] * costs[entry])) }
      builder.add(rest: people[index] * rest[index], row)
    }
    return builder.build()
  }
}
