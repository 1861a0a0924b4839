package import EtappModel

/// How much longer roads are than straight lines in each class of region: a table `class,detour`.
package enum DetourTable {
  /// - Returns: Road length over straight length by class.
  package static func read(
    _ bytes: [UInt8], file: String, decimalComma: Bool, _ diagnostics: inout [Diagnostic]
  ) -> [String: Double] {
    let table = CSVTable(bytes, file: file, decimalComma: decimalComma, diagnostics: &diagnostics)
    guard let columns = table.require(["class", "detour"], &diagnostics) else { return [:] }
    var factors: [String: Double] = [:]
    for row in 0..<table.rowCount {
      guard let factor = table.number(row, columns[1], &diagnostics) else { continue }
      guard (1...10).contains(factor) else {
        diagnostics.append(
          Diagnostic(
            .error, Text(en: "A detour factor is from 1 to 10.", sv: "En omvägsfaktor är från 1 till 10."),
            at: table.place(row: row, column: "detour"), value: table.text(row, columns[1]) as String))
        continue
      }
      factors[table.text(row, columns[0])] = factor
    }
    return factors
  }

  /// The class of each row of a table of points or sites, by id; empty where it has no column `class`.
  package static func classes(_ bytes: [UInt8], file: String) -> [String: String] {
    var passedOver: [Diagnostic] = []
    let table = CSVTable(bytes, file: file, diagnostics: &passedOver)
    guard let id = table.column("id"), let column = table.column("class") else { return [:] }
    var classes: [String: String] = [:]
    for row in 0..<table.rowCount { classes[table.text(row, id)] = table.text(row, column as Int?) }
    return classes
  }

  /// Areas whose names are classes, from GeoJSON.
  package static func areas(_ bytes: [UInt8], file: String, _ diagnostics: inout [Diagnostic]) -> [Area] {
    GeoJSONReader(bytes, file: file, diagnostics: &diagnostics).areas
  }
}
