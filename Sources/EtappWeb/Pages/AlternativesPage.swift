import Etapp
import EtappModel
import EtappReport

/// Other plans that are nearly as good, and what one goal costs another.
enum AlternativesPage {
  static let routes: [Route] = [
    .get("/alternatives", .permission(.read)) { visit in
      try await visit.withPlan { current in
        guard let variants = current.room.variants(current.name) else { return try start(current, visit) }
        return variantsPage(variants, current, visit)
      }
    },
    .get("/frontier", .permission(.read)) { visit in
      try await visit.withPlan { current in try frontier(current, visit) }
    },
  ]

  private static let seconds = 20.0

  private static func start(_ current: Current, _ visit: Visit) throws -> Answer {
    let (room, plan, name) = (current.room, current.plan, current.name)
    let id = "alternatives-" + name
    let title = Text(en: "Looking for alternatives", sv: "Söker alternativ")
    let run = visit.site.desk.runs.start(id, title) { run in
      let variants = try room.study.alternatives(to: plan, run.options(timeLimit: seconds))
      room.keep(variants, for: name)
      return .done("/alternatives?version=" + Fields.encoded(name))
    }
    guard run != nil else { throw Refusal.busy }
    return .redirect("/runs/" + Fields.encoded(id))
  }

  private static func variantsPage(_ variants: [Variant], _ current: Current, _ visit: Visit) -> Answer {
    let sentences = current.room.sentences(visit.language)
    return Page(
      title: visit.say(en: "Alternatives", sv: "Alternativ"), kicker: sentences.quoted(current.name), tab: .plan
    ) {
      Parts.planTabs(visit, current: "/alternatives")
      Tag.p(.class("lead")) {
        visit.say(
          en: "Plans within two per cent of the best on every goal that differ in at least two places.",
          sv: "Planer inom två procent från det bästa på varje mål som skiljer sig på minst två platser.")
      }
      if variants.isEmpty {
        Tag.p(.class("answer")) { visit.say(en: "There are none.", sv: "Det finns inga.") }
      }
      Tag.div(.class("alternatives")) {
        for (index, variant) in variants.enumerated() {
          Tag.article(.class("card")) {
            Tag.h2 { visit.say(en: "Alternative", sv: "Alternativ") + " \(index + 1)" }
            Tag.p { sentences.variant(variant) }
            Tag.p {
              Tag.a(
                .href(BoardQuery(version: current.name, moves: variant.moves).path(current.assignment))
              ) { visit.say(en: "See it on the board", sv: "Se det på tavlan") }
            }
          }
        }
      }
    }.answer(visit)
  }

  // MARK: The frontier of two goals

  private static func frontier(_ current: Current, _ visit: Visit) throws -> Answer {
    let goals = current.assignment.goals.map(\.id)
    let asked = (visit.query["goals"] ?? "").split(separator: ",").map { ID<Goal>(String($0)) }
    guard goals.count > 1 else {
      return Page(title: visit.say(en: "Frontier", sv: "Front"), tab: .plan) {
        Parts.planTabs(visit, current: "/frontier")
        Tag.p { visit.say(en: "It takes two goals.", sv: "Det behövs två mål.") }
      }.answer(visit)
    }
    guard asked.count == 2, asked[0] != asked[1], asked.allSatisfy(goals.contains) else {
      return frontierPage(nil, current, visit)
    }
    let key = asked.map(\.code).joined(separator: ",")
    if let frontier = current.room.frontier(key) { return frontierPage(frontier, current, visit) }
    let (room, id) = (current.room, "frontier-" + key)
    let title = Text(en: "Looking for the frontier", sv: "Söker fronten")
    let run = visit.site.desk.runs.start(id, title) { run in
      let frontier = try room.study.frontier(asked[0], asked[1], points: 9, run.options(timeLimit: seconds))
      room.keep(frontier, for: key)
      return .done("/frontier?goals=" + Fields.encoded(key))
    }
    guard run != nil else { throw Refusal.busy }
    return .redirect("/runs/" + Fields.encoded(id))
  }

  private static func frontierPage(_ frontier: Frontier?, _ current: Current, _ visit: Visit) -> Answer {
    let sentences = current.room.sentences(visit.language)
    return Page(title: visit.say(en: "Frontier", sv: "Front"), kicker: sentences.quoted(current.name), tab: .plan) {
      Parts.planTabs(visit, current: "/frontier")
      Tag.p(.class("lead")) {
        visit.say(
          en: "What one goal costs another: plans that no plan beats on both.",
          sv: "Vad ett mål kostar ett annat: planer som ingen plan slår på båda.")
      }
      pairs(current, sentences, visit)
      if let frontier { picture(frontier, current, sentences, visit) }
    }.answer(visit)
  }

  private static func pairs(_ current: Current, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let goals = current.assignment.goals
    let pairs = goals.indices.flatMap { first in
      goals.indices.filter { $0 > first }.map { (goals[first], goals[$0]) }
    }
    return Tag.form([Attribute("method", "get"), Attribute("action", "/frontier"), .class("row-form")]) {
      Parts.choice(
        visit.say(en: "Goals", sv: "Mål"), name: "goals",
        pairs.map { (value: "\($0.id.code),\($1.id.code)", words: "\(sentences.title($0)) – \(sentences.title($1))") },
        chosen: visit.query["goals"])
      Parts.quiet(visit.say(en: "Draw", sv: "Rita"))
    }
  }

  private static func picture(
    _ frontier: Frontier, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    let drawn = ReportPieces(
      ReportContent(
        assignment: current.assignment, geography: current.room.workspace.geography, plan: current.plan,
        frontier: frontier, made: Day(number: 0), version: Study.version), names: current.room.names
    ).section(.frontier, visit.language)
    return Tag.section(.class("section")) {
      drawn?.lead.map { lead in Tag.p(.class("lead")) { lead } }
      drawn?.content
      Tag.h2 { visit.say(en: "Look at one", sv: "Titta på en") }
      Tag.ol(.class("prose")) {
        for point in frontier.points {
          Tag.li {
            Tag.a(
              .href(
                BoardQuery(version: current.name, moves: current.plan.choice.moves(to: point.choice))
                  .path(current.assignment))
            ) { sentences.point(point, of: frontier) }
          }
        }
      }
    }
  }
}
