/// A sentence of a letter, also one that goes on over line breaks, or an item of a list.
struct LetterSentence {
  var tokens: [LetterToken]
  var isQuestion = false
  /// Whether it ends with a colon: what follows belongs to it.
  var isLead = false
  /// Whether it is an item of a list.
  var isItem = false

  /// Offsets into the body in Unicode scalars.
  var span: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return first.span.lowerBound..<last.span.upperBound
  }
}

/// Cuts a letter's tokens into sentences.
///
/// - Complexity: O(tokens).
struct SentenceSplitter {
  private let tokens: [LetterToken]
  private var sentences: [LetterSentence] = []
  private var current: [LetterToken] = []
  private var isItem = false
  /// Where the present line begins in `current`.
  private var lineStart = 0

  static func sentences(of tokens: [LetterToken]) -> [LetterSentence] {
    var splitter = SentenceSplitter(tokens: tokens)
    return splitter.split()
  }

  private init(tokens: [LetterToken]) {
    self.tokens = tokens
  }

  private mutating func split() -> [LetterSentence] {
    var place = 0
    while place < tokens.count {
      if tokens[place].breaks > 0 || place == 0 {
        place = beginLine(place)
        guard place < tokens.count else { break }
      }
      current.append(tokens[place])
      if isEnd(place) { finish() }
      if current.count >= 150 { finish() }
      place += 1
    }
    finish()
    return sentences
  }

  private mutating func finish() {
    if let last = current.last {
      let isQuestion = last.isMark("?")
      sentences.append(
        LetterSentence(tokens: current, isQuestion: isQuestion, isLead: last.isMark(":"), isItem: isItem))
    }
    current = []
    isItem = false
    lineStart = 0
  }

  /// Decides at a line's first token whether a sentence ends with the line before; returns where the text begins.
  private mutating func beginLine(_ place: Int) -> Int {
    var place = place
    let isBlank = tokens[place].breaks >= 2
    while place < tokens.count, tokens[place].isMark(">") || tokens[place].isMark("|") { place += 1 }
    let bullet = bulletEnd(place)
    if isBlank || bullet != nil || (!current.isEmpty && endsWithLine(next: place)) { finish() }
    lineStart = current.count
    if let bullet {
      isItem = true
      return bullet
    }
    return place
  }

  /// The place after the mark of a list's item.
  private func bulletEnd(_ place: Int) -> Int? {
    guard let token = token(place), let next = self.token(place + 1), next.breaks == 0 else { return nil }
    if token.isMark("-") || token.isMark("•") || token.isMark("+") {
      return next.isGlued && token.isMark("-") ? nil : place + 1
    }
    let isShort = token.kind == .number && token.digits <= 2 || token.kind == .word && token.key.utf8.count == 1
    guard isShort, next.isMark(")") || next.isMark("."), next.isGlued, let text = self.token(place + 2),
      text.breaks == 0,
      !text.isGlued
    else { return nil }
    // `15. oktober` begins no list.
    return text.kind == .word && CalendarLexicon.months[text.key] != nil && next.isMark(".") ? nil : place + 2
  }

  private func token(_ place: Int) -> LetterToken? { tokens.indices.contains(place) ? tokens[place] : nil }

  private static let greetings: Set<String> = [
    "hej", "dear", "hello", "hi", "basta", "god", "tjena", "halsningar", "mvh", "vanliga", "regards", "sincerely",
    "hejsan", "goddag", "till",
  ]
  private static let open: Set<String> = [
    "till", "med", "i", "av", "och", "att", "som", "for", "pa", "den", "the", "to", "of", "and", "in", "with", "senast",
    "by",
    "en", "ett", "a", "an", "fran", "from", "om", "vi", "ni", "we", "you", "ska", "will", "or", "eller", "on", "at",
    "under", "vid",
    "inom", "within", "ert", "er", "era", "vart", "our", "your", "var", "vara", "samt", "innan", "fore", "efter",
    "before", "after",
    "mellan", "between",
  ]

  /// Whether the line before is a greeting, a heading or a signature, and no beginning of what follows.
  private func endsWithLine(next place: Int) -> Bool {
    guard let next = token(place), let last = current.last else { return false }
    let line = current[lineStart...]
    guard let first = line.first else { return false }
    if line.count <= 6, lineStart == 0, Self.greetings.contains(first.key), first.key != "till" || last.isMark(",") {
      return true
    }
    if line.count <= 5, first.key == "med", line.contains(where: { $0.key == "halsning" || $0.key == "halsningar" }) {
      return true
    }
    guard next.isCapital || next.kind == .number, lineStart == 0 else { return false }
    let length = last.span.upperBound - first.span.lowerBound
    guard length < 45, !Self.open.contains(last.key), last.kind == .word || last.isMark("!"), next.isCapital else {
      return false
    }
    return !line.contains { VerbLexicon.isFinite($0.key) }
  }

  private static let abbreviations: Set<String> = [
    "t", "ex", "bl", "a", "m", "fl", "dvs", "kl", "v", "dnr", "nr", "kap", "st", "ca", "c", "tel", "tfn", "fr", "o",
    "e", "g", "i",
    "mr", "ms", "mrs", "dr", "kv", "resp", "inkl", "exkl", "s", "k", "p", "approx", "no", "prel", "jfr", "ev", "ang",
    "enl", "f",
    "n", "b", "d", "vs", "prof", "ref", "q", "h", "w", "wk", "mobil", "vx", "tf", "ex", "eg", "ie", "obs",
  ]
  private static let closing: Set<String> = [
    "etc", "osv", "mm", "dec", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov",
    "mon", "tis", "ons", "tors", "fre", "lor", "kr", "sek",
  ]

  /// Whether the mark at a place ends a sentence.
  private func isEnd(_ place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .mark else { return false }
    switch token.key {
    case "?", "!", ";": return token.key != ";" ? !(self.token(place + 1)?.isGlued ?? false) : false
    case ":": return colonEnds(place)
    case ".": return dotEnds(place)
    default: return false
    }
  }

  /// A colon ends a line that leads a list; within a line it is no end.
  private func colonEnds(_ place: Int) -> Bool {
    guard let next = token(place + 1) else { return true }
    return next.breaks > 0
  }

  private func dotEnds(_ place: Int) -> Bool {
    guard let next = token(place + 1) else { return true }
    if next.isGlued && next.breaks == 0 { return false }
    guard place > 0, tokens[place].isGlued else { return true }
    let before = tokens[place - 1]
    let isBig = next.isCapital || next.kind != .word
    if before.kind == .word, !before.isAcronym || before.key.utf8.count == 1 {
      if Self.abbreviations.contains(before.key) { return false }
      if before.key.utf8.count == 1, before.isCapital { return false }
      if Self.closing.contains(before.key) { return next.isCapital }
    }
    if before.kind == .number {
      return next.breaks > 1 || isBig && next.kind == .word || next.kind == .mark && !next.isMark(",")
    }
    return true
  }
}
