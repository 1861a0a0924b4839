/// Reads a letter's text into tokens, from the left to the right and once.
///
/// - Complexity: O(length).
struct LetterScanner {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var tokens: [LetterToken] = []
  private var breaks = 0
  private var isGlued = false
  /// The end of the run of letters and digits that was last looked for: `1a1a1a…` is one run of many tokens.
  private var lastRunEnd = 0

  static func tokens(of scalars: [Unicode.Scalar]) -> [LetterToken] {
    var scanner = LetterScanner(scalars: scalars)
    return scanner.scan()
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private mutating func scan() -> [LetterToken] {
    while place < scalars.count {
      let scalar = scalars[place]
      if scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{C}" {
        breaks += scalar == "\n" || scalar == "\u{2028}" ? 1 : 2
        skip()
      } else if scalar.properties.isWhitespace || LetterFolding.folded(scalar) == nil {
        skip()
      } else if Self.isDigit(scalar) || Self.isLetter(scalar) {
        word()
      } else {
        mark()
      }
    }
    return tokens
  }

  private mutating func skip() {
    place += 1
    isGlued = false
  }

  private mutating func append(_ token: LetterToken) {
    var token = token
    token.breaks = breaks
    token.isGlued = isGlued && !tokens.isEmpty
    tokens.append(token)
    place = token.span.upperBound
    breaks = 0
    isGlued = true
  }

  private mutating func mark() {
    let key: String
    switch scalars[place] {
    case "\u{2010}"..."\u{2015}", "\u{2212}": key = "-"
    case "•", "·", "○", "▪", "●", "*", "◦", "\u{F0B7}", "➢", "‣": key = "•"
    case "…": key = "."
    default: key = String(Character(scalars[place]))
    }
    append(LetterToken(kind: .mark, key: key, span: place..<place + 1))
  }

  /// The end of a run of letters, digits and apostrophes that begins here.
  private func runEnd(from start: Int) -> Int {
    var end = start
    while end < scalars.count {
      let scalar = scalars[end]
      let isInner = Self.isLetter(scalar) || Self.isDigit(scalar) || LetterFolding.folded(scalar) == nil
      let isApostrophe =
        LetterFolding.folded(scalar) == "'" && end + 1 < scalars.count && Self.isLetter(scalars[end + 1])
      guard isInner || (isApostrophe && end > start) else { break }
      end += 1
    }
    return end
  }

  private mutating func word() {
    if lastRunEnd <= place { lastRunEnd = runEnd(from: place) }
    let end = lastRunEnd
    let run = scalars[place..<end]
    if Self.isDigit(scalars[place]), let digits = DigitRun(scalars, from: place, wordEnd: end) {
      for token in digits.tokens { append(token) }
    } else if !run.contains(where: Self.isDigit) {
      plainWord(place..<(hyphenated(end) ?? end))
    } else if run.count <= 4, let digits = LetterFolding.digits(run) {
      append(number(digits, span: place..<end))
    } else if let split = run.firstIndex(where: Self.isDigit), run[split...].allSatisfy(Self.isDigit),
      split - place <= 2
    {
      plainWord(place..<split)
      word()
    } else {
      mixedWord(place..<end)
    }
  }

  private func number(_ digits: [Int], span: Range<Int>) -> LetterToken {
    let value = digits.reduce(0) { $0 * 10 + $1 }
    return LetterToken(kind: .number, key: String(value), span: span, number: value, digits: digits.count)
  }

  /// The end of a word that goes on in the next line after a hyphen.
  private func hyphenated(_ end: Int) -> Int? {
    var next = end
    guard next < scalars.count, scalars[next] == "-" || scalars[next] == "\u{AD}" || scalars[next] == "¬" else {
      return nil
    }
    next += 1
    while next < scalars.count, scalars[next] == " " || scalars[next] == "\r" { next += 1 }
    guard next < scalars.count, scalars[next] == "\n" else { return nil }
    next += 1
    while next < scalars.count, scalars[next] == " " { next += 1 }
    let tail = runEnd(from: next)
    let key = LetterFolding.folded(scalars[next..<tail])
    guard tail > next, scalars[next].properties.isLowercase, CalendarLexicon.months[key] == nil else { return nil }
    return tail
  }

  private mutating func plainWord(_ span: Range<Int>) {
    let run = scalars[span].filter { Self.isLetter($0) || LetterFolding.folded($0) == "'" }
    let key = Vocabulary.known(run[...])
    let capitals = run.count { $0.properties.isUppercase }
    append(
      LetterToken(
        kind: .word, key: key, span: span, isCapital: run.first?.properties.isUppercase ?? false,
        isAcronym: capitals >= 2 && !run.contains { $0.properties.isLowercase }, isPlain: run.allSatisfy(\.isASCII),
        isRinged: run.contains { $0 == "å" || $0 == "Å" }))
  }

  private mutating func mixedWord(_ span: Range<Int>) {
    let key = LetterFolding.folded(scalars[span])
    let letters = scalars[span].count { Self.isLetter($0) }
    guard letters >= 3, letters * 2 > span.count else {
      return append(LetterToken(kind: .code, key: key, span: span))
    }
    let readings = LetterFolding.readings(key)
    let known = readings.first { Vocabulary.contains($0) } ?? readings[0]
    append(
      LetterToken(kind: .word, key: known, span: span, isCapital: scalars[span.lowerBound].properties.isUppercase))
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
      : scalar.properties.isAlphabetic
  }
}
