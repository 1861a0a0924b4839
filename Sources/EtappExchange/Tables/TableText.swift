package import EtappModel

/// A table as it is written, row by row: what a file is shown as, and what other formats are made from.
package struct TableText: Sendable {
  package struct Row: Hashable, Sendable {
    /// Line of the file, from 1.
    package var line: Int
    package var fields: [String]
  }

  package let columns: [String]
  package let rows: [Row]
  package let diagnostics: [Diagnostic]
  private let positions: (latitude: Int, longitude: Int)?
  private let hasDecimalComma: Bool

  package init(_ data: [UInt8], file: String, decimalComma: Bool = false) {
    var diagnostics: [Diagnostic] = []
    let table = CSVTable(data, file: file, decimalComma: decimalComma, diagnostics: &diagnostics)
    columns = table.header
    rows = (0..<table.rowCount).map { row in
      Row(line: table.line(row), fields: table.header.indices.map { table.text(row, $0) })
    }
    self.diagnostics = diagnostics
    hasDecimalComma = decimalComma
    positions = table.column("lat").flatMap { latitude in table.column("lon").map { (latitude, $0) } }
  }

  /// A row that stands at a line; rows of several lines stand at their first.
  package func row(at line: Int) -> Row? { rows.last { $0.line <= line } }

  /// One object for each row, every value as it is written.
  package var json: String {
    (JSON.array(rows.map { .object(members($0)) })).serialised() + "\n"
  }

  /// One point for each row (RFC 7946); nil for a table without `lat` and `lon`.
  package var geoJSON: String? {
    guard let positions else { return nil }
    let features = rows.map { row -> JSON in
      let place = [positions.longitude, positions.latitude].compactMap { number(row.fields[$0]) }
      return [
        "type": "Feature", "properties": .object(members(row)),
        "geometry": place.count == 2 ? ["type": "Point", "coordinates": .array(place.map { .number($0) })] : nil,
      ]
    }
    return (["type": "FeatureCollection", "features": .array(features)] as JSON).serialised() + "\n"
  }

  private func members(_ row: Row) -> [(key: String, value: JSON)] {
    zip(columns, row.fields).map { (key: $0, value: .string($1)) }
  }

  private func number(_ text: String) -> Double? {
    DecimalNumber.parse(Array(text.utf8)[...], decimalComma: hasDecimalComma)
  }
}
