import ArgumentParser
import Etapp
import EtappModel

/// `etapp explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Why a place is where it is, and the price and exchange of each alternative.",
    discussion: """
      PLACE is an id, or the name of a place or municipality, in the plan or not; case and accents are forgiven. Without
      PLACE, --all answers for every place of the plan and every municipality outside it. --round and --out also say which
      single number would have to be another.

        etapp explain . pajala
        etapp explain . "Northfield" --round 1
        etapp explain . --all --json
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The place or municipality.", valueName: "PLACE"))
  var place: String?

  @Option(help: ArgumentHelp("Only: what if it opened in this round.", valueName: "N"))
  var round: String?

  @Flag(help: "Only: what if it did not open.")
  var out = false

  @Flag(help: "Every alternative; without PLACE, of every place and municipality.")
  var all = false

  @Option(help: ArgumentHelp("Explain this kept plan (or table); else the plan is computed anew.", valueName: "NAME"))
  var plan: String?

  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if [round != nil, out, all].count(where: { $0 }) > 1 {
      throw ValidationError("--round, --out and --all do not go together.")
    }
    if place == nil, !all { throw ValidationError("Name a PLACE, or ask for --all.") }
  }

  func run() throws {
    let session = try Session(folder.folder, printing, running)
    let asking = try asking(session)
    // What each goal could have alone is a bound for every answer, where the answers themselves are not proved.
    let plan = try session.plan(named: plan, compared: place == nil)
    guard let place else { return try explainAll(plan, session) }
    let topic = try session.topic(named: place, in: plan)
    let explanation = try session.doing(Text(en: "Explaining:", sv: "Förklarar:")) {
      try session.study.explain(plan, topic, asking: asking, session.options)
    }
    session.show(
      session.study.document(explanation, language: session.language),
      session.study.words(for: explanation)(session.language))
    if let exit = Exit(stopped: [plan.proof] + explanation.alternatives.map(\.proof)) { throw exit }
  }

  private func explainAll(_ plan: Plan, _ session: Session) throws {
    let explanations = try session.doing(Text(en: "Explaining everything:", sv: "Förklarar allt:")) {
      try session.study.explainAll(plan, session.options)
    }
    session.show(
      session.study.document(explanations, language: session.language),
      explanations.map { session.study.words(for: $0)(session.language) }.joined(separator: "\n\n"))
    if let exit = Exit(stopped: [plan.proof] + explanations.flatMap(\.alternatives).map(\.proof)) { throw exit }
  }

  // MARK: What is asked

  private func asking(_ session: Session) throws -> Study.Asking {
    if out { return .out }
    guard let round else { return .everything }
    let rounds = session.workspace.assignment.rounds
    let key = Names.folded(round)
    if let index = rounds.firstIndex(where: { $0.id.code == round })
      ?? rounds.firstIndex(where: { $0.name.byLanguage.values.contains { Names.folded($0) == key } })
    {
      return .round(index)
    }
    throw session.fail(
      Text(en: "There is no round “\(round)”.", sv: "Det finns ingen omgång ”\(round)”."), .usage,
      maybe: rounds.map(\.id.code))
  }
}
