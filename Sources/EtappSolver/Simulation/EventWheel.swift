/// Events by day: a bucket for each of the next 4,096 days and a bit for each bucket that has something; what lies
/// farther off waits aside until the wheel has turned.
///
/// - Complexity: O(1) for each event.
///
/// Source: R. Brown, "Calendar queues: a fast O(1) priority queue implementation for the simulation event set problem",
/// Communications of the ACM 31 (1988), doi:10.1145/63039.63045.
final class EventWheel {
  private static let days = 4096

  private let heads = FixedBuffer<Int32>(-1, count: days)
  private let bits = FixedBuffer<UInt64>(0, count: days / 64)
  @exclusivity(unchecked) private var nodes: FixedBuffer<Node>
  @exclusivity(unchecked) private var nodeCount = 0
  @exclusivity(unchecked) private var far: [(day: Int32, event: Int32)] = []
  /// The day of the first bucket.
  @exclusivity(unchecked) private var base: Int32 = 0
  @exclusivity(unchecked) private var word = 0

  private struct Node: BitwiseCopyable {
    var event: Int32
    var next: Int32
  }

  init(capacity: Int) {
    nodes = FixedBuffer(Node(event: 0, next: -1), count: max(16, capacity))
  }

  /// Begins anew; whatever is still in the wheel must have been taken.
  func reset(to day: Int32) {
    (base, word, nodeCount) = (day, 0, 0)
    far.removeAll(keepingCapacity: true)
  }

  /// - Precondition: `day` is not before the last day taken.
  @inline(__always)
  func push(_ event: Int32, on day: Int32) {
    let offset = Int(day) - Int(base)
    guard offset < Self.days else { return far.append((day, event)) }
    if nodeCount == nodes.count { grow() }
    nodes[nodeCount] = Node(event: event, next: heads[offset])
    heads[offset] = Int32(nodeCount)
    bits[offset >> 6] |= 1 << UInt64(offset & 63)
    nodeCount += 1
  }

  /// The next day with events, and the first of them; nil when there are none.
  @inline(__always)
  func next() -> (day: Int32, first: Int32)? {
    while true {
      while word < Self.days / 64 {
        let mask = bits[word]
        if mask != 0 {
          let offset = word << 6 + mask.trailingZeroBitCount
          bits[word] = mask & (mask - 1)
          let first = heads[offset]
          heads[offset] = -1
          return (base + Int32(offset), first)
        }
        word += 1
      }
      guard turn() else { return nil }
    }
  }

  /// An event and the one after it on the same day; −1 after the last.
  @inline(__always)
  func event(_ node: Int32) -> (event: Int32, next: Int32) {
    let node = nodes[Int(node)]
    return (node.event, node.next)
  }

  /// Brings the wheel to the first of the far days.
  private func turn() -> Bool {
    guard let first = far.min(by: { $0.day < $1.day })?.day else { return false }
    (base, word) = (first, 0)
    let waiting = far
    far.removeAll(keepingCapacity: true)
    for (day, event) in waiting { push(event, on: day) }
    return true
  }

  private func grow() {
    let larger = FixedBuffer(Node(event: 0, next: -1), count: 2 * nodes.count)
    for index in 0..<nodes.count { larger[index] = nodes[index] }
    nodes = larger
  }
}
