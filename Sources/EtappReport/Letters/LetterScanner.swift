import EtappModel

/// Reads the tags of a template and says what is wrong with them, before anything is made of it.
///
/// Only what a letter needs is allowed: values, sections, inverted sections and comments. Rendering is the library's;
/// it forgives a name it does not know by writing nothing, which a letter must never do.
struct LetterScanner {
  /// A section that has been opened and not yet closed.
  private struct Open {
    var tag: LetterNode.Tag
    var isInverted: Bool
    var content: [LetterNode] = []
  }

  private let file: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var row: Int
  private var rowStart = 0
  private var open: [Open] = []
  private var nodes: [LetterNode] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter row: The row of the file that the text begins on.
  init(_ text: String, file: String, row: Int = 1) {
    self.file = file
    self.row = row
    scalars = Array(text.unicodeScalars)
  }

  /// The text's tree.
  ///
  /// - Complexity: O(length).
  mutating func read() -> [LetterNode] {
    while position < scalars.count {
      if at("{{") { readTag() } else { readText() }
    }
    for section in open {
      say(
        Text(
          en: "The section is opened and never closed; close it with {{/\(section.tag.name)}}.",
          sv: "Avsnittet öppnas men stängs aldrig; stäng det med {{/\(section.tag.name)}}."), section.tag)
    }
    while let section = open.popLast() { add(.section(section.tag, isInverted: section.isInverted, section.content)) }
    return nodes
  }

  private mutating func readText() {
    var text = String.UnicodeScalarView()
    while position < scalars.count, !at("{{") {
      text.append(scalars[position])
      step()
    }
    add(.text(String(text)))
  }

  private mutating func readTag() {
    var tag = LetterNode.Tag(name: "", row: row, column: position - rowStart + 1)
    let isTriple = at("{{{")
    move(isTriple ? 3 : 2)
    var content = String.UnicodeScalarView()
    let end = isTriple ? "}}}" : "}}"
    while position < scalars.count, !at(end), !at("{{") {
      content.append(scalars[position])
      step()
    }
    guard position < scalars.count, at(end) else {
      tag.name = String(String(content).prefix { !$0.isNewline }.prefix(40))
      return say(Text(en: "The braces are never closed.", sv: "Klamrarna stängs aldrig."), tag)
    }
    move(end.unicodeScalars.count)
    let words = String(content)
    take(words.first, Self.trimmed(words), &tag)
  }

  private mutating func take(_ mark: Character?, _ words: String, _ tag: inout LetterNode.Tag) {
    let name = Self.trimmed(String(words.dropFirst()))
    switch mark {
    case "!": return
    case "#", "^":
      tag.name = name
      open.append(Open(tag: tag, isInverted: mark == "^"))
    case "/":
      tag.name = name
      close(tag)
    case "&":
      tag.name = name
      add(.value(tag))
    case ">", "<", "=", "$", "%", "*":
      tag.name = words
      say(
        Text(
          en: "Letters know values, sections and comments only; this kind of tag is not for them.",
          sv: "Brev kan bara värden, avsnitt och kommentarer; den här sortens märke är inte för dem."), tag)
    default:
      tag.name = words
      add(.value(tag))
    }
  }

  private mutating func close(_ tag: LetterNode.Tag) {
    guard let section = open.last else {
      return say(Text(en: "No section is open here.", sv: "Inget avsnitt är öppet här."), tag)
    }
    guard section.tag.name == tag.name else {
      // One of an outer section of that name closes what is inside it too, so that one mistake is said once.
      say(
        Text(
          en: "This closes another section than {{#\(section.tag.name)}} on row \(section.tag.row), which is open.",
          sv: "Detta stänger ett annat avsnitt än {{#\(section.tag.name)}} på rad \(section.tag.row), som är öppet."),
        tag, maybe: section.tag.name)
      guard open.contains(where: { $0.tag.name == tag.name }) else { return }
      while let last = open.last, last.tag.name != tag.name { closeLast() }
      return closeLast()
    }
    closeLast()
  }

  private mutating func closeLast() {
    guard let section = open.popLast() else { return }
    add(.section(section.tag, isInverted: section.isInverted, section.content))
  }

  private mutating func add(_ node: LetterNode) {
    if open.isEmpty { nodes.append(node) } else { open[open.count - 1].content.append(node) }
  }

  // MARK: Characters

  private func at(_ text: String) -> Bool {
    var index = position
    for scalar in text.unicodeScalars {
      guard index < scalars.count, scalars[index] == scalar else { return false }
      index += 1
    }
    return true
  }

  private mutating func move(_ count: Int) {
    for _ in 0..<count { step() }
  }

  private mutating func step() {
    if scalars[position] == "\n" { (row, rowStart) = (row + 1, position + 1) }
    position += 1
  }

  private mutating func say(_ message: Text, _ tag: LetterNode.Tag, maybe: String? = nil) {
    diagnostics.append(
      Diagnostic(
        .error, message, at: Diagnostic.Place(file: file, row: tag.row, column: String(tag.column)), value: tag.name,
        maybe: maybe))
  }

  static func trimmed(_ text: String) -> String {
    let text = text.drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last])
  }
}
