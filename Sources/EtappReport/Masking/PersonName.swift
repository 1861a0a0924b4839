/// A person's name, cut into its words, folded.
struct PersonName: Hashable {
  /// All words in order, particles such as `von` included.
  let words: [String]

  private static let particles: Set<String> = [
    "von", "af", "de", "van", "der", "la", "del", "den", "di", "du", "och", "and", "el", "al", "bin", "ten", "ter",
  ]

  /// nil when the text is no name of a person: an organisation, a role, a single word with an at-sign.
  init?(_ text: String, _ rules: MaskingRules) {
    let scanner = MaskScanner(Array(text.unicodeScalars), rules)
    var parts = text.split { $0 == "," }.map { String($0) }
    guard !text.contains("@"), let first = parts.first else { return nil }
    // `Andersson, Anna`, but `Anna Andersson, Avdelningen`.
    if parts.count == 2, Self.words(parts[1], rules).count <= 2, Self.words(first, rules).count == 1 {
      parts.swapAt(0, 1)
    } else {
      parts = [first]
    }
    let words = parts.flatMap { Self.words($0, rules) }
    guard (1...5).contains(words.count), !scanner.folded.contains(where: { ("0"..."9").contains($0) }),
      words.contains(where: { $0.unicodeScalars.count >= 2 && !Self.particles.contains($0) }),
      !words.contains(where: rules.isImpersonal)
    else { return nil }
    self.words = words
  }

  init(words: [String]) {
    self.words = words
  }

  private static func words(_ text: String, _ rules: MaskingRules) -> [String] {
    MaskScanner(Array(text.unicodeScalars), rules).words().map(\.key)
  }

  /// The words that may stand alone for the person.
  var single: [String] { words.filter { $0.unicodeScalars.count >= 2 && !Self.particles.contains($0) } }

  static func isParticle(_ word: String) -> Bool { particles.contains(word) }
}
