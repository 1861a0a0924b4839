/// Rules that nobody wrote as rules: a round's own numbers, and the day from which a place is ready.
extension Round {
  /// The id of the rule that the round's own numbers make.
  public var rule: ID<Rule> { ID("round-\(id)") }
}

extension Place {
  /// The id of the rule that the place's earliest day makes.
  public var readinessRule: ID<Rule> { ID("earliest-\(id)") }
}
