/// What is known about one municipality, or one item of a list, in the words of a letter.
package struct LetterFacts: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case words(String)
    case condition(Bool)
    case list([LetterFacts])
  }

  private(set) var values: [LetterPlaceholder: Value] = [:]

  package init() {}

  package subscript(placeholder: LetterPlaceholder) -> Value? { values[placeholder] }

  /// The words of a placeholder; setting nil or nothing but blanks leaves it unknown.
  package subscript(words placeholder: LetterPlaceholder) -> String? {
    get { if case .words(let words)? = values[placeholder] { words } else { nil } }
    set {
      let words = newValue.map(LetterMarks.cleaned)
      values[placeholder] = words.flatMap { $0.isEmpty ? nil : .words($0) }
    }
  }

  package subscript(condition placeholder: LetterPlaceholder) -> Bool {
    get { values[placeholder] == .condition(true) }
    set { values[placeholder] = .condition(newValue) }
  }

  package subscript(list placeholder: LetterPlaceholder) -> [LetterFacts] {
    get { if case .list(let items)? = values[placeholder] { items } else { [] } }
    set { values[placeholder] = .list(newValue) }
  }

  /// Adds what others know; what both know is as the others know it.
  mutating func add(_ others: LetterFacts) { values.merge(others.values) { $1 } }

  /// As the library that renders takes it, with the names that a template uses; marks inside words are guarded.
  ///
  /// A list of every municipality stands in every letter's facts, and few letters ask for it.
  func dictionary(of used: Set<LetterPlaceholder>) -> [String: Any] {
    var dictionary: [String: Any] = [:]
    for placeholder in used {
      switch values[placeholder] {
      case .words(let words): dictionary[placeholder.rawValue] = LetterMarks.guarded(words)
      case .condition(let holds): dictionary[placeholder.rawValue] = holds
      case .list(let items): dictionary[placeholder.rawValue] = items.map { $0.dictionary(of: used) }
      case nil: continue
      }
    }
    return dictionary
  }
}
