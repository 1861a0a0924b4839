/// A change of a column's bounds that a branch makes.
struct BoundChange: Sendable {
  let column: Int
  let lower: Double
  let upper: Double
}

/// A part of the tree: what has been branched on, and a bound on everything below.
struct Node: Sendable {
  /// What was branched on to make the node, which child it is and how far the point had to move.
  struct Origin: Sendable {
    let key: Branching.Key
    let side: Int
    let distance: Double
  }

  var bound: Double
  var changes: [BoundChange] = []
  /// Where the linear solver stood when the node was made.
  var basis: StoredBasis?
  var origin: Origin?
}

/// A basis, whose it is, and how often rows had been deleted when it was taken.
struct StoredBasis: Sendable {
  let basis: HighsModel.Basis
  let deletions: Int
  let owner: ObjectIdentifier
}

/// The open nodes of a search, a heap by bound; ties go to the node that was made first.
struct Tree {
  private var heap: [(node: Node, number: Int)] = []
  private var made = 0
  /// The least bound among what has been pruned.
  private(set) var prunedBound = Double.infinity

  var count: Int { heap.count }

  /// The least bound among open nodes and what has been pruned.
  var bound: Double { min(prunedBound, heap.first?.node.bound ?? .infinity) }

  mutating func prune(_ bound: Double) { prunedBound = min(prunedBound, bound) }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (heap[a].node.bound, heap[a].number) < (heap[b].node.bound, heap[b].number)
  }

  mutating func push(_ node: Node) {
    heap.append((node, made))
    made += 1
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLeast() -> Node? {
    guard let least = heap.first?.node else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, precedes(child + 1, child) { child += 1 }
      guard precedes(child, parent) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return least
  }
}
