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
    indent()
    text += "<\(name)" + (namespace.map { " xmlns=\"\($0)\"" } ?? "") + ">\n"
    depth += 1
    inside(&self)
    depth -= 1
    indent()
    text += "</\(name)>\n"
  }

  private mutating func indent() { text += String(repeating: "  ", count: depth) }
}
