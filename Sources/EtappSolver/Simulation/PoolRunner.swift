/// Runs a trial with shared resources, day by day over the days on which something happens.
///
///     settle what is fixed and what waits for nothing; put its day in the wheel
///     for each day of the wheel:
///       give back what finishes; see who is ready
///       among those for whom something has changed, first in the list first:
///         start the one that is ready, has the turn and fits; settle what it lets go on
///
/// Activities without a demand are settled as soon as their predecessors are, so that the wheel only sees those that share
/// a resource.
///
/// A class because it owns memory. Its variables are used by one thread and never overlap, so that the language need not
/// check each access, which would take a tenth of the time.
///
/// - Complexity: O(links + starts × those waiting for the same resource).
final class PoolRunner {
  private enum Event: Int32 { case ready, finish, retry, pool }

  private let model: CompiledModel
  private let slotCount: Int
  private let words: Int
  private let wheel: EventWheel
  @exclusivity(unchecked) private var today: Int32 = 0
  /// Whether the first day has come.
  @exclusivity(unchecked) private var isUnderWay = false
  /// Activities on the stack.
  @exclusivity(unchecked) private var stackCount = 0

  // The model.
  private let slots: FixedBuffer<Int32>
  private let slotRanks: FixedBuffer<Int32>
  private let passing: FixedBuffer<Int32>
  private let demands: FixedBuffer<CompiledModel.Demand>
  private let demandStarts: FixedBuffer<Int32>
  private let outgoing: FixedBuffer<CompiledModel.Link>
  private let outgoingStarts: FixedBuffer<Int32>
  private let waitsAtFirst: FixedBuffer<Int32>
  private let sequence: FixedBuffer<Int32>
  private let sequenceStarts: FixedBuffer<Int32>
  /// Slots of each pool, as bits: pool `p` has `words` words from `p · words` on.
  private let members: FixedBuffer<UInt64>
  private let fixedRanks: FixedBuffer<Int32>

  // The trial.
  private let waits: FixedBuffer<Int32>
  /// Earliest start by links that hold the start; what holds the finish beside it.
  private let earliest: FixedBuffer<Int32>
  private let earliestFinish: FixedBuffer<Int32>
  private let finishCauses: FixedBuffer<Int32>
  private let stack: FixedBuffer<Int32>
  private let waiting: FixedBuffer<UInt64>
  private let candidates: FixedBuffer<UInt64>
  /// Those waiting that take no time, and so hold nothing.
  private let weightless: FixedBuffer<UInt64>
  private let hasStarted: FixedBuffer<Bool>
  /// The first of each pool's sequence that has not started.
  private let turns: FixedBuffer<Int32>
  /// The day each slot was last noted to be tried again on.
  private let retries: FixedBuffer<Int32>
  /// What each slot was kept from starting by when it was last tried.
  private let blocks: FixedBuffer<Pools.Block>
  private let pools: Pools

  init(_ model: CompiledModel) {
    self.model = model
    slotCount = model.slotRanks.count
    words = (slotCount + 63) / 64
    slots = FixedBuffer(model.slots)
    slotRanks = FixedBuffer(model.slotRanks)
    passing = FixedBuffer(model.passing)
    demands = FixedBuffer(model.demands.elements)
    demandStarts = FixedBuffer(model.demands.starts)
    outgoing = FixedBuffer(model.outgoing.elements)
    outgoingStarts = FixedBuffer(model.outgoing.starts)
    waitsAtFirst = FixedBuffer((0..<model.count).map { Int32(model.incoming[$0].count) })
    sequence = FixedBuffer(model.sequences.elements)
    sequenceStarts = FixedBuffer(model.sequences.starts)
    let poolCount = model.isStepped.count
    members = FixedBuffer(0, count: poolCount * words)
    for slot in 0..<slotCount {
      for demand in model.demands[slot] { members[Int(demand.pool) * words + slot / 64] |= 1 << UInt64(slot % 64) }
    }
    fixedRanks = FixedBuffer(
      model.fixedStarts.indices.filter { model.fixedStarts[$0] != CompiledModel.none }.map(Int32.init))
    waits = FixedBuffer(0, count: model.count)
    earliest = FixedBuffer(0, count: model.count)
    earliestFinish = FixedBuffer(0, count: model.count)
    finishCauses = FixedBuffer(-1, count: model.count)
    stack = FixedBuffer(0, count: model.count)
    waiting = FixedBuffer(0, count: words)
    candidates = FixedBuffer(0, count: words)
    weightless = FixedBuffer(0, count: words)
    hasStarted = FixedBuffer(false, count: slotCount)
    turns = FixedBuffer(0, count: poolCount)
    retries = FixedBuffer(0, count: slotCount)
    blocks = FixedBuffer(Pools.Block.unknown, count: slotCount)
    pools = Pools(model)
    wheel = EventWheel(capacity: 4 * slotCount + model.capacities.elements.count + 64)
  }

  func run(_ trial: TrialRunner) {
    reset(trial)
    for index in 0..<fixedRanks.count { fix(Int(fixedRanks[index]), trial) }
    for rank in 0..<model.count where waitsAtFirst[rank] == 0 && trial.fixedStarts[rank] == CompiledModel.none {
      settle(rank, trial)
      propagate(trial)
    }
    isUnderWay = true
    while let (day, first) = wheel.next() {
      today = day
      take(first, trial)
      startCandidates(trial)
    }
  }

  private func reset(_ trial: TrialRunner) {
    let count = model.count
    waits.base.update(from: waitsAtFirst.base, count: count)
    earliest.base.update(from: trial.releases.base, count: count)
    earliestFinish.base.update(repeating: CompiledModel.none, count: count)
    trial.causes.base.update(repeating: -1, count: count)
    trial.starts.base.update(repeating: CompiledModel.never, count: count)
    trial.finishes.base.update(repeating: CompiledModel.never, count: count)
    hasStarted.base.update(repeating: false, count: slotCount)
    retries.base.update(repeating: CompiledModel.none, count: slotCount)
    waiting.base.update(repeating: 0, count: words)
    candidates.base.update(repeating: 0, count: words)
    weightless.base.update(repeating: 0, count: words)
    for pool in 0..<turns.count { turns[pool] = sequenceStarts[pool] }
    isUnderWay = false
    today = model.firstDay
    wheel.reset(to: today)
    pools.reset()
    for (pool, day) in pools.changes { wheel.push(Self.code(.pool, pool), on: max(day, today)) }
  }

  @inline(__always)
  private static func code(_ event: Event, _ index: Int32) -> Int32 { index << 2 | event.rawValue }

  // MARK: Days

  /// Takes in what happens today and notes for whom something has changed.
  @inline(__always)
  private func take(_ first: Int32, _ trial: TrialRunner) {
    var node = first
    while node >= 0 {
      let (code, next) = wheel.event(node)
      let index = Int(code >> 2)
      switch code & 3 {
      case Event.ready.rawValue: wait(index, trial)
      case Event.finish.rawValue: release(index)
      case Event.retry.rawValue: candidates[index >> 6] |= 1 << UInt64(index & 63)
      default: wake(index)
      }
      node = next
    }
  }

  @inline(__always)
  private func wait(_ slot: Int, _ trial: TrialRunner) {
    blocks[slot] = .unknown
    if trial.draw.durations[Int(slotRanks[slot])] == 0 { weightless[slot >> 6] |= 1 << UInt64(slot & 63) }
    waiting[slot >> 6] |= 1 << UInt64(slot & 63)
    candidates[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  private func release(_ slot: Int) {
    for index in Int(demandStarts[slot])..<Int(demandStarts[slot + 1]) {
      let pool = Int(demands[index].pool)
      pools.release(pool, demands[index].amount, slot: Int32(slot), rank: slotRanks[slot], on: today)
      wake(pool)
    }
  }

  @inline(__always)
  private func wake(_ pool: Int) {
    for word in 0..<words { candidates[word] |= members[pool * words + word] }
  }

  /// Spares those who need a resource that has nothing left from being tried; whoever gives some back wakes them.
  @inline(__always)
  private func dismiss(_ pool: Int) {
    for word in 0..<words { candidates[word] &= ~members[pool * words + word] | weightless[word] }
  }

  private func startCandidates(_ trial: TrialRunner) {
    for word in 0..<words {
      while true {
        // Starts add candidates behind; those not waiting are dropped.
        let left = candidates[word] & waiting[word]
        guard left != 0 else { break }
        let slot = word << 6 + left.trailingZeroBitCount
        candidates[word] = left & (left - 1)
        if start(slot, trial) { propagate(trial) }
      }
      candidates[word] = 0
    }
  }

  // MARK: Starts

  /// Starts a waiting activity if it may and can; it is on the stack then.
  @inline(__always)
  private func start(_ slot: Int, _ trial: TrialRunner) -> Bool {
    guard hasTurn(slot) else { return false }
    let rank = Int(slotRanks[slot])
    let workingDay = trial.workingDay(of: rank, from: today)
    guard workingDay == today else {
      blocks[slot] = .calendar
      retry(slot, on: workingDay)
      return false
    }
    let finish = trial.finish(of: rank, start: today)
    if finish > today {
      guard fits(slot, finish) else { return false }
      wheel.push(Self.code(.finish, Int32(slot)), on: finish)
    }
    trial.starts[rank] = today
    trial.finishes[rank] = finish
    if today > earliest[rank] { trial.causes[rank] = pools.cause(of: blocks[slot], needing: held(slot), on: today) }
    hold(slot, until: finish)
    stack[0] = Int32(rank)
    stackCount = 1
    return true
  }

  /// Whether everybody before it has started, or the day has come from which it may pass them.
  @inline(__always)
  private func hasTurn(_ slot: Int) -> Bool {
    guard today < passing[slot] else { return true }
    for index in Int(demandStarts[slot])..<Int(demandStarts[slot + 1]) {
      let pool = Int(demands[index].pool)
      if turns[pool] < sequenceStarts[pool + 1] && sequence[Int(turns[pool])] < slot {
        if passing[slot] != CompiledModel.never { retry(slot, on: passing[slot]) }
        blocks[slot] = .turn(pool)
        return false
      }
    }
    return true
  }

  @inline(__always)
  private func retry(_ slot: Int, on day: Int32) {
    guard retries[slot] != day else { return }
    retries[slot] = day
    wheel.push(Self.code(.retry, Int32(slot)), on: day)
  }

  @inline(__always)
  private func held(_ slot: Int) -> UnsafeBufferPointer<CompiledModel.Demand> {
    let first = Int(demandStarts[slot])
    return UnsafeBufferPointer(start: demands.base + first, count: Int(demandStarts[slot + 1]) - first)
  }

  @inline(__always)
  private func fits(_ slot: Int, _ finish: Int32) -> Bool {
    for demand in held(slot) where !pools.fits(Int(demand.pool), demand.amount, from: today, to: finish) {
      blocks[slot] = .units(Int(demand.pool))
      if pools.isFull(Int(demand.pool)) { dismiss(Int(demand.pool)) }
      return false
    }
    return true
  }

  /// Takes what an activity needs, and gives the turn to the next.
  @inline(__always)
  private func hold(_ slot: Int, until finish: Int32) {
    waiting[slot >> 6] &= ~(1 << UInt64(slot & 63))
    hasStarted[slot] = true
    for demand in held(slot) {
      let pool = Int(demand.pool)
      if finish > today { pools.hold(pool, demand.amount, slot: Int32(slot), from: today, to: finish) }
      pools.note(start: slotRanks[slot], in: pool, on: today)
      passTurn(pool)
    }
  }

  @inline(__always)
  private func passTurn(_ pool: Int) {
    let end = sequenceStarts[pool + 1]
    var turn = turns[pool]
    while turn < end && hasStarted[Int(sequence[Int(turn)])] { turn += 1 }
    guard turn != turns[pool] else { return }
    turns[pool] = turn
    if model.hasDoubtful { wake(pool) }
    guard turn < end else { return }
    let slot = Int(sequence[Int(turn)])
    candidates[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  // MARK: Links

  /// Places what is fixed, whatever its links and resources say.
  private func fix(_ rank: Int, _ trial: TrialRunner) {
    trial.place(rank, start: trial.fixedStarts[rank])
    let slot = Int(slots[rank])
    let (start, finish) = (trial.starts[rank], trial.finishes[rank])
    if slot >= 0, finish > start {
      for demand in held(slot) {
        pools.hold(Int(demand.pool), demand.amount, slot: Int32(slot), from: start, to: finish)
      }
      wheel.push(Self.code(.finish, Int32(slot)), on: max(finish, today))
    }
    stack[0] = Int32(rank)
    stackCount = 1
    propagate(trial)
  }

  /// Tells the followers of all settled activities on the stack.
  private func propagate(_ trial: TrialRunner) {
    while stackCount > 0 {
      stackCount -= 1
      let rank = Int(stack[stackCount])
      let (start, finish) = (trial.starts[rank], trial.finishes[rank])
      for index in Int(outgoingStarts[rank])..<Int(outgoingStarts[rank + 1]) {
        let link = outgoing[index]
        let follower = Int(link.other)
        let day = (link.fromStart ? start : finish) + link.lag
        if link.toFinish {
          if day >= earliestFinish[follower] {
            earliestFinish[follower] = day
            finishCauses[follower] = Int32(rank)
          }
        } else if day >= earliest[follower] {
          earliest[follower] = day
          trial.causes[follower] = Int32(rank)
        }
        waits[follower] -= 1
        if waits[follower] == 0 { settle(follower, trial) }
      }
    }
  }

  /// Finds the earliest start of an activity whose predecessors are settled: without a demand it starts then.
  @inline(__always)
  private func settle(_ rank: Int, _ trial: TrialRunner) {
    var day = earliest[rank]
    if earliestFinish[rank] != CompiledModel.none {
      let start = trial.start(of: rank, finishingFrom: earliestFinish[rank])
      if start > day {
        day = start
        trial.causes[rank] = finishCauses[rank]
      }
    }
    day = trial.workingDay(of: rank, from: day)
    let slot = slots[rank]
    guard slot >= 0 else {
      trial.place(rank, start: day)
      stack[stackCount] = Int32(rank)
      stackCount += 1
      return
    }
    earliest[rank] = max(day, today)
    if day <= today && isUnderWay {
      wait(Int(slot), trial)
    } else {
      wheel.push(Self.code(.ready, slot), on: max(day, today))
    }
  }
}
