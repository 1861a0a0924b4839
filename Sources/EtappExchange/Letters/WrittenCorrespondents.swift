import EtappModel

/// The correspondents of a printed header line: `Registrator, Ånge kommun <registrator@ange.example>; Kansliet`.
enum WrittenCorrespondents {
  static func read(_ value: String) -> [Correspondent] {
    let value = withAngles(value)
    // Semicolons part what commas may stand in.
    if value.contains(";") {
      return value.split(separator: ";").flatMap { one(String($0)) }
    }
    return value.count { $0 == "@" } > 1 ? AddressList.read(value) : one(value)
  }

  /// `[mailto:a@b]` and `(a@b)` as `<a@b>`.
  private static func withAngles(_ value: String) -> String {
    var result = ""
    var rest = value[...]
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "(" }) {
      let mark: Character = rest[open] == "[" ? "]" : ")"
      guard let close = rest[open...].firstIndex(of: mark) else { break }
      let inner = rest[open..<close].dropFirst()
      result += rest[..<open]
      result += inner.contains("@") ? "<\(inner)>" : String(rest[open...close])
      rest = rest[close...].dropFirst()
    }
    return result + rest
  }

  private static func one(_ text: String) -> [Correspondent] {
    var name = text.unfolded
    var address: String?
    if let open = name.firstIndex(of: "<") {
      let inner = name[open...].dropFirst().prefix { $0 != ">" }
      address = AddressList.clean(String(inner))
      name = String(name[..<open])
    } else if let word = name.split(separator: " ").first(where: { $0.contains("@") }) {
      address = AddressList.clean(word.filter { !",:>".contains($0) })
      name = name.replacing(word, with: "", maxReplacements: 1)
    }
    let marks = name.drop { $0.isWhitespace || "\"',<*".contains($0) }
    var bare = marks
    while let last = bare.last, last.isWhitespace || "\"',:*".contains(last) { bare = bare.dropLast() }
    let isRepeated = address != nil && bare.lowercased() == address
    guard !bare.isEmpty || address != nil else { return [] }
    return [Correspondent(name: bare.isEmpty || isRepeated ? nil : String(bare), address: address)]
  }
}
