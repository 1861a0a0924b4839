package import EtappModel

/// Whether a template can be filled for a municipality.
extension LetterTemplate {
  /// A name that the template would write, and that is not known.
  package struct Lack: Hashable, Sendable {
    package let placeholder: LetterPlaceholder
    package let row: Int
    package let column: Int
  }

  /// Everything that the template asks for and that these facts do not hold, each name once.
  ///
  /// Only what would be written is looked at: words inside a section that is left out may be unknown.
  package func lacks(in facts: LetterFacts) -> [Lack] {
    var seen: Set<LetterPlaceholder> = []
    let parts = Key.allCases.compactMap { head[$0] } + [body]
    return parts.flatMap { lacking($0.nodes, [facts]) }.compactMap { tag, placeholder in
      guard seen.insert(placeholder).inserted else { return nil }
      return Lack(placeholder: placeholder, row: tag.row, column: tag.column)
    }
  }

  /// What is lacking, in words.
  ///
  /// - Parameter municipalities: Names of those for whom it is; of many, the first are named and the others counted.
  package func diagnostic(_ lack: Lack, for municipalities: [String]) -> Diagnostic {
    let absence = lack.placeholder.absence
    return Diagnostic(
      .error,
      Text(
        en: "Not known for \(Self.few(municipalities, "and", "more")). \(absence(.english))",
        sv: "Inte känt för \(Self.few(municipalities, "och", "till")). \(absence(.swedish))"),
      at: Diagnostic.Place(file: file, row: lack.row, column: String(lack.column)), value: lack.placeholder.rawValue)
  }

  /// `Ånge`, or `Boden, Åre, Ånge and 997 more`.
  private static func few(_ names: [String], _ and: String, _ more: String) -> String {
    let first = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(first) \(and) \(names.count - 3) \(more)" : first
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
