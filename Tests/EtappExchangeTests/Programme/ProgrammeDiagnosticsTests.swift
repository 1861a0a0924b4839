import EtappExchange
import EtappModel
import Testing

/// Spoiled programmes: for each what the reader must say, where and what was probably meant.
@Suite struct `Programmes with mercy` {
  @Test(arguments: names + rounds + rules + goals + yaml)
  func `says what is wrong`(example: DiagnosticCase) throws {
    try example.check()
  }

  private static let file = "programme.yaml"
  private static let total = "{id: total, count: all, min: 3}"

  /// A case whose rule on line 6 is another.
  private static func rule(
    _ label: String, _ rule: String, _ severity: Diagnostic.Severity = .error, says: String, column: String? = nil,
    value: String? = nil, maybe: String? = nil
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, file, total, rule, severity, says: says, row: 7, column: column, value: value, maybe: maybe)
  }

  /// A case whose goal on line 10 is another.
  private static func goal(
    _ label: String, _ goal: String, _ severity: Diagnostic.Severity = .error, says: String, column: String? = nil,
    value: String? = nil, maybe: String? = nil
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, file, "{id: balance, of: category, tolerance: 0}", goal, severity, says: says, row: 10, column: column,
      value: value, maybe: maybe)
  }

  static let names: [DiagnosticCase] = [
    DiagnosticCase(
      "a typo in a municipality", file, "[Ånge, Strömsund]", "[Ånge, Strömsnud]", says: "no municipality", row: 8,
      value: "Strömsnud", maybe: "Strömsund"),
    DiagnosticCase(
      "an unknown key", file, "programme: Small", "programme: Small\ncurency: SEK", .error, says: "not known", row: 2,
      column: "curency", value: "curency", maybe: "currency"),
    DiagnosticCase(
      "no name", file, "programme: Small\n", "", says: "“programme” is missing", row: 1,
      maybe: "programme: New offices"),
    rule(
      "a typo in a place", "{id: a, fixed: [Nacksa]}", says: "no place or municipality", value: "Nacksa",
      maybe: "Nacksta"),
    rule(
      "a municipality without places", "{id: a, fixed: [Pajala]}", says: "no place or municipality", value: "Pajala"),
    rule(
      "an unknown category", "{id: a, count: {category: rurall}, min: 1}", says: "no category", column: "category",
      value: "rurall", maybe: "rural"),
    rule(
      "an unknown region", "{id: a, count: {county: Jamtlnd}, min: 1}", says: "no region", value: "Jamtlnd",
      maybe: "Jämtland"),
    rule(
      "an unknown division", "{id: a, count: {each: conty}, min: 1}", says: "“each”", column: "each", value: "conty",
      maybe: "county"),
    rule(
      "an unknown layer", "{id: a, near: {layer: aeras}, min: 1}", says: "no layer", column: "layer", value: "aeras",
      maybe: "areas"),
    rule(
      "a kind nobody has", "{id: a, count: {kind: fulll}, min: 1}", .warning, says: "this kind", column: "kind",
      value: "fulll", maybe: "full"),
    rule(
      "an unknown office", "{id: a, close: [Sundsval], max: 1}", says: "no existing office", value: "Sundsval",
      maybe: "Sundsvall"),
    rule(
      "an unknown condition", "{id: a, count: {categry: rural}, min: 1}", .error, says: "not known in count",
      column: "categry", value: "categry", maybe: "category"),
    rule(
      "an unknown division as a condition", "{id: a, count: {conty: Jämtland}, min: 1}", says: "not known in count",
      column: "conty", value: "conty", maybe: "county"),
    rule(
      "an unknown condition on people", "{id: a, nobodyBeyond: 900, of: {municipalty: Åre}}", says: "not known in of",
      column: "municipalty", value: "municipalty", maybe: "municipality"),
    DiagnosticCase(
      "another language than the program's", file, "language: en", "language: fi", .warning, says: "English is used",
      row: 2,
      column: "language", value: "fi", maybe: "sv, en"),
    DiagnosticCase(
      "a division without a column", file, "language: en", "divisions: {conty: {title: County}}", says: "no column",
      row: 1, column: "conty", value: "conty", maybe: "county", about: "municipalities.csv"),
    DiagnosticCase(
      "a named layer without a file", file, "language: en", "layers: {aras: {date: 2021-01-01}}", .warning,
      says: "no file",
      column: "layers", value: "aras", maybe: "areas"),
  ]

  static let rounds: [DiagnosticCase] = [
    DiagnosticCase(
      "no rounds", file, bytes: Array("programme: A\n".utf8), says: "“rounds” is missing", row: 1, column: "rounds",
      maybe: "rounds: [{id: 1}]"),
    DiagnosticCase(
      "a window that ends before it begins", file, "from: 2022-01-01, to: 2022-12-31",
      "from: 2022-12-31, to: 2022-01-01",
      says: "ends before it begins", row: 4, column: "opens", value: "2022-12-31 – 2022-01-01",
      maybe: "from: 2022-01-01, to: 2022-12-31"),
    DiagnosticCase(
      "rounds in the wrong order of time", file, "from: 2023-01-01, to: 2023-12-31", "from: 2021-01-01, to: 2021-12-31",
      says: "order of time", row: 5, column: "opens", value: "2021-01-01 – 2021-12-31", maybe: "2, 1"),
    DiagnosticCase(
      "a window with one end", file, "from: 2023-01-01, to: 2023-12-31", "from: 2023-01-01",
      says: "both “from” and “to”",
      row: 5, column: "to", maybe: "opens: {from: 2022-01-01, to: 2022-12-31}"),
    DiagnosticCase(
      "a day that is none", file, "to: 2023-12-31", "to: 2023-02-30", says: "YYYY-MM-DD", row: 5, column: "to",
      value: "2023-02-30"),
    DiagnosticCase(
      "a day with dots", file, "to: 2023-12-31", "to: 31.12.2023", says: "YYYY-MM-DD", row: 5, column: "to",
      value: "31.12.2023", maybe: "2023-12-31"),
    DiagnosticCase(
      "a year with a sign", file, "to: 2023-12-31", "to: \"+023-12-31\"", says: "YYYY-MM-DD", row: 5, column: "to",
      value: "+023-12-31"),
    DiagnosticCase(
      "min greater than max", file, "offices: {min: 1}", "offices: {min: 5, max: 2}", says: "greater than", row: 4,
      column: "min", value: "5 > 2", maybe: "min: 2, max: 5"),
    DiagnosticCase(
      "a negative number of offices", file, "offices: {min: 1}", "offices: {min: -1}", says: "cannot be negative",
      row: 4,
      column: "min", value: "-1"),
    DiagnosticCase(
      "half an office", file, "offices: {min: 1}", "offices: {min: 1.5}", says: "whole number", row: 4, column: "min",
      value: "1.5"),
    DiagnosticCase("a round twice", file, "{id: 2,", "{id: 1,", says: "used twice", row: 5, column: "id", value: "1"),
    DiagnosticCase(
      "mainly above one", file, "mainly: 0.8", "mainly: 80", says: "between 0 and 1", row: 4, column: "mainly",
      value: "80", maybe: "80%"),
    DiagnosticCase(
      "mainly above a hundred per cent", file, "mainly: 0.8", "mainly: 180%", says: "between 0 and 1", row: 4,
      column: "mainly", value: "180%"),
    DiagnosticCase(
      "mainly below zero", file, "mainly: 0.8", "mainly: -0.1", says: "between 0 and 1", row: 4, column: "mainly",
      value: "-0.1"),
    DiagnosticCase(
      "too many rounds", file,
      bytes: Array(("programme: A\nrounds:\n" + String(repeating: "  - {}\n", count: 200)).utf8),
      says: "200 rounds", row: 3, column: "rounds", value: "200"),
    DiagnosticCase(
      "rounds that are a number", file, bytes: Array("programme: A\nrounds: 3\n".utf8), says: "keys and values", row: 2,
      column: "rounds", value: "3"),
  ]

  static let rules: [DiagnosticCase] = [
    rule(
      "a rule twice", "{id: named, count: all, min: 3}\n  - {id: named, count: all, min: 2}", says: "cannot", value: nil
    ).replacing(
      says: "used twice", row: 8, column: "id", value: "named"),
    rule(
      "an id of the program's own", "{id: round-1, count: all, min: 3}", says: "rule of its own", column: "id",
      value: "round-1"),
    rule(
      "min greater than max", "{id: a, count: all, min: 3, max: 2}", says: "greater than", column: "min",
      value: "3 > 2", maybe: "min: 2, max: 3"),
    rule(
      "exactly beside min", "{id: a, count: all, exactly: 3, min: 2}", says: "stands alone", column: "exactly",
      value: "3"),
    rule("no number", "{id: a, count: all}", says: "no number", column: "min", maybe: "min: 1"),
    rule(
      "a round that does not exist", "{id: a, count: all, min: 1, round: 3}", says: "no such round", column: "rounds",
      value: "3", maybe: "1, 2"),
    rule(
      "a rule that demands nothing", "{id: a, cuont: all, min: 1}", says: "what it demands", column: "rules",
      value: "id, cuont, min", maybe: "count"),
    rule(
      "a rule that demands two things", "{id: a, count: all, near: {layer: areas}, min: 1}", says: "several things",
      column: "rules", value: "id, count, near, min"),
    rule(
      "a negative price", "{id: a, count: all, min: 1, price: -2}", says: "cannot be negative", column: "price",
      value: "-2"),
    rule(
      "a decimal comma", "{id: a, count: all, min: 1, price: '2,5'}", says: "should be a number", column: "price",
      value: "2,5", maybe: "2.5"),
    rule(
      "a number with its unit", "{id: a, apart: 3 km}", says: "should be a number", column: "apart", value: "3 km",
      maybe: "3"),
    rule("a negative distance", "{id: a, apart: -3}", says: "cannot be negative", column: "apart", value: "-3"),
    rule("a negative budget", "{id: a, budget: -3}", says: "cannot be negative", column: "budget", value: "-3"),
    rule(
      "a negative time", "{id: a, nobodyBeyond: -3}", says: "cannot be negative", column: "nobodyBeyond", value: "-3"),
    rule(
      "an empty list, which would mean all", "{id: a, count: {municipality: []}, min: 1}", says: "is empty",
      column: "municipality"),
    rule("an empty list of places", "{id: a, count: [], min: 1}", says: "is empty", column: "count"),
    rule("an empty list of rounds", "{id: a, count: all, min: 1, rounds: []}", says: "is empty", column: "rounds"),
    rule(
      "before one place", "{id: a, before: [Nacksta]}", says: "at least 2", column: "before", value: "Nacksta",
      maybe: "before: [A, B]"),
    rule(
      "before three places", "{id: a, before: [Nacksta, ange, are]}", says: "two places", column: "before",
      maybe: "before: [A, B]"),
    rule(
      "a share without figures", "{id: a, share: {withinMinutes: 30}}", says: "needs “withinMinutes” and “min”",
      column: "share", maybe: "share: {withinMinutes: 30}, min: 90%"),
    rule(
      "a share above all", "{id: a, share: {withinMinutes: 30}, min: 90}", says: "between 0 and 1", column: "min",
      value: "90", maybe: "90%"),
    rule(
      "a share of no place", "{id: a, share: {withinMinutes: 30}, min: 90%, of: Åre}", says: "keys and values",
      column: "of", value: "Åre"),
    rule(
      "keep without changes", "{id: a, keep: before}", says: "changes allowed", column: "changes", maybe: "changes: 0"),
    rule(
      "keep with negative changes", "{id: a, keep: before, changes: -1}", says: "cannot be negative", column: "changes",
      value: "-1"),
    rule(
      "a word that include does not take", "{id: a, count: {include: existng}, min: 1}", says: "does not take",
      column: "include", value: "existng", maybe: "existing"),
    rule("a rule that is a word", "nothing", says: "keys and values", column: "rules", value: "nothing"),
    rule("a rule that is a list", "[1, 2]", says: "keys and values", column: "rules"),
  ]

  static let goals: [DiagnosticCase] = [
    DiagnosticCase(
      "no goals", file,
      bytes: Array(SmallWorkspace.files[file, default: ""].components(before: "goals:").utf8), .warning,
      says: "no goals", row: 1,
      column: "goals", maybe: "goals: [access]"),
    goal("a goal twice", "{id: access}", says: "used twice", column: nil).replacing(
      says: "used twice", row: 11, column: "id", value: "access"),
    goal(
      "an unknown kind", "{id: acess}", says: "no goal of this kind", column: "goals", value: "acess", maybe: "access"),
    goal(
      "an unknown kind by name alone", "sprad", says: "no goal of this kind", column: "goals", value: "sprad",
      maybe: "spread"),
    goal(
      "reach by name alone", "reach", says: "more words", column: "goals", value: "reach",
      maybe: "{id: reach, within: 30}"),
    goal("reach without minutes", "{id: reach}", says: "“within” is missing", column: "within", maybe: "within: 30"),
    goal("negative minutes", "{id: reach, within: -1}", says: "cannot be negative", column: "within", value: "-1"),
    goal(
      "a negative tolerance", "{id: balance, tolerance: -2%}", says: "cannot be negative", column: "tolerance",
      value: "-2%"),
    goal(
      "a tolerance with a decimal comma", "{id: balance, tolerance: '2,5%'}", says: "should be a number",
      column: "tolerance", value: "2,5%", maybe: "2.5%"),
    goal("one weight among goals in order", "{id: balance, weight: 2}", says: "have a weight").replacing(
      says: "have a weight", row: 11, column: "weight", value: "access", maybe: "weight: 1"),
    goal(
      "an aversion of nothing", "{id: equity, aversion: 0}", says: "greater than 0", column: "aversion", value: "0",
      maybe: "aversion: 1"),
    goal(
      "a kappa that leaves the numbers", "{id: equity, kappa: 50}", says: "at most 1", column: "kappa", value: "50",
      maybe: "kappa: 0.02"),
    goal(
      "balance of nothing known", "{id: balance, of: conty}", says: "Balance is kept", column: "of", value: "conty",
      maybe: "county"),
    goal(
      "another measure of spread", "{id: spread, measure: median}", says: "does not take", column: "measure",
      value: "median", maybe: "mean"),
    goal(
      "delivery", "delivery", .error, says: "needs “templates”", column: "goals", value: "delivery",
      maybe: "templates: [{id: standard, tasks: [{id: search, days: [20, 35, 70]}]}]"),
    goal(
      "months of no round", "{id: cost, months: {3: 1}}", says: "no such round", column: "months", value: "3",
      maybe: "1, 2"),
    goal("no months at all", "{id: cost, months: {1: 0, 2: 0}}", says: "At least one round", column: "months"),
  ]

  static let yaml: [DiagnosticCase] = [
    DiagnosticCase("an empty file", file, bytes: [], says: "empty", row: 1, maybe: "etapp new"),
    DiagnosticCase("a comment only", file, bytes: Array("# nothing\n".utf8), says: "empty", row: 1, maybe: "etapp new"),
    DiagnosticCase(
      "a list", file, bytes: Array("- a\n".utf8), says: "keys and values", row: 1, column: "programme.yaml"),
    DiagnosticCase(
      "a tab", file, bytes: Array("programme: A\nrounds:\n\t- {id: 1}\n".utf8), says: "tab", row: 3, column: "1",
      maybe: "\"…\""),
    DiagnosticCase(
      "a colon too many", file, bytes: Array("programme: A: B\n".utf8), says: "colon too many", row: 1, column: "13",
      maybe: "\"…: …\""),
    DiagnosticCase(
      "a bracket never closed", file, bytes: Array("programme: A\nrounds: [{id: 1}\n".utf8), says: "no comma or ]",
      row: 3, column: "1", maybe: "]"),
    DiagnosticCase(
      "the same key twice", file, bytes: Array("programme: A\nprogramme: B\n".utf8), says: "same key", row: 1,
      column: "programme", value: "programme"),
    DiagnosticCase(
      "an alias of nothing", file, bytes: Array("programme: *name\n".utf8), says: "no &name before", row: 1,
      column: "12"),
    DiagnosticCase(
      "two documents", file, bytes: Array("programme: A\n---\nprogramme: B\n".utf8), says: "several documents", row: 2,
      column: "1"),
    DiagnosticCase(
      "a control character", file, bytes: Array("programme: \u{1}\n".utf8), says: "control character", row: 1),
    DiagnosticCase(
      "nested beyond reason", file, bytes: [UInt8](repeating: UInt8(ascii: "["), count: 50_000),
      says: "nested too deep", row: 1, column: "1"),
    DiagnosticCase("billion laughs", file, bytes: Array(laughs(asKey: true).utf8), says: "repeats parts of itself"),
  ]

  /// Nine lists, each nine times the one before: 9⁹ words when written out.
  static func laughs(asKey: Bool) -> String {
    var text = "a0: &a0 [lol, lol]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    return text + (asKey ? "? *a9\n: 1\n" : "rules: *a9\nrounds: *a9\ngoals: *a9\nbasis: *a9\nprogramme: *a9\n")
  }

  @Test(.timeLimit(.minutes(10)))
  func `values that repeat themselves without end are read in an instant`() {
    let file = Array(Self.laughs(asKey: false).utf8)
    let time = ContinuousClock().measure {
      let contents = try? SmallWorkspace.contents(changing: [Self.file: file])
      #expect(contents?.diagnostics.hasErrors == true)
    }
    // Seconds on a machine that is busy with the other tests; years if they were written out.
    #expect(time < .seconds(30))
  }

  @Test func `anchors and aliases of everyday use are read`() throws {
    let text = SmallWorkspace.file(Self.file, "[Ånge, Strömsund]", with: "&north [Ånge, Strömsund]")
      .replacing(
        "{id: total, count: all, min: 3}",
        with: "{id: total, count: all, min: 3, source: &why Letter}\n  - {id: a, fixed: [are], source: *why}")
    let contents = try SmallWorkspace.contents(changing: [Self.file: Array(text.utf8)])
    #expect(contents.diagnostics.isEmpty)
    #expect(contents.assignment?.rules.map(\.source) == ["Letter", "Letter", nil])
  }
}

extension DiagnosticCase {
  /// The same spoiled file, of which something is said elsewhere.
  fileprivate func replacing(says: String, row: Int?, column: String?, value: String?, maybe: String? = nil)
    -> DiagnosticCase
  {
    DiagnosticCase(
      label, file, bytes: bytes, severity, says: says, row: row, column: column, value: value, maybe: maybe)
  }
}

extension String {
  fileprivate func components(before part: String) -> String {
    String(self[..<(range(of: part)?.lowerBound ?? endIndex)])
  }

  private func range(of part: String) -> Range<String.Index>? { ranges(of: part).first }
}
