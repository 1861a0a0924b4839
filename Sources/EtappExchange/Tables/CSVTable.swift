import EtappModel
import Foundation

/// A CSV file as rows of fields, with every trouble said and placed.
///
/// UTF-8 with or without byte order mark; comma, semicolon or tab, found from the header; fields in double quotes may
/// hold anything, a doubled quote stands for one. Rows shorter than the header are padded and said; empty rows are
/// passed over, and so is the line `sep=;` that spreadsheets write.
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
  let decimalComma: Bool

  /// - Parameter decimalComma: Whether numbers are written 59,3; the programme declares it for the file.
  init(_ data: [UInt8], file: String, decimalComma: Bool = false, diagnostics: inout [Diagnostic]) {
    self.file = file
    self.decimalComma = decimalComma
    var parser = CSVParser(data, file: file)
    parser.parse(&diagnostics)
    bytes = parser.text
    header = parser.header
    fields = parser.fields
    lines = parser.lines
    rowCount = parser.lines.count
    var columns: [String: Int] = [:]
    for (index, name) in parser.header.enumerated() where columns[name] == nil { columns[name] = index }
    self.columns = columns
    sayRepeated(parser.header, &diagnostics)
  }

  private func sayRepeated(_ header: [String], _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    for name in header where !name.isEmpty && !seen.insert(name).inserted {
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(en: "The column stands twice; the first is used.", sv: "Kolumnen finns två gånger; den första används."),
          at: Diagnostic.Place(file: file, row: 1, column: name), value: name))
    }
  }

  /// The column of a name, case and blanks forgiven.
  func column(_ name: String) -> Int? {
    columns[name]
      ?? header.firstIndex { Names.folded($0).filter { $0 != " " } == Names.folded(name).filter { $0 != " " } }
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
    let (message, maybe) = trouble(
      value, isOtherWay: DecimalNumber.parse(bytes[field], decimalComma: !decimalComma) != nil)
    diagnostics.append(
      Diagnostic(.error, message, at: place(row: row, column: header[column]), value: value, maybe: maybe))
    return nil
  }

  /// What is wrong with a text that should have been a number, and what would help.
  private func trouble(_ value: String, isOtherWay: Bool) -> (Text, maybe: String?) {
    if value.isEmpty { return (Text(en: "A number is missing.", sv: "Ett tal saknas."), nil) }
    if isOtherWay {
      let (en, sv) = decimalComma ? ("point", "punkt") : ("comma", "komma")
      return (
        Text(
          en: "Not a number: it is written with a decimal \(en), which programme.yaml does not declare for this file.",
          sv: "Inte ett tal: det är skrivet med decimal\(sv), vilket programme.yaml inte anger för filen."),
        "csv: {\(file): {decimal: \(en)}}"
      )
    }
    let mark: Character = decimalComma ? "," : "."
    let plain = value.filter { $0.isASCII && $0.isNumber || $0 == "-" || $0 == mark }
    let isPlain = DecimalNumber.parse(Array(plain.utf8)[...], decimalComma: decimalComma) != nil
    // Blanks between thousands, or a unit behind.
    let rest = value.filter { !plain.contains($0) && !$0.isWhitespace && $0 != "'" }
    return (
      Text(en: "Not a number.", sv: "Inte ett tal."), isPlain && (rest.isEmpty || value.hasSuffix(rest)) ? plain : nil
    )
  }

  /// Whether a field holds letters and could not be a number however it is written.
  func isText(_ row: Int, _ column: Int) -> Bool {
    let field = text(row, column)
    return !field.contains { $0.isASCII && $0.isNumber }
  }

  /// The number of an optional column: nil without a diagnostic when the column is missing or the field empty.
  func number(_ row: Int, _ column: Int?, _ diagnostics: inout [Diagnostic]) -> Double? {
    guard let column, text(row, column as Int?) != nil else { return nil }
    return number(row, column, &diagnostics)
  }

  /// The columns wanted, in order; nil with a diagnostic for each that is missing.
  func require(_ names: [String], _ diagnostics: inout [Diagnostic]) -> [Int]? {
    // A file without a header, or that is no text, has been said already.
    guard !header.isEmpty else { return nil }
    var found: [Int] = []
    for name in names {
      if let column = column(name) {
        found.append(column)
      } else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "The column “\(name)” is missing.", sv: "Kolumnen ”\(name)” saknas."),
            at: Diagnostic.Place(file: file, row: 1, column: name), value: header.joined(separator: ", "),
            maybe: Names.nearest(to: name, among: header.filter { !names.contains($0) }, limit: 1).first))
      }
    }
    return found.count == names.count ? found : nil
  }

  /// Says which columns are probably misspelled: those nobody reads that are nearly called what somebody would.
  func checkSpelling(optional names: [String], _ diagnostics: inout [Diagnostic]) {
    let missing = names.filter { column($0) == nil }
    for name in header where !name.isEmpty && !names.contains(where: { column($0) == columns[name] }) {
      guard let meant = Names.nearest(to: name, among: missing, limit: 1).first, name.count > 3 else { continue }
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(en: "The column is not known and was passed over.", sv: "Kolumnen är inte känd och lästes inte."),
          at: Diagnostic.Place(file: file, row: 1, column: name), value: name, maybe: meant))
    }
  }
}
