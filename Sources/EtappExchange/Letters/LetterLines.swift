import EtappModel

extension String {
  /// The lines of a text without their ends, which may be of any system.
  ///
  /// A line of Swift's `Character` will not do: `\r\n` is one character, and a letter may have all three ends.
  var lines: [Substring] {
    var lines: [Substring] = []
    let scalars = unicodeScalars
    var start = scalars.startIndex
    var position = start
    while position < scalars.endIndex {
      let scalar = scalars[position]
      let next = scalars.index(after: position)
      if scalar == "\n" || scalar == "\r" {
        lines.append(self[start..<position])
        let isPair = scalar == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        start = isPair ? scalars.index(after: next) : next
        position = start
      } else {
        position = next
      }
    }
    lines.append(self[start...])
    return lines
  }
}

/// The text of a letter as it is kept.
enum LetterText {
  /// The text with `\n` between its lines, no blanks at their ends, at most one empty line in a row, no control
  /// characters, and none of the characters that turn the direction of writing or cannot be seen.
  ///
  /// - Complexity: O(text).
  static func tidied(_ text: String) -> String {
    var result: [String] = []
    for line in text.lines {
      let clean = tidied(line)
      if !clean.isEmpty || !(result.last?.isEmpty ?? true) { result.append(clean) }
    }
    while result.last?.isEmpty ?? false { result.removeLast() }
    return result.joined(separator: "\n")
  }

  private static func tidied(_ line: Substring) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 9, 0xA0, 0x2007, 0x202F: scalars.append(" ")
      case ..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: break
      default: scalars.append(scalar)
      }
    }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The first bytes of a text, cut between characters, when it is longer than is read.
  static func limited(_ text: String, _ findings: inout LetterFindings) -> String {
    guard text.utf8.count > LetterLimits.textBytes else { return text }
    findings.add(
      .warning,
      Text(
        en: "The text is longer than \(LetterLimits.textBytes) bytes; only its beginning is read.",
        sv: "Texten är längre än \(LetterLimits.textBytes) byte; bara början läses."))
    return String(decoding: text.utf8.prefix(LetterLimits.textBytes), as: UTF8.self)
  }
}
