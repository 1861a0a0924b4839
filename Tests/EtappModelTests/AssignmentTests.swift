import EtappModel
import Testing

@Suite struct `An assignment` {
  private static func window(_ from: String, _ to: String) -> Round.Window? {
    guard let from = Day(from), let to = Day(to) else { return nil }
    return Round.Window(from: from, to: to)
  }

  private static func assignment(_ windows: [Round.Window?]) -> Assignment {
    Assignment(
      name: "Test",
      rounds: windows.enumerated().map { Round(id: ID("\($0 + 1)"), name: Text("\($0 + 1)"), opens: $1) })
  }

  private static let years = assignment([
    window("2022-01-01", "2022-12-31"), window("2023-01-01", "2023-12-31"), window("2025-01-01", "2025-12-31"),
  ])

  @Test func `rounds serve until the next one's window ends, the last as long as the one before`() {
    let months = Self.years.monthsServed
    #expect(months.count == 3)
    #expect(abs(months[0] - 12) < 0.1)
    #expect(abs(months[1] - 24) < 0.1)
    #expect(months[2] == months[1])
  }

  @Test func `rounds without windows serve a year each`() {
    #expect(Self.assignment([nil, nil]).monthsServed == [12, 12])
    #expect(Self.assignment([]).monthsServed == [])
    #expect(Self.assignment([Self.window("2022-01-01", "2022-12-31")]).monthsServed == [12])
  }

  static let days: [(day: String, first: Int?, last: Int?)] = [
    ("2021-06-01", 0, nil), ("2022-01-01", 0, 0), ("2022-12-31", 0, 0), ("2023-01-01", 1, 1), ("2024-06-01", 2, 1),
    ("2025-12-31", 2, 2), ("2026-01-01", nil, 2),
  ]

  @Test(arguments: days)
  func `a day falls in the first round that still holds it and the last that has begun`(
    example: (day: String, first: Int?, last: Int?)
  ) throws {
    let day = try #require(Day(example.day))
    #expect(Self.years.firstRound(notBefore: day) == example.first)
    #expect(Self.years.lastRound(notAfter: day) == example.last)
  }

  @Test func `a round without window holds any day`() throws {
    let assignment = Self.assignment([nil, Self.window("2023-01-01", "2023-12-31")])
    let late = try #require(Day("2030-01-01"))
    let early = try #require(Day("2000-01-01"))
    #expect(assignment.firstRound(notBefore: late) == 0)
    #expect(assignment.lastRound(notAfter: early) == 0)
  }

  // MARK: Goals

  static let allowed: [(kind: Goal.Kind, tolerance: Goal.Tolerance, best: Double, allowed: Double)] = [
    (.access(months: nil), .exact, 20, 20),
    (.access(months: nil), .share(0.02), 20, 20.4),
    (.access(months: nil), .amount(3), 20, 23),
    (.balance(of: .categories([])), .share(0.5), 0, 0),
    (.balance(of: .categories([])), .amount(1), 0, 1),
    (.reach(within: 30, months: nil), .exact, 900, 900),
    (.reach(within: 30, months: nil), .share(0.1), 900, 810),
    (.reach(within: 30, months: nil), .amount(50), 900, 850),
    (.cost(months: nil), .share(0.1), -100, -90),
  ]

  @Test(arguments: allowed)
  func `a goal may end as far from its best as its tolerance says`(
    example: (kind: Goal.Kind, tolerance: Goal.Tolerance, best: Double, allowed: Double)
  ) {
    let goal = Goal(id: "g", kind: example.kind, tolerance: example.tolerance)
    #expect(abs(goal.allowed(best: example.best) - example.allowed) < 1e-12)
  }

  @Test func `texts are read in the reader's language, else in any there is`() {
    #expect(Text(en: "Round", sv: "Omgång")(.swedish) == "Omgång")
    #expect(Text("Ånge")(.english) == "Ånge")
    #expect(Text(byLanguage: ["se": "Vuorru", "en": "Round"])(.swedish) == "Round")
    #expect(Text(byLanguage: ["se": "Vuorru"])(.swedish) == "Vuorru")
    #expect(Text(byLanguage: [:])(.swedish) == "")
  }
}
