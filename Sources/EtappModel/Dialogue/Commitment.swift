/// Something that a letter promises, with the words it rests on.
///
/// A reading proposes it; it binds nobody until a person has confirmed it.
public struct Commitment: Hashable, Sendable {
  /// Whose it is to keep.
  public enum Side: String, Hashable, Sendable, CaseIterable {
    /// The sender of the letter promises.
    case sender
    /// The sender asks it of the receiver.
    case receiver
    /// Somebody else, or nobody who can be told from the words.
    case other
  }

  /// How exactly the time is said.
  public enum Precision: String, Hashable, Sendable, CaseIterable {
    /// A date, a week, a month, a quarter: `senast den 15 oktober`.
    case explicit
    /// Words that have to be read: `efter sommaren`, `i slutet av oktober`.
    case vague
    /// No time is said.
    case none
  }

  /// What a sentence is about beside its time.
  public enum Kind: Hashable, Sendable {
    /// Somebody will do something: come back, send, answer, decide.
    case promise
    /// The plan is told: in which round, how many at least.
    case plan(round: Int?, atLeast: Int?)
  }

  public var kind: Kind
  /// The sentence as it stands in the letter.
  public var text: String
  /// Where the sentence stands: offsets into the body in Unicode scalars.
  public var span: Range<Int>
  public var side: Side
  /// The words that say when, as they stand; nil when nothing does.
  public var phrase: String?
  /// Where those words stand: offsets into the body in Unicode scalars.
  public var phraseSpan: Range<Int>?
  public var interval: DayInterval
  public var precision: Precision

  public init(
    kind: Kind = .promise, text: String, span: Range<Int>, side: Side, phrase: String? = nil,
    phraseSpan: Range<Int>? = nil, interval: DayInterval = DayInterval(), precision: Precision = .none
  ) {
    self.kind = kind
    self.text = text
    self.span = span
    self.side = side
    self.phrase = phrase
    self.phraseSpan = phraseSpan
    self.interval = interval
    self.precision = precision
  }
}
