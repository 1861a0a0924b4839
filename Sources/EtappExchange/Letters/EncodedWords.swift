/// Words of a header in another charset than ASCII: `=?utf-8?Q?=C3=85nge?=`.
///
/// Neighbours in the same charset are put together as bytes before they are read, because mailers cut letters of several
/// bytes in two although they may not.
///
/// Source: RFC 2047; the language after the charset RFC 2231 §5.
enum EncodedWords {
  /// The text with its encoded words decoded; words that are not well made stay as they are.
  ///
  /// - Complexity: O(text).
  static func decoded(_ text: String) -> String {
    guard text.contains("=?") else { return text }
    let bytes = Array(text.utf8)
    var result = ""
    var pending: (charset: String, bytes: [UInt8])?
    var plainStart = 0
    var position = 0
    func flush() {
      if let word = pending { result += LetterCharset.decoded(word.bytes, charset: word.charset) }
      pending = nil
    }
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "="), let word = EncodedWord(bytes, at: position) else {
        position += 1
        continue
      }
      let between = bytes[plainStart..<position]
      // Blanks between two encoded words are there for folding only.
      if pending == nil || between.contains(where: { $0 > 32 }) {
        flush()
        result += String(decoding: between, as: UTF8.self)
      }
      if pending?.charset == word.charset {
        pending?.bytes += word.content
      } else {
        flush()
        pending = (word.charset, word.content)
      }
      position = word.end
      plainStart = position
    }
    flush()
    return (result + String(decoding: bytes[plainStart...], as: UTF8.self)).unfolded
  }
}

/// One encoded word.
private struct EncodedWord {
  let charset: String
  let content: [UInt8]
  /// The offset after it.
  let end: Int

  /// The word at `position`; nil when there is none.
  init?(_ bytes: [UInt8], at position: Int) {
    let question = UInt8(ascii: "?")
    guard position + 1 < bytes.count, bytes[position + 1] == question,
      let charsetEnd = bytes[(position + 2)...].prefix(80).firstIndex(of: question), charsetEnd > position + 2,
      charsetEnd + 2 < bytes.count, bytes[charsetEnd + 2] == question
    else { return nil }
    let name = bytes[(position + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }
    guard name.allSatisfy({ $0 > 32 && $0 < 127 }) else { return nil }
    // Seventy-five characters by the standard, far more in practice; an end beyond is none, and the search stays short.
    let start = charsetEnd + 3
    guard let textEnd = Self.end(bytes, from: start) else { return nil }
    let text = bytes[start..<textEnd]
    switch bytes[charsetEnd + 1] | 0x20 {
    case UInt8(ascii: "b"): content = Base64.decoded(text)
    case UInt8(ascii: "q"): content = Self.quoted(text)
    default: return nil
    }
    charset = String(decoding: name, as: UTF8.self).lowercased()
    end = textEnd + 2
  }

  private static func end(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].prefix(2_000).indices.first {
      bytes[$0] == UInt8(ascii: "?") && $0 + 1 < bytes.count && bytes[$0 + 1] == UInt8(ascii: "=")
    }
  }

  /// The Q encoding: `_` is a blank, `=C3` a byte.
  private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      position += 1
      if byte == UInt8(ascii: "="), position + 1 < text.endIndex, let high = hexDigit(text[position]),
        let low = hexDigit(text[position + 1])
      {
        result.append(high << 4 | low)
        position += 2
      } else {
        result.append(byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte)
      }
    }
    return result
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}

/// Base 64 as it comes: what is no digit of it is passed over, padding may be missing.
enum Base64 {
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in text {
      guard let digit = digit(byte) else { continue }
      bits = (bits << 6 | digit) & 0xFF_FFFF
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61) + 26
    case 0x30...0x39: UInt32(byte - 0x30) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
