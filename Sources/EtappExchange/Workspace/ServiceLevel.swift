import EtappModel

/// The column `level` of tables of sites: the share of errands that can be done there.
enum ServiceLevel {
  static let refusal = Text(
    en: "A service level is more than 0 and at most 1.", sv: "En servicenivå är mer än 0 och högst 1.")

  /// The level of a row; nil where the table does not say.
  static func read(_ table: CSVTable, _ row: Int, _ diagnostics: inout [Diagnostic]) -> Double? {
    let column = table.column("level")
    guard let level = table.number(row, column, &diagnostics) else { return nil }
    if level > 0, level <= 1 { return level }
    diagnostics.append(
      Diagnostic(
        .error, refusal, at: table.place(row: row, column: "level"), value: table.text(row, column),
        maybe: level > 1 && level <= 100 ? written(level / 100, table) : nil))
    return nil
  }

  private static func written(_ level: Double, _ table: CSVTable) -> String {
    table.decimalComma ? "\(level)".replacing(".", with: ",") : "\(level)"
  }
}
