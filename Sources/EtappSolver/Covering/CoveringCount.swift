/// Counts the weight of customers by the set of sites that serve them, while they stream by.
///
/// Customers whom the same sites serve are one point: of twenty million and a hundred sites about three thousand are left.
/// The plane is divided into cells. For most sites a cell lies wholly inside the radius or wholly outside; only the few
/// whose circle passes through are looked at customer by customer.
///
/// Complexity: O(sites × cells) once, then O(1) on average for each customer.
package final class CoveringCount: @unchecked Sendable {
  private let radius: Double
  private let sites: Terrain.Positions
  /// 64 sites a word.
  private let words: Int
  private let side: Int
  private let (left, bottom, across, up): (Double, Double, Double, Double)
  /// Sites that serve the whole of each cell, `cells × words`.
  private var certain: [UInt64]
  /// Sites whose circle passes through each cell: `starts[c]..<starts[c + 1]`.
  private var starts: [Int] = [0]
  private var uncertain: [Int32] = []
  private let parts: [Part]

  /// What one worker has counted.
  private final class Part {
    var table: WeightsBySet
    /// Weight in cells that no circle passes through.
    var inCells: [Double]
    /// Weight that no site serves, outside all cells.
    var outside = 0.0
    var set: [UInt64]

    init(words: Int, cells: Int) {
      table = WeightsBySet(words: words)
      inCells = [Double](repeating: 0, count: cells)
      set = [UInt64](repeating: 0, count: words)
    }
  }

  private static let mostTests = 8_000_000
  private static let mostCells = 65_536

  /// - Parameter workers: How many threads will count side by side.
  package init(sites: Terrain.Positions, radius: Double, workers: Int) {
    self.sites = sites
    self.radius = radius
    let words = (sites.count + 63) / 64
    self.words = words
    let side = Int(Double(min(Self.mostCells, max(1, Self.mostTests / max(1, sites.count)))).squareRoot())
    self.side = side
    // A hair more than the circles: what lies outside is served by nobody.
    let more = radius * (1 + 1e-9) + 1e-9
    left = (sites.x.min() ?? 0) - more
    bottom = (sites.y.min() ?? 0) - more
    across = max(1e-9, ((sites.x.max() ?? 0) + more - left) / Double(side))
    up = max(1e-9, ((sites.y.max() ?? 0) + more - bottom) / Double(side))
    certain = [UInt64](repeating: 0, count: side * side * words)
    parts = (0..<max(1, workers)).map { _ in Part(words: words, cells: side * side) }
    for cell in 0..<side * side { divideSites(of: cell) }
  }

  /// Tells the sites that serve a whole cell from those that may serve a part of it.
  private func divideSites(of cell: Int) {
    let (x, y) = (left + across * Double(cell % side), bottom + up * Double(cell / side))
    // Rounding may put a customer on the edge into the cell next to it.
    let (dx, dy) = (across * 1e-6, up * 1e-6)
    for site in 0..<sites.count {
      let (a, b) = (x - dx - sites.x[site], x + across + dx - sites.x[site])
      let (c, d) = (y - dy - sites.y[site], y + up + dy - sites.y[site])
      let (nearX, nearY) = (max(0, max(a, -b)), max(0, max(c, -d)))
      let (farX, farY) = (max(abs(a), abs(b)), max(abs(c), abs(d)))
      if (farX * farX + farY * farY).squareRoot() < radius * (1 - 1e-9) {
        certain[cell * words + site / 64] |= 1 << UInt64(site % 64)
      } else if (nearX * nearX + nearY * nearY).squareRoot() <= radius * (1 + 1e-9) {
        uncertain.append(Int32(site))
      }
    }
    starts.append(uncertain.count)
  }

  /// Counts a customer; each worker from one thread at a time.
  package func add(worker: Int, x: Double, y: Double, weight: Double) {
    let part = parts[worker]
    let (column, row) = (((x - left) / across).rounded(.down), ((y - bottom) / up).rounded(.down))
    guard column >= 0, row >= 0, column < Double(side), row < Double(side) else {
      part.outside += weight
      return
    }
    let cell = Int(row) * side + Int(column)
    let (first, last) = (starts[cell], starts[cell + 1])
    guard first < last else {
      part.inCells[cell] += weight
      return
    }
    for word in 0..<words { part.set[word] = certain[cell * words + word] }
    for index in first..<last {
      let site = Int(uncertain[index])
      let (dx, dy) = (sites.x[site] - x, sites.y[site] - y)
      if (dx * dx + dy * dy).squareRoot() <= radius { part.set[site / 64] |= 1 << UInt64(site % 64) }
    }
    part.table.add(weight, to: part.set.span)
  }

  /// The covering problem of all customers counted: served ones bear nothing, others one for each unit of weight.
  package func problem() -> PlacingProblem {
    var all = WeightsBySet(words: words)
    var outside = 0.0
    for part in parts {
      outside += part.outside
      for (set, weight) in part.table.sets { all.add(weight, to: set.span) }
      for (cell, weight) in part.inCells.enumerated() where weight != 0 {
        all.add(weight, to: Array(certain[cell * words..<(cell + 1) * words]).span)
      }
    }
    return problem(all.sets.sorted { $0.set.lexicographicallyPrecedes($1.set) }, constant: outside)
  }

  private func problem(_ sets: [(set: [UInt64], weight: Double)], constant: Double) -> PlacingProblem {
    var (weights, starts, entries, constant) = ([Double](), [0], [PlacingProblem.Entry](), constant)
    for (set, weight) in sets {
      let members = (0..<sites.count).filter { set[$0 / 64] >> UInt64($0 % 64) & 1 == 1 }
      guard !members.isEmpty else {
        constant += weight
        continue
      }
      weights.append(weight)
      entries += members.map { PlacingProblem.Entry(burden: 0, site: UInt32($0)) }
      starts.append(entries.count)
    }
    return PlacingProblem(
      siteCount: sites.count, weights: weights, rest: [Float](repeating: 1, count: weights.count), starts: starts,
      entries: entries, constant: constant)
  }

  /// Weight of all customers counted.
  package var total: Double {
    parts.reduce(0) { sum, part in
      sum + part.outside + part.inCells.reduce(0, +) + part.table.sets.reduce(0) { $0 + $1.weight }
    }
  }
}

/// Weights summed by sets, a set being a few words of bits.
private struct WeightsBySet {
  private let words: Int
  /// Number of the set in each slot; −1 where there is none. A power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 1 << 12)
  private var keys: [UInt64] = []
  private var weights: [Double] = []

  init(words: Int) { self.words = words }

  var sets: [(set: [UInt64], weight: Double)] {
    weights.indices.map { (Array(keys[$0 * words..<($0 + 1) * words]), weights[$0]) }
  }

  mutating func add(_ weight: Double, to set: Span<UInt64>) {
    var slot = Self.hash(set) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isSame(set, number) {
        weights[number] += weight
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(weights.count)
    for word in set.indices { keys.append(set[word]) }
    weights.append(weight)
    if 2 * weights.count > slots.count { grow() }
  }

  private func isSame(_ set: Span<UInt64>, _ number: Int) -> Bool {
    for word in 0..<words where keys[number * words + word] != set[word] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in weights.indices {
      var slot = Self.hash(Array(keys[number * words..<(number + 1) * words]).span) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  private static func hash(_ set: Span<UInt64>) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in set.indices {
      hash = (hash ^ set[word]) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 29
    }
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
