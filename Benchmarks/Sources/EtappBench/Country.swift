import Etapp
import EtappModel

/// A country to place offices in: demand points, candidates, and offices that are open from the start.
struct Country: Sendable {
  var name: String
  var seed: UInt64
  var points: [Point]
  var candidates: [Site]
  var existing: [Site]

  struct Point: Sendable {
    var position: Coordinate
    var population: Float
    var region: String
  }

  struct Site: Sendable {
    var id: String
    var position: Coordinate
    var region: String
    var category: String
  }
}

extension Country {
  /// Kilometres as minutes: 60 km/h, no detour, no town; whoever has nothing to reach has ten thousand.
  static let travel = Travel(
    mode: "line", formula: .init(detour: 1, townSpeed: 60, ruralSpeed: 60, townKilometres: 0), unreachable: 10_000)

  /// The geography of a workspace: one municipality for each region.
  var geography: Geography {
    let regions = Set(points.map(\.region) + candidates.map(\.region) + existing.map(\.region)).sorted()
    let index = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1, Int32($0)) })
    var demand = DemandPoints()
    demand.ids = points.indices.map { "d\($0)" }
    demand.coordinates = points.map(\.position)
    demand.population = points.map(\.population)
    demand.municipality = points.map { index[$0.region] ?? -1 }
    return Geography(
      municipalities: regions.map { Municipality(id: ID($0), name: "Region \($0)", regions: ["region": $0]) },
      divisions: [Division(id: "region", title: "Region")], demand: demand,
      places: candidates.map { site in
        Place(
          id: ID(site.id), name: site.id, municipality: ID(site.region), coordinate: site.position,
          categories: [ID(site.category)])
      },
      offices: existing.map { site in
        Office(id: ID(site.id), name: site.id, municipality: ID(site.region), coordinate: site.position)
      })
  }

  /// The plainest national assignment: so many new offices in rounds of equal size, mean distance as short as can be.
  func assignment(rounds: Int, perRound: Int) -> Assignment {
    Assignment(
      name: Text(name), travel: Self.travel,
      rounds: (0..<rounds).map { round in
        Round(
          id: ID("\(round + 1)"), name: Text("Round \(round + 1)"), minimum: perRound, maximum: perRound,
          opens: .init(
            from: Day(year: 2022 + round, month: 1, day: 1), to: Day(year: 2022 + round, month: 12, day: 31)))
      },
      goals: [Goal(id: "access", kind: .access(months: [Double](repeating: 12, count: rounds)))])
  }

  func workspace(rounds: Int, perRound: Int) -> Workspace {
    Workspace(folder: name, assignment: assignment(rounds: rounds, perRound: perRound), geography: geography)
  }
}
