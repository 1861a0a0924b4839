@testable import EtappModel
@testable import EtappPlanner
import EtappSolver
import Testing

/// The lists of near sites and the rows made of them, held against plain loops over all pairs.
@Suite struct `Travel from demand points` {
  /// A country drawn from a seed: points and sites, many of them at the same place, some in a travel matrix.
  struct Drawn: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let points: Int
    let sites: Int
    let offices: Int
    let hasMatrix: Bool

    var testDescription: String {
      "\(points) × \(sites), \(offices) offices, seed \(seed)\(hasMatrix ? ", matrix" : "")"
    }

    static let cases: [Drawn] = [
      Drawn(seed: 1, points: 200, sites: 30, offices: 3, hasMatrix: false),
      Drawn(seed: 2, points: 200, sites: 30, offices: 3, hasMatrix: true),
      Drawn(seed: 3, points: 1500, sites: 80, offices: 1, hasMatrix: false),
      Drawn(seed: 4, points: 60, sites: 12, offices: 0, hasMatrix: false),
      Drawn(seed: 5, points: 1200, sites: 50, offices: 20, hasMatrix: true),
      Drawn(seed: 6, points: 5, sites: 0, offices: 0, hasMatrix: false),
    ]

    /// Positions on a coarse grid, so that equal distances and shared places occur.
    private func position(_ generator: inout SplitMix64) -> Coordinate {
      Coordinate(
        latitude: 55 + Double(Int.random(in: 0..<280, using: &generator)) / 20,
        longitude: 11 + Double(Int.random(in: 0..<120, using: &generator)) / 10)
    }

    var geography: Geography {
      var generator = SplitMix64(seed: seed)
      var geography = Geography()
      for point in 0..<points {
        geography.demand.ids.append("d\(point)")
        geography.demand.coordinates.append(position(&generator))
        geography.demand.population.append(Float(Int.random(in: 0..<500, using: &generator)))
        geography.demand.municipality.append(-1)
      }
      geography.places = (0..<sites).map {
        Place(id: ID("p\($0)"), name: "p\($0)", municipality: "m", coordinate: position(&generator))
      }
      geography.offices = (0..<offices).map {
        Office(id: ID("o\($0)"), name: "o\($0)", municipality: "m", coordinate: position(&generator))
      }
      if hasMatrix { geography.travelMatrix = matrix(&generator) }
      return geography
    }

    /// Every second point and every third site, with a few pairs that there is no way between.
    private func matrix(_ generator: inout SplitMix64) -> TravelMatrix {
      let origins = stride(from: 0, to: points, by: 2).map { "d\($0)" }
      let destinations = stride(from: 0, to: sites, by: 3).map { "p\($0)" } + (offices > 0 ? ["o0"] : [])
      let minutes = (0..<origins.count * destinations.count).map { _ in
        Int.random(in: 0..<20, using: &generator) == 0
          ? Float.infinity : Float(Int.random(in: 1..<400, using: &generator))
      }
      return TravelMatrix(
        origins: Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1, $0) }),
        destinations: Dictionary(uniqueKeysWithValues: destinations.enumerated().map { ($1, $0) }), minutes: minutes)
    }

    func programme(threads: Int = 1) -> Programme {
      Programme(
        assignment: Assignment(name: "drawn", rounds: [Round(id: "1", name: "1")]), geography: geography,
        threads: threads)
    }
  }

  /// Minutes from each point to each end, one pair at a time.
  private func table(_ programme: Programme, to ends: [TravelTable.End]) -> TravelTable {
    let demand = programme.geography.demand
    return TravelTable(
      from: zip(demand.ids, demand.coordinates).map { TravelTable.End(id: $0, position: $1) }, to: ends,
      travel: programme.assignment.travel, matrix: programme.geography.travelMatrix)
  }

  private func minutesToSites(_ programme: Programme) -> [[Float]] {
    let table = table(programme, to: programme.sites.map { TravelTable.End(id: $0.id, position: $0.coordinate) })
    return (0..<table.origins).map { i in (0..<table.destinations).map { table.minutes(i, $0) } }
  }

  @Test(arguments: Drawn.cases)
  func `nearest is the least over all pairs`(drawn: Drawn) {
    let programme = drawn.programme()
    let offices = programme.geography.offices.map { TravelTable.End(id: $0.id.code, position: $0.coordinate) }
    let table = table(programme, to: offices)
    for point in 0..<table.origins {
      let least = (0..<table.destinations).map { table.minutes(point, $0) }.min() ?? 600
      #expect(table.nearest(from: point) == least)
      #expect(table.nearest(from: point, among: Array(0..<table.destinations)) == least)
      #expect(programme.demand.now[point] == least)
    }
  }

  @Test(arguments: Drawn.cases)
  func `lists hold what is nearer than the nearest office, nearest first`(drawn: Drawn) {
    let programme = drawn.programme()
    let demand = programme.demand.any
    for (point, minutes) in minutesToSites(programme).enumerated() {
      let nearer = minutes.indices.filter { minutes[$0] < demand.now[point] }
        .sorted { (minutes[$0], $0) < (minutes[$1], $1) }
      let entries = demand.starts[point]..<demand.starts[point + 1]
      #expect(demand.sites[entries].map(Int.init) == nearer)
      #expect(Array(demand.minutes[entries]) == nearer.map { minutes[$0] })
    }
  }

  @Test(arguments: Drawn.cases)
  func `nearer destinations are told in order of index`(drawn: Drawn) {
    let programme = drawn.programme()
    let table = table(programme, to: programme.sites.map { TravelTable.End(id: $0.id, position: $0.coordinate) })
    for (point, minutes) in minutesToSites(programme).enumerated() {
      for limit: Float in [0, 15, 90, 600] {
        var found: [Int] = []
        table.forEachNearer(from: point, than: limit) { site, time in
          found.append(site)
          #expect(time == minutes[site])
        }
        #expect(found == minutes.indices.filter { minutes[$0] < limit })
      }
    }
  }

  @Test(arguments: Drawn.cases)
  func `is the same on two threads`(drawn: Drawn) {
    let (one, two) = (drawn.programme(threads: 1).demand.any, drawn.programme(threads: 2).demand.any)
    #expect(one.now == two.now)
    #expect(one.starts == two.starts)
    #expect(one.sites == two.sites)
    #expect(one.minutes == two.minutes)
  }

  @Test(arguments: Drawn.cases)
  func `rows give every open set the burden that a plain sum gives`(drawn: Drawn) {
    let programme = drawn.programme()
    let population = programme.geography.demand.population
    let minutes = minutesToSites(programme)
    let steps: [@Sendable (Float) -> Double] = [{ Double($0) }, { $0 <= 60 ? 0 : 1 }]
    var generator = SplitMix64(seed: drawn.seed)
    for burden in steps {
      let rows = programme.demand.burdens(weights: population, siteCount: programme.sites.count, burden: burden)
      for _ in 0..<20 {
        let isOpen = programme.sites.indices.map { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        let sum = minutes.indices.reduce(0.0) { sum, point in
          let nearest = isOpen.indices.reduce(programme.demand.now[point]) {
            isOpen[$1] ? min($0, minutes[point][$1]) : $0
          }
          return sum + Double(population[point]) * burden(nearest)
        }
        #expect(abs(rows.burden(isOpen: isOpen.span) - sum) <= 1e-9 * max(1, sum))
      }
    }
  }

  @Test(arguments: Drawn.cases)
  func `rows differ from each other and come in order of their sites`(drawn: Drawn) {
    let programme = drawn.programme()
    let rows = programme.demand.burdens(
      weights: programme.geography.demand.population, siteCount: programme.sites.count
    ) { Double($0) }
    let lists = (0..<rows.rowCount).map { Array(rows.sites[rows.starts[$0]..<rows.starts[$0 + 1]]) }
    for (first, second) in zip(lists, lists.dropFirst()) { #expect(first.lexicographicallyPrecedes(second)) }
    for row in 0..<rows.rowCount {
      let burdens = rows.burdens[rows.starts[row]..<rows.starts[row + 1]]
      #expect(zip(burdens, burdens.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }
}
