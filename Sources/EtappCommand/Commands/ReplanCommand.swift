import ArgumentParser
import Etapp
import EtappModel

/// `etapp replan`
struct ReplanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replan", abstract: "The best plan with at most 0, 1, 2 … changes from a plan that was kept.",
    discussion: """
      For when something has changed (a rule, a place, a date) and the plan that was decided should change as little as it can.
      What a municipality has been told, as the dialogue knows, is not moved for nothing; what moving it would bring is said.

        etapp replan . --from plan-1
        etapp replan . --from decided --changes 6 --promises 3
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("The plan to change: a kept plan's name, or a table.", valueName: "NAME"))
  var from: String

  @Option(help: ArgumentHelp("How many places may change at most.", valueName: "K"))
  var changes = 3

  @Option(help: ArgumentHelp("How many promises may be broken at most.", valueName: "B"))
  var promises = 2

  @Option(help: ArgumentHelp("What each broken promise counts among the wishes.", valueName: "POINTS"))
  var promisePrice = 1.0

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if changes < 0 { throw ValidationError("--changes is at least 0.") }
    if promises < 0 { throw ValidationError("--promises is at least 0.") }
    guard promisePrice >= 0, promisePrice.isFinite else { throw ValidationError("--promise-price is at least 0.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running) { workspace in try baseline(workspace) }
    if session.study.baselines[from] == nil { _ = try session.choice(named: from) }
    for diagnostic in session.versions.first(where: { $0.name == from })?.choice(in: session.workspace).diagnostics
      ?? []
    {
      session.remark(diagnostic.words)
    }
    let terms = try terms(session)
    let ladder = try session.doing(Text(en: "Replanning:", sv: "Planerar om:")) {
      try session.study.replan(from: from, changes: changes, terms: terms, session.options)
    }
    session.show(
      session.study.document(ladder, from: from, language: session.language),
      session.study.words(for: ladder)(session.language))
    if let exit = Exit(stopped: (ladder.steps + ladder.rungs).map(\.plan.proof)) { throw exit }
    if let last = ladder.steps.last, let exit = Exit(last.plan.proof) { throw exit }
  }

  /// What the dialogue says has been promised.
  private func terms(_ session: Session) throws -> PromiseTerms {
    do {
      let told = try Conversations(session.workspace).told()
      return PromiseTerms(told: told, price: promisePrice, broken: promises)
    } catch {
      throw session.fail(error.message, .failure)
    }
  }

  /// A table given instead of a name counts as an earlier plan for this run.
  private func baseline(_ workspace: Workspace) throws -> [String: Choice] {
    guard from == "-" || from.lowercased().hasSuffix(".csv") else { return [:] }
    return [from: try Teller(printing).choice(from, in: workspace, versions: [])]
  }
}
