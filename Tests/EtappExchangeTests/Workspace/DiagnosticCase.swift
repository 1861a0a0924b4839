import EtappExchange
import EtappModel
import Testing

/// A spoiled file, and what must be said about it.
struct DiagnosticCase: CustomTestStringConvertible, Sendable {
  let label: String
  let file: String
  /// nil takes the file away.
  let bytes: [UInt8]?
  var severity = Diagnostic.Severity.error
  /// A part of the English message.
  let says: String
  var row: Int?
  var column: String?
  var value: String?
  var maybe: String?
  /// The file the diagnostic speaks of, where it is another than the spoiled one.
  var about: String?

  var testDescription: String { label }

  init(
    _ label: String, _ file: String, bytes: [UInt8]?, _ severity: Diagnostic.Severity = .error, says: String,
    row: Int? = nil, column: String? = nil, value: String? = nil, maybe: String? = nil, about: String? = nil
  ) {
    self.label = label
    self.file = file
    self.bytes = bytes
    self.severity = severity
    self.says = says
    self.row = row
    self.column = column
    self.value = value
    self.maybe = maybe
    self.about = about
  }

  /// A case where a part of the good file is replaced.
  init(
    _ label: String, _ file: String, _ part: String, _ other: String, _ severity: Diagnostic.Severity = .error,
    says: String, row: Int? = nil, column: String? = nil, value: String? = nil, maybe: String? = nil,
    about: String? = nil
  ) {
    self.init(
      label, file, bytes: Array(SmallWorkspace.file(file, part, with: other).utf8), severity, says: says, row: row,
      column: column, value: value, maybe: maybe, about: about)
  }

  func matches(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == severity && diagnostic.message(.english).contains(says)
      && diagnostic.place?.file == about ?? file && diagnostic.place?.row == row && diagnostic.place?.column == column
      && diagnostic.value == value && diagnostic.maybe == maybe
  }

  func check() throws {
    let contents = try SmallWorkspace.contents(changing: [file: bytes])
    #expect(
      contents.diagnostics.contains(where: matches),
      """
      Expected: \(severity) “\(says)” row \(row as Any) column \(column as Any) value \(value as Any) maybe \(maybe as Any)
      Said: \(contents.diagnostics.map(Self.written).joined(separator: "\n"))
      """)
    for diagnostic in contents.diagnostics { Self.checkWords(diagnostic) }
  }

  static func written(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.severity) \(diagnostic.place?.file ?? "-"):\(diagnostic.place?.row as Any):\(diagnostic.place?.column as Any) "
      + "“\(diagnostic.message(.english))” value \(diagnostic.value as Any) maybe \(diagnostic.maybe as Any)"
  }

  /// Every message is there in both languages, is a sentence, and says which file it is about.
  static func checkWords(_ diagnostic: Diagnostic) {
    let words = diagnostic.message.byLanguage
    #expect(diagnostic.place?.file.isEmpty == false, "\(words)")
    #expect(Set(words.keys) == ["en", "sv"], "\(words)")
    for text in words.values { #expect(text.hasSuffix(".") || text.hasSuffix(")"), "\(text)") }
    #expect(words["en"] != words["sv"], "\(words)")
  }
}
