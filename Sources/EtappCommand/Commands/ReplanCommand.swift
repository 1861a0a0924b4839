import ArgumentParser
import Etapp
import EtappModel

/// `etapp replan`
struct ReplanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan", abstract: "The best plan with at most 0, 1, 2 … changes from a plan that was kept.",
    discussion: """
      For when something has changed (a rule, a place, a date) and the plan that was decided should change as little as it can.

        etapp replan . --from plan-1
        etapp replan . --from decided --changes 6
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("The plan to change: a kept plan's name, or a table.", valueName: "NAME"))
  var from: String

  @Option(help: ArgumentHelp("How many places may change at most.", valueName: "K"))
  var changes = 3

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if changes < 0 { throw ValidationError("--changes is at least 0.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running) { workspace in try baseline(workspace) }
    if session.study.baselines[from] == nil { _ = try session.choice(named: from) }
    for diagnostic in session.versions.first(where: { $0.name == from })?.choice(in: session.workspace).diagnostics
      ?? []
    {
      session.remark(diagnostic.words)
    }
    let ladder = try session.doing(Text(en: "Replanning:", sv: "Planerar om:")) {
      try session.study.replan(from: from, changes: changes, session.options)
    }
    session.show(
      session.study.document(ladder, from: from, language: session.language),
      session.study.words(for: ladder)(session.language))
    if let exit = Exit(stopped: ladder.map(\.plan.proof)) { throw exit }
    if let last = ladder.last, let exit = Exit(last.plan.proof) { throw exit }
  }

  /// A table given instead of a name counts as an earlier plan for this run.
  private func baseline(_ workspace: Workspace) throws -> [String: Choice] {
    guard from == "-" || from.lowercased().hasSuffix(".csv") else { return [:] }
    return [from: try Teller(printing).choice(from, in: workspace, versions: [])]
  }
}
