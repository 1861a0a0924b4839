/// The parts of a network that no links join: establishments, where each is a network of its own.
struct NetworkParts: Sendable {
  private let rows: Rows<Int32>
  let count: Int

  /// - Complexity: O(activities + links).

  init(_ project: FlatProject) {
    var partOf = [Int32](repeating: -1, count: project.count)
    var count: Int32 = 0
    var queue: [Int] = []
    for flat in 0..<project.count where partOf[flat] < 0 {
      queue = [flat]
      partOf[flat] = count
      while let next = queue.popLast() {
        for arcs in [project.incoming[next], project.outgoing[next]] {
          for arc in arcs where partOf[Int(arc.other)] < 0 {
            partOf[Int(arc.other)] = count
            queue.append(Int(arc.other))
          }
        }
      }
      count += 1
    }
    self.count = Int(count)
    rows = Rows(partOf.enumerated().map { (Int($0.element), Int32($0.offset)) }, count: Int(count))
  }

  subscript(part: Int) -> ArraySlice<Int32> { rows[part] }
}
