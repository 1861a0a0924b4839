/// Fixed phrases by their first word, so that a place in a text is asked for no more of them than can stand there.
struct PhraseTable {
  private var byFirst: [String: [[String]]] = [:]

  /// - Parameter text: Phrases with commas between them, words with blanks.
  init(_ text: String) {
    for phrase in text.split(separator: ",").map({ $0.split(separator: " ").map(String.init) }) {
      byFirst[phrase[0], default: []].append(phrase)
    }
  }

  /// The phrases that begin with a word.
  func beginning(with word: String) -> [[String]] { byFirst[word] ?? [] }
}
