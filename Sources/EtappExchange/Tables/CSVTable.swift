import EtappModel
import Foundation

/// A CSV file as rows of fields, with every trouble said and placed.
///
/// UTF-8 with or without byte order mark; comma, semicolon or tab, found from the header; fields in double quotes may
/// hold anything, a doubled quote stands for one. Rows shorter than the header are padded and said; empty rows are
/// passed over.
struct CSVTable {
  let file: String
  let header: [String]
  let rowCount: Int
  private let bytes: [UInt8]
  /// Start and end of each field in `bytes`, `rows × columns`; quotes and escapes are already taken out.
  private let fields: [Range<Int>]
  /// Line of the file that each row starts on, counted from 1.
  private let lines: [Int]
  private let columns: [String: Int]
  private let decimalComma: Bool

  /// - Parameter decimalComma: Whether numbers are written 59,3; the programme declares it for the file.
  init(_ data: [UInt8], file: String, decimalComma: Bool = false, diagnostics: inout [Diagnostic]) {
    self.file = file
    self.decimalComma = decimalComma
    var parser = Parser(data, file: file)
    parser.parse(&diagnostics)
    bytes = parser.text
    header = parser.header
    fields = parser.fields
    lines = parser.lines
    rowCount = parser.lines.count
    var columns: [String: Int] = [:]
    for (index, name) in parser.header.enumerated() where columns[name] == nil { columns[name] = index }
    self.columns = columns
  }

  /// The column of a name, case and blanks forgiven.
  func column(_ name: String) -> Int? {
    columns[name] ?? header.firstIndex { Names.folded($0).filter { $0 != " " } == Names.folded(name).filter { $0 != " " } }
  }

  func place(row: Int, column: String? = nil) -> Diagnostic.Place {
    Diagnostic.Place(file: file, row: lines[row], column: column)
  }

  /// The line of a row.
  func line(_ row: Int) -> Int { lines[row] }

  func text(_ row: Int, _ column: Int) -> String {
    String(decoding: bytes[fields[row * header.count + column]], as: UTF8.self)
  }

  /// The text of an optional column: nil when the column is missing or the field empty.
  func text(_ row: Int, _ column: Int?) -> String? {
    guard let column else { return nil }
    let text = text(row, column)
    return text.isEmpty ? nil : text
  }

  /// The number in a field; nil with a diagnostic when it is none.
  func number(_ row: Int, _ column: Int, _ diagnostics: inout [Diagnostic]) -> Double? {
    let field = fields[row * header.count + column]
    if let number = DecimalNumber.parse(bytes[field], decimalComma: decimalComma) { return number }
    let value = text(row, column)
    let otherWay = DecimalNumber.parse(bytes[field], decimalComma: !decimalComma) != nil
    diagnostics.append(
      Diagnostic(
        .error, Text(en: "Not a number.", sv: "Inte ett tal."), at: place(row: row, column: header[column]), value: value,
        maybe: otherWay ? (decimalComma ? "decimal: point" : "decimal: comma") : nil))
    return nil
  }

  /// The number of an optional column: nil without a diagnostic when the column is missing or the field empty.
  func number(_ row: Int, _ column: Int?, _ diagnostics: inout [Diagnostic]) -> Double? {
    guard let column, text(row, column as Int?) != nil else { return nil }
    return number(row, column, &diagnostics)
  }

  /// The columns wanted, in order; nil with a diagnostic for each that is missing.
  func require(_ names: [String], _ diagnostics: inout [Diagnostic]) -> [Int]? {
    var found: [Int] = []
    for name in names {
      if let column = column(name) {
        found.append(column)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "The column “\(name)” is missing.", sv: "Kolumnen ”\(name)” saknas."),
            at: Diagnostic.Place(file: file, row: 1), value: header.joined(separator: ", "),
            maybe: Names.nearest(to: name, among: header, limit: 1).first))
      }
    }
    return found.count == names.count ? found : nil
  }

  // MARK: Parser

  private struct Parser {
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
      guard String(validating: data, as: UTF8.self) == nil || data.contains(0) else { return true }
      let bad = firstInvalidByte()
      let row = data[..<bad].count { $0 == UInt8(ascii: "\n") } + 1
      diagnostics.append(
        Diagnostic(
          .error, Text(en: "The file is not UTF-8 text.", sv: "Filen är inte text i UTF-8."),
          at: Diagnostic.Place(file: file, row: row), value: bad < data.count ? "byte \(data[bad])" : nil,
          maybe: "UTF-8 (CSV UTF-8)"))
      return false
    }

    private func firstInvalidByte() -> Int {
      var decoder = UTF8()
      var iterator = data.makeIterator()
      var position = 0
      while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar):
          if scalar.value == 0 { return position }
          position += UTF8.width(scalar)
        case .emptyInput, .error: return min(position, data.count)
        }
      }
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
            at: Diagnostic.Place(file: file, row: start)))
        while row.count < header.count { row.append(text.count..<text.count) }
        row = Array(row[..<header.count])
      }
      fields += row
      lines.append(start)
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
        // What stands between the closing quote and the separator belongs to nothing.
        while position < data.count, !isEnd(data[position]) { position += 1 }
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
}

/// Numbers as tables write them.
enum DecimalNumber {
  /// The number a field holds: digits with a decimal mark, a sign, an exponent; nil for anything else, also for infinity.
  static func parse(_ field: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    guard !field.isEmpty, field.count <= 40 else { return nil }
    if let quick = parsePlain(field, decimalComma: decimalComma) { return quick }
    var characters: [UInt8] = []
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        characters.append(byte)
      case UInt8(ascii: ".") where !decimalComma: characters.append(byte)
      case UInt8(ascii: ",") where decimalComma: characters.append(UInt8(ascii: "."))
      default: return nil
      }
    }
    guard let number = Double(String(decoding: characters, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  private static let powers: [Double] = (0...18).map { pow(10, Double($0)) }

  /// The common case without a detour: up to 15 digits and a decimal mark, where one division is exact enough to be
  /// the nearest double (both numbers are whole and below 2⁵³).
  private static func parsePlain(_ field: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    let mark = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var digits: UInt64 = 0
    var count = 0
    var decimals: Int?
    var negative = false
    for (index, byte) in field.enumerated() {
      if byte &- UInt8(ascii: "0") < 10 {
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if let places = decimals { decimals = places + 1 }
        guard count <= 15 else { return nil }
      } else if byte == mark, decimals == nil {
        decimals = 0
      } else if byte == UInt8(ascii: "-"), index == 0 {
        negative = true
      } else {
        return nil
      }
    }
    guard count > 0 else { return nil }
    let number = Double(digits) / powers[decimals ?? 0]
    return negative ? -number : number
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
