import Foundation
import Testing

/// Every command on a small workspace, with the exit codes and documents that are promised.
@Suite struct `Command line` {
  @Test func `a new workspace is checked, planned, explained, evaluated, compared, replanned and reported`() throws {
    let folder = try Program.workspace()
    #expect(try Program.run(["check", folder]).exit == 0)
    let planned = try Program.run(["plan", folder, "--json", "--name", "first"])
    #expect(planned.exit == 0, "\(planned.errors)")
    let plan = try planned.document()
    #expect(plan["schema"] as? String == "etapp.plan/1")
    #expect(plan["status"] as? String == "optimal")
    let establishments = try #require(plan["establishments"] as? [[String: Any]])
    let place = try #require(establishments.first?["place"] as? String)

    let explained = try Program.run(["explain", folder, place, "--json"]).document()
    #expect(explained["schema"] as? String == "etapp.explanation/1")
    #expect(explained["place"] as? String == place)
    #expect((explained["alternatives"] as? [[String: Any]])?.isEmpty == false)

    let rows = try establishments.map { "\(try #require($0["place"] as? String)),\(try #require($0["round"]))" }
    let table = "place,round\n" + rows.joined(separator: "\n") + "\n"
    let evaluated = try Program.run(["evaluate", folder, "--plan", "-", "--json"], input: table)
    #expect(evaluated.exit == 0, "\(evaluated.errors)")
    let values = try evaluated.document()
    #expect(values["status"] as? String == "evaluated")
    #expect(goals(values) == goals(plan))

    #expect(try Program.run(["plan", folder, "--name", "second", "--quiet"]).exit == 0)
    let compared = try Program.run(["compare", folder, "first", "second", "--json"]).document()
    #expect((compared["moves"] as? [Any])?.isEmpty == true)
    let ladder = try Program.run(["replan", folder, "--from", "first", "--changes", "1", "--json"])
    #expect(ladder.exit == 0, "\(ladder.errors)")
    #expect(try ladder.document()["schema"] as? String == "etapp.ladder/1")
    #expect(try Program.run(["versions", folder]).output.contains("second"))

    let reported = try Program.run(["report", folder, "--quick"])
    #expect(reported.exit == 0, "\(reported.errors)")
    for name in ["report.html", "plan.csv", "plan.geojson", "map.svg", "plan.json"] {
      #expect(FileManager.default.fileExists(atPath: folder + "/report/" + name), "\(name)")
    }
  }

  private func goals(_ plan: [String: Any]) -> [String] {
    (plan["goals"] as? [[String: Any]] ?? []).map { goal in
      let value = goal["value"] as? Double ?? .nan
      return "\(goal["id"] ?? "") \(goal["round"] ?? "") \((value * 1e6).rounded() / 1e6)"
    }
  }

  @Test func `rules that cannot hold together end with 3 and name the conflict`() throws {
    let folder = try Program.workspace { text in
      text.replacing("\nrules:\n", with: "\nrules:\n  - {id: too-many, count: all, min: 1000}\n", maxReplacements: 1)
    }
    let run = try Program.run(["plan", folder, "--json"])
    #expect(run.exit == 3, "\(run.errors)")
    let document = try run.document()
    #expect(document["status"] as? String == "infeasible")
    #expect((document["conflict"] as? [String])?.contains("too-many") == true)
  }

  @Test func `a misspelt key ends with 5 and writes nothing`() throws {
    let folder = try Program.workspace { $0.replacing("\nrules:\n", with: "\nruels:\n", maxReplacements: 1) }
    let run = try Program.run(["plan", folder])
    #expect(run.exit == 5)
    #expect(run.errors.contains("rules"), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder + "/etapp.sqlite"))
  }

  @Test(arguments: [["plon"], ["plan", "--no-such-option"], ["explain"]])
  func `words that mean nothing end with 2`(arguments: [String]) throws {
    #expect(try Program.run(arguments).exit == 2)
  }

  @Test func `an unknown place ends with 2`() throws {
    #expect(try Program.run(["explain", try Program.workspace(), "Xyzzyville"]).exit == 2)
  }

  @Test func `a folder that is not there ends with 5 or less, and says so`() throws {
    let run = try Program.run(["plan", "/no/such/folder"])
    #expect(run.exit != 0 && run.exit <= 5)
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
  }
}
