package import EtappModel

/// A letter to one municipality, in words: what stands on paper and in the mail.
package struct LetterContent: Hashable, Sendable {
  /// What a letter promises, with the days it is to be kept.
  package struct Promise: Hashable, Sendable {
    package var text: String
    package var due: DayInterval
  }

  package var language: Language
  package var subject: String
  package var letterhead: Letterhead
  package var blocks: [LetterBlock]
  package var promise: Promise?
}

/// What stands around a letter's text: who writes, to whom, when, and under which numbers.
package struct Letterhead: Hashable, Sendable {
  package var sender: String?
  package var senderAddress: String?
  package var contact: [String]
  package var receiver: [String]
  package var receiverAddress: String?
  package var date: String
  package var ourNumber: String?
  package var theirNumber: String?

  init(_ facts: LetterFacts) {
    sender = facts[words: .sender]
    senderAddress = facts[words: .senderAddress]
    let (name, role) = (facts[words: .contact], facts[words: .contactRole])
    // Who goes by their role is not told it twice.
    let isRole = Names.folded(name ?? "").hasPrefix(Names.folded(role ?? ""))
    let contact = [name, isRole ? nil : role].compactMap { $0 }.joined(separator: ", ")
    self.contact = [contact, facts[words: .contactPhone] ?? "", facts[words: .contactAddress] ?? ""]
      .filter { !$0.isEmpty }
    receiver = [facts[words: .municipalityFull].map(Self.standingAlone), facts[words: .receiver]].compactMap { $0 }
    receiverAddress = facts[words: .receiverAddress]
    date = facts[words: .date] ?? ""
    ourNumber = facts[words: .ourNumber]
    theirNumber = facts[words: .theirNumber]
  }

  /// `the municipality of X` as the head of an address.
  private static func standingAlone(_ name: String) -> String {
    let bare = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    return bare.prefix(1).uppercased() + bare.dropFirst()
  }
}

extension LetterTemplate {
  /// What came of filling a template: a letter, or why there is none.
  package struct Filled: Sendable {
    package var letter: LetterContent?
    package var lacks: [Lack] = []
    /// What is wrong with the days of the promise.
    package var diagnostics: [Diagnostic] = []
  }

  /// The letter for a municipality.
  package func letter(_ facts: LetterFacts) -> Filled {
    var facts = facts
    let promised = head[.promise].map { line($0, facts) }
    facts[words: .promise] = promised
    let lacks = lacks(in: facts)
    guard lacks.isEmpty else { return Filled(lacks: lacks) }
    var diagnostics: [Diagnostic] = []
    let due = DayInterval(from: day(.promiseFrom, facts, &diagnostics), to: day(.promiseTo, facts, &diagnostics))
    if let from = due.from, let to = due.to, to < from {
      diagnostics.append(
        Diagnostic(
          .error,
          Text(en: "The promise ends before it begins.", sv: "Löftet slutar innan det börjar."),
          at: Diagnostic.Place(file: file, row: head[.promiseTo]?.row), value: to.description))
    }
    guard !diagnostics.hasErrors else { return Filled(diagnostics: diagnostics) }
    return Filled(
      letter: LetterContent(
        language: language, subject: head[.subject].map { line($0, facts) } ?? "", letterhead: Letterhead(facts),
        blocks: LetterBlock.blocks(body.render(facts)),
        promise: promised.map { LetterContent.Promise(text: $0, due: due) }))
  }

  /// One line of words.
  private func line(_ part: Part, _ facts: LetterFacts) -> String {
    LetterMarks.cleaned(LetterMarks.freed(part.render(facts)))
  }

  private func day(_ key: Key, _ facts: LetterFacts, _ diagnostics: inout [Diagnostic]) -> Day? {
    guard let part = head[key] else { return nil }
    let words = line(part, facts)
    if let day = Day(words) { return day }
    diagnostics.append(
      Diagnostic(
        .error, Text(en: "A day is written 2021-10-31.", sv: "En dag skrivs 2021-10-31."),
        at: Diagnostic.Place(file: file, row: part.row), value: words))
    return nil
  }
}
