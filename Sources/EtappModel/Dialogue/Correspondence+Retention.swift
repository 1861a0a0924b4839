extension Correspondence.Retention {
  /// The first day on which a document of a day may be removed.
  ///
  /// The years are counted from the end of the calendar year, as archives count: with 5 years, a letter of any day of
  /// 2021 may be removed from 2027-01-01.
  public func removable(from day: Day) -> Day {
    Day(year: day.civil.year + max(0, years) + 1, month: 1, day: 1)
  }

  /// Whether it names the decision that it rests on; without one it allows nothing.
  public var isDecided: Bool { !decision.allSatisfy(\.isWhitespace) }
}

extension [Correspondence.Retention] {
  /// The rule that allows a document to be removed on a day; nil when it is to be kept.
  ///
  /// Where two rows speak of one kind, the longer time holds.
  public func allowing(_ kind: RegisterEntry.Kind, dated day: Day, on today: Day) -> Correspondence.Retention? {
    let rules = filter { $0.kind == kind }
    guard let longest = rules.max(by: { $0.years < $1.years }), rules.allSatisfy(\.isDecided) else { return nil }
    return longest.removable(from: day) <= today ? longest : nil
  }
}
