import EtappReport

/// Elements of forms, which a report has no use for.
extension Tag {
  static let form = Tag("form"), button = Tag("button"), select = Tag("select"), option = Tag("option")
  static let textarea = Tag("textarea"), fieldset = Tag("fieldset"), legend = Tag("legend"), pre = Tag("pre")
  static let link = Tag("link", isVoid: true), aside = Tag("aside"), time = Tag("time"), progress = Tag("progress")
  static let small = Tag("small"), output = Tag("output"), hr = Tag("hr", isVoid: true)
}

extension Attribute {
  static func name(_ name: String) -> Attribute { Attribute("name", name) }
  static func value(_ value: String) -> Attribute { Attribute("value", value) }
  static func type(_ type: String) -> Attribute { Attribute("type", type) }
  static func autocomplete(_ kind: String) -> Attribute { Attribute("autocomplete", kind) }
  static let required = Attribute("required")
  static let selected = Attribute("selected")
  static let checked = Attribute("checked")
  static let isCurrent = Attribute("aria-current", "page")
}
