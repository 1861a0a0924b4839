import EtappModel

/// Whether the bytes of a file are text in UTF-8, and what they probably are instead.
enum TextEncoding {
  /// What is wrong with the bytes; nil when they are UTF-8 text without NUL.
  static func trouble(in bytes: [UInt8], file: String) -> Diagnostic? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return spreadsheet(file) }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard isUTF16 || bytes.contains(0) || String(validating: bytes, as: UTF8.self) == nil else { return nil }
    if isUTF16 { return unicode16(file) }
    let bad = firstBadByte(bytes)
    let row = bytes[..<bad].count { $0 == UInt8(ascii: "\n") } + 1
    if bad < bytes.count, bytes[bad] == 0 { return nul(file, row: row) }
    let line = line(of: bytes, around: bad)
    // In Latin-1 every byte is the character of the same number.
    let text = String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
    return Diagnostic(
      .error,
      Text(
        en: "The file is not UTF-8 text; it looks like Latin-1 (Windows-1252). Save it as UTF-8.",
        sv: "Filen är inte text i UTF-8; den ser ut att vara Latin-1 (Windows-1252). Spara den som UTF-8."),
      at: Diagnostic.Place(file: file, row: row), value: text.trimmed, maybe: "UTF-8 (CSV UTF-8)")
  }

  private static func spreadsheet(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      Text(
        en: "The file is a spreadsheet or an archive, not text. Save it as CSV UTF-8.",
        sv: "Filen är ett kalkylark eller ett arkiv, inte text. Spara den som CSV UTF-8."),
      at: Diagnostic.Place(file: file), maybe: "CSV UTF-8")
  }

  private static func unicode16(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      Text(
        en: "The file is UTF-16 text (“Unicode”). Save it as UTF-8.",
        sv: "Filen är text i UTF-16 (”Unicode”). Spara den som UTF-8."),
      at: Diagnostic.Place(file: file, row: 1), maybe: "UTF-8 (CSV UTF-8)")
  }

  private static func nul(_ file: String, row: Int) -> Diagnostic {
    Diagnostic(
      .error,
      Text(
        en: "The file holds a NUL byte, which text never does: it is damaged, or no text file.",
        sv: "Filen innehåller en nollbyte, vilket text aldrig gör: den är skadad eller ingen textfil."),
      at: Diagnostic.Place(file: file, row: row), value: "byte 0")
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var position = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value == 0 { return position }
        position += UTF8.width(scalar)
      case .emptyInput, .error: return min(position, bytes.count)
      }
    }
  }

  /// The line that a byte stands in, at most forty bytes to either side.
  private static func line(of bytes: [UInt8], around position: Int) -> ArraySlice<UInt8> {
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
    let before = bytes[max(0, position - 40)..<position]
    let after = bytes[position..<min(bytes.count, position + 40)]
    let start = before.lastIndex(where: isEnd).map { $0 + 1 } ?? before.startIndex
    let end = after.firstIndex(where: isEnd) ?? after.endIndex
    return bytes[start..<end]
  }
}
