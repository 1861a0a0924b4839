/// Reads JSON (RFC 8259) from bytes, in one pass, with limits on depth; says where it stopped understanding.
///
/// Our own because Foundation's takes a second for a few megabytes of coordinates.
package struct JSONReader {
  /// Where the reader stopped understanding, and why, in English and Swedish.
  package struct Failure: Error {
    package let line: Int
    package let reason: (en: String, sv: String)
  }

  private let bytes: [UInt8]
  private var position = 0
  private let depthLimit = 200

  package static func read(_ bytes: [UInt8]) throws(Failure) -> JSON {
    var reader = JSONReader(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.position == bytes.count else {
      throw reader.failure("text after the end of the document", "text efter dokumentets slut")
    }
    return value
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private func failure(_ en: String, _ sv: String) -> Failure {
    Failure(line: bytes[..<min(position, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1, reason: (en, sv))
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func value(depth: Int) throws(Failure) -> JSON {
    guard depth < depthLimit else {
      throw failure("nested deeper than \(depthLimit)", "djupare nästlat än \(depthLimit)")
    }
    skipBlanks()
    guard position < bytes.count else { throw failure("the document ends too early", "dokumentet slutar för tidigt") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws(Failure) -> JSON {
    guard bytes[position...].starts(with: word.utf8) else { throw failure("expected “\(word)”", "väntade ”\(word)”") }
    position += word.utf8.count
    return value
  }

  private mutating func number() throws(Failure) -> JSON {
    let start = position
    while position < bytes.count, isNumberByte(bytes[position]) { position += 1 }
    guard let number = DecimalNumber.parse(bytes[start..<position], decimalComma: false) else {
      guard position > start else { throw failure("expected a value", "väntade ett värde") }
      let text = String(decoding: bytes[start..<min(position, start + 40)], as: UTF8.self)
      throw failure("“\(text)” is no number that can be used", "”\(text)” är inget tal som går att använda")
    }
    return .number(number)
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }

  private mutating func array(depth: Int) throws(Failure) -> JSON {
    position += 1
    var elements: [JSON] = []
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if take("]") { return .array(elements) }
      guard take(",") else { throw failure("expected “,” or “]”", "väntade ”,” eller ”]”") }
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSON {
    position += 1
    var members: [(key: String, value: JSON)] = []
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("expected a key", "väntade en nyckel")
      }
      let key = try string()
      skipBlanks()
      guard take(":") else { throw failure("expected “:” after “\(key)”", "väntade ”:” efter ”\(key)”") }
      members.append((key, try value(depth: depth + 1)))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { throw failure("expected “,” or “}”", "väntade ”,” eller ”}”") }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func string() throws(Failure) -> String {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure(
            "text that is not UTF-8; save the file as UTF-8", "text som inte är UTF-8; spara filen som UTF-8")
        }
        return string
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw failure("a control character inside a string", "ett styrtecken inne i en text")
      default: text.append(byte)
      }
    }
    throw failure("a string that never ends", "en text som aldrig slutar")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard position < bytes.count else { throw failure("a string that never ends", "en text som aldrig slutar") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"): try unicode(into: &text)
    default: throw failure("an unknown escape in a string", "en okänd kontrollsekvens i en text")
    }
  }

  private mutating func unicode(into text: inout [UInt8]) throws(Failure) {
    var code = try fourDigits()
    if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    {
      position += 2
      let low = try fourDigits()
      guard (0xDC00..<0xE000).contains(low) else {
        throw failure("half a character (surrogate pair)", "ett halvt tecken (surrogatpar)")
      }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      throw failure("half a character (surrogate pair)", "ett halvt tecken (surrogatpar)")
    }
    text += Array(String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(Failure) -> UInt32 {
    guard position + 4 <= bytes.count, bytes[position] != UInt8(ascii: "+"),
      let code = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else {
      throw failure(
        "an escape that is not four hexadecimal digits", "en kontrollsekvens som inte är fyra hexadecimala siffror")
    }
    position += 4
    return code
  }
}
