package import EtappModel

/// Whether a template can be filled for a municipality.
extension LetterTemplate {
  /// Everything that the template asks for and that these facts do not hold.
  ///
  /// Only what would be written is looked at: words inside a section that is left out may be unknown.
  ///
  /// - Parameter municipality: Its name, for messages.
  package func missing(in facts: LetterFacts, municipality: String) -> [Diagnostic] {
    var seen: Set<LetterPlaceholder> = []
    let parts = Key.allCases.compactMap { head[$0] } + [body]
    return parts.flatMap { lacking($0.nodes, [facts]) }.compactMap { tag, placeholder in
      guard seen.insert(placeholder).inserted else { return nil }
      let absence = placeholder.absence
      return Diagnostic(
        .error,
        Text(
          en: "Not known for \(municipality). \(absence(.english))",
          sv: "Inte känt för \(municipality). \(absence(.swedish))"),
        at: Diagnostic.Place(file: file, row: tag.row, column: String(tag.column)), value: placeholder.rawValue)
    }
  }

  /// - Parameter stack: Facts from the outermost to those of the innermost list item.
  private func lacking(
    _ nodes: [LetterNode], _ stack: [LetterFacts]
  ) -> [(LetterNode.Tag, LetterPlaceholder)] {
    nodes.flatMap { node -> [(LetterNode.Tag, LetterPlaceholder)] in
      switch node {
      case .text: return []
      case .value(let tag):
        guard let placeholder = LetterPlaceholder(rawValue: tag.name), value(placeholder, stack) == nil else {
          return []
        }
        return [(tag, placeholder)]
      case .section(let tag, let isInverted, let content):
        guard let placeholder = LetterPlaceholder(rawValue: tag.name) else { return [] }
        return lacking(content, value(placeholder, stack), isInverted, stack)
      }
    }
  }

  private func lacking(
    _ content: [LetterNode], _ value: LetterFacts.Value?, _ isInverted: Bool, _ stack: [LetterFacts]
  ) -> [(LetterNode.Tag, LetterPlaceholder)] {
    switch value {
    case .list(let items) where !items.isEmpty:
      isInverted ? [] : items.flatMap { lacking(content, stack + [$0]) }
    case .condition(true), .words: isInverted ? [] : lacking(content, stack)
    default: isInverted ? lacking(content, stack) : []
    }
  }

  private func value(_ placeholder: LetterPlaceholder, _ stack: [LetterFacts]) -> LetterFacts.Value? {
    for facts in stack.reversed() { if let value = facts[placeholder] { return value } }
    return nil
  }
}
