/// What a user typed, as a question to the full-text index that no sign in it can turn into something else.
///
/// Words are parted by white space and must all be there; what stands in quotation marks is a phrase. Each becomes a
/// string of FTS5, in which nothing has a meaning but the quotation mark, which is doubled.
struct SearchQuery: Hashable {
  /// Phrases as they are typed, without their quotation marks; the last may be the beginning of a word.
  let phrases: [(text: String, isQuoted: Bool)]

  /// No more words than anybody types; the rest is left out.
  private static let limit = 32

  init(_ typed: String) {
    var phrases: [(text: String, isQuoted: Bool)] = []
    for (index, part) in typed.withoutNUL.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        phrases.append((String(part), true))
      } else {
        phrases += part.split(whereSeparator: \.isWhitespace).map { (String($0), false) }
      }
    }
    // A phrase without a letter or digit has no words, and would match nothing.
    self.phrases = Array(phrases.filter { $0.text.contains { $0.isLetter || $0.isNumber } }.prefix(Self.limit))
  }

  var isEmpty: Bool { phrases.isEmpty }

  /// What is asked of which index.
  struct Question: Hashable {
    let index: String
    let match: String
  }

  /// The questions to ask one after the other, from what was typed to what may be meant.
  ///
  /// Whole words are asked for before their beginnings in each index: a beginning of many words has to be gathered from
  /// all of them, which takes 0.6 s where 3,000 words of 100,000 documents begin so, and a whole word takes 2 ms.
  var questions: [Question] {
    [
      Question(index: "entryExact", match: exact), Question(index: "entryExact", match: prefixes),
      Question(index: "entryFolded", match: exact), Question(index: "entryFolded", match: prefixes),
    ]
  }

  /// Every word as it is typed.
  var exact: String { phrases.map { Self.quoted($0.text) }.joined(separator: " ") }

  /// Every word that is not in quotation marks may go on; a single letter may not, since half of all words begin so.
  var prefixes: String {
    phrases.map { phrase in
      let goesOn =
        !phrase.isQuoted && phrase.text.count > 1 && phrase.text.last.map { $0.isLetter || $0.isNumber } ?? false
      return Self.quoted(phrase.text) + (goesOn ? "*" : "")
    }.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  static func == (a: SearchQuery, b: SearchQuery) -> Bool { (a.exact, a.prefixes) == (b.exact, b.prefixes) }

  func hash(into hasher: inout Hasher) { hasher.combine(prefixes) }
}
