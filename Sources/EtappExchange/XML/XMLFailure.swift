import EtappModel

/// Why the bytes are no XML document that is read here, and where.
struct XMLFailure: Error {
  let message: Text
  let row: Int
  var value: String?

  /// The failure as a diagnostic about a file.
  func diagnostic(file: String) -> Diagnostic {
    Diagnostic(.error, message, at: Diagnostic.Place(file: file, row: row), value: value)
  }
}
