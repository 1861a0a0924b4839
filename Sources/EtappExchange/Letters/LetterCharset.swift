import CMail
import EtappModel

/// Bytes as text: in the charset they are said to be in, or in the one they can be seen to be in.
///
/// ISO-8859-1 is read as windows-1252, which has everything of it that is printed (WHATWG, Encoding Standard).
enum LetterCharset {
  /// The text of a part.
  ///
  /// - Parameter declared: The charset as the letter names it.
  static func text(_ bytes: ArraySlice<UInt8>, declared: String?, _ findings: inout LetterFindings) -> String {
    let name = normalized(declared)
    if isUTF16(bytes) || name.hasPrefix("utf16") || name.hasPrefix("utf32") {
      return converted(bytes, name.hasPrefix("utf") && name != "utf8" ? declared ?? "" : "UTF-16") ?? guessed(bytes)
    }
    switch name {
    case "", "utf8", "usascii", "ascii", "unknown8bit", "8bit", "binary": return unicode(bytes, name, &findings)
    case "iso88591", "latin1", "windows1252", "cp1252", "iso885915", "latin9":
      return western(bytes, name, &findings)
    default:
      if let text = converted(bytes, declared ?? "") { return text }
      findings.add(
        .warning,
        Text(
          en: "The letter's charset is not known; it is guessed.", sv: "Brevets teckenkodning är okänd; den gissas."),
        value: declared)
      return guessed(bytes)
    }
  }

  /// UTF-8 where the bytes are that, windows-1252 where not; or code page 850 where that makes words.
  static func guessed(_ bytes: ArraySlice<UInt8>) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if looksLikeCodePage850(bytes) { return converted(bytes, "CP850") ?? windows1252(bytes) }
    // A text in UTF-8 that was cut or hurt at a few places is still that.
    return isMostlyUTF8(bytes) ? String(decoding: bytes, as: UTF8.self) : windows1252(bytes)
  }

  /// The bytes of an encoded word or of a part in a charset that iconv may know.
  static func decoded(_ bytes: [UInt8], charset: String) -> String {
    switch normalized(charset) {
    case "utf8", "usascii", "ascii", "": return guessed(bytes[...])
    case "iso88591", "latin1", "windows1252", "cp1252":
      return isPlainlyUTF8(bytes[...]) ? guessed(bytes[...]) : windows1252(bytes[...])
    case "iso885915", "latin9": return latin9(bytes[...])
    default: return converted(bytes[...], charset) ?? guessed(bytes[...])
    }
  }

  private static func unicode(_ bytes: ArraySlice<UInt8>, _ name: String, _ findings: inout LetterFindings) -> String {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    findings.add(
      .note,
      name == "utf8"
        ? Text(
          en: "The letter says UTF-8 but is not; its charset is guessed.",
          sv: "Brevet säger UTF-8 men är det inte; teckenkodningen gissas.")
        : Text(
          en: "The letter does not say its charset; it is guessed.",
          sv: "Brevet säger inte sin teckenkodning; den gissas."))
    return guessed(bytes)
  }

  private static func western(_ bytes: ArraySlice<UInt8>, _ name: String, _ findings: inout LetterFindings) -> String {
    if isPlainlyUTF8(bytes) {
      findings.add(
        .note,
        Text(
          en: "The letter says Latin-1 but is UTF-8, and is read as that.",
          sv: "Brevet säger Latin-1 men är UTF-8 och läses som det."))
      return guessed(bytes)
    }
    return name == "iso885915" || name == "latin9" ? latin9(bytes) : windows1252(bytes)
  }

  private static func normalized(_ name: String?) -> String {
    (name ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func isUTF16(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Whether there are letters beyond ASCII and all of them are right UTF-8, which Latin-1 text never happens to be.
  private static func isPlainlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether at least nine in ten letters beyond ASCII are right UTF-8.
  private static func isMostlyUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var right = 0
    var wrong = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
      if scalar == "\u{FFFD}" { wrong += 1 } else { right += 1 }
    }
    return right >= 9 * wrong
  }

  /// Whether å, ä and ö of code page 850 stand in words, and what windows-1252 would read does not.
  private static func looksLikeCodePage850(_ bytes: ArraySlice<UInt8>) -> Bool {
    var dos = 0
    var other = 0
    var isInWord = false
    for byte in bytes {
      if byte >= 0x80 {
        if [0x84, 0x86, 0x94, 0x8E, 0x8F, 0x99, 0x82].contains(byte) {
          if isInWord { dos += 1 } else { other += [0x8E, 0x8F, 0x99].contains(byte) ? 0 : 1 }
        } else {
          other += 1
        }
      }
      isInWord = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
    return dos > 0 && dos > 2 * other
  }

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append((0x80...0x9F).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  private static func latin9(_ bytes: ArraySlice<UInt8>) -> String {
    let changed: [UInt8: Unicode.Scalar] = [
      0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(changed[byte] ?? Unicode.Scalar(byte)) }
    return String(scalars)
  }

  /// 0x80 to 0x9F of windows-1252; five of them are nothing.
  static let special: [Unicode.Scalar] = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)

  private static func converted(_ bytes: ArraySlice<UInt8>, _ charset: String) -> String? {
    var count = 0
    let made = bytes.withUnsafeBufferPointer { etapp_mail_convert(charset, $0.baseAddress, $0.count, &count) }
    guard let made else { return nil }
    defer { etapp_mail_release(made) }
    let text = made.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
    return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }
}
