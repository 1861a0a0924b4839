import Etapp
import EtappModel
import EtappReport

/// What may be done with an entry: its promises confirmed or turned down, its facts corrected, its secrecy marked.
enum EntryWriting {
  static let routes: [Route] = [
    .post("/register/:number/promises/:index", .permission(.register)) { try await judge($0) },
    .post("/register/:number/correct", .permission(.register)) { try await correct($0) },
    .post("/register/:number/secrecy", .permission(.register)) { try await mark($0) },
  ]

  // MARK: Promises

  static func promiseForm(_ promise: RegisterEntry.Promise, _ entry: RegisterEntry, _ visit: Visit) -> HTML {
    let path = EntryPage.path(entry.number) + "/promises/\(promise.index)"
    let interval = promise.commitment.interval
    return Parts.form(
      path, visit, .class("row-form"), .aria("label", visit.say(en: "Promise", sv: "Löfte") + " \(promise.index)")
    ) {
      if promise.isConfirmed != true {
        Parts.field(
          visit.say(en: "Earliest", sv: "Tidigast"), name: "from", id: "from-\(promise.index)", type: "date",
          value: interval.from?.description ?? "")
        Parts.field(
          visit.say(en: "Latest", sv: "Senast"), name: "to", id: "to-\(promise.index)", type: "date",
          value: interval.to?.description ?? "")
        Tag.button(.type("submit"), .class("button"), .name("verdict"), .value("confirm")) {
          visit.say(en: "Confirm", sv: "Bekräfta")
        }
      }
      if promise.isConfirmed != false {
        Parts.quiet(visit.say(en: "It is no promise", sv: "Det är inget löfte"), .name("verdict"), .value("decline"))
      }
    }
  }

  private static func judge(_ visit: Visit) async throws -> Answer {
    .redirect(EntryPage.path(try await judged(visit)) + "?done=judged")
  }

  /// Confirms a promise or turns it down, as a form says.
  ///
  /// - Returns: The entry's number.
  static func judged(_ visit: Visit) async throws -> String {
    let entry = try await EntryPage.entry(visit)
    guard let index = Int(visit.path["index"] ?? ""), entry.promises.contains(where: { $0.index == index }) else {
      throw Refusal.notFound
    }
    let (due, actor) = (DayInterval(from: try visit.day("from"), to: try visit.day("to")), visit.actor())
    if let from = due.from, let to = due.to, to < from {
      throw Refusal.unusable(
        Text(en: "The latest day is before the earliest.", sv: "Den senaste dagen är före den tidigaste."))
    }
    switch visit.form["verdict"] {
    case "confirm":
      try await visit.registering { _ = try $0.confirm(entry.number, promise: index, due: due, by: actor) }
    case "decline": try await visit.registering { _ = try $0.decline(entry.number, promise: index, by: actor) }
    default: throw Refusal.unusable(Text(en: "Confirm it or turn it down.", sv: "Bekräfta eller avfärda det."))
    }
    return entry.number
  }

  // MARK: Corrections

  static func forms(_ entry: RegisterEntry, _ room: Room, _ sentences: Sentences, _ visit: Visit) -> HTML {
    Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Change", sv: "Ändra") }
      folded(
        visit.say(en: "Correct the entry", sv: "Rätta posten"), correction(entry, room, sentences, visit))
      folded(visit.say(en: "Mark as secret", sv: "Sekretessmarkera"), secrecy(entry, visit))
    }
  }

  private static func folded(_ title: String, _ form: HTML) -> HTML {
    Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { title } }
      Tag.div(.class("why-body")) { form }
    }
  }

  private static func correction(
    _ entry: RegisterEntry, _ room: Room, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    Parts.form(EntryPage.path(entry.number) + "/correct", visit, .class("narrow")) {
      Parts.field(
        visit.say(en: "What it is about", sv: "Vad den handlar om"), name: "about", id: "correct-about",
        value: entry.about, .required, Attribute("maxlength", "300"))
      Parts.choice(
        visit.say(en: "Which municipality", sv: "Vilken kommun"), name: "municipality", id: "correct-municipality",
        [("", visit.say(en: "none", sv: "ingen"))] + RegisterPage.municipalities(room, sentences),
        chosen: entry.municipality?.code)
      Parts.field(
        visit.say(en: "Why it is corrected", sv: "Varför den rättas"), name: "reason", id: "correct-reason", .required,
        Attribute("maxlength", "500"))
      Parts.hidden("version", "\(entry.version)")
      Parts.button(visit.say(en: "Correct", sv: "Rätta"))
    }
  }

  private static func secrecy(_ entry: RegisterEntry, _ visit: Visit) -> HTML {
    Parts.form(EntryPage.path(entry.number) + "/secrecy", visit, .class("narrow")) {
      Parts.field(
        visit.say(en: "Paragraph", sv: "Lagrum"), name: "paragraph", id: "secrecy-paragraph",
        value: entry.secrecy?.paragraph ?? "",
        help: visit.say(en: "Empty takes the mark away.", sv: "Tomt tar bort markeringen."),
        Attribute("maxlength", "200"))
      Tag.p(.class("check")) {
        Tag.input(
          .type("checkbox"), .id("f-hides"), .name("hides"), .value("yes"),
          entry.secrecy?.hidesEntry == true ? .checked : nil)
        Tag.label(Attribute("for", "f-hides")) {
          visit.say(
            en: "Leave its subject and parties out of the public list, too",
            sv: "Utelämna även ärendemening och parter i den offentliga listan")
        }
      }
      Parts.field(
        visit.say(en: "Why", sv: "Varför"), name: "reason", id: "secrecy-reason", .required,
        Attribute("maxlength", "500"))
      Parts.button(visit.say(en: "Save the mark", sv: "Spara markeringen"))
    }
  }

  private static func correct(_ visit: Visit) async throws -> Answer {
    let entry = try await EntryPage.entry(visit)
    guard visit.form["version"].map({ $0 == "\(entry.version)" }) ?? true else {
      throw Refusal.conflict(
        Text(
          en: "Somebody else has changed this entry since you opened the page. Go back and look again.",
          sv: "Någon annan har ändrat posten sedan du öppnade sidan. Gå tillbaka och titta igen."))
    }
    let about = try visit.neededWords("about", most: 300)
    let municipality = try visit.words("municipality", most: 50).map { ID<Municipality>($0) }
    if let municipality, try await visit.room().workspace.geography.municipality(municipality) == nil {
      throw Refusal.unusable(Text(en: "There is no such municipality.", sv: "Det finns ingen sådan kommun."))
    }
    let actor = visit.actor(because: try visit.neededWords("reason", most: 500))
    try await visit.registering { registry in
      _ = try registry.correct(entry.number, by: actor) {
        $0.about = about
        $0.municipality = municipality
      }
    }
    return .redirect(EntryPage.path(entry.number) + "?done=corrected")
  }

  private static func mark(_ visit: Visit) async throws -> Answer {
    let entry = try await EntryPage.entry(visit)
    let hides = visit.form["hides"] == "yes"
    let secrecy = try visit.words("paragraph", most: 200).map {
      RegisterEntry.Secrecy(paragraph: $0, hidesEntry: hides)
    }
    let actor = visit.actor(because: try visit.neededWords("reason", most: 500))
    try await visit.registering { _ = try $0.mark(entry.number, secrecy: secrecy, by: actor) }
    return .redirect(EntryPage.path(entry.number) + "?done=corrected")
  }
}
