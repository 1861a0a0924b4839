import Etapp
import EtappModel
import Foundation
import Testing

/// The shipped examples from files to plan, held against what was recorded.
///
/// `ETAPP_RECORD=1` records anew.
@Suite struct Examples {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["servicekontor-2021", "iceland-service-points", "valley"])
  func `end in the plan that was recorded`(name: String) throws {
    let folder = Self.root.appendingPathComponent("Examples/\(name)")
    let workspace = try Workspace(folder: folder.path)
    let options = RunOptions(seed: 1, threads: 2, randomPlans: 0)
    let plan = try Study(workspace, options: options).plan(options)
    let file = folder.appendingPathComponent("expected/plan.txt")
    if ProcessInfo.processInfo.environment["ETAPP_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text(plan, workspace).write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text(plan, workspace) == expected)
    #expect(plan.proof == .optimal)
  }

  @Test func `people of the Swedish example add up to the nation's`() throws {
    let folder = Self.root.appendingPathComponent("Examples/servicekontor-2021").path
    let workspace = try Workspace(folder: folder)
    #expect(workspace.geography.demand.total.value == 10_379_295)
    #expect(workspace.geography.municipalities.count == 290)
  }

  /// Rounds with their places, then the goals to six digits.
  private func text(_ plan: Plan, _ workspace: Workspace) -> String {
    let places = plan.establishments.map { "\(workspace.assignment.rounds[$0.round].id) \($0.place)" }.sorted()
    let goals = plan.totals.map { "\($0.goal) \(($0.value * 1e6).rounded() / 1e6)" }
    return (places + goals).joined(separator: "\n") + "\n"
  }
}
