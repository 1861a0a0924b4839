import EtappModel

/// A letter in plain text, or in text read from a picture of paper.
enum TextLetterReader {
  /// The letter of a text; several blocks of header lines are a forwarded chain, the first of them the outermost.
  ///
  /// - Complexity: O(text).
  static func read(_ text: String, _ findings: inout LetterFindings) -> Letter {
    let tidied = LetterText.tidied(LetterText.limited(text, &findings))
    let lines = tidied.lines
    var isDamaged = text.unicodeScalars.contains { $0 == "\u{FFFD}" || $0 == "\u{C}" } || ScanDamage.isSeen(in: tidied)
    var letter = Letter(source: .text)
    var rest = tidied
    var named: [String] = []
    if let block = top(of: lines) {
      letter = block.letter(.text)
      rest = lines[block.end...].joined(separator: "\n")
      isDamaged = isDamaged || block.isDamaged
      named = block.attachmentNames
    } else {
      letter.day = day(atTopOf: lines)
      findings.add(
        .note,
        Text(
          en: "There are no header lines (From, To, Subject): who wrote, to whom and about what must be filled in.",
          sv: "Det finns inga rader med Från, Till och Ämne: vem som skrev, till vem och om vad måste fyllas i."))
    }
    let chain = ForwardedChain.split(rest, source: .text)
    letter.body = chain.body
    letter.enclosed = chain.enclosed
    LetterContents.note(in: &letter)
    letter.namedAttachments = named + letter.namedAttachments.filter { !named.contains($0) }
    return isDamaged || chain.isDamaged ? scanned(letter) : letter
  }

  /// The header lines at the top; a letterhead, a name or a rule of a few lines may stand above them.
  private static func top(of lines: [Substring]) -> HeaderBlock? {
    var above = 0
    for position in lines.indices {
      if lines[position].isBlank { continue }
      if let block = HeaderBlock(lines[...], at: position), block.isHead { return block }
      above += ForwardMark.isRule(lines[position]) || ForwardMark.isMark(lines[position]) ? 0 : 1
      // More than a letterhead is a letter of its own, and what it holds is forwarded.
      if above > 4 || lines[position].count > 120 { return nil }
    }
    return nil
  }

  /// The date that stands alone near the top, as in a letter on paper.
  private static func day(atTopOf lines: [Substring]) -> Day? {
    lines.prefix(15).filter { $0.count <= 40 }.lazy.compactMap { WrittenMoment($0)?.day }.first
  }

  /// The letter with what can safely be mended in a text read from a picture.
  private static func scanned(_ letter: Letter) -> Letter {
    var letter = letter
    letter.source = .scan
    letter.body = BrokenAddress.mended(ScanDamage.joined(letter.body))
    let named = letter.namedAttachments
    LetterContents.note(in: &letter)
    letter.namedAttachments = named + letter.namedAttachments.filter { !named.contains($0) }
    letter.enclosed = letter.enclosed.map(scanned)
    return letter
  }
}
