import Etapp
import EtappModel
import Foundation
import Testing

/// The examples of the articles Rules and Goals are read by the program and computed on the valley: what stands there is so.
@Suite struct `The worked examples` {
  /// An example of an article: what it is about, its YAML, and what the text below says.
  struct Example: Sendable, CustomTestStringConvertible {
    let heading: String
    let yaml: String
    let text: String
    var testDescription: String { heading }

    /// The number after "the figure is", "the value is".
    var number: Double? {
      text.matches(of: "\\*\\*In the valley\\*\\* the (?:figure|value) is ([0-9.]+)").first
        .flatMap { Double($0.hasSuffix(".") ? String($0.dropLast()) : $0) }
    }

    var holds: Bool { text.contains(": it holds.") }
  }

  static func examples(of article: String) -> [Example] {
    `The documentation`.article(article).components(separatedBy: "\n### ").dropFirst().compactMap { section in
      let parts = section.components(separatedBy: "```")
      guard parts.count == 3, parts[1].hasPrefix("yaml\n") else { return nil }
      let heading = String(section.prefix { $0 != "\n" })
      return Example(heading: heading, yaml: String(parts[1].dropFirst(5)), text: parts[2])
    }
  }

  /// Cale in round 1, Elm in round 2.
  private let choice = Choice(opens: ["cale": 0, "elm": 1])
  private let decided = Choice(opens: ["cale": 0, "dale": 1])

  /// The valley with other rules or goals, and the plan evaluated there.
  private func evaluate(_ yaml: String, as key: String) throws -> (Assignment, Plan) {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("valley-" + UUID().uuidString)
    defer { try? manager.removeItem(at: folder) }
    try manager.copyItem(at: Repository.root.appendingPathComponent("Examples/valley"), to: folder)
    let given = Repository.file("Examples/valley/programme.yaml").text.components(separatedBy: "\nrules:")[0]
    let lists = yaml.hasPrefix("- ") ? "\(key):\n\(yaml)" : yaml
    let goals = lists.contains("goals:") ? "" : "\ngoals: [access]\n"
    try "\(given)\n\(lists)\(goals)".write(
      to: folder.appendingPathComponent("programme.yaml"), atomically: true, encoding: .utf8)
    let workspace = try Workspace(folder: folder.path)
    #expect(workspace.diagnostics.isEmpty)
    let study = Study(workspace, baselines: ["decided": decided])
    return (workspace.assignment, try study.evaluate(choice))
  }

  @Test func `are there for every kind`() {
    #expect(Set(Self.examples(of: "Rules").map(\.heading)) == Set(Rule.KindName.allCases.map(\.rawValue)))
    let goals = Set(Goal.KindName.allCases.map(\.rawValue))
    #expect(Set(Self.examples(of: "Goals").map(\.heading)) == goals)
  }

  @Test(arguments: examples(of: "Rules")) func `of rules are so`(_ example: Example) throws {
    let (assignment, plan) = try evaluate(example.yaml, as: "rules")
    let rule = try #require(assignment.rules.first)
    #expect(assignment.rules.count == 1)
    #expect(rule.kindName.rawValue == example.heading)
    let result = try #require(plan.rules.first { $0.rule == rule.id })
    #expect(abs(result.value - (try #require(example.number))) < 1e-9)
    #expect(result.satisfied == example.holds)
  }

  @Test(arguments: examples(of: "Goals")) func `of goals are so`(_ example: Example) throws {
    let (assignment, plan) = try evaluate(example.yaml, as: "goals")
    let goal = try #require(assignment.goals.first)
    #expect(goal.kindName.rawValue == example.heading)
    let result = try #require(plan.totals.first { $0.goal == goal.id })
    // Positions are written to about half a metre, and a kilometre is a minute.
    #expect(abs(result.value - (try #require(example.number))) < 2e-3)
    #expect(goal.kindName == .cost || example.text.contains("\(example.numberText) \(result.unit.rawValue)"))
  }
}

extension `The worked examples`.Example {
  /// The number as it stands in the text.
  fileprivate var numberText: String { text.matches(of: "the value is ([0-9.]+) ").first ?? "" }
}
