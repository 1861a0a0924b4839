import Etapp
import EtappModel

/// What the forms of rules and goals do to the text of the programme.
enum AssignmentEntryWriting {
  static func save(_ visit: Visit, isNew: Bool) async throws -> Answer {
    let draft = try await AssignmentDraft(visit, isNew: isNew)
    guard draft.isFresh else { return try await changedMeanwhile(draft, visit) }
    guard !isNew || !draft.id.isEmpty else {
      return try await AssignmentEntryPage.page(
        draft, visit, trouble: Text(en: "It needs an id.", sv: "Det behöver ett id."), status: 422)
    }
    do {
      try await write(try draft.changed(), over: draft.text, "\(draft.list.rawValue)/\(draft.id)", visit)
    } catch let refusal as Refusal where refusal.status == 422 {
      return try await AssignmentEntryPage.page(draft, visit, trouble: refusal.message, status: 422)
    } catch ProgrammeText.Refusal.invalid {
      return try await AssignmentEntryPage.page(draft, visit, trouble: unusable, status: 422)
    } catch ProgrammeText.Refusal.changed {
      return try await changedMeanwhile(draft, visit)
    }
    return .redirect("/assignment?done=saved#\(draft.list.rawValue)")
  }

  private static let unusable = Text(
    en: "Nothing was saved: it cannot be used like this.", sv: "Inget sparades: så här går det inte att använda.")

  private static func changedMeanwhile(_ draft: AssignmentDraft, _ visit: Visit) async throws -> Answer {
    try await AssignmentEntryPage.page(
      draft, visit,
      trouble: Text(
        en:
          "Somebody else has changed this since you opened it. What you wrote stands below; save again to put it over theirs.",
        sv:
          "Någon annan har ändrat detta sedan du öppnade det. Det du skrev står nedan; spara igen för att lägga det över deras."
      ), status: 409)
  }

  private static func write(_ text: String, over original: String, _ what: String, _ visit: Visit) async throws {
    let (programme, actor) = (ProgrammeText(folder: visit.site.desk.folder), visit.actor())
    try await Blocking.run { try programme.write(text, over: original, by: actor, changing: what) }
    visit.site.desk.forget()
  }

  static func remove(_ visit: Visit) async throws -> Answer {
    let draft = try await AssignmentDraft(visit, isNew: false)
    guard draft.isFresh else { throw Refusal.conflict(meanwhile) }
    return try await change(draft, .remove(id: draft.id), visit)
  }

  static func move(_ visit: Visit) async throws -> Answer {
    let draft = try await AssignmentDraft(visit, isNew: false)
    return try await change(draft, .move(id: draft.id, up: visit.form["to"] != "down"), visit)
  }

  private static let meanwhile = Text(
    en: "Somebody else has changed this since you opened the page. Go back and look again.",
    sv: "Någon annan har ändrat detta sedan du öppnade sidan. Gå tillbaka och titta igen.")

  private static func change(_ draft: AssignmentDraft, _ change: ProgrammeText.Change, _ visit: Visit) async throws
    -> Answer
  {
    let text: String
    do throws(ProgrammeText.Unchangeable) {
      text = try ProgrammeText.changed(draft.text, draft.list, change)
    } catch {
      throw AssignmentDraft.refusal(error, draft.fields)
    }
    do {
      try await write(text, over: draft.text, "\(draft.list.rawValue)/\(draft.id)", visit)
    } catch ProgrammeText.Refusal.invalid(let diagnostics) {
      throw Workspace.Invalid(diagnostics)
    } catch ProgrammeText.Refusal.changed {
      throw Refusal.conflict(meanwhile)
    }
    return .redirect("/assignment?done=saved#\(draft.list.rawValue)")
  }
}
