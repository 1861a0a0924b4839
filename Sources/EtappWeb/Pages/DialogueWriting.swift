import Etapp
import EtappModel

/// What the forms of the dialogue do: each is one or a few changes, kept with who made them.
enum DialogueWriting {
  static let routes: [Route] = [
    write("talk") { visit, _ in
      let talk = Dialogue.Talk(
        day: try needed(visit.day("day")), channel: try needed(visit.choice("channel", Dialogue.Talk.Channel.self)),
        with: try visit.neededWords("with", most: 200), summary: try visit.neededWords("summary"),
        by: visit.actor().name)
      return [.talk(talk)]
    },
    write("standing") { visit, old in
      guard visit.form["known"].map({ $0 == DialogueForms.known(old) }) ?? true else {
        throw Refusal.conflict(
          Text(
            en: "Somebody else has changed this since you opened the page. Go back and look again.",
            sv: "Någon annan har ändrat detta sedan du öppnade sidan. Gå tillbaka och titta igen."))
      }
      return [
        .nextContact(try visit.day("next")), .owner(try visit.words("owner", most: 200)),
        .readiness(try needed(visit.choice("readiness", Dialogue.Readiness.self))),
      ]
    },
    write("kept") { visit, old in
      [.kept(promise: try promise(visit, old), on: try visit.day("day") ?? visit.now.day())]
    },
    write("reopened") { visit, old in [.reopened(promise: try promise(visit, old))] },
    write("answer") { visit, _ in
      let theme = try visit.neededWords("theme", most: 200)
      let themes = try await visit.room().assignment.correspondence?.themes ?? []
      guard themes.contains(where: { $0.id == theme }) else { throw Refusal.notFound }
      return [
        .answer(
          Dialogue.Answer(theme: theme, text: try visit.neededWords("text"), day: try needed(visit.day("day"))))
      ]
    },
    write("condition-standing") { visit, old in
      guard let id = visit.form["condition"], old.conditions.contains(where: { $0.id == id }) else {
        throw Refusal.notFound
      }
      return [visit.form["standing"] == "dropped" ? .dropped(condition: id) : .confirmed(condition: id)]
    },
    .post("/dialogue/:municipality/promise", .permission(.talk)) { try await promise($0) },
    .post("/dialogue/:municipality/condition", .permission(.talk)) { try await condition($0) },
  ]

  /// A form that makes changes, and leads back to the municipality.
  private static func write(
    _ name: String, _ changes: @escaping @Sendable (Visit, Dialogue) async throws -> [Dialogue.Change]
  ) -> Route {
    .post("/dialogue/:municipality/" + name, .permission(.talk)) { visit in
      let municipality = try await ownMunicipality(visit)
      let old = try await visit.conversing { try $0.dialogue(with: municipality) }
      let (changes, actor) = (try await changes(visit, old), visit.actor())
      try await visit.conversing { conversations in
        for change in changes { try conversations.apply(change, to: municipality, by: actor) }
      }
      return done(municipality)
    }
  }

  /// The municipality of the address, where whoever asks may write in the dialogue with it.
  private static func ownMunicipality(_ visit: Visit) async throws -> ID<Municipality> {
    let municipality = try await visit.municipality().id
    guard visit.mayTalk(with: municipality, in: try await visit.room()) else { throw Refusal.forbidden }
    return municipality
  }

  private static func done(_ municipality: ID<Municipality>) -> Answer {
    .redirect(DialoguePage.path(municipality) + "?done=written")
  }

  private static func needed<Value>(_ value: Value?) throws -> Value {
    guard let value else {
      throw Refusal.unusable(
        Text(en: "Something that must be there was left empty.", sv: "Något som måste fyllas i lämnades tomt."))
    }
    return value
  }

  private static func promise(_ visit: Visit, _ dialogue: Dialogue) throws -> String {
    guard let id = visit.form["promise"], dialogue.promises.contains(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    return id
  }

  private static func promise(_ visit: Visit) async throws -> Answer {
    let municipality = try await ownMunicipality(visit)
    let (text, isOurs) = (try visit.neededWords("text"), visit.form["side"] != "theirs")
    let (due, actor) = (DayInterval(from: try visit.day("from"), to: try visit.day("to")), visit.actor())
    try await visit.conversing { conversations in
      _ = try conversations.promise(text, isOurs: isOurs, due: due, to: municipality, by: actor)
    }
    return done(municipality)
  }

  private static func condition(_ visit: Visit) async throws -> Answer {
    let municipality = try await ownMunicipality(visit)
    let (text, before, actor) = (try visit.neededWords("text"), try visit.day("before"), visit.actor())
    try await visit.conversing { conversations in
      _ = try conversations.condition(text, notBefore: before, of: municipality, by: actor)
    }
    return done(municipality)
  }
}
