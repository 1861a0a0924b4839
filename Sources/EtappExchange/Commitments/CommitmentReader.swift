public import EtappModel

/// Reads what a letter promises, asks for and tells of the plan, by rules, in Swedish and English.
///
/// Words become tokens, tokens become times (`TimeParser`) and verbs (`ClauseReader`), and a sentence is a commitment when a
/// verb that does something, or asks for it, stands in the present or future. Questions, conditions, what is over, and days
/// without a promise are none. Nothing that is read binds anybody until a person has confirmed it.
public struct CommitmentReader: Sendable {
  /// Who wrote to whom, where that is known: it tells on which side `the municipality` stands.
  public var sender: [String]
  public var receiver: [String]

  public init(sender: [String] = [], receiver: [String] = []) {
    self.sender = sender
    self.receiver = receiver
  }

  /// The commitments of a letter in the order they stand.
  ///
  /// - Parameters:
  ///   - body: The letter's text; spans count its Unicode scalars.
  ///   - written: The day the letter is dated, from which `nästa vecka` counts.
  ///   - rounds: The names of the plan's rounds in order.
  /// - Complexity: O(length of the body).
  public static func read(body: String, written: Day, rounds: [String] = []) -> [Commitment] {
    CommitmentReader().read(body: body, written: written, rounds: rounds)
  }

  /// The commitments of a letter whose writer and reader are known.
  public func read(body: String, written: Day, rounds: [String] = []) -> [Commitment] {
    let scalars = Array(body.unicodeScalars)
    let sentences = SentenceSplitter.sentences(of: LetterScanner.tokens(of: scalars))
    let context = SentenceReader.Context(
      written: written, rounds: rounds.map(Self.words), parties: parties(sentences), scalars: scalars)
    var lead: SentenceReader.Lead?
    var commitments: [Commitment] = []
    for sentence in sentences {
      let reader = SentenceReader(sentence: sentence, context: context, lead: sentence.isItem ? lead : nil)
      commitments += reader.commitments()
      if sentence.isLead { lead = reader.leading() } else if !sentence.isItem { lead = nil }
    }
    return commitments
  }

  static func words(_ name: String) -> [String] {
    LetterScanner.tokens(of: Array(name.unicodeScalars)).map(\.key)
  }

  private func parties(_ sentences: [LetterSentence]) -> SideReader.Parties {
    let local = SideReader.Parties.localWords
    let sender = sender.map(Self.words).filter { !$0.isEmpty }
    let isLocal =
      sender.contains { $0.contains(where: local.contains) } || (sender.isEmpty && Self.speaksOfOwn(sentences))
    return SideReader.Parties(
      sender: sender, receiver: receiver.map(Self.words).filter { !$0.isEmpty }, isSenderLocal: isLocal)
  }

  /// Whether a letter says `vår kommun`, `our municipality`.
  private static func speaksOfOwn(_ sentences: [LetterSentence]) -> Bool {
    sentences.contains { sentence in
      zip(sentence.tokens, sentence.tokens.dropFirst()).contains { first, next in
        (first.key == "our" || first.key == "var" && !first.isPlain)
          && (next.key == "kommun" || next.key == "municipality")
      }
    }
  }
}
