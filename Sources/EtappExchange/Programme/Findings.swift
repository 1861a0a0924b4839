import EtappModel

/// Collects diagnostics while a file is read; one file's reader hands the same collector to its parts.
final class Findings {
  let file: String
  private(set) var all: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  func add(
    _ severity: Diagnostic.Severity, _ message: Text, row: Int?, column: String? = nil, value: String? = nil,
    maybe: String? = nil
  ) {
    all.append(
      Diagnostic(
        severity, message, at: Diagnostic.Place(file: file, row: row, column: column), value: value, maybe: maybe))
  }

  func error(_ en: String, _ sv: String, row: Int?, column: String? = nil, value: String? = nil, maybe: String? = nil) {
    add(.error, Text(en: en, sv: sv), row: row, column: column, value: value, maybe: maybe)
  }
}
