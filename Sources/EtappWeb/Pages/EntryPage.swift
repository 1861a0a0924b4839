import Etapp
import EtappModel
import EtappReport

/// One entry of the register: its facts, the promises read in it, its words, its documents, and who did what with it.
enum EntryPage {
  static let routes: [Route] =
    [
      .get("/register/:number", .permission(.read)) { try await page($0) },
      .get("/register/:number/files/:file", .permission(.read)) { try await file($0) },
    ] + EntryWriting.routes

  /// The address of an entry; a number that has strokes in it is written with tildes there.
  static func path(_ number: String) -> String {
    "/register/" + Fields.encoded(number.replacing("/", with: "~"))
  }

  /// The entry that an address names.
  static func entry(_ visit: Visit) async throws -> RegisterEntry {
    let number = visit.path["number"] ?? ""
    let found = try await visit.registering { registry in
      try registry.entry(number) ?? registry.entry(number.replacing("~", with: "/"))
    }
    guard let found else { throw Refusal.notFound }
    return found
  }

  private static func page(_ visit: Visit) async throws -> Answer {
    let entry = try await entry(visit)
    let room = try await visit.room()
    let sentences = room.sentences(visit.language)
    guard visit.mayRead(entry) else { return secret(entry, sentences, visit) }
    let history = try await visit.registering { try $0.history(of: entry.number).map(\.event) }
    return Page(title: entry.about, kicker: entry.number, tab: .register) {
      Tag.p(.class("answer")) { sentences.title(entry) + ", " + sentences.dates.day(entry.day) + "." }
      facts(entry, sentences, visit)
      promises(entry, sentences, visit)
      words(entry, visit)
      files(entry, sentences, visit)
      visit.may(.register) ? EntryWriting.forms(entry, room, sentences, visit) : nil
      events(history, sentences, visit)
    }.answer(visit)
  }

  private static func secret(_ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit) -> Answer {
    let paragraph = entry.secrecy?.paragraph ?? ""
    return Page(
      title: entry.secrecy?.hidesEntry == true ? entry.number : entry.about, kicker: entry.number, tab: .register
    ) {
      Tag.p(.class("answer")) { sentences.title(entry) + ", " + sentences.dates.day(entry.day) + "." }
      Tag.p {
        visit.say(
          en: "It is marked as secret (\(paragraph)); those who keep the register can read it.",
          sv: "Den är sekretessmarkerad (\(paragraph)); de som sköter diariet kan läsa den.")
      }
    }.answer(visit)
  }

  // MARK: Facts

  private static func facts(_ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit) -> HTML {
    var facts: [(String, HTML)] = []
    func add(_ name: String, _ value: HTML?) { if let value { facts.append((name, value)) } }
    func parties(_ parties: [Correspondent]) -> HTML? {
      parties.isEmpty ? nil : .text(parties.map(\.description).joined(separator: "; "))
    }
    add(visit.say(en: "From", sv: "Från"), parties(entry.from))
    add(visit.say(en: "To", sv: "Till"), parties(entry.to))
    add(visit.say(en: "Copies", sv: "Kopia"), parties(entry.copies))
    add(
      visit.say(en: "Municipality", sv: "Kommun"),
      entry.municipality.map { municipality in
        Tag.a(.href(DialoguePage.path(municipality))) { sentences.names.name(of: municipality) }
      })
    add(visit.say(en: "Their number", sv: "Er beteckning"), entry.counterpartNumber.map { .text($0) })
    add(visit.say(en: "Case", sv: "Ärende"), entry.caseNumber.map { .text($0) })
    add(
      visit.say(en: "Belongs to", sv: "Hör till"),
      entry.thread.flatMap { thread in
        thread == entry.number ? nil : Tag.a(.href(path(thread))) { thread }
      })
    add(visit.say(en: "Secrecy", sv: "Sekretess"), entry.secrecy.map { .text($0.paragraph) })
    return Parts.facts(facts)
  }

  // MARK: Promises

  private static func promises(_ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit) -> HTML? {
    guard !entry.promises.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "What was read in it", sv: "Det som lästes ut ur den") }
      Tag.p(.class("lead")) {
        visit.say(
          en: "A promise binds nobody until a person has confirmed it; then it stands in the dialogue.",
          sv: "Ett löfte binder ingen förrän en människa har bekräftat det; då står det i dialogen.")
      }
      entry.municipality == nil && visit.may(.register)
        ? Tag.p(.class("trouble")) {
          visit.say(
            en: "The entry has no municipality; say which below, so that its promises come into a dialogue.",
            sv: "Posten har ingen kommun; ange vilken nedan, så att dess löften kommer in i en dialog.")
        } : nil
      Tag.ul(.class("due")) {
        for promise in entry.promises { Tag.li { self.promise(promise, entry, sentences, visit) } }
      }
    }
  }

  private static func promise(
    _ promise: RegisterEntry.Promise, _ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit
  ) -> HTML {
    .group {
      Tag.strong {
        title(promise, visit)
      }
      state(promise, visit)
      Tag.p(.class("words")) { promise.commitment.text }
      Tag.p(.class("detail")) {
        sentences.span(promise.commitment.interval) ?? visit.say(en: "No day is said.", sv: "Ingen dag sägs.")
        promise.commitment.phrase.map { " (”\($0)”)" }
      }
      visit.may(.register) ? EntryWriting.promiseForm(promise, entry, visit) : nil
    }
  }

  /// Whose promise it is; a sentence about the plan is told as such.
  private static func title(_ promise: RegisterEntry.Promise, _ visit: Visit) -> String {
    if case .plan = promise.commitment.kind { return visit.say(en: "About the plan", sv: "Om planen") }
    return promise.isOurs ? visit.say(en: "We promise", sv: "Vi lovar") : visit.say(en: "They promise", sv: "De lovar")
  }

  private static func state(_ promise: RegisterEntry.Promise, _ visit: Visit) -> HTML {
    switch promise.isConfirmed {
    case true?: Tag.span(.class("status open")) { visit.say(en: "confirmed", sv: "bekräftat") }
    case false?: Tag.span(.class("status withdrawn")) { visit.say(en: "turned down", sv: "avfärdat") }
    case nil: Tag.span(.class("status under-way")) { visit.say(en: "to be looked at", sv: "att bedöma") }
    }
  }

  // MARK: Words and documents

  private static func words(_ entry: RegisterEntry, _ visit: Visit) -> HTML? {
    guard !entry.text.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Its words", sv: "Lydelse") }
      Tag.pre(.class("letter-text")) { entry.text }
    }
  }

  private static func files(_ entry: RegisterEntry, _ sentences: Sentences, _ visit: Visit) -> HTML? {
    let files = documents(entry)
    guard !files.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Documents", sv: "Handlingar") }
      Tag.ul(.class("prose")) {
        for (index, file) in files.enumerated() {
          Tag.li {
            Tag.a(.href(path(entry.number) + "/files/\(index)"), Attribute("download")) { FileName.safe(file.name) }
            Tag.span(.class("detail")) {
              " \(sentences.numbers.whole(max(1, (file.bytes + 512) / 1024)))\u{A0}kB"
              if index == 0, entry.document != nil { visit.say(en: ", as it came", sv: ", som den kom in") }
            }
          }
        }
      }
    }
  }

  /// The document as it came, then its attachments.
  private static func documents(_ entry: RegisterEntry) -> [RegisterEntry.File] {
    (entry.document.map { [$0] } ?? []) + entry.attachments
  }

  private static func file(_ visit: Visit) async throws -> Answer {
    let entry = try await entry(visit)
    guard visit.mayRead(entry) else { throw Refusal.forbidden }
    let files = documents(entry)
    guard let index = Int(visit.path["file"] ?? ""), files.indices.contains(index) else { throw Refusal.notFound }
    let file = files[index]
    let bytes = try await visit.registering { try $0.content(of: file) }
    return .document(file.name, type: file.mediaType, bytes)
  }

  // MARK: History

  private static func events(_ events: [Event], _ sentences: Sentences, _ visit: Visit) -> HTML? {
    guard !events.isEmpty else { return nil }
    return Tag.section(.class("section")) {
      Tag.h2 { visit.say(en: "Who did what", sv: "Vem som gjorde vad") }
      Tag.ol(.class("timeline")) {
        for event in events { Tag.li { sentences.line(event) } }
      }
    }
  }
}
