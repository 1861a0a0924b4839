/// Elements as XML text, indented by two blanks.
struct XMLWriter {
  private(set) var text = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private var depth = 0

  /// An element that holds only a text; left out without one.
  mutating func add(_ name: String, _ content: String?) {
    guard let content else { return }
    indent()
    text += "<\(name)>" + XMLCharacters.escaped(content) + "</\(name)>\n"
  }

  mutating func add(_ name: String, _ number: Int?) { add(name, number.map { String($0) }) }

  mutating func add(_ name: String, _ flag: Bool) { add(name, flag ? "1" : "0") }

  /// An element around others.
  mutating func add(_ name: String, namespace: String? = nil, _ inside: (inout XMLWriter) -> Void) {
    add(name, ["xmlns": namespace], inside)
  }

  /// An element with attributes; those without a value are left out.
  mutating func add(
    _ name: String, _ attributes: KeyValuePairs<String, String?>, _ inside: (inout XMLWriter) -> Void
  ) {
    indent()
    text += "<\(name)\(written(attributes))>\n"
    depth += 1
    inside(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  /// An element with attributes and a text, or nothing in it.
  mutating func add(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String? = nil) {
    indent()
    text += "<\(name)\(written(attributes))"
    text += content.map { ">" + XMLCharacters.escaped($0) + "</\(name)>\n" } ?? "/>\n"
  }

  private func written(_ attributes: KeyValuePairs<String, String?>) -> String {
    attributes.map { name, value in value.map { " \(name)=\"\(XMLCharacters.escapedValue($0))\"" } ?? "" }.joined()
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }
}
