/// A piece of a page as a value: text is escaped when it is written, so nothing a file holds can become markup.
package indirect enum HTML: Sendable {
  case text(String)
  case element(Tag, [Attribute], [HTML])
  case fragment([HTML])
  /// Written as it stands: only for the program's own style and script.
  case verbatim(String)

  package static let nothing = HTML.fragment([])

  /// The markup.
  package var markup: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// - Complexity: O(length).
  package func write(to output: inout String) {
    switch self {
    case .text(let text): HTML.escape(text, to: &output)
    case .verbatim(let text): output += text
    case .fragment(let pieces): for piece in pieces { piece.write(to: &output) }
    case .element(let tag, let attributes, let content):
      output += "<" + tag.name
      for attribute in attributes { attribute.write(to: &output) }
      output += ">"
      guard !tag.isVoid else { return }
      for piece in content { piece.write(to: &output) }
      output += "</" + tag.name + ">"
    }
  }

  /// Replaces the five characters that mean something in markup; the same for content and for attributes.
  static func escape(_ text: String, to output: inout String) {
    // Most text has none of them.
    guard text.utf8.contains(where: isSpecial) else { return output += text }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"": output += "&quot;"
      case "'": output += "&#39;"
      // Control characters are allowed in no markup.
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}": continue
      default: output.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether a byte may be one of them; none of them has more than one.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E
  }
}

extension HTML: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self = .text(text) }
}

/// Puts pieces one after the other.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ piece: HTML) -> [HTML] { [piece] }
  package static func buildExpression(_ text: String) -> [HTML] { [.text(text)] }
  package static func buildExpression(_ pieces: [HTML]) -> [HTML] { pieces }
  package static func buildExpression(_ piece: HTML?) -> [HTML] { piece.map { [$0] } ?? [] }
  package static func buildBlock(_ pieces: [HTML]...) -> [HTML] { pieces.flatMap { $0 } }
  package static func buildOptional(_ pieces: [HTML]?) -> [HTML] { pieces ?? [] }
  package static func buildEither(first pieces: [HTML]) -> [HTML] { pieces }
  package static func buildEither(second pieces: [HTML]) -> [HTML] { pieces }
  package static func buildArray(_ pieces: [[HTML]]) -> [HTML] { pieces.flatMap { $0 } }
}

extension HTML {
  /// Several pieces as one.
  package static func group(@HTMLBuilder _ content: () -> [HTML]) -> HTML { .fragment(content()) }
}
