/// How the body of a mail is written in lines of ASCII (RFC 2045 §6).
enum TransferEncoding {
  /// Quoted-printable: lines of at most 76 characters with CRLF between, nothing but ASCII, no blank at a line's end.
  ///
  /// A line's first full stop is written in hexadecimal, as is the `F` of a line that begins with `From `: both mean
  /// something to programs on the way.
  ///
  /// - Complexity: O(length).
  static func quotedPrintable(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count * 5 / 4 + 64)
    var column = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 10 || (byte == 13 && index + 1 < bytes.count && bytes[index + 1] == 10) {
        output += [13, 10]
        index += byte == 13 ? 2 : 1
        column = 0
        continue
      }
      let isLast = index + 1 == bytes.count || bytes[index + 1] == 10 || bytes[index + 1] == 13
      let isPlain = (33...126).contains(byte) && byte != 61 || ((byte == 32 || byte == 9) && !isLast)
      let isTrap = column == 0 && (byte == 46 || (byte == 70 && bytes[index...].starts(with: Array("From ".utf8))))
      let length = isPlain && !isTrap ? 1 : 3
      // The soft break takes a column, unless the line ends here anyway.
      if column + length > (isLast ? 76 : 75) {
        output += [61, 13, 10]
        column = 0
        continue
      }
      if length == 1 { output.append(byte) } else { output += [61, digit(byte >> 4), digit(byte & 15)] }
      column += length
      index += 1
    }
    return output
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

  /// Base64 in lines of 76 characters.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 4 / 3 + bytes.count / 57 * 2 + 8)
    var index = 0
    while index < bytes.count {
      if index > 0, index % 57 == 0 { output += [13, 10] }
      let left = bytes.count - index
      let (a, b, c) = (bytes[index], left > 1 ? bytes[index + 1] : 0, left > 2 ? bytes[index + 2] : 0)
      output.append(alphabet[Int(a >> 2)])
      output.append(alphabet[Int((a & 3) << 4 | b >> 4)])
      output.append(left > 1 ? alphabet[Int((b & 15) << 2 | c >> 6)] : 61)
      output.append(left > 2 ? alphabet[Int(c & 63)] : 61)
      index += 3
    }
    return output + (bytes.isEmpty ? [] : [13, 10])
  }
}
