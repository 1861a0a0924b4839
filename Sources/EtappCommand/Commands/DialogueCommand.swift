import ArgumentParser
import Etapp
import EtappModel
import Foundation

/// `etapp dialogue`
struct DialogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dialogue",
    abstract: "The dialogue with every municipality: what is promised, what is due, who is to be told.",
    discussion: """
      Without a municipality: how far each has come, and what is due. With one: everything that is known, and with options
      what is written down of it. --tell says who must hear of the changes from one kept plan to another, and in which order.

        etapp dialogue . --due 2021-10-25
        etapp dialogue . Ånge
        etapp dialogue . Ånge --talk "They have looked at two premises" --channel phone --with "the manager" --next 2021-11-15
        etapp dialogue . Ånge --kept 2021-00042#1
        etapp dialogue . --tell plan-1
      """)

  @OptionGroup var folder: FolderArgument

  @Argument(help: ArgumentHelp("The municipality.", valueName: "NAME"))
  var municipality: String?

  @Option(help: ArgumentHelp("What is due by this day; else today.", valueName: "DATE"))
  var due: DayArgument?

  @Option(help: ArgumentHelp("Who is to be told of what has changed since this kept plan.", valueName: "PLAN"))
  var tell: String?

  @Option(help: ArgumentHelp("Of this kept plan; else of the one kept last.", valueName: "NAME"))
  var plan: String?

  @OptionGroup var changes: DialogueChanges
  @OptionGroup var acting: ActorOption
  @OptionGroup var printing: OutputOptions

  func validate() throws {
    if municipality == nil, !changes.isEmpty { throw ValidationError("Name the municipality that this is about.") }
    if municipality != nil, tell != nil { throw ValidationError("--tell is about all municipalities.") }
  }

  func run() throws {
    let opened = try RegisterSession(folder.folder, printing)
    guard let words = municipality else { return try overview(opened) }
    let id = try opened.municipality(words)
    let actor = acting.actor()
    try opened.asking { () throws(Versions.Failure) in
      try changes.apply(to: id, opened.conversations, by: actor)
    }
    let dialogue = try opened.asking { () throws(Versions.Failure) in try opened.conversations.dialogue(with: id) }
    let day = due?.day ?? Now.day
    opened.show(
      opened.conversations.document([dialogue], on: day, due: dialogue.open(on: day), language: opened.language),
      opened.conversations.words(for: dialogue)(opened.language))
  }

  private func overview(_ opened: RegisterSession) throws {
    let versions = opened.teller.versions(opened.workspace)
    let choice = try (plan ?? versions.last?.name).map { try self.choice($0, versions, opened) }
    let dialogues = try opened.asking { () throws(Versions.Failure) in try opened.conversations.all(of: choice) }
    let day = due?.day ?? Now.day
    let open = due == nil ? dialogues.open(on: day) : dialogues.open(on: day).filter { ($0.by ?? .distant) <= day }
    let notices = try tell.map { name in
      opened.conversations.notices(from: try self.choice(name, versions, opened), to: choice ?? Choice())
    }
    let language = opened.language
    let words = [
      notices.map { opened.conversations.words(for: $0)(language) }
        ?? (due == nil ? opened.conversations.words(for: dialogues)(language) : nil),
      notices == nil && !(due == nil && open.isEmpty) ? opened.conversations.words(for: open, on: day)(language) : nil,
    ]
    opened.show(
      opened.conversations.document(dialogues, on: day, due: open, notices: notices ?? [], language: language),
      words.compactMap { $0 }.joined(separator: "\n\n"))
  }

  private func choice(_ name: String, _ versions: [Version], _ opened: RegisterSession) throws -> Choice {
    if let version = versions.first(where: { $0.name == name }) { return version.choice(in: opened.workspace).choice }
    throw opened.teller.fail(
      Text(en: "No plan is kept under the name “\(name)”.", sv: "Ingen plan är sparad under namnet ”\(name)”."), .usage,
      maybe: Names.nearest(to: name, among: versions.map(\.name)))
  }
}

/// What is written down of the dialogue with one municipality.
struct DialogueChanges: ParsableArguments {
  @Option(help: ArgumentHelp("What was said.", valueName: "WORDS"))
  var talk: String?

  @Option(help: "How: letter, mail, phone, meeting, other.")
  var channel: ChannelArgument?

  @Option(help: ArgumentHelp("With whom.", valueName: "NAME"))
  var with: String?

  @Option(help: ArgumentHelp("When; else today.", valueName: "DATE"))
  var on: DayArgument?

  @Option(help: ArgumentHelp("When we are in touch next.", valueName: "DATE"))
  var next: DayArgument?

  @Option(help: ArgumentHelp("Who of us answers for the dialogue.", valueName: "NAME"))
  var owner: String?

  @Option(help: "How far they have come: untold, told, talking, ready, blocked.")
  var readiness: ReadinessArgument?

  @Option(help: ArgumentHelp("Something we promise; with --from and --until.", valueName: "WORDS"))
  var promise: String?

  @Flag(help: "The promise is theirs, not ours.")
  var theirs = false

  @Option(help: ArgumentHelp("The promise is due from this day.", valueName: "DATE"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("The promise is due until this day.", valueName: "DATE"))
  var until: DayArgument?

  @Option(help: ArgumentHelp("This promise has been kept.", valueName: "ID"))
  var kept: String?

  @Option(help: ArgumentHelp("Their answer on a theme of the consultation, as theme=words.", valueName: "ANSWER"))
  var answer: [AnswerArgument] = []

  @Option(help: ArgumentHelp("A condition that they put; with --from as the first day it allows.", valueName: "WORDS"))
  var condition: String?

  @Option(help: ArgumentHelp("This condition is confirmed, and binds.", valueName: "ID"))
  var confirm: String?

  func validate() throws {
    if talk == nil, channel != nil || with != nil { throw ValidationError("--channel and --with go with --talk.") }
    if promise == nil, theirs || until != nil { throw ValidationError("--theirs and --until go with --promise.") }
    if from != nil, promise == nil, condition == nil {
      throw ValidationError("--from goes with --promise or --condition.")
    }
  }

  var isEmpty: Bool {
    talk == nil && next == nil && owner == nil && readiness == nil && promise == nil && kept == nil && answer.isEmpty
      && condition == nil && confirm == nil
  }

  func apply(
    to municipality: ID<Municipality>, _ conversations: Conversations, by actor: Registry.Actor
  ) throws(Versions.Failure) {
    let day = on?.day ?? Now.day
    for change in plain(on: day, by: actor.name) { try conversations.apply(change, to: municipality, by: actor) }
    if let promise {
      let due = DayInterval(from: from?.day, to: until?.day)
      try conversations.promise(promise, isOurs: !theirs, due: due, to: municipality, by: actor)
    }
    if let condition {
      let notBefore = promise == nil ? from?.day : nil
      try conversations.condition(condition, notBefore: notBefore, of: municipality, by: actor)
    }
  }

  /// Changes without an id of their own.
  private func plain(on day: Day, by name: String) -> [Dialogue.Change] {
    var changes: [Dialogue.Change] = []
    if let talk {
      changes.append(
        .talk(
          Dialogue.Talk(day: day, channel: channel?.channel ?? .other, with: with ?? "–", summary: talk, by: name)))
    }
    if let owner { changes.append(.owner(owner.isEmpty ? nil : owner)) }
    if let readiness { changes.append(.readiness(readiness.readiness)) }
    if let kept { changes.append(.kept(promise: kept, on: day)) }
    for one in answer { changes.append(.answer(Dialogue.Answer(theme: one.theme, text: one.text, day: day))) }
    if let confirm { changes.append(.confirmed(condition: confirm)) }
    // After the talk, which ends the contact that was next.
    if let next { changes.append(.nextContact(next.day)) }
    return changes
  }
}

struct ChannelArgument: ExpressibleByArgument {
  let channel: Dialogue.Talk.Channel

  init?(argument: String) {
    guard let channel = Dialogue.Talk.Channel(rawValue: argument.lowercased()) else { return nil }
    self.channel = channel
  }
}

struct ReadinessArgument: ExpressibleByArgument {
  let readiness: Dialogue.Readiness

  init?(argument: String) {
    guard let readiness = Dialogue.Readiness(rawValue: argument.lowercased()) else { return nil }
    self.readiness = readiness
  }
}

/// `premises=Two are at hand`.
struct AnswerArgument: ExpressibleByArgument {
  let theme: String
  let text: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    theme = String(parts[0])
    text = String(parts[1])
  }
}

extension Day {
  /// After every day that anybody means.
  fileprivate static let distant = Day(number: .max / 2)
}
