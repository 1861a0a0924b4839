import EtappExchange
import EtappModel
import Testing

/// `actuals.csv`: what is read, and what is said of it.
@Suite struct `What has happened` {
  @Test func `is read row by row`() throws {
    let contents = try SmallWork.contents(actuals: SmallWork.actuals)
    #expect(
      contents.actuals == [
        Actual(place: "ange", task: "search", started: Day("2022-01-03"), finished: Day("2022-01-20"), row: 2),
        Actual(place: "stromsund", task: "search", started: Day("2022-01-10"), row: 3),
      ])
  }

  @Test func `may name the place, and may be missing`() throws {
    let named = "place;task;finished\nStrömsund;build;2022-03-01\nÅre by;open;\n"
    let contents = try SmallWork.contents(actuals: named)
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
    #expect(contents.actuals.map(\.place) == ["stromsund", "are"])
    #expect(contents.actuals.map(\.finished) == [Day("2022-03-01"), nil])
    #expect(try SmallWork.contents().actuals.isEmpty)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let label: String
    let table: String
    let says: String
    let row: Int
    let column: String?
    var value: String?
    var maybe: String?
    var testDescription: String { label }
  }

  private static func row(_ row: String) -> String { "place,task,started,finished\n\(row)\n" }

  static let cases: [Case] = [
    Case(
      label: "an unknown place", table: row("ange-x,search,2022-01-03,"), says: "no single place", row: 2,
      column: "place", value: "ange-x", maybe: "Ånge"),
    Case(
      label: "an unknown task", table: row("ange,serch,2022-01-03,"), says: "No template has a task", row: 2,
      column: "task", value: "serch", maybe: "search"),
    Case(
      label: "no task", table: row("ange,,2022-01-03,"), says: "No template has a task", row: 2, column: "task",
      value: ""),
    Case(
      label: "a day that is none", table: row("ange,search,2022-02-30,"), says: "YYYY-MM-DD", row: 2,
      column: "started", value: "2022-02-30"),
    Case(
      label: "a day with dots", table: row("ange,search,,13.1.2022"), says: "YYYY-MM-DD", row: 2, column: "finished",
      value: "13.1.2022", maybe: "2022-01-13"),
    Case(
      label: "a day of another millennium", table: row("ange,search,1022-01-03,"), says: "more than ten years", row: 2,
      column: "started", value: "1022-01-03", maybe: "2022-01-03"),
    Case(
      label: "done before it began", table: row("ange,search,2022-01-20,2022-01-03"),
      says: "finished before it has started", row: 2, column: "finished", value: "2022-01-03", maybe: "2022-01-20"),
    Case(
      label: "a task twice", table: row("ange,search,2022-01-20,\nÅnge,search,2022-01-21,"), says: "stands here twice",
      row: 3, column: "task", value: "search"),
  ]

  @Test(arguments: cases)
  func `says what is wrong`(example: Case) throws {
    let contents = try SmallWork.contents(actuals: example.table)
    #expect(
      contents.diagnostics.contains {
        $0.severity == .error && $0.message(.english).contains(example.says)
          && $0.place == Diagnostic.Place(file: "actuals.csv", row: example.row, column: example.column)
          && $0.value == example.value && $0.maybe == example.maybe
      }, "\(contents.diagnostics.map(DiagnosticCase.written))")
    for diagnostic in contents.diagnostics { DiagnosticCase.checkWords(diagnostic) }
  }

  @Test(arguments: [("place,started\nange,2022-01-03\n", "task"), ("task,started\nsearch,2022-01-03\n", "place")])
  func `needs the columns that say which task`(table: String, column: String) throws {
    let contents = try SmallWork.contents(actuals: table)
    #expect(contents.actuals.isEmpty)
    #expect(
      contents.diagnostics.contains {
        $0.severity == .error && $0.place?.file == "actuals.csv" && $0.value == column || $0.place?.column == column
      },
      "\(contents.diagnostics.map(DiagnosticCase.written))")
  }
}
