import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `Exit codes` {
  let shore: Shore
  private var program: Program { shore.program }

  init() throws {
    shore = try Shore()
  }

  @Test func `0: done`() throws {
    let plan = try program.run("plan", shore.name, "--json")
    #expect(plan.code == 0)
    #expect(try plan.document["status"]?.text == "optimal")
    #expect(try program.run("--version").output.hasPrefix("etapp "))
    #expect(try program.run("plan", "--help").code == 0)
  }

  static let misuses: [[String]] = [
    ["nothing"], ["plan"], ["plan", ".", "--bogus"], ["plan", ".", "--time-limit", "0"], ["plan", "nowhere"],
    ["plan", ".", "--threads", "0"], ["explain", "."], ["explain", ".", "as", "--out", "--round", "1"],
    ["plan", ".", "--name", "a/b"], ["plan", ".", "--replace"], ["check", ".", "--quiet", "--verbose"],
    ["evaluate", ".", "--plan", "nofile.csv"], ["compare", ".", "plan-1", "plan-2"],
    ["replan", ".", "--from", "nothing"],
    ["frontier", ".", "--goals", "access"], ["frontier", ".", "--goals", "access,acces"],
    ["explain", ".", "as", "--round", "3"],
  ]

  @Test(arguments: misuses)
  func `2: usage`(_ arguments: [String]) throws {
    let outcome = try Program(folder: shore.workspace).run(arguments)
    #expect(outcome.code == 2, "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func `2: a slip in a command's name, with the one that was meant`() throws {
    let outcome = try program.run("plna", shore.name)
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("Maybe: etapp plan"), "\(outcome.errors)")
    #expect(try !program.run("plan", shore.name, "surplus").errors.contains("Maybe:"))
  }

  @Test func `2: an unknown or ambiguous place, with the nearest names`() throws {
    let unknown = try program.run("explain", shore.name, "Norra Broo", "--json")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("Norra Bro"))
    #expect(try unknown.document["schema"]?.text == "etapp.error/1")
    #expect(try unknown.document["maybe"]?.array?.first?.text == "Norra Bro")
    try shore.change("programme.yaml", "exactly: 3}", "exactly: 3}\n  - {id: both, fixed: [bro-n, bro-s]}")
    let ambiguous = try program.run("explain", shore.name, "bro")
    #expect(ambiguous.code == 2)
    #expect(ambiguous.errors.contains("Norra Bro (bro-n)") && ambiguous.errors.contains("Södra Bro (bro-s)"))
  }

  @Test func `3: rules that cannot hold together`() throws {
    try shore.change("programme.yaml", "exactly: 3}", "exactly: 3}\n  - {id: early, fixed: {as: 1, oby: 1, dal: 1}}")
    let outcome = try program.run("plan", shore.name, "--json")
    #expect(outcome.code == 3)
    let document = try outcome.document
    #expect(document["status"]?.text == "infeasible")
    #expect(Set(document["conflict"]?.array?.compactMap(\.text) ?? []) == ["round-1", "early"])
    #expect(document["establishments"]?.array?.isEmpty == true)
    let words = try program.run("plan", shore.name)
    #expect(words.code == 3)
    #expect(words.output.contains("early"))
    #expect(!FileManager.default.fileExists(atPath: shore.workspace.appendingPathComponent("etapp.sqlite").path))
  }

  @Test func `3: more offices than there are places`() throws {
    try shore.change("programme.yaml", "exactly: 3}", "min: 1000}")
    let outcome = try program.run("plan", shore.name, "--json")
    #expect(outcome.code == 3)
    #expect(try outcome.document["conflict"]?.serialised() == #"["total"]"#)
  }

  @Test func `4: stopped without proof`() throws {
    let outcome = try program.run("plan", shore.name, "--time-limit", "0.0001", "--json")
    #expect(outcome.code == 4)
    #expect(try outcome.document["schema"]?.text == "etapp.plan/1")
    #expect(try outcome.document["status"]?.text == "stopped")
    #expect(try outcome.document["stopped"]?.text == "time-limit")
  }

  @Test func `5: invalid data, with what was probably meant`() throws {
    try shore.change("places.csv", "bro-n,Norra Bro,Bro", "bro-n,Norra Bro,Bror")
    for command in ["plan", "check"] {
      let outcome = try program.run(command, shore.name, "--json")
      #expect(outcome.code == 5)
      let found = try #require(try outcome.document["diagnostics"]?.array?.first)
      #expect(found["file"]?.text == "places.csv")
      #expect(found["row"]?.number == 3)
      #expect(found["column"]?.text == "municipality")
      #expect(found["value"]?.text == "Bror")
      #expect(found["maybe"]?.text == "Bro")
      #expect(outcome.errors.contains("places.csv:3"))
    }
    let empty = shore.folder.appendingPathComponent("tom")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let outcome = try program.run("plan", "tom")
    #expect(outcome.code == 5)
    #expect(outcome.errors.contains("etapp new"))
  }

  @Test func `5: a misspelt key, and nothing is written`() throws {
    try shore.change("programme.yaml", "rules:", "ruels:")
    let outcome = try program.run("plan", shore.name)
    #expect(outcome.code == 5)
    #expect(outcome.errors.contains("ruels") && outcome.errors.contains("rules"))
    #expect(!FileManager.default.fileExists(atPath: shore.workspace.appendingPathComponent("etapp.sqlite").path))
  }

  @Test func `5: an earlier plan that is not kept`() throws {
    try shore.change("programme.yaml", "exactly: 3}", "exactly: 3}\n  - {id: promised, keep: plan-1, changes: 1}")
    let outcome = try program.run("plan", shore.name)
    #expect(outcome.code == 5)
    #expect(outcome.errors.contains("programme.yaml:8") && outcome.errors.contains("plan-1"))
  }

  @Test func `130: interrupted, with the best so far`() throws {
    // The shipped example, which no machine plans and explains in a moment.
    #expect(try program.run("demo", "exempel", "--quick", "--time-limit", "0.0001", "--quiet").code == 4)
    let outcome = try program.run("plan", "exempel", "--json", "--verbose", interruptedAt: "Planerar")
    #expect(outcome.code == 130)
    let document = try outcome.document
    #expect(document["schema"]?.text == "etapp.plan/1")
    #expect(document["status"]?.text == "stopped")
    #expect(document["stopped"]?.text == "interrupted")
  }
}
