import EtappModel

/// What kind of file a letter came in.
enum LetterFile {
  case mail
  case mailbox
  case text
  case pdf
  /// A file whose text cannot be read, and what it is.
  case document(Text)

  init(_ bytes: [UInt8], name: String) {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if let magic = Self.magic(bytes) {
      self = magic
    } else if Mailbox.isMarker(bytes, at: 0) {
      self = .mailbox
    } else if Self.isUTF16(bytes) {
      self = .text
    } else {
      let head = MailHead(bytes)
      switch ending {
      case "mbox", "mbx": self = head.fields > 0 ? .mail : .text
      case "eml", "mht", "mhtml": self = head.fields > 0 ? .mail : .text
      default:
        // A NUL byte is in no text; mail of hostile origin may hold one.
        if head.isMail {
          self = .mail
        } else if bytes.prefix(4096).contains(0) {
          self = .document(Self.binary)
        } else {
          self = .text
        }
      }
    }
  }

  private static let binary = Text(en: "no text", sv: "ingen text")

  static func isUTF16(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// The kind that the first bytes tell, whatever the name says.
  private static func magic(_ bytes: [UInt8]) -> LetterFile? {
    let start = bytes.prefix(1024)
    if start.starts(with: Array("%PDF-".utf8)) { return .pdf }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .document(
        Text(
          en: "a message or document in Office's old format (save a message as .eml)",
          sv: "ett brev eller dokument i Offices gamla format (spara ett brev som .eml)"))
    }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return .document(
        Text(en: "a packed file or an Office document", sv: "en packad fil eller ett Office-dokument"))
    }
    if start.starts(with: [0xFF, 0xD8, 0xFF]) || start.starts(with: [0x89, 0x50, 0x4E, 0x47])
      || start.starts(with: [0x49, 0x49, 0x2A, 0x00]) || start.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
    {
      return .document(Text(en: "a picture", sv: "en bild"))
    }
    return nil
  }
}

/// The first header lines of a file, as RFC 5322 has them: a name without blanks, a colon, a value.
private struct MailHead {
  /// How many lines are headers before the first that is not.
  private(set) var fields = 0
  /// Whether some are such as only a mail has.
  private(set) var isMail = false

  private static let onlyInMail: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "delivered-to", "content-type",
    "content-transfer-encoding", "in-reply-to", "references", "x-mailer", "dkim-signature", "authentication-results",
  ]

  init(_ bytes: [UInt8]) {
    for line in bytes.prefix(20_000).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let first = line.first, line != [UInt8(ascii: "\r")] else { break }
      if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { continue }
      guard let colon = line.prefix(80).firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { break }
      let name = line[..<colon]
      guard name.allSatisfy({ $0 > 32 && $0 < 127 }) else { break }
      fields += 1
      if Self.onlyInMail.contains(String(decoding: name, as: UTF8.self).lowercased()) { isMail = true }
    }
  }
}
