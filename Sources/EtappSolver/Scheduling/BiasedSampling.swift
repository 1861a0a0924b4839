/// Random orders that a priority rule leans on.
///
/// Of the activities whose predecessors are in the list, one is drawn with a chance that grows with its regret: how much
/// better its key is than the worst of them.
///
///     P(j) ~ (max key − key(j) + 1)
///
/// Source: A. Drexl, "Scheduling of project networks by job assignment", Management Science 37 (1991),
/// doi:10.1287/mnsc.37.12.1590.
struct BiasedSampling {
  private let project: FlatProject
  private let waiting: [Int32]

  init(_ project: FlatProject) {
    self.project = project
    waiting = (0..<project.count).map { project.incoming.starts[$0 + 1] - project.incoming.starts[$0] }
  }

  /// Fills the generator's list.
  ///
  /// - Complexity: O(activities × width of the network).
  func draw(by keys: [Int32], into generator: ScheduleGenerator, using random: inout SplitMix64) {
    var waiting = waiting
    var open = waiting.indices.filter { waiting[$0] == 0 }
    for position in 0..<project.count {
      let flat = open.remove(swapping: pick(open, keys, using: &random))
      generator.list[position] = Int32(flat)
      for arc in project.outgoing[flat] {
        waiting[Int(arc.other)] -= 1
        if waiting[Int(arc.other)] == 0 { open.append(Int(arc.other)) }
      }
    }
  }

  private func pick(_ open: [Int], _ keys: [Int32], using random: inout SplitMix64) -> Int {
    var (worst, sum) = (Int32.min, 0)
    for flat in open {
      worst = max(worst, keys[flat])
      sum -= Int(keys[flat])
    }
    sum += open.count * (Int(worst) + 1)
    var left = random.draw(below: sum)
    for (index, flat) in open.enumerated() {
      left -= Int(worst - keys[flat]) + 1
      if left < 0 { return index }
    }
    return open.count - 1
  }
}

extension Array {
  /// Takes an element out; the last takes its place.
  fileprivate mutating func remove(swapping index: Int) -> Element {
    swapAt(index, count - 1)
    return removeLast()
  }
}

extension SplitMix64 {
  /// A whole number from 0 to below `limit`, by a multiplication; for small limits as good as uniform.
  mutating func draw(below limit: Int) -> Int {
    Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: limit)) >> 32)
  }

  /// A number from 0 to below 1.
  mutating func drawShare() -> Double { Double(next() >> 11) * 0x1p-53 }
}
