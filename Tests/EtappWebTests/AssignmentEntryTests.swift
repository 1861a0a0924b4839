import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("A rule or goal as a form") struct AssignmentEntryTests {
  private func mark(_ path: String, _ bench: Bench) async throws -> String {
    let text = try await bench.get(path, as: .coordinator).text
    return text.firstMatch(of: /name="known" value="([^"]*)"/).map { String($0.output.1) } ?? ""
  }

  private let total = "/assignment/rules/total"

  @Test("shows what it says and what it means")
  func shown() async throws {
    let text = try await Bench().get(total, as: .coordinator).text
    #expect(text.contains("name=\"exactly\" type=\"text\" value=\"3\""))
    #expect(text.contains("What it means") && text.contains("In the current plan"))
  }

  @Test("changes one value in the text, and no comment")
  func saved() async throws {
    let bench = try Bench()
    let known = try await mark(total, bench)
    let before = try bench.text(of: "programme.yaml")
    let answer = try await bench.post(
      total, [("known", known), ("id", "total"), ("count", "all"), ("exactly", "2"), ("source", "Decided: today")],
      as: .coordinator)
    #expect(answer.status == 303, "\(answer.text)")
    let after = try bench.text(of: "programme.yaml")
    #expect(
      after
        == before.replacing("exactly: 3}   # three", with: "exactly: 2, source: \"Decided: today\"}   # three"),
      "\(after)")
    let told = try Safekeeping(folder: bench.folder.path).events().last
    #expect(
      told?.action == "file.written" && told?.actor == "Coordinator" && told?.details.contains("rules/total") == true)
  }

  @Test("that cannot be used is not saved, and says why")
  func invalid() async throws {
    let bench = try Bench()
    let (known, before) = (try await mark(total, bench), try bench.text(of: "programme.yaml"))
    for (field, value) in [
      ("exactly", "three"), ("count", "{catgory: x}"), ("exactly", "1, max: 3"), ("count", "[Nowhere]"),
    ] {
      let answer = try await bench.post(
        total,
        [("known", known), ("id", "total"), ("count", "all"), ("exactly", "3")].filter { $0.0 != field } + [
          (field, value)
        ],
        as: .coordinator)
      #expect(answer.status == 422, "\(value): \(answer.status)")
      #expect(answer.text.contains("value=\"\(value.replacing("&", with: "&amp;"))\"") || answer.text.contains(value))
      #expect(try bench.text(of: "programme.yaml") == before)
    }
  }

  @Test("never goes over what somebody else has changed meanwhile")
  func stale() async throws {
    let bench = try Bench()
    let known = try await mark(total, bench)
    let fields = [("known", known), ("id", "total"), ("count", "all")]
    #expect(try await bench.post(total, fields + [("exactly", "2")], as: .coordinator).status == 303)
    let second = try await bench.post(total, fields + [("exactly", "4")], as: .administrator)
    #expect(second.status == 409 && second.text.contains("value=\"4\""))
    #expect(try bench.text(of: "programme.yaml").contains("exactly: 2"))
    // Another rule may be changed at the same time.
    let goal = try await mark("/assignment/goals/spread", bench)
    let saved = try await bench.post(
      "/assignment/goals/spread", [("known", goal), ("id", "spread"), ("tolerance", "5%")], as: .coordinator)
    #expect(saved.status == 303)
    #expect(try bench.text(of: "programme.yaml").contains("- {id: spread, tolerance: 5%}"))
  }

  @Test("is added, moved and taken away")
  func list() async throws {
    let bench = try Bench()
    let new = [
      ("kind", "fixed"), ("id", "dal"), ("fixed", "[dal]"), ("round", "2"), ("sentence.sv", "Dal i omgång 2."),
    ]
    #expect(try await bench.post("/assignment/new/rules", new, as: .coordinator).status == 303)
    #expect(try await bench.site.desk.room().assignment.rules.map(\.id.code) == ["total", "dal"])
    #expect(try await bench.post("/assignment/goals/spread/move", [("to", "up")], as: .coordinator).status == 303)
    #expect(try await bench.site.desk.room().assignment.goals.map(\.id.code) == ["spread", "access"])
    let known = try await mark("/assignment/rules/dal", bench)
    #expect(try await bench.post("/assignment/rules/dal/remove", [("known", "x")], as: .coordinator).status == 409)
    #expect(try await bench.post("/assignment/rules/dal/remove", [("known", known)], as: .coordinator).status == 303)
    #expect(try await bench.site.desk.room().assignment.rules.map(\.id.code) == ["total"])
    #expect(try await bench.post("/assignment/rules/dal/remove", [("known", known)], as: .coordinator).status == 404)
    #expect(try bench.text(of: "programme.yaml").contains("# three in all"))
  }

  @Test("is read while it is written, whatever is written", arguments: Rule.KindName.allCases)
  func live(_ kind: Rule.KindName) async throws {
    let bench = try Bench()
    #expect(try await bench.get("/assignment/new/rules?kind=\(kind.rawValue)", as: .coordinator).status == 200)
    for words in ["", "all", "<script>alert(1)</script>", "{", "[Bro, Öby]", "{each: municipality}"] {
      let fields = [("kind", kind.rawValue), ("id", "new"), (kind.rawValue, words), ("min", "1")]
      let answer = try await bench.post("/assignment/new/rules/check", fields, as: .coordinator)
      #expect(answer.status == 200 && !answer.text.contains("<script>"), "\(kind) \(words)")
    }
  }

  @Test("finds out whether all rules can hold at once")
  func possible() async throws {
    let bench = try Bench()
    let answer = try await bench.post("/assignment/possible", as: .coordinator)
    #expect(answer.header("location")?.hasPrefix("/runs/possible") == true)
    let run = try #require(bench.site.desk.runs.run("possible"))
    while run.outcome == nil { try await Task.sleep(for: .milliseconds(20)) }
    guard case .done? = run.outcome else {
      Issue.record("\(String(describing: run.outcome))")
      return
    }
  }
}
