import EtappModel

/// Reads letters as they came: mails, mailboxes, plain text, text of scanned paper, and documents without any text.
///
/// What kind of file it is follows from its content first and its name second. No content makes it fail: what cannot be
/// read is left out and said, and at the least there is a letter without text, so that the document can be registered.
package enum LetterReader {
  /// The letters of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - name: Its name; the ending helps where the content leaves doubt, and diagnostics say it.
  ///   - pdfText: Makes text of a PDF where there is a tool for it; nil where there is none.
  /// - Complexity: O(bytes).
  package static func read(
    bytes: [UInt8], name: String, pdfText: (([UInt8]) -> String?)? = nil
  ) -> LetterReading {
    var findings = LetterFindings(file: name)
    guard bytes.count <= LetterLimits.fileBytes else {
      findings.add(
        .error,
        Text(
          en: "The file has more than \(LetterLimits.fileBytes) bytes; it is not read.",
          sv: "Filen har mer än \(LetterLimits.fileBytes) byte; den läses inte."))
      return LetterReading(diagnostics: findings.all)
    }
    guard !bytes.isEmpty else {
      findings.add(.error, Text(en: "The file is empty.", sv: "Filen är tom."))
      return LetterReading(diagnostics: findings.all)
    }
    switch LetterFile(bytes, name: name) {
    case .mail: return mails([0..<bytes.count], of: bytes, isMailbox: false, name)
    case .mailbox: return mails(Mailbox.messages(of: bytes), of: bytes, isMailbox: true, name)
    case .text: return text(bytes, findings)
    case .pdf: return pdf(bytes, pdfText, findings)
    case .document(let kind): return document(bytes, kind, findings)
    }
  }

  private static func mails(
    _ ranges: [Range<Int>], of bytes: [UInt8], isMailbox: Bool, _ name: String
  ) -> LetterReading {
    var reading = LetterReading()
    var rows = RowCounter(bytes)
    for range in ranges.prefix(LetterLimits.messages) {
      var findings = LetterFindings(file: name, row: isMailbox ? rows.row(of: range.lowerBound) : nil)
      let message = isMailbox ? Mailbox.unquoted(bytes[range]) : bytes[range]
      reading.letters.append(MailReader.read(message, &findings))
      reading.raw.append(range)
      reading.diagnostics += findings.all
    }
    if ranges.count > LetterLimits.messages {
      var findings = LetterFindings(file: name)
      findings.add(
        .error,
        Text(
          en: "The mailbox has \(ranges.count) messages; only the first \(LetterLimits.messages) are read.",
          sv: "Brevlådan har \(ranges.count) brev; bara de första \(LetterLimits.messages) läses."))
      reading.diagnostics += findings.all
    }
    return reading
  }

  private static func text(_ bytes: [UInt8], _ findings: LetterFindings) -> LetterReading {
    var findings = findings
    let letter = TextLetterReader.read(LetterCharset.text(bytes[...], declared: nil, &findings), &findings)
    return LetterReading(letters: [letter], raw: [0..<bytes.count], diagnostics: findings.all)
  }

  private static func pdf(
    _ bytes: [UInt8], _ pdfText: (([UInt8]) -> String?)?, _ findings: LetterFindings
  ) -> LetterReading {
    var findings = findings
    if let text = pdfText?(bytes), text.contains(where: { $0.isLetter }) {
      var letter = TextLetterReader.read(text, &findings)
      letter.source = .scan
      return LetterReading(letters: [letter], raw: [0..<bytes.count], diagnostics: findings.all)
    }
    findings.add(
      .note,
      pdfText == nil
        ? Text(
          en: "The PDF is kept as a document; its text is not read, for there is no tool for it here.",
          sv: "PDF-filen sparas som handling; dess text läses inte, för det finns inget verktyg för det här.")
        : Text(
          en: "The PDF is kept as a document; there is no text in it, probably only pictures of paper.",
          sv: "PDF-filen sparas som handling; det finns ingen text i den, troligen bara bilder av papper."))
    return LetterReading(letters: [Letter(source: .scan)], raw: [0..<bytes.count], diagnostics: findings.all)
  }

  private static func document(_ bytes: [UInt8], _ kind: Text, _ findings: LetterFindings) -> LetterReading {
    var findings = findings
    findings.add(
      .warning,
      Text(
        en: "The file is \(kind(.english)); it is kept as a document, and its text is not read.",
        sv: "Filen är \(kind(.swedish)); den sparas som handling, och dess text läses inte."))
    return LetterReading(letters: [Letter(source: .text)], raw: [0..<bytes.count], diagnostics: findings.all)
  }
}

/// Counts lines forwards, so that the rows of all messages of a mailbox cost one pass.
private struct RowCounter {
  private let bytes: [UInt8]
  private var position = 0
  private var rows = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func row(of offset: Int) -> Int {
    while position < offset {
      if bytes[position] == UInt8(ascii: "\n") { rows += 1 }
      position += 1
    }
    return rows
  }
}
