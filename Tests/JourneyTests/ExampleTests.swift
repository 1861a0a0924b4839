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

  /// Fewer schedules and trials than a user asks for: what counts is that the same seed gives the same words.
  @Test func `are scheduled and forecast as was recorded`() throws {
    let folder = Self.root.appendingPathComponent("Examples/servicekontor-2021")
    let study = Study(try Workspace(folder: folder.path))
    let table = try String(contentsOf: folder.appendingPathComponent("expected/plan.txt"), encoding: .utf8)
    let choice = choice(table, study.workspace)
    let question = Study.DeliveryQuestion(schedules: 300, trials: 200)
    var schedule = try study.schedule(choice, question, RunOptions(seed: 1, threads: 2))
    let again = try study.schedule(choice, question, RunOptions(seed: 1, threads: 1))
    #expect(schedule.tasks == again.tasks && schedule.objective == again.objective)
    schedule.seconds = 0
    var forecast = try study.forecast(choice, of: schedule, question, RunOptions(seed: 1, threads: 2))
    forecast.seconds = 0
    let words = [study.words(for: schedule), study.words(for: forecast)].map { $0(.swedish) }.joined(separator: "\n\n")
    let file = folder.appendingPathComponent("expected/dates.txt")
    if ProcessInfo.processInfo.environment["ETAPP_RECORD"] == "1" {
      try (words + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(words + "\n" == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// The choice that the recorded plan is: lines `round place`.
  private func choice(_ text: String, _ workspace: Workspace) -> Choice {
    var choice = Choice()
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 2, workspace.geography.place(ID(words[1])) != nil else { continue }
      choice.opens[ID(words[1])] = workspace.assignment.rounds.firstIndex { $0.id.code == words[0] }
    }
    return choice
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
