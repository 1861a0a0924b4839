import EtappModel

/// Reads an XML 1.0 document with namespaces into a tree, strictly.
///
/// A document type is refused whole, so that there are no entities to expand and nothing outside is ever fetched; depth,
/// elements and bytes are limited. Foundation's parser is not used: on Linux it accepts elements that are never closed,
/// and needs a library that a plain machine does not have.
///
/// Source: W3C, "Extensible Markup Language (XML) 1.0", fifth edition, and "Namespaces in XML 1.0", third edition.
struct XMLReader {
  /// How much is read; more is a mistake, or means harm.
  struct Limits {
    var bytes = 200_000_000
    var depth = 64
    var elements = 5_000_000
  }

  private let bytes: [UInt8]
  private let limits: Limits
  private var position = 0
  private var row = 1
  private var elements = 0
  private var open: [Open] = []
  private var root: XMLElement?

  /// An element whose end has not come.
  private struct Open {
    var element: XMLElement
    /// The name with its prefix, which the end tag repeats.
    let qualified: String
    /// The namespace of each prefix that is known inside it.
    let prefixes: [String: String]
    var text: [UInt8] = []
  }

  private init(_ bytes: [UInt8], _ limits: Limits) {
    self.bytes = bytes
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The root of a document.
  ///
  /// - Complexity: O(bytes).
  static func read(_ bytes: [UInt8], limits: Limits = Limits()) throws(XMLFailure) -> XMLElement {
    guard bytes.count <= limits.bytes else {
      throw XMLFailure(
        message: Text(
          en: "The file has more than \(limits.bytes) bytes.", sv: "Filen har mer än \(limits.bytes) byte."), row: 1)
    }
    var reader = XMLReader(bytes, limits)
    try reader.run()
    guard let root = reader.root else {
      throw reader.failure("The file has no XML element.", "Filen har inget XML-element.")
    }
    return root
  }

  private mutating func run() throws(XMLFailure) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") { try markup() } else { try characters() }
    }
    if let element = open.last?.element {
      throw failure(
        "The file ends inside an element: it is cut off.", "Filen slutar inuti ett element: den är avklippt.",
        value: element.name)
    }
  }

  private func failure(_ en: String, _ sv: String, value: String? = nil) -> XMLFailure {
    XMLFailure(message: Text(en: en, sv: sv), row: row, value: value)
  }

  private func isAt(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= bytes.count else { return false }
    return word.withUTF8Buffer { $0.elementsEqual(bytes[position..<position + $0.count]) }
  }

  private mutating func advance(to end: Int) {
    for byte in bytes[position..<end] where byte == UInt8(ascii: "\n") { row += 1 }
    position = end
  }

  // MARK: Markup

  private mutating func markup() throws(XMLFailure) {
    if isAt("<!--") {
      _ = try skip(opened: 4, to: "-->", "A comment is never closed.", "En kommentar stängs aldrig.")
    } else if isAt("<![CDATA[") {
      try characterData()
    } else if isAt("<!") {
      throw failure(
        "The file has a document type (<!DOCTYPE), which is not read.",
        "Filen har en dokumenttyp (<!DOCTYPE), som inte läses.")
    } else if isAt("<?") {
      try instruction()
    } else if isAt("</") {
      try endTag()
    } else {
      try startTag()
    }
  }

  /// What stands between an opening and its closing mark.
  private mutating func skip(opened: Int, to end: StaticString, _ en: String, _ sv: String) throws(XMLFailure)
    -> ArraySlice<UInt8>
  {
    let start = position + opened
    let begun = failure(en, sv)
    guard start <= bytes.count else { throw begun }
    advance(to: start)
    while position < bytes.count, !isAt(end) { advance(to: position + 1) }
    guard position < bytes.count else { throw begun }
    let inside = bytes[start..<position]
    position += end.utf8CodeUnitCount
    return inside
  }

  private mutating func instruction() throws(XMLFailure) {
    let isDeclaration = isAt("<?xml ")
    let inside = try skip(
      opened: 2, to: "?>", "A processing instruction is never closed.", "En instruktion (<?…) stängs aldrig.")
    guard isDeclaration, let encoding = Self.encoding(inside) else { return }
    guard ["utf-8", "utf8", "us-ascii", "ascii"].contains(encoding.lowercased()) else {
      throw failure("The file must be in UTF-8.", "Filen måste vara i UTF-8.", value: encoding)
    }
  }

  /// The encoding that a declaration names.
  private static func encoding(_ declaration: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: declaration, as: UTF8.self)
    guard let start = text.firstRange(of: "encoding") else { return nil }
    let rest = text[start.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = rest.first else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  private mutating func endTag() throws(XMLFailure) {
    position += 2
    let name = name()
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: ">") else {
      throw failure("An end tag is never closed.", "En sluttagg stängs aldrig.", value: name)
    }
    position += 1
    guard let last = open.last, last.qualified == name else {
      throw failure(
        "An element is closed that is not open, or another than the last one opened.",
        "Ett element stängs som inte är öppet, eller ett annat än det senast öppnade.", value: name)
    }
    close()
  }

  private mutating func close() {
    guard var closed = open.popLast() else { return }
    // Blanks between children are layout; an element without children keeps its text to the letter.
    if closed.element.children.isEmpty { closed.element.text = String(decoding: closed.text, as: UTF8.self) }
    if open.isEmpty { root = closed.element } else { open[open.count - 1].element.children.append(closed.element) }
  }

  private mutating func startTag() throws(XMLFailure) {
    let begun = row
    position += 1
    let qualified = name()
    guard !qualified.isEmpty else {
      throw failure(
        "“<” begins no tag; in a text it is written &lt;.", "”<” inleder ingen tagg; i text skrivs det &lt;.")
    }
    guard open.count < limits.depth else {
      throw failure("Elements are nested too deep.", "Elementen är för djupt nästlade.", value: qualified)
    }
    elements += 1
    guard elements <= limits.elements, !(open.isEmpty && root != nil) else {
      throw failure(
        "There are too many elements, or more than one outermost.",
        "Det finns för många element, eller mer än ett ytterst.", value: qualified)
    }
    let (prefixes, isEmpty) = try attributes(of: qualified)
    let (name, namespace) = try resolved(qualified, prefixes)
    open.append(
      Open(
        element: XMLElement(name, namespace: namespace, row: begun), qualified: qualified, prefixes: prefixes))
    if isEmpty { close() }
  }

  private func resolved(_ qualified: String, _ prefixes: [String: String]) throws(XMLFailure) -> (String, String) {
    let parts = qualified.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return (qualified, prefixes["", default: ""]) }
    guard let namespace = prefixes[parts[0]] else {
      throw failure(
        "The prefix of the element is not declared.", "Elementets prefix är inte deklarerat.", value: qualified)
    }
    return (parts[1], namespace)
  }

  // MARK: Attributes

  /// The prefixes known inside a start tag, and whether the tag closes itself; attributes of other kinds are passed over.
  private mutating func attributes(of element: String) throws(XMLFailure) -> ([String: String], Bool) {
    var prefixes = open.last?.prefixes ?? ["xml": "http://www.w3.org/XML/1998/namespace"]
    var seen: Set<String> = []
    while true {
      let hadBlank = skipBlanks()
      if isAt(">") {
        position += 1
        return (prefixes, false)
      }
      if isAt("/>") {
        position += 2
        return (prefixes, true)
      }
      let name = name()
      guard hadBlank, !name.isEmpty else {
        throw failure("The tag is broken or never closed.", "Taggen är trasig eller stängs aldrig.", value: element)
      }
      let value = try attributeValue(name)
      guard seen.insert(name).inserted else {
        throw failure("The attribute stands twice in one tag.", "Attributet står två gånger i samma tagg.", value: name)
      }
      if name == "xmlns" { prefixes[""] = value }
      if name.hasPrefix("xmlns:") { prefixes[String(name.dropFirst(6))] = value }
    }
  }

  private mutating func attributeValue(_ name: String) throws(XMLFailure) -> String {
    skipBlanks()
    guard isAt("=") else { throw brokenAttribute(name) }
    position += 1
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'") else {
      throw brokenAttribute(name)
    }
    let quote = bytes[position]
    let start = position + 1
    guard let end = bytes[start...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }), bytes[end] == quote
    else { throw brokenAttribute(name) }
    let value = try XMLCharacters.decoded(bytes[start..<end], row: row)
    advance(to: end + 1)
    return String(decoding: value, as: UTF8.self)
  }

  private func brokenAttribute(_ name: String) -> XMLFailure {
    failure("The attribute has no value in quotes.", "Attributet har inget värde inom citattecken.", value: name)
  }

  // MARK: Characters

  private mutating func characters() throws(XMLFailure) {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    let slice = bytes[position..<end]
    if open.isEmpty {
      guard slice.allSatisfy(Self.isBlank) else {
        throw failure("There is text outside the outermost element.", "Det står text utanför det yttersta elementet.")
      }
    } else {
      open[open.count - 1].text += try XMLCharacters.decoded(slice, row: row)
    }
    advance(to: end)
  }

  private mutating func characterData() throws(XMLFailure) {
    let begun = row
    let inside = try skip(opened: 9, to: "]]>", "A CDATA section is never closed.", "Ett CDATA-avsnitt stängs aldrig.")
    guard !open.isEmpty else {
      throw failure("There is text outside the outermost element.", "Det står text utanför det yttersta elementet.")
    }
    open[open.count - 1].text += try XMLCharacters.plain(inside, row: begun)
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Letters of every alphabet are taken for parts of names; that is wider than the standard, and harmless.
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"),
      UInt8(ascii: "."), 0x80...:
      return true
    default: return false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  @discardableResult private mutating func skipBlanks() -> Bool {
    let start = position
    var end = start
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    advance(to: end)
    return end > start
  }
}
