extension BoundEngine {
  /// How a stretch of search ended.
  enum End {
    /// Every variable has a value.
    case solution
    /// Nothing keeps the constraints and the limit.
    case refuted
    /// Nothing does together with the assumption.
    case assumptionRefuted
    case exhausted
  }

  private static let conflictsBetweenQuestions = 64

  /// Decides and learns until an end or until `conflicts` are used up; leaves the engine at the root, except at a
  /// solution.
  ///
  /// - Parameters:
  ///   - assumption: a literal to decide first.
  ///   - byActivity: decide what took part in conflicts; otherwise the earliest open start.
  ///   - stop: asked now and then.
  mutating func search(conflicts: inout Int, assumption: Literal?, byActivity: Bool, stop: StopRule) -> End {
    while true {
      guard propagate() else {
        conflicts -= 1
        if conflicts % Self.conflictsBetweenQuestions == 0, stop.reason != nil {
          backtrack(to: 0)
          return .exhausted
        }
        guard level > 0, analyse(), actOnLearned() else { return .refuted }
        continue
      }
      if level == 0 {
        settleRoot()
        if let assumption {
          if isFalse(assumption) { return .assumptionRefuted }
          if !isTrue(assumption) {
            decide(assumption)
            continue
          }
        }
      }
      if conflicts <= 0 {
        backtrack(to: 0)
        return .exhausted
      }
      guard let next = (byActivity ? mostActive() : nil) ?? earliest() else { return .solution }
      decide(next)
    }
  }

  /// Goes back and lets the learned clause act; false when that cannot be.
  private mutating func actOnLearned() -> Bool {
    backtrack(to: analysis.backtrackLevel)
    let first = analysis.learned[0]
    guard analysis.learned.count > 1 else { return raise(first.side, to: first.value, because: Reason(.decision)) }
    let clause = addClause(levels: analysis.levels)
    return raise(first.side, to: first.value, because: Reason(.clause, clause))
  }

  private mutating func mostActive() -> Literal? {
    while !order.isEmpty {
      let (variable, day) = order.popMost()
      guard lower(variable) <= day, day < upper(variable) else { continue }
      return order.guide[variable] <= day
        ? Literal(side: Int32(2 * variable + 1), value: -day) : Literal(side: Int32(2 * variable), value: day + 1)
    }
    return nil
  }

  /// The open start that can be earliest, at its earliest; the other variables after the starts.
  private func earliest() -> Literal? {
    var best = -1
    for variable in 0..<profile.activityCount where lower(variable) < upper(variable) {
      guard best >= 0 else {
        best = variable
        continue
      }
      if lower(variable) < lower(best) || lower(variable) == lower(best) && upper(variable) < upper(best) {
        best = variable
      }
    }
    if best < 0 {
      for variable in profile.activityCount..<max(variableCount, profile.activityCount)
      where lower(variable) < upper(variable) {
        best = variable
        break
      }
    }
    return best < 0 ? nil : Literal(side: Int32(2 * best + 1), value: -lower(best))
  }

  /// Takes a better solution as the new limit and as what decisions prefer. Only at a solution.
  mutating func improve(limit: Int) {
    for variable in 0..<profile.activityCount { order.guide[variable] = lower(variable) }
    backtrack(to: 0)
    cost.limit = limit
    cost.isTouched = true
  }
}
