/// Which literal of a start to decide next: those that took part in many conflicts lately first.
///
/// Source: variable state independent decaying sum, M. W. Moskewicz et al., "Chaff", DAC 2001,
/// doi:10.1145/378239.379017. Only literals that took part in some conflict are kept in the heap.
struct LiteralOrder: ~Copyable {
  /// "Variable ≤ its first lower bound + k" has index `base[variable] + k`.
  private var base: FlatArray<Int32>
  private var first: FlatArray<Int32>
  private var owner: FlatArray<Int32>
  private var score: FlatArray<Double>
  private var place: FlatArray<Int32>
  private var heap = FlatArray<Int32>()
  /// Literals with a score that are not in the heap, since they were decided.
  private var isOut: BitRow
  private var step = 1.0
  /// The value each variable is wanted to have.
  var guide: FlatArray<Int32>

  init(lower: [Int], upper: [Int], guide: [Int]) {
    base = FlatArray(repeating: 0, count: lower.count)
    first = FlatArray(lower.map(Int32.init))
    owner = FlatArray()
    for variable in lower.indices {
      base[variable] = Int32(owner.count)
      for _ in lower[variable]..<upper[variable] { owner.append(Int32(variable)) }
    }
    score = FlatArray(repeating: 0, count: owner.count)
    place = FlatArray(repeating: -1, count: owner.count)
    isOut = BitRow(count: owner.count)
    self.guide = FlatArray(guide.map(Int32.init))
  }

  var isEmpty: Bool { heap.count == 0 }

  /// The literal "side ≥ value" and its negation share an index.
  @inline(__always)
  private func index(side: Int32, value: Int32) -> Int {
    let variable = Int(side >> 1)
    let day = side & 1 == 0 ? value - 1 : -value
    return Int(base[variable] + day - first[variable])
  }

  mutating func bump(side: Int32, value: Int32) {
    let index = index(side: side, value: value)
    score[index] += step
    if score[index] > 1e100 { rescale() }
    if place[index] >= 0 { rise(Int(place[index])) } else { insert(index) }
  }

  mutating func decay() { step *= 1 / 0.95 }

  /// Literals that are open again after a bound fell from `new` back to `old`.
  @inline(__always)
  mutating func restore(side: Int32, after old: Int32, through new: Int32) {
    let low = index(side: side, value: side & 1 == 0 ? old + 1 : new)
    let high = index(side: side, value: side & 1 == 0 ? new : old + 1)
    var index = isOut.next(from: low, through: high)
    while index >= 0 {
      insert(index)
      index = isOut.next(from: index + 1, through: high)
    }
  }

  /// Takes out the most active: a variable and a day for "starts by that day".
  mutating func popMost() -> (variable: Int, day: Int32) {
    let index = heap[0]
    place[index] = -1
    isOut.set(Int(index))
    let last = heap.removeLast()
    if heap.count > 0 {
      heap[0] = last
      place[last] = 0
      sink(0)
    }
    let variable = Int(owner[index])
    return (variable, index - base[variable] + first[variable])
  }

  private mutating func insert(_ index: Int) {
    isOut.clear(index)
    heap.append(Int32(index))
    place[index] = Int32(heap.count - 1)
    rise(heap.count - 1)
  }

  private mutating func rise(_ position: Int) {
    var position = position
    let item = heap[position]
    let own = score[item]
    while position > 0 {
      let parent = (position - 1) / 2
      guard score[heap[parent]] < own else { break }
      heap[position] = heap[parent]
      place[heap[position]] = Int32(position)
      position = parent
    }
    heap[position] = item
    place[item] = Int32(position)
  }

  private mutating func sink(_ position: Int) {
    var position = position
    let item = heap[position]
    let own = score[item]
    while true {
      var child = 2 * position + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, score[heap[child + 1]] > score[heap[child]] { child += 1 }
      guard score[heap[child]] > own else { break }
      heap[position] = heap[child]
      place[heap[position]] = Int32(position)
      position = child
    }
    heap[position] = item
    place[item] = Int32(position)
  }

  private mutating func rescale() {
    for index in 0..<score.count { score[index] *= 1e-100 }
    step *= 1e-100
  }
}
