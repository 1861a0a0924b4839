import EtappModel

/// Text inside XML: which characters may stand in it, and how they are written.
enum XMLCharacters {
  /// The characters that character data stands for: references resolved, line ends as line feeds.
  static func decoded(_ bytes: ArraySlice<UInt8>, row: Int) throws(XMLFailure) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return try plain(bytes, row: row) }
    var result: [UInt8] = []
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += try plain(rest[..<start], row: row)
      let tail = rest[(start + 1)...]
      guard let end = tail.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: tail[..<end], as: UTF8.self))
      else {
        throw XMLFailure(
          message: Text(
            en: "“&” begins no reference that is known; in a text it is written &amp;.",
            sv: "”&” inleder ingen känd referens; i text skrivs det &amp;."),
          row: row + bytes[..<start].count { $0 == UInt8(ascii: "\n") },
          value: String(decoding: rest[start...].prefix(12), as: UTF8.self))
      }
      result += Array(String(scalar).utf8)
      rest = tail[(end + 1)...]
    }
    return result + (try plain(rest, row: row))
  }

  /// Characters without references; `\r\n` and `\r` are read as `\n`.
  static func plain(_ bytes: ArraySlice<UInt8>, row: Int) throws(XMLFailure) -> [UInt8] {
    if let bad = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }) {
      throw XMLFailure(
        message: Text(
          en: "The file holds a control character, which XML does not.",
          sv: "Filen innehåller ett styrtecken, vilket XML inte gör."),
        row: row + bytes[..<bad].count { $0 == UInt8(ascii: "\n") }, value: "\(bytes[bad])")
    }
    guard bytes.contains(0x0D) else { return Array(bytes) }
    var result: [UInt8] = []
    var before: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D { result.append(0x0A) } else if byte != 0x0A || before != 0x0D { result.append(byte) }
      before = byte
    }
    return result
  }

  private static let named: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

  /// The character of a reference, `amp`, `#38` or `#x26`.
  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    if let scalar = named[reference] { return scalar }
    guard reference.hasPrefix("#"), !reference.contains("+"), !reference.contains("-") else { return nil }
    let digits = reference.dropFirst()
    let number = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { Unicode.Scalar($0) }.flatMap { isAllowed($0) ? $0 : nil }
  }

  /// Whether XML 1.0 can hold a character at all, escaped or not.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// A text as it stands between tags; a character that XML cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
      }
    }
    return result
  }

  /// A text as it stands in quotes; line breaks and tabs are kept as they are.
  static func escapedValue(_ text: String) -> String {
    escaped(text).replacing("\"", with: "&quot;").replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }
}
