import Etapp
import EtappModel
import EtappReport

/// The dialogue with every municipality: what is due, and how far each has come.
enum DialoguePage {
  static let routes: [Route] =
    [
      .get("/dialogue", .permission(.read)) { try await page($0) },
      .get("/dialogue/:municipality", .permission(.read)) { try await MunicipalityPage.page($0) },
    ] + DialogueWriting.routes

  /// The dialogues that a plan calls for, and what is open in them.
  struct Matter: Sendable {
    var dialogues: [Dialogue]
    var today: Day

    var urgent: [Dialogue.Due] { dialogues.due(on: today) }

    /// What comes up within a fortnight.
    var soon: [Dialogue.Due] {
      dialogues.open(on: today).filter { due in
        if case .ahead(let days) = due.state { days <= 14 } else { false }
      }
    }
  }

  static func matter(_ choice: Choice?, _ visit: Visit) async throws -> Matter {
    Matter(dialogues: try await visit.conversing { try $0.all(of: choice) }, today: visit.today)
  }

  static func path(_ municipality: ID<Municipality>) -> String { "/dialogue/" + Fields.encoded(municipality.code) }

  private static func page(_ visit: Visit) async throws -> Answer {
    let room = try await visit.room()
    let matter = try await matter(try await visit.current()?.plan.choice, visit)
    let sentences = room.sentences(visit.language)
    return Page(title: visit.say(Tab.dialogue.title), tab: .dialogue) {
      LettersPage.tabs(visit)
      Tag.p(.class("answer")) { sentences.gist(matter.dialogues, on: matter.today) }
      section(visit.say(en: "To be done now", sv: "Att göra nu"), matter.urgent, sentences, visit)
      section(visit.say(en: "Within a fortnight", sv: "Inom två veckor"), matter.soon, sentences, visit)
      table(matter, sentences, visit)
    }.answer(visit)
  }

  private static func section(
    _ title: String, _ due: [Dialogue.Due], _ sentences: Sentences, _ visit: Visit
  ) -> HTML? {
    guard !due.isEmpty else { return nil }
    return Tag.section(.class("card")) {
      Tag.h2 { title }
      list(due, sentences, visit)
    }
  }

  /// What is to be done, a line each.
  static func list(_ due: some Sequence<Dialogue.Due>, _ sentences: Sentences, _ visit: Visit) -> HTML {
    Tag.ul(.class("due")) {
      for item in due {
        Tag.li {
          Tag.a(.href(path(item.municipality))) { sentences.names.name(of: item.municipality) }
          Tag.span(.class("status " + (item.isOverdue ? "late" : item.isUrgent ? "slipping" : "new"))) {
            sentences.state(item)
          }
          Tag.p(.class("words")) { what(item, visit) }
        }
      }
    }
  }

  private static func what(_ item: Dialogue.Due, _ visit: Visit) -> String {
    switch item.matter {
    case .contact: return visit.say(en: "Next contact", sv: "Nästa kontakt")
    case .promise(let promise):
      let whose =
        promise.isOurs
        ? visit.say(en: "Our promise", sv: "Vårt löfte")
        : visit.say(
          en: "Their promise", sv: "Deras löfte")
      return whose + ": " + promise.text
    }
  }

  private static func table(_ matter: Matter, _ sentences: Sentences, _ visit: Visit) -> HTML {
    let rows = matter.dialogues.sorted {
      sentences.sortKey(sentences.names.name(of: $0.municipality))
        < sentences.sortKey(sentences.names.name(of: $1.municipality))
    }
    return Parts.table(
      visit.say(en: "Every municipality of the plan", sv: "Planens alla kommuner"),
      [
        visit.say(en: "Municipality", sv: "Kommun"), visit.say(en: "Readiness", sv: "Läge"),
        visit.say(en: "Last contact", sv: "Senaste kontakt"), visit.say(en: "Next contact", sv: "Nästa kontakt"),
        visit.say(en: "Open promises", sv: "Öppna löften"), visit.say(en: "Owner", sv: "Ansvarig"),
      ], numeric: [4],
      rows: rows.map { dialogue in
        [
          Tag.a(.href(path(dialogue.municipality))) { sentences.names.name(of: dialogue.municipality) },
          readiness(dialogue, sentences), day(dialogue.lastContact, sentences), day(dialogue.nextContact, sentences),
          .text(sentences.numbers.whole(dialogue.promises.count { $0.kept == nil })), .text(dialogue.owner ?? "–"),
        ]
      })
  }

  static func readiness(_ dialogue: Dialogue, _ sentences: Sentences) -> HTML {
    let sign =
      switch dialogue.readiness {
      case .untold, .told: "new"
      case .talking: "under-way"
      case .ready: "open"
      case .blocked: "late"
      }
    return Tag.span(.class("status " + sign)) { sentences.sentence(sentences.word(dialogue.readiness)) }
  }

  private static func day(_ day: Day?, _ sentences: Sentences) -> HTML { .text(day.map(sentences.dates.short) ?? "–") }
}

extension Dialogue.Due {
  var isOverdue: Bool {
    if case .overdue = state { true } else { false }
  }
}
