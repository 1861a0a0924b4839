import EtappModel

/// Lines behind `>`, with the line before them that says whose they are.
struct Quotation {
  let attribution: Attribution?
  /// The lines with one `>` taken off.
  let text: String
  /// The line after it.
  let end: Int

  /// The quotation that begins at a line, or whose attribution does; nil when there is none.
  init?(_ lines: ArraySlice<Substring>, at start: Int) {
    let attribution = Attribution(lines, at: start)
    var position = attribution?.end ?? start
    if attribution == nil, ForwardMark.isMark(lines[start]) { position = start + 1 }
    let first = lines[position...].prefix(3).drop { $0.isBlank }
    guard position == start ? Self.isQuoted(lines[start]) : first.first.map(Self.isQuoted) ?? false else { return nil }
    var quoted: [Substring] = []
    position = position == start ? start : first.startIndex
    while position < lines.endIndex {
      if Self.isQuoted(lines[position]) {
        quoted.append(Self.unquoted(lines[position]))
      } else if lines[position].isBlank, position + 1 < lines.endIndex, Self.isQuoted(lines[position + 1]) {
        quoted.append("")
      } else {
        break
      }
      position += 1
    }
    self.attribution = attribution
    text = LetterText.tidied(quoted.joined(separator: "\n"))
    end = position
  }

  private static func isQuoted(_ line: Substring) -> Bool { line.first == ">" }

  private static func unquoted(_ line: Substring) -> Substring {
    let rest = line.dropFirst()
    return rest.first == " " ? rest.dropFirst() : rest
  }
}

/// The words before a quotation: `Den 10 juni 2021 kl. 08:30 skrev Registrator <registrator@ange.example>:`.
struct Attribution {
  private let text: String
  private let date: WrittenMoment?
  /// The line after it.
  let end: Int

  /// Whether it says enough to be believed without a mark before the quoted lines.
  var isWhole: Bool { date != nil && text.contains("@") }

  /// The attribution at a line, which mail programs break over at most three; nil when there is none.
  init?(_ lines: ArraySlice<Substring>, at start: Int) {
    var text = ""
    for position in start..<min(start + 3, lines.endIndex) {
      let line = lines[position]
      guard !line.isBlank, line.first != ">", line.count <= 300 else { return nil }
      text += text.isEmpty ? String(line) : " \(line)"
      guard let last = line.last, last == ":" else {
        if let last = line.last, ".!?".contains(last), !line.hasSuffix("kl.") { return nil }
        continue
      }
      guard Self.verb(in: text) != nil else { return nil }
      let date = WrittenMoment(text)
      // The last line that it can begin at, for what stands above it is somebody's text.
      if position > start, let later = Attribution(lines, at: start + 1), later.date != nil || date == nil {
        return nil
      }
      self.text = text
      self.date = date
      end = position + 1
      return
    }
    return nil
  }

  private static func verb(in text: String) -> Range<String.Index>? {
    for verb in [" skrev", " wrote", " skrev:", " schrieb", " skriver"] {
      if let range = text.firstRange(of: verb) {
        let after = text[range.upperBound...].first
        if after == nil || after == ":" || after == " " || after == "," { return range }
      }
    }
    return nil
  }

  /// The letter that is quoted, without its text.
  func letter(_ source: Letter.Source) -> Letter {
    var letter = Letter(source: source)
    letter.day = date?.day
    letter.sent = date?.moment
    if let sender { letter.from = WrittenCorrespondents.read(sender) }
    return letter
  }

  /// What stands after the verb, or, where that is nothing or a date, what stands before it and after the date.
  private var sender: String? {
    guard let verb = Self.verb(in: text) else { return nil }
    let after = text[verb.upperBound...].drop { " :,".contains($0) }
    if let first = after.first, !first.isNumber, !after.lowercased().hasPrefix("den "),
      !after.lowercased().hasPrefix("följande")
    {
      return String(after.hasSuffix(":") ? after.dropLast() : after)
    }
    return Self.withoutDate(text[..<verb.lowerBound])
  }

  /// The words after the last figure, time zone or half of the day.
  private static func withoutDate(_ text: Substring) -> String? {
    // An address may hold figures, and ends what can be a date.
    let head = text.prefix { $0 != "<" && $0 != "@" }
    var start = text.startIndex
    for word in head.split(separator: " ") {
      let bare = word.drop { "(".contains($0) }.prefix { $0.isLetter || $0.isNumber || "+:.-".contains($0) }
      let isDate =
        word.contains(where: \.isNumber) || MonthNames.number(bare.lowercased()) != nil
        || ["am", "pm", "cet", "cest", "gmt", "utc", "kl", "kl.", "at", "den", "on"].contains(bare.lowercased())
      if isDate, !(word.endIndex == head.endIndex && head.endIndex != text.endIndex) { start = word.endIndex }
    }
    let sender = text[start...].drop { " ,:)".contains($0) }
    return sender.isEmpty ? nil : String(sender)
  }
}
