import EtappModel
import Foundation
import Testing

@testable import EtappPlanner

/// A national programme with rounds and quotas whose best value is known and proved.
///
/// The files lie beside the repository and are not part of it.
struct PublishedProgramme {
  var name: String
  var locating: RuledLocating
  /// Σ over rounds: weight × people × metres.
  var value: Double
  var weights: [Double]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("shared/data/bench")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("phased/values.json").path)
  }

  private struct Specification: Decodable {
    var cumulative: [Int]
    var alpha: [Double]
    var category_min: [String: Int]?
    var category_min_round1: [String: Int]?
    var region_min: Int?
  }

  private struct Value: Decodable {
    var spec: String
    var demand: String
    var m: Int
    var value: Double
  }

  /// The programmes over a table of people, with so many candidates at most.
  static func all(over demand: String, candidates: Int) throws -> [PublishedProgramme] {
    let values = try JSONDecoder().decode([Value].self, from: data("phased/values.json"))
    return try values.filter { $0.demand == demand && $0.m <= candidates }.map { try PublishedProgramme($0) }
  }

  private static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(path))
  }

  private static func rows(_ path: String) throws -> [[String]] {
    String(decoding: try data(path), as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  private init(_ value: Value) throws {
    let specification = try JSONDecoder().decode(
      Specification.self, from: Self.data("phased/\(value.spec).json"))
    name = "\(value.spec) \(value.demand) \(value.m)"
    self.value = value.value
    weights = specification.alpha
    let geography = try Self.geography(value.demand, candidates: value.m)
    var assignment = Assignment(name: "Programme", travel: .kilometres)
    let rounds = LocationRounds(open: specification.cumulative)
    assignment.rounds = rounds.rounds
    let all = 0...(rounds.count - 1)
    func quota(_ category: String, _ min: Int, _ rounds: ClosedRange<Int>) -> Rule {
      let part = CountPart(selection: Selection(categories: [ID(category)]), rounds: rounds)
      return Rule(id: ID("\(category)-\(rounds.upperBound)"), kind: .count(parts: [part], min: min, max: nil))
    }
    assignment.rules = (specification.category_min ?? [:]).sorted { $0.key < $1.key }.map { quota($0, $1, all) }
    assignment.rules += (specification.category_min_round1 ?? [:]).sorted { $0.key < $1.key }
      .map { quota($0, $1, 0...0) }
    if let least = specification.region_min {
      let parts = geography.municipalities.map {
        CountPart(selection: Selection(municipalities: [$0.id], includesExisting: true), rounds: all)
      }
      assignment.rules.append(Rule(id: "regions", kind: .count(parts: parts, min: least, max: nil)))
    }
    locating = RuledLocating(
      geography, assignment, LocationQuestion(goal: .access, measure: .kilometres), weights: weights,
      options: PlanningOptions(
        clock: { ProcessInfo.processInfo.systemUptime }, randomPlans: 0, ideals: false))
  }

  private static func geography(_ demand: String, candidates: Int) throws -> Geography {
    var geography = Geography()
    let sites = try rows("national/nat_s1_cand.csv").prefix(candidates)
    let people = try rows("national/\(demand)")
    let regions = Set(sites.map { $0[3] }).sorted()
    geography.municipalities = regions.map { Municipality(id: ID($0), name: $0) }
    for row in people {
      geography.demand.ids.append("d" + row[0])
      geography.demand.coordinates.append(
        Coordinate(latitude: Double(row[1]) ?? 0, longitude: Double(row[2]) ?? 0))
      geography.demand.population.append(Float(row[3]) ?? 0)
      geography.demand.municipality.append(Int32(regions.firstIndex(of: row[4]) ?? -1))
    }
    for row in sites {
      let position = Coordinate(latitude: Double(row[1]) ?? 0, longitude: Double(row[2]) ?? 0)
      if row[5] == "1" {
        geography.offices.append(
          Office(id: ID(row[0]), name: row[0], municipality: ID(row[3]), coordinate: position))
      } else {
        geography.places.append(
          Place(
            id: ID(row[0]), name: row[0], municipality: ID(row[3]), coordinate: position, categories: [ID(row[4])]))
      }
    }
    return geography
  }
}

@Suite struct `A national programme` {
  @Test(.enabled(if: PublishedProgramme.areThere, "The national programmes are not there (../shared/data/bench)."))
  func `reaches the value that is proved best`() throws {
    let programmes = try PublishedProgramme.all(over: "nat2k_s1_demand.csv", candidates: 100)
    #expect(programmes.count == 3)
    for published in programmes {
      let plan = try published.locating.plan()
      let people = published.locating.programme.geography.demand.total.value
      let whole = published.weights.reduce(0, +) * people * 1000
      #expect(plan.proof == .optimal, "\(published.name)")
      let value = (plan.totals.first?.value ?? 0) * whole
      #expect(abs(value - published.value) <= 1e-6 * published.value, "\(published.name)")
      let broken = plan.rules.filter { !$0.satisfied }
      #expect(broken.isEmpty, "\(published.name)")
    }
  }
}
