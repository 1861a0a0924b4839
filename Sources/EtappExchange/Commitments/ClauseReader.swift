/// Finds the clauses of a sentence and their verbs.
///
/// A clause begins at a comma, a conjunction or a subordinating word, when a finite verb stands on both sides.
struct ClauseReader {
  let tokens: [LetterToken]
  /// Tokens that belong to a time are no verbs.
  let isTime: [Bool]

  private struct Piece {
    var range: Range<Int>
    var clause: VerbGroup.Clause
    var hasVerb: Bool
  }

  func groups() -> [VerbGroup] {
    var groups: [VerbGroup] = []
    for piece in pieces() { groups += self.groups(in: piece, after: groups.last) }
    return groups
  }

  // Clauses

  private static let breaks: Set<String> = [
    "och", "samt", "men", "and", "but", "medan", "while", "utan", "varefter", "varpa", "so", "darefter",
  ]
  private static let conditions: Set<String> = [
    "om", "if", "ifall", "savida", "unless", "nar", "when", "da", "eftersom", "because", "once", "whether", "huruvida",
    "hur", "how", "vilken", "vilka", "why", "varfor", "where", "darest", "forsavitt", "provided",
  ]
  private static let relatives: Set<String> = ["som", "which", "who", "dar", "vilket", "vars"]
  private static let contents: Set<String> = ["att", "that"]

  private func opening(_ place: Int) -> VerbGroup.Clause? {
    let token = tokens[place]
    guard !isTime[place] else { return nil }
    if token.kind == .mark {
      return [",", ";", ":", "-", "(", ")"].contains(token.key) && !token.isGluedDash ? .main : nil
    }
    guard token.kind == .word else { return nil }
    if Self.breaks.contains(token.key) || isRequested(place) { return .main }
    if Self.contents.contains(token.key) {
      let next = place + 1 < tokens.count ? VerbLexicon.forms(tokens[place + 1].key) : []
      return next.contains { $0.tense == .infinitive } && token.key == "att" ? nil : .content
    }
    if Self.relatives.contains(token.key) { return .relative }
    guard Self.conditions.contains(token.key) else { return nil }
    // `då` and `om` at other places: `återkommer vi då`, `information om`.
    if token.key == "om", isDoubted(place) { return .conditional }
    if token.key == "da" || token.key == "om" || token.key == "so" { return isSubordinate(place) ? .conditional : nil }
    return .conditional
  }

  /// `If you have any objections please let us know`.
  private func isRequested(_ place: Int) -> Bool {
    guard ["please", "vanligen", "kindly", "pls"].contains(tokens[place].key), place + 1 < tokens.count else {
      return false
    }
    return VerbLexicon.forms(tokens[place + 1].key).contains { $0.tense == .imperative }
      && !(place > 0 && isFiniteVerb(place - 1))
  }

  private static let doubts: Set<String> = [
    "oklart", "osakert", "ovisst", "tveksamt", "vet", "undrar", "fragan", "avgora", "bero", "beror", "oppet", "osaker",
    "osakra", "fragar", "veta",
  ]

  /// Whether words of doubt stand before: `det är oklart om`.
  private func isDoubted(_ place: Int) -> Bool {
    (max(0, place - 2)..<place).contains { Self.doubts.contains(tokens[$0].key) }
  }

  /// Whether a subject and a verb follow, as in `om ni har frågor`.
  private func isSubordinate(_ place: Int) -> Bool {
    guard place + 1 < tokens.count, !isTime[place + 1] else { return false }
    let next = tokens[place + 1]
    if ["vi", "ni", "jag", "du", "de", "det", "den", "man", "inte", "inget", "nagot", "nagon"].contains(next.key) {
      return true
    }
    // `Om bidraget inte använts`: a noun with its article behind the first word.
    if place == 0, tokens[place].key == "om", next.key.utf8.count >= 5,
      ["en", "et", "na"].contains(where: next.key.hasSuffix)
    {
      return true
    }
    let range = place + 1..<min(place + 6, tokens.count)
    return range.contains { !isTime[$0] && isFiniteVerb($0) } && place == 0
  }

  private func pieces() -> [Piece] {
    var cuts: [(place: Int, clause: VerbGroup.Clause)] = [(0, .main)]
    for place in tokens.indices {
      if let clause = opening(place) {
        if place == 0 { cuts[0] = (0, clause) } else { cuts.append((place, clause)) }
      }
    }
    var pieces: [Piece] = []
    for (index, cut) in cuts.enumerated() {
      let end = index + 1 < cuts.count ? cuts[index + 1].place : tokens.count
      let range = cut.place..<end
      let hasVerb = range.contains { !isTime[$0] && isFiniteVerb($0) } || startsWithImperative(range)
      pieces.append(Piece(range: range, clause: cut.clause, hasVerb: hasVerb))
    }
    return merged(pieces)
  }

  /// Pieces without a verb join the one before, the first ones the one behind.
  private func merged(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      guard let last = result.last else {
        result.append(piece)
        continue
      }
      if !last.hasVerb, piece.hasVerb, isFragment(last.range) || isHeading(last.range, piece.range) {
        result.append(piece)
        continue
      }
      let isOpen = !last.hasVerb && (last.clause == .main || !piece.hasVerb)
      if isOpen || !piece.hasVerb {
        let clause = last.hasVerb || !piece.hasVerb ? last.clause : piece.clause
        result[result.count - 1] = Piece(
          range: last.range.lowerBound..<piece.range.upperBound, clause: clause, hasVerb: last.hasVerb || piece.hasVerb)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// `Inbjudan till byggmöte; svara senast 9/6`: what the order behind it is about.
  private func isHeading(_ range: Range<Int>, _ next: Range<Int>) -> Bool {
    [";", ":", "-"].contains(tokens[next.lowerBound].key) && startsWithImperative(next)
      && !range.contains { isTime[$0] }
  }

  /// `Svar senast 15/10, så hinner vi …`: words that say all without a verb.
  private func isFragment(_ range: Range<Int>) -> Bool {
    guard range.contains(where: { isTime[$0] }),
      let first = range.first(where: { !isTime[$0] && tokens[$0].kind == .word })
    else {
      return false
    }
    let key = tokens[first].key
    return SideReader.askedWords.contains(key) || SentenceReader.beginnings.contains(key)
      || SentenceReader.deadlines.contains(key)
  }

  // Verbs

  static let determiners: Set<String> = [
    "the", "our", "your", "a", "an", "this", "that", "these", "those", "their", "its", "en", "ett", "ert", "er", "era",
    "vart", "vara",
    "den", "det", "de", "any", "all", "of", "for", "in", "on", "with", "no", "further", "new", "his", "her",
  ]
  static let englishSubjects: Set<String> = ["we", "you", "they", "i", "who"]
  static let swedishSubjects: Set<String> = ["vi", "jag", "ni", "du"]

  func isFiniteVerb(_ place: Int) -> Bool { finiteForm(place) != nil }

  /// The finite reading of the word at a place, where its neighbours allow one.
  func finiteForm(_ place: Int) -> VerbLexicon.Form? {
    let token = tokens[place]
    guard token.kind == .word, !isTime[place] else { return nil }
    let forms = VerbLexicon.forms(token.key).filter { $0.tense == .present || $0.tense == .past }
    let before = place > 0 ? tokens[place - 1].key : ""
    if forms.isEmpty { return unknownForm(place) }
    // `vår` with its ring is no `was`, and `var` before a noun neither.
    if token.key == "var", !token.isPlain || place == 0 { return nil }
    // `här` is no `har`.
    if token.key == "har", !token.isPlain { return nil }
    if token.key == "ar", token.isPlain, before == "i" || before == "nasta" { return nil }
    // `är du snäll` is `please`.
    if token.key == "ar", place + 2 < tokens.count, tokens[place + 2].key.hasPrefix("snall") { return nil }
    // `kommer` and `får` are auxiliaries before they are verbs of their own.
    let auxiliaries: Set<VerbLexicon.VerbClass> = [.modal, .permission, .conditional, .have, .be]
    let swedish = forms.first { !$0.isEnglish && auxiliaries.contains($0.verbClass) } ?? forms.first { !$0.isEnglish }
    if let swedish { return swedish }
    return forms.first { isEnglishFinite($0, token, before, place) }
  }

  private func isEnglishFinite(_ form: VerbLexicon.Form, _ token: LetterToken, _ before: String, _ place: Int) -> Bool {
    let isInfinitive = VerbLexicon.forms(token.key).contains { $0.tense == .infinitive }
    if isInfinitive || form.tense == .past, isLeading(before) { return false }
    // `let you know`, `let us have`
    if place > 1, tokens[place - 2].key == "let" { return false }
    switch form.verbClass {
    case .modal, .conditional, .have, .be: return true
    case .permission: return !(token.key == "may" && token.isCapital)
    default: break
    }
    if form.tense == .past { return place > 0 && !Self.determiners.contains(before) && !isAux(before) }
    let isBase = VerbLexicon.forms(token.key).contains { $0.tense == .infinitive }
    if !isBase { return place > 0 && !Self.determiners.contains(before) && tokens[place - 1].kind == .word }
    if Self.englishSubjects.contains(before) || isAfterPlural(place) { return true }
    return place > 1 && Self.englishSubjects.contains(tokens[place - 2].key) && before.hasSuffix("ly")
  }

  /// `The doors open`.
  private func isAfterPlural(_ place: Int) -> Bool {
    guard place > 1, tokens[place - 1].key.hasSuffix("s"),
      VerbLexicon.forms(tokens[place - 1].key).isEmpty || place > 1,
      ["the", "our", "your", "these", "both", "all"].contains(tokens[place - 2].key)
        || place > 2 && tokens[place - 3].key == "the"
    else { return false }
    return VerbLexicon.forms(tokens[place].key).contains { $0.isEnglish && $0.verbClass == .act }
      && (place + 1 == tokens.count || isTime[place + 1] || tokens[place + 1].kind == .mark)
  }

  /// Whether an infinitive follows: `to`, `will`.
  private func isLeading(_ word: String) -> Bool {
    word == "to"
      || VerbLexicon.forms(word).contains {
        $0.isEnglish && [.modal, .conditional, .permission].contains($0.verbClass)
      }
  }

  private func isAux(_ word: String) -> Bool {
    VerbLexicon.forms(word).contains { $0.verbClass == .be || $0.verbClass == .have } || word == "be" || word == "been"
  }

  private static let polite: Set<String> = [
    "vanligen", "vanlig", "please", "kindly", "var", "snall", "vanliga", "tack", "and", "och", ",", "-", "obs", "ps",
    "aven",
    "also", "then", "darfor", "(",
    ":", ";", "sedan", "samt", "or", "eller", "ok", "okej", "hej", "snalla", "do", "pls", "plz",
  ]

  /// `Kindly acknowledge receipt`: a verb that no table has.
  private func isUnknownOrder(_ place: Int, _ range: Range<Int>) -> Bool {
    guard place > range.lowerBound, ["please", "kindly", "pls"].contains(tokens[place - 1].key) else { return false }
    return !Vocabulary.contains(tokens[place].key) && !Self.determiners.contains(tokens[place].key)
      && !tokens[place].isCapital && !SideReader.askedWords.contains(tokens[place].key)
  }

  /// The verb that one is told not to forget: `glöm inte att lämna in`, `don't forget to send`.
  private func reminded(_ place: Int, in range: Range<Int>) -> Int? {
    let words = (place..<min(place + 5, range.upperBound)).map { tokens[$0].key }
    let openings = [
      ["glom", "inte"], ["glom", "ej"], ["missa", "inte"], ["kom", "ihag"], ["don't", "forget"],
      ["do", "not", "forget"],
      ["remember"],
    ]
    guard let opening = openings.first(where: { words.starts(with: $0) }) else { return nil }
    return (place + opening.count..<max(place + opening.count, place + words.count)).first { isInfinitiveForm($0) }
  }

  private func isInfinitiveForm(_ place: Int) -> Bool {
    VerbLexicon.forms(tokens[place].key).contains { $0.tense == .infinitive }
  }

  /// The place of an order: `skicka …`, `please send …`.
  func imperative(in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    while place < range.upperBound, isTime[place] || Self.polite.contains(tokens[place].key) { place += 1 }
    guard place < range.upperBound, tokens[place].kind == .word else { return nil }
    if let verb = reminded(place, in: range) { return verb }
    let forms = VerbLexicon.forms(tokens[place].key)
    // `Räkna med en offert i februari`
    let isToExpect =
      tokens[place].key == "rakna" && place + 1 < range.upperBound
      && ["med", "inte", "ej"].contains(tokens[place + 1].key)
    guard
      isToExpect || isUnknownOrder(place, range)
        || forms.contains(where: { $0.tense == .imperative && [.reply, .act, .request].contains($0.verbClass) })
        || tokens[place].key == "expect"
    else {
      return nil
    }
    // `hör` and `skriver`: a present form is an order only where no subject follows.
    let next = place + 1 < tokens.count ? tokens[place + 1].key : ""
    if forms.contains(where: { $0.tense == .present && !$0.isEnglish }), Self.swedishSubjects.contains(next) {
      return nil
    }
    return place
  }

  private func startsWithImperative(_ range: Range<Int>) -> Bool { imperative(in: range) != nil }

  private func groups(in piece: Piece, after last: VerbGroup?) -> [VerbGroup] {
    var groups: [VerbGroup] = []
    var place = piece.range.lowerBound
    if let start = imperative(in: piece.range), !isHearing(start, piece) {
      groups.append(continued(last, start, piece) ?? order(start, piece))
      place = start + 1
    }
    while place < piece.range.upperBound {
      if let form = finiteForm(place), !isParticiple(form, at: place, behind: groups.last) {
        if piece.clause == .conditional, place > piece.range.lowerBound + 1,
          let next = mainClause(at: place, form, piece, isSecond: !groups.isEmpty)
        {
          return groups + self.groups(in: next, after: groups.last)
        }
        let group = group(
          place, form, piece.range, groups.isEmpty ? piece.clause : piece.clause == .relative ? .main : piece.clause)
        groups.append(group)
        place = max(place, group.actionPlace)
      }
      place += 1
    }
    return groups
  }

  /// `have the report finished`: a second past form in one clause is no verb of its own.
  private func isParticiple(_ form: VerbLexicon.Form, at place: Int, behind group: VerbGroup?) -> Bool {
    guard let group, form.isEnglish, form.tense == .past, group.mood != .past, place > 0 else { return false }
    guard ![.have, .be, .conditional].contains(form.verbClass) else { return false }
    return !Self.englishSubjects.contains(tokens[place - 1].key)
      && VerbLexicon.forms(tokens[place].key).contains { $0.isEnglish && $0.tense == .supine }
  }

  /// The main clause that begins with its verb behind a condition: `Om allt går väl återkommer vi`.
  private func mainClause(at place: Int, _ form: VerbLexicon.Form, _ piece: Piece, isSecond: Bool) -> Piece? {
    guard place + 1 < piece.range.upperBound else { return nil }
    let isInverted =
      (Self.swedishSubjects.contains(tokens[place + 1].key) || ["det", "den", "de"].contains(tokens[place + 1].key))
      && !isTime[place + 1]
    guard isInverted || isSecond && !form.isEnglish else { return nil }
    return Piece(range: place..<piece.range.upperBound, clause: .main, hasVerb: true)
  }

  /// `Hör av mig på måndag` is no order, though `Hör av er` is one.
  private func isHearing(_ place: Int, _ piece: Piece) -> Bool {
    tokens[place].key == "hor"
      && tokens[place..<min(place + 4, piece.range.upperBound)].contains { ["mig", "oss"].contains($0.key) }
  }

  /// `we will discuss it and write to you`: a second verb of the same auxiliary, and no order.
  private func continued(_ last: VerbGroup?, _ place: Int, _ piece: Piece) -> VerbGroup? {
    guard var group = last, group.head == .modal,
      ["and", "or", "och", "samt"].contains(tokens[piece.range.lowerBound].key),
      let form = VerbLexicon.forms(tokens[place].key).first(where: { $0.tense == .infinitive })
    else { return nil }
    group.action = form.verbClass
    (group.word, group.place, group.actionPlace) = (tokens[place].key, place, place)
    group.range = group.range.lowerBound..<piece.range.upperBound
    return group
  }

  private func isReminder(_ place: Int, _ piece: Piece) -> Bool {
    tokens[piece.range.lowerBound..<place].contains { ["glom", "missa", "forget"].contains($0.key) }
  }

  private func order(_ place: Int, _ piece: Piece) -> VerbGroup {
    let form = VerbLexicon.forms(tokens[place].key).first { $0.tense == .imperative }
    return VerbGroup(
      place: place, mood: .imperative, action: form?.verbClass, head: form?.verbClass ?? .act, word: tokens[place].key,
      actionPlace: place, isPassive: false,
      isNegated: !isReminder(place, piece) && isNegated(place, place, piece.range),
      clause: piece.clause == .relative ? .main : piece.clause,
      range: piece.range)
  }
}

extension LetterToken {
  /// A hyphen inside a word.
  var isGluedDash: Bool { isMark("-") && isGlued }
}
