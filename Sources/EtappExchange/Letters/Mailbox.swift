/// A mailbox of many messages in one file (mbox): each begins with a line `From sender date` after an empty line.
///
/// Source: RFC 4155, and the variant mboxrd, which writes a line of the text that begins with `From ` as `>From `.
enum Mailbox {
  /// Where the messages stand, each without the line that begins it and without the empty line that ends it.
  ///
  /// - Complexity: O(bytes).
  static func messages(of bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    var position = 0
    var isAfterBlank = true
    while position < bytes.count {
      let end = lineEnd(bytes, from: position)
      if isAfterBlank, isMarker(bytes, at: position) {
        if let start { ranges.append(start..<withoutBlankLine(bytes, start, position)) }
        start = end
      }
      isAfterBlank = isBlank(bytes[position..<end])
      position = end
    }
    if let start { ranges.append(start..<withoutBlankLine(bytes, start, bytes.count)) }
    return ranges
  }

  /// Whether a line begins a message: `From `, a sender, and a time of day, as no sentence has.
  static func isMarker(_ bytes: [UInt8], at position: Int) -> Bool {
    guard bytes[position...].starts(with: Array("From ".utf8)) else { return false }
    let line = bytes[position..<min(lineEnd(bytes, from: position), position + 300)]
    let colons = line.indices.dropLast(3).filter { line[$0] == UInt8(ascii: ":") }
    let isTime = colons.contains { at in
      at - 2 > position && [at - 2, at - 1, at + 1, at + 2].allSatisfy { isDigit(line[$0]) }
    }
    return isTime && line.split(separator: UInt8(ascii: " ")).count >= 4
  }

  /// The message with the quoting of mboxrd taken away: `>From ` is `From ` again.
  static func unquoted(_ message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let from = Array("From ".utf8)
    let quote = UInt8(ascii: ">")
    var result: [UInt8] = []
    var isChanged = false
    var position = message.startIndex
    while position < message.endIndex {
      let end = lineEnd(message, from: position)
      let line = message[position..<end]
      if line.first == quote, line.drop(while: { $0 == quote }).starts(with: from) {
        if !isChanged { result = Array(message[..<position]) }
        isChanged = true
        result += line.dropFirst()
      } else if isChanged {
        result += line
      }
      position = end
    }
    return isChanged ? result[...] : message
  }

  /// The offset after the line that `position` stands in.
  private static func lineEnd<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, from position: Int) -> Int
  where Bytes.Index == Int {
    bytes[position...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.endIndex
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 2 && line.allSatisfy { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  private static func withoutBlankLine(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let message = bytes[start..<end]
    if message.hasSuffix("\r\n\r\n") { return end - 2 }
    return message.hasSuffix("\n\n") ? end - 1 : end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { $0.count <= count && self.suffix($0.count).elementsEqual($0) }
  }
}
