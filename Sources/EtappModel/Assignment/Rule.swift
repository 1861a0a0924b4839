/// A rule (villkor): must hold, or is a wish with a price for each unit it is missed by.
public struct Rule: Hashable, Sendable {
  public var id: ID<Rule>
  public var kind: Kind
  /// Price for each unit missed; nil means that the rule must hold.
  public var price: Double?
  /// Where the rule comes from: a decision, a memo, an assumption.
  public var source: String?
  /// The rule in words; the program writes its own sentence when none is given.
  public var sentence: Text?
  /// The line of `programme.yaml`.
  public var row: Int?

  public init(
    id: ID<Rule>, kind: Kind, price: Double? = nil, source: String? = nil, sentence: Text? = nil, row: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.price = price
    self.source = source
    self.sentence = sentence
    self.row = row
  }

  /// What a rule may say. Rounds are indices into `Assignment.rounds`.
  public enum Kind: Hashable, Sendable {
    /// Between `min` and `max` of each part's places open in the part's rounds.
    case count(parts: [CountPart], min: Int?, max: Int?)
    /// At least a share of the people have an open office within a time, after a round.
    case share(parts: [DemandPart], within: Minutes, after: Int, min: Double)
    /// Nobody has further than a time to an open office, after a round.
    case nobodyBeyond(parts: [DemandPart], limit: Minutes, after: Int)
    /// Between `min` and `max` of the selected places that open lie in or within a distance of an area layer.
    case near(parts: [CountPart], layer: Selection.Nearby, min: Int?, max: Int?)
    /// Each subject opens, in the given round or in any.
    case fixed([Fixing])
    /// The places do not open, in the given round or at all.
    case forbidden(Selection, round: Int?)
    /// The places do not open before a round.
    case notBefore(Selection, round: Int)
    /// The places do not open after a round; they may stay closed.
    case notAfter(Selection, round: Int)
    /// The second opens only in a later round than the first.
    case before(Subject, Subject)
    /// All open in the same round, or none does.
    case together([Subject])
    /// At most one of them opens.
    case notBoth([Subject])
    /// Exactly one of them opens.
    case oneOf([Subject])
    /// No two of the selected places that open lie nearer to each other than this.
    case apart(Selection, Kilometres)
    /// Set-up cost of what opens in the rounds is at most this.
    case budget(Money, rounds: ClosedRange<Int>)
    /// At most so many of the selected places differ in round from a named plan; of all, offices that close count too.
    case keep(plan: String, changes: Int, of: Selection = .all)
    /// Between `min` and `max` of the selected existing offices close in the rounds.
    case close(Selection, rounds: ClosedRange<Int>, min: Int?, max: Int?)
  }

  /// The name a rule kind goes by in `programme.yaml` and in the documentation.
  public enum KindName: String, CaseIterable, Sendable {
    case count, share, nobodyBeyond, near, fixed, forbidden, notBefore, notAfter, before, together, notBoth, oneOf
    case apart, budget, keep, close
  }
}

/// One instance of a counting rule: "each municipality" gives one part for each.
public struct CountPart: Hashable, Sendable {
  /// What `each` stood at: a municipality's name, a category; nil for a rule without `each`.
  public var label: String?
  public var selection: Selection
  public var rounds: ClosedRange<Int>

  public init(label: String? = nil, selection: Selection, rounds: ClosedRange<Int>) {
    self.label = label
    self.selection = selection
    self.rounds = rounds
  }
}

/// One instance of a rule about people.
public struct DemandPart: Hashable, Sendable {
  public var label: String?
  public var selection: DemandSelection

  public init(label: String? = nil, selection: DemandSelection) {
    self.label = label
    self.selection = selection
  }
}

/// A subject that must open, in a round or in any.
public struct Fixing: Hashable, Sendable {
  public var subject: Subject
  public var round: Int?

  public init(subject: Subject, round: Int?) {
    self.subject = subject
    self.round = round
  }
}

extension Rule {
  public var kindName: KindName {
    switch kind {
    case .count: .count
    case .share: .share
    case .nobodyBeyond: .nobodyBeyond
    case .near: .near
    case .fixed: .fixed
    case .forbidden: .forbidden
    case .notBefore: .notBefore
    case .notAfter: .notAfter
    case .before: .before
    case .together: .together
    case .notBoth: .notBoth
    case .oneOf: .oneOf
    case .apart: .apart
    case .budget: .budget
    case .keep: .keep
    case .close: .close
    }
  }
}
