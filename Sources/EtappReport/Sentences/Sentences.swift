package import EtappModel

/// What a programme has to say, in one language: model values in, sentences out, no page and no terminal.
package struct Sentences: Sendable {
  package let language: Language
  package let names: NameBook
  package let numbers: NumberFormat
  package let dates: DateFormat

  package init(_ language: Language, _ names: NameBook) {
    self.language = language
    self.names = names
    numbers = NumberFormat(language)
    dates = DateFormat(language)
  }

  var assignment: Assignment { names.assignment }

  /// One of two wordings; the other is not even put together.
  package func say(en english: @autoclosure () -> String, sv swedish: @autoclosure () -> String) -> String {
    switch language {
    case .english: english()
    case .swedish: swedish()
    }
  }

  package func say(_ phrase: Phrase) -> String { phrase.text(language) }

  // MARK: Counting

  package func count(_ number: Int, _ noun: Noun) -> String {
    "\(numbers.whole(number))\u{A0}\(noun.form(language, one: number == 1))"
  }

  package func noun(_ noun: Noun, _ number: Int) -> String { noun.form(language, one: number == 1) }

  // MARK: Listing

  /// `A, B and C`.
  package func list(_ items: [String]) -> String { joined(items, say(en: "and", sv: "och")) }

  /// `A, B or C`.
  func choice(_ items: [String]) -> String { joined(items, say(en: "or", sv: "eller")) }

  /// `A, B, C and 20 more`.
  package func list(_ items: [String], atMost limit: Int) -> String {
    guard items.count > limit + 1 else { return list(items) }
    let rest = items.count - limit
    return items.prefix(limit).joined(separator: ", ") + say(en: " and \(rest) more", sv: " och \(rest) till")
  }

  private func joined(_ items: [String], _ word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The text with its first letter made large.
  package func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  // MARK: Rounds

  /// The round's own name, as it stands at the head of something.
  package func title(ofRound index: Int) -> String {
    assignment.rounds.indices.contains(index) ? assignment.rounds[index].name(language) : "\(index + 1)"
  }

  /// The round's name inside a sentence: `Omgång 1` becomes `omgång 1`, a name of another make stays as it is.
  package func name(ofRound index: Int) -> String {
    let title = title(ofRound: index)
    let words = title.split(separator: " ")
    guard words.count == 2, Int(words[1]) != nil else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
  }

  package func inRound(_ index: Int) -> String {
    say(en: "in \(name(ofRound: index))", sv: "i \(name(ofRound: index))")
  }

  func afterRound(_ index: Int) -> String {
    say(en: "after \(name(ofRound: index))", sv: "efter \(name(ofRound: index))")
  }

  /// `in all` where every round is meant.
  func inRounds(_ rounds: ClosedRange<Int>) -> String {
    if rounds.lowerBound == rounds.upperBound, assignment.rounds.count > 1 { return inRound(rounds.lowerBound) }
    if rounds.lowerBound == 0, rounds.upperBound >= assignment.rounds.count - 1 {
      return say(en: "in all", sv: "sammanlagt")
    }
    let names = (name(ofRound: rounds.lowerBound), name(ofRound: rounds.upperBound))
    return say(en: "from \(names.0) to \(names.1)", sv: "från \(names.0) till \(names.1)")
  }

  // MARK: Names

  package func name(_ place: ID<Place>) -> String { names.name(of: place) }

  package func title(_ category: ID<EtappModel.Category>) -> String { names.title(of: category)(language) }
}

extension Text {
  /// A text put together once for each language of the program.
  package static func inEveryLanguage(_ words: (Language) -> String) -> Text {
    Text(byLanguage: Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, words($0)) }))
  }
}
