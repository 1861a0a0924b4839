/// The text of a letter that is written in HTML: paragraphs, lists, quotes and links are kept, everything else is not.
///
/// Nothing is fetched and nothing is run. Whatever stands between angle brackets makes no mistake: what is no element is
/// passed over.
struct HTMLText {
  private let bytes: [UInt8]
  private var position = 0
  private var result: [UInt8] = []
  /// The text of the line that is being written.
  private var line: [UInt8] = []
  /// Quotations that are open, each a `>` before its lines.
  private var quotes = 0
  private var preformatted = 0
  private var isBlankPending = false
  private var link: (target: String, start: Int)?
  /// The next `>`, so that brackets without one do not make every tag a search to the end.
  private var nextClose = -1

  private init(_ html: String) { bytes = Array(html.utf8) }

  /// The text of a document.
  ///
  /// - Complexity: O(document).
  static func text(of html: String) -> String {
    var reader = HTMLText(html)
    reader.run()
    return String(decoding: reader.result, as: UTF8.self)
  }

  private mutating func run() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"): entity()
      default: character(bytes[position])
      }
    }
    endLine()
  }

  private mutating func character(_ byte: UInt8) {
    position += 1
    if preformatted > 0, byte == UInt8(ascii: "\n") { return endLine() }
    // CR and control characters are blanks as well, and blanks are one.
    if byte <= 0x20 {
      if preformatted > 0, byte != UInt8(ascii: "\r") { line.append(UInt8(ascii: " ")) } else { isBlankPending = true }
      return
    }
    write([byte])
  }

  private mutating func write(_ text: some Sequence<UInt8>) {
    if isBlankPending, !line.isEmpty, line.last != UInt8(ascii: " ") { line.append(UInt8(ascii: " ")) }
    isBlankPending = false
    line += text
  }

  private mutating func endLine() {
    isBlankPending = false
    if let link { self.link = (link.target, 0) }
    if quotes > 0 { result += [UInt8](repeating: UInt8(ascii: ">"), count: quotes) + [UInt8(ascii: " ")] }
    result += line
    result.append(UInt8(ascii: "\n"))
    line = []
  }

  /// Begins a new line where one is under way.
  private mutating func breakLine() {
    if !line.isEmpty { endLine() }
    isBlankPending = false
  }

  private mutating func paragraph() {
    breakLine()
    endLine()
  }

  // MARK: Markup

  private mutating func markup() {
    if isAt("<!--") { return skip(past: "-->", from: position + 4) }
    guard position + 1 < bytes.count, Self.beginsTag(bytes[position + 1]) else {
      return character(bytes[position])
    }
    guard closesSoon(), let tag = HTMLTag(bytes, at: position) else {
      // An angle bracket that never closes: the rest is text.
      return character(bytes[position])
    }
    position = tag.end
    if !tag.isEnd, Self.withoutText.contains(tag.name) {
      return skip(past: "</\(tag.name)", from: position)
    }
    apply(tag)
  }

  private mutating func closesSoon() -> Bool {
    if nextClose < position {
      nextClose = bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    }
    return nextClose < min(bytes.count, position + HTMLTag.longest)
  }

  private static func beginsTag(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?")
  }

  /// Elements whose content is not the letter's text.
  private static let withoutText: Set<String> = ["script", "style", "title", "svg", "template", "noscript"]
  private static let blocks: Set<String> = [
    "div", "tr", "table", "ul", "ol", "dl", "dt", "dd", "section", "article", "header", "footer", "address",
    "center", "form", "fieldset", "figure", "main", "nav", "aside", "tbody", "thead", "caption", "body", "html",
  ]

  private mutating func apply(_ tag: HTMLTag) {
    switch tag.name {
    case "br": endLine()
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr": paragraph()
    case "li":
      breakLine()
      if !tag.isEnd { write("- ".utf8) }
    case "td", "th": if tag.isEnd { isBlankPending = true }
    case "blockquote":
      breakLine()
      quotes = tag.isEnd ? max(0, quotes - 1) : min(quotes + 1, 50)
    case "pre":
      breakLine()
      preformatted = tag.isEnd ? max(0, preformatted - 1) : preformatted + 1
    case "a": if tag.isEnd { endLink() } else { link = tag.link.map { ($0, line.count) } }
    default: if Self.blocks.contains(tag.name) { breakLine() }
    }
  }

  /// Writes the address of a link behind its words, where they are not the address themselves.
  private mutating func endLink() {
    guard let link else { return }
    self.link = nil
    let words = String(decoding: line[min(link.start, line.count)...], as: UTF8.self)
    let bare = Self.bare(link.target)
    if !words.lowercased().contains(bare), !bare.isEmpty { write(" <\(link.target)>".utf8) }
  }

  /// An address without what people leave out when they write it.
  private static func bare(_ target: String) -> String {
    var bare = target.lowercased()[...]
    for start in ["mailto:", "tel:", "https://", "http://", "www."] where bare.hasPrefix(start) {
      bare = bare.dropFirst(start.count)
    }
    return String(bare.hasSuffix("/") ? bare.dropLast() : bare)
  }

  private func isAt(_ word: StaticString) -> Bool {
    word.withUTF8Buffer {
      $0.count <= bytes.count - position && $0.elementsEqual(bytes[position..<position + $0.count])
    }
  }

  /// Passes over everything to the end of the next `word`, case forgiven, or to the end of the document.
  private mutating func skip(past word: String, from start: Int) {
    let wanted = Array(word.utf8)
    var at = start
    while at + wanted.count <= bytes.count {
      if zip(bytes[at...], wanted).allSatisfy({ Self.lower($0) == $1 }) {
        position = at + wanted.count
        // What remains of an end tag.
        if word.hasPrefix("</") {
          position = bytes[position...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        }
        return
      }
      at += 1
    }
    position = bytes.count
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  // MARK: Entities

  private mutating func entity() {
    let name = bytes[(position + 1)...].prefix(32).prefix {
      $0 != UInt8(ascii: ";") && ($0 == UInt8(ascii: "#") || Self.isWord($0))
    }
    guard !name.isEmpty, let scalar = HTMLEntities.scalar(String(decoding: name, as: UTF8.self)) else {
      return character(bytes[position])
    }
    position = name.endIndex
    if position < bytes.count, bytes[position] == UInt8(ascii: ";") { position += 1 }
    if scalar == "\u{A0}" { isBlankPending = true } else { write(String(Character(scalar)).utf8) }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (lower(byte) >= 0x61 && lower(byte) <= 0x7A)
  }
}

/// `<a href="…">`, `</p>`, `<br/>`.
private struct HTMLTag {
  /// Bytes that a tag may have; Outlook's own are a few hundred.
  static let longest = 4_000

  let name: String
  let isEnd: Bool
  /// Where a link leads, if it leads somewhere that can be written down.
  private(set) var link: String?
  /// The offset after it.
  let end: Int

  /// The tag at `position`; nil when its angle bracket does not close within what a tag may take.
  init?(_ bytes: [UInt8], at position: Int) {
    guard let close = Self.close(bytes, from: position + 1) else { return nil }
    end = close + 1
    var inner = bytes[(position + 1)..<close]
    isEnd = inner.first == UInt8(ascii: "/")
    if isEnd { inner = inner.dropFirst() }
    let word = inner.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    name = String(decoding: word.prefix(20).map(HTMLText.lower), as: UTF8.self)
    if name == "a", !isEnd { link = Self.target(Array(inner)) }
  }

  /// The `>` that ends a tag; one in quotes does not.
  private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    var first: Int?
    for at in start..<min(bytes.count, start + longest) {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        if quote == nil { return at }
        first = first ?? at
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        bytes[at - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
    }
    // A quote that never closes ends at the first angle bracket.
    return first
  }

  private static func target(_ inner: [UInt8]) -> String? {
    let lower = inner.map(HTMLText.lower)
    let key = Array("href".utf8)
    guard let start = lower.indices.dropLast(5).first(where: { lower[$0..<$0 + 4].elementsEqual(key) }) else {
      return nil
    }
    var rest = inner[(start + 4)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
    if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      rest = rest.dropFirst().prefix { $0 != quote }
    } else {
      rest = rest.prefix { $0 > 0x20 }
    }
    let text = HTMLEntities.decoded(String(decoding: rest, as: UTF8.self)).unfolded
    let isKnown = ["http://", "https://", "mailto:", "tel:"].contains { text.lowercased().hasPrefix($0) }
    return isKnown && text.count <= 2_000 && !text.contains { "<>".contains($0) } ? text : nil
  }
}
