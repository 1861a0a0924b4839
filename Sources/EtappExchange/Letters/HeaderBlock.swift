import EtappModel

/// The header lines above a letter's text, as mail programs print them and readings of paper hurt them.
struct HeaderBlock {
  private(set) var values: [HeaderLine.Field: String] = [:]
  /// The line after the last of it.
  private(set) var end: Int
  /// Whether something had to be mended.
  private(set) var isDamaged = false
  private var last: HeaderLine.Field = .other
  private var continuations = 0

  /// Whether the lines say enough to be the head of a letter in the midst of a text.
  var isStrong: Bool {
    values[.from] != nil && (values[.date] != nil || (values[.to] != nil && values[.subject] != nil))
      || (values[.date] != nil && values[.to] != nil && values[.subject] != nil)
  }

  /// Whether the lines say enough to be the head of a letter at the top of a text.
  var isHead: Bool {
    let said = values.keys.count { $0 != .other && $0 != .attachments }
    return said >= 2 && (values[.from] != nil || values[.subject] != nil)
  }

  /// The block that begins at a line; nil when the line is no header line.
  ///
  /// - Complexity: O(lines of the block).
  init?(_ lines: ArraySlice<Substring>, at start: Int) {
    guard let first = HeaderLine(lines[start], isInside: false), first.field != .other, first.field != .attachments
    else { return nil }
    end = start + 1
    take(first)
    var position = start + 1
    while position < lines.endIndex, position - start < 80 {
      if lines[position].isBlank {
        guard let next = Self.next(lines, after: position), isNew(next.field) else { break }
        position += 1
        continue
      }
      if let line = HeaderLine(lines[position], isInside: true) {
        guard isNew(line.field) else { break }
        take(line)
      } else if continues(lines, position) {
        append(lines[position])
      } else {
        break
      }
      position += 1
      end = position
    }
    mend()
  }

  private func isNew(_ field: HeaderLine.Field) -> Bool { values[field] == nil || field == .other }

  private mutating func take(_ line: HeaderLine) {
    values[line.field] = line.value
    isDamaged = isDamaged || line.isDamaged
    last = line.field
    continuations = 0
  }

  /// The header line that follows at most two empty lines.
  private static func next(_ lines: ArraySlice<Substring>, after position: Int) -> HeaderLine? {
    let rest = lines[position...].prefix(4).drop { $0.isBlank }
    guard rest.startIndex - position <= 2, let line = rest.first else { return nil }
    return HeaderLine(line, isInside: false)
  }

  /// Whether a line that is no header line goes on with the one before it.
  private func continues(_ lines: ArraySlice<Substring>, _ position: Int) -> Bool {
    let line = lines[position]
    let value = values[last] ?? ""
    let isAddress = last == .from || last == .to || last == .copies
    guard continuations < (isAddress ? 30 : 2) else { return false }
    if value.isEmpty || line.first?.isWhitespace ?? false { return true }
    if isAddress, Self.isOpen(value) { return true }
    if last == .subject || last == .attachments, value.hasSuffix("-") || value.hasSuffix(",") || value.hasSuffix(";") {
      return true
    }
    // A line between two header lines belongs to the first.
    let after = lines[(position + 1)...].prefix(isAddress ? 3 : 2)
    return after.prefix { !$0.isBlank }.contains { next in
      HeaderLine(next, isInside: false).map { isNew($0.field) && $0.field != last } ?? false
    }
  }

  /// Whether a list of addresses ends as none does: after a separator, or within an address.
  private static func isOpen(_ value: String) -> Bool {
    if let last = value.last, ",;<@.-_".contains(last) { return true }
    guard let open = value.lastIndex(of: "<") else { return false }
    return !value[open...].contains(">")
  }

  private mutating func append(_ line: Substring) {
    let value = values[last] ?? ""
    let text = line.drop { $0.isWhitespace }
    continuations += 1
    if value.hasSuffix("-"), text.first?.isLowercase ?? false {
      values[last] = "\(last == .subject ? value.dropLast() : value[...])\(text)"
    } else {
      values[last] = value.isEmpty ? String(text) : "\(value) \(text)"
    }
  }

  private mutating func mend() {
    for field in [HeaderLine.Field.from, .to, .copies] {
      guard let value = values[field] else { continue }
      let mended = BrokenAddress.mended(value)
      isDamaged = isDamaged || mended != value
      values[field] = mended
    }
  }

  /// The letter that the block heads, with a text.
  func letter(_ source: Letter.Source) -> Letter {
    var letter = Letter(source: source)
    letter.from = values[.from].map(WrittenCorrespondents.read) ?? []
    letter.to = values[.to].map(WrittenCorrespondents.read) ?? []
    letter.copies = values[.copies].map(WrittenCorrespondents.read) ?? []
    letter.subject = values[.subject]?.unfolded ?? ""
    letter.topic = LetterTopic.of(letter.subject)
    let date = values[.date].flatMap { WrittenMoment($0) }
    letter.day = date?.day
    letter.sent = date?.moment
    return letter
  }

  /// Names of files in the line of attachments.
  var attachmentNames: [String] {
    (values[.attachments] ?? "").split { ";,".contains($0) }.map { SafeFileName.of(String($0), fallback: "") }
      .filter { !$0.isEmpty }
  }
}
