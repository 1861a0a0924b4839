/// Schedules a search keeps, with their values. A class because it owns memory: starts end to end.
final class SchedulePopulation {
  let capacity: Int
  private let activityCount: Int
  private let memory: UnsafeMutablePointer<Int32>
  private(set) var values: [Int] = []
  private var fingerprints: [UInt64] = []

  init(capacity: Int, activityCount: Int) {
    self.capacity = capacity
    self.activityCount = activityCount
    memory = .allocate(capacity: max(1, capacity * activityCount))
    memory.initialize(repeating: 0, count: capacity * activityCount)
  }

  deinit { memory.deallocate() }

  var count: Int { values.count }

  var isFull: Bool { count == capacity }

  /// The member with the least value; nil while there is none.
  var best: Int? { values.indices.min { values[$0] < values[$1] } }

  /// The best of some members drawn at random.
  ///
  /// - Precondition: There is a member.
  func winner(ofContest size: Int, using random: inout SplitMix64) -> Int {
    var winner = random.draw(below: count)
    for _ in 1..<size {
      let other = random.draw(below: count)
      if values[other] < values[winner] { winner = other }
    }
    return winner
  }

  func starts(of member: Int) -> UnsafeMutablePointer<Int32> { memory + member * activityCount }

  /// Adds the generator's schedule, while there is room.
  func add(_ generator: ScheduleGenerator, value: Int) {
    guard !isFull else { return }
    values.append(value)
    fingerprints.append(Self.fingerprint(generator))
    starts(of: count - 1).update(from: generator.starts, count: activityCount)
  }

  /// The generator's schedule in the place of a member.
  func replace(_ member: Int, by generator: ScheduleGenerator, value: Int) {
    values[member] = value
    fingerprints[member] = Self.fingerprint(generator)
    starts(of: member).update(from: generator.starts, count: activityCount)
  }

  /// Whether a member is the generator's schedule.
  func contains(_ generator: ScheduleGenerator, value: Int) -> Bool {
    let fingerprint = Self.fingerprint(generator)
    return values.indices.contains { fingerprints[$0] == fingerprint && values[$0] == value }
  }

  private static func fingerprint(_ generator: ScheduleGenerator) -> UInt64 {
    var mixed: UInt64 = 0
    for flat in 0..<generator.count {
      mixed = (mixed ^ UInt64(truncatingIfNeeded: generator.starts[flat])) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    return mixed
  }
}
