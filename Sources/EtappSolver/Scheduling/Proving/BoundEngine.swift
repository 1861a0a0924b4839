/// Whole-number variables, each with a lower and an upper bound, and what follows from raising one of them.
///
/// Every variable has two *sides*: side 2x is its lower bound, side 2x+1 its upper bound negated, so that every side
/// only rises. A *literal* says "this side is at least that value"; its negation is a literal of the other side. A
/// clause over literals needs no truth variables: a bound that rises makes a run of literals true at once, and the
/// clauses waiting for each are found by side and value.
///
/// Sources: O. Ohrimenko, P. J. Stuckey, M. Codish, "Propagation via lazy clause generation", Constraints 14 (2009),
/// doi:10.1007/s10601-008-9064-x; A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace, "Explaining the cumulative
/// propagator", Constraints 16 (2011), doi:10.1007/s10601-010-9103-2.
struct BoundEngine: ~Copyable {
  struct Literal: BitwiseCopyable {
    var side: Int32
    var value: Int32

    var negated: Literal { Literal(side: side ^ 1, value: 1 - value) }
  }

  /// One bound that rose, and why.
  struct Entry: BitwiseCopyable {
    var side: Int32
    var value: Int32
    /// The entry of the same side before it; -1 where that was the bound at the root.
    var previous: Int32
    var level: Int32
    var reason: Reason
  }

  /// Why a bound rose, in one word: a decision, a clause, an arc or a list of literals in the arena.
  struct Reason: BitwiseCopyable, Equatable {
    enum Kind: Int32 { case decision, clause, arc, list }

    var word: Int32

    init(_ kind: Kind, _ index: Int = 0) { word = Int32(truncatingIfNeeded: index) << 2 | kind.rawValue }

    var kind: Kind { Kind(rawValue: word & 3) ?? .decision }
    var index: Int { Int(word >> 2) }
  }

  /// A side that pushes another: `to ≥ from + weight`, or by a map where patterns make it depend on the day.
  struct Arc: BitwiseCopyable {
    var from: Int32
    var to: Int32
    var weight: Int32
    /// An index into the step maps, or -1.
    var map: Int32
  }

  /// A clause waits with each of its first two literals until that literal is false.
  struct Waiting: BitwiseCopyable {
    var next: Int32
    var clause: Int32
    /// Some literal of the clause; while it is true the clause need not be looked at.
    var witness: Literal
  }

  let variableCount: Int
  var bound: FlatArray<Int32>
  var rootBound: FlatArray<Int32>
  /// The bound each side had when the engine was built: where its run of slots begins.
  var firstBound: FlatArray<Int32>
  var slotBase: FlatArray<Int32>
  var lastEntry: FlatArray<Int32>
  var trail = FlatArray<Entry>()
  var processed = 0
  var levelStart = FlatArray<Int32>()
  var levelArena = FlatArray<Int32>()
  var arena = FlatArray<Int32>()

  var arcStart: FlatArray<Int32>
  var arcs: FlatArray<Arc>
  var maps: [StepMap]

  /// The first waiting clause of each literal, by slot; -1 where none.
  var waitingHead: FlatArray<Int32>
  /// The slots some clause waits at.
  var isAwaited: BitRow
  var waiting = FlatArray<Waiting>()
  /// For each clause a head of `ClauseHead.size` words, then side and value of each literal.
  var clauses = FlatArray<Int32>()
  var clauseCount = 0

  var profile: DayProfile
  var cost: CostLimit
  var order: LiteralOrder
  var analysis: ConflictAnalysis
  /// Literals that are all true and cannot be together, after a propagation that failed.
  var conflict = FlatArray<Literal>()
  /// What a reason says, while it is read.
  var because = FlatArray<Literal>()

  init(_ model: BoundModel) {
    variableCount = model.lower.count
    let sides = 2 * variableCount
    bound = FlatArray(repeating: 0, count: sides)
    slotBase = FlatArray(repeating: 0, count: sides)
    var slots = 0
    for variable in 0..<variableCount {
      bound[2 * variable] = Int32(model.lower[variable])
      bound[2 * variable + 1] = -Int32(model.upper[variable])
      let size = model.upper[variable] - model.lower[variable] + 1
      slotBase[2 * variable] = Int32(slots)
      slotBase[2 * variable + 1] = Int32(slots + size)
      slots += 2 * size
    }
    rootBound = FlatArray(repeating: 0, count: sides)
    firstBound = FlatArray(repeating: 0, count: sides)
    for side in 0..<sides {
      rootBound[side] = bound[side]
      firstBound[side] = bound[side]
    }
    lastEntry = FlatArray(repeating: -1, count: sides)
    waitingHead = FlatArray(repeating: -1, count: slots)
    isAwaited = BitRow(count: slots)
    arcStart = Self.runs(model.arcs, sides: sides)
    arcs = FlatArray(model.arcs.sorted { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) })
    maps = model.maps
    profile = DayProfile(model)
    cost = CostLimit(model.terms, sides: sides)
    order = LiteralOrder(lower: model.lower, upper: model.upper, guide: model.guide)
    analysis = ConflictAnalysis(sides: sides)
  }

  /// Where the arcs from each side begin among the sorted ones.
  private static func runs(_ arcs: [Arc], sides: Int) -> FlatArray<Int32> {
    var start = FlatArray<Int32>(repeating: 0, count: sides + 1)
    for arc in arcs { start[arc.from + 1] += 1 }
    for side in 0..<sides { start[side + 1] += start[side] }
    return start
  }

  var level: Int { levelStart.count }

  @inline(__always)
  func lower(_ variable: Int) -> Int32 { bound[2 * variable] }

  @inline(__always)
  func upper(_ variable: Int) -> Int32 { -bound[2 * variable + 1] }

  @inline(__always)
  func isTrue(_ literal: Literal) -> Bool { bound[literal.side] >= literal.value }

  @inline(__always)
  func isFalse(_ literal: Literal) -> Bool { -bound[literal.side ^ 1] < literal.value }

  @inline(__always)
  func slot(_ literal: Literal) -> Int { Int(slotBase[literal.side] + literal.value - firstBound[literal.side]) }

  /// Raises a side; false, with `conflict` set, where it would pass the other side.
  @inline(__always)
  mutating func raise(_ side: Int32, to value: Int32, because reason: Reason) -> Bool {
    if value <= bound[side] { return true }
    if value > -bound[side ^ 1] {
      conflict.truncate(to: 0)
      because.truncate(to: 0)
      collect(reason, of: Literal(side: side, value: value))
      for index in 0..<because.count { conflict.append(because[index]) }
      conflict.append(Literal(side: side ^ 1, value: 1 - value))
      return false
    }
    trail.append(
      Entry(side: side, value: value, previous: lastEntry[side], level: Int32(level), reason: reason))
    lastEntry[side] = Int32(trail.count - 1)
    bound[side] = value
    return true
  }

  mutating func decide(_ literal: Literal) {
    levelStart.append(Int32(trail.count))
    levelArena.append(Int32(arena.count))
    _ = raise(literal.side, to: literal.value, because: Reason(.decision))
  }

  /// Takes back every bound raised after `target` decisions.
  mutating func backtrack(to target: Int) {
    guard target < level else { return }
    let start = Int(levelStart[target])
    var position = trail.count - 1
    while position >= start {
      let entry = trail[position]
      let old = entry.previous >= 0 ? trail[entry.previous].value : rootBound[entry.side]
      bound[entry.side] = old
      lastEntry[entry.side] = entry.previous
      order.restore(side: entry.side, after: old, through: entry.value)
      position -= 1
    }
    for position in start..<trail.count {
      let variable = Int(trail[position].side >> 1)
      if variable < profile.activityCount { shrinkCore(of: variable) }
    }
    trail.truncate(to: start)
    arena.truncate(to: Int(levelArena[target]))
    levelStart.truncate(to: target)
    levelArena.truncate(to: target)
    processed = start
    profile.forgetTouched()
    cost.isTouched = false
  }

  /// Everything that follows; false, with `conflict` set, when something cannot be.
  mutating func propagate() -> Bool {
    while true {
      while processed < trail.count {
        let entry = trail[processed]
        processed += 1
        let old = entry.previous >= 0 ? trail[entry.previous].value : rootBound[entry.side]
        guard wakeClauses(side: entry.side, after: old, through: entry.value), pushArcs(from: entry.side) else {
          return false
        }
        if cost.termOf[entry.side] >= 0 { cost.isTouched = true }
        let variable = Int(entry.side >> 1)
        if variable < profile.activityCount, !growCore(of: variable) { return false }
      }
      if cost.isTouched {
        guard keepCost() else { return false }
        if processed < trail.count { continue }
      }
      guard keepProfile() else { return false }
      if processed == trail.count { return true }
    }
  }

  /// Makes what holds now at the root hold for good, so that reasons need not mention it.
  mutating func settleRoot() {
    assert(level == 0 && processed == trail.count)
    for position in 0..<trail.count {
      let side = trail[position].side
      rootBound[side] = bound[side]
      lastEntry[side] = -1
    }
    trail.truncate(to: 0)
    arena.truncate(to: 0)
    processed = 0
  }

  @inline(__always)
  private mutating func pushArcs(from side: Int32) -> Bool {
    let value = bound[side]
    for index in Int(arcStart[side])..<Int(arcStart[side + 1]) {
      let arc = arcs[index]
      let target = arc.map < 0 ? value + arc.weight : maps[Int(arc.map)].value(at: value)
      if target > bound[arc.to], !raise(arc.to, to: target, because: Reason(.arc, index)) { return false }
    }
    return true
  }

  /// Adds to `because` literals that held before and make `literal` hold.
  mutating func collect(_ reason: Reason, of literal: Literal) {
    switch reason.kind {
    case .decision: break
    case .clause:
      let start = reason.index + ClauseHead.size
      for index in 0..<Int(clauses[reason.index]) {
        let side = clauses[start + 2 * index]
        if side == literal.side { continue }
        because.append(Literal(side: side, value: clauses[start + 2 * index + 1]).negated)
      }
    case .arc:
      let arc = arcs[reason.index]
      let value = arc.map < 0 ? literal.value - arc.weight : maps[Int(arc.map)].least(reaching: literal.value)
      because.append(Literal(side: arc.from, value: value))
    case .list:
      for index in 0..<Int(arena[reason.index]) {
        because.append(
          Literal(side: arena[reason.index + 1 + 2 * index], value: arena[reason.index + 2 + 2 * index]))
      }
    }
  }
}
