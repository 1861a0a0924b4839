import EtappExchange
import Foundation
import Testing

@Suite(.serialized) struct `What the program prints` {
  let shore: Shore
  private var program: Program { shore.program }

  init() throws {
    shore = try Shore()
  }

  @Test func `is one document with --json, whatever the command`() throws {
    let ws = shore.name
    #expect(try program.run("plan", ws, "--quiet").code == 0)
    let commands: [(arguments: [String], schema: String)] = [
      (["plan", ws], "etapp.plan/1"), (["explain", ws, "as"], "etapp.explanation/1"),
      (["explain", ws, "--all"], "etapp.explanations/1"), (["evaluate", ws, "--plan", "plan-1"], "etapp.plan/1"),
      (["alternatives", ws], "etapp.alternatives/1"), (["compare", ws, "plan-1", "plan-1"], "etapp.comparison/1"),
      (["replan", ws, "--from", "plan-1", "--changes", "1"], "etapp.ladder/1"), (["versions", ws], "etapp.versions/1"),
      (["check", ws], "etapp.check/1"), (["report", ws, "--quick"], "etapp.files/1"), (["new", "ny"], "etapp.files/1"),
    ]
    for (arguments, schema) in commands {
      let outcome = try program.run(arguments + ["--json", "--verbose"])
      #expect(outcome.code == 0, "\(arguments)")
      #expect(try outcome.document["schema"]?.text == schema, "\(arguments)")
    }
  }

  @Test func `is not animated, coloured or talkative where it is not read by a person`() throws {
    let outcome = try program.run("plan", shore.name, "--quiet")
    #expect(outcome.errors.isEmpty)
    var plain = program
    plain.environment = ["NO_COLOR": "1"]
    let verbose = try plain.run("plan", shore.name, "--verbose")
    #expect(verbose.errors.contains("access") && !verbose.errors.contains("\u{1B}"))
    #expect(!verbose.output.contains("\u{1B}"))
  }

  static let languages: [(environment: [String: String], arguments: [String], word: String)] = [
    ([:], [], "Stranden"), (["LC_ALL": "en_GB.UTF-8"], [], "The shore"), (["LC_ALL": "sv_SE.UTF-8"], [], "Stranden"),
    (["LC_ALL": "", "LANG": "en_US.UTF-8"], [], "The shore"), (["LC_ALL": "fi_FI.UTF-8"], [], "Stranden"),
    (["LC_ALL": "sv_SE.UTF-8"], ["--language", "en"], "The shore"),
  ]

  @Test(arguments: languages)
  func `is in the reader's language`(_ environment: [String: String], _ arguments: [String], _ word: String) throws {
    var program = program
    program.environment = environment
    #expect(try program.run(["check", shore.name] + arguments).output.hasPrefix(word))
  }

  @Test func `may be read by somebody who leaves`() throws {
    let outcome = try program.shell(
      "etapp plan '\(shore.name)' | head -1; etapp --help | head -1; etapp plan '\(shore.name)' --json | true")
    #expect(outcome.output.contains("Stranden") || outcome.output.contains("The shore"))
    #expect(!outcome.errors.lowercased().contains("pipe") && !outcome.errors.contains("Fatal"))
    #expect(try program.run("versions", shore.name, "--json").document["versions"]?.array?.count == 1)
  }

  @Test func `says that a plan could not be kept, and shows it all the same`() throws {
    // A link to nowhere is a file that nobody can make, whoever runs the tests.
    try FileManager.default.createSymbolicLink(
      atPath: shore.workspace.appendingPathComponent("etapp.sqlite").path,
      withDestinationPath: "/nowhere-at-all/etapp.sqlite")
    let plan = try program.run("plan", shore.name, "--json")
    #expect(plan.code == 0)
    #expect(try plan.document["status"]?.text == "optimal")
    #expect(plan.errors.contains("etapp.sqlite"))
  }

  @Test func `says that the kept plans are damaged`() throws {
    try shore.write("no database, and long enough to be looked at as one", to: "etapp.sqlite")
    let plan = try program.run("plan", shore.name, "--json")
    #expect(plan.code == 1)
    #expect(try plan.document["status"]?.text == "optimal")
    #expect(plan.errors.contains("skadad"))
    #expect(try program.run("versions", shore.name).code == 1)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completes commands in every shell`(_ shell: String) throws {
    let script = try program.run("--generate-completion-script", shell)
    #expect(script.code == 0)
    #expect(script.output.contains("explain"))
  }
}
