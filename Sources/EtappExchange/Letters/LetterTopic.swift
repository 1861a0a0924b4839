/// A subject without the marks of answering and forwarding, which is what the letters of a thread have in common.
enum LetterTopic {
  /// The subject without `VB:`, `SV:`, `Fwd:`, `Re[2]:`, `[list]` and their like before it, however many there are.
  static func of(_ subject: String) -> String {
    var rest = subject.unfolded[...]
    while let shorter = withoutMark(rest) ?? withoutTag(rest) { rest = shorter }
    while rest.hasSuffix("(fwd)") { rest = rest.dropLast(5).trimmed }
    return String(rest.trimmed)
  }

  /// Whether a subject says that its letter answers or forwards another.
  static func isFollowing(_ subject: String) -> Bool { withoutMark(subject.unfolded[...]) != nil }

  /// Swedish, English, German, Norwegian, Danish, Finnish, Dutch, French, Spanish and Italian.
  private static let marks: Set<String> = [
    "vb", "sv", "vs", "re", "fw", "fwd", "aw", "wg", "antw", "doorst", "rv", "tr", "ref", "res", "enc", "rif", "i",
    "vidarebefordrat", "vidarebefordran", "svar",
  ]

  /// The rest after `VB:`, `RE :`, `Sv[2]:`, `RE(3):` or `VB;`; nil when there is none.
  private static func withoutMark(_ text: Substring) -> Substring? {
    let word = text.prefix { $0.isLetter && $0.isASCII }
    guard marks.contains(word.lowercased()) else { return nil }
    var rest = text[word.endIndex...]
    if let open = rest.first, let close = ["[": "]", "(": ")"][open] as Character? {
      let number = rest.dropFirst().prefix { $0.isNumber }
      guard !number.isEmpty, rest[number.endIndex...].first == close else { return nil }
      rest = rest[number.endIndex...].dropFirst()
    }
    rest = rest.drop { $0 == " " }
    // A reading of paper may take the colon for a semicolon; a full stop is no mark (`RE. 5`).
    guard let mark = rest.first, mark == ":" || mark == "：" || (mark == ";" && word.count <= 3) else { return nil }
    return rest.dropFirst().trimmed
  }

  /// The rest after `[tag]`; nil when there is none, or nothing beside it.
  private static func withoutTag(_ text: Substring) -> Substring? {
    guard text.first == "[", let close = text.prefix(60).firstIndex(of: "]") else { return nil }
    let rest = text[text.index(after: close)...].trimmed
    return rest.isEmpty ? nil : rest
  }
}

extension Substring {
  /// Without blanks at either end.
  fileprivate var trimmed: Substring {
    var rest = self.drop { $0.isWhitespace }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return rest
  }
}
