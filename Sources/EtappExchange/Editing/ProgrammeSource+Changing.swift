import Yams

/// Changes of a single rule or goal. Each is made in the text and then proved: the new text must say exactly what the old
/// one said with the change, or nothing is changed.
extension ProgrammeSource {
  /// A change of an entry's fields: a value as it is to be written, or nil to take the key away.
  package typealias Changes = [(key: String, source: String?)]

  /// The text with some fields of an entry changed.
  package func changing(_ id: String, in list: List, _ changes: Changes) throws(Failure) -> String {
    let index = try index(of: id, in: list)
    var text = text
    for change in changes {
      if let source = change.source, !YAMLWriting.isValue(source) { throw .value(key: change.key) }
      text = try ProgrammeSource(text).changing(index, in: list, change.key, to: change.source)
    }
    return text
  }

  /// The text with a new entry at the end of a list.
  package func adding(_ fields: Changes, to list: List) throws(Failure) -> String {
    for field in fields where !(field.source.map(YAMLWriting.isValue) ?? true) { throw .value(key: field.key) }
    let written = Self.nested(fields.compactMap { field in field.source.map { (key: field.key, source: $0) } })
    guard !written.isEmpty,
      let entry = YAMLTree("{" + written.map { "\($0.key): \($0.source)" }.joined(separator: ", ") + "}")
    else { throw .unreachable }
    var wanted = tree
    wanted[list.rawValue] = .list((tree[list.rawValue]?.items ?? []) + [entry])
    return try proved(appended(written, to: list), wanted)
  }

  /// The text without an entry.
  package func removing(_ id: String, from list: List) throws(Failure) -> String {
    let index = try index(of: id, in: list)
    guard var span = span(list, index) else { throw .unreachable }
    var (new, items) = (lines, tree[list.rawValue]?.items ?? [])
    items.remove(at: index)
    var wanted = tree
    wanted[list.rawValue] = .list(items)
    // One of the blank lines around it goes too.
    if span.upperBound < new.lines.count - 1, new.isBlank(span.upperBound), span.lowerBound > 0,
      new.isBlank(span.lowerBound - 1)
    {
      span = span.lowerBound..<(span.upperBound + 1)
    }
    new.lines.removeSubrange(span)
    if items.isEmpty { try Self.empty(list, in: &new, from: self) }
    return try proved(new.text, wanted)
  }

  /// A list without entries is written in brackets, since a key without a value says nothing.
  private static func empty(_ list: List, in new: inout YAMLLines, from source: ProgrammeSource) throws(Failure) {
    guard let key = source.root.first(where: { $0.key.scalar?.string == list.rawValue })?.key,
      let place = source.place(key)
    else { throw .unreachable }
    let column = place.column + list.rawValue.count + 1
    new.lines[place.line].insert(contentsOf: " []".unicodeScalars, at: min(column, new.lines[place.line].count))
  }

  /// The text with an entry one step nearer the beginning of its list, or the end.
  package func moving(_ id: String, in list: List, up: Bool) throws(Failure) -> String {
    let index = try index(of: id, in: list)
    let first = up ? index - 1 : index
    guard first >= 0, first + 1 < nodes(list).count else { return text }
    guard let upper = span(list, first), let lower = span(list, first + 1), upper.upperBound <= lower.lowerBound else {
      throw .unreachable
    }
    var items = tree[list.rawValue]?.items ?? []
    items.swapAt(first, first + 1)
    var (new, wanted) = (lines, tree)
    wanted[list.rawValue] = .list(items)
    let between = lines.lines[upper.upperBound..<lower.lowerBound]
    new.lines.replaceSubrange(
      upper.lowerBound..<lower.upperBound, with: lines.lines[lower] + between + lines.lines[upper])
    return try proved(new.text, wanted)
  }

  private func proved(_ text: String, _ wanted: YAMLTree) throws(Failure) -> String {
    guard YAMLTree(text) == wanted else { throw .unreachable }
    return text
  }

  // MARK: One field

  private func changing(
    _ index: Int, in list: List, _ key: String, to source: String?
  ) throws(Failure) -> String {
    let node = nodes(list)[index]
    var items = tree[list.rawValue]?.items ?? []
    items[index] = try Self.changed(items[index], key, to: source, list)
    var wanted = tree
    wanted[list.rawValue] = .list(items)
    guard wanted != tree else { return text }
    guard let mapping = node.mapping else { return try proved(widened(node, key, source), wanted) }
    let parts = key.split(separator: ".").map(String.init)
    let members = members(mapping)
    if parts.count == 2, let outer = members.first(where: { $0.key == parts[0] }) {
      guard let inner = outer.value.mapping else {
        return try proved(replaced(outer, "{\(parts[1]): \(source ?? "")}"), wanted)
      }
      if source == nil, inner.count == 1 { return try proved(without(outer, members, isFlow(mapping)), wanted) }
      return try proved(changed(self.members(inner), parts[1], source, isFlow(inner)), wanted)
    }
    let written = parts.count == 2 ? source.map { "{\(parts[1]): \($0)}" } : source
    return try proved(changed(members, parts[0], written, isFlow(mapping)), wanted)
  }

  /// What an entry says after a change.
  private static func changed(
    _ entry: YAMLTree, _ key: String, to source: String?, _ list: List
  ) throws(Failure) -> YAMLTree {
    let value = source.flatMap { YAMLTree("a: \($0)")?["a"] }
    if source != nil, value == nil { throw .value(key: key) }
    var entry = entry
    if case .scalar(let name) = entry, list == .goals { entry = .map(["id": .scalar(name)]) }
    let parts = key.split(separator: ".").map(String.init)
    guard parts.count == 2 else {
      entry[key] = value
      return entry
    }
    var inner = entry[parts[0]] ?? .map([:])
    if case .map = inner {} else { inner = .map([:]) }
    inner[parts[1]] = value
    entry[parts[0]] = inner == .map([:]) ? nil : inner
    return entry
  }

  /// `- access` with a key: a group instead of a word.
  private func widened(_ node: Node, _ key: String, _ source: String?) throws(Failure) -> String {
    guard let place = place(node), let end = lines.valueEnd(place, isFlow: false, outside: place.column - 1),
      let source,
      let name = node.scalar?.string
    else { throw .unreachable }
    var new = lines
    let written = Self.nested([(key, source)])[0]
    new.replace(place..<end, with: "{id: \(YAMLWriting.text(name)), \(written.key): \(written.source)}")
    return new.text
  }

  private func changed(_ members: [Member], _ key: String, _ source: String?, _ isFlow: Bool) throws(Failure) -> String
  {
    guard let member = members.first(where: { $0.key == key }) else {
      guard let source else { return text }
      return try with(key, source, members, isFlow)
    }
    return if let source { try replaced(member, source) } else { try without(member, members, isFlow) }
  }

  private func replaced(_ member: Member, _ source: String) throws(Failure) -> String {
    var new = lines
    if let range = member.range, range.lowerBound < range.upperBound {
      new.replace(range, with: source)
    } else {
      // A group over several lines, or no value at all: from the colon to its end.
      let colon = YAMLLines.Place(
        line: member.start.line, column: member.start.column + member.key.unicodeScalars.count + 1)
      guard colon.column <= new.lines[colon.line].count else { throw .unreachable }
      new.replace(colon..<max(colon, member.end), with: " " + source)
    }
    return new.text
  }

  private func without(_ member: Member, _ members: [Member], _ isFlow: Bool) throws(Failure) -> String {
    guard let index = members.firstIndex(where: { $0.start == member.start }), members.count > 1 else {
      throw .unreachable
    }
    var new = lines
    if index + 1 < members.count, isFlow || index == 0 {
      new.replace(member.start..<members[index + 1].start, with: "")
    } else if isFlow {
      new.replace(members[index - 1].end..<member.end, with: "")
    } else {
      new.lines.removeSubrange(member.start.line...member.end.line)
    }
    return new.text
  }

  /// A new key after the others; before what is said of the entry as a whole.
  private func with(_ key: String, _ source: String, _ members: [Member], _ isFlow: Bool) throws(Failure) -> String {
    guard let first = members.first else { throw .unreachable }
    let last =
      Self.closing.contains(key) ? members.last : members.last { !Self.closing.contains($0.key) } ?? members.first
    guard let last else { throw .unreachable }
    var new = lines
    if isFlow {
      new.replace(last.end..<last.end, with: ", \(key): \(source)")
    } else {
      let line = String(repeating: " ", count: first.start.column) + "\(key): \(source)"
      new.lines.insert(Array(line.unicodeScalars), at: last.end.line + 1)
    }
    return new.text
  }

  /// Keys that stand last.
  private static let closing = ["price", "source", "sentence"]

  // MARK: A new entry

  private func appended(_ fields: [(key: String, source: String)], to list: List) throws(Failure) -> String {
    var new = lines
    let nodes = nodes(list)
    guard !nodes.isEmpty else { return try begun(fields, list) }
    guard let span = span(list, nodes.count - 1), let dash = place(nodes[nodes.count - 1]).flatMap({ self.dash($0) })
    else { throw .unreachable }
    let isSpaced =
      nodes.count > 1 && (self.span(list, nodes.count - 1).map { new.isBlank(max(0, $0.lowerBound - 1)) } ?? false)
    var written = Self.written(fields, indent: dash)
    if isSpaced { written.insert([], at: 0) }
    new.lines.insert(contentsOf: written, at: span.upperBound)
    return new.text
  }

  /// The first entry of a list that was empty or not there.
  private func begun(_ fields: [(key: String, source: String)], _ list: List) throws(Failure) -> String {
    var new = lines
    let written = Self.written(fields, indent: 2)
    guard let pair = root.first(where: { $0.key.scalar?.string == list.rawValue }) else {
      while let last = new.lines.indices.last, new.isBlank(last) { new.lines.removeLast() }
      new.lines += [[], Array("\(list.rawValue):".unicodeScalars)] + written + [[]]
      return new.text
    }
    guard let key = place(pair.key) else { throw .unreachable }
    let colon = key.column + list.rawValue.count + 1
    if let start = place(pair.value), case .sequence = pair.value, start.line == key.line,
      let end = lines.valueEnd(start, isFlow: false, outside: key.column), end.line == key.line
    {
      new.replace(YAMLLines.Place(line: key.line, column: colon)..<end, with: "")
    }
    new.lines.insert(contentsOf: written, at: key.line + 1)
    return new.text
  }

  private static func written(_ fields: [(key: String, source: String)], indent: Int) -> [YAMLLines.Line] {
    fields.enumerated().map { index, field in
      let start = String(repeating: " ", count: indent) + (index == 0 ? "- " : "  ")
      return Array((start + "\(field.key): \(field.source)").unicodeScalars)
    }
  }

  /// `sentence.sv` and `sentence.en` as one group.
  private static func nested(_ fields: [(key: String, source: String)]) -> [(key: String, source: String)] {
    var result: [(key: String, source: String)] = []
    for field in fields {
      let parts = field.key.split(separator: ".").map(String.init)
      guard parts.count == 2 else {
        result.append(field)
        continue
      }
      let piece = "\(parts[1]): \(field.source)"
      if let index = result.firstIndex(where: { $0.key == parts[0] }) {
        result[index].source = result[index].source.dropLast() + ", " + piece + "}"
      } else {
        result.append((parts[0], "{\(piece)}"))
      }
    }
    return result
  }
}
