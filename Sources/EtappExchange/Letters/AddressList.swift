import EtappModel

/// The correspondents of a header: `Registrator <registrator@ange.example>, info@ange.example`.
///
/// Lenient where senders are: semicolons part as commas do, a name may hold an unquoted comma, a group is its members.
///
/// Source: RFC 5322 §3.4.
struct AddressList {
  private enum Piece {
    case text(Character)
    case quoted(String)
    case address(String)
    case comment(String)
  }

  private(set) var correspondents: [Correspondent] = []
  private var pieces: [Piece] = []

  /// The correspondents of a header's text, encoded words still encoded.
  ///
  /// - Complexity: O(text).
  static func read(_ text: String) -> [Correspondent] {
    var list = AddressList()
    list.scan(Array(text))
    list.finish()
    return list.joined()
  }

  private mutating func scan(_ text: [Character]) {
    var position = 0
    while position < text.count, correspondents.count < LetterLimits.correspondents {
      let character = text[position]
      switch character {
      case "\"":
        let (content, end) = Self.quoted(text, position)
        pieces.append(.quoted(content))
        position = end
      case "<":
        let end = text[position...].firstIndex(of: ">") ?? text.count
        pieces.append(.address(String(text[(position + 1)..<end])))
        position = min(end + 1, text.count)
      case "(":
        let (content, end) = Self.comment(text, position)
        pieces.append(.comment(content))
        position = end
      case "=" where Self.encodedWord(text, position) != nil:
        let end = Self.encodedWord(text, position) ?? text.count
        for inner in text[position..<end] { pieces.append(.text(inner)) }
        position = end
      case ",", ";":
        finish()
        position += 1
      case ":":
        // The name of a group, unless an address holds the colon, as `mailto:` does.
        if isMailto { pieces.append(.text(character)) } else { pieces = [] }
        position += 1
      default:
        pieces.append(.text(character))
        position += 1
      }
    }
  }

  private var isMailto: Bool {
    String(pieces.suffix(6).compactMap { if case .text(let character) = $0 { character } else { nil } }).lowercased()
      == "mailto"
  }

  private static func quoted(_ text: [Character], _ start: Int) -> (String, Int) {
    var content = ""
    var position = start + 1
    while position < text.count, text[position] != "\"" {
      if text[position] == "\\", position + 1 < text.count { position += 1 }
      content.append(text[position])
      position += 1
    }
    return (content, min(position + 1, text.count))
  }

  private static func comment(_ text: [Character], _ start: Int) -> (String, Int) {
    var content = ""
    var depth = 1
    var position = start + 1
    while position < text.count {
      if text[position] == "(" { depth += 1 }
      if text[position] == ")" { depth -= 1 }
      if depth == 0 { break }
      content.append(text[position])
      position += 1
    }
    return (content, min(position + 1, text.count))
  }

  /// Where the encoded word that begins here ends; commas inside it part nothing.
  private static func encodedWord(_ text: [Character], _ start: Int) -> Int? {
    guard start + 1 < text.count, text[start + 1] == "?" else { return nil }
    var questions = 0
    for position in (start + 1)..<min(text.count, start + 1_000) {
      if text[position] == " " { return nil }
      if text[position] == "?" { questions += 1 }
      if questions >= 4, text[position] == "=" { return position + 1 }
    }
    return nil
  }

  private mutating func finish() {
    defer { pieces = [] }
    var name = ""
    var address: String?
    var comment: String?
    for piece in pieces {
      switch piece {
      case .text(let character): name.append(character)
      case .quoted(let content): name += content
      case .address(let content): address = address ?? content
      case .comment(let content): comment = comment ?? content
      }
    }
    name = EncodedWords.decoded(name).unfolded
    if address == nil, let at = name.split(separator: " ").first(where: { $0.contains("@") }) {
      address = String(at)
      name = name.replacing(at, with: "", maxReplacements: 1).unfolded
    }
    if name.isEmpty, let comment { name = EncodedWords.decoded(comment).unfolded }
    append(name: name, address: address.flatMap(Self.clean))
  }

  private mutating func append(name: String, address: String?) {
    let name = Self.withoutQuotes(name)
    let isRepeated = address != nil && name.lowercased() == address
    guard !name.isEmpty || address != nil else { return }
    correspondents.append(Correspondent(name: name.isEmpty || isRepeated ? nil : name, address: address))
  }

  private static func withoutQuotes(_ name: String) -> String {
    guard name.count >= 2, let first = name.first, first == name.last, "'\"".contains(first) else { return name }
    return String(name.dropFirst().dropLast()).unfolded
  }

  /// An address in lower case, without blanks and `mailto:`; nil when it is none.
  static func clean(_ text: String) -> String? {
    var address = EncodedWords.decoded(text).filter { !$0.isWhitespace && !"<>\"'".contains($0) }.lowercased()
    if address.hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
    return address.isEmpty || address.count > 320 ? nil : address
  }

  /// A name without an address and the next with one are one name with an unquoted comma: `Registrator, Ånge kommun <…>`.
  private func joined() -> [Correspondent] {
    var result: [Correspondent] = []
    for correspondent in correspondents {
      if let last = result.last, last.address == nil, let before = last.name, correspondent.address != nil,
        let name = correspondent.name
      {
        result[result.count - 1] = Correspondent(name: "\(before), \(name)", address: correspondent.address)
      } else {
        result.append(correspondent)
      }
    }
    return result
  }
}
