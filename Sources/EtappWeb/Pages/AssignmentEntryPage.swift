import Etapp
import EtappModel
import EtappReport

/// One rule or goal as a form, with the sentence it means; what is written goes into the text of `programme.yaml`.
enum AssignmentEntryPage {
  static let routes: [Route] = [
    .get("/assignment/new/:list", .permission(.edit)) { visit in
      try await page(try await AssignmentDraft(visit, isNew: true), visit)
    },
    .post("/assignment/new/:list/check", .permission(.edit)) { try await check($0, isNew: true) },
    .post("/assignment/new/:list", .permission(.edit)) { try await AssignmentEntryWriting.save($0, isNew: true) },
    .get("/assignment/:list/:id", .permission(.edit)) { visit in
      try await page(try await AssignmentDraft(visit, isNew: false), visit)
    },
    .post("/assignment/:list/:id/check", .permission(.edit)) { try await check($0, isNew: false) },
    .post("/assignment/:list/:id/remove", .permission(.edit)) { try await AssignmentEntryWriting.remove($0) },
    .post("/assignment/:list/:id/move", .permission(.edit)) { try await AssignmentEntryWriting.move($0) },
    .post("/assignment/:list/:id", .permission(.edit)) { try await AssignmentEntryWriting.save($0, isNew: false) },
  ]

  static func path(_ list: ProgrammeText.List, _ id: String) -> String {
    "/assignment/\(list.rawValue)/\(Fields.encoded(id))"
  }

  /// What a draft means, as it is written.
  private static func check(_ visit: Visit, isNew: Bool) async throws -> Answer {
    let draft = try await AssignmentDraft(visit, isNew: isNew)
    let verdict = try await verdict(draft, visit)
    return Answer(type: "text/html; charset=utf-8", verdict.markup)
  }

  // MARK: The page

  static func page(
    _ draft: AssignmentDraft, _ visit: Visit, trouble: Text? = nil, status: Int = 200
  ) async throws -> Answer {
    let verdict = draft.isEmpty ? nil : try await verdict(draft, visit)
    return Page(title: title(draft, visit), kicker: kicker(draft, visit), tab: .assignment, isWide: true) {
      trouble.map { text in Tag.p(.class("trouble"), .role("alert")) { visit.say(text) } }
      Tag.div(.class("board-split")) {
        form(draft, visit)
        Tag.aside(.class("verdict")) {
          Tag.h2 { visit.say(en: "What it means", sv: "Vad det betyder") }
          Tag.div(.id("reading"), .aria("live", "polite")) { verdict }
          draft.entry.map { entry in written(entry, visit) }
        }
      }
      draft.isNew ? nil : removal(draft, visit)
    }.answer(visit, status: status)
  }

  private static func title(_ draft: AssignmentDraft, _ visit: Visit) -> String {
    guard draft.isNew else { return draft.id }
    return draft.list == .rules
      ? visit.say(en: "A new rule", sv: "Ett nytt villkor") : visit.say(en: "A new goal", sv: "Ett nytt mål")
  }

  private static func kicker(_ draft: AssignmentDraft, _ visit: Visit) -> String? {
    let kind =
      switch draft.list {
      case .rules: Rule.KindName(rawValue: draft.kind).map(AssignmentKinds.title)
      case .goals: Goal.KindName(rawValue: draft.kind).map(AssignmentKinds.title)
      }
    return kind.map { visit.say($0) }
  }

  private static func form(_ draft: AssignmentDraft, _ visit: Visit) -> HTML {
    Parts.form(
      draft.path, visit, .class("card"), .data("check", draft.path + "/check"), .data("box", "reading"),
      Attribute("autocomplete", "off")
    ) {
      Parts.hidden("kind", draft.kind)
      Parts.hidden("known", draft.mark)
      for field in draft.fields { input(field, draft, visit) }
      Parts.button(visit.say(en: "Save", sv: "Spara"))
      " "
      Tag.a(.class("aside"), .href("/assignment")) { visit.say(en: "Leave it as it is", sv: "Lämna det som det är") }
    }
  }

  private static func input(_ field: AssignmentField, _ draft: AssignmentDraft, _ visit: Visit) -> HTML {
    let (label, help, value) = (visit.say(field.label), field.help.map { visit.say($0) }, draft.value(field))
    if case .round = field.kind {
      let rounds = draft.room.assignment.rounds.map { (value: $0.id.code, words: $0.name(visit.language)) }
      return Parts.choice(label, name: field.key, [("", "–")] + rounds, chosen: value)
    }
    let isLong = field.key.hasPrefix("sentence") || value.count > 60
    let id = "f-" + field.key
    return Tag.div(.class("field")) {
      Tag.label(Attribute("for", id)) { label }
      help.map { words in Tag.p(.class("help"), .id("h-" + field.key)) { words } }
      isLong ? box(field, value, id, help != nil) : line(field, value, id, help != nil)
    }
  }

  private static func box(_ field: AssignmentField, _ value: String, _ id: String, _ hasHelp: Bool) -> HTML {
    var attributes: [Attribute] = [.id(id), .name(field.key), .class("plain")]
    attributes.append(Attribute("rows", value.count > 160 ? "4" : "2"))
    if hasHelp { attributes.append(.aria("describedby", "h-" + field.key)) }
    return Tag.textarea(attributes) { HTML.text("\n" + value) }
  }

  private static func line(_ field: AssignmentField, _ value: String, _ id: String, _ hasHelp: Bool) -> HTML {
    var attributes: [Attribute] = [.id(id), .name(field.key), .type("text"), .value(value)]
    attributes.append(Attribute("spellcheck", "false"))
    if hasHelp { attributes.append(.aria("describedby", "h-" + field.key)) }
    if field.key == "id" { attributes.append(.required) }
    guard !field.suggestions.isEmpty else { return Tag.input(attributes) }
    let list = "l-" + field.key
    attributes.append(Attribute("list", list))
    return .group {
      Tag.input(attributes)
      Tag("datalist")([.id(list)]) { for word in field.suggestions { Tag.option(.value(word)) {} } }
    }
  }

  private static func written(_ entry: ProgrammeText.Entry, _ visit: Visit) -> HTML {
    Tag.details {
      Tag.summary { visit.say(en: "As it stands in the file", sv: "Som det står i filen") }
      Tag.pre(.class("code")) { entry.text }
    }
  }

  private static func removal(_ draft: AssignmentDraft, _ visit: Visit) -> HTML {
    Tag.details(.class("why")) {
      Tag.summary { Tag.span(.class("name")) { visit.say(en: "Take it away", sv: "Ta bort") } }
      Tag.div(.class("why-body")) {
        Tag.p {
          draft.list == .rules
            ? visit.say(
              en: "The rule no longer binds any plan. Plans that are kept stay as they are.",
              sv: "Villkoret binder inte längre någon plan. Sparade planer förblir som de är.")
            : visit.say(
              en: "Plans are no longer made with this goal in mind.",
              sv: "Planer görs inte längre med tanke på detta mål.")
        }
        Parts.form(draft.path + "/remove", visit) {
          Parts.hidden("known", draft.mark)
          Tag.button(.type("submit"), .class("button danger")) {
            draft.list == .rules
              ? visit.say(en: "Take the rule away", sv: "Ta bort villkoret")
              : visit.say(en: "Take the goal away", sv: "Ta bort målet")
          }
        }
      }
    }
  }

  // MARK: What it means

  /// The sentence, how the current plan stands to it, and what there is to say about the text.
  static func verdict(_ draft: AssignmentDraft, _ visit: Visit) async throws -> HTML {
    let meaning = try await draft.meaning(visit)
    return .group {
      for words in meaning.sentences { Tag.p(.class("moves")) { words } }
      meaning.standing.map { standing in
        Tag.p(.class(standing.isGood ? "rules-held" : "status late")) { standing.words }
      }
      if let trouble = meaning.trouble { Tag.p(.class("status late"), .role("alert")) { visit.say(trouble) } }
      meaning.diagnostics.isEmpty ? nil : Parts.diagnostics(meaning.diagnostics, visit)
    }
  }
}
