import Etapp
import EtappModel
import EtappReport
import Foundation

/// A rule or goal that is being written: what its form says, and the text that comes of it.
struct AssignmentDraft: Sendable {
  let room: Room
  let list: ProgrammeText.List
  /// The id that it has in the file; of a new one, the one that is given.
  let id: String
  let isNew: Bool
  /// The programme as it stands.
  let text: String
  /// As it stands in the file; nil for a new one.
  let entry: ProgrammeText.Entry?
  let kind: String
  let fields: [AssignmentField]
  private let form: Fields?

  init(_ visit: Visit, isNew: Bool) async throws {
    guard let list = ProgrammeText.List(rawValue: visit.path["list"] ?? "") else { throw Refusal.notFound }
    let programme = ProgrammeText(folder: visit.site.desk.folder)
    let text = try await Blocking.run { try programme.read() }
    let entry = isNew ? nil : ProgrammeText.entries(list, in: text).first { $0.id == visit.path["id"] }
    guard isNew || entry != nil else { throw Refusal.notFound }
    room = try await visit.room()
    self.list = list
    self.isNew = isNew
    self.text = text
    self.entry = entry
    form = visit.inquiry.method == .post ? visit.form : nil
    let asked = (form ?? visit.query)["kind"] ?? ""
    kind = entry.map { AssignmentFields.kind(of: $0, in: list) } ?? asked
    guard Self.isKnown(kind, in: list) || !isNew else { throw Refusal.notFound }
    fields = AssignmentFields(room.workspace).fields(list, kind: kind, entry: entry)
    id = entry?.id ?? (form?["id"] ?? "").trimmingCharacters(in: .whitespaces)
  }

  private static func isKnown(_ kind: String, in list: ProgrammeText.List) -> Bool {
    switch list {
    case .rules: Rule.KindName(rawValue: kind) != nil
    case .goals: Goal.KindName(rawValue: kind) != nil
    }
  }

  /// A new one that nobody has written anything in.
  var isEmpty: Bool { isNew && form == nil }

  var path: String {
    isNew ? "/assignment/new/\(list.rawValue)" : AssignmentEntryPage.path(list, id)
  }

  /// Tells whether somebody else has changed it since.
  var mark: String { entry.map { String(Secrets.sha256(Array($0.text.utf8)).prefix(22)) } ?? "" }

  /// Whether the form was made from what stands in the file now.
  var isFresh: Bool { isNew || form?["known"] == mark }

  /// What stands in a field of the form.
  func value(_ field: AssignmentField) -> String {
    if let sent = form?[field.key] { return Self.plain(sent) }
    if let known = entry?[field.key] { return field.shown(known) }
    if isNew, field.key == "id" { return list == .goals ? kind : "" }
    return entry != nil && field.key == "id" ? entry?.id ?? "" : ""
  }

  private static func plain(_ words: String) -> String {
    words.replacing("\r\n", with: " ").replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
  }

  // MARK: The text

  /// The programme with what the form says.
  ///
  /// - Throws: `Refusal` in words for what cannot be written.
  func changed() throws(Refusal) -> String {
    do throws(ProgrammeText.Unchangeable) {
      return try ProgrammeText.changed(text, list, change)
    } catch {
      throw Self.refusal(error, fields)
    }
  }

  private var change: ProgrammeText.Change {
    var changes: [String: String?] = [:]
    for field in fields {
      let words = value(field)
      guard isNew ? !words.isEmpty : words != Self.plain(field.shown(entry?[field.key])) else { continue }
      // What an entry is called where it does not say so itself is not written into it.
      if field.key == "id", words == entry?.id { continue }
      changes.updateValue(field.written(words), forKey: field.key)
    }
    var order = fields.map(\.key)
    guard isNew else { return .set(id: id, changes, order: order) }
    if list == .goals, changes["id"] != .some(.some(kind)) {
      changes["goal"] = kind
      order.insert("goal", at: 1)
    }
    return .add(changes, order: order)
  }

  static func refusal(_ failure: ProgrammeText.Unchangeable, _ fields: [AssignmentField]) -> Refusal {
    switch failure {
    case .unknown: Refusal.notFound
    case .unreachable:
      Refusal(
        status: 422,
        message: Text(
          en: "This is written in the file in a way that the form cannot change. Change it in the text.",
          sv: "Detta är skrivet i filen på ett sätt som formuläret inte kan ändra. Ändra det i texten."))
    case .value(let key):
      Refusal(
        status: 422,
        message: Text(
          en:
            "What stands under “\(fields.first { $0.key == key }?.label(.english) ?? key)” is not one value: is a bracket missing?",
          sv:
            "Det som står under ”\(fields.first { $0.key == key }?.label(.swedish) ?? key)” är inte ett värde: saknas en parentes?"
        ))
    }
  }

  // MARK: What it means

  /// What a draft comes to.
  struct Meaning: Sendable {
    var sentences: [String] = []
    /// How the current plan stands to it.
    var standing: (words: String, isGood: Bool)?
    var trouble: Text?
    var diagnostics: [Diagnostic] = []
  }

  func meaning(_ visit: Visit) async throws -> Meaning {
    let changed: String
    do {
      changed = try self.changed()
    } catch {
      return Meaning(trouble: error.message)
    }
    let programme = ProgrammeText(folder: room.workspace.folder)
    let choice = try await visit.current()?.plan.choice
    let name = list == .rules || !isNew ? entryName : nil
    let (room, list, language) = (room, list, visit.language)
    return try await Blocking.run {
      let (workspace, diagnostics) = programme.reading(changed)
      let known = Set(room.workspace.diagnostics)
      var meaning = Meaning(diagnostics: diagnostics.filter { $0.severity == .error || !known.contains($0) })
      guard let workspace else {
        meaning.trouble = Text(en: "It cannot be used like this:", sv: "Så här går det inte att använda:")
        return meaning
      }
      let reader = DraftReader(workspace, language)
      meaning.sentences = reader.sentences(list, name)
      meaning.standing = reader.standing(list, name, choice, versions: room.study)
      return meaning
    }
  }

  /// The id under which the changed text knows it; nil takes the last of the list.
  private var entryName: String? {
    let given = fields.first { $0.key == "id" }.map(value) ?? ""
    return given.isEmpty ? (isNew ? nil : id) : given
  }
}

/// What a programme that is being written says of one of its rules or goals.
private struct DraftReader {
  let workspace: Workspace
  let sentences: Sentences

  init(_ workspace: Workspace, _ language: Language) {
    self.workspace = workspace
    sentences = Sentences(language, NameBook(workspace.assignment, workspace.geography))
  }

  private func rule(_ id: String?) -> Rule? {
    id.flatMap { id in workspace.assignment.rules.first { $0.id.code == id } } ?? workspace.assignment.rules.last
  }

  private func goal(_ id: String?) -> Goal? {
    id.flatMap { id in workspace.assignment.goals.first { $0.id.code == id } } ?? workspace.assignment.goals.last
  }

  /// The program's own sentence, so that one's own words can be held against it.
  func sentences(_ list: ProgrammeText.List, _ id: String?) -> [String] {
    switch list {
    case .rules:
      guard var rule = rule(id) else { return [] }
      rule.sentence = nil
      return [sentences.rule(rule)]
    case .goals:
      guard var goal = goal(id) else { return [] }
      goal.sentence = nil
      return [sentences.goal(goal), sentences.meaning(goal.kind)]
    }
  }

  func standing(
    _ list: ProgrammeText.List, _ id: String?, _ choice: Choice?, versions: Study
  ) -> (words: String, isGood: Bool)? {
    let study = Study(workspace, baselines: versions.baselines)
    guard let choice, let plan = try? study.evaluate(choice, RunOptions(randomPlans: 0, ideals: false)) else {
      return nil
    }
    switch list {
    case .rules:
      guard let rule = rule(id), let result = plan.rules.first(where: { $0.rule == rule.id }) else { return nil }
      let words =
        sentences.say(en: "In the current plan: ", sv: "I den nuvarande planen: ") + sentences.standing(result)
      return (words, result.satisfied)
    case .goals:
      guard let goal = goal(id), let value = plan.totals.first(where: { $0.goal == goal.id }) else { return nil }
      return (
        sentences.say(en: "In the current plan: ", sv: "I den nuvarande planen: ")
          + sentences.value(value.value, value.unit),
        true
      )
    }
  }
}
