import EtappModel

/// Attachments that a text speaks of: `se bilaga 2`, `bifogad fil Beslut.pdf`, `please find attached report.docx`.
enum NamedAttachments {
  /// Their names in order, each once, without those that came with the letter.
  ///
  /// - Complexity: O(text).
  static func all(in text: String, beside attachments: [Attachment]) -> [String] {
    let there = Set(attachments.map { $0.name.lowercased() })
    var found: [String] = []
    for name in files(in: text) + numbered(in: text) where !there.contains(name.lowercased()) {
      if found.count < LetterLimits.mentions, !found.contains(where: { $0.lowercased() == name.lowercased() }) {
        found.append(name)
      }
    }
    return found
  }

  private static let endings: Set<String> = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "rtf", "txt", "csv", "zip", "jpg", "jpeg", "png",
    "tif", "tiff", "msg", "eml",
  ]

  /// Whether a dot stands before a letter, as it does in every file's name and in few lines of text.
  private static func hasInnerDot(_ line: Substring) -> Bool {
    zip(line.utf8, line.utf8.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 > UInt8(ascii: " ") }
  }

  /// Words that end as files do.
  private static func files(in text: String) -> [String] {
    var found: [String] = []
    for line in text.lines where hasInnerDot(line) {
      var quoted: Substring?
      for word in line.split(whereSeparator: { $0.isWhitespace || "<>(),;|".contains($0) }) {
        let bare = word.drop { "\"'”“«»[*".contains($0) }
        let name = bare.prefix { !"\"'”“«»]*".contains($0) }.trimmed(".:!?")
        if let dot = name.lastIndex(of: "."), dot > name.startIndex,
          endings.contains(name[dot...].dropFirst().lowercased())
        {
          // A name with blanks is known by the quotation mark it began with.
          let whole = quoted.map { line[$0.startIndex..<name.endIndex] } ?? name
          found.append(String(whole))
          quoted = nil
        } else if bare.startIndex > word.startIndex, bare.endIndex == name.endIndex, !bare.isEmpty {
          quoted = bare
        } else if name.endIndex < bare.endIndex {
          quoted = nil
        }
      }
    }
    return found
  }

  /// `bilaga 2`, `bilagor 1–3`, `appendix A`, `attachment 1`, each by its number.
  private static func numbered(in text: String) -> [String] {
    let words = text.split { $0.isWhitespace }
    var found: [String] = []
    for (word, next) in zip(words, words.dropFirst()) where word.utf8.count >= 5 && word.utf8.count <= 16 {
      let noun = word.lowercased().drop { !$0.isLetter }.prefix { $0.isLetter }
      guard
        ["bilaga", "bilagor", "bilagorna", "attachment", "attachments", "appendix", "annex", "enclosure"].contains(
          noun),
        word.last?.isLetter ?? false
      else { continue }
      let mark = next.drop { "(\"".contains($0) }.prefix { $0.isLetter || $0.isNumber }
      let isNumber = !mark.isEmpty && mark.count <= 2 && mark.allSatisfy { $0.isASCII && $0.isNumber }
      let isLetter = mark.count == 1 && mark.first?.isUppercase ?? false && mark != "I"
      if isNumber || isLetter { found.append("\(singular[noun.description] ?? String(noun)) \(mark)") }
    }
    return found
  }

  private static let singular = ["bilagor": "bilaga", "bilagorna": "bilaga", "attachments": "attachment"]
}

extension Substring {
  /// Without any of `marks` at its end.
  fileprivate func trimmed(_ marks: String) -> Substring {
    var rest = self
    while let last = rest.last, marks.contains(last) { rest = rest.dropLast() }
    return rest
  }
}
