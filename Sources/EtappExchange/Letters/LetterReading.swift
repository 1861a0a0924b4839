package import EtappModel

/// What was read of a file with letters: each letter, where its own bytes stand in the file, and what there is to say.
package struct LetterReading: Sendable {
  package var letters: [Letter]
  /// The bytes of each letter as they came, as a range of the file; as many as there are letters.
  package var raw: [Range<Int>]
  package var diagnostics: [Diagnostic]

  package init(letters: [Letter] = [], raw: [Range<Int>] = [], diagnostics: [Diagnostic] = []) {
    self.letters = letters
    self.raw = raw
    self.diagnostics = diagnostics
  }
}

/// What a reader of letters has to say, collected with the place where the letter begins.
struct LetterFindings {
  let file: String
  /// The line of the file that the letter begins at.
  var row: Int?
  private(set) var all: [Diagnostic] = []

  init(file: String, row: Int? = nil) {
    self.file = file
    self.row = row
  }

  mutating func add(_ severity: Diagnostic.Severity, _ message: Text, value: String? = nil, maybe: String? = nil) {
    // A letter of a thousand broken parts says so a few times, not a thousand.
    guard all.count < LetterLimits.diagnostics else { return }
    let place = Diagnostic.Place(file: file, row: row)
    let found = Diagnostic(severity, message, at: place, value: value.map { String($0.prefix(200)) }, maybe: maybe)
    if !all.contains(found) { all.append(found) }
  }
}
