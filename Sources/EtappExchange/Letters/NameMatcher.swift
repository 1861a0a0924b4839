import EtappModel

/// Finds names of municipalities in a text, as they stand there and as readings of paper leave them.
struct NameMatcher: Sendable {
  /// A place in a text that may be a name.
  struct Match {
    /// The names it may be.
    let entries: [Int]
    /// The words as they stand.
    let words: String
    /// 1 for the name as it is written; less where letters were lost.
    let certainty: Double
    /// Whether a word beside it says that it is a municipality.
    let isNamed: Bool
  }

  private struct Name {
    let index: Int
    /// The words of the name in lower case, with their dots.
    let words: [String]
    let folded: [String]
  }

  /// Names by their first word, folded.
  private var byFirst: [String: [Name]] = [:]
  /// Names of one word by their shape.
  private var byShape: [String: [Int]] = [:]

  init(_ names: [String]) {
    for (index, text) in names.enumerated() {
      let words = Self.words(of: text).map { $0.text.lowercased() }
      guard !words.isEmpty else { continue }
      let name = Name(index: index, words: words, folded: words.map { Names.folded($0) })
      byFirst[name.folded[0], default: []].append(name)
      if words.count == 1, words[0].count >= 4 { byShape[String(OCRShape.of(words[0])), default: []].append(index) }
    }
    // The longest first: a name may begin with another.
    for key in byFirst.keys { byFirst[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The names in a text, in order.
  ///
  /// - Complexity: O(text).
  func matches(in text: String) -> [Match] {
    let words = Self.words(of: text)
    // A text without a single dotted letter may have lost them: then the name without dots is no more likely.
    let keepsDots = text.contains { !$0.isASCII && $0.isLetter } || words.count < 8
    var matches: [Match] = []
    var position = 0
    while position < words.count, matches.count < 2_000 {
      if let (match, count) = match(words, position, keepsDots) {
        matches.append(match)
        position += count
      } else {
        position += 1
      }
    }
    return matches
  }

  private func match(_ words: [Word], _ position: Int, _ keepsDots: Bool) -> (Match, Int)? {
    guard words[position].isCapital else { return nil }
    if let found = written(words, position) ?? hurt(words, position) {
      let end = position + found.count
      let isNamed =
        (end < words.count && Self.isKind(words[end].text))
        || (position > 0 && Self.isKindBefore(words, position))
      let isExact = found.certainty == 1
      // At the beginning of a sentence a word is capital anyway, and many are names when their dots are lost.
      let begins = !isNamed && words[position].beginsSentence
      if begins, !isExact || found.entries.count > 1 { return nil }
      let isPlain = words[position].text.allSatisfy(\.isASCII)
      let certainty = (isExact && !keepsDots ? Self.lost : found.certainty) * (begins && isPlain ? 0.5 : 1)
      let text = words[position..<end].map(\.text).joined(separator: " ")
      let shown = isNamed && end < words.count && Self.isKind(words[end].text) ? "\(text) \(words[end].text)" : text
      return (Match(entries: found.entries, words: shown, certainty: certainty, isNamed: isNamed), found.count)
    }
    return nil
  }

  private typealias Found = (entries: [Int], certainty: Double, count: Int)

  /// The certainty of a name that lost its dots.
  private static let lost = 0.7

  /// A name letter for letter, or with its dots lost, with or without the genitive's s.
  private func written(_ words: [Word], _ position: Int) -> Found? {
    let folded = words[position].folded
    for key in [folded, folded.hasSuffix("s") ? String(folded.dropLast()) : ""] where !key.isEmpty {
      guard let names = byFirst[key] else { continue }
      var found: [(index: Int, isExact: Bool, count: Int)] = []
      for name in names where found.isEmpty || name.words.count == found[0].count {
        if let isExact = Self.compare(name, words, position) { found.append((name.index, isExact, name.words.count)) }
      }
      guard let first = found.first else { continue }
      let exact = found.filter(\.isExact)
      // All that it may be, when no dots are there to choose by.
      if exact.isEmpty || words[position].text.allSatisfy(\.isASCII) && found.count > exact.count {
        return (found.map(\.index), exact.isEmpty ? Self.lost : 1, first.count)
      }
      return (exact.map(\.index), 1, first.count)
    }
    return nil
  }

  /// Whether the name stands at a word: nil no, false with its dots lost, true as it is.
  private static func compare(_ name: Name, _ words: [Word], _ position: Int) -> Bool? {
    guard position + name.words.count <= words.count else { return nil }
    var isExact = true
    for (offset, folded) in name.folded.enumerated() {
      let word = words[position + offset]
      let isLast = offset == name.folded.count - 1
      let isGenitive = isLast && word.folded == folded + "s"
      guard word.folded == folded || isGenitive else { return nil }
      let lower = word.text.lowercased()
      let plain = isGenitive ? name.words[offset] + "s" : name.words[offset]
      if lower != plain {
        // Dots that the name has not make it another word.
        if lower.contains(where: { !$0.isASCII }) { return nil }
        isExact = false
      }
    }
    return isExact
  }

  /// A name with figures or marks where letters were.
  private func hurt(_ words: [Word], _ position: Int) -> Found? {
    let text = words[position].text.lowercased()
    guard text.count >= 4, text.contains(where: { !$0.isLetter || "éèàáóò".contains($0) }),
      text.count(where: \.isLetter) * 2 > text.count
    else { return nil }
    var shape = String(OCRShape.of(text))
    if let found = byShape[shape] { return (found, 0.6, 1) }
    guard shape.hasSuffix("s") else { return nil }
    shape.removeLast()
    return byShape[shape].map { ($0, 0.6, 1) }
  }

  private static func isKind(_ word: String) -> Bool {
    ["kommun", "kommuns", "kommunen", "kommunens", "k0mmun", "stad", "stads", "municipality", "municipality's", "city"]
      .contains(word.lowercased())
  }

  /// `municipality of`, `kommunen`.
  private static func isKindBefore(_ words: [Word], _ position: Int) -> Bool {
    let before = words[position - 1].text.lowercased()
    if before == "of", position > 1 { return words[position - 2].text.lowercased() == "municipality" }
    return before == "kommunen"
  }

  // MARK: Words

  /// A word of a text with what stands around it.
  struct Word {
    let text: String
    let folded: String
    let isCapital: Bool
    let beginsSentence: Bool
  }

  /// The words of a text; a hyphen parts words as a blank does, figures and marks of damage do not.
  static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var run = ""
    var begins = true
    var next = true
    var isAfterLine = false
    func finish() {
      guard !run.isEmpty else { return }
      let first = run.first ?? " "
      // `0stersund`, `?nge`: what was a capital may be anything but a small letter.
      let isCapital = !first.isLowercase && run.contains(where: \.isLetter)
      words.append(
        Word(text: run, folded: isCapital ? Names.folded(run) : "", isCapital: isCapital, beginsSentence: begins))
      run = ""
    }
    for character in text {
      if character.isLetter || character.isNumber || "\u{FFFD}?'’".contains(character) {
        if run.isEmpty { begins = next }
        next = false
        isAfterLine = false
        run.append(character)
      } else {
        finish()
        // One line end is a line that was full; two are a paragraph.
        if ".!?:•".contains(character) || (character == "\n" && isAfterLine) { next = true }
        isAfterLine = character == "\n" || (isAfterLine && character.isWhitespace)
      }
    }
    finish()
    return words
  }
}
