import EtappModel
import Yams

/// A mapping of a YAML file, read key by key; keys nobody asked for are said to be unknown.
final class Record {
  let row: Int
  private let mapping: Node.Mapping
  let findings: Findings
  private var asked: Set<String> = []
  /// Keys that were looked for and would have been understood: suggestions for others.
  private var known: Set<String> = []

  init(_ mapping: Node.Mapping, row: Int, findings: Findings) {
    self.mapping = mapping
    self.row = row
    self.findings = findings
  }

  /// The record of a node; nil with a diagnostic when the node is no mapping.
  convenience init?(_ node: Node, _ what: String, findings: Findings) {
    guard case .mapping(let mapping) = node else {
      findings.error(
        "“\(what)” should be a list of keys and values.", "”\(what)” ska vara nycklar med värden.",
        row: node.mark?.line, column: what, value: node.scalar?.string)
      return nil
    }
    self.init(mapping, row: node.mark?.line ?? 1, findings: findings)
  }

  var keys: [String] { mapping.keys.compactMap(\.string) }

  /// Keys with their values, in the order of the file.
  var members: [(key: String, value: Node)] {
    mapping.compactMap { key, value in
      guard let name = key.scalar?.string else { return nil }
      asked.insert(name)
      return (name, value)
    }
  }

  func has(_ key: String) -> Bool {
    known.insert(key)
    return mapping.keys.contains { $0.scalar?.string == key }
  }

  func node(_ key: String) -> Node? {
    asked.insert(key)
    return mapping.first { $0.key.scalar?.string == key }?.value
  }

  /// Says which keys were not understood.
  ///
  /// - Parameter conditions: Whether the keys say which places or people are meant. One passed over would make the
  ///   rule speak of more of them than it says, so it is an error.
  func finish(_ what: String, conditions: Bool = false) {
    for key in mapping.keys {
      guard let name = key.scalar?.string, !asked.contains(name) else { continue }
      let maybe = Names.nearest(to: name, among: asked.union(known).sorted(), limit: 1).first
      // A slip of the pen would quietly drop what it should say; a key that resembles nothing is somebody's own note.
      let isError = conditions || maybe != nil
      let message =
        isError
        ? Text(en: "“\(name)” is not known in \(what).", sv: "”\(name)” är inte känt i \(what).")
        : Text(
          en: "“\(name)” is not known in \(what) and was passed over.",
          sv: "”\(name)” är inte känt i \(what) och lästes inte.")
      findings.add(
        isError ? .error : .warning, message, row: key.mark?.line, column: name, value: name, maybe: maybe)
    }
  }

  /// Leaves the rest of the record unread: what it should say is not known, so no key of it can be called unknown.
  func passOver() {
    asked.formUnion(keys)
  }

  // MARK: Values

  func string(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      wrong(node, key, "a text", "en text")
      return nil
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  /// A text, or one for each language: `{sv: …, en: …}`.
  func text(_ key: String) -> Text? {
    guard let node = node(key) else { return nil }
    return Self.text(node, key, findings)
  }

  static func text(_ node: Node, _ what: String, _ findings: Findings) -> Text? {
    switch node {
    case .scalar(let scalar): return scalar.string.isEmpty ? nil : Text(scalar.string)
    case .mapping(let mapping):
      var texts: [String: String] = [:]
      for (key, value) in mapping {
        guard let language = key.scalar?.string, let text = value.scalar?.string else { continue }
        texts[language] = text
      }
      return texts.isEmpty ? nil : Text(byLanguage: texts)
    default:
      findings.error(
        "“\(what)” should be a text, or one for each language.", "”\(what)” ska vara en text, eller en per språk.",
        row: node.mark?.line, column: what)
      return nil
    }
  }

  func number(_ key: String) -> Double? {
    guard let node = node(key) else { return nil }
    return Self.number(node, key, findings)
  }

  /// A number: `0.5`, `1e6`, `400_000_000`.
  static func number(_ node: Node, _ what: String, _ findings: Findings) -> Double? {
    let text = node.scalar?.string
    if let number = text.flatMap(parsed) { return number }
    findings.error(
      "“\(what)” should be a number.", "”\(what)” ska vara ett tal.", row: node.mark?.line, column: what, value: text,
      maybe: text.flatMap(nearestNumber))
    return nil
  }

  private static func parsed(_ text: some StringProtocol) -> Double? {
    let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "_") })
    return DecimalNumber.parse(digits[...], decimalComma: false)
  }

  /// What a text that is no number was probably meant as: `2,5` is 2.5, and `30 min` is 30.
  private static func nearestNumber(_ text: String) -> String? {
    let isPercentage = text.hasSuffix("%")
    let plain = text.filter { !$0.isWhitespace && $0 != "%" }.replacing(",", with: ".")
    if parsed(plain) != nil { return isPercentage ? plain + "%" : plain }
    let digits = plain.prefix { $0.isNumber || $0 == "." }
    return parsed(digits) == nil ? nil : String(digits)
  }

  func integer(_ key: String) -> Int? {
    guard let node = node(key), let number = Self.number(node, key, findings) else { return nil }
    guard number == number.rounded(), abs(number) < 1e12 else {
      findings.error(
        "“\(key)” should be a whole number.", "”\(key)” ska vara ett heltal.", row: node.mark?.line, column: key,
        value: node.scalar?.string)
      return nil
    }
    return Int(number)
  }

  /// A whole number that counts something.
  func count(_ key: String) -> Int? {
    guard let number = integer(key) else { return nil }
    return notNegative(Double(number), key).map { Int($0) }
  }

  /// A number that measures something.
  func amount(_ key: String) -> Double? {
    number(key).flatMap { notNegative($0, key) }
  }

  private func notNegative(_ number: Double, _ key: String) -> Double? {
    guard number < 0 else { return number }
    findings.error(
      "“\(key)” cannot be negative.", "”\(key)” kan inte vara negativt.", row: node(key)?.mark?.line, column: key,
      value: node(key)?.scalar?.string)
    return nil
  }

  /// One of a few words; nil with a diagnostic when it is another.
  func word(_ key: String, among known: [String]) -> String? {
    guard let word = string(key) else { return nil }
    if known.contains(word) { return word }
    let list = known.joined(separator: ", ")
    findings.error(
      "“\(key)” does not take this word; it takes \(list).", "”\(key)” tar inte detta ord; det tar \(list).",
      row: node(key)?.mark?.line, column: key, value: word,
      maybe: Names.nearest(to: word, among: known, limit: 1).first ?? list)
    return nil
  }

  /// A share: `0.9` or `90%`.
  func share(_ key: String) -> Double? {
    guard let node = node(key) else { return nil }
    let share =
      Self.percentage(node) ?? Self.number(node, key, findings)
    guard let share else { return nil }
    guard (0...1).contains(share) else {
      findings.error(
        "“\(key)” should be a share between 0 and 1, or a percentage.",
        "”\(key)” ska vara en andel mellan 0 och 1, eller en procentsats.", row: node.mark?.line, column: key,
        value: node.scalar?.string, maybe: Self.nearestShare(node))
      return nil
    }
    return share
  }

  /// `80` was probably meant as 80%.
  private static func nearestShare(_ node: Node) -> String? {
    guard let text = node.scalar?.string, let number = parsed(text), number > 1, number <= 100 else { return nil }
    return "\(text)%"
  }

  /// The share that `2%` writes; nil when the node is no percentage.
  static func percentage(_ node: Node) -> Double? {
    guard let text = node.scalar?.string, text.hasSuffix("%") else { return nil }
    let digits = Array(text.dropLast().utf8).filter { $0 != UInt8(ascii: " ") }
    return DecimalNumber.parse(digits[...], decimalComma: false).map { $0 / 100 }
  }

  func day(_ key: String) -> Day? {
    guard let node = node(key) else { return nil }
    return Self.day(node, key, findings)
  }

  static func day(_ node: Node, _ what: String, _ findings: Findings) -> Day? {
    if let text = node.scalar?.string, let day = Day(text) { return day }
    findings.error(
      "“\(what)” should be a date written YYYY-MM-DD.", "”\(what)” ska vara ett datum skrivet ÅÅÅÅ-MM-DD.",
      row: node.mark?.line, column: what, value: node.scalar?.string,
      maybe: node.scalar.flatMap { WrittenDay.guess($0.string) })
    return nil
  }

  func record(_ key: String) -> Record? {
    guard let node = node(key) else { return nil }
    return Record(node, key, findings: findings)
  }

  /// The elements of a list; a single value is a list of one.
  func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    return Self.list(node)
  }

  /// The elements of a list that narrows something down: an empty one is a mistake, since it would mean "all".
  func names(_ key: String) -> [Node] {
    let nodes = list(key)
    if nodes.isEmpty, let node = node(key) { Self.sayEmpty(node, key, findings) }
    return nodes
  }

  static func sayEmpty(_ node: Node, _ what: String, _ findings: Findings) {
    findings.error(
      "The list of “\(what)” is empty; leave it out to mean all.",
      "Listan under ”\(what)” är tom; utelämna den för att mena alla.", row: node.mark?.line, column: what)
  }

  static func list(_ node: Node) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    return [node]
  }

  private func wrong(_ node: Node, _ key: String, _ en: String, _ sv: String) {
    findings.error("“\(key)” should be \(en).", "”\(key)” ska vara \(sv).", row: node.mark?.line, column: key)
  }
}
