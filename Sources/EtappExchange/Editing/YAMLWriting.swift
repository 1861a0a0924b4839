import Foundation
import Yams

/// Values as they are written into a YAML text.
package enum YAMLWriting {
  /// A text: as it is where nothing in it means anything else, in quotes otherwise.
  package static func text(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "~"]
    return first.properties.isAlphabetic && last != " " && last != ":" && !words.contains(text.lowercased())
      && !text.contains(": ") && !text.contains(" #")
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || " .-_%/()+:;–".unicodeScalars.contains($0)
      }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default:
        let isSeen =
          scalar.properties.generalCategory != .control && ![0x85, 0x2028, 0x2029, 0xFEFF].contains(scalar.value)
        out += isSeen ? String(Character(scalar)) : String(format: "\\U%08X", scalar.value)
      }
    }
    return out + "\""
  }

  /// A value on one line, in brackets where it has members.
  static func onOneLine(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
      let isPlain = isValue(scalar.string) && YAMLTree("a: \(scalar.string)")?["a"] == .scalar(scalar.string)
      return isPlain ? scalar.string : text(scalar.string)
    case .sequence(let sequence): return "[" + sequence.map(onOneLine).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      return "{" + mapping.map { onOneLine($0.key) + ": " + onOneLine($0.value) }.joined(separator: ", ") + "}"
    case .alias: return "\"\""
    }
  }

  /// Whether some words are one value that fits on a line, `12`, `[Boden, Ånge]`, `{category: rural}`, also inside
  /// brackets.
  package static func isValue(_ words: String) -> Bool {
    guard !words.isEmpty, !words.contains(where: \.isNewline), !words.hasPrefix("#"), !words.contains(" #"),
      case .map(let outer)? = YAMLTree("{a: \(words), b: 1}"), outer.count == 2, outer["b"] == .scalar("1"),
      let inner = outer["a"], YAMLTree("a: \(words)")?["a"] == inner
    else { return false }
    return !words.hasPrefix("&") && !words.hasPrefix("*") && !words.hasPrefix("!")
  }
}
