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

  /// Offices in rounds of these sizes: at least one new in every region at the end, at most two in any in a round.
  func withQuotas(_ rounds: [Int]) -> Workspace {
    var assignment = assignment(rounds: rounds.count, perRound: 0)
    for (round, count) in rounds.enumerated() {
      (assignment.rounds[round].minimum, assignment.rounds[round].maximum) = (count, count)
    }
    let regions = Set(candidates.map(\.region)).sorted()
    func rule(_ id: String, _ rounds: ClosedRange<Int>, min: Int?, max: Int?) -> Rule {
      let parts = regions.map { CountPart(label: $0, selection: Selection(regions: ["region": [$0]]), rounds: rounds) }
      return Rule(id: ID(id), kind: .count(parts: parts, min: min, max: max))
    }
    assignment.rules = [rule("everywhere", 0...rounds.count - 1, min: 1, max: nil)]
    assignment.rules += rounds.indices.map { rule("spread-\($0 + 1)", $0...$0, min: nil, max: 2) }
    return Workspace(folder: name, assignment: assignment, geography: geography)
  }
}
