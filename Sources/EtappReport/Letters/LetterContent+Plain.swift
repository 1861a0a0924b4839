import EtappModel

/// A letter as plain text.
extension LetterContent {
  /// The text alone, in lines of at most `width` characters where words allow it.
  package func plain(width: Int = 72) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let lines): lines.map { Self.wrapped(Self.words($0), width) }.joined(separator: "\n")
      case .heading(let runs): Self.wrapped(Self.words(runs).uppercased(), width)
      case .list(let items):
        items.map { Self.wrapped(Self.words($0), width, first: "- ", rest: "  ") }.joined(separator: "\n")
      }
    }
    .joined(separator: "\n\n") + "\n"
  }

  /// The letter as it is shown on a terminal: whom it is for and what it is about, then the text.
  package func preview(width: Int = 72) -> String {
    let head = LetterPhrase.rows(letterhead, language) + [(LetterPhrase.subject(language), subject)]
    let rows = head.map { Self.wrapped($1, width, first: $0 + ": ", rest: "  ") }
    return rows.joined(separator: "\n") + "\n\n" + plain(width: width)
  }

  private static func words(_ runs: [LetterBlock.Run]) -> String { runs.map(\.text).joined() }

  /// Words put into lines; a blank that may not break stays inside its line.
  static func wrapped(_ text: String, _ width: Int, first: String = "", rest: String = "") -> String {
    var lines: [String] = []
    var line = first
    var length = first.count
    var isEmpty = true
    for word in text.split(separator: " ") {
      let size = word.count
      if !isEmpty, length + 1 + size > width {
        lines.append(line)
        (line, length, isEmpty) = (rest, rest.count, true)
      }
      if !isEmpty { (line, length) = (line + " ", length + 1) }
      line += word
      (length, isEmpty) = (length + size, false)
    }
    return (lines + [line]).joined(separator: "\n")
  }
}

/// Fixed words around a letter.
enum LetterPhrase {
  static func subject(_ language: Language) -> String { language == .swedish ? "Ämne" : "Subject" }
  static func to(_ language: Language) -> String { language == .swedish ? "Till" : "To" }
  static func from(_ language: Language) -> String { language == .swedish ? "Från" : "From" }
  static func date(_ language: Language) -> String { language == .swedish ? "Datum" : "Date" }
  static func ourNumber(_ language: Language) -> String { language == .swedish ? "Vår beteckning" : "Our number" }
  static func theirNumber(_ language: Language) -> String {
    language == .swedish ? "Er beteckning" : "Your number"
  }
  static func contact(_ language: Language) -> String { language == .swedish ? "Kontakt" : "Contact" }

  /// What is known of a letter's surroundings, each with its name.
  static func rows(_ head: Letterhead, _ language: Language) -> [(name: String, value: String)] {
    let rows: [(name: String, value: String?)] = [
      (from(language), head.sender),
      (to(language), (head.receiver + [head.receiverAddress].compactMap { $0 }).joined(separator: ", ")),
      (date(language), head.date), (ourNumber(language), head.ourNumber), (theirNumber(language), head.theirNumber),
    ]
    return rows.compactMap { row in row.value.flatMap { $0.isEmpty ? nil : (row.name, $0) } }
  }
}
