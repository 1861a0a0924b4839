import EtappModel

/// One header of a mail, folded so that no line is longer than 76 characters where it can be avoided
/// (RFC 5322 §2.1.1), and of ASCII alone (RFC 2047, RFC 2231).
///
/// Whatever a text holds, it stays inside its header: line breaks and other controls become blanks.
struct MailHeader {
  private var lines: [String]
  private var line: String
  private static let width = 76

  init(_ name: String) {
    lines = []
    line = name + ":"
  }

  /// Everything written, with its line ends.
  var written: String { (lines + [line]).joined(separator: "\r\n") + "\r\n" }

  /// What is left of the line after a blank; nothing where it is so little that one begins the next.
  private var room: Int {
    let left = Self.width - line.utf8.count - 1
    return left >= 30 || line.last == ":" ? left : Self.width - 1
  }

  // MARK: Words

  /// Puts a piece that may not be broken after a blank, on a line of its own where the last one is full.
  mutating func add(_ piece: String) {
    if line.utf8.count + 1 + piece.utf8.count > Self.width, line.last != ":" || line.utf8.count > 40 {
      lines.append(line)
      line = ""
    }
    line += " " + piece
  }

  /// Free text: words as they are where they are ASCII, else encoded words.
  mutating func add(text: String) {
    let clean = Self.clean(text)
    guard Self.needsEncoding(clean) else {
      for word in clean.split(separator: " ") { add(String(word)) }
      return
    }
    for word in Self.encodedWords(clean, first: room) { add(word) }
  }

  /// `Name <address>`, several with commas between.
  mutating func add(_ people: [Correspondent]) {
    for (index, person) in people.enumerated() {
      let end = index < people.count - 1 ? "," : ""
      guard let address = person.address else { continue }
      let name = Self.clean(person.name ?? "")
      guard !name.isEmpty else {
        add(address + end)
        continue
      }
      if Self.needsEncoding(name) {
        for word in Self.encodedWords(name, first: room) { add(word) }
      } else {
        add(Self.quoted(name))
      }
      add("<" + address + ">" + end)
    }
  }

  /// A parameter, `; name=value`; beyond ASCII or when long, in the continuations of RFC 2231.
  mutating func add(parameter name: String, _ value: String) {
    line += ";"
    let clean = Self.clean(value)
    if !Self.needsEncoding(clean), clean.utf8.count <= 60 { return add("\(name)=" + Self.quoted(clean, always: true)) }
    let pieces = Self.percentPieces(clean, limit: 60 - name.utf8.count)
    if pieces.count == 1 { return add("\(name)*=UTF-8''\(pieces[0])") }
    for (index, piece) in pieces.enumerated() {
      add("\(name)*\(index)*=" + (index == 0 ? "UTF-8''" : "") + piece + (index < pieces.count - 1 ? ";" : ""))
    }
  }

  // MARK: Encoding

  /// The text on one line.
  static func clean(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 32 || (127...159).contains(scalar.value)
      let isBreak = isControl || scalar == "\u{2028}" || scalar == "\u{2029}"
      if isBreak || scalar == " " { if output.last != " " { output.append(" ") } } else { output.append(scalar) }
    }
    while output.last == " " { output.removeLast() }
    while output.first == " " { output.removeFirst() }
    return String(output)
  }

  /// Beyond ASCII, longer than a line may be, or what a reader would take for an encoded word.
  private static func needsEncoding(_ text: String) -> Bool {
    text.utf8.contains { $0 >= 128 } || text.contains("=?")
      || text.split(separator: " ").contains { $0.utf8.count > 70 }
  }

  /// A name in quotes where it holds more than letters, digits and blanks.
  private static func quoted(_ text: String, always: Bool = false) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    if isPlain, !always { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// Encoded words in quoted-printable's short form (RFC 2047 §4.2), each at most 75 characters and none of them
  /// parting a character.
  ///
  /// - Parameter first: Characters that the first of them may take.
  private static func encodedWords(_ text: String, first: Int) -> [String] {
    let (open, close) = ("=?UTF-8?Q?", "?=")
    var room = min(75, first) - open.utf8.count - close.utf8.count
    var words: [String] = []
    var word = ""
    for character in text {
      // A character of many scalars may be longer than a word; then its scalars are parted.
      let pieces = String(character).unicodeScalars.map(qEncoded)
      let whole = pieces.joined()
      for piece in whole.utf8.count <= room ? [whole] : pieces {
        if word.utf8.count + piece.utf8.count > room {
          words.append(open + word + close)
          word = ""
          room = 75 - open.utf8.count - close.utf8.count
        }
        word += piece
      }
    }
    return words + [open + word + close]
  }

  private static func qEncoded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case " ": "_"
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(Character(scalar))
    default: String(scalar).utf8.map { "=" + hex($0) }.joined()
    }
  }

  /// A value in percent signs (RFC 5987 §3.2.1), in pieces of at most so many characters.
  private static func percentPieces(_ text: String, limit: Int) -> [String] {
    var pieces = [""]
    for byte in text.utf8 {
      let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      let piece = isPlain || byte == 45 || byte == 46 || byte == 95 ? String(UnicodeScalar(byte)) : "%" + hex(byte)
      if pieces[pieces.count - 1].utf8.count + piece.utf8.count > limit { pieces.append("") }
      pieces[pieces.count - 1] += piece
    }
    return pieces
  }

  static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
