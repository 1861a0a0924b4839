import EtappExchange
import Foundation
import Testing

/// Dates as a user asks for them, in the small workspace with a way to establish offices.
@Suite(.serialized) struct `Dates on the command line` {
  let shore: Shore
  private var program: Program { shore.program }
  private var ws: String { shore.name }

  init() throws {
    shore = try Shore()
    try shore.change(
      "programme.yaml", "goals:\n  - access\n",
      """
      work: {starts: 2022-01-03}
      resources:
        leads: {title: {sv: Ledare, en: Leads}, units: 1}
      templates:
        - id: standard
          tasks:
            - {id: search, title: {sv: Sökning, en: Search}, days: [10, 20, 40], needs: {leads: 1}}
            - {id: rebuilding, days: [20, 30, 60], after: search}
            - {id: inauguration, days: 0, after: rebuilding}
      risks:
        - {id: storm, probability: 30%, factor: 2, hits: programme}
      shocks:
        - {id: freeze, freeze: {from: 2022-02-01, to: 2022-04-30}}
      goals:
        - access

      """)
    try shore.change(
      "programme.yaml", "offices: {min: 1, max: 2}}",
      "offices: {min: 1, max: 2}, opens: {from: 2022-01-01, to: 2022-06-30}}")
    #expect(try program.run("plan", ws, "--name", "p", "--quiet").code == 0)
  }

  private func run(_ words: String...) throws -> Program.Outcome { try program.run(words) }

  @Test func `are one document with --json`() throws {
    let asked: [([String], String)] = [
      (["schedule", ws, "--plan", "p"], "etapp.schedule/1"), (["forecast", ws, "--plan", "p"], "etapp.forecast/1"),
      (["schedule", ws, "--plan", "p", "--check"], "etapp.assessment/1"),
    ]
    for (words, schema) in asked {
      let outcome = try program.run(words + ["--json", "--verbose"])
      #expect(outcome.code == 0, "\(words) \(outcome.errors)")
      #expect(try outcome.document["schema"]?.text == schema)
    }
  }

  @Test func `are told with what they hang on, and are the same again`() throws {
    let first = try run("schedule", ws, "--plan", "p", "--json").document
    let again = try run("schedule", ws, "--plan", "p", "--json", "--threads", "1").document
    #expect(first["tasks"]?.serialised() == again["tasks"]?.serialised())
    #expect(first["tasks"]?.array?.count == 9)
    let words = try run("schedule", ws, "--plan", "p", "--place", "oby", "--language", "sv")
    #expect(words.code == 0 && words.output.contains("Sökning") && words.output.contains("hänger på"))
  }

  @Test func `of a kept schedule are a baseline`() throws {
    #expect(try run("schedule", ws, "--plan", "p", "--name", "bas", "--quiet").code == 0)
    #expect(try run("schedule", ws, "--plan", "p", "--name", "bas").code == 2)
    #expect(try run("schedule", ws, "--plan", "p", "--name", "bas", "--replace", "--quiet").code == 0)
    try shore.write("place,task,started,finished\noby,search,2022-01-03,2022-03-31\n", to: "actuals.csv")
    let later = try run("schedule", ws, "--plan", "p", "--baseline", "bas", "--json").document
    #expect(later["followUp"]?["finished"]?.number == 1)
    let moved = later["followUp"]?["offices"]?.array?.filter { ($0["days"]?.number ?? 0) > 0 }
    #expect(moved?.isEmpty == false)
    let wrong = try run("schedule", ws, "--plan", "p", "--baseline", "bass")
    #expect(wrong.code == 2 && wrong.errors.contains("bas"))
  }

  @Test func `come back from a project file, and what was known stays`() throws {
    try shore.write("place,task,started,finished\noby,search,2022-01-03,2022-01-28\n", to: "actuals.csv")
    let file = shore.folder.appendingPathComponent("out.xml").path
    #expect(try run("schedule", ws, "--plan", "p", "--output", file, "--quiet").code == 0)
    let actuals = shore.workspace.appendingPathComponent("actuals.csv")
    let before = try String(contentsOf: actuals, encoding: .utf8)
    #expect(try run("schedule", ws, "--plan", "p", "--progress", file, "--quiet").code == 0)
    #expect(try String(contentsOf: actuals, encoding: .utf8) == before)
    try shore.write("place,task,started,finished\ndal,search,2022-01-03,2022-01-21\n", to: "actuals.csv")
    #expect(try run("schedule", ws, "--plan", "p", "--progress", file, "--quiet").code == 0)
    let merged = try String(contentsOf: actuals, encoding: .utf8)
    #expect(merged.contains("oby,search,2022-01-03,2022-01-28") && merged.contains("dal,search,2022-01-03,2022-01-21"))
    let broken = shore.folder.appendingPathComponent("broken.xml")
    try Data("<Project><Tasks>".utf8).write(to: broken)
    #expect(try run("schedule", ws, "--progress", broken.path).code == 5)
    #expect(try String(contentsOf: actuals, encoding: .utf8) == merged)
  }

  @Test func `stand in a calendar whose events keep their identity`() throws {
    func identities(_ text: String) -> [Substring] { text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") } }
    let first = try run("calendar", ws, "--plan", "p", "--promises")
    #expect(first.code == 0 && first.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(identities(first.output).count == 6)
    try shore.write("place,task,started,finished\noby,search,2022-01-03,2022-03-31\n", to: "actuals.csv")
    let later = try run("calendar", ws, "--plan", "p", "--promises")
    #expect(Set(identities(later.output)) == Set(identities(first.output)) && later.output != first.output)
  }

  @Test func `say when something has happened where the plan opens nothing`() throws {
    try shore.write("place,task,started,finished\nas,search,2022-01-03,2022-01-28\n", to: "actuals.csv")
    #expect(try run("schedule", ws, "--plan", "p").errors.contains("Ås"))
  }

  @Test func `get no earlier by a shock`() throws {
    func promises(_ document: JSON) -> [String] { document["offices"]?.array?.compactMap { $0["promise"]?.text } ?? [] }
    let plain = promises(try run("forecast", ws, "--plan", "p", "--json").document)
    let frozen = promises(try run("forecast", ws, "--plan", "p", "--shock", "freeze", "--json").document)
    #expect(plain.count == 3 && zip(plain, frozen).allSatisfy { $0 < $1 })
  }

  @Test func `that nobody can have meant are said, with the exit code of what is wrong`() throws {
    let wrong: [(words: [String], code: Int32, says: String)] = [
      (["forecast", ws, "--plan", "p", "--shock", "freez"], 2, "freeze"),
      (["forecast", ws, "--by", "2022-13-01"], 2, "--by"), (["forecast", ws, "--trials", "1"], 2, "--trials"),
      (["schedule", ws, "--plan", "p", "--place", "eke"], 2, "eke"),
      (["schedule", ws, "--output", "x.pdf"], 2, "--output"),
      (["schedule", ws, "--plan", "p", "--as-of", "2050-01-01"], 5, "2050-01-01"),
    ]
    for (words, code, says) in wrong {
      let outcome = try program.run(words)
      #expect(outcome.code == code && outcome.errors.contains(says), "\(words): \(outcome.code) \(outcome.errors)")
    }
    try shore.change(
      "programme.yaml", "work: {starts: 2022-01-03}",
      "work: {starts: 2022-01-03}\ncalendars:\n  c: {closed: [{from: 2021-01-01, to: 2099-12-31}]}")
    let still = try run("schedule", ws, "--plan", "p")
    #expect(still.code == 5 && still.errors.contains("programme.yaml"))
  }
}
