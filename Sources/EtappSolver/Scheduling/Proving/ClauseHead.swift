/// The words before a clause's literals: their number, its level count, and how useful it was lately.
enum ClauseHead {
  static let size = 3
  static let levels = 1
  static let use = 2
}

extension BoundEngine {
  /// Looks at the clauses whose literal became false when `side` rose; false where one has no literal left.
  @inline(__always)
  mutating func wakeClauses(side: Int32, after old: Int32, through new: Int32) -> Bool {
    let base = Int(slotBase[side] - firstBound[side])
    let last = base + Int(new)
    var slot = isAwaited.next(from: base + Int(old) + 1, through: last)
    while slot >= 0 {
      if !wake(slot, false: Literal(side: side, value: Int32(slot - base)).negated) { return false }
      slot = isAwaited.next(from: slot + 1, through: last)
    }
    return true
  }

  private mutating func wake(_ slot: Int, false literal: Literal) -> Bool {
    var node = waitingHead[slot]
    var kept: Int32 = -1
    var isFine = true
    while node >= 0 {
      let next = waiting[node].next
      if !isFine || isTrue(waiting[node].witness) || !move(node, from: literal, isFine: &isFine) {
        waiting[node].next = kept
        kept = node
      }
      node = next
    }
    waitingHead[slot] = kept
    if kept < 0 { isAwaited.clear(slot) }
    return isFine
  }

  /// Lets a clause wait with another literal that is not false; true if there was one. Otherwise its last literal holds.
  private mutating func move(_ node: Int32, from literal: Literal, isFine: inout Bool) -> Bool {
    let clause = Int(waiting[node].clause)
    let start = clause + ClauseHead.size
    if clauses[start] == literal.side {
      swapLiterals(start, start + 2)
    }
    let first = Literal(side: clauses[start], value: clauses[start + 1])
    if isTrue(first) {
      waiting[node].witness = first
      return false
    }
    let end = start + 2 * Int(clauses[clause])
    var index = start + 4
    while index < end {
      let other = Literal(side: clauses[index], value: clauses[index + 1])
      if !isFalse(other) {
        swapLiterals(start + 2, index)
        let target = self.slot(other.negated)
        waiting[node].next = waitingHead[target]
        waiting[node].witness = first
        waitingHead[target] = node
        isAwaited.set(target)
        return true
      }
      index += 2
    }
    isFine = raise(first.side, to: first.value, because: Reason(.clause, clause))
    return false
  }

  @inline(__always)
  private mutating func swapLiterals(_ left: Int, _ right: Int) {
    let (side, value) = (clauses[left], clauses[left + 1])
    clauses[left] = clauses[right]
    clauses[left + 1] = clauses[right + 1]
    clauses[right] = side
    clauses[right + 1] = value
  }

  /// Adds a clause of two or more literals and lets it wait with the first two; answers where it lies.
  mutating func addClause(levels: Int) -> Int {
    let clause = clauses.count
    clauses.append(Int32(analysis.learned.count))
    clauses.append(Int32(levels))
    clauses.append(0)
    for index in 0..<analysis.learned.count {
      clauses.append(analysis.learned[index].side)
      clauses.append(analysis.learned[index].value)
    }
    watch(clause)
    clauseCount += 1
    return clause
  }

  private mutating func watch(_ clause: Int) {
    let start = clause + ClauseHead.size
    let first = Literal(side: clauses[start], value: clauses[start + 1])
    let second = Literal(side: clauses[start + 2], value: clauses[start + 3])
    for (literal, witness) in [(first, second), (second, first)] {
      let target = slot(literal.negated)
      waiting.append(Waiting(next: waitingHead[target], clause: Int32(clause), witness: witness))
      waitingHead[target] = Int32(waiting.count - 1)
      isAwaited.set(target)
    }
  }

  /// Forgets the less useful half of the learned clauses and those that hold at the root. Only at the root.
  mutating func forgetClauses() {
    assert(level == 0 && trail.count == 0)
    let limit = useLimit()
    var kept = FlatArray<Int32>()
    var read = 0
    clauseCount = 0
    while read < clauses.count {
      let size = Int(clauses[read])
      let start = read + ClauseHead.size
      if clauses[read + ClauseHead.levels] <= 2 || clauses[read + ClauseHead.use] >= limit, !holdsAtRoot(start, size) {
        for word in read..<(start + 2 * size) { kept.append(clauses[word]) }
        clauseCount += 1
      }
      read = start + 2 * size
    }
    clauses = kept
    waitingHead.fill(with: -1)
    isAwaited.clearAll()
    waiting.truncate(to: 0)
    var clause = 0
    while clause < clauses.count {
      clauses[clause + ClauseHead.use] /= 2
      watch(clause)
      clause += ClauseHead.size + 2 * Int(clauses[clause])
    }
  }

  private func useLimit() -> Int32 {
    var uses: [Int32] = []
    var read = 0
    while read < clauses.count {
      if clauses[read + ClauseHead.levels] > 2 { uses.append(clauses[read + ClauseHead.use]) }
      read += ClauseHead.size + 2 * Int(clauses[read])
    }
    uses.sort()
    return uses.isEmpty ? 0 : uses[uses.count / 2] + 1
  }

  private func holdsAtRoot(_ start: Int, _ size: Int) -> Bool {
    for index in 0..<size where rootBound[clauses[start + 2 * index]] >= clauses[start + 2 * index + 1] { return true }
    return false
  }
}
