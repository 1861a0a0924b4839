/// E-mail addresses that a reading of paper broke with blanks: `registrator@ ange. example`, `info©x.example`.
enum BrokenAddress {
  /// The text with its addresses whole again.
  ///
  /// A blank is taken away before and after `@`, and around a dot of the domain until the domain has an ending that
  /// closes it, so that a new sentence after an address is left alone.
  ///
  /// - Complexity: O(text).
  static func mended(_ text: String) -> String {
    guard text.contains(where: { "@©®".contains($0) }) else { return text }
    var result: [Character] = []
    let characters = Array(text)
    var position = 0
    while position < characters.count {
      let character = characters[position]
      guard isAt(characters, position) else {
        result.append(character)
        position += 1
        continue
      }
      while result.last == " " { result.removeLast() }
      result.append("@")
      position = domain(characters, skipBlanks(characters, position + 1), into: &result)
    }
    return String(result)
  }

  /// Whether a sign is an `@`: itself, or one that it is taken for, within a word.
  private static func isAt(_ text: [Character], _ position: Int) -> Bool {
    switch text[position] {
    case "@":
      let next = skipBlanks(text, position + 1)
      return position > 0 && next < text.count && text[next].isLetter
    case "©", "®":
      return position > 0 && text[position - 1].isLetter && position + 1 < text.count && text[position + 1].isLetter
    default: return false
    }
  }

  private static func skipBlanks(_ text: [Character], _ start: Int) -> Int {
    var position = start
    while position < text.count, position < start + 3, text[position] == " " { position += 1 }
    return position
  }

  /// Writes the domain that begins at `start`; returns the offset after it.
  private static func domain(_ text: [Character], _ start: Int, into result: inout [Character]) -> Int {
    var position = start
    var labels = 0
    while position < text.count {
      let label = text[position...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
      result += label
      position += label.count
      labels += 1
      let isClosed = labels >= 2 && endings.contains(String(label).lowercased())
      let dot = isClosed ? position : skipBlanks(text, position)
      guard dot < text.count, text[dot] == "." else { break }
      let next = isClosed ? dot + 1 : skipBlanks(text, dot + 1)
      guard next < text.count, text[next].isLetter || text[next].isNumber, !isSentence(text, dot, next) else { break }
      result.append(".")
      position = next
    }
    return position
  }

  /// A dot, a blank and a capital letter.
  private static func isSentence(_ text: [Character], _ dot: Int, _ next: Int) -> Bool {
    next > dot + 1 && text[next].isUppercase
  }

  /// Endings after which an address is over; others are believed as long as there is no blank.
  private static let endings: Set<String> = [
    "se", "nu", "com", "org", "net", "eu", "info", "gov", "edu", "no", "dk", "fi", "is", "de", "uk", "example", "test",
  ]
}
