import EtappModel

/// The text, the attachments and the messages of a part and everything inside it.
struct MailContent {
  private(set) var text = ""
  private(set) var attachments: [Attachment] = []
  private(set) var enclosed: [Letter] = []
  /// Whether the text was written in HTML.
  private var isFromHTML = false

  mutating func add(_ part: MailPart, depth: Int, _ budget: inout PartBudget, _ findings: inout LetterFindings) {
    guard depth < LetterLimits.depth else {
      findings.add(
        .warning,
        Text(
          en: "Parts are nested deeper than \(LetterLimits.depth) levels; the inner ones are not read.",
          sv: "Delar ligger djupare än \(LetterLimits.depth) nivåer; de innersta läses inte."))
      return
    }
    guard budget.take() else {
      findings.add(
        .warning,
        Text(
          en: "The letter has more than \(LetterLimits.parts) parts; the rest is not read.",
          sv: "Brevet har fler än \(LetterLimits.parts) delar; resten läses inte."))
      return
    }
    switch part.kind {
    case .multipart: addParts(of: part, depth: depth, &budget, &findings)
    case .message: addMessage(part, depth: depth, &budget, &findings)
    case .leaf: addLeaf(part, &findings)
    }
  }

  private mutating func addParts(
    of part: MailPart, depth: Int, _ budget: inout PartBudget, _ findings: inout LetterFindings
  ) {
    if part.mediaType == "multipart/encrypted" { Self.noteEncryption(&findings) }
    var contents: [MailContent] = []
    for child in part.children {
      var content = MailContent()
      content.add(child, depth: depth + 1, &budget, &findings)
      contents.append(content)
    }
    if part.mediaType == "multipart/alternative" {
      addText(of: Self.best(contents))
      for content in contents { addRest(of: content) }
    } else {
      for content in contents {
        addText(of: content)
        addRest(of: content)
      }
    }
  }

  /// Of several forms of one text, the plain one where it says something; else the last, which is the richest (RFC 2046
  /// §5.1.4).
  private static func best(_ contents: [MailContent]) -> MailContent {
    let saying = contents.filter { $0.text.contains { !$0.isWhitespace } }
    return saying.first { !$0.isFromHTML } ?? saying.last ?? MailContent()
  }

  private mutating func addText(of other: MailContent) {
    guard other.text.contains(where: { !$0.isWhitespace }), text.utf8.count <= LetterLimits.textBytes else { return }
    isFromHTML = isFromHTML || other.isFromHTML
    text += text.isEmpty ? other.text : "\n\n" + other.text
  }

  private mutating func addRest(of other: MailContent) {
    attachments += other.attachments
    enclosed += other.enclosed
  }

  private mutating func addMessage(
    _ part: MailPart, depth: Int, _ budget: inout PartBudget, _ findings: inout LetterFindings
  ) {
    guard let message = part.message else { return }
    guard enclosed.count < LetterLimits.enclosed else { return }
    enclosed.append(MailReader.letter(message, depth: depth + 1, &budget, &findings))
  }

  private mutating func addLeaf(_ part: MailPart, _ findings: inout LetterFindings) {
    let type = part.mediaType
    let isText = ["text/plain", "text/html", "text/enriched", "text/richtext"].contains(type)
    if isText, part.disposition != "attachment", part.fileName == nil {
      return addText(part, isHTML: type == "text/html", &findings)
    }
    let content = part.content
    // A signature's empty companion, or an empty part at the end, is nothing that was sent.
    if content.isEmpty, part.fileName == nil { return }
    let fallback = "attachment-\(attachments.count + 1)" + SafeFileName.ending(of: type)
    let name = SafeFileName.of(part.fileName ?? "", fallback: fallback)
    Self.noteSpecial(type, name, &findings)
    let isInline = part.disposition == "inline" || (part.disposition == nil && part.contentID != nil)
    attachments.append(Attachment(name: name, mediaType: type, content: content, isInline: isInline))
  }

  private mutating func addText(_ part: MailPart, isHTML: Bool, _ findings: inout LetterFindings) {
    let bytes = part.content
    // A page of HTML says its charset inside as well, when the part does not.
    let declared = part.parameter("charset") ?? (isHTML ? Self.charset(ofHTML: bytes) : nil)
    var written = LetterText.limited(
      LetterCharset.text(bytes[...], declared: declared, &findings), &findings)
    if isHTML {
      written = HTMLText.text(of: written)
    } else if part.parameter("format")?.lowercased() == "flowed" {
      written = FlowedText.unflowed(written, deletesBlank: part.parameter("delsp")?.lowercased() == "yes")
    }
    isFromHTML = isHTML
    text = LetterText.tidied(written)
  }

  private static func charset(ofHTML bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
    guard let start = head.firstRange(of: "charset=") else { return nil }
    let name = head[start.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) }
    return name.isEmpty ? nil : String(name)
  }

  private static func noteSpecial(_ type: String, _ name: String, _ findings: inout LetterFindings) {
    if type == "application/ms-tnef" || name.lowercased() == "winmail.dat" {
      findings.add(
        .warning,
        Text(
          en: "The letter holds winmail.dat: Outlook packed its attachments in a form that is kept but not opened. "
            + "Ask the sender for them as ordinary files.",
          sv: "Brevet innehåller winmail.dat: Outlook har packat bilagorna i en form som sparas men inte öppnas. "
            + "Be avsändaren om dem som vanliga filer."),
        value: name)
    } else if ["application/pkcs7-mime", "application/x-pkcs7-mime"].contains(type) {
      noteEncryption(&findings)
    } else if type == "message/partial" || type == "message/external-body" {
      findings.add(
        .warning,
        Text(
          en: "A part of the letter is somewhere else and does not come with it.",
          sv: "En del av brevet finns någon annanstans och följer inte med."),
        value: type)
    }
  }

  private static func noteEncryption(_ findings: inout LetterFindings) {
    findings.add(
      .warning,
      Text(
        en: "The letter is encrypted or sealed; it is kept, and what is inside is not read.",
        sv: "Brevet är krypterat eller förseglat; det sparas, och innehållet läses inte."))
  }
}
