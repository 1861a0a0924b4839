import EtappModel
import EtappReport

/// The cast of these tests: a small programme with two rounds, some of its names made to hurt.
enum Cast {
  static let categories = [
    EtappModel.Category(id: "rural", title: Text(en: "Rural", sv: "Landsbygd"), symbol: .circle),
    EtappModel.Category(id: "metropolitan", title: Text(en: "Metropolitan", sv: "Storstad"), symbol: .square),
    EtappModel.Category(id: "disadvantaged", title: "Utsatt", symbol: .triangle),
  ]

  static let rounds = [
    Round(
      id: "1", name: Text(en: "Round 1", sv: "Omgång 1"), minimum: 2, maximum: 13,
      opens: Round.Window(from: Day(year: 2022, month: 1, day: 1), to: Day(year: 2022, month: 12, day: 31), mainly: 0.8)
    ),
    Round(id: "2", name: Text(en: "Round 2", sv: "Omgång 2")),
  ]

  static let hostile = "<script>alert('x')</script> & \"Sons\""

  static let municipalities = [
    municipality("m1", "Ånge", 62.5, 15.7), municipality("m2", "Åre", 63.4, 13.1),
    municipality("m3", "Östhammar", 60.3, 18.4), municipality("m4", "Stockholm", 59.3, 18.1),
    municipality("m5", hostile, 57.7, 12.0), municipality("m6", "Pajala", 67.2, 23.4),
  ]

  private static func municipality(_ id: ID<Municipality>, _ name: String, _ latitude: Double, _ longitude: Double)
    -> Municipality
  {
    Municipality(
      id: id, name: name, regions: ["county": latitude > 61 ? "North" : "South"],
      position: Coordinate(latitude: latitude, longitude: longitude))
  }

  static let places = [
    place("ange", "Ånge", "m1", 62.52, 15.66, ["rural"]), place("jarpen", "Järpen", "m2", 63.35, 13.47, ["rural"]),
    place("osthammar", "Östhammar", "m3", 60.26, 18.37, ["rural"]),
    place("tensta", "Tensta", "m4", 59.394, 17.902, ["metropolitan", "disadvantaged"]),
    place("vallingby", "Vällingby", "m4", 59.363, 17.872, ["metropolitan"]),
    place("hostile", hostile, "m5", 57.7, 12.0, ["disadvantaged"]),
  ]

  private static func place(
    _ id: ID<Place>, _ name: String, _ home: ID<Municipality>, _ latitude: Double, _ longitude: Double,
    _ categories: [ID<EtappModel.Category>]
  ) -> Place {
    Place(
      id: id, name: name, municipality: home, coordinate: Coordinate(latitude: latitude, longitude: longitude),
      categories: categories, cost: 1_000_000)
  }

  static let layer = AreaLayer(
    id: "areas", title: Text(en: "Areas", sv: "Områden"), date: Day(year: 2021, month: 1, day: 1),
    areas: [Area(id: "a", name: "Tensta", shape: .point(Coordinate(latitude: 59.394, longitude: 17.902)))])

  static let geography: Geography = {
    var demand = DemandPoints()
    for (index, municipality) in municipalities.enumerated() {
      demand.ids.append("d\(index)")
      demand.municipality.append(Int32(index))
      demand.coordinates.append(municipality.position ?? Coordinate(latitude: 60, longitude: 15))
      demand.population.append(Float(1000 * (index + 1)))
    }
    return Geography(
      municipalities: municipalities, divisions: [Division(id: "county", title: Text(en: "County", sv: "Län"))],
      demand: demand, places: places,
      offices: [
        Office(id: "o1", name: "Kiruna", municipality: "m6", coordinate: Coordinate(latitude: 67.85, longitude: 20.27))
      ], layers: [layer])
  }()

  static let rules = [
    Rule(
      id: "total", kind: .count(parts: [CountPart(selection: .all, rounds: 0...1)], min: 5, max: nil),
      source: "https://example.org/decision?a=1&b=\"2\""),
    Rule(id: "wish", kind: .count(parts: [CountPart(selection: .all, rounds: 0...0)], min: 4, max: nil), price: 5),
  ]

  static let goals = [
    Goal(id: "balance", kind: .balance(of: .categories([])), tolerance: .amount(1)),
    Goal(id: "spread", kind: .spread(.mean), tolerance: .share(0.1)), Goal(id: "access", kind: .access(months: nil)),
  ]

  static let assignment = Assignment(
    name: Text(en: "Offices <2021>", sv: "Kontor <2021>"), language: .swedish, currency: "SEK",
    principal: "Regeringen & co", decided: Day(year: 2021, month: 5, day: 27), source: "https://example.org/assignment",
    reports: [Day(year: 2021, month: 9, day: 30)], categories: categories, rounds: rounds, rules: rules, goals: goals,
    basis: [Text(en: "Straight lines.", sv: "Fågelvägen.")])

  static let names = NameBook(assignment, geography)
  static func sentences(_ language: Language) -> Sentences { Sentences(language, names) }

  // MARK: Plans

  static let opens: [(ID<Place>, Int)] = [
    ("ange", 1), ("jarpen", 0), ("osthammar", 0), ("tensta", 0), ("vallingby", 1), ("hostile", 0),
  ]

  static let plan: Plan = {
    let establishments = opens.compactMap { id, round -> Establishment? in
      places.first { $0.id == id }.map {
        Establishment(
          place: id, name: $0.name, municipality: $0.municipality, kind: $0.kind, round: round,
          categories: $0.categories)
      }
    }
    return Plan(
      choice: Choice(opens: Dictionary(uniqueKeysWithValues: opens)), proof: .optimal, gap: 0,
      establishments: establishments, goals: results,
      rules: [
        RuleResult(rule: "round-1", satisfied: true, value: 4, min: 2, max: 13),
        RuleResult(rule: "total", satisfied: true, value: 6, min: 5),
        RuleResult(rule: "wish", satisfied: false, value: 3, min: 4, missed: 1, broken: [hostile]),
      ], travel: [summary(nil, 13.9), summary(0, 12.7), summary(1, 12)], run: Run(seconds: 0.4, seed: 1, threads: 2),
      diagnostics: [])
  }()

  private static let results = [
    GoalResult(goal: "balance", sense: .minimise, unit: .offices, value: 1.31, bound: 0.79, ideal: 0.79, random: 4.8),
    GoalResult(
      goal: "balance", round: 0, sense: .minimise, unit: .offices, value: 0.66, bound: 0.13, ideal: 0.39, random: 2.4),
    GoalResult(
      goal: "spread", round: 0, sense: .minimise, unit: .minutes, value: 21.8, bound: 19.9, ideal: 18.9, random: 58.7),
    GoalResult(goal: "access", sense: .minimise, unit: .minutes, value: 12.2, bound: 12.2, ideal: 12, random: 12.6),
  ]

  private static func summary(_ round: Int?, _ mean: Double) -> TravelSummary {
    TravelSummary(
      round: round, people: 21_000, mean: Minutes(mean), median: 8, p95: 38, p99: 53,
      beyond: [30: 9000, 60: Persons(mean * 100), 90: 10])
  }

  static let infeasible = Plan(
    proof: .infeasible(conflict: ["round-1", "total"]), gap: .infinity, run: Run(seconds: 0.1, seed: 1, threads: 1))

  // MARK: Explanations

  static let moved = Explanation(
    id: "ange", title: "Ånge", municipality: "m1", current: 1,
    alternatives: [
      Alternative(
        question: .opens(round: 0), round: 0, proof: .optimal,
        goals: [difference("spread", 1.3, 23.1), difference("access", -0.01, 12.19)],
        moves: [Move(place: "ange", from: 1, to: 0), Move(place: "osthammar", from: 0, to: 1)]),
      Alternative(question: .staysOut, round: nil, proof: .infeasible(conflict: ["total", "forced"])),
    ])

  static let outside = Explanation(
    id: "m6", title: "Pajala", municipality: "m6", current: nil,
    alternatives: [
      Alternative(
        question: .opensInBestRound, round: 1, proof: .within(0.02), goals: [difference("access", -0.05, 12.15)],
        moves: [Move(place: "m6", from: nil, to: 1)]),
      Alternative(
        question: .opensInExchange, round: 1, proof: .stopped(.timeLimit), goals: [difference("access", 0.2, 12.4)],
        moves: [Move(place: "m6", from: nil, to: 1), Move(place: "jarpen", from: 0, to: nil)]),
    ],
    changes: [
      .tolerance("spread", from: 2, to: 3), .ruleMinimum("total", from: 5, to: 4),
      .ruleMaximum("total", from: 5, to: 7),
      .earliest("ange", from: Day(year: 2023, month: 1, day: 1), to: Day(year: 2022, month: 6, day: 1)),
    ])

  static func difference(_ goal: ID<Goal>, _ delta: Double, _ value: Double) -> GoalDifference {
    let kind = goals.first { $0.id == goal }
    return GoalDifference(
      goal: goal, sense: kind?.sense ?? .minimise, unit: kind?.unit ?? .points, delta: delta, bound: delta, value: value
    )
  }

  static let variant = Variant(
    plan: plan, moves: [Move(place: "ange", from: 1, to: 0), Move(place: "hostile", from: 0, to: nil)],
    goals: [difference("spread", 0.4, 22.2)])

  static let frontier = Frontier(
    goals: ["spread", "access"],
    points: [
      FrontierPoint(values: [20, 12.6], bound: 12.6, choice: plan.choice),
      FrontierPoint(values: [22, 12.2], bound: 12.2, choice: plan.choice),
    ], isComplete: true)

  static let content = ReportContent(
    assignment: assignment, geography: geography, plan: plan, explanations: [moved, outside], variants: [variant],
    frontier: frontier,
    comparison: Comparison(
      first: "June", second: "October", moves: variant.moves, goals: variant.goals, rules: ["total": false]),
    diagnostics: [
      Diagnostic(
        .warning, Text(en: "Far off.", sv: "Långt bort."),
        at: Diagnostic.Place(file: "places.csv", row: 12, column: "lat"),
        value: hostile, maybe: "Ånge")
    ], made: Day(year: 2021, month: 6, day: 15), version: "1.0")
}
