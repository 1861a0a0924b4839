package import EtappModel
import Mustache

/// Reading a template: its head, its body, and everything that is wrong with either.
extension LetterTemplate {
  /// The template of a file's text; nil when something in it is an error.
  ///
  /// - Parameters:
  ///   - name: The file's name without language and ending.
  ///   - language: The language that the file's name gives.
  package static func read(
    _ text: String, file: String, name: String, language: Language
  ) -> (template: LetterTemplate?, diagnostics: [Diagnostic]) {
    var reader = Reader(file: file)
    // CRLF is one character to Swift, and no line feed.
    let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let end = reader.endOfHead(lines)
    let head = reader.head(lines[..<end])
    let start = end == 0 ? 0 : end + 1
    let body = reader.part(lines.dropFirst(start).joined(separator: "\n"), row: start + 1)
    reader.check(language, head)
    guard let body, !reader.diagnostics.hasErrors else { return (nil, reader.diagnostics) }
    let role = head[.to].map { $0.nodes.compactMap(\.plain).joined() }
    let template = LetterTemplate(file: file, name: name, language: language, role: role, body: body, head: head)
    return (template, reader.diagnostics)
  }

  /// Collects what is wrong while it reads.
  private struct Reader {
    let file: String
    var diagnostics: [Diagnostic] = []

    /// The row after which the body begins, as an index of the closing dashes; 0 where there is no head.
    mutating func endOfHead(_ lines: [String]) -> Int {
      guard lines.first.map(LetterScanner.trimmed) == "---" else { return 0 }
      guard let end = lines.dropFirst().firstIndex(where: { LetterScanner.trimmed($0) == "---" }) else {
        say(
          Text(
            en: "The head is never closed; end it with a line of three dashes.",
            sv: "Huvudet stängs aldrig; avsluta det med en rad av tre streck."), row: 1)
        return 0
      }
      return end
    }

    mutating func head(_ lines: ArraySlice<String>) -> [Key: Part] {
      var head: [Key: Part] = [:]
      for (index, line) in lines.enumerated().dropFirst() {
        let words = LetterScanner.trimmed(line)
        guard !words.isEmpty, !words.hasPrefix("#") else { continue }
        guard let (key, value) = key(words, row: index + 1) else { continue }
        if head[key] != nil {
          say(Text(en: "The key stands twice.", sv: "Nyckeln finns två gånger."), row: index + 1, value: key.rawValue)
        }
        head[key] = part(value, row: index + 1)
      }
      return head
    }

    private mutating func key(_ line: String, row: Int) -> (Key, String)? {
      guard let colon = line.firstIndex(of: ":") else {
        say(
          Text(en: "A line of the head is `key: value`.", sv: "En rad i huvudet är `nyckel: värde`."), row: row,
          value: line)
        return nil
      }
      let name = LetterScanner.trimmed(String(line[..<colon]))
      guard let key = Key(rawValue: name.lowercased()) else {
        say(
          Text(en: "The head knows no such key.", sv: "Huvudet har ingen sådan nyckel."), row: row, value: name,
          maybe: Names.nearest(to: name, among: Key.allCases.map(\.rawValue), limit: 1).first)
        return nil
      }
      return (key, Self.unquoted(LetterScanner.trimmed(String(line[line.index(after: colon)...]))))
    }

    private static func unquoted(_ value: String) -> String {
      guard value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" else {
        return value
      }
      return String(value.dropFirst().dropLast())
    }

    /// A piece of the file, with its tags looked through.
    mutating func part(_ text: String, row: Int) -> Part? {
      var scanner = LetterScanner(text, file: file, row: row)
      let nodes = scanner.read()
      diagnostics += scanner.diagnostics
      let before = diagnostics.count
      lookThrough(nodes)
      guard scanner.diagnostics.isEmpty, diagnostics.count == before else { return nil }
      do {
        // Escaping is done once, when paragraphs become HTML; until then a letter is plain text.
        let template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
        return Part(row: row, nodes: nodes, template: template)
      } catch {
        say(Text(en: "The template cannot be read: \(error)", sv: "Mallen kan inte läsas: \(error)"), row: row)
        return nil
      }
    }

    private mutating func lookThrough(_ nodes: [LetterNode]) {
      for node in nodes {
        switch node {
        case .text: continue
        case .value(let tag): lookAt(tag, isSection: false)
        case .section(let tag, _, let content):
          lookAt(tag, isSection: true)
          lookThrough(content)
        }
      }
    }

    private mutating func lookAt(_ tag: LetterNode.Tag, isSection: Bool) {
      guard let placeholder = LetterPlaceholder(rawValue: tag.name) else {
        let known = LetterPlaceholder.allCases.map(\.rawValue)
        return say(
          Text(en: "Letters know no such name.", sv: "Brev känner inget sådant namn."), tag,
          maybe: Names.nearest(to: tag.name, among: known, limit: 1).first)
      }
      guard !isSection, placeholder.kind != .words else { return }
      say(
        Text(
          en: "This is not words but opens a section: {{#\(tag.name)}} … {{/\(tag.name)}}.",
          sv: "Detta är inte ord utan öppnar ett avsnitt: {{#\(tag.name)}} … {{/\(tag.name)}}."), tag)
    }

    // MARK: The head

    mutating func check(_ language: Language, _ head: [Key: Part]) {
      if head[.subject] == nil, !diagnostics.hasErrors {
        say(
          Text(
            en: "A letter has a subject; write `subject:` at the head of the template.",
            sv: "Ett brev har ett ämne; skriv `subject:` överst i mallen."), row: 1, maybe: "subject:")
      }
      for key in [Key.to, .language] {
        guard let part = head[key], let tag = part.nodes.flatMap(\.tags).first else { continue }
        say(Text(en: "This key takes no placeholders.", sv: "Den här nyckeln tar inga namn i klamrar."), tag)
      }
      if let part = head[.language], let said = part.nodes.first?.plain, said != language.rawValue {
        say(
          Text(
            en: "The file's name says \(language.rawValue) and its head another language.",
            sv: "Filens namn säger \(language.rawValue) och dess huvud ett annat språk."), row: part.row, value: said,
          maybe: language.rawValue)
      }
      for key in [Key.promiseFrom, .promiseTo] where head[key] != nil && head[.promise] == nil {
        say(
          Text(en: "A promise's days without its words.", sv: "Ett löftes dagar utan dess ord."),
          row: head[key]?.row ?? 1, value: key.rawValue, maybe: "promise:")
      }
      for part in [head[.promise]] {
        guard let tag = part?.nodes.flatMap(\.tags).first(where: { $0.name == LetterPlaceholder.promise.rawValue })
        else { continue }
        say(Text(en: "A promise cannot hold itself.", sv: "Ett löfte kan inte innehålla sig självt."), tag)
      }
    }

    // MARK: Saying

    private mutating func say(_ message: Text, row: Int, value: String? = nil, maybe: String? = nil) {
      diagnostics.append(
        Diagnostic(.error, message, at: Diagnostic.Place(file: file, row: row), value: value, maybe: maybe))
    }

    private mutating func say(_ message: Text, _ tag: LetterNode.Tag, maybe: String? = nil) {
      diagnostics.append(
        Diagnostic(
          .error, message, at: Diagnostic.Place(file: file, row: tag.row, column: String(tag.column)),
          value: tag.name, maybe: maybe))
    }
  }
}

extension LetterNode {
  /// The text of a piece that is nothing else.
  var plain: String? { if case .text(let text) = self { text } else { nil } }
}
