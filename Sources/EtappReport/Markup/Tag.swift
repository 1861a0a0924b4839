/// The name of an element; called like a function it makes one: `Tag.p(.class("lead")) { "…" }`.
package struct Tag: Hashable, Sendable {
  package let name: String
  /// Whether the element never has content nor an end tag.
  package let isVoid: Bool

  package init(_ name: String, isVoid: Bool = false) {
    self.name = name
    self.isVoid = isVoid
  }

  package func callAsFunction(_ attributes: Attribute?..., @HTMLBuilder content: () -> [HTML] = { [] }) -> HTML {
    .element(self, attributes.compactMap { $0 }, content())
  }

  package func callAsFunction(_ attributes: [Attribute], @HTMLBuilder content: () -> [HTML] = { [] }) -> HTML {
    .element(self, attributes, content())
  }
}

extension Tag {
  package static let html = Tag("html"), head = Tag("head"), body = Tag("body"), title = Tag("title")
  package static let meta = Tag("meta", isVoid: true), style = Tag("style"), script = Tag("script")
  package static let header = Tag("header"), footer = Tag("footer"), main = Tag("main"), nav = Tag("nav")
  package static let section = Tag("section"), article = Tag("article"), div = Tag("div"), span = Tag("span")
  package static let h1 = Tag("h1"), h2 = Tag("h2"), h3 = Tag("h3"), h4 = Tag("h4")
  package static let p = Tag("p"), a = Tag("a"), strong = Tag("strong"), em = Tag("em"), small = Tag("small")
  package static let ul = Tag("ul"), ol = Tag("ol"), li = Tag("li"), dl = Tag("dl"), dt = Tag("dt"), dd = Tag("dd")
  package static let table = Tag("table"), caption = Tag("caption"), thead = Tag("thead"), tbody = Tag("tbody")
  package static let tr = Tag("tr"), th = Tag("th"), td = Tag("td"), time = Tag("time"), code = Tag("code")
  package static let figure = Tag("figure"), figcaption = Tag("figcaption"), button = Tag("button")
  package static let details = Tag("details"), summary = Tag("summary"), label = Tag("label")
  package static let input = Tag("input", isVoid: true)
}

/// An attribute of an element; without a value it is just there.
package struct Attribute: Hashable, Sendable {
  package let name: String
  package let value: String?

  package init(_ name: String, _ value: String? = nil) {
    self.name = name
    self.value = value
  }

  func write(to output: inout String) {
    output += " " + name
    guard let value else { return }
    output += "=\""
    HTML.escape(value, to: &output)
    output += "\""
  }
}

extension Attribute {
  package static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  package static func id(_ id: String) -> Attribute { Attribute("id", id) }
  package static func lang(_ code: String) -> Attribute { Attribute("lang", code) }
  package static func href(_ address: String) -> Attribute { Attribute("href", address) }
  package static func style(_ declarations: String) -> Attribute { Attribute("style", declarations) }
  package static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
  package static func role(_ role: String) -> Attribute { Attribute("role", role) }
  package static func aria(_ name: String, _ value: String) -> Attribute { Attribute("aria-" + name, value) }
  package static func data(_ name: String, _ value: String) -> Attribute { Attribute("data-" + name, value) }
  package static let hidden = Attribute("hidden")
}
