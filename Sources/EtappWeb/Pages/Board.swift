import Etapp
import EtappModel
import EtappReport
import Foundation

/// The plan board: rounds as columns, places as cards; every move answers at once with what it costs.
enum Board {
  static let routes: [Route] = [
    .get("/plan", .permission(.read)) { visit in try await visit.withPlan { try await page($0, visit) } },
    .get("/plan/trial", .permission(.read)) { visit in
      guard let current = try await visit.current() else { throw Refusal.notFound }
      return try await fragment(current, visit)
    },
    .get("/plan/suggestion", .permission(.plan)) { visit in
      guard let current = try await visit.current() else { throw Refusal.notFound }
      return try await BoardSuggestion.events(current, visit)
    },
    .get("/plan/goals", .permission(.read)) { visit in try await visit.withPlan { try goals($0, visit) } },
    .post("/plan/keep", .permission(.plan)) { visit in
      guard let current = try await visit.current(visit.form["version"]) else { throw Refusal.notFound }
      return try await keep(current, visit)
    },
    .post("/plan/replan", .permission(.plan)) { visit in
      guard let current = try await visit.current(visit.form["version"]) else { throw Refusal.notFound }
      return try replan(current, visit)
    },
  ]

  /// What the address asks for, and what comes of it.
  struct Position: Sendable {
    let current: Current
    let query: BoardQuery
    let trial: Trial
    let seconds: Double
  }

  static func position(_ current: Current, _ fields: Fields) async throws -> Position {
    let query = try BoardQuery(
      fields, version: current.name, plan: current.plan, assignment: current.assignment,
      geography: current.room.names.geography)
    let (study, plan) = (current.room.study, current.plan)
    let (trial, seconds) = try await Blocking.run {
      let began = ProcessInfo.processInfo.systemUptime
      let trial = try study.trying(query.moves, from: plan)
      return (trial, ProcessInfo.processInfo.systemUptime - began)
    }
    return Position(current: current, query: query, trial: trial, seconds: seconds)
  }

  // MARK: The page

  private static func page(_ current: Current, _ visit: Visit) async throws -> Answer {
    let position = try await position(current, visit.query)
    let view = BoardView(position: position, visit: visit)
    var answer = Page(
      title: visit.say(en: "Plan", sv: "Plan"), kicker: current.room.sentences(visit.language).quoted(current.name),
      tab: .plan, scripts: [.board], isWide: true
    ) {
      Parts.planTabs(visit, current: "/plan")
      Tag.p(.class("lead")) {
        visit.say(
          en: "Move a place and see at once what it costs. Nothing is kept until you keep it.",
          sv: "Flytta en plats och se genast vad det kostar. Ingenting sparas förrän du sparar.")
      }
      Tag.div(.class("board-split")) {
        view.columns
        Tag.aside(.id("verdict"), .class("verdict"), .aria("live", "polite")) { view.verdict }
      }
    }.answer(visit)
    answer.headers.append(timing(position))
    return answer
  }

  private static func fragment(_ current: Current, _ visit: Visit) async throws -> Answer {
    let position = try await position(current, visit.query)
    let markup = HTML.fragment(BoardView(position: position, visit: visit).verdict).markup
    return Answer(type: "text/html; charset=utf-8", markup, headers: [timing(position)])
  }

  private static func timing(_ position: Position) -> (name: String, value: String) {
    ("server-timing", "evaluate;dur=\((position.seconds * 10_000).rounded() / 10)")
  }

  private static func goals(_ current: Current, _ visit: Visit) throws -> Answer {
    let pieces = current.pieces()
    return Page(
      title: visit.say(en: "Goals and rules", sv: "Mål och villkor"),
      kicker: current.room.sentences(visit.language).quoted(current.name), tab: .plan
    ) {
      Parts.planTabs(visit, current: "/plan/goals")
      for piece in [ReportPieces.Piece.goals, .rules, .rounds, .travel] {
        Parts.section(pieces.section(piece, visit.language))
      }
    }.answer(visit)
  }

  // MARK: Keeping

  private static func keep(_ current: Current, _ visit: Visit) async throws -> Answer {
    let name = try await kept(current, visit)
    return .redirect("/plan?version=\(Fields.encoded(name))&done=kept")
  }

  /// Keeps a plan with the moves of a form.
  ///
  /// - Returns: The name under which it is kept.
  static func kept(_ current: Current, _ visit: Visit) async throws -> String {
    let position = try await position(current, visit.form)
    let name = try wantedName(visit)
    let note = visit.form["note"].map { String($0.prefix(500)) }.flatMap { $0.isEmpty ? nil : $0 }
    let desk = visit.site.desk
    let (room, plan, actor) = (current.room, position.trial.plan, visit.actor())
    return try await Blocking.run { try desk.keep(plan, in: room, name: name, note: note, by: actor) }
  }

  /// A name as the command line takes it; nil for the next running one.
  private static func wantedName(_ visit: Visit) throws -> String? {
    let name = (visit.form["name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    if name.isEmpty { return nil }
    let isUnfit =
      name.count > 80 || name.contains { $0.isNewline || $0 == "/" || $0.unicodeScalars.contains { $0.value < 0x20 } }
      || name.lowercased().hasSuffix(".csv") || name == "-"
    guard !isUnfit else {
      throw Refusal.unusable(
        Text(
          en: "A plan's name is a line of at most 80 characters without “/”.",
          sv: "En plans namn är en rad om högst 80 tecken utan ”/”."))
    }
    return name
  }

  // MARK: Planning anew

  private static func replan(_ current: Current, _ visit: Visit) throws -> Answer {
    let query = try BoardQuery(
      visit.form, version: current.name, plan: current.plan, assignment: current.assignment,
      geography: current.room.names.geography)
    let pins = query.pins(current.plan.choice)
    let keeping = Pins(opens: pins.opens, forbidden: pins.forbidden)
    let (desk, room, clock, language) = (visit.site.desk, current.room, visit.site.clock, visit.language)
    let note = note(keeping, room, language)
    let who = visit.actor().name
    let id = "replan-" + Secrets.fingerprint(query.path(current.assignment)).prefix(12)
    let title = Text(en: "Planning anew", sv: "Planerar om")
    let run = desk.runs.start(id, title) { run in
      let workspace = room.workspace.keeping(keeping)
      let study = keeping.isEmpty ? room.study : Study(workspace, baselines: room.study.baselines)
      let plan = try study.plan(run.options())
      guard plan.hasChoice else { return .failed(study.wordsWithoutPlan(plan)) }
      let name = try desk.keep(plan, in: room, name: nil, note: note, by: Registry.Actor(who, at: clock()))
      return .done("/plan?version=\(Fields.encoded(name))&done=kept")
    }
    guard run != nil else { throw Refusal.busy }
    return .redirect("/runs/" + Fields.encoded(id))
  }

  private static func note(_ pins: Pins, _ room: Room, _ language: Language) -> String? {
    guard !pins.isEmpty else { return nil }
    let sentences = room.sentences(language)
    let opens = pins.opens.sorted { $0.key < $1.key }.map { "\(sentences.name($0)) → \(sentences.title(ofRound: $1))" }
    return (opens + pins.forbidden.sorted().map { "\(sentences.name($0)) → –" }).joined(separator: ", ")
  }
}

extension Refusal {
  static var busy: Refusal {
    Refusal(
      status: 503,
      message: Text(
        en: "Several computations are under way. Try again when one of them is done.",
        sv: "Flera beräkningar pågår. Försök igen när någon av dem är klar."), headers: [("retry-after", "10")])
  }
}
