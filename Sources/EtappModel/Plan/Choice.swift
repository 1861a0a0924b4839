/// The bare decision: which places open in which round, which existing offices close.
///
/// Rounds are indices into `Assignment.rounds`. Everything else about a plan follows from this and the data.
public struct Choice: Hashable, Sendable {
  public var opens: [ID<Place>: Int]
  public var closes: [ID<Office>: Int]

  public init(opens: [ID<Place>: Int] = [:], closes: [ID<Office>: Int] = [:]) {
    self.opens = opens
    self.closes = closes
  }
}

extension Choice {
  /// The places that differ in round (or in being there at all) between this choice and another, sorted by id.
  public func moves(to other: Choice) -> [Move] {
    Set(opens.keys).union(other.opens.keys).sorted().compactMap { place in
      let (from, to) = (opens[place], other.opens[place])
      return from == to ? nil : Move(place: place, from: from, to: to)
    }
  }
}

/// One place that changes round; nil stands for "not in the plan".
public struct Move: Hashable, Sendable {
  public var place: ID<Place>
  public var from: Int?
  public var to: Int?

  public init(place: ID<Place>, from: Int?, to: Int?) {
    self.place = place
    self.from = from
    self.to = to
  }
}
