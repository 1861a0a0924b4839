/// What is in use of each shared resource as days go by.
///
/// Of a resource that only starts can make scarcer a count is enough: what is free today stays free. Where capacity has
/// steps, or a start is fixed for later, everybody who holds some is kept with their days.
///
/// - Complexity: O(1) for each question; O((steps + holders)²) for a stepped resource.
final class Pools {
  /// What keeps an activity from starting.
  struct Block: BitwiseCopyable {
    fileprivate enum Kind: Int32 { case unknown, calendar, turn, units }
    fileprivate var kind: Kind
    fileprivate var pool: Int32

    /// Not tried yet, or not since there was nothing left.
    static let unknown = Block(kind: .unknown, pool: -1)
    static let calendar = Block(kind: .calendar, pool: -1)
    static func turn(_ pool: Int) -> Block { Block(kind: .turn, pool: Int32(pool)) }
    static func units(_ pool: Int) -> Block { Block(kind: .units, pool: Int32(pool)) }
  }

  /// Somebody who holds units.
  private struct Holding {
    var slot: Int32
    var amount: Int32
    var start: Int32
    var finish: Int32
  }

  /// The last time something happened in a resource, and to whom.
  private struct Note: BitwiseCopyable {
    var day = CompiledModel.none
    var rank: Int32 = -1
  }

  /// Days on which a capacity changes.
  let changes: [(pool: Int32, day: Int32)]
  private let steps: FlatRows<CompiledModel.CapacityStep>
  private let capacities: FixedBuffer<Int32>
  private let isStepped: FixedBuffer<Bool>
  private let used: FixedBuffer<Int32>
  private let releases: FixedBuffer<Note>
  private let starts: FixedBuffer<Note>
  @exclusivity(unchecked) private var holdings: [[Holding]]

  init(_ model: CompiledModel) {
    let count = model.isStepped.count
    steps = model.capacities
    capacities = FixedBuffer((0..<count).map { model.capacities[$0].first?.amount ?? 0 })
    isStepped = FixedBuffer(model.isStepped)
    used = FixedBuffer(0, count: count)
    releases = FixedBuffer(Note(), count: count)
    starts = FixedBuffer(Note(), count: count)
    holdings = Array(repeating: [], count: count)
    changes = (0..<count).filter { model.isStepped[$0] }.flatMap { pool in
      model.capacities[pool].map { (Int32(pool), $0.day) }
    }
  }

  func reset() {
    for pool in 0..<used.count {
      used[pool] = 0
      releases[pool] = Note()
      starts[pool] = Note()
      if isStepped[pool] { holdings[pool].removeAll(keepingCapacity: true) }
    }
  }

  /// Whether `amount` units are free on all days `start..<finish`.
  @inline(__always)
  func fits(_ pool: Int, _ amount: Int32, from start: Int32, to finish: Int32) -> Bool {
    isStepped[pool] ? fitsSteps(pool, amount, start, finish) : used[pool] + amount <= capacities[pool]
  }

  /// Whether nothing is left until somebody gives something back.
  @inline(__always)
  func isFull(_ pool: Int) -> Bool { !isStepped[pool] && used[pool] >= capacities[pool] }

  /// What is free falls on days of steps and of starts only.
  private func fitsSteps(_ pool: Int, _ amount: Int32, _ start: Int32, _ finish: Int32) -> Bool {
    func fits(on day: Int32) -> Bool { use(of: pool, on: day) + amount <= capacity(of: pool, on: day) }
    guard fits(on: start) else { return false }
    for step in steps[pool] where step.day > start && step.day < finish && !fits(on: step.day) { return false }
    for holding in holdings[pool] where holding.start > start && holding.start < finish {
      guard fits(on: holding.start) else { return false }
    }
    return true
  }

  private func use(of pool: Int, on day: Int32) -> Int32 {
    var use: Int32 = 0
    for holding in holdings[pool] where holding.start <= day && day < holding.finish { use += holding.amount }
    return use
  }

  private func capacity(of pool: Int, on day: Int32) -> Int32 {
    var amount: Int32 = 0
    for (index, step) in steps[pool].enumerated() where index == 0 || step.day <= day { amount = step.amount }
    return amount
  }

  @inline(__always)
  func hold(_ pool: Int, _ amount: Int32, slot: Int32, from start: Int32, to finish: Int32) {
    used[pool] += amount
    guard isStepped[pool] else { return }
    holdings[pool].append(Holding(slot: slot, amount: amount, start: start, finish: finish))
  }

  @inline(__always)
  func release(_ pool: Int, _ amount: Int32, slot: Int32, rank: Int32, on day: Int32) {
    used[pool] -= amount
    releases[pool] = Note(day: day, rank: rank)
    guard isStepped[pool], let index = holdings[pool].firstIndex(where: { $0.slot == slot }) else { return }
    holdings[pool].swapAt(index, holdings[pool].count - 1)
    holdings[pool].removeLast()
  }

  @inline(__always)
  func note(start rank: Int32, in pool: Int, on day: Int32) {
    starts[pool] = Note(day: day, rank: rank)
  }

  /// Whom an activity that starts today had been waiting for; −1 where it was a day of the calendar or of the plan.
  @inline(__always)
  func cause(of block: Block, needing demands: UnsafeBufferPointer<CompiledModel.Demand>, on day: Int32) -> Int32 {
    switch block.kind {
    case .calendar: return -1
    case .turn: return starts[Int(block.pool)].day == day ? starts[Int(block.pool)].rank : -1
    case .units: return releases[Int(block.pool)].day == day ? releases[Int(block.pool)].rank : -1
    case .unknown:
      for demand in demands where releases[Int(demand.pool)].day == day { return releases[Int(demand.pool)].rank }
      return -1
    }
  }
}
