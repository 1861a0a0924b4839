import EtappModel

@testable import EtappExchange

/// A small programme that the document tests share: two rounds, one of them no number.
enum Workbench {
  static let assignment = Assignment(
    name: Text(en: "Coast", sv: "Kust"), language: .swedish,
    rounds: [
      Round(id: "1", name: Text(en: "Round 1", sv: "Omgång 1")),
      Round(id: "spring", name: Text(en: "In spring", sv: "I vår"), opens: nil),
    ],
    rules: [
      Rule(id: "total", kind: .count(parts: [CountPart(selection: .all, rounds: 0...1)], min: 2, max: nil), price: 4)
    ],
    goals: [Goal(id: "access", kind: .access(months: nil)), Goal(id: "people", kind: .reach(within: 30, months: nil))])

  static let geography = Geography(
    municipalities: [
      Municipality(id: "0101", name: "Ånge"), Municipality(id: "0102", name: "Boden"),
    ],
    places: [
      Place(id: "ange", name: "Ånge", municipality: "0101", coordinate: Coordinate(latitude: 62.5, longitude: 15.6)),
      Place(
        id: "boden-c", name: "Boden, centrum", municipality: "0102",
        coordinate: Coordinate(latitude: 65.8, longitude: 21.7), categories: ["rural", "north"]),
      Place(
        id: "boden-n", name: "Norra Boden", municipality: "0102",
        coordinate: Coordinate(latitude: 65.9, longitude: 21.7)
      ),
    ],
    offices: [
      Office(id: "o1", name: "Gamla", municipality: "0102", coordinate: Coordinate(latitude: 65.7, longitude: 21.6))
    ])

  static let plan = Plan(
    choice: Choice(opens: ["ange": 1, "boden-c": 0], closes: ["o1": 1]), proof: .optimal, gap: 0,
    establishments: [
      Establishment(
        place: "boden-c", name: "Boden, centrum", municipality: "0102", kind: "full", round: 0,
        categories: ["rural", "north"]),
      Establishment(place: "ange", name: "Ånge", municipality: "0101", kind: "small", round: 1, categories: []),
    ],
    goals: [
      GoalResult(goal: "access", sense: .minimise, unit: .minutes, value: 10, bound: 9.5, ideal: 9),
      GoalResult(goal: "access", round: 0, sense: .minimise, unit: .minutes, value: 11, bound: 11),
    ],
    rules: [RuleResult(rule: "total", satisfied: true, value: 2, min: 2)],
    travel: [
      TravelSummary(round: nil, people: 100, mean: 12, median: 11, p95: 50, p99: 60, beyond: [30: 5, 60: 1]),
      TravelSummary(round: 1, people: 100, mean: 9, median: 8, p95: 40, p99: 50, beyond: [30: 2, 60: 0]),
    ], run: Run(seconds: 0.5, seed: 7, threads: 2))

  static func documents(_ language: Language = .english) -> Documents {
    Documents(
      assignment: assignment, geography: geography, language: language,
      wording: Documents.Wording(
        rule: { "rule \($0)" }, explanation: { Text(en: "why \($0.id)", sv: "varför \($0.id)") },
        alternative: { _, _ in Text(en: "then", sv: "då") }, proof: { _ in "proved" }))
  }

  /// A document as its reader sees it: written and read again.
  static func reread(_ document: JSON) throws -> JSON {
    try JSONReader.read(Array(document.serialised(pretty: true).utf8))
  }
}

extension JSON {
  /// The keys of an object, in order.
  var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  subscript(index: Int) -> JSON? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }

  /// The value on one line, to compare with.
  var line: String { serialised() }
}
