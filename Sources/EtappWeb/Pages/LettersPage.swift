import Etapp
import EtappModel
import EtappReport

/// Letters to the municipalities of the plan: seen before they are made, made as drafts, and registered when they have
/// gone.
enum LettersPage {
  static let routes: [Route] = [
    .get("/letters", .permission(.read)) { visit in try await asking(visit) { try await page($0, $1, visit) } },
    .post("/letters", .permission(.talk)) { try await LetterWriting.write($0) },
    .get("/letters/letter", .permission(.read)) { visit in try await one(visit) { try letter($0, $1, visit) } },
    .get("/letters/letter.html", .permission(.read)) { visit in
      try await one(visit) { letter, _ in
        .download(letter.fileName + ".html", type: "text/html; charset=utf-8", letter.html)
      }
    },
    .get("/letters/letter.eml", .permission(.read)) { visit in
      try await one(visit) { letter, _ in
        .document(letter.fileName + ".eml", type: "message/rfc822", letter.mail(sent: visit.now))
      }
    },
  ]

  /// The question and the plan that it is about; a page without either where there are no templates.
  private static func asking(
    _ visit: Visit, _ make: (LetterQuestion, Current) async throws -> Answer
  ) async throws -> Answer {
    guard let question = try LetterQuestion(visit.query, visit) else { return none(visit) }
    let template = try question.template(try await visit.room().workspace)
    if template.needsForecast {
      return try await visit.withDates(.dialogue) { current, _ in try await make(question, current) }
    }
    return try await visit.withPlan { try await make(question, $0) }
  }

  private static func none(_ visit: Visit) -> Answer {
    Page(title: title(visit), tab: .dialogue) {
      tabs(visit)
      Tag.p(.class("answer")) {
        visit.say(
          en: "The workspace has no templates of letters: files named letters/NAME.en.mustache.",
          sv: "Arbetsmappen har inga brevmallar: filer som heter letters/NAMN.sv.mustache.")
      }
    }.answer(visit)
  }

  private static func title(_ visit: Visit) -> String { visit.say(en: "Letters", sv: "Brev") }

  static func tabs(_ visit: Visit) -> HTML {
    Parts.tabs(
      visit.say(en: "About the dialogue", sv: "Om dialogen"),
      [("/dialogue", visit.say(Tab.dialogue.title)), ("/letters", visit.say(en: "Letters", sv: "Brev"))],
      current: visit.inquiry.path)
  }

  // MARK: All of them

  static func page(
    _ question: LetterQuestion, _ current: Current, _ visit: Visit, trouble: Text? = nil, status: Int = 200
  ) async throws -> Answer {
    let items = try await question.items(current)
    let sentences = current.room.sentences(visit.language)
    let list = try table(items, question, current, visit)
    return Page(title: title(visit), kicker: sentences.quoted(current.name), tab: .dialogue, isWide: true) {
      tabs(visit)
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      chooser(question, current, visit)
      list
    }.answer(visit, status: status)
  }

  private static func chooser(_ question: LetterQuestion, _ current: Current, _ visit: Visit) -> HTML {
    let templates = LetterTemplates(folder: current.room.workspace.folder).all.sorted { $0.key < $1.key }.flatMap {
      name, languages in
      languages.map { (value: "\(name).\($0.rawValue)", words: "\(name) (\($0.ownName))") }
    }
    let rounds = current.assignment.rounds.map { (value: $0.id.code, words: $0.name(visit.language)) }
    return Tag.form([Attribute("method", "get"), Attribute("action", "/letters"), .class("row-form search")]) {
      Parts.choice(visit.say(en: "Template", sv: "Mall"), name: "template", templates, chosen: question.key)
      Parts.choice(
        visit.say(en: "Round", sv: "Omgång"), name: "round",
        [("", visit.say(en: "all", sv: "alla"))] + rounds, chosen: question.round)
      Parts.field(
        visit.say(en: "Dated", sv: "Daterat"), name: "day", type: "date", value: question.day.description)
      Parts.quiet(visit.say(en: "Show", sv: "Visa"))
    }
  }

  private static func table(
    _ items: [Study.LetterAttempt], _ question: LetterQuestion, _ current: Current, _ visit: Visit
  ) throws -> HTML {
    let outbox = Outbox(workspace: current.room.workspace.folder)
    let standings = try items.map { try $0.letter.map { try outbox.standing(of: $0) } }
    let own = items.map { visit.mayTalk(with: $0.municipality, in: current.room) }
    let rows = zip(zip(items, standings), own).map { pair, isOwn in row(pair.0, pair.1, isOwn, question, visit) }
    let list = Parts.table(
      visit.say(en: "A letter for each municipality", sv: "Ett brev för varje kommun"),
      [
        visit.say(en: "Municipality", sv: "Kommun"), visit.say(en: "To", sv: "Till"),
        visit.say(en: "Subject", sv: "Ärende"), visit.say(en: "Promises", sv: "Lovar"),
        visit.say(en: "Standing", sv: "Läge"),
      ], rows: rows)
    guard own.contains(true), items.contains(where: { $0.letter != nil }) else { return list }
    return Parts.form("/letters", visit) {
      for field in question.fields.all { Parts.hidden(field.name, field.value) }
      Parts.hidden("version", current.name)
      list
      Tag.div(.class("row-form")) {
        Tag.button(.type("submit"), .class("button"), .name("do"), .value("draft")) {
          visit.say(en: "Make drafts", sv: "Gör utkast")
        }
        Tag.button(.type("submit"), .class("button quiet"), .name("do"), .value("sent")) {
          visit.say(en: "They have been sent", sv: "De är skickade")
        }
      }
      Tag.p(.class("help")) {
        visit.say(
          en:
            "Drafts lie in the workspace's folder outbox, to be sent from a mail program. What has been sent is registered, its promise is confirmed, and the dialogue tells of it.",
          sv:
            "Utkasten ligger i arbetsmappens mapp outbox, för att skickas från ett e-postprogram. Det som är skickat diarieförs, löftet bekräftas och dialogen berättar om det."
        )
      }
    }
  }

  private static func row(
    _ item: Study.LetterAttempt, _ standing: Outbox.Standing?, _ isOwn: Bool, _ question: LetterQuestion, _ visit: Visit
  ) -> [HTML] {
    guard let letter = item.letter, let standing else {
      let missing = item.diagnostics.map { visit.say($0.message) }.joined(separator: " ")
      return [.text(item.name), "–", Tag.span(.class("words status late")) { missing }, "–", "–"]
    }
    let isSent = if case .sent = standing { true } else { false }
    return [
      Tag.label(.class("check")) {
        isOwn && !isSent
          ? Tag.input(.type("checkbox"), .name("municipality"), .value(item.municipality.code), .checked) : nil
        Tag.span { item.name }
      },
      .text(letter.to.first.map { $0.name ?? $0.address ?? "–" } ?? "–"),
      Tag.a(.href(question.path("/letters/letter", item.municipality)), .class("words")) { letter.subject },
      Tag.span(.class("words")) { letter.promise.map { $0.text } ?? "–" },
      self.standing(standing, letter, visit),
    ]
  }

  private static func standing(_ standing: Outbox.Standing, _ letter: OutgoingLetter, _ visit: Visit) -> HTML {
    switch standing {
    case .new:
      letter.obstacles.isEmpty
        ? Tag.span(.class("status new")) { visit.say(en: "not made", sv: "inte gjort") }
        : Tag.span(.class("status late")) { letter.obstacles.map { visit.say($0.message) }.joined(separator: " ") }
    case .draft: Tag.span(.class("status under-way")) { visit.say(en: "draft", sv: "utkast") }
    case .sent: Tag.span(.class("status open")) { visit.say(en: "sent", sv: "skickat") }
    }
  }

  // MARK: One letter

  private static func one(
    _ visit: Visit, _ make: (OutgoingLetter, LetterQuestion) throws -> Answer
  ) async throws -> Answer {
    try await asking(visit) { question, current in
      guard let item = try await question.items(current, only: [visit.query["municipality"] ?? ""]).first else {
        throw Refusal.notFound
      }
      guard let letter = item.letter else { throw Workspace.Invalid(item.diagnostics) }
      return try make(letter, question)
    }
  }

  private static func letter(_ letter: OutgoingLetter, _ question: LetterQuestion, _ visit: Visit) throws -> Answer {
    var facts: [(String, HTML)] = [
      (visit.say(en: "From", sv: "Från"), .text(letter.from.description)),
      (visit.say(en: "To", sv: "Till"), .text(letter.to.map(\.description).joined(separator: "; "))),
    ]
    if let promise = letter.promise { facts.append((visit.say(en: "Promises", sv: "Lovar"), .text(promise.text))) }
    return Page(title: letter.subject, kicker: letter.name, tab: .dialogue) {
      Parts.facts(facts)
      Tag.pre(.class("letter-text"), .lang(letter.language.rawValue)) { letter.text }
      Parts.downloads(
        visit,
        [
          (question.path("/letters/letter.eml", letter.municipality), visit.say(en: "mail (EML)", sv: "e-post (EML)")),
          (
            question.path("/letters/letter.html", letter.municipality),
            visit.say(en: "paper (HTML)", sv: "papper (HTML)")
          ),
        ])
      Tag.p { Tag.a(.href("/letters?" + question.fields.encoded)) { visit.say(en: "All letters", sv: "Alla brev") } }
    }.answer(visit)
  }
}
