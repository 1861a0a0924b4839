/// A template as a tree: what its tags say, and where each of them stands.
package indirect enum LetterNode: Hashable, Sendable {
  /// A name between double braces, with the row and column of its tag in the file, counted from 1.
  package struct Tag: Hashable, Sendable {
    package var name: String
    package var row: Int
    package var column: Int
  }

  case text(String)
  case value(Tag)
  /// `{{#name}} … {{/name}}`, or with `^` what is written instead of it.
  case section(Tag, isInverted: Bool, [LetterNode])

  /// Every tag in it, in the order they stand.
  package var tags: [Tag] {
    switch self {
    case .text: []
    case .value(let tag): [tag]
    case .section(let tag, _, let content): [tag] + content.flatMap(\.tags)
    }
  }
}
