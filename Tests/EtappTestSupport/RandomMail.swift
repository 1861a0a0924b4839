/// A mail made at random, with what is known to be in it; the same for the same seed.
package struct RandomMail: Sendable {
  /// A file that was put in.
  package struct File: Hashable, Sendable {
    package var name: String
    package var content: [UInt8]
  }

  /// How the mail was hurt after it was made; nil when it was not.
  package enum Damage: CaseIterable, Sendable {
    case cutOff, flippedBytes, nulBytes, noLastBoundary, noVersion, wrongCharset, wrongEncoding, brokenDate
    case strayHeader, doubledBytes, longHeader, deepParts, twoSubjects, emptyBoundary

    /// Whether the files must still come out byte for byte.
    package var keepsFiles: Bool {
      switch self {
      case .noVersion, .brokenDate, .wrongCharset, .longHeader: true
      default: false
      }
    }
  }

  package private(set) var bytes: [UInt8] = []
  package private(set) var subject = ""
  package private(set) var from = ""
  package private(set) var to: [String] = []
  package private(set) var files: [File] = []
  /// A sentence of the text.
  package private(set) var sentence = ""
  package private(set) var damage: Damage?
  /// Whether everything in it is as the standards have it, so that every reader must agree.
  package private(set) var isByTheBook = true
  private var generator: RandomInstance.Generator
  private var lineEnd = "\r\n"
  private var boundaries = 0

  package init(seed: UInt64, damage: Damage? = nil) {
    generator = RandomInstance.Generator(seed: seed)
    self.damage = damage
    lineEnd = chance(3) ? "\n" : "\r\n"
    head()
    body(depth: 0)
    if let damage { hurt(damage) }
  }

  // MARK: Chance

  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &generator) == 0 }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private mutating func line(_ text: String = "") { bytes += Array((text + lineEnd).utf8) }

  // MARK: Headers

  private static let words = [
    "servicekontor", "Ånge", "förfrågan", "besök", "lokal", "öppettider", "är", "på", "återkommer", "möte", "budget",
    "plan", "Åre", "överenskommelse", "reply", "office", "travel", "”citat”", "50 €", "naïve", "mål",
  ]

  private mutating func phrase(_ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &generator)).map { _ in pick(Self.words) }.joined(separator: " ")
  }

  private mutating func head() {
    subject = pick(["", "", "VB: ", "SV: ", "Re: ", "Fwd: SV: "]) + phrase(1...9)
    from = "registrator\(Int.random(in: 0..<1000, using: &generator))@ange.example"
    to = (0..<Int.random(in: 1...3, using: &generator)).map { "mottagare\($0)@agency.example" }
    line("From: \(encodedName()) <\(from)>")
    line("To: \(to.joined(separator: ",\(lineEnd) "))")
    line("Subject: " + encodedHeader(subject))
    line("Date: Thu, 10 Jun 2021 08:30:0\(Int.random(in: 0...9, using: &generator)) +0200")
    line("Message-ID: <\(UInt64.random(in: 0...UInt64.max, using: &generator))@ange.example>")
    line("MIME-Version: 1.0")
  }

  private mutating func encodedName() -> String {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: "\"Registrator, kommunen\""
    case 1: Self.word(Array("Registrator Ånge".utf8), "utf-8", "B")
    default: Self.word(Self.latin("Registrator Ånge"), "iso-8859-1", "Q")
    }
  }

  /// The text as encoded words of at most so many bytes; they may cut a letter in two, as mailers do.
  private mutating func encodedHeader(_ text: String) -> String {
    let isLatin = text.unicodeScalars.allSatisfy { $0.value < 256 } && chance(2)
    let bytes = isLatin ? Self.latin(text) : Array(text.utf8)
    let charset = isLatin ? "iso-8859-1" : "utf-8"
    let encoding = pick(["B", "Q"])
    let size = encoding == "B" ? 30 : 14
    // Cutting a letter in two is not by the book, and readers differ.
    let cutsLetters = !isLatin && chance(3)
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + size, bytes.count)
      if !isLatin, !cutsLetters { while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 } }
      if end < bytes.count, bytes[end] & 0xC0 == 0x80, !isLatin { isByTheBook = false }
      pieces.append(bytes[start..<end])
      start = end
    }
    return pieces.map { Self.word(Array($0), charset, encoding) }.joined(separator: lineEnd + " ")
  }

  private static func word(_ bytes: [UInt8], _ charset: String, _ encoding: String) -> String {
    let text = encoding == "B" ? base64(bytes) : bytes.map(quoted).joined()
    return "=?\(charset)?\(encoding)?\(text)?="
  }

  private static func quoted(_ byte: UInt8) -> String {
    if byte == 0x20 { return "_" }
    let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    return isPlain ? String(Unicode.Scalar(byte)) : "=" + hex(byte)
  }

  package static func hex(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }

  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }

  // MARK: Parts

  private mutating func boundary() -> String {
    boundaries += 1
    return "=_part_\(boundaries)_\(Int.random(in: 0..<100_000, using: &generator))"
  }

  private mutating func multipart(
    _ subtype: String, _ parameters: String, _ parts: [(inout RandomMail) -> Void]
  ) {
    let boundary = boundary()
    line("Content-Type: multipart/\(subtype);\(parameters) boundary=\"\(boundary)\"")
    line()
    if chance(2) { line("This is a multi-part message in MIME format.") }
    for part in parts {
      line("--\(boundary)")
      part(&self)
    }
    line("--\(boundary)--")
  }

  private mutating func body(depth: Int) {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: text(html: false)
    case 1: multipart("alternative", "", [{ $0.text(html: false) }, { $0.text(html: true) }])
    case 2: multipart("mixed", "", [{ $0.text(html: false) }] + someFiles())
    case 3:
      multipart(
        "mixed", "",
        [
          { mail in mail.multipart("related", "", [{ $0.text(html: true) }, { $0.file(isInline: true) }]) }
        ] + someFiles())
    case 4:
      multipart(
        "signed", " protocol=\"application/pgp-signature\"; micalg=pgp-sha256;",
        [{ mail in mail.multipart("mixed", "", [{ $0.text(html: false) }, { $0.file() }]) }, { $0.file() }])
    default:
      guard depth < 2 else { return text(html: false) }
      multipart("mixed", "", [{ $0.text(html: false) }, { $0.file() }, { $0.message(depth: depth) }])
    }
  }

  private mutating func someFiles() -> [(inout RandomMail) -> Void] {
    Array(repeating: { $0.file() }, count: Int.random(in: 1...3, using: &generator))
  }

  private mutating func message(depth: Int) {
    line("Content-Type: message/rfc822")
    line()
    line("From: inner@x.example")
    line("Subject: inner")
    body(depth: depth + 1)
  }

  private mutating func text(html: Bool) {
    let words = phrase(3...12)
    if sentence.isEmpty { sentence = words }
    let charset = pick(words.unicodeScalars.allSatisfy { $0.value < 256 } ? ["utf-8", "iso-8859-1"] : ["utf-8"])
    let content = charset == "utf-8" ? Array(words.utf8) : Self.latin(words)
    let encoding = pick(["quoted-printable", "base64", "8bit"])
    line("Content-Type: text/\(html ? "html" : "plain"); charset=\(pick(["", "\""]))\(charset)".balanced)
    line("Content-Transfer-Encoding: \(encoding)")
    line()
    let open = Array((html ? "<p>" : "").utf8)
    encoded(open + content + Array((html ? "</p>" : "").utf8), encoding)
  }

  private mutating func encoded(_ content: [UInt8], _ encoding: String) {
    switch encoding {
    case "base64":
      let text = Array(Self.base64(content))
      let width = pick([76, 72, 60, 4])
      for start in stride(from: 0, to: text.count, by: width) {
        line(String(text[start..<min(start + width, text.count)]))
      }
      if text.isEmpty { line() }
    case "quoted-printable":
      var row = ""
      for byte in content {
        row += byte == 0x20 ? "=20" : Self.quoted(byte)
        if row.count > 70 {
          line(row + "=")
          row = ""
        }
      }
      line(row)
    default:
      bytes += content
      line()
    }
  }

  private static let names = [
    "beslut.pdf", "Ånge beslut.pdf", "karta över länet.png", "bilaga 2.docx", "a;b.txt", "rapport (slutlig).xlsx",
    "överenskommelse mellan kommunen och myndigheten om samverkan 2021-06-10.pdf",
  ]

  private mutating func file(isInline: Bool = false) {
    let name = pick(Self.names)
    let size = pick([0, 1, 2, 3, 57, 58, 700, 2_000])
    var content = (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    // What could be taken for the end of a part, or of a message.
    if chance(3) { content += Array("\r\n--\r\n.\r\nFrom here\r\n--=_part_1".utf8) }
    files.append(File(name: name, content: content))
    line("Content-Type: \(pick(["application/pdf", "application/octet-stream", "image/png"]))")
    line("Content-Disposition: \(isInline ? "inline" : "attachment"); \(fileName(name))")
    let encoding = pick(["base64", "base64", "quoted-printable"])
    line("Content-Transfer-Encoding: \(encoding)")
    line()
    encoded(content, encoding)
  }

  /// The name as RFC 2231 has it, in one piece or several.
  private mutating func fileName(_ name: String) -> String {
    if name.allSatisfy(\.isASCII), chance(2) { return "filename=\"\(name)\"" }
    let escaped = name.utf8.map { byte -> String in
      let text = Self.quoted(byte)
      return text == "_" ? "%20" : text.hasPrefix("=") ? "%" + text.dropFirst() : text
    }
    guard chance(2) else { return "filename*=utf-8''" + escaped.joined() }
    var pieces: [String] = []
    for (index, start) in stride(from: 0, to: escaped.count, by: 9).enumerated() {
      let piece = escaped[start..<min(start + 9, escaped.count)].joined()
      pieces.append("filename*\(index)*=\(index == 0 ? "utf-8''" : "")\(piece)")
    }
    return pieces.joined(separator: ";\(lineEnd) ")
  }

  // MARK: Damage

  private mutating func hurt(_ damage: Damage) {
    isByTheBook = false
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch damage {
    case .cutOff: bytes.removeLast(bytes.count - place)
    case .flippedBytes:
      for _ in 0..<20 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
    case .nulBytes: bytes.insert(contentsOf: [0, 0, 0], at: place)
    case .noLastBoundary: removeLastBoundary()
    case .noVersion: replace("MIME-Version: 1.0\(lineEnd)", "")
    case .wrongCharset: replace("charset=utf-8", "charset=x-none")
    case .wrongEncoding: replace("Transfer-Encoding: base64", "Transfer-Encoding: x-uuencode")
    case .brokenDate: replace("Date: Thu, 10 Jun 2021", "Date: den tionde; juni")
    case .strayHeader: replace("MIME-Version", "no header at all\(lineEnd)MIME-Version")
    case .doubledBytes: bytes.insert(contentsOf: bytes[place...], at: place)
    case .longHeader:
      replace("MIME-Version", "X-Long: " + String(repeating: "å", count: 30_000) + "\(lineEnd)MIME-Version")
    case .deepParts: bytes = Self.deep + bytes
    case .twoSubjects: replace("MIME-Version", "Subject: another\(lineEnd)Content-Type: text/x\(lineEnd)MIME-Version")
    case .emptyBoundary: replace("boundary=\"", "boundary=\"\"; x=\"")
    }
  }

  private mutating func removeLastBoundary() {
    guard let start = bytes.lastRange(of: Array("--\(lineEnd)".utf8)), start + 4 >= bytes.count else { return }
    bytes.removeLast(bytes.count - start)
    while let last = bytes.last, last != UInt8(ascii: "\n") { bytes.removeLast() }
  }

  private mutating func replace(_ old: String, _ new: String) {
    let old = Array(old.utf8)
    guard let start = bytes.firstRange(of: old) else { return }
    bytes.replaceSubrange(start..<start + old.count, with: Array(new.utf8))
  }

  private static let deep: [UInt8] = (0..<3_000).flatMap { level in
    Array("Content-Type: multipart/mixed; boundary=b\(level)\r\n\r\n--b\(level)\r\n".utf8)
  }
}

extension [UInt8] {
  fileprivate func firstRange(of other: [UInt8]) -> Int? {
    indices.first { self[$0...].starts(with: other) }
  }

  fileprivate func lastRange(of other: [UInt8]) -> Int? {
    indices.last { self[$0...].starts(with: other) }
  }
}

extension String {
  /// The text with a quotation mark at its end where there is one before.
  fileprivate var balanced: String { count { $0 == "\"" } % 2 == 1 ? self + "\"" : self }
}
