import Yams

/// The rules and the goals of `programme.yaml` as they stand in its text, so that one can be changed while all the rest,
/// comments too, stays byte for byte.
package struct ProgrammeSource {
  /// The two lists that a form changes.
  package enum List: String, CaseIterable, Sendable {
    case rules, goals
  }

  /// A rule or goal as it is written.
  package struct Entry: Hashable, Sendable {
    /// Its id, or the one that the reader gives it.
    package var id: String
    /// Its keys with their values as they stand, in the order of the file; of a text in several languages, a key for
    /// each, `sentence.sv`.
    package var fields: [Field]
    /// Its own lines.
    package var text: String

    package subscript(_ key: String) -> Field? { fields.first { $0.key == key } }
  }

  package struct Field: Hashable, Sendable {
    package var key: String
    /// As it could be written on one line.
    package var source: String
    /// What it says, where it is no list and no group; then the same as `source`.
    package var value: String
  }

  /// Why a text cannot be changed in this way.
  package enum Failure: Error {
    /// It is no YAML, or not written as the forms understand it.
    case unreachable
    /// There is no such entry.
    case unknown
    /// A value is not one value.
    case value(key: String)
  }

  let text: String
  let lines: YAMLLines
  let root: Node.Mapping
  let tree: YAMLTree

  /// - Throws: `unreachable` for a text that is no YAML.
  package init(_ text: String) throws(Failure) {
    guard let node = (try? Yams.compose(yaml: text)) ?? nil, case .mapping(let mapping) = node else {
      throw .unreachable
    }
    self.text = text
    lines = YAMLLines(text)
    root = mapping
    tree = YAMLTree(node)
  }

  // MARK: Reading

  /// The entries of a list as they are written.
  package func entries(_ list: List) -> [Entry] {
    nodes(list).enumerated().map { index, node in
      let own = span(list, index).map { lines.lines[$0].map { String(String.UnicodeScalarView($0)) } }
      return Entry(
        id: id(of: node, list, index), fields: fields(node), text: own?.joined(separator: "\n") ?? "")
    }
  }

  func index(of id: String, in list: List) throws(Failure) -> Int {
    guard let index = entries(list).firstIndex(where: { $0.id == id }) else { throw .unknown }
    return index
  }

  private func id(of node: Node, _ list: List, _ index: Int) -> String {
    if let name = node.scalar?.string { return name }
    let keys = list == .goals ? ["id", "goal"] : ["id"]
    let named = keys.lazy.compactMap { key in
      node.mapping?.first { $0.key.scalar?.string == key }?.value.scalar?.string
    }
    return named.first ?? "rule-\(index + 1)"
  }

  private func fields(_ node: Node) -> [Field] {
    guard let mapping = node.mapping else { return [] }
    return members(mapping).flatMap { member -> [Field] in
      if let inner = member.value.mapping, Self.texts.contains(member.key) {
        return members(inner).map { field($0, named: member.key + "." + $0.key) }
      }
      return [field(member, named: member.key)]
    }
  }

  private func field(_ member: Member, named key: String) -> Field {
    let source = YAMLWriting.onOneLine(member.value)
    return Field(key: key, source: source, value: member.value.scalar?.string ?? source)
  }

  /// Keys that may hold a text for each language.
  static let texts = ["sentence"]

  // MARK: Where things stand

  func nodes(_ list: List) -> [Node] {
    root.first { $0.key.scalar?.string == list.rawValue }?.value.sequence.map { Array($0) } ?? []
  }

  func place(_ node: Node) -> YAMLLines.Place? {
    node.mark.map { YAMLLines.Place(line: $0.line - 1, column: $0.column - 1) }
  }

  /// A key of an entry with its value, and where that stands.
  struct Member {
    var key: String
    var start: YAMLLines.Place
    var value: Node
    /// nil for a value that goes on over lines of its own, as a group does.
    var range: Range<YAMLLines.Place>?
    /// The last place of all that belongs to it.
    var end: YAMLLines.Place
  }

  func isFlow(_ mapping: Node.Mapping) -> Bool { mapping.style == .flow }

  func members(_ mapping: Node.Mapping) -> [Member] {
    let isFlow = isFlow(mapping)
    return mapping.compactMap { key, value in
      guard let start = place(key), let name = key.scalar?.string else { return nil }
      let range = range(of: value, isFlow: isFlow, outside: start.column)
      let end = range?.upperBound ?? lastPlace(value) ?? start
      return Member(key: name, start: start, value: value, range: range, end: end)
    }
  }

  private func range(of value: Node, isFlow: Bool, outside: Int) -> Range<YAMLLines.Place>? {
    guard let start = place(value), !isBlock(value), let end = lines.valueEnd(start, isFlow: isFlow, outside: outside),
      start <= end
    else { return nil }
    return start..<end
  }

  private func isBlock(_ node: Node) -> Bool {
    switch node {
    case .mapping(let mapping): mapping.style != .flow
    case .sequence(let sequence): sequence.style != .flow
    case .scalar, .alias: false
    }
  }

  /// The last place of a group or list that is written over several lines.
  private func lastPlace(_ node: Node) -> YAMLLines.Place? {
    switch node {
    case .mapping(let mapping): members(mapping).map(\.end).max()
    case .sequence(let sequence):
      sequence.compactMap { item in
        let column = (place(item)?.column ?? 2) - 2
        return range(of: item, isFlow: sequence.style == .flow, outside: column)?.upperBound ?? lastPlace(item)
      }.max()
    case .scalar, .alias: place(node)
    }
  }

  /// The lines of an entry, with the comment right above it.
  func span(_ list: List, _ index: Int) -> Range<Int>? {
    let nodes = nodes(list)
    guard nodes.indices.contains(index), let start = place(nodes[index]), let dash = dash(start),
      let end = end(of: nodes[index], outside: dash)
    else { return nil }
    var first = start.line
    while first > 0, lines.isComment(first - 1), lines.indent(first - 1) == dash { first -= 1 }
    return first..<(end.line + 1)
  }

  /// The column of the dash before an entry; nil where the list is written in brackets.
  func dash(_ start: YAMLLines.Place) -> Int? {
    let line = lines.lines[start.line].prefix(start.column)
    guard let dash = line.firstIndex(where: { $0 != " " }), line[dash] == "-",
      line[(dash + 1)...].allSatisfy({ $0 == " " })
    else { return nil }
    return dash
  }

  private func end(of node: Node, outside: Int) -> YAMLLines.Place? {
    if case .mapping(let mapping) = node, !isFlow(mapping) { return members(mapping).map(\.end).max() }
    return place(node).flatMap { lines.valueEnd($0, isFlow: false, outside: outside) }
  }
}
