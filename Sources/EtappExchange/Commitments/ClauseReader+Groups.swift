extension ClauseReader {
  private static let negations: Set<String> = [
    "inte", "ej", "aldrig", "not", "never", "icke", "cannot", "unable", "knappast", "won't", "don't", "can't", "varken",
    "neither",
  ]

  func isNegated(_ first: Int, _ last: Int, _ range: Range<Int>) -> Bool {
    let from = max(range.lowerBound, first - 2)
    let to = min(range.upperBound, last + 4)
    return (from..<to).contains { !isTime[$0] && Self.negations.contains(tokens[$0].key) }
      || isOfNothing(first, last, range)
  }

  private static let nothing: Set<String> = ["inget", "ingen", "inga", "ingenting", "no", "nothing", "nobody"]

  /// `Inget beslut fattas före jul`: the subject is none.
  private func isOfNothing(_ first: Int, _ last: Int, _ range: Range<Int>) -> Bool {
    let after = last + 1..<max(last + 1, min(range.upperBound, last + 3))
    if after.contains(where: { !isTime[$0] && Self.nothing.contains(tokens[$0].key) }) { return true }
    for place in (max(range.lowerBound, first - 6)..<first).reversed() where !isTime[place] {
      if tokens[place].kind == .mark || Self.swedishSubjects.contains(tokens[place].key) { return false }
      if Self.englishSubjects.contains(tokens[place].key) { return false }
      if Self.nothing.contains(tokens[place].key) { return true }
    }
    return false
  }

  /// The group of a finite verb at a place.
  func group(_ place: Int, _ form: VerbLexicon.Form, _ range: Range<Int>, _ clause: VerbGroup.Clause) -> VerbGroup {
    let action = self.action(of: form, at: place, in: range)
    var group = VerbGroup(
      place: place, mood: mood(form, action), action: action?.form.verbClass, head: form.verbClass,
      word: tokens[action?.place ?? place].key, actionPlace: action?.place ?? place,
      isPassive: form.isPassive || action?.form.isPassive ?? false,
      isNegated: isNegated(place, action?.place ?? place, range), clause: clause, range: range)
    if group.action == nil, ![.modal, .permission, .conditional].contains(form.verbClass) {
      group.action = form.verbClass
    }
    if form.verbClass == .be || action?.isEnglishPassive ?? false {
      group.isPassive = group.isPassive || action?.form.tense == .participle || action?.form.tense == .supine
    }
    refine(&group)
    if form.verbClass == .be, form.isEnglish, form.tense == .present, group.actionPlace == place,
      isParticiplelike(place)
    {
      (group.action, group.actionPlace, group.isPassive) = (.act, place + 1, true)
      group.word = tokens[place + 1].key
    }
    // `Should the council refuse, …`
    if tokens[place].key == "should", place == 0 { group.clause = .conditional }
    return group
  }

  private static let feelings: Set<String> = [
    "pleased", "delighted", "excited", "concerned", "interested", "worried", "disappointed", "surprised", "satisfied",
    "closed", "based", "dated", "related", "located", "limited", "married", "retired", "used", "supposed", "attached",
    "enclosed", "tired", "involved", "opposed", "required", "indeed", "need",
  ]

  /// `The office is refitted in May`: a participle that no table has.
  private func isParticiplelike(_ place: Int) -> Bool {
    guard place + 1 < tokens.count, !isTime[place + 1] else { return false }
    let key = tokens[place + 1].key
    return key.hasSuffix("ed") && key.utf8.count >= 6 && !Self.feelings.contains(key)
      && VerbLexicon.forms(key).isEmpty && !["i'm"].contains(tokens[place].key)
      && (place == 0 || !["i", "we", "you"].contains(tokens[place - 1].key))
  }

  private func mood(_ form: VerbLexicon.Form, _ action: Action?) -> VerbGroup.Mood {
    switch form.verbClass {
    case .modal: return .future
    case .conditional: return .conditional
    case .permission: return form.tense == .past ? .conditional : .permission
    case .have:
      let isPerfect = action.map { $0.form.tense == .supine || $0.form.tense == .past } ?? false
      return form.tense == .past || isPerfect ? .past : .present
    default: return form.tense == .past ? .past : .present
    }
  }

  struct Action {
    var place: Int
    var form: VerbLexicon.Form
    var isEnglishPassive = false
  }

  /// The verb that an auxiliary or a verb of intention leads to.
  private func action(of form: VerbLexicon.Form, at place: Int, in range: Range<Int>) -> Action? {
    let wanted: Set<VerbLexicon.Tense>
    switch form.verbClass {
    case .modal, .permission, .conditional: wanted = [.infinitive]
    case .have: wanted = [.supine]
    case .be: wanted = form.isEnglish ? [.participle, .supine] : [.participle, .supine, .past]
    case .plan, .request: wanted = [.infinitive]
    default: return nil
    }
    var found: Action?
    var place = place + 1
    let end = min(range.upperBound, place + 14)
    while place < end {
      defer { place += 1 }
      guard !isTime[place], tokens[place].kind == .word else { continue }
      if found == nil, place > 0, finiteForm(place) != nil, form.verbClass != .be, !isInfinitive(place) { break }
      if found != nil, Self.englishSubjects.contains(tokens[place].key) { break }
      // `… för att hinna teckna avtal` is the reason.
      if tokens[place].key == "for", place + 1 < end, tokens[place + 1].key == "att" { break }
      guard let next = VerbLexicon.forms(tokens[place].key).first(where: { wanted.contains($0.tense) }) else {
        continue
      }
      // `we need your answer`: the verb of an intention follows `to`.
      if [.plan, .request].contains(form.verbClass), form.isEnglish, Self.determiners.contains(tokens[place - 1].key) {
        continue
      }
      // `have the signed form`
      if form.verbClass == .have, form.isEnglish, Self.determiners.contains(tokens[place - 1].key) { continue }
      if form.verbClass == .be, next.tense == .participle, !next.isEnglish, next.verbClass == .state { continue }
      // `ska ha inkommit`, `will be sent`, `kommer att kunna återkomma`: go on to the last of them.
      if ["vara", "be", "ha", "have", "kunna", "been", "being", "bli", "going"].contains(tokens[place].key) {
        found = found ?? Action(place: place, form: next)
        if let last = last(after: place, to: end) { return last }
        continue
      }
      return Action(
        place: place, form: next, isEnglishPassive: form.verbClass == .be && form.isEnglish && next.tense == .supine)
    }
    return found
  }

  private func isInfinitive(_ place: Int) -> Bool {
    VerbLexicon.forms(tokens[place].key).contains { $0.tense == .infinitive }
  }

  private func last(after place: Int, to end: Int) -> Action? {
    let start = place + 1
    for place in start..<max(start, min(end, start + 5)) where !isTime[place] {
      if Self.englishSubjects.contains(tokens[place].key) { break }
      let forms = VerbLexicon.forms(tokens[place].key)
      if let form = forms.first(where: { [.supine, .participle, .infinitive].contains($0.tense) }) {
        var passive = form
        if form.tense != .infinitive, form.isEnglish || form.tense == .participle { passive.isPassive = true }
        return Action(place: place, form: passive, isEnglishPassive: form.isEnglish)
      }
    }
    return nil
  }

  /// Words that make another verb of it: `tar emot`, `ser fram emot`, `har till den 15 på er`.
  private func refine(_ group: inout VerbGroup) {
    let next = (group.actionPlace + 1..<min(group.actionPlace + 5, group.range.upperBound)).map { tokens[$0].key }
    if ["tar", "ta"].contains(group.word), next.contains("emot") { group.action = .receive }
    if ["ser", "se", "look", "looking"].contains(group.word), next.contains("emot") || next.contains("forward") {
      (group.action, group.head) = (.request, .request)
    }
    if ["ager", "aga"].contains(group.word), next.prefix(2).contains("rum") {
      group.action = .act
      if group.head == .state { group.head = .act }
    }
    // `vi får besked`: nothing is done behind `får`.
    if group.head == .permission, ["far"].contains(tokens[group.place].key), group.action == nil {
      (group.action, group.head, group.mood) = (.receive, .receive, .present)
    }
    if tokens[group.place].key == "kommer", group.action == nil {
      (group.action, group.head, group.mood) = (.reply, .reply, .present)
    }
    if ["need", "needs"].contains(tokens[group.place].key), group.action == nil { group.action = .request }
  }
}
