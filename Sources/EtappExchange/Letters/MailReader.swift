import EtappModel

/// A mail as a letter: headers, the text its sender wrote, what it forwards, and what is attached.
enum MailReader {
  /// The letter of a message; a message that is none still gives a letter, with what could be read.
  ///
  /// - Complexity: O(bytes).
  static func read(_ bytes: ArraySlice<UInt8>, _ findings: inout LetterFindings) -> Letter {
    guard bytes.count <= LetterLimits.messageBytes else {
      findings.add(
        .error,
        Text(
          en: "The message has more than \(LetterLimits.messageBytes) bytes; it is kept, not read.",
          sv: "Brevet har mer än \(LetterLimits.messageBytes) byte; det sparas men läses inte."))
      return Letter(source: .mail)
    }
    guard let message = ParsedMail(bytes)?.message, !message.headers.isEmpty || !(message.body?.headers.isEmpty ?? true)
    else {
      findings.add(
        .warning,
        Text(
          en: "There are no mail headers; the file is read as plain text.",
          sv: "Det finns inga brevhuvuden; filen läses som vanlig text."))
      return TextLetterReader.read(LetterCharset.text(bytes, declared: nil, &findings), &findings)
    }
    var budget = PartBudget()
    return letter(message, depth: 0, &budget, &findings)
  }

  /// The letter of a message, which may stand inside another.
  static func letter(
    _ message: MailPart, depth: Int, _ budget: inout PartBudget, _ findings: inout LetterFindings
  ) -> Letter {
    var letter = Letter(source: .mail)
    readHeaders(message.headers, into: &letter, &findings)
    var content = MailContent()
    if let body = message.body { content.add(body, depth: depth, &budget, &findings) }
    letter.attachments = content.attachments
    let written = LetterText.tidied(LetterText.limited(content.text, &findings))
    let chain = ForwardedChain.split(written, source: .text)
    letter.body = chain.body
    letter.enclosed = Array((chain.enclosed + content.enclosed).prefix(LetterLimits.enclosed))
    LetterContents.note(in: &letter)
    return letter
  }

  private static func readHeaders(_ headers: MailHeaders, into letter: inout Letter, _ findings: inout LetterFindings) {
    letter.messageID = headers.first("message-id").flatMap { MessageID.all(in: $0).first }
    letter.references = references(headers)
    letter.from = correspondents(
      headers,
      ["from", "sender", "reply-to", "return-path"].first { name in
        !correspondents(headers, name).isEmpty
      } ?? "from")
    letter.to = correspondents(headers, "to")
    letter.copies = correspondents(headers, "cc")
    letter.subject = headers.first("subject").map { EncodedWords.decoded($0) } ?? ""
    letter.subject = LetterText.tidied(letter.subject).unfolded
    letter.topic = LetterTopic.of(letter.subject)
    if letter.from.isEmpty {
      findings.add(
        .warning, Text(en: "The letter does not say who sent it.", sv: "Brevet säger inte vem som skickade det."))
    }
    readDate(headers, into: &letter, &findings)
  }

  private static func correspondents(_ headers: MailHeaders, _ name: String) -> [Correspondent] {
    Array(headers.all(name).flatMap { AddressList.read($0) }.prefix(LetterLimits.correspondents))
  }

  /// What it follows, and last what it answers.
  private static func references(_ headers: MailHeaders) -> [String] {
    var references: [String] = []
    for id in headers.all("references").flatMap({ MessageID.all(in: $0) }) where !references.contains(id) {
      if references.count < LetterLimits.mentions { references.append(id) }
    }
    for id in headers.all("in-reply-to").flatMap({ MessageID.all(in: $0) }).prefix(20) {
      references.removeAll { $0 == id }
      references.append(id)
    }
    return references
  }

  private static func readDate(_ headers: MailHeaders, into letter: inout Letter, _ findings: inout LetterFindings) {
    let written = headers.first("date").map { EncodedWords.decoded($0) }
    if let date = written.flatMap({ WrittenMoment($0) }) {
      letter.day = date.day
      letter.sent = date.moment
      return
    }
    // The last server that had it writes first, and its clock is the nearest there is.
    let received = headers.first("received").flatMap { $0.split(separator: ";").last }.flatMap { WrittenMoment($0) }
    letter.day = received?.day
    letter.sent = received?.moment
    findings.add(
      .warning,
      received == nil
        ? Text(en: "The letter has no date that can be read.", sv: "Brevet har inget datum som går att läsa.")
        : Text(
          en: "The letter has no date that can be read; the day it was received is taken.",
          sv: "Brevet har inget datum som går att läsa; dagen det togs emot används."),
      value: written, maybe: received.map { "\($0.day)" })
  }
}

/// What is left of the parts that one file may have.
struct PartBudget {
  private var parts = LetterLimits.parts

  /// Whether another part may be read.
  mutating func take() -> Bool {
    parts -= 1
    return parts >= 0
  }
}

/// Message-IDs as headers hold them.
enum MessageID {
  /// The ids of a header without their angle brackets; words where nobody wrote brackets.
  static func all(in text: String) -> [String] {
    var ids: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      ids.append(String(rest[open...].dropFirst()[..<close].filter { !$0.isWhitespace }))
      rest = rest[close...].dropFirst()
    }
    if ids.isEmpty {
      ids = text.split(separator: " ").filter { $0.contains("@") }.map { $0.filter { !"<>\";,".contains($0) } }
    }
    return ids.filter { !$0.isEmpty && $0.count <= 1_000 }
  }
}
