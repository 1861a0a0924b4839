import Etapp
import EtappModel
import EtappReport

/// Which letters are asked for: a template, of one round or all, dated some day.
struct LetterQuestion: Sendable {
  let template: String
  let language: Language
  let round: String
  let day: Day

  /// - Returns: The question of an address or a form; where none names a template, the first there is.
  init?(_ fields: Fields, _ visit: Visit) throws {
    let known = LetterTemplates(folder: visit.site.desk.folder).all
    let words = (fields["template"] ?? "").split(separator: ".", maxSplits: 1).map(String.init)
    guard let first = known.keys.sorted().first else { return nil }
    let name = words.first ?? first
    guard let languages = known[name] else { throw Refusal.notFound }
    let wanted = words.count > 1 ? Language(rawValue: words[1]) : nil
    let own = languages.contains(visit.language) ? visit.language : languages.first
    guard let language = wanted.flatMap({ languages.contains($0) ? $0 : nil }) ?? own else { throw Refusal.notFound }
    template = name
    self.language = language
    round = fields["round"] ?? ""
    day = try fields["day"].flatMap { $0.isEmpty ? nil : try Visit.day($0) } ?? visit.now.day()
  }

  /// Template with its language, `information.sv`.
  var key: String { template + "." + language.rawValue }

  var fields: Fields { Fields([("template", key), ("round", round), ("day", day.description)]) }

  /// An address about one of the letters.
  func path(_ page: String, _ municipality: ID<Municipality>) -> String {
    page + "?" + Fields(fields.all + [("municipality", municipality.code)]).encoded
  }

  /// The letters of the current plan: what one municipality lacks is in nobody else's way.
  ///
  /// - Parameter wanted: Only these municipalities; nil for all.
  func items(_ current: Current, only wanted: Set<String>? = nil) async throws -> [Study.LetterAttempt] {
    let rounds = current.assignment.rounds
    let round = rounds.firstIndex { $0.id.code == self.round }
    guard round != nil || self.round.isEmpty else { throw Refusal.notFound }
    let (room, plan) = (current.room, current.plan)
    let ready = try template(room.workspace)
    let forecast = ready.needsForecast ? current.dates?.forecast : nil
    let day = day
    return try await Blocking.run {
      let order = Study.LetterOrder(
        ready, day: day, directory: room.workspace.letterDirectory, round: round,
        municipalities: wanted.map { codes in Set(codes.map { ID<Municipality>($0) }) }, forecast: forecast)
      return room.study.letterAttempts(plan, order)
    }
  }

  func template(_ workspace: Workspace) throws -> LetterTemplates.Ready {
    do {
      return try LetterTemplates(folder: workspace.folder).template(named: template, language)
    } catch is LetterTemplates.Absent {
      throw Refusal.notFound
    }
  }
}
