/// Where each resource's amounts lie in 64-bit words: a lane for each, with a guard bit above it.
struct ResourceLanes {
  /// Something an activity holds: the word it is in, and the amounts in their lanes.
  struct Load: Sendable {
    var word: Int32
    var amounts: UInt64
  }

  /// 16, 32 or 64, the narrowest that every amount leaves a guard bit in.
  private let bits: Int
  /// Capacities, none above what all activities together ask for: more would never be felt.
  private let capacities: [Project.Capacity]
  let wordCount: Int
  let guards: UInt64

  init(_ project: Project) throws(SchedulingObstacle) {
    var asked = [Int](repeating: 0, count: project.capacities.count)
    for demands in project.demands { for demand in demands { asked[demand.resource] += demand.amount } }
    capacities = zip(project.capacities, asked).map { capacity, most in
      Project.Capacity(days: capacity.days, amounts: capacity.amounts.map { max(0, min($0, most)) })
    }
    let largest = capacities.reduce(0) { max($0, $1.amounts.max() ?? 0) }
    bits = largest < 1 << 15 ? 16 : largest < 1 << 31 ? 32 : 64
    let perWord = 64 / bits
    wordCount = (capacities.count + perWord - 1) / perWord
    guards = (0..<perWord).reduce(0) { [bits] in $0 | 1 << UInt64(($1 + 1) * bits - 1) }
    for (activity, demands) in project.demands.enumerated() where project.durations[activity] > 0 {
      for (resource, amount) in Self.summed(demands) where amount > capacities[resource].amounts.max() ?? 0 {
        throw .demand(activity: activity, resource: resource)
      }
    }
  }

  private static func summed(_ demands: [Project.Demand]) -> [Int: Int] {
    Dictionary(demands.lazy.filter { $0.amount > 0 }.map { ($0.resource, $0.amount) }, uniquingKeysWith: +)
  }

  private func lane(_ resource: Int) -> (word: Int, shift: UInt64) {
    let perWord = 64 / bits
    return (resource / perWord, UInt64(resource % perWord * bits))
  }

  /// Whether two loads of one word use a resource in common.
  static func overlap(_ a: Load, _ b: Load, guards: UInt64) -> Bool {
    used(a.amounts, guards) & used(b.amounts, guards) != 0
  }

  /// The guard bits of the lanes that are not 0: amounts + (2^k − 1) carries into the guard bit.
  private static func used(_ amounts: UInt64, _ guards: UInt64) -> UInt64 {
    (amounts &+ ~guards) & guards
  }

  func loads(_ demands: [Project.Demand]) -> [Load] {
    var words: [Int: UInt64] = [:]
    for (resource, amount) in Self.summed(demands) {
      let (word, shift) = lane(resource)
      words[word, default: 0] += UInt64(amount) << shift
    }
    return words.sorted { $0.key < $1.key }.map { Load(word: Int32($0.key), amounts: $0.value) }
  }

  /// Σ demand / capacity, in ten-thousandths.
  func intensity(of demands: [Project.Demand]) -> Int32 {
    var sum = 0
    for (resource, amount) in Self.summed(demands) {
      sum += 10_000 * amount / max(1, capacities[resource].amounts.max() ?? 1)
    }
    return Int32(clamping: sum)
  }

  /// What is free on each day, once the fixed activities have theirs.
  func free(
    horizon: Int, fixed project: Project, times: LinkTimes, activities: [Int]
  ) throws(SchedulingObstacle) -> [UInt64] {
    var free = [UInt64](repeating: guards, count: wordCount * horizon)
    for (resource, capacity) in capacities.enumerated() {
      var left = Self.amounts(capacity, horizon: horizon)
      for (flat, activity) in activities.enumerated() {
        guard let start = project.fixedStarts[activity] else { continue }
        let amount = Self.summed(project.demands[activity])[resource] ?? 0
        for day in start..<times.finish(of: flat, start: start) { left[day] -= amount }
      }
      if let day = left.firstIndex(where: { $0 < 0 }) { throw .overload(resource: resource, day: day) }
      let (word, shift) = lane(resource)
      for day in 0..<horizon { free[word * horizon + day] |= UInt64(left[day]) << shift }
    }
    return free
  }

  private static func amounts(_ capacity: Project.Capacity, horizon: Int) -> [Int] {
    var amounts = [Int](repeating: 0, count: horizon)
    var step = 0
    for day in 0..<horizon {
      while step + 1 < capacity.days.count, capacity.days[step + 1] <= day { step += 1 }
      amounts[day] = capacity.amounts[step]
    }
    return amounts
  }
}
