import EtappModel
import Yams

/// The text of a YAML file as a tree, its troubles in the words of somebody who writes a programme.
enum YAMLDocument {
  /// The root of the document; nil with a diagnostic when it cannot be understood.
  static func root(_ text: String, findings: Findings) -> Record? {
    guard !multipliesItself(text) else {
      findings.error(
        "The file repeats parts of itself (*name) so often that it cannot be read; write them out.",
        "Filen upprepar delar av sig själv (*namn) så ofta att den inte går att läsa; skriv ut dem.", row: nil)
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: text) else {
        findings.error("The file is empty.", "Filen är tom.", row: 1, maybe: "etapp new")
        return nil
      }
      return Record(node, "programme.yaml", findings: findings)
    } catch let error as YamlError {
      say(error, findings)
    } catch {
      findings.error("The file is not valid YAML.", "Filen är inte giltig YAML.", row: nil, value: "\(error)")
    }
    return nil
  }

  /// Whether the file could grow without end when its aliases are followed ("billion laughs").
  ///
  /// Values are read where they are asked for, so only their number matters; an alias as a key is compared whole.
  private static func multipliesItself(_ text: String) -> Bool {
    var aliases = 0
    var hasComplexKey = false
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      if line.drop(while: { $0 == UInt8(ascii: " ") }).first == UInt8(ascii: "?") { hasComplexKey = true }
      let (found, isKey) = aliasesIn(line)
      aliases += found
      hasComplexKey = hasComplexKey || isKey
    }
    return aliases > aliasLimit || (hasComplexKey && aliases > aliasLimitWithKeys)
  }

  private static let aliasLimit = 1000
  private static let aliasLimitWithKeys = 12

  /// How many words of a line look like `*name`, and whether one of them stands where a key does.
  private static func aliasesIn(_ line: Substring.UTF8View) -> (count: Int, isKey: Bool) {
    var count = 0
    var isKey = false
    var before = UInt8(ascii: " ")
    var isInAlias = false
    for byte in line {
      if byte == UInt8(ascii: "*"), " \t[{,:-".utf8.contains(before) {
        count += 1
        isInAlias = true
      } else if isInAlias, byte == UInt8(ascii: ":") {
        isKey = true
      } else if ",]}".utf8.contains(byte) {
        isInAlias = false
      }
      before = byte
    }
    return (count, isKey)
  }

  // MARK: Words

  private static func say(_ error: YamlError, _ findings: Findings) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let words = inWords(problem)
      findings.add(
        .error,
        Text(en: "The file is not valid YAML: \(words.en).", sv: "Filen är inte giltig YAML: \(words.sv)."),
        row: mark.line, column: "\(mark.column)", maybe: words.maybe)
    case .duplicatedKeysInMapping(let keys, let context):
      findings.error(
        "The same key stands twice in one place.", "Samma nyckel står två gånger på ett ställe.",
        row: context.mark.line,
        column: keys.first, value: keys.joined(separator: ", "))
    case .reader(_, let offset, _, let yaml):
      let row = offset.map { yaml.utf8.prefix($0).count { $0 == UInt8(ascii: "\n") } + 1 }
      findings.error(
        "The file holds a character that cannot stand in YAML, such as a control character.",
        "Filen innehåller ett tecken som inte kan stå i YAML, till exempel ett styrtecken.", row: row)
    default:
      findings.error("The file is not valid YAML.", "Filen är inte giltig YAML.", row: nil, value: "\(error)")
    }
  }

  private struct Words {
    var en: String
    var sv: String
    var maybe: String?
  }

  /// What the parser's own words mean; in its words only where nothing plainer is known.
  private static func inWords(_ problem: String) -> Words {
    for (part, words) in meanings where problem.contains(part) { return words }
    return Words(en: problem, sv: problem)
  }

  private static let meanings: [(String, Words)] = [
    (
      "tab character",
      Words(
        en: "a line is indented with a tab, and only blanks count",
        sv: "en rad är indragen med tabb, och bara blanksteg räknas", maybe: "␣␣")
    ),
    (
      "cannot start any token",
      Words(
        en: "a value begins with a character that must be in quotes, or a line is indented with a tab",
        sv: "ett värde börjar med ett tecken som måste stå inom citattecken, eller en rad är indragen med tabb",
        maybe: "\"…\"")
    ),
    (
      "mapping values are not allowed",
      Words(
        en:
          "there is a colon too many on the line, or the line is indented wrongly; a text with a colon stands in quotes",
        sv: "raden har ett kolon för mycket eller fel indrag; en text med kolon står inom citattecken",
        maybe: "\"…: …\"")
    ),
    (
      "could not find expected ':'",
      Words(en: "a key without a colon after it", sv: "en nyckel utan kolon efter sig", maybe: "key: value")
    ),
    (
      "did not find expected ',' or ']'",
      Words(
        en: "a list that begins with [ has no comma or ] here",
        sv: "en lista som börjar med [ saknar komma eller ] här", maybe: "]")
    ),
    (
      "did not find expected ',' or '}'",
      Words(
        en: "a group that begins with { has no comma or } here",
        sv: "en grupp som börjar med { saknar komma eller } här", maybe: "}")
    ),
    (
      "did not find expected '-'",
      Words(
        en: "a list goes on without a dash, or is indented wrongly",
        sv: "en lista fortsätter utan streck, eller har fel indrag", maybe: "-")
    ),
    (
      "block sequence entries are not allowed",
      Words(en: "a dash where no list can begin", sv: "ett streck där ingen lista kan börja")
    ),
    (
      "did not find expected key",
      Words(
        en: "the line is indented differently from those it belongs with, or a quote is not closed",
        sv: "raden har annat indrag än de rader den hör ihop med, eller så är ett citattecken inte stängt")
    ),
    (
      "undefined alias",
      Words(
        en: "*name repeats something that has no &name before it",
        sv: "*namn upprepar något som inte har &namn före sig")
    ),
    (
      "unexpected end of stream",
      Words(
        en: "a quote or a bracket is opened and never closed",
        sv: "ett citattecken eller en parentes öppnas men stängs aldrig")
    ),
    (
      "another document",
      Words(en: "the file has several documents, separated by ---", sv: "filen har flera dokument, åtskilda av ---")
    ),
    (
      "unknown escape",
      Words(
        en: "an unknown escape (\\…) in quotes", sv: "en okänd kontrollsekvens (\\…) inom citattecken", maybe: "\\\\")
    ),
    ("nest", Words(en: "nested too deep", sv: "för djupt nästlat")),
  ]
}
