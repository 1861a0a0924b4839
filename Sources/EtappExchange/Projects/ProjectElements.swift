import EtappModel

/// The elements of a project file with mercy: a value that cannot be understood is said and passed over.
struct ProjectElements {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// What stands in the file and is read by nobody, `Task/Cost`, with how often.
  private var passedOver: [String: Int] = [:]
  var secondsPerDay = 8 * 3_600

  init(file: String) {
    self.file = file
  }

  // MARK: Values

  func text(_ element: XMLElement, _ name: String) -> String { element.child(name)?.text ?? "" }

  /// The text of a child without blanks around it; nil where it is missing or empty.
  private func word(_ element: XMLElement, _ name: String) -> (text: String, row: Int)? {
    guard let child = element.child(name) else { return nil }
    let trimmed = child.text.trimmed
    return trimmed.isEmpty ? nil : (trimmed, child.row)
  }

  mutating func integer(_ element: XMLElement, _ name: String, within range: ClosedRange<Int>? = nil) -> Int? {
    guard let (text, row) = word(element, name) else { return nil }
    // Some programs write whole numbers as 4800.0.
    let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    if let number = Int(whole), range?.contains(number) ?? true { return number }
    say(
      .warning, Text(en: "Not a whole number that can stand here.", sv: "Inte ett heltal som kan stå här."), row: row,
      name, text, maybe: range.map { "\($0.lowerBound) – \($0.upperBound)" })
    return nil
  }

  mutating func number(_ element: XMLElement, _ name: String) -> Double? {
    guard let (text, row) = word(element, name) else { return nil }
    let bytes = Array(text.utf8)
    if let number = DecimalNumber.parse(bytes[...], decimalComma: false) { return number }
    say(.warning, Text(en: "Not a number.", sv: "Inte ett tal."), row: row, name, text)
    return nil
  }

  mutating func flag(_ element: XMLElement, _ name: String) -> Bool? {
    guard let (text, row) = word(element, name) else { return nil }
    switch text.lowercased() {
    case "1", "true": return true
    case "0", "false": return false
    default:
      say(.warning, Text(en: "Neither 1 nor 0.", sv: "Varken 1 eller 0."), row: row, name, text)
      return nil
    }
  }

  mutating func moment(_ element: XMLElement, _ name: String) -> ProjectMoment? {
    guard let (text, row) = word(element, name), text != "NA" else { return nil }
    if let moment = ProjectMoment(text) { return moment }
    say(
      .warning,
      Text(
        en: "Not a moment written YYYY-MM-DDThh:mm:ss.", sv: "Inte en tidpunkt skriven ÅÅÅÅ-MM-DDThh:mm:ss."), row: row,
      name, text)
    return nil
  }

  /// Seconds of a span.
  mutating func span(_ element: XMLElement, _ name: String) -> Int? {
    guard let (text, row) = word(element, name) else { return nil }
    if let seconds = ProjectSpan.seconds(text, secondsPerDay: secondsPerDay) { return seconds }
    say(
      .warning,
      Text(en: "Not a span of time of at most a hundred years.", sv: "Inte en tidsrymd på högst hundra år."), row: row,
      name, text, maybe: "PT40H0M0S")
    return nil
  }

  /// The number that other elements refer to one by.
  mutating func uid(_ element: XMLElement, _ name: String = "UID") -> Int? {
    if let uid = integer(element, name) { return uid }
    say(
      .error, Text(en: "The element has no number of its own.", sv: "Elementet har inget eget nummer."),
      row: element.row, name, element.name, maybe: "<\(name)>1</\(name)>")
    return nil
  }

  // MARK: Saying

  mutating func say(
    _ severity: Diagnostic.Severity, _ message: Text, row: Int?, _ column: String? = nil, _ value: String? = nil,
    maybe: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity, message, at: Diagnostic.Place(file: file, row: row, column: column), value: value, maybe: maybe))
  }

  mutating func say(_ failure: XMLFailure) { diagnostics.append(failure.diagnostic(file: file)) }

  /// Counts the children that nobody reads.
  mutating func check(_ element: XMLElement, known: Set<String>) {
    for child in element.children where !known.contains(child.name) {
      passedOver["\(element.name)/\(child.name)", default: 0] += 1
    }
  }

  /// The element without those of other namespaces than its own.
  mutating func own(_ element: XMLElement) -> XMLElement {
    var result = element
    result.children = []
    for child in element.children {
      if child.namespace == element.namespace {
        result.children.append(own(child))
      } else {
        passedOver["\(element.name)/\(child.name)", default: 0] += 1
      }
    }
    return result
  }

  /// Says once what was passed over.
  mutating func finish() {
    guard !passedOver.isEmpty else { return }
    let names = passedOver.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value))" }
    let shown = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " …" : "")
    say(
      .note,
      Text(
        en: "Parts of the file that are not used were passed over.",
        sv: "Delar av filen som inte används lästes inte."), row: nil, nil, shown)
  }
}
