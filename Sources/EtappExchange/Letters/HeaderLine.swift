/// A line that says something about a letter, as mail programs print it above the text: `Från: …`, `Subject: …`.
struct HeaderLine {
  enum Field: Hashable {
    case from, to, copies, subject, date
    /// Names of files that came with it.
    case attachments
    /// Something that is passed over: importance, blind copies.
    case other
  }

  let field: Field
  let value: String
  /// Whether the label was hurt by a reading of paper, and had to be guessed.
  let isDamaged: Bool

  /// The header line that a line is; nil when it is none.
  ///
  /// - Parameter isInside: Whether other header lines stand right before it; then more damage is forgiven.
  init?(_ line: some StringProtocol, isInside: Bool) {
    let text = line.drop { $0.isWhitespace || "*_|".contains($0) }
    guard text.first.map({ $0.isLetter || "?&\u{FFFD}0568".contains($0) }) ?? false else { return nil }
    if let colon = text.prefix(26).firstIndex(where: { $0 == ":" || $0 == "：" || (isInside && $0 == ";") }) {
      let label = text[..<colon].trimmingBlanks
      guard label.count <= 22, let match = HeaderLabel(label, isInside: isInside) else { return nil }
      field = match.field
      value = String(text[colon...].dropFirst().drop { $0 == "*" || $0.isWhitespace }.trimmingBlanks)
      isDamaged = match.isDamaged || text[colon] == ";"
      // A guessed date must be one: `Note: …` is near enough to `Date: …`.
      if isDamaged, field == .date, WrittenMoment(value) == nil { return nil }
      return
    }
    guard isInside, let found = Self.withoutColon(text) else { return nil }
    (field, value) = found
    isDamaged = true
  }

  /// A line whose colon was lost: `Ämne Servicekontor`, `Datum. 2021-06-10`; nil where the value does not fit the label.
  private static func withoutColon(_ text: some StringProtocol) -> (Field, String)? {
    let word = text.prefix { $0.isLetter || $0.isNumber }
    guard word.count >= 3 || word.lowercased() == "cc", word.first?.isUppercase ?? false,
      let match = HeaderLabel(word, isInside: false)
    else { return nil }
    let value = String(text[word.endIndex...].drop { $0.isWhitespace || ".,-".contains($0) }.trimmingBlanks)
    switch match.field {
    case .from, .to, .copies: guard value.contains("@") || value.contains("©") else { return nil }
    case .date: guard WrittenMoment(value) != nil else { return nil }
    case .subject: guard ["amne", "ämne", "subject"].contains(word.lowercased()), !value.isEmpty else { return nil }
    case .attachments, .other: return nil
    }
    return (match.field, value)
  }
}

/// The word before the colon.
struct HeaderLabel {
  let field: HeaderLine.Field
  let isDamaged: Bool

  /// The label that a word is; nil when it is none.
  ///
  /// - Parameter isInside: Whether a letter may be wrong beyond what readings of paper mostly confuse.
  init?(_ word: some StringProtocol, isInside: Bool) {
    let lower = word.lowercased()
    if let field = Self.exact[lower] {
      self.field = field
      isDamaged = false
      return
    }
    let shape = OCRShape.of(lower)
    if shape.count >= 4, let field = Self.byShape[String(shape)] {
      self.field = field
    } else if let field = Self.short[lower] {
      self.field = field
    } else if isInside, shape.count >= 3, let field = Self.nearest(shape) {
      self.field = field
    } else {
      return nil
    }
    isDamaged = true
  }

  private static let labels: [(HeaderLine.Field, [String])] = [
    (.from, ["från", "from", "avsändare", "sender"]),
    (.to, ["till", "to", "mottagare"]),
    (.copies, ["kopia", "kopia till", "kopior", "ko", "cc", "copy"]),
    (.subject, ["ämne", "subject", "ärende", "rubrik"]),
    (.date, ["skickat", "skickad", "sänt", "sent", "datum", "date"]),
    (.attachments, ["bilaga", "bilagor", "bifogade filer", "bifogat", "attachments", "attachment"]),
    (
      .other,
      [
        "prioritet", "importance", "priority", "hemlig kopia", "dold kopia", "bcc", "svar till", "reply-to",
        "reply to", "känslighet", "sensitivity", "kategorier", "categories", "flagga", "message-id", "uppföljning",
      ]
    ),
  ]

  private static let exact: [String: HeaderLine.Field] = {
    var exact: [String: HeaderLine.Field] = [:]
    for (field, words) in labels { for word in words { exact[word] = field } }
    return exact
  }()

  private static let byShape: [String: HeaderLine.Field] = {
    var byShape: [String: HeaderLine.Field] = [:]
    for (field, words) in labels { for word in words { byShape[String(OCRShape.of(word))] = field } }
    return byShape
  }()

  /// Labels of two or three letters, whose shapes would be too many words.
  private static let short: [String: HeaderLine.Field] = [
    "frn": .from, "t0": .to, "tö": .to, "c c": .copies, "ee": .copies,
  ]

  /// The label that is one letter away, where all that are mean the same.
  private static func nearest(_ shape: [Character]) -> HeaderLine.Field? {
    var found: Set<HeaderLine.Field> = []
    for (known, field) in byShape where known.count >= 4 && abs(known.count - shape.count) <= 1 {
      if isOneAway(Array(known), shape) { found.insert(field) }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether one letter more, less or other makes one word the other.
  static func isOneAway(_ a: [Character], _ b: [Character]) -> Bool {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return start + end >= max(a.count, b.count) - 1
  }
}

/// What is left of a word when everything is one that readings of paper confuse.
enum OCRShape {
  /// The shape of a word in lower case: vowels that lose their dots and the figures they turn into are `*`, strokes `i`.
  static func of(_ word: some StringProtocol) -> [Character] {
    var shape: [Character] = []
    for character in word {
      switch character {
      case "a", "å", "ä", "à", "á", "â", "ã", "o", "ö", "ó", "ò", "ô", "õ", "0", "6", "e", "é", "è", "ê", "ë", "8",
        "&", "?", "\u{FFFD}", "@":
        shape.append("*")
      case "l", "1", "i", "í", "ì", "!", "|", "j": shape.append("i")
      case "5", "$": shape.append("s")
      case "n" where shape.last == "r": shape[shape.count - 1] = "m"
      default: shape.append(character)
      }
    }
    return shape
  }
}

extension StringProtocol {
  /// Without blanks and `*` at the end.
  var trimmingBlanks: SubSequence {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace || last == "*" { rest = rest.dropLast() }
    return rest
  }

  /// Whether there is nothing but blanks.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
