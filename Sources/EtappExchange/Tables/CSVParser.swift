import EtappModel
import Foundation

/// Splits the bytes of a CSV file into rows of fields.
struct CSVParser {
  private let data: [UInt8]
  private let file: String
  private(set) var text: [UInt8] = []
  private(set) var header: [String] = []
  private(set) var fields: [Range<Int>] = []
  private(set) var lines: [Int] = []
  private var position = 0
  private var line = 1
  private var separator = UInt8(ascii: ",")

  init(_ data: [UInt8], file: String) {
    self.data = data
    self.file = file
  }

  mutating func parse(_ diagnostics: inout [Diagnostic]) {
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    guard checkEncoding(&diagnostics) else { return }
    text.reserveCapacity(data.count)
    skipSeparatorLine()
    separator = findSeparator()
    while header.isEmpty, position < data.count {
      let first = readRow(&diagnostics)
      header = first.map { String(decoding: text[$0], as: UTF8.self).trimmed }
      if header.allSatisfy(\.isEmpty) { header = [] }
    }
    guard !header.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "The file is empty: it needs a header row.", sv: "Filen är tom: den behöver en rubrikrad."),
          at: Diagnostic.Place(file: file, row: 1)))
      return
    }
    while position < data.count { addRow(&diagnostics) }
  }

  private func checkEncoding(_ diagnostics: inout [Diagnostic]) -> Bool {
    guard let trouble = TextEncoding.trouble(in: data, file: file) else { return true }
    diagnostics.append(trouble)
    return false
  }

  /// Passes over `sep=;`, which spreadsheets put before the header.
  private mutating func skipSeparatorLine() {
    let line = data[position...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count == 5, line.starts(with: "sep=".utf8) else { return }
    position += 5
    if position < data.count, data[position] == UInt8(ascii: "\r") { position += 1 }
    if position < data.count, data[position] == UInt8(ascii: "\n") { position += 1 }
    self.line += 1
  }

  /// The separator that the first line has most of, outside quotes.
  private func findSeparator() -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in data[position...] {
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"), !counts.isEmpty { break }
      if !quoted, [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? UInt8(ascii: ",")
  }

  private mutating func addRow(_ diagnostics: inout [Diagnostic]) {
    let start = line
    var row = readRow(&diagnostics)
    if row.count == 1, row[0].isEmpty { return }
    if row.allSatisfy(\.isEmpty) { return }
    if row.count != header.count {
      let surplus = row.dropFirst(header.count).contains { !$0.isEmpty }
      diagnostics.append(
        Diagnostic(
          surplus ? .error : .warning,
          Text(
            en: "The row has \(row.count) fields, the header \(header.count).",
            sv: "Raden har \(row.count) fält, rubriken \(header.count)."),
          at: Diagnostic.Place(file: file, row: start), value: value(of: row), maybe: hint(row, isSurplus: surplus)))
      while row.count < header.count { row.append(text.count..<text.count) }
      row = Array(row[..<header.count])
    }
    fields += row
    lines.append(start)
  }

  /// The row as it stands, shortened.
  private func value(of row: [Range<Int>]) -> String {
    let fields = row.prefix(8).map { String(decoding: text[$0], as: UTF8.self) }
    return String(fields.joined(separator: String(decoding: [separator], as: UTF8.self)).prefix(120))
  }

  /// What makes a row too long: most often a comma inside a number or a name.
  private func hint(_ row: [Range<Int>], isSurplus: Bool) -> String? {
    guard isSurplus, separator == UInt8(ascii: ",") else { return nil }
    func isDigits(_ range: Range<Int>) -> Bool {
      !range.isEmpty && text[range].allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    }
    let pair = zip(row, row.dropFirst()).first { isDigits($0) && isDigits($1) }
    guard let pair else { return "\"…, …\"" }
    let (whole, decimals) = (
      String(decoding: text[pair.0], as: UTF8.self), String(decoding: text[pair.1], as: UTF8.self)
    )
    return "\(whole).\(decimals), \"\(whole),\(decimals)\""
  }

  /// Reads one row; `text` gains its fields.
  private mutating func readRow(_ diagnostics: inout [Diagnostic]) -> [Range<Int>] {
    var row: [Range<Int>] = []
    while true {
      row.append(readField(&diagnostics))
      guard position < data.count else { return row }
      let byte = data[position]
      position += 1
      if byte == separator { continue }
      if byte == UInt8(ascii: "\r"), position < data.count, data[position] == UInt8(ascii: "\n") { position += 1 }
      line += 1
      return row
    }
  }

  private mutating func readField(_ diagnostics: inout [Diagnostic]) -> Range<Int> {
    let blank = UInt8(ascii: " ")
    while position < data.count, data[position] == blank { position += 1 }
    let start = text.count
    if position < data.count, data[position] == UInt8(ascii: "\"") {
      readQuoted(&diagnostics)
      skipAfterQuote(&diagnostics)
      return start..<text.count
    }
    while position < data.count, !isEnd(data[position]) {
      text.append(data[position])
      position += 1
    }
    var end = text.count
    while end > start, text[end - 1] == blank { end -= 1 }
    return start..<end
  }

  /// What stands between the closing quote and the separator belongs to nothing.
  private mutating func skipAfterQuote(_ diagnostics: inout [Diagnostic]) {
    let start = position
    while position < data.count, !isEnd(data[position]) { position += 1 }
    let rest = String(decoding: data[start..<position], as: UTF8.self).trimmed
    guard !rest.isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        .error,
        Text(
          en: "There is text after the closing quote; a quote inside a field is written twice.",
          sv: "Det står text efter det avslutande citattecknet; ett citattecken i ett fält skrivs två gånger."),
        at: Diagnostic.Place(file: file, row: line), value: String(rest.prefix(60)), maybe: "\"\""))
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func readQuoted(_ diagnostics: inout [Diagnostic]) {
    let quote = UInt8(ascii: "\"")
    let start = line
    position += 1
    while position < data.count {
      let byte = data[position]
      position += 1
      if byte == quote {
        guard position < data.count, data[position] == quote else { return }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        line += 1
      }
      text.append(byte)
    }
    diagnostics.append(
      Diagnostic(
        .error, Text(en: "A quote is opened and never closed.", sv: "Ett citattecken öppnas men stängs aldrig."),
        at: Diagnostic.Place(file: file, row: start)))
  }
}
