import EtappModel

/// A text that its sender wrote, and the letters that it forwards or quotes.
///
/// Three things show another's letter: header lines, a line like `Den 10 juni 2021 skrev …:` before a quotation, and
/// lines behind `>`. What follows header lines is the other's to the end; what follows a quotation is the sender's again.
struct ForwardedChain {
  private(set) var body = ""
  /// The nearest first.
  private(set) var enclosed: [Letter] = []
  /// Whether header lines were hurt.
  private(set) var isDamaged = false

  /// Quotations inside one another that are told apart; deeper ones stay with the one around them.
  private static let deepest = 12

  /// The chain of a tidied text.
  ///
  /// - Parameter source: The kind of source of the letters inside.
  /// - Complexity: O(text × depth of quotations).
  static func split(_ text: String, source: Letter.Source) -> ForwardedChain {
    var chain = ForwardedChain()
    let lines = text.lines
    chain.read(lines[...], source, depth: 0)
    return chain
  }

  private mutating func read(_ lines: ArraySlice<Substring>, _ source: Letter.Source, depth: Int) {
    var own: [Substring] = []
    var position = lines.startIndex
    defer { body = LetterText.tidied(own.joined(separator: "\n")) }
    while position < lines.endIndex {
      guard enclosed.count < LetterLimits.enclosed, depth < Self.deepest else {
        own += lines[position...]
        return
      }
      if let block = Self.block(lines, position) {
        Self.dropRule(&own)
        enclose(block, lines, source, depth)
        return
      }
      if let quote = Quotation(lines, at: position) {
        enclose(quote, source, depth)
        position = quote.end
      } else if let attribution = Attribution(lines, at: position), attribution.isWhole {
        // Nothing marks where the quotation ends, so it goes to the end.
        enclose(attribution, Self.text(lines[attribution.end...]), source, depth)
        return
      } else {
        own.append(lines[position])
        position += 1
      }
    }
  }

  private static func text(_ lines: ArraySlice<Substring>) -> String { lines.joined(separator: "\n") }

  /// The header lines at a line, or behind a line like `-----Original Message-----`.
  private static func block(_ lines: ArraySlice<Substring>, _ position: Int) -> HeaderBlock? {
    var start = position
    let isMarked = ForwardMark.isMark(lines[position])
    if isMarked {
      let rest = lines[(position + 1)...].prefix(4).drop { $0.isBlank }
      guard !rest.isEmpty else { return nil }
      start = rest.startIndex
      guard start < lines.endIndex else { return nil }
    }
    guard let block = HeaderBlock(lines, at: start) else { return nil }
    return block.isStrong || (isMarked && block.isHead) ? block : nil
  }

  /// Takes away a rule or an introduction that stands right before header lines.
  private static func dropRule(_ own: inout [Substring]) {
    while let last = own.last, last.isBlank || ForwardMark.isRule(last) || ForwardMark.isMark(last) { own.removeLast() }
  }

  private mutating func enclose(
    _ block: HeaderBlock, _ lines: ArraySlice<Substring>, _ source: Letter.Source, _ depth: Int
  ) {
    isDamaged = isDamaged || block.isDamaged
    var letter = block.letter(source)
    enclose(&letter, Self.text(lines[block.end...]), source, depth: depth, named: block.attachmentNames)
  }

  private mutating func enclose(_ quote: Quotation, _ source: Letter.Source, _ depth: Int) {
    var letter = quote.attribution?.letter(source) ?? Letter(source: source)
    enclose(&letter, quote.text, source, depth: depth)
  }

  private mutating func enclose(
    _ attribution: Attribution, _ text: String, _ source: Letter.Source, _ depth: Int
  ) {
    var letter = attribution.letter(source)
    enclose(&letter, text, source, depth: depth)
  }

  /// Adds a letter and, after it, those that its own text holds.
  private mutating func enclose(
    _ letter: inout Letter, _ text: String, _ source: Letter.Source, depth: Int, named: [String] = []
  ) {
    var inner = ForwardedChain()
    let lines = text.lines
    inner.read(lines[...], source, depth: depth + 1)
    letter.body = inner.body
    LetterContents.note(in: &letter)
    letter.namedAttachments = named + letter.namedAttachments.filter { !named.contains($0) }
    isDamaged = isDamaged || inner.isDamaged
    // A quotation of nothing but another's letter is no letter of its own.
    let isEmpty = letter.from.isEmpty && letter.day == nil && letter.subject.isEmpty && letter.body.isEmpty
    enclosed += (isEmpty ? [] : [letter]) + inner.enclosed
  }
}

/// Lines that say that a letter follows.
enum ForwardMark {
  /// `-----Ursprungligt meddelande-----`, `Begin forwarded message:`, `---------- Forwarded message ---------`.
  static func isMark(_ line: Substring) -> Bool {
    // Most lines are text, and are passed over by their ends.
    guard let first = line.first, let last = line.last, "-_–—>* ".contains(first) || last == ":" else { return false }
    guard line.utf8.count <= 120, line.contains(where: \.isLetter) else { return false }
    let words = line.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
    return phrases.contains(words)
  }

  private static let phrases: Set<String> = [
    "ursprungligt meddelande", "original message", "begin forwarded message", "forwarded message",
    "vidarebefordrat meddelande", "vidarebefordrat brev", "vidarebefordrat mail", "ursprungligt brev",
    "påbörja vidarebefordrat brev", "börja på vidarebefordrat meddelande", "inledning av vidarebefordrat brev",
    "started forwarded message", "ursprungl meddelande", "originalmeddelande", "vidarebefordrat epostmeddelande",
    "ursprungligt medde lande", "forwarded by", "reply message",
  ]

  /// `________________________________`, `-----`.
  static func isRule(_ line: Substring) -> Bool {
    line.count >= 4 && line.allSatisfy { "_-=—–* ".contains($0) }
  }
}
