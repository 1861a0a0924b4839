package import EtappModel
import Mustache

/// A letter as an office writes it once, with names in double braces where each municipality gets its own words.
///
/// Its head, between two lines of dashes, says what it is about and whom it is for:
///
///     ---
///     subject: The new office in {{municipality}}
///     to: registrar
///     promise: We come back at the end of October 2021.
///     promise-from: 2021-10-21
///     promise-to: 2021-10-31
///     ---
package struct LetterTemplate: Sendable {
  /// A piece of the file that is rendered by itself.
  struct Part: Sendable {
    var row: Int
    var nodes: [LetterNode]
    var template: MustacheTemplate

    /// Every name in it.
    let used: Set<LetterPlaceholder>

    init(row: Int, nodes: [LetterNode], template: MustacheTemplate) {
      self.row = row
      self.nodes = nodes
      self.template = template
      used = Set(nodes.flatMap(\.tags).compactMap { LetterPlaceholder(rawValue: $0.name) })
    }

    /// The piece with a municipality's facts in it, their marks still guarded.
    func render(_ facts: LetterFacts) -> String { template.render(facts.dictionary(of: used)) }
  }

  /// Keys of the head.
  package enum Key: String, CaseIterable, Sendable {
    case subject, to, language
    case promise
    case promiseFrom = "promise-from"
    case promiseTo = "promise-to"
  }

  /// The file as diagnostics call it.
  package let file: String
  /// `information`
  package let name: String
  package let language: Language
  /// The role of the contact it goes to.
  package let role: String?
  let body: Part
  let head: [Key: Part]

  /// Every name that it uses.
  package var placeholders: Set<LetterPlaceholder> {
    head.values.reduce(body.used) { $0.union($1.used) }
  }

  /// Whether anything in it must be known from a forecast.
  package var needsForecast: Bool { placeholders.contains(where: \.needsForecast) }
}
