/// A small reader of markup that finds what a browser would forgive.
struct PageCheck {
  private(set) var problems: [String] = []
  private(set) var ids: [String] = []
  private(set) var headings: [Int] = []
  private(set) var addresses: [(tag: String, attribute: String, value: String)] = []

  private static let void: Set<String> = ["meta", "input", "br", "hr", "img", "link"]

  init(_ page: String) {
    var open: [String] = []
    var rest = page[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("A tag is not closed.")
        return
      }
      let inside = rest[..<end]
      rest = rest[rest.index(after: end)...]
      if inside.hasPrefix("!") { continue }
      if inside.hasPrefix("/") {
        let name = String(inside.dropFirst())
        if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes <\(open.last ?? "")>.") }
        continue
      }
      let name = String(inside.prefix { $0 != " " })
      read(name, inside.dropFirst(name.count))
      if !Self.void.contains(name) { open.append(name) }
      if name == "script" || name == "style", let close = rest.firstRange(of: "</\(name)>") {
        rest = rest[close.lowerBound...]
      }
    }
    for name in open { problems.append("<\(name)> stays open.") }
  }

  private mutating func read(_ tag: String, _ attributes: Substring) {
    if tag.count == 2, tag.first == "h", let level = tag.last?.wholeNumberValue { headings.append(level) }
    for match in attributes.matches(of: /([a-zA-Z-]+)="([^"]*)"/) {
      let (name, value) = (String(match.1), String(match.2))
      if name == "id" { ids.append(value) }
      if ["src", "href", "xlink:href", "srcset", "action", "data"].contains(name) {
        addresses.append((tag, name, value))
      }
    }
    let bare = attributes.replacing(/[a-zA-Z-]+="[^"]*"/, with: "").filter { !$0.isWhitespace && $0 != "-" }
    if !bare.allSatisfy(\.isLetter) { problems.append("<\(tag)\(attributes)> has loose characters.") }
  }
}
