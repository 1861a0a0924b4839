import EtappModel
import Testing

@testable import EtappExchange

/// `kinds`, the column `level`, and what is said where either is wrong.
@Suite struct `Kinds of points` {
  private static let file = "programme.yaml"

  /// A programme whose second line lists kinds.
  private static func kinds(
    _ label: String, _ kinds: String, _ severity: Diagnostic.Severity = .error, says: String, column: String? = nil,
    value: String? = nil, maybe: String? = nil
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, file, "language: en", "kinds: \(kinds)", severity, says: says, row: 2, column: column, value: value,
      maybe: maybe)
  }

  static let wrong: [DiagnosticCase] = [
    kinds(
      "a level above one", "[{id: full, level: 1.5}, {id: small}]", says: "share between 0 and 1", column: "level",
      value: "1.5", maybe: "1.5%"),
    kinds(
      "a level of nothing", "[{id: full}, {id: small, level: 0}]", says: "more than 0 and at most 1", column: "level",
      value: "0"),
    kinds(
      "a level that is no number", "[{id: full}, {id: small, level: half}]", says: "should be a number",
      column: "level", value: "half"),
    kinds(
      "an id twice", "[{id: full}, {id: small}, {id: full}]", says: "used twice", column: "id", value: "full"),
    kinds("a kind without an id", "[{name: Full}]", says: "has no id", column: "id", maybe: "id: outreach"),
    kinds(
      "an unknown key", "[{id: full}, {id: small, levl: 0.4}]", says: "not known in kinds", column: "levl",
      value: "levl", maybe: "level"),
    kinds(
      "a negative cost", "[{id: full}, {id: small, cost: -1}]", says: "cannot be negative", column: "cost", value: "-1"),
    DiagnosticCase(
      "a kind that is not listed", file, "language: en", "kinds: [{id: full}, {id: smal, level: 0.5}]", .warning,
      says: "not listed among “kinds”", row: 4, column: "kind", value: "small", maybe: "smal", about: "places.csv"),
    DiagnosticCase(
      "an office of a kind that is not listed", file, "language: en", "kinds: [{id: small}]", .warning,
      says: "not listed among “kinds”", column: "kind", value: "full", about: "offices.csv"),
    DiagnosticCase(
      "a level in percent", "places.csv", bytes: table("level", "40"), says: "more than 0 and at most 1", row: 2,
      column: "level", value: "40", maybe: "0.4"),
    DiagnosticCase(
      "a level of nothing in a table", "places.csv", bytes: table("level", "0"), says: "more than 0 and at most 1",
      row: 2, column: "level", value: "0"),
    DiagnosticCase(
      "a level that is no number in a table", "places.csv", bytes: table("level", "half"), says: "Not a number",
      row: 2, column: "level", value: "half"),
    DiagnosticCase(
      "an office's level", "offices.csv",
      bytes: Array("id,name,municipality,lat,lon,level\no1,Sundsvall,2281,62.391,17.307,-1\n".utf8),
      says: "more than 0 and at most 1", row: 2, column: "level", value: "-1"),
    DiagnosticCase(
      "a misspelled column", "places.csv", bytes: table("levl", "0.4"), .warning, says: "not known", row: 1,
      column: "levl", value: "levl", maybe: "level"),
  ]

  /// Places of which the first has one column more than the others need.
  private static func table(_ column: String, _ value: String) -> [UInt8] {
    let lines = SmallWorkspace.files["places.csv", default: ""].split(separator: "\n")
    return Array(
      lines.enumerated().map { "\($1),\($0 == 0 ? column : $0 == 1 ? value : "")" }.joined(separator: "\n").utf8)
  }

  @Test(arguments: wrong)
  func `says what is wrong`(example: DiagnosticCase) throws {
    try example.check()
  }

  @Test func `are read with their names, levels and costs`() throws {
    let kinds = """
      kinds:
        - {id: full}
        - {id: small, name: {en: Outreach, sv: Uppsökande}, level: 40%, cost: 200000, yearly: 900000}
      """
    let contents = try SmallWorkspace.contents(changing: [
      "programme.yaml": Array(SmallWorkspace.file("programme.yaml", "language: en", with: kinds).utf8),
      "places.csv": Self.table("level", "0.7"),
    ])
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    let assignment = try #require(contents.assignment)
    #expect(
      assignment.kinds == [
        Kind(id: "full", name: "full"),
        Kind(
          id: "small", name: Text(en: "Outreach", sv: "Uppsökande"), level: 0.4, cost: Money(200_000),
          yearly: Money(900_000)),
      ])
    let places = contents.geography.places
    #expect(places.map(\.level) == [0.7, nil, nil, nil])
    #expect(places.map { assignment.level(of: $0) } == [0.7, 1, 0.4, 1])
    #expect(places.map { assignment.yearly(of: $0)?.value } == [nil, nil, 900_000, nil])
    #expect(places.map { assignment.cost(of: $0)?.value } == [400, 300, 500, 600])
    #expect(assignment.hasLevels(in: contents.geography))
  }

  @Test func `a heading says whether a table has levels, whatever divides its columns`() {
    func has(_ column: String, _ text: String) -> Bool {
      LocationTables.hasColumn(column, in: LocationTables.File(name: "s", bytes: Array(text.utf8)))
    }
    #expect(has("level", "id,lat,lon,level\na,59,15,1\n") && has("level", "id;Level;lat;lon\r\na;1;59;15\r\n"))
    #expect(!has("level", "id,lat,lon\nlevel,59,15\n") && !has("level", "") && has("capacity", "capacity"))
  }
}
