import EtappModel

extension SentenceReader {
  private static let memberships: Set<String> = [
    "ingar", "tillhor", "hor", "omfattar", "belongs", "included", "ligger", "foreslas", "part", "placeras", "placerats",
    "omfattas", "prioriteras", "inga", "prioriterats", "planerats", "lagts", "fordelats", "tilldelats", "foreslagits",
    "valts", "assigned", "placed", "allocated", "prioritised",
    "prioritized", "scheduled", "tillhora", "utgor", "comprises",
  ]

  /// The statements of the plan, each with the time that is said of it.
  func planCommitments() -> [Commitment] {
    let statements = PlanReader(tokens: tokens, isTime: isTime, rounds: context.rounds).statements()
    return statements.compactMap(plan)
  }

  private func plan(_ statement: PlanReader.Statement) -> Commitment? {
    let time = times.first { statement.range.contains($0.range.lowerBound) && !$0.isSoon }
    let group = planGroup(statement)
    guard isTold(statement, group, time) else { return nil }
    return commitment(
      .plan(round: statement.round, atLeast: statement.atLeast), group.map(planSide) ?? lead?.side ?? .sender, time)
  }

  private func planSide(_ group: VerbGroup) -> Commitment.Side { sides.subject(group) ?? .sender }

  /// The verb in whose clause the round is named.
  private func planGroup(_ statement: PlanReader.Statement) -> VerbGroup? {
    let inside = groups.filter { $0.range.contains(statement.place) }
    return inside.last { $0.place < statement.place } ?? inside.first
      ?? groups.last { $0.place < statement.range.lowerBound }
  }

  /// Whether a verb tells of the plan; a promise to come back about it is a promise.
  private func isTold(_ statement: PlanReader.Statement, _ group: VerbGroup?, _ time: DatedTime?) -> Bool {
    guard let group else { return statement.atLeast != nil || time != nil || lead != nil }
    guard !group.isNegated, group.mood != .conditional, group.clause != .conditional else { return false }
    if [.reply, .request, .receive, .say].contains(group.action), group.mood != .past { return false }
    if group.mood == .past { return isTaskOf(statement, group) }
    if statement.atLeast != nil { return true }
    let words = group.range.map { tokens[$0].key }
    if words.contains(where: Self.memberships.contains) { return true }
    return [.act, .plan].contains(group.action) || group.mood == .future || time != nil && group.action != .state
  }

  /// `har fått i uppdrag att öppna minst 28 kontor`, `Ånge har placerats i etapp 2`.
  private func isTaskOf(_ statement: PlanReader.Statement, _ group: VerbGroup) -> Bool {
    let words = group.range.map { tokens[$0].key }
    if tokens[group.place].key == "har" || tokens[group.place].key == "has" || tokens[group.place].key == "have" {
      return group.action == .plan || words.contains(where: Self.memberships.contains) || statement.atLeast != nil
    }
    return statement.atLeast != nil && (words.contains("uppdrag") || words.contains("att") || words.contains("to"))
  }
}
