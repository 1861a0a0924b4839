import Yams

/// What a YAML text says, without how it is written: two texts with the same tree mean the same.
indirect enum YAMLTree: Hashable {
  case scalar(String)
  case list([YAMLTree])
  case map([String: YAMLTree])

  init(_ node: Node) {
    switch node {
    case .scalar(let scalar): self = .scalar(scalar.string)
    case .sequence(let sequence): self = .list(sequence.map(YAMLTree.init))
    case .mapping(let mapping):
      self = .map(
        Dictionary(
          mapping.map { ($0.key.scalar?.string ?? "", YAMLTree($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .alias: self = .scalar("")
    }
  }

  /// nil for a text that is no YAML, or none at all.
  init?(_ text: String) {
    guard let node = (try? Yams.compose(yaml: text)) ?? nil else { return nil }
    self.init(node)
  }

  subscript(_ key: String) -> YAMLTree? {
    get {
      guard case .map(let members) = self else { return nil }
      return members[key]
    }
    set {
      guard case .map(var members) = self else { return }
      members[key] = newValue
      self = .map(members)
    }
  }

  /// The members of a list; none of anything else.
  var items: [YAMLTree] {
    if case .list(let items) = self { items } else { [] }
  }
}
