import Etapp
import EtappModel
import EtappReport

/// The dialogue with one municipality: promises, conditions, what has been said, what they answered, whom to reach.
enum MunicipalityPage {
  /// What the page is made of.
  struct Matter {
    let municipality: Municipality
    let dialogue: Dialogue
    let offices: [Establishment]
    let sentences: Sentences
    let visit: Visit

    let mayWrite: Bool
    var path: String { DialoguePage.path(municipality.id) }
  }

  static func page(_ visit: Visit) async throws -> Answer {
    let municipality = try await visit.municipality()
    let dialogue = try await visit.conversing { try $0.dialogue(with: municipality.id) }
    let room = try await visit.room()
    let offices = try await visit.current()?.plan.establishments.filter { $0.municipality == municipality.id } ?? []
    let matter = Matter(
      municipality: municipality, dialogue: dialogue, offices: offices, sentences: room.sentences(visit.language),
      visit: visit, mayWrite: visit.mayTalk(with: municipality.id, in: room))
    return Page(title: municipality.name, kicker: visit.say(Tab.dialogue.title), tab: .dialogue) {
      facts(matter)
      promises(matter)
      conditions(matter)
      matter.mayWrite ? DialogueForms.all(matter, themes: room.assignment.correspondence?.themes ?? []) : nil
      timeline(matter)
      answers(matter)
      contacts(matter)
    }.answer(visit)
  }

  private static func facts(_ matter: Matter) -> HTML {
    let (dialogue, sentences, visit) = (matter.dialogue, matter.sentences, matter.visit)
    let none = visit.say(en: "none", sv: "ingen")
    var facts: [(String, HTML)] = [
      (visit.say(en: "Readiness", sv: "Läge"), DialoguePage.readiness(dialogue, sentences)),
      (visit.say(en: "Owner", sv: "Ansvarig"), .text(dialogue.owner ?? none)),
      (
        visit.say(en: "Last contact", sv: "Senaste kontakt"),
        .text(dialogue.lastContact.map(sentences.dates.day) ?? none)
      ),
      (
        visit.say(en: "Next contact", sv: "Nästa kontakt"),
        .text(dialogue.nextContact.map(sentences.dates.day) ?? none)
      ),
    ]
    if !matter.offices.isEmpty {
      facts.append(
        (
          visit.say(en: "In the plan", sv: "I planen"),
          .group {
            for (index, office) in matter.offices.enumerated() {
              index > 0 ? ", " : nil
              Tag.a(.href("/offices/" + Fields.encoded(office.place.code))) { office.name }
              " – " + sentences.title(ofRound: office.round)
            }
          }
        ))
    }
    return Parts.facts(facts)
  }

  // MARK: Promises

  private static func promises(_ matter: Matter) -> HTML? {
    let all = matter.dialogue.promises
    guard !all.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { matter.visit.say(en: "Promises", sv: "Löften") }
      Tag.ul(.class("due")) {
        for (index, promise) in (all.filter { $0.kept == nil } + all.filter { $0.kept != nil }).enumerated() {
          Tag.li { self.promise(promise, index, matter) }
        }
      }
    }
  }

  private static func promise(_ promise: Dialogue.Promise, _ index: Int, _ matter: Matter) -> HTML {
    let (sentences, visit) = (matter.sentences, matter.visit)
    return .group {
      Tag.strong {
        promise.isOurs
          ? visit.say(en: "Our promise", sv: "Vårt löfte") : visit.say(en: "Their promise", sv: "Deras löfte")
      }
      state(promise, matter)
      Tag.p(.class("words")) { promise.text }
      Tag.p(.class("detail")) {
        sentences.span(promise.due) ?? visit.say(en: "No day was said.", sv: "Ingen dag sades.")
        promise.entry.map { number in
          HTML.group {
            " · "
            Tag.a(.href(EntryPage.path(number))) { number }
          }
        }
      }
      matter.mayWrite ? promiseForm(promise, index, matter) : nil
    }
  }

  private static func state(_ promise: Dialogue.Promise, _ matter: Matter) -> HTML {
    let (sentences, visit) = (matter.sentences, matter.visit)
    if let day = promise.kept {
      return Tag.span(.class("status open")) {
        visit.say(en: "kept \(sentences.dates.day(day))", sv: "hållet \(sentences.dates.day(day))")
      }
    }
    let due = matter.dialogue.open(on: visit.today).first { $0.matter == .promise(promise) }
    return due.map { due in
      Tag.span(.class("status " + (due.isOverdue ? "late" : due.isUrgent ? "slipping" : "new"))) {
        sentences.state(due)
      }
    } ?? .nothing
  }

  private static func promiseForm(_ promise: Dialogue.Promise, _ index: Int, _ matter: Matter) -> HTML {
    let visit = matter.visit
    let name = visit.say(en: "Promise", sv: "Löfte") + " \(index + 1)"
    guard promise.kept == nil else {
      return Parts.form(matter.path + "/reopened", visit, .aria("label", name)) {
        Parts.hidden("promise", promise.id)
        Parts.quiet(visit.say(en: "It was not kept after all", sv: "Det hölls inte trots allt"))
      }
    }
    return Parts.form(matter.path + "/kept", visit, .class("row-form"), .aria("label", name)) {
      Parts.hidden("promise", promise.id)
      Parts.field(
        visit.say(en: "Kept on", sv: "Hållet den"), name: "day", id: "kept-\(index)", type: "date",
        value: visit.now.day().description)
      Parts.quiet(visit.say(en: "It is kept", sv: "Det är hållet"))
    }
  }

  // MARK: Conditions

  private static func conditions(_ matter: Matter) -> HTML? {
    let (sentences, visit) = (matter.sentences, matter.visit)
    guard !matter.dialogue.conditions.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Conditions", sv: "Villkor") }
      Tag.ul(.class("due")) {
        for condition in matter.dialogue.conditions {
          Tag.li {
            Tag.strong { condition.text }
            Tag.span(.class("status " + (condition.isConfirmed ? "open" : "new"))) {
              condition.isConfirmed
                ? visit.say(en: "confirmed", sv: "bekräftat") : visit.say(en: "not confirmed", sv: "inte bekräftat")
            }
            condition.notBefore.map { day in
              Tag.p(.class("detail")) {
                visit.say(en: "Not before \(sentences.dates.day(day))", sv: "Inte före \(sentences.dates.day(day))")
              }
            }
            matter.mayWrite ? conditionForm(condition, matter) : nil
          }
        }
      }
    }
  }

  private static func conditionForm(_ condition: Dialogue.Condition, _ matter: Matter) -> HTML {
    let visit = matter.visit
    return Parts.form(matter.path + "/condition-standing", visit, .class("row-form"), .aria("label", condition.text)) {
      Parts.hidden("condition", condition.id)
      condition.isConfirmed
        ? nil : Parts.quiet(visit.say(en: "Confirm", sv: "Bekräfta"), .name("standing"), .value("confirmed"))
      Parts.quiet(visit.say(en: "Drop", sv: "Stryk"), .name("standing"), .value("dropped"))
    }
  }

  // MARK: What was said

  private static func timeline(_ matter: Matter) -> HTML {
    let (sentences, visit) = (matter.sentences, matter.visit)
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "What has been said", sv: "Vad som har sagts") }
      if matter.dialogue.talks.isEmpty {
        Tag.p { visit.say(en: "Nothing has been written down yet.", sv: "Inget har antecknats ännu.") }
      }
      Tag.ol(.class("timeline")) {
        for talk in matter.dialogue.talks.reversed() {
          Tag.li {
            Tag.p(.class("detail")) {
              "\(sentences.dates.day(talk.day)) · \(sentences.word(talk.channel)) · \(talk.with)"
            }
            Tag.p(.class("words")) { talk.summary }
            Tag.p(.class("detail")) {
              talk.entry.map { number in
                HTML.group {
                  Tag.a(.href(EntryPage.path(number))) { number }
                  " · "
                }
              }
              visit.say(en: "written down by \(talk.by)", sv: "antecknat av \(talk.by)")
            }
          }
        }
      }
    }
  }

  private static func answers(_ matter: Matter) -> HTML? {
    guard !matter.dialogue.answers.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { matter.visit.say(en: "What they answered", sv: "Vad de svarade") }
      Tag.dl(.class("facts")) {
        for answer in matter.dialogue.answers {
          Tag.div {
            Tag.dt { matter.sentences.theme(answer.theme) }
            Tag.dd {
              Tag.p(.class("words")) { answer.text }
              Tag.p(.class("detail")) { matter.sentences.dates.day(answer.day) }
            }
          }
        }
      }
    }
  }

  private static func contacts(_ matter: Matter) -> HTML? {
    let visit = matter.visit
    guard !matter.dialogue.contacts.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Contacts", sv: "Kontakter") }
      Parts.table(
        visit.say(en: "Whom to reach", sv: "Vem som kan nås"),
        [
          visit.say(en: "Name", sv: "Namn"), visit.say(en: "Role", sv: "Roll"),
          visit.say(en: "Address", sv: "Adress"), visit.say(en: "Telephone", sv: "Telefon"),
        ],
        rows: matter.dialogue.contacts.map {
          [.text($0.name), .text($0.role), .text($0.address ?? "–"), .text($0.phone ?? "–")]
        })
    }
  }
}
