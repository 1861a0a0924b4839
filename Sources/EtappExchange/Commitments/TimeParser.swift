/// Finds the times in a sentence by a small grammar: frame, core, range, year.
///
/// It looks a bounded number of tokens ahead from every place, so the whole is linear in the number of tokens.
struct TimeParser {
  struct Match {
    var phrase: TimePhrase
    /// Indices of tokens.
    var range: Range<Int>
    /// Whether the phrase is a frame's: `senast …`.
    var isFramed: Bool
  }

  typealias Found = (phrase: TimePhrase, end: Int)

  let tokens: [LetterToken]

  /// The times of the sentence from left to right, none over another.
  func matches() -> [Match] {
    var matches: [Match] = []
    var place = 0
    while place < tokens.count {
      if let match = match(at: place) {
        matches.append(match)
        place = max(match.range.upperBound, place + 1)
      } else {
        place += 1
      }
    }
    return matches
  }

  private func match(at place: Int) -> Match? {
    if let found = soon(place) { return Match(phrase: found.phrase, range: place..<found.end, isFramed: false) }
    if let found = past(place) { return Match(phrase: found.phrase, range: place..<found.end, isFramed: false) }
    if let found = framed(place) {
      return Match(phrase: found.phrase, range: place..<withoutStop(found.end), isFramed: true)
    }
    if let found = led(place) {
      let (phrase, end, isFramed) = after(found)
      return Match(phrase: phrase, range: place..<withoutStop(end), isFramed: isFramed)
    }
    return nil
  }

  /// The full stop of a sentence is no abbreviation's dot.
  private func withoutStop(_ end: Int) -> Int {
    guard key(end - 1) == ".", end >= 2 else { return end }
    return end == tokens.count || tokens[end - 2].key.utf8.count > 4 ? end - 1 : end
  }

  // Reading tokens

  func key(_ place: Int) -> String? {
    tokens.indices.contains(place) && tokens[place].kind != .code ? tokens[place].key : nil
  }

  func token(_ place: Int) -> LetterToken? { tokens.indices.contains(place) ? tokens[place] : nil }

  func isKey(_ place: Int, _ keys: Set<String>) -> Bool { key(place).map { keys.contains($0) } ?? false }

  /// The same for a few words written where they are asked for: no set is made of them each time.
  func isKey(_ place: Int, _ keys: [String]) -> Bool { key(place).map { keys.contains($0) } ?? false }

  /// The end of a fixed phrase that stands at a place; a dot after a word is looked over.
  func end(of phrase: [String], at place: Int) -> Int? {
    var place = place
    for word in phrase {
      guard key(place) == word else { return nil }
      place += 1
      if word.count <= 2, key(place) == ".", token(place)?.isGlued ?? false { place += 1 }
    }
    return place
  }

  /// The end of the longest of some fixed phrases.
  func end(ofAny phrases: PhraseTable, at place: Int) -> Int? {
    guard let first = key(place) else { return nil }
    var longest: Int?
    for phrase in phrases.beginning(with: first) {
      if let end = end(of: phrase, at: place) { longest = max(longest ?? end, end) }
    }
    return longest
  }

  func skipping(_ place: Int, _ keys: Set<String>, atMost: Int = 3) -> Int {
    var place = place
    for _ in 0..<atMost where isKey(place, keys) { place += 1 }
    return place
  }

  func skipping(_ place: Int, _ keys: [String], atMost: Int = 3) -> Int {
    var place = place
    for _ in 0..<atMost where isKey(place, keys) { place += 1 }
    return place
  }

  /// The place after the dot of an abbreviation.
  func afterDot(_ place: Int) -> Int {
    key(place) == "." && token(place)?.isGlued ?? false ? place + 1 : place
  }

  func number(_ place: Int, digits: Int = 3) -> Int? {
    guard let token = token(place) else { return nil }
    if token.kind == .number { return token.digits <= digits ? token.number : nil }
    return token.kind == .word ? CalendarLexicon.numbers[token.key] : nil
  }
}
