/// A paragraph, heading or list of a letter, with its emphasis told apart from its words.
package enum LetterBlock: Hashable, Sendable {
  /// Lines of a paragraph; more than one where the author broke the line with a backslash at its end.
  case paragraph([[Run]])
  case heading([Run])
  case list([[Run]])

  /// Words in one manner of writing.
  package struct Run: Hashable, Sendable {
    package var text: String
    package var isStrong: Bool
  }

  /// The blocks of a rendered text: blank lines part them, `#` begins a heading, `- ` an item.
  ///
  /// - Complexity: O(length).
  static func blocks(_ text: String) -> [LetterBlock] {
    var blocks: [LetterBlock] = []
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""] {
      let words = LetterScanner.trimmed(line)
      let isItem = words.hasPrefix("- ")
      let isHeading = words.hasPrefix("# ") || words.hasPrefix("## ")
      let wasItem = lines.first?.hasPrefix("- ") ?? false
      if words.isEmpty || isHeading || (isItem && !wasItem) {
        if !lines.isEmpty { blocks.append(block(lines)) }
        lines = []
      }
      if isHeading {
        blocks.append(.heading(runs(String(words.drop { $0 == "#" || $0 == " " }))))
      } else if !words.isEmpty {
        lines.append(words)
      }
    }
    return joined(blocks)
  }

  private static func block(_ lines: [String]) -> LetterBlock {
    guard lines[0].hasPrefix("- ") else { return .paragraph(hard(lines).map(runs)) }
    var items: [String] = []
    for line in lines {
      if line.hasPrefix("- ") { items.append(String(line.dropFirst(2))) } else { items[items.count - 1] += " " + line }
    }
    return .list(items.map(runs))
  }

  /// Items that a section wrote with blank lines between them are one list.
  private static func joined(_ blocks: [LetterBlock]) -> [LetterBlock] {
    blocks.reduce(into: []) { joined, block in
      if case .list(let more) = block, case .list(let items)? = joined.last {
        joined[joined.count - 1] = .list(items + more)
      } else {
        joined.append(block)
      }
    }
  }

  /// Lines as the author broke them; any other break is a blank.
  private static func hard(_ lines: [String]) -> [String] {
    var result: [String] = []
    var isBroken = true
    for line in lines {
      let ends = line.hasSuffix("\\")
      let words = ends ? LetterScanner.trimmed(String(line.dropLast())) : line
      if isBroken { result.append(words) } else { result[result.count - 1] += " " + words }
      isBroken = ends
    }
    return result
  }

  /// Parts a line at `**`; a mark without its fellow is words.
  private static func runs(_ line: String) -> [Run] {
    let parts = line.split(separator: "**", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return [Run(text: LetterMarks.freed(line), isStrong: false)] }
    return parts.enumerated().compactMap { index, part in
      part.isEmpty ? nil : Run(text: LetterMarks.freed(part), isStrong: index % 2 == 1)
    }
  }
}
