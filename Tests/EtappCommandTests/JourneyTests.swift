import EtappExchange
import Foundation
import Testing

/// What a coordinator does, from an empty folder to a report.
@Suite(.serialized) struct `A first hour with the program` {
  let shore: Shore
  private var program: Program { shore.program }

  init() throws {
    shore = try Shore()
  }

  @Test(arguments: ["sv", "en"])
  func `begins with a new workspace that works as it stands`(_ language: String) throws {
    let made = try program.run("new", "mitt program", "--language", language)
    #expect(made.code == 0)
    #expect(made.output.contains("\"mitt program\""))
    let check = try program.run("check", "mitt program", "--json")
    #expect(check.code == 0)
    #expect(try check.document["valid"]?.serialised() == "true")
    #expect(try check.document["diagnostics"]?.array?.isEmpty == true)
    #expect(try check.document["read"]?["rules"]?.number == 5)
    let yaml = try String(
      contentsOf: shore.folder.appendingPathComponent("mitt program/programme.yaml"), encoding: .utf8)
    #expect(yaml.contains(language == "sv" ? "# Uppdraget." : "# The assignment."))
    #expect(try program.run("new", "mitt program").code == 2)
  }

  @Test func `plans the new workspace`() throws {
    #expect(try program.run("new", "nytt").code == 0)
    let plan = try program.run("plan", "nytt", "--json")
    #expect(plan.code == 0)
    #expect(try plan.document["status"]?.text == "optimal")
  }

  @Test func `plans, asks, compares, replans and reports`() throws {
    let ws = shore.name
    let plan = try program.run("plan", ws, "--note", "först")
    #expect(plan.code == 0 && plan.output.contains("Stranden") && plan.errors.contains("plan-1"))
    #expect(try program.run("plan", ws).errors.contains("plan-1"), "The same plan is not kept twice.")
    #expect(try program.run("versions", ws, "--json").document["versions"]?.array?.count == 1)

    let why = try program.run("explain", ws, "ÖBY", "--json").document
    #expect(why["place"]?.text == "oby")
    #expect(why["current"]?["round"]?.number != nil)
    #expect(why["alternatives"]?.array?.isEmpty == false)
    #expect(try program.run("explain", ws, "eke", "--json").document["current"]?["round"]?.serialised() == "null")

    let table = "place,round\nÅs,1\nbro-s,1\ndal,2\n"
    let evaluated = try program.run(["evaluate", ws, "--plan", "-", "--json"], input: table)
    #expect(evaluated.code == 0)
    #expect(try evaluated.document["status"]?.text == "evaluated")
    #expect(try evaluated.document["establishments"]?.array?.count == 3)
    try Data(table.utf8).write(to: shore.folder.appendingPathComponent("förslag.csv"))

    let compared = try program.run("compare", ws, "plan-1", "förslag.csv", "--json")
    #expect(compared.code == 0)
    #expect(try compared.document["goals"]?.array?.first?["delta"]?.number ?? 0 > 0)

    let ladder = try program.run("replan", ws, "--from", "förslag.csv", "--changes", "2", "--json")
    #expect(ladder.code == 0)
    let steps = try #require(try ladder.document["steps"]?.array)
    #expect(steps.map { $0["changes"]?.number } == [0, 1, 2])
    #expect(steps[0]["moves"]?.array?.isEmpty == true)

    #expect(try program.run("alternatives", ws, "--within", "50%", "--differing", "1", "--json").code == 0)
    #expect(try program.run("explain", ws, "--all", "--json").document["explanations"]?.array?.count ?? 0 >= 5)
  }

  @Test func `writes the report where it says`() throws {
    let report = try program.run("report", shore.name, "--json")
    #expect(report.code == 0)
    let files = try #require(try report.document["files"]?.array?.compactMap(\.text))
    #expect(
      files.map { ($0 as NSString).lastPathComponent }
        == ["report.html", "plan.csv", "plan.geojson", "map.svg", "plan.json"])
    for file in files {
      #expect(FileManager.default.fileExists(atPath: shore.folder.appendingPathComponent(file).path))
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: shore.workspace.appendingPathComponent("report").path)
    #expect(left.count == 5, "Nothing half-written stays behind.")
    let again = try program.run("evaluate", shore.name, "--plan", files[1], "--json").document
    let first = try JSONReader.read(
      Array(try Data(contentsOf: shore.folder.appendingPathComponent(files[4]))))
    #expect(again["goals"]?[0]?["value"]?.number == first["goals"]?[0]?["value"]?.number)
  }

  @Test func `uses a kept plan after the assignment changed`() throws {
    #expect(try program.run("plan", shore.name, "--name", "beslutad").code == 0)
    #expect(try program.run("plan", shore.name, "--name", "beslutad").code == 2)
    #expect(try program.run("plan", shore.name, "--name", "beslutad", "--replace").code == 0)
    let plan = try program.run("evaluate", shore.name, "--plan", "beslutad", "--json").document
    let gone = try #require(plan["establishments"]?[0]?["place"]?.text)
    let name = try #require(plan["establishments"]?[0]?["name"]?.text)
    let rows = try String(contentsOf: shore.workspace.appendingPathComponent("places.csv"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix(gone + ",") }
    try shore.write(rows.joined(separator: "\n") + "\n", to: "places.csv")
    let replanned = try program.run("replan", shore.name, "--from", "beslutad", "--changes", "2")
    #expect(replanned.code == 0)
    #expect(replanned.errors.contains(name), "A place that is gone is said.")
    try shore.change("programme.yaml", "exactly: 3}", "exactly: 3}\n  - {id: promised, keep: beslutad, changes: 2}")
    #expect(
      try program.run("plan", shore.name, "--json").document["rules"]?.array?.contains { $0["id"]?.text == "promised" }
        == true)
  }

  @Test func `a municipality that has been told is not moved for nothing`() throws {
    #expect(try program.run("plan", shore.name, "--name", "beslutad").code == 0)
    let free = try program.run("replan", shore.name, "--from", "beslutad", "--json").document
    #expect(free["promised"]?.array?.isEmpty == true && free["promises"]?.array?.isEmpty == true)
    let plan = try program.run("evaluate", shore.name, "--plan", "beslutad", "--json").document
    let place = try #require(plan["establishments"]?[0]?["place"]?.text)
    let municipality = try #require(plan["establishments"]?[0]?["municipalityName"]?.text)
    #expect(
      try program.run("dialogue", shore.name, municipality, "--readiness", "told", "--by", "anna").code == 0)
    // The rule forces the promise to be broken.
    try shore.change(
      "programme.yaml", "exactly: 3}", "exactly: 3}\n  - {id: closed, forbidden: [\(place)]}")
    let outcome = try program.run("replan", shore.name, "--from", "beslutad", "--promises", "1", "--json")
    let ladder = try outcome.document
    #expect(outcome.code == 0 && ladder["promised"]?[0]?.text == place)
    #expect(ladder["steps"]?[3]?["broken"]?[0]?.text == place)
    #expect(ladder["promises"]?[0]?["status"]?.text == "infeasible")
    #expect(ladder["promises"]?[1]?["broken"]?[0]?.text == place)
    let words = try program.run("replan", shore.name, "--from", "beslutad", "--promises", "1", "--language", "en")
    #expect(words.output.contains("Breaks what has been said about"))
    #expect(try program.run("replan", shore.name, "--from", "beslutad", "--promises", "-1").code == 2)
  }

  @Test func `shows the example, and goes on with it the second time`() throws {
    let first = try program.run("demo", "exempel", "--quick", "--time-limit", "0.0001")
    #expect(first.code == 4)
    let second = try program.run("demo", "exempel", "--quick", "--time-limit", "0.0001")
    #expect(second.code == 4 && second.errors.contains("exempel"))
    let file = shore.folder.appendingPathComponent("exempel/programme.yaml")
    try (String(contentsOf: file, encoding: .utf8) + "# changed\n").write(to: file, atomically: true, encoding: .utf8)
    let third = try program.run("demo", "exempel", "--quick")
    #expect(third.code == 2 && third.errors.contains("programme.yaml"))
    #expect(try program.run("demo", shore.name, "--quick").code == 2, "Somebody's own workspace is left alone.")
    #expect(try program.run("demo", "exempel", "--quick", "--force", "--time-limit", "0.0001").code == 4)
  }
}

extension JSON {
  fileprivate subscript(index: Int) -> JSON? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
