import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// What letters are made as.
enum LetterFormat: String, CaseIterable, ExpressibleByArgument {
  case html, pdf, eml, txt
}

/// `etapp letters`
struct LettersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letters", abstract: "One letter for each municipality that gets an office, from a template.",
    discussion: """
      Fills a template from the workspace's folder letters with what the plan says of each municipality, in words. When a
      name in the template is unknown, or a fact is missing for any one municipality, nothing is made. Without --format the
      letters are shown and nothing is written. --send hands them over to a mail server and moves them to outbox/sent; what
      has gone is never sent again. User and password come from ETAPP_SMTP_USER and ETAPP_SMTP_PASSWORD, or --credentials.

        etapp letters . --template information
        etapp letters . --template information --municipality Ånge --format html
        etapp letters . --template information --round 2 --format eml
        etapp letters . --template information --send --server smtp://mail.example.org:587
      """)

  @OptionGroup var folder: FolderArgument

  @Option(help: ArgumentHelp("The template, letters/NAME.sv.mustache or letters/NAME.en.mustache.", valueName: "NAME"))
  var template: String

  @Option(help: ArgumentHelp("Only offices of this round.", valueName: "ID"))
  var round: String?

  @Option(help: ArgumentHelp("Only this municipality.", valueName: "NAME"))
  var municipality: String?

  @Option(help: ArgumentHelp("Of this kept plan (or table); else of the one kept last.", valueName: "NAME"))
  var plan: String?

  @Option(help: ArgumentHelp("The day the letters are dated; else today.", valueName: "DATE"))
  var date: DayArgument?

  @Flag(help: "Show the letters and write nothing.")
  var preview = false

  @Option(help: "What to make: html, pdf (all letters in one file), eml (mail drafts) or txt.")
  var format: LetterFormat?

  @Option(
    help: ArgumentHelp("Write to this folder; else to the workspace's folder outbox.", valueName: "FOLDER"),
    completion: .directory)
  var output: String?

  @Flag(help: "Say in the reason what another round would have meant, which takes longer.")
  var reasons = false

  @OptionGroup var sending: SendingOptions
  @OptionGroup var acting: ActorOption
  @OptionGroup var running: RunningOptions
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if preview, format != nil || sending.send {
      throw ValidationError("--preview does not go with --format or --send.")
    }
    if sending.send, format ?? .eml != .eml || output != nil {
      throw ValidationError("--send sends mail from the outbox: not with another --format or --output.")
    }
    if output != nil, format == nil { throw ValidationError("--output needs --format.") }
    if template.trimmingCharacters(in: .whitespaces).isEmpty { throw ValidationError("--template is a name.") }
  }

  func run() throws {
    let server = try sending.mailServer(printing)
    let session = try Session(folder.folder, printing, running)
    let template = try ready(session)
    let (plan, name) = try chosenPlan(session)
    let letters = try letters(plan, template, session)
    guard let format = sending.send ? .eml : format else {
      return session.show(
        session.study.document(letters: letters.map { LetterResult($0) }, plan: name),
        letters.map(\.preview).joined(separator: "\n" + String(repeating: "–", count: 72) + "\n\n"))
    }
    var writer = LetterWriter(session: session, folder: output, day: date?.day)
    let (results, sheets) = try writer.write(letters, as: format, template: template)
    guard let server else {
      return session.show(
        session.study.document(letters: results, plan: name, sheets: sheets),
        (sheets.map { [$0] } ?? results.compactMap(\.file)).joined(separator: "\n"))
    }
    let registry = Registry(session.workspace)
    try LetterSender(
      session: session, isAgain: sending.again,
      sent: { letter, mail in try registry.registerSent(letter, mail, by: acting.actor()) }
    ).send(results, through: server, plan: name)
  }

  // MARK: What is asked for

  private func ready(_ session: Session) throws -> LetterTemplates.Ready {
    // The letters' language is what was asked for, else the programme's; the machine's own is for messages.
    let language = printing.language?.language ?? session.workspace.assignment.language
    do {
      return try LetterTemplates(folder: session.workspace.folder).template(named: template, language)
    } catch let absent as LetterTemplates.Absent {
      let message =
        absent.isOtherLanguage
        ? Text(
          en: "The template “\(template)” is not there in the language \(language.rawValue).",
          sv: "Mallen ”\(template)” finns inte på språket \(language.rawValue).")
        : Text(
          en: "There is no template “\(template)” in the workspace's folder letters.",
          sv: "Det finns ingen mall ”\(template)” i arbetsmappens mapp letters.")
      throw session.fail(message, .usage, maybe: absent.known)
    } catch let invalid as Workspace.Invalid {
      throw Teller(printing, language: session.language).invalid(invalid.diagnostics)
    }
  }

  /// Letters say what has been decided: the plan kept last, unless another is named.
  private func chosenPlan(_ session: Session) throws -> (Plan, name: String?) {
    guard let name = plan ?? session.versions.last?.name else {
      session.remark(
        Text(
          en: "No plan is kept; the letters rest on the best one, computed now.",
          sv: "Ingen plan är sparad; breven vilar på den bästa, beräknad nu."))
      return (try session.plan(), nil)
    }
    return (try session.plan(named: name), name)
  }

  private func letters(
    _ plan: Plan, _ template: LetterTemplates.Ready, _ session: Session
  ) throws -> [OutgoingLetter] {
    let round = try round.map { try index(ofRound: $0, session) }
    let receivers = session.study.receivers(plan, round: round)
    guard !receivers.isEmpty else {
      throw session.fail(
        Text(en: "No municipality gets an office there.", sv: "Ingen kommun får ett kontor där."), .usage)
    }
    let order = Study.LetterOrder(
      template, day: date?.day ?? Now.day, directory: session.workspace.letterDirectory, round: round,
      municipalities: try municipality.map { [try receiver($0, receivers, session)] },
      numbers: try numbers(of: receivers.map(\.id), session),
      forecast: try template.needsForecast ? forecast(plan, session) : nil,
      explanations: try template.givesReason && reasons ? explanations(plan, session) : [])
    do {
      return try session.study.letters(plan, order)
    } catch {
      throw Teller(printing, language: session.language).invalid(error.diagnostics)
    }
  }

  /// What the register calls the case of each municipality; none before anything has been registered.
  private func numbers(
    of municipalities: [ID<Municipality>], _ session: Session
  ) throws -> [ID<Municipality>: Study.LetterOrder.Numbers] {
    let registry = Registry(session.workspace)
    do {
      return try Dictionary(
        uniqueKeysWithValues: municipalities.map { ($0, try registry.numbers(with: $0)) })
    } catch {
      throw session.fail((error as? Versions.Failure)?.message ?? Text(en: "\(error)", sv: "\(error)"), .failure)
    }
  }

  private func index(ofRound words: String, _ session: Session) throws -> Int {
    let rounds = session.workspace.assignment.rounds
    if let index = rounds.firstIndex(where: { $0.id.code == words }) { return index }
    throw session.fail(
      Text(en: "There is no round “\(words)”.", sv: "Det finns ingen omgång ”\(words)”."), .usage,
      maybe: rounds.map(\.id.code))
  }

  private func receiver(
    _ words: String, _ receivers: [(id: ID<Municipality>, name: String)], _ session: Session
  ) throws -> ID<Municipality> {
    let key = Names.folded(words)
    let found = receivers.filter { $0.id.code == words || Names.folded($0.name) == key }
    if let only = found.first, found.count == 1 { return only.id }
    throw session.fail(
      Text(
        en: "No municipality “\(words)” gets an office there.", sv: "Ingen kommun ”\(words)” får ett kontor där."),
      .usage, maybe: Names.nearest(to: words, among: receivers.map(\.name)))
  }

  /// Nothing where the programme does not say how offices are established: then what rests on it is said to be missing.
  private func forecast(_ plan: Plan, _ session: Session) throws -> Forecast? {
    guard session.workspace.assignment.work != nil else { return nil }
    let question = Study.DeliveryQuestion()
    return try session.forecast(plan.choice, of: session.schedule(plan.choice, question), question)
  }

  private func explanations(_ plan: Plan, _ session: Session) throws -> [Explanation] {
    try session.doing(Text(en: "Explaining:", sv: "Förklarar:")) {
      try session.study.explainAll(plan, session.options)
    }
  }
}
