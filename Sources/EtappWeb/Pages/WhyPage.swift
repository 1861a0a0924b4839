import Etapp
import EtappModel
import EtappReport

/// Why a place is where it is, and what each alternative would cost.
enum WhyPage {
  static let routes: [Route] = [
    .get("/why", .permission(.read)) { visit in
      if let topic = visit.query["topic"], !topic.isEmpty { return .redirect("/why/" + Fields.encoded(topic)) }
      return try await visit.withPlan { try page($0, nil, visit) }
    },
    .get("/why/:topic", .permission(.read)) { visit in
      try await visit.withPlan { current in
        let topic = try asked(visit.path["topic"] ?? "", current, visit)
        let known = key(topic, current)
        if let explanation = current.room.knownExplanation(known) {
          return try page(current, (topic, explanation), visit)
        }
        return try start(topic, known, current, visit)
      }
    },
  ]

  static func key(_ topic: Topic, _ current: Current) -> String {
    "\(current.version.stored) \(current.name) \(topic)"
  }

  /// Every alternative is proved anew, which takes a second or two: the reader sees how far it is.
  private static func start(_ topic: Topic, _ key: String, _ current: Current, _ visit: Visit) throws -> Answer {
    let (room, plan) = (current.room, current.plan)
    let id = "why-" + Secrets.fingerprint(key).prefix(12)
    let target = visit.inquiry.path + (visit.query.all.isEmpty ? "" : "?" + visit.query.encoded)
    let title = Text(en: "Weighing the alternatives", sv: "Väger alternativen")
    let run = visit.site.desk.runs.start(id, title) { run in
      _ = try room.explanation(topic, of: plan, key: key, run.options(timeLimit: 20))
      return .done(target)
    }
    guard run != nil else { throw Refusal.busy }
    return .redirect("/runs/\(id)?to=\(Fields.encoded(target))")
  }

  static func asked(_ words: String, _ current: Current, _ visit: Visit) throws -> Topic {
    do throws(Study.TopicFailure) {
      return try current.room.study.topic(named: words, in: current.plan)
    } catch {
      let names: [String]
      switch error {
      case .unknown(let nearest): names = nearest
      case .ambiguous(let meanings): names = meanings
      }
      let list = names.joined(separator: ", ")
      throw Refusal(
        status: 404,
        message: names.isEmpty
          ? Text(en: "No place or municipality is called “\(words)”.", sv: "Ingen plats eller kommun heter ”\(words)”.")
          : Text(en: "“\(words)”: did you mean \(list)?", sv: "”\(words)”: menade du \(list)?"))
    }
  }

  private static func page(
    _ current: Current, _ answer: (topic: Topic, explanation: Explanation)?, _ visit: Visit
  ) throws -> Answer {
    let sentences = current.room.sentences(visit.language)
    let title = answer.map { sentences.question($0.explanation) } ?? visit.say(en: "Why?", sv: "Varför?")
    return Page(title: title, kicker: sentences.quoted(current.name), tab: .plan) {
      Parts.planTabs(visit, current: "")
      answer.map { answer in reasons(answer.topic, answer.explanation, current, sentences, visit) }
      chooser(current, sentences, visit)
    }.answer(visit)
  }

  private static func reasons(
    _ topic: Topic, _ explanation: Explanation, _ current: Current, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Tag.div(.class("alternatives")) {
      for alternative in explanation.alternatives {
        Tag.article(.class("card " + (alternative.round.map(RoundColour.className) ?? ""))) {
          Tag.h2 { sentences.title(alternative.question) }
          Tag.p { sentences.alternative(alternative, of: explanation) }
          Tag.p(.class("meaning")) { sentences.proof(alternative.proof) }
          if let choice = alternative.choice, visit.may(.plan) {
            let moves = current.plan.choice.moves(to: choice)
            Tag.p {
              Tag.a(.href(BoardQuery(version: current.name, moves: moves).path(current.assignment))) {
                visit.say(en: "See it on the board", sv: "Se det på tavlan")
              }
            }
          }
        }
      }
    }
  }

  /// Every place may be asked about, and every municipality.
  private static func chooser(_ current: Current, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let names = current.room.names.geography.municipalities.map { ($0.id.code, $0.name) }
      .sorted { sentences.sortKey($0.1) < sentences.sortKey($1.1) }
    return Tag.form(
      [Attribute("method", "get"), Attribute("action", "/why"), .class("row-form"), .data("goes", "/why/")]
    ) {
      Parts.choice(
        visit.say(en: "Ask about another", sv: "Fråga om en annan"), name: "topic",
        names.map { (value: $0.0, words: $0.1) })
      Parts.quiet(visit.say(en: "Ask", sv: "Fråga"))
    }
  }
}
