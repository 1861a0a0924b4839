import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp plan`
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Where, and in which round, with proof; keeps the plan under a name.",
    discussion: """
      Prints the rounds with their places, what every goal is worth beside the best it could have alone and what chance would
      give, the rules, and how sure the answer is. The plan is kept in DIR/etapp.sqlite: under --name, else as plan-1,
      plan-2 … (the same plan again is not kept twice).

        etapp plan .
        etapp plan . --name spring --note "as decided on 3 May" --output spring.csv
        etapp plan . --json --time-limit 60
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: "Keep the plan under this name.")
  var name: String?

  @Option(help: "Why this plan, in a few words; kept with it.")
  var note: String?

  @Flag(help: "Replace the plan of that name.")
  var replace = false

  @OptionGroup var geographic: GeographicOptions
  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if replace, name == nil { throw ValidationError("--replace needs --name.") }
    guard let name else { return }
    if name.trimmingCharacters(in: .whitespaces).isEmpty || name.contains(where: { $0.isNewline || $0 == "/" }) {
      throw ValidationError("A plan's name is a line of text without “/”.")
    }
    if name.lowercased().hasSuffix(".csv") || name == "-" {
      throw ValidationError("A plan's name cannot look like a file; --output writes one.")
    }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    try checkName(session)
    let plan = try session.plan(compared: true)
    let outcome = keep(plan, session)
    session.show(
      session.study.document(plan, language: session.language), session.study.words(for: plan)(session.language))
    if let outcome { session.remark(outcome.message) }
    try geographic.write(printing, Teller(printing, language: session.language)) {
      try $0.write(plan, of: session.study, language: session.language, made: Now.moment)
    }
    if let exit = Exit(plan.proof) { throw exit }
    if let outcome, outcome.isFailure { throw Exit.failure }
  }

  /// A name that is taken is said before the work, not after.
  private func checkName(_ session: Session) throws {
    guard let name, !replace, session.versions.contains(where: { $0.name == name }) else { return }
    throw session.fail(
      Text(
        en: "A plan called “\(name)” is kept already. Choose another name, or replace it with --replace.",
        sv: "Det finns redan en plan som heter ”\(name)”. Välj ett annat namn, eller ersätt den med --replace."), .usage
    )
  }

  // MARK: Keeping

  private struct Outcome {
    var message: Text
    var isFailure = false
  }

  private func keep(_ plan: Plan, _ session: Session) -> Outcome? {
    do {
      let receipt = try Versions(folder: session.workspace.folder).keep(
        plan, of: session.workspace.assignment, offices: session.workspace.geography.offices, name: name, note: note,
        replacing: replace, stored: Now.moment)
      return Outcome(
        message: receipt.isOld
          ? Text(
            en: "The same plan as “\(receipt.name)”, which is kept already.",
            sv: "Samma plan som ”\(receipt.name)”, som redan är sparad.")
          : Text(en: "Kept as “\(receipt.name)”.", sv: "Sparad som ”\(receipt.name)”."))
    } catch {
      let reason = error.message
      return Outcome(
        message: Text(
          en: "The plan was not kept: \(reason(.english))", sv: "Planen sparades inte: \(reason(.swedish))"),
        isFailure: !error.isReadOnly)
    }
  }
}
