/// Who is served where by open sites with capacities, at the least cost, and the prices that prove it.
package struct Service: Sendable {
  /// Some people of a point, and the site that serves them; nil for elsewhere.
  package struct Part: Sendable {
    package var site: Int?
    package var people: Double

    package init(site: Int? = nil, people: Double) {
      self.site = site
      self.people = people
    }
  }

  /// The parts of each point.
  package let parts: [[Part]]
  /// What one place more at each site would save.
  package let prices: [Double]

  package init(parts: [[Part]], prices: [Double]) {
    self.parts = parts
    self.prices = prices
  }

  /// - Parameters:
  ///   - people: Persons of each point.
  ///   - costs: Cost of a person of each point at each site.
  ///   - elsewhere: Cost of a person of each point whom none of the sites serves.
  ///   - capacities: Persons that each site can serve.
  package static func cheapest(
    people: [Double], costs: [[Double]], elsewhere: [Double], capacities: [Double]
  ) -> Service {
    var builder = ServingRows.Builder(siteCount: capacities.count)
    let rowOfPoint = people.indices.map { point in
      builder.add(
        people: people[point], rest: elsewhere[point],
        capacities.indices.map { (site: Int32($0), cost: costs[point][$0]) })
    }
    let rows = builder.build()
    let transportation = Transportation.solved(
      rows, open: [Double](repeating: 1, count: capacities.count), capacities: capacities)
    var partsOfRow = [[Part]](repeating: [], count: rows.rowCount)
    for entry in transportation.service {
      partsOfRow[entry.row].append(Part(site: entry.site, people: entry.people / rows.people[entry.row]))
    }
    // Points of one row are alike: each has its share of what the row has.
    let parts = people.indices.map { point -> [Part] in
      guard let row = rowOfPoint[point] else { return [Part(site: nil, people: people[point])] }
      let served = partsOfRow[row].map { Part(site: $0.site, people: $0.people * people[point]) }
      let left = people[point] - served.reduce(0) { $0 + $1.people }
      return left > 1e-12 * people[point] ? served + [Part(site: nil, people: left)] : served
    }
    return Service(parts: parts, prices: capacities.indices.map { transportation.price(of: $0) })
  }
}
