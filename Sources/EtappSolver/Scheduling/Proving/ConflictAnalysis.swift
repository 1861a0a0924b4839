/// What a conflict needs of each side, while it is followed back to one cause of the last decision.
struct ConflictAnalysis: ~Copyable {
  /// The trail position that first made what is needed of a side hold; -1 where nothing is needed.
  var position: FlatArray<Int32>
  var value: FlatArray<Int32>
  var isListed: FlatArray<Bool>
  var listed = FlatArray<Int32>()
  /// Needs that the last decision's level brought about and that are not yet explained.
  var open = 0
  /// The clause that follows: its first literal holds once the conflict is taken back.
  var learned = FlatArray<BoundEngine.Literal>()
  var backtrackLevel = 0
  var levels = 0
  /// The last conflict in which a decision level was counted.
  var levelMark: FlatArray<Int32>
  var stamp: Int32 = 0

  init(sides: Int) {
    position = FlatArray(repeating: -1, count: sides)
    value = FlatArray(repeating: 0, count: sides)
    isListed = FlatArray(repeating: false, count: sides)
    levelMark = FlatArray(repeating: 0, count: 1)
  }
}

extension BoundEngine {
  /// Learns from `conflict` the clause of the first unique cause; false when nothing but the root is to blame.
  ///
  /// Source: J. P. Marques-Silva, K. A. Sakallah, "GRASP", IEEE Transactions on Computers 48 (1999),
  /// doi:10.1109/12.769433. Each side is needed once, at the strongest value asked for.
  mutating func analyse() -> Bool {
    guard takeBackToConflict() else { return false }
    for index in 0..<conflict.count { need(conflict[index]) }
    var position = trail.count - 1
    while true {
      while analysis.position[trail[position].side] != position { position -= 1 }
      let side = trail[position].side
      if analysis.open == 1 { return learn(Literal(side: side, value: analysis.value[side])) }
      analysis.open -= 1
      analysis.position[side] = -1
      let reason = trail[position].reason
      if reason.kind == .clause { clauses[reason.index + ClauseHead.use] += 4 }
      because.truncate(to: 0)
      collect(reason, of: Literal(side: side, value: analysis.value[side]))
      for index in 0..<because.count { need(because[index]) }
      position -= 1
    }
  }

  /// Explanations may be older than the last decision: goes back to the last level the conflict speaks of.
  private mutating func takeBackToConflict() -> Bool {
    var last: Int32 = 0
    for index in 0..<conflict.count {
      let position = firstEntry(of: conflict[index])
      if position >= 0 { last = max(last, trail[position].level) }
    }
    guard last > 0 else { return false }
    backtrack(to: Int(last))
    return true
  }

  /// Where on the trail a true literal first held; -1 at the root.
  @inline(__always)
  private func firstEntry(of literal: Literal) -> Int {
    if rootBound[literal.side] >= literal.value { return -1 }
    var position = lastEntry[literal.side]
    while trail[position].previous >= 0, trail[trail[position].previous].value >= literal.value {
      position = trail[position].previous
    }
    return Int(position)
  }

  @inline(__always)
  private mutating func need(_ literal: Literal) {
    let side = literal.side
    let known = analysis.position[side]
    if known >= 0, analysis.value[side] >= literal.value { return }
    let position = firstEntry(of: literal)
    guard position >= 0, trail[position].level > 0 else { return }
    let isOpen = Int(trail[position].level) == level
    let wasOpen = known >= 0 && Int(trail[known].level) == level
    if isOpen, !wasOpen { analysis.open += 1 }
    analysis.position[side] = Int32(position)
    analysis.value[side] = literal.value
    order.bump(side: side, value: literal.value)
    if !analysis.isListed[side] {
      analysis.isListed[side] = true
      analysis.listed.append(side)
    }
  }

  private mutating func learn(_ cause: Literal) -> Bool {
    analysis.learned.truncate(to: 0)
    analysis.learned.append(cause.negated)
    for index in 0..<analysis.listed.count {
      let side = analysis.listed[index]
      guard side != cause.side, analysis.position[side] >= 0, !followsFromOthers(side) else { continue }
      analysis.learned.append(Literal(side: side, value: analysis.value[side]).negated)
    }
    measureLevels()
    for index in 0..<analysis.listed.count {
      let side = analysis.listed[index]
      analysis.isListed[side] = false
      analysis.position[side] = -1
    }
    analysis.listed.truncate(to: 0)
    analysis.open = 0
    order.decay()
    return true
  }

  /// Whether what is needed of a side follows at once from what is needed of the others.
  private mutating func followsFromOthers(_ side: Int32) -> Bool {
    let reason = trail[analysis.position[side]].reason
    if reason.kind == .decision { return false }
    because.truncate(to: 0)
    collect(reason, of: Literal(side: side, value: analysis.value[side]))
    for index in 0..<because.count {
      let literal = because[index]
      if rootBound[literal.side] >= literal.value { continue }
      if literal.side == side || analysis.position[literal.side] < 0
        || analysis.value[literal.side] < literal.value
      {
        return false
      }
    }
    return true
  }

  /// Counts the clause's levels and puts a literal of the last but one level second.
  private mutating func measureLevels() {
    analysis.stamp += 1
    while analysis.levelMark.count <= level { analysis.levelMark.append(0) }
    analysis.backtrackLevel = 0
    analysis.levels = 1
    for index in 1..<max(1, analysis.learned.count) {
      let literal = analysis.learned[index]
      let at = Int(trail[analysis.position[literal.side ^ 1]].level)
      if analysis.levelMark[at] != analysis.stamp {
        analysis.levelMark[at] = analysis.stamp
        analysis.levels += 1
      }
      if at > analysis.backtrackLevel {
        analysis.backtrackLevel = at
        analysis.learned[index] = analysis.learned[1]
        analysis.learned[1] = literal
      }
    }
  }
}
