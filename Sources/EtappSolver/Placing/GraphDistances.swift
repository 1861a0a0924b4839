import Dispatch

/// Shortest paths between all vertices of a network, as the lists of a placing problem.
package struct GraphDistances: Sendable {
  private let vertices: Int
  private let starts: [Int]
  private let arcs: [PlacingProblem.Entry]

  /// - Parameter edges: Both ways; of a repeated edge the last length counts.
  package init(vertices: Int, edges: [(from: Int32, to: Int32, length: Float)]) {
    self.vertices = vertices
    var lengths: [UInt64: Float] = [:]
    for edge in edges {
      let (low, high) = (min(edge.from, edge.to), max(edge.from, edge.to))
      lengths[UInt64(low) << 32 | UInt64(high)] = edge.length
    }
    var counts = [Int](repeating: 0, count: vertices + 1)
    for (key, _) in lengths {
      counts[Int(key >> 32) + 1] += 1
      counts[Int(key & 0xFFFF_FFFF) + 1] += 1
    }
    for vertex in 0..<vertices { counts[vertex + 1] += counts[vertex] }
    var next = counts
    var arcs = [PlacingProblem.Entry](repeating: PlacingProblem.Entry(burden: 0, site: 0), count: lengths.count * 2)
    for (key, length) in lengths.sorted(by: { $0.key < $1.key }) {
      let (low, high) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      for (from, to) in [(low, high), (high, low)] {
        arcs[next[from]] = PlacingProblem.Entry(burden: length, site: UInt32(to))
        next[from] += 1
      }
    }
    (starts, self.arcs) = (counts, arcs)
  }

  /// The problem in which every vertex is a point and a site.
  ///
  /// - Parameter radius: With one, a burden is 0 within and 1 beyond; else it is the distance.
  package func problem(threads: Int, within radius: Double? = nil) -> PlacingProblem {
    var rows = [[PlacingProblem.Entry]](repeating: [], count: vertices)
    rows.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      let work = { @Sendable (vertex: Int) in buffer[vertex] = paths(from: vertex) }
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: vertices, execute: work)
      } else {
        for vertex in 0..<vertices { work(vertex) }
      }
    }
    // Whom no path leads to is as far as nobody: farther than all paths together.
    let beyond = rows.reduce(Float(1)) { max($0, ($1.last?.burden ?? 0) + 1) }
    var (rest, starts, entries, weights, constant) = ([Float](), [0], [PlacingProblem.Entry](), [Double](), 0.0)
    for row in rows {
      let isWhole = row.count == vertices
      let most = radius == nil ? (isWhole ? row.last?.burden ?? 0 : beyond * Float(vertices)) : 1
      let before = entries.count
      for entry in row {
        if let radius {
          if Double(entry.burden) <= radius { entries.append(PlacingProblem.Entry(burden: 0, site: entry.site)) }
        } else if entry.burden < most {
          entries.append(entry)
        }
      }
      if entries.count == before {
        constant += Double(most)
        continue
      }
      if radius != nil { entries[before...].sort { $0.site < $1.site } }
      weights.append(1)
      rest.append(most)
      starts.append(entries.count)
    }
    return PlacingProblem(
      siteCount: vertices, weights: weights, rest: rest, starts: starts, entries: entries, constant: constant)
  }

  /// Every vertex that a path leads to, from the nearest out.
  ///
  /// Source: E. W. Dijkstra, Numerische Mathematik 1 (1959), with a binary heap of keys.
  private func paths(from source: Int) -> [PlacingProblem.Entry] {
    var distance = [Float](repeating: .infinity, count: vertices)
    var isDone = [Bool](repeating: false, count: vertices)
    var heap = KeyHeap()
    var found: [PlacingProblem.Entry] = []
    distance[source] = 0
    heap.push(UInt64(source))
    while let key = heap.pop() {
      let vertex = Int(key & 0xFFFF_FFFF)
      if isDone[vertex] { continue }
      isDone[vertex] = true
      let here = distance[vertex]
      found.append(PlacingProblem.Entry(burden: here, site: UInt32(vertex)))
      for index in starts[vertex]..<starts[vertex + 1] {
        let next = Int(arcs[index].site)
        let there = here + arcs[index].burden
        if there < distance[next] {
          distance[next] = there
          heap.push(UInt64(there.bitPattern) << 32 | UInt64(next))
        }
      }
    }
    return found
  }
}

/// The least of many keys, again and again.
struct KeyHeap {
  private var keys: [UInt64] = []

  mutating func push(_ key: UInt64) {
    keys.append(key)
    var child = keys.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if keys[parent] <= keys[child] { return }
      keys.swapAt(parent, child)
      child = parent
    }
  }

  mutating func pop() -> UInt64? {
    guard let least = keys.first else { return nil }
    let last = keys.removeLast()
    guard !keys.isEmpty else { return least }
    keys[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < keys.count else { return least }
      if child + 1 < keys.count, keys[child + 1] < keys[child] { child += 1 }
      if keys[parent] <= keys[child] { return least }
      keys.swapAt(parent, child)
      parent = child
    }
  }
}
