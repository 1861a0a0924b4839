import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("The plan board") struct BoardTests {
  struct Trial: Decodable {
    struct Goal: Decodable {
      var id: String
      var value: Double
      var delta: Double
    }
    struct Rule: Decodable {
      var id: String
      var isNew: Bool
    }
    var goals: [Goal]
    var broken: [Rule]
    var moves: [[String: String]]
  }

  private func trial(_ bench: Bench, _ query: String) async throws -> Trial {
    let answer = try await bench.get("/api/v1/trial?" + query, as: .reader)
    #expect(answer.status == 200, "\(answer.text)")
    return try JSONDecoder().decode(Trial.self, from: Data(answer.text.utf8))
  }

  @Test(
    "answers a move with what the library says of the moved plan",
    arguments: [
      (["bro-n~2"], ["bro-n": 1, "oby": 1, "dal": 1]), (["bro-n~out"], ["oby": 1, "dal": 1]),
      (["as~1", "dal~out"], ["bro-n": 0, "as": 0, "oby": 1]), (["oby~1", "dal~1"], ["bro-n": 0, "oby": 0, "dal": 0]),
    ])
  func moves(_ moves: [String], _ choice: [String: Int]) async throws {
    let bench = try Bench()
    let study = Study(try Workspace(folder: bench.folder.path))
    let options = RunOptions(randomPlans: 0, ideals: false)
    let before = try study.evaluate(Choice(opens: ["bro-n": 0, "oby": 1, "dal": 1]), options)
    let opens = Dictionary(uniqueKeysWithValues: choice.map { (ID<Place>($0), $1) })
    let after = try study.evaluate(Choice(opens: opens), options)
    let trial = try await trial(bench, moves.map { "move=" + $0 }.joined(separator: "&"))
    #expect(trial.goals.map(\.value) == after.totals.map(\.value))
    #expect(
      zip(trial.goals, zip(before.totals, after.totals)).allSatisfy { abs($0.delta - ($1.1.value - $1.0.value)) < 1e-9 }
    )
    let broken = Set(after.rules.filter { !$0.satisfied }.map(\.rule.code))
    #expect(Set(trial.broken.map(\.id)) == broken)
    #expect(trial.moves.count == moves.count)
  }

  @Test("leaves what is kept alone")
  func untouched() async throws {
    let bench = try Bench()
    _ = try await bench.get("/plan?place=bro-n&to=2", as: .coordinator)
    let version = try #require(try Versions(folder: bench.folder.path).version(named: "first"))
    let workspace = try Workspace(folder: bench.folder.path)
    #expect(version.choice(in: workspace).choice.opens["bro-n"] == 0)
  }

  @Test(
    "refuses what is not there, with a clear word",
    arguments: [
      "place=none&to=2", "place=bro-n&to=9", "move=none~1", "move=bro-n~9", "pin=none", "forbid=none", "version=none",
    ])
  func unknown(_ query: String) async throws {
    let answer = try await Bench().get("/plan?" + query, as: .reader)
    #expect(answer.status == 400 || answer.status == 404)
  }

  @Test("keeps a tried plan under a name, and no name twice")
  func keeping() async throws {
    let bench = try Bench()
    let fields = [("version", "first"), ("move", "bro-n~2"), ("name", "tried"), ("note", "<b>Later</b>")]
    #expect(try await bench.post("/plan/keep", fields, as: .coordinator).status == 303)
    let kept = try #require(try Versions(folder: bench.folder.path).version(named: "tried"))
    #expect(kept.choice(in: try Workspace(folder: bench.folder.path)).choice.opens["bro-n"] == 1)
    #expect(kept.note == "<b>Later</b>")
    #expect(try await bench.get("/versions", as: .reader).text.contains("&lt;b&gt;Later&lt;/b&gt;"))
    #expect(try await bench.post("/plan/keep", fields, as: .coordinator).status == 409)
  }

  @Test(
    "takes no name that the command line would not",
    arguments: ["a/b", "a\nb", "x.csv", "-", String(repeating: "x", count: 81)])
  func names(_ name: String) async throws {
    let answer = try await Bench().post("/plan/keep", [("version", "first"), ("name", name)], as: .coordinator)
    #expect(answer.status == 400)
  }

  @Test("says itself in an address and reads it back")
  func address() async throws {
    let bench = try Bench()
    let room = try await bench.site.desk.room()
    let version = try #require(try await bench.site.desk.versions().first)
    let plan = try room.plan(version)
    let query = try BoardQuery(
      Fields("move=as~1&move=dal~out&pin=oby&place=bro-s&to=forbid"), version: "first", plan: plan,
      assignment: room.assignment, geography: room.workspace.geography)
    let again = try BoardQuery(
      query.fields(room.assignment), version: "first", plan: plan, assignment: room.assignment,
      geography: room.workspace.geography)
    #expect(query == again)
    #expect(query.pins(plan.choice).opens == ["as": 0, "oby": 1])
    #expect(query.pins(plan.choice).forbidden == ["dal", "bro-s"])
  }

  /// Plans what stands in a folder and keeps it under the next running name.
  private func keep(_ folder: URL) throws -> (plan: Plan, isOld: Bool) {
    let workspace = try Workspace(folder: folder.path)
    let plan = try Study(workspace).plan(RunOptions(randomPlans: 0, ideals: false))
    let now = Moment(seconds: Int(Date().timeIntervalSince1970))
    let receipt = try Versions(folder: folder.path).keep(plan, of: workspace.assignment, stored: now.description)
    return (plan, receipt.isOld)
  }

  private func kept(_ folder: URL) throws -> Plan {
    let version = try #require(try Versions(folder: folder.path).version(named: "plan-1"))
    return try Study(try Workspace(folder: folder.path)).plan(of: version)
  }

  @Test("says a plan's proof while the files say what it was proved for, wherever they are")
  func proof() throws {
    let bench = try Bench(plan: nil)
    let plan = try keep(bench.folder).plan
    #expect(plan.proof == .optimal)
    let again = try kept(bench.folder)
    #expect(again.proof == .optimal && again.totals.map(\.bound) == plan.totals.map(\.bound))
    let copy = bench.folder.appendingPathExtension("copy")
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.copyItem(at: bench.folder, to: copy)
    let programme = copy.appendingPathComponent("programme.yaml")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: 3600)], ofItemAtPath: programme.path)
    #expect(try kept(copy).proof == .optimal)
  }

  @Test("keeps a proof whatever else is put into the folder, and knows files that stand in for tables")
  func beside() throws {
    let bench = try Bench(plan: nil)
    _ = try keep(bench.folder)
    for name in ["plan.csv", "plan.geojson", "contacts.csv"] {
      try Data("a,b\n".utf8).write(to: bench.folder.appendingPathComponent(name))
    }
    let files = WorkspaceFiles(folder: bench.folder.path)
    let question = files.question
    let version = try #require(try Versions(folder: bench.folder.path).version(named: "plan-1"))
    try FileManager.default.removeItem(at: bench.folder.appendingPathComponent("contacts.csv"))
    #expect(try Study(try Workspace(folder: bench.folder.path)).plan(of: version).proof == .optimal)
    #expect(files.question == question)
    try Data("other".utf8).write(to: bench.folder.appendingPathComponent("places.gpkg"))
    #expect(files.inputs.contains("places.gpkg"))
    #expect(files.question != question)
  }

  @Test("takes a proof back when a file was changed, whatever its time, until the plan is proved again")
  func changed() throws {
    let bench = try Bench(plan: nil)
    _ = try keep(bench.folder)
    let programme = bench.folder.appendingPathComponent("programme.yaml")
    try Data((try bench.text(of: "programme.yaml") + "\n# A remark.\n").utf8).write(to: programme)
    let before = Date(timeIntervalSince1970: 1_600_000_000)
    try FileManager.default.setAttributes([.modificationDate: before], ofItemAtPath: programme.path)
    #expect(try kept(bench.folder).proof == .evaluated)
    #expect(try keep(bench.folder).isOld)
    #expect(try kept(bench.folder).proof == .optimal)
  }

  @Test("plans anew within what is pinned and kept out")
  func pins() throws {
    let bench = try Bench()
    let workspace = try Workspace(folder: bench.folder.path)
    let pins = Pins(opens: ["dal": 0], forbidden: ["bro-n", "bro-s"])
    let plan = try Study(workspace.keeping(pins)).plan(RunOptions(randomPlans: 0, ideals: false))
    #expect(plan.choice.opens["dal"] == 0)
    #expect(plan.choice.opens.keys.allSatisfy { !pins.forbidden.contains($0) })
    #expect(plan.establishments.count == 3)
  }

  @Test("adopts with a reason, and never without")
  func adopting() async throws {
    let bench = try Bench()
    #expect(try await bench.post("/versions/first/adopt", [("reason", " ")], as: .coordinator).status == 400)
    #expect(try bench.site.accounts.adoptions().isEmpty)
    let answer = try await bench.post("/versions/first/adopt", [("reason", "Best for most.")], as: .coordinator)
    #expect(answer.status == 303)
    let adoption = try #require(try bench.site.accounts.adoptions().last)
    #expect(adoption.plan == "first" && adoption.reason == "Best for most." && adoption.by == "Coordinator")
  }
}

@Suite("The assignment as text") struct EditorTests {
  @Test("is saved with its comments, over the text it was made from")
  func saving() async throws {
    let bench = try Bench()
    let original = try bench.text(of: "programme.yaml")
    let changed = original.replacing("exactly: 3", with: "exactly: 2")
    let answer = try await bench.post(
      "/assignment/text", [("original", original), ("text", changed.replacing("\n", with: "\r\n"))], as: .coordinator)
    #expect(answer.status == 303)
    #expect(try bench.text(of: "programme.yaml") == changed)
    #expect(changed.contains("# three in all"))
    #expect(try await bench.site.desk.room().assignment.rules.count == 1)
  }

  @Test("never goes over what somebody else wrote")
  func conflict() async throws {
    let bench = try Bench()
    let original = try bench.text(of: "programme.yaml")
    let theirs = original + "# theirs\n"
    try Data(theirs.utf8).write(to: bench.folder.appendingPathComponent("programme.yaml"))
    let mine = original + "# mine\n"
    let answer = try await bench.post("/assignment/text", [("original", original), ("text", mine)], as: .coordinator)
    #expect(answer.status == 409 && answer.text.contains("# mine"))
    #expect(try bench.text(of: "programme.yaml") == theirs)
  }

  @Test("is not saved when it cannot be used, and says where")
  func invalid() async throws {
    let bench = try Bench()
    let original = try bench.text(of: "programme.yaml")
    let wrong = original.replacing("count: all", with: "count: everything")
    let checked = try await bench.post("/assignment/check", [("text", wrong)], as: .coordinator)
    #expect(checked.status == 200 && checked.text.contains("programme.yaml:8"), "\(checked.text)")
    let answer = try await bench.post("/assignment/text", [("original", original), ("text", wrong)], as: .coordinator)
    #expect(answer.status == 422)
    #expect(try bench.text(of: "programme.yaml") == original)
  }
}
