import EtappExchange
import EtappModel
import Testing

/// Spoiled work: for each mistake in calendars, resources, templates, risks and shocks what the reader must say.
@Suite struct `Work with mercy` {
  @Test(arguments: head + calendars + resources + templates + estimates + risks + shocks)
  func `says what is wrong`(example: DiagnosticCase) throws {
    try example.check()
  }

  @Test func `has nothing to say of what is right`() throws {
    let contents = try SmallWork.contents(actuals: SmallWork.actuals)
    #expect(contents.diagnostics.isEmpty, "\(contents.diagnostics.map(DiagnosticCase.written))")
  }

  /// A case where a part of the programme is another; the row is that of the part unless it is said.
  private static func work(
    _ label: String, _ part: String, _ other: String, _ severity: Diagnostic.Severity = .error, says: String,
    at offset: Int = 0, column: String? = nil, value: String? = nil, maybe: String? = nil
  ) -> DiagnosticCase {
    DiagnosticCase(
      label, "programme.yaml", bytes: SmallWork.replacing(part, with: other), severity, says: says,
      row: SmallWork.row(of: part) + offset, column: column, value: value, maybe: maybe)
  }

  // MARK: Head

  static let head: [DiagnosticCase] = [
    work(
      "no start", "{starts: 2022-01-03, calendar: days, promise: 80%}", "{calendar: days}",
      says: "does not say when it starts", column: "starts", maybe: "work: {starts: 2022-01-01}"),
    work(
      "an unknown calendar of the programme", "calendar: days, promise", "calendar: dyas, promise",
      says: "does not take this word", column: "calendar", value: "dyas", maybe: "days"),
    work(
      "a promise above one", "promise: 80%", "promise: 80", says: "between 0 and 1", column: "promise", value: "80",
      maybe: "80%"),
    work(
      "an unknown key", "promise: 80%", "promis: 80%", says: "not known in work", column: "promis", value: "promis",
      maybe: "promise"),
    work(
      "a start that is no day", "starts: 2022-01-03", "starts: 3/1 2022", says: "YYYY-MM-DD", column: "starts",
      value: "3/1 2022"),
    DiagnosticCase(
      "a round that starts on no day", "programme.yaml",
      bytes: SmallWork.replacing("{id: 2, opens", with: "{id: 2, starts: soon, opens"), says: "YYYY-MM-DD", row: 5,
      column: "starts", value: "soon"),
    DiagnosticCase(
      "a round in another century", "programme.yaml",
      bytes: SmallWork.replacing("from: 2023-01-01, to: 2023-12-31", with: "from: 2023-01-01, to: 2123-12-31"),
      says: "more than ten years", row: 5, column: "opens", value: "2123-12-31", maybe: "2022-01-03"),
    work(
      "a start of another century", "starts: 2022-01-03", "starts: 1922-01-03", says: "more than ten years",
      at: 4 - SmallWork.row(of: "starts: 2022-01-03"), column: "opens", value: "2022-01-01", maybe: "1922-01-03"),
    DiagnosticCase(
      "work without templates", "programme.yaml",
      bytes: Array((SmallWorkspace.files["programme.yaml", default: ""] + "work: {starts: 2022-01-03}\n").utf8),
      .warning, says: "no templates of tasks", row: 12, column: "work",
      maybe: "templates: [{id: standard, tasks: [{id: search, days: 20}]}]"),
  ]

  // MARK: Calendars

  static let calendars: [DiagnosticCase] = [
    work(
      "a weekday in another language", "[monday, tuesday, wednesday]", "[måndag, tuesday]", says: "in English",
      column: "week", value: "måndag", maybe: "monday"),
    work(
      "an empty week", "[monday, tuesday, wednesday]", "[]", says: "is empty", column: "week"),
    work(
      "a calendar like none", "like: days", "like: dyas", says: "no calendar of this name above", column: "like",
      value: "dyas", maybe: "days"),
    DiagnosticCase(
      "a calendar that never works", "programme.yaml",
      bytes: SmallWork.replacing("weeks: 28-31", with: "weeks: 1-53"), says: "No day is worked",
      row: SmallWork.row(of: "week: [monday"), column: "days"),
    work(
      "a holiday without a day", "date: 01-01}", "dete: 01-01}", says: "does not say when it is", column: "date",
      maybe: "date: 01-01, easter: -2, weekday: friday, from: 06-19"),
    work(
      "a date of every year that is none", "date: 01-01", "date: 02-30", says: "written MM-DD", column: "date",
      value: "02-30", maybe: "06-19"),
    work(
      "a date of every year with a year", "date: 01-01", "date: 2022-01-01", says: "written MM-DD", column: "date",
      value: "2022-01-01", maybe: "06-19"),
    work(
      "days from Easter in words", "easter: -2", "easter: friday", says: "should be a number", column: "easter",
      value: "friday"),
    work(
      "half a day from Easter", "easter: -2", "easter: -1.5", says: "whole number", column: "easter", value: "-1.5"),
    work(
      "days from Easter into another year", "easter: -2", "easter: 300", says: "stays inside the year",
      column: "easter", value: "300", maybe: "easter: -2"),
    work(
      "a weekday's rule without a date", "weekday: friday, from: 06-19", "weekday: friday", says: "written MM-DD",
      column: "from", value: "", maybe: "06-19"),
    work(
      "a weekday's rule without a weekday", "weekday: friday, from", "weekday: fryday, from", says: "in English",
      column: "weekday", value: "fryday", maybe: "friday"),
    work(
      "a day once that is none", "day: 2022-09-11", "day: 2022-09-31", says: "YYYY-MM-DD", column: "day",
      value: "2022-09-31"),
    work(
      "a holiday that is a word", "{name: Vote, day: 2022-09-11}", "Vote", says: "keys and values", column: "holidays",
      value: "Vote"),
    work(
      "a closure with one end", "from: 12-20, to: 01-10", "from: 12-20", says: "needs “from” and “to”",
      column: "closed", maybe: "{from: 07-01, to: 07-31}"),
    work(
      "a closure with one year", "from: 12-20, to: 01-10", "from: 2022-12-20, to: 01-10", says: "written MM-DD",
      column: "from", value: "2022-12-20", maybe: "06-19"),
    work(
      "a closure that ends before it begins", "from: 12-20, to: 01-10", "from: 2022-12-20, to: 2022-01-10",
      says: "ends before it begins", column: "closed", value: "2022-12-20 – 2022-01-10",
      maybe: "from: 2022-01-10, to: 2022-12-20"),
    work(
      "weeks beyond the year", "weeks: 28-31", "weeks: 28-54", says: "weeks of the year", column: "weeks",
      value: "28-54", maybe: "28-31"),
    work(
      "weeks backwards", "weeks: 28-31", "weeks: 31-28", says: "weeks of the year", column: "weeks", value: "31-28",
      maybe: "28-31"),
    work(
      "weeks with a word between", "weeks: 28-31", "weeks: 28-x-31", says: "weeks of the year", column: "weeks",
      value: "28-x-31", maybe: "28-31"),
    work(
      "weeks without an end", "weeks: 28-31", "weeks: 28-", says: "weeks of the year", column: "weeks", value: "28-",
      maybe: "28-31"),
    work(
      "an unknown key of a calendar", "like: days", "lik: days", says: "not known in calendars", column: "lik",
      value: "lik", maybe: "like"),
  ]

  // MARK: Resources

  static let resources: [DiagnosticCase] = [
    work(
      "no units", "each: county, units: 2,", "each: county,", says: "“units” is missing", column: "units",
      maybe: "units: 2"),
    work(
      "no steps", "[{units: 2}, {from: 2022-06-01, units: 3}]", "[]", says: "“units” is missing", column: "units",
      maybe: "units: 2"),
    work(
      "a step without units", "{from: 2022-06-01, units: 3}", "{from: 2022-06-01}", says: "“units” is missing",
      column: "units", maybe: "units: 2"),
    work(
      "half a person", "each: county, units: 2", "each: county, units: 2.5", says: "from 0 to 10,000",
      column: "units", value: "2.5"),
    work(
      "fewer than nobody", "each: county, units: 2", "each: county, units: -2", says: "from 0 to 10,000",
      column: "units", value: "-2"),
    work(
      "more than there are people", "{from: 2022-06-01, units: 3}", "{from: 2022-06-01, units: 1e9}",
      says: "from 0 to 10,000", column: "units", value: "1e9"),
    work(
      "steps out of order", "[{units: 2}, {from: 2022-06-01, units: 3}]", "[{from: 2022-06-01, units: 3}, {units: 2}]",
      says: "in order of time", column: "from"),
    work(
      "a step twice", "[{units: 2}, {from: 2022-06-01, units: 3}]",
      "[{from: 2022-06-01, units: 3}, {from: 2022-06-01, units: 2}]", says: "in order of time", column: "from",
      value: "2022-06-01"),
    work(
      "a step that is a number", "[{units: 2}, {from: 2022-06-01, units: 3}]", "[2, 3]", says: "keys and values",
      column: "units", value: "2"),
    work(
      "an unknown division", "each: county", "each: conty", says: "does not know this division", column: "each",
      value: "conty", maybe: "county"),
    work(
      "an unknown region", "{Jämtland: 1}", "{Jemtland: 1}", says: "no region", column: "regions", value: "Jemtland",
      maybe: "Jämtland"),
    work(
      "regions of nothing", "{each: county, units: 2, regions", "{units: 2, regions", says: "“regions” needs “each”",
      column: "regions", maybe: "each: county"),
    work(
      "an unknown key of a resource", "{each: county,", "{ech: county,", says: "not known in resources", column: "ech",
      value: "ech", maybe: "each"),
  ]

  // MARK: Templates

  private static let last = "{id: open, days: 0, after: build}"

  static let templates: [DiagnosticCase] = [
    work(
      "a template twice", "id: city", "id: standard", says: "template's id is used twice", column: "id",
      value: "standard"),
    work(
      "a template like none", "like: standard", "like: standerd", says: "no template of this name above",
      at: -1, column: "like", value: "standerd", maybe: "standard"),
    DiagnosticCase(
      "a template without tasks", "programme.yaml",
      bytes: SmallWork.replacing(
        "    like: standard\n    tasks: [{id: build, days: {observed: [12, 18]}}]\n", with: ""),
      says: "template has no tasks", row: SmallWork.row(of: "id: city"), column: "tasks",
      maybe: "tasks: [{id: search, days: 20}]"),
    work(
      "an opening that is no task", "opens: open", "opens: opn", says: "no task of this name above", column: "opens",
      value: "opn", maybe: "open"),
    work(
      "a task without an id", last, "{days: 0, after: build}", says: "task has no id", column: "id", maybe: "id: search"
    ),
    work("a task twice", last, "{id: build, days: 0}", says: "task's id is used twice", column: "id", value: "build"),
    work(
      "a task that is a word", last, "open", says: "keys and values", column: "tasks", value: "open"),
    work(
      "a task after none", "after: build}", "after: biuld}", says: "no task of this name above", column: "after",
      value: "biuld", maybe: "build"),
    work(
      "a task after one below it", "law: pert, needs", "after: build, needs", says: "no task of this name above",
      column: "after", value: "build"),
    work(
      "tasks that wait for each other", "tasks: [{id: build, days: {observed: [12, 18]}}]",
      "tasks: [{id: search, after: open}]", says: "wait for each other", at: -2, column: "after",
      value: "search, build, open"),
    work(
      "a task that waits for itself", "tasks: [{id: build, days: {observed: [12, 18]}}]",
      "tasks: [{id: build, after: build}]", says: "wait for each other", at: -2, column: "after",
      value: "build, open"),
    work(
      "a link from no task", "{task: search, kind: SS, lag: 5}", "{kind: SS, lag: 5}",
      says: "does not say which task comes before", column: "task", maybe: "{task: search, kind: SS, lag: 5}"),
    work(
      "a link of an unknown kind", "kind: SS", "kind: SX", says: "does not take this word", column: "kind",
      value: "SX", maybe: "SF"),
    work("half a day of lag", "lag: 5", "lag: 2.5", says: "whole number", column: "lag", value: "2.5"),
    work("a lag of centuries", "lag: 5", "lag: -99999", says: "at most 2,600", column: "lag", value: "-99999"),
    work(
      "an unknown calendar", "calendar: trade", "calendar: tarde", says: "no calendar of this name", column: "calendar",
      value: "tarde", maybe: "trade"),
    work(
      "an unknown resource", "needs: {leads: 1}", "needs: {leeds: 1}", says: "no resource of this name",
      column: "needs", value: "leeds", maybe: "leads"),
    work(
      "fewer than nobody on a task", "needs: {leads: 1}", "needs: {leads: -1}", says: "cannot be negative",
      column: "leads", value: "-1"),
    work(
      "needs that are a word", "needs: {leads: 1}", "needs: leads", says: "keys and values", column: "needs",
      value: "leads"),
    work(
      "an unknown condition of a template", "for: {category: rural}", "for: {categry: rural}", says: "not known in for",
      column: "categry", value: "categry", maybe: "category"),
    work(
      "an unknown category of a template", "for: {category: rural}", "for: {category: rurall}", says: "no category",
      column: "category", value: "rurall", maybe: "rural"),
    work(
      "an unknown key of a task", "days: 20, calendar", "dyas: 20, calendar", says: "not known in tasks",
      column: "dyas", value: "dyas", maybe: "days"),
  ]

  // MARK: Estimates

  static let estimates: [DiagnosticCase] = [
    work(
      "two numbers", "days: [10, 15, 30]", "days: [10, 15]", says: "three numbers above zero", column: "days",
      value: "10.0, 15.0", maybe: "[10, 15, 30]"),
    work(
      "three falling numbers", "days: [10, 15, 30]", "days: [30, 15, 10]", says: "three numbers above zero",
      column: "days", value: "30.0, 15.0, 10.0", maybe: "[10.0, 15.0, 30.0]"),
    work(
      "a best case of nothing", "days: [10, 15, 30]", "days: [0, 15, 30]", says: "three numbers above zero",
      column: "days", value: "0.0, 15.0, 30.0", maybe: "[0.0, 15.0, 30.0]"),
    work(
      "days in words", "days: [10, 15, 30]", "days: [10, some, 30]", says: "should be a number", column: "days",
      value: "some"),
    work(
      "half a day", "days: 20, calendar", "days: 20.5, calendar", says: "whole number of days", column: "days",
      value: "20.5"),
    work(
      "days before", "days: 20, calendar", "days: -20, calendar", says: "from 0 to 2,600", column: "days", value: "-20"),
    work(
      "days of a century", "days: 20, calendar", "days: 36500, calendar", says: "from 0 to 2,600", column: "days",
      value: "36500"),
    work("nothing observed", "observed: [12, 18]", "observed: []", says: "is empty", column: "observed"),
    work(
      "nobody says what was observed", "days: {observed: [12, 18]}", "days: {}", says: "what was observed",
      column: "days", maybe: "days: {observed: [12, 18, 25]}"),
    work(
      "an unknown law", "law: pert", "law: normal", says: "does not take this word", column: "law", value: "normal",
      maybe: "lognormal, pert, triangular"),
  ]

  // MARK: Risks and shocks

  static let risks: [DiagnosticCase] = [
    work(
      "a risk without an id", "{id: storm, probability", "{probability", says: "entry has no id", column: "risks",
      maybe: "id: premises"),
    work(
      "a risk without a factor", "factor: [1.1, 1.4, 2], tasks", "tasks", says: "“factor” is what durations",
      column: "factor", value: "", maybe: "[1.1, 1.4, 2]"),
    work(
      "a factor of two numbers", "[1.1, 1.4, 2]", "[1.1, 1.4]", says: "“factor” is what durations", column: "factor",
      value: "1.1, 1.4", maybe: "[1.1, 1.4, 2]"),
    work(
      "a falling factor", "[1.1, 1.4, 2]", "[2, 1.4, 1.1]", says: "“factor” is what durations", column: "factor",
      value: "2.0, 1.4, 1.1", maybe: "[1.1, 1.4, 2]"),
    work(
      "a factor of nothing", "[1.1, 1.4, 2]", "0", says: "“factor” is what durations", column: "factor", value: "0.0",
      maybe: "[1.1, 1.4, 2]"),
    work(
      "a probability above one", "probability: 30%", "probability: 30", says: "between 0 and 1", column: "probability",
      value: "30", maybe: "30%"),
    work(
      "a risk to no task", "tasks: [build], hits", "tasks: [biuld], hits", says: "No template has a task",
      column: "tasks", value: "biuld", maybe: "build"),
    work("a risk to an empty list", "tasks: [build], hits", "tasks: [], hits", says: "is empty", column: "tasks"),
    work(
      "a risk that hits nobody known", "hits: county", "hits: conty", says: "does not take this word", column: "hits",
      value: "conty", maybe: "county"),
    work(
      "a risk at places of no kind known", "of: {category: rural}}", "of: {categori: rural}}", says: "not known in of",
      column: "categori", value: "categori", maybe: "category"),
    DiagnosticCase(
      "a risk twice", "programme.yaml",
      bytes: SmallWork.replacing("shocks:", with: "  - {id: storm, factor: 2}\nshocks:"), says: "id is used twice",
      row: SmallWork.row(of: "shocks:"), column: "risks", value: "storm"),
    work(
      "a risk that is a word",
      "{id: storm, probability: 30%, factor: [1.1, 1.4, 2], tasks: [build], hits: county, of: {category: rural}}",
      "storm", says: "keys and values", column: "risks", value: "storm"),
  ]

  static let shocks: [DiagnosticCase] = [
    work(
      "a shock without an id", "{id: stop, freeze", "{freeze", says: "entry has no id", column: "shocks",
      maybe: "id: premises"),
    work(
      "a shock that does nothing", "{id: slow, slower: {tasks: [build], factor: 1.3}}", "{id: slow}",
      says: "shock does nothing", column: "slow", maybe: "freeze: {from: 2022-03-01, to: 2022-05-31}"),
    work(
      "a freeze with one end", "{from: 2022-03-01, to: 2022-05-31}", "{from: 2022-03-01}",
      says: "A freeze needs “from” and “to”", column: "freeze", maybe: "{from: 2022-03-01, to: 2022-05-31}"),
    work(
      "a freeze that ends before it begins", "{from: 2022-03-01, to: 2022-05-31}",
      "{from: 2022-05-31, to: 2022-03-01}", says: "freeze ends before it begins", column: "freeze",
      value: "2022-05-31 – 2022-03-01", maybe: "from: 2022-03-01, to: 2022-05-31"),
    work(
      "an unknown resource that goes", "resource: leads", "resource: leeds", says: "does not take this word",
      column: "resource", value: "leeds", maybe: "leads"),
    work(
      "nobody that goes", "{resource: leads, change: -1}", "{change: -1}",
      says: "“units” needs “resource” and “change”",
      column: "units", maybe: "{resource: leads, change: -1}"),
    work(
      "nothing that changes", "{resource: leads, change: -1}", "{resource: leads}",
      says: "“units” needs “resource” and “change”", column: "units", maybe: "{resource: leads, change: -1}"),
    work(
      "people that come back before they go", "{resource: leads, change: -1}",
      "{resource: leads, change: -1, from: 2022-06-01, to: 2022-03-01}", says: "change ends before it begins",
      column: "units", value: "2022-06-01 – 2022-03-01", maybe: "from: 2022-03-01, to: 2022-06-01"),
    work(
      "half a person that goes", "change: -1", "change: -0.5", says: "whole number", column: "change", value: "-0.5"),
    work(
      "a cut of nothing", "{cut: 20%, from: 2022-06-01}", "{from: 2022-06-01}", says: "“budget” needs “cut”",
      column: "budget", maybe: "{cut: 20%}"),
    work(
      "a cut of more than all", "cut: 20%", "cut: 120%", says: "between 0 and 1", column: "cut", value: "120%"),
    work(
      "slower by nothing", "slower: {tasks: [build], factor: 1.3}", "slower: {tasks: [build]}",
      says: "“factor” is what durations", column: "factor", value: "", maybe: "[1.1, 1.4, 2]"),
    work(
      "slower at no task", "slower: {tasks: [build],", "slower: {tasks: [biuld],", says: "No template has a task",
      column: "tasks", value: "biuld", maybe: "build"),
    work(
      "a shock twice", "{id: cut, budget", "{id: stop, budget", says: "id is used twice", column: "shocks",
      value: "stop"),
    work(
      "an unknown key of a shock", "{id: fewer, units", "{id: fewer, unit", says: "not known in shocks",
      column: "unit", value: "unit", maybe: "units"),
  ]
}
