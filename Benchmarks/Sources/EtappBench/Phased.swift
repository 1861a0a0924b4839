import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `phased`: programmes with rounds, quotas and regions whose proven values are known.
struct Phased: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Programmes with quotas in two or three rounds, held against proven values.")

  @Option(help: "Only cases whose demand file begins so: nat2k, nat10k, nat50k.")
  var instance: String?
  @Option(help: "Only this specification: A_two_rounds …")
  var specification: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    let values = URL(fileURLWithPath: common.phased + "/values.json")
    guard let data = try? Data(contentsOf: values) else {
      Output.note("no phased programmes in \(common.phased), skipped")
      return
    }
    for known in try JSONDecoder().decode([KnownValue].self, from: data) {
      let name = known.demand.replacingOccurrences(of: "_s1_demand.csv", with: "")
      guard instance == nil || instance == name, specification == nil || specification == known.spec else { continue }
      try run(known, name: name)
    }
  }

  private func run(_ known: KnownValue, name: String) throws {
    let file = URL(fileURLWithPath: common.phased + "/\(known.spec).json")
    let specification = try JSONDecoder().decode(PhasedSpecification.self, from: Data(contentsOf: file))
    guard let country = try InstanceCatalogue(folder: common.national).country(name, sites: known.m) else {
      Output.note("\(name): not in \(common.national), skipped")
      return
    }
    let workspace = specification.workspace(country)
    let options = RunOptions(
      seed: common.seed, threads: common.threads, timeLimit: common.timeLimit, randomPlans: 0)
    let (cost, plan) = try Cost.of { try Study(workspace, options: options).plan(options) }
    Output.write(line(known, specification, country, plan, cost))
  }

  private func line(
    _ known: KnownValue, _ specification: PhasedSpecification, _ country: Country, _ plan: Plan, _ cost: Cost
  ) -> Measurement {
    var line = Measurement(
      benchmark: "phased", instance: "\(known.spec)/\(country.name)/\(known.m)", points: country.points.count,
      candidates: country.candidates.count, offices: specification.cumulative.last,
      rounds: specification.cumulative.count, status: plan.proof.word, cost: cost, seed: country.seed,
      threads: common.threads)
    guard let goal = plan.goals.first else { return line }
    // The goal is a mean over people and rounds; the known values are sums.
    let people = country.points.reduce(0) { $0 + Double($1.population) }
    let scale = people * specification.alpha.reduce(0, +)
    line.value = (goal.value * scale).rounded()
    line.bound = goal.bound * scale
    line.gap = goal.gap
    line.more = [
      ("knownValue", .number(known.value)), ("valueMinusKnown", .number((goal.value * scale).rounded() - known.value)),
      ("knownSeconds", .number(known.seconds)), ("nodes", .number(Double(plan.run.effort.nodes))),
    ]
    return line
  }
}

/// A line of `values.json`.
struct KnownValue: Decodable {
  var spec: String
  var demand: String
  var m: Int
  var value: Double
  var seconds: Double
}

/// A phased programme as its file has it.
struct PhasedSpecification: Decodable {
  /// New offices open by the end of each round.
  var cumulative: [Int]
  /// Weight of each round.
  var alpha: [Double]
  var categoryMinimum: [String: Int]?
  var categoryMinimumRound1: [String: Int]?
  /// Offices in each region at the end, the existing ones counted.
  var regionMinimum: Int?

  enum CodingKeys: String, CodingKey {
    case cumulative, alpha
    case categoryMinimum = "category_min"
    case categoryMinimumRound1 = "category_min_round1"
    case regionMinimum = "region_min"
  }

  /// The programme as Etapp's own rules, with distances in whole metres.
  func workspace(_ country: Country) -> Workspace {
    var geography = country.geography
    geography.travelMatrix = Self.wholeMetres(country)
    return Workspace(folder: country.name, assignment: assignment(country), geography: geography)
  }

  private func assignment(_ country: Country) -> Assignment {
    let opened = zip(cumulative, [0] + cumulative).map { $0 - $1 }
    var travel = Country.travel
    travel.unreachable = 10_000_000
    return Assignment(
      name: Text(country.name), travel: travel,
      rounds: opened.enumerated().map { index, count in
        Round(id: ID("\(index + 1)"), name: Text("Round \(index + 1)"), minimum: count, maximum: count)
      },
      rules: quotas(categoryMinimum, "quota", 0...cumulative.count - 1)
        + quotas(categoryMinimumRound1, "quota-round-1", 0...0) + regions(country),
      goals: [Goal(id: "access", kind: .access(months: alpha))])
  }

  private func quotas(_ minimum: [String: Int]?, _ id: String, _ rounds: ClosedRange<Int>) -> [Rule] {
    (minimum ?? [:]).sorted { $0.key < $1.key }.map { category, count in
      Rule(
        id: ID("\(id)-\(category)"),
        kind: .count(
          parts: [CountPart(selection: Selection(categories: [ID(category)]), rounds: rounds)], min: count, max: nil))
    }
  }

  private func regions(_ country: Country) -> [Rule] {
    guard let regionMinimum else { return [] }
    let regions = Set((country.candidates + country.existing).map(\.region)).sorted()
    let parts = regions.map { region in
      CountPart(
        label: region, selection: Selection(regions: ["region": [region]], includesExisting: true),
        rounds: 0...cumulative.count - 1)
    }
    return [Rule(id: "regions", kind: .count(parts: parts, min: regionMinimum, max: nil))]
  }

  /// Great-circle metres, rounded: 32-bit floating point holds them exactly.
  private static func wholeMetres(_ country: Country) -> TravelMatrix {
    let sites = country.candidates + country.existing
    var metres: [Float] = []
    metres.reserveCapacity(country.points.count * sites.count)
    for point in country.points {
      for site in sites { metres.append(Float((point.position.distance(to: site.position).value * 1000).rounded())) }
    }
    return TravelMatrix(
      origins: Dictionary(uniqueKeysWithValues: country.points.indices.map { ("d\($0)", $0) }),
      destinations: Dictionary(uniqueKeysWithValues: sites.enumerated().map { ($1.id, $0) }), minutes: metres)
  }
}
