import Dispatch

/// Which sites each point may be served by, without computing every pair.
extension Terrain {
  /// Points that share one search for sites.
  private static let blockSize = 64

  /// Sites of a good answer, beyond the third of which a point's list ends.
  package struct Nearness: Sendable {
    package var sites: [Int]
    /// How far beyond.
    package var factor: Double

    package init(sites: [Int], factor: Double = 1.05) {
      self.sites = sites
      self.factor = factor
    }
  }

  /// The placing problem of this country, as far as it matters.
  ///
  /// A list ends where what is open already is as good, or – when `near` names sites of a good answer – a little beyond
  /// the third of them. Where it ends early, the point's `rest` is no more than any site beyond it would give: the
  /// problem is a relaxation, and every bound of it a bound of the whole.
  ///
  ///     dᵢⱼ ≥ d_cⱼ − dᵢ꜀ for every site j, c the middle of the point's block
  package func problem(near: Nearness? = nil, threads: Int = 1) -> PlacingProblem {
    let blocks = (pointCount + Self.blockSize - 1) / Self.blockSize
    let open = near?.sites
    let factor = near?.factor ?? 1
    let isOpen = open.map { open in
      var isOpen = [Bool](repeating: false, count: siteCount)
      for site in open { isOpen[site] = true }
      return isOpen
    }
    var lists = [BlockLists](repeating: BlockLists(), count: blocks)
    lists.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      let build = { @Sendable (block: Int) in
        let first = block * Self.blockSize
        buffer[block] = self.lists(of: first..<min(pointCount, first + Self.blockSize), near: open, isOpen, factor)
      }
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: blocks, execute: build)
      } else {
        for block in 0..<blocks { build(block) }
      }
    }
    return joined(&lists)
  }

  private struct BlockLists: Sendable {
    var counts: [Int] = []
    var rest: [Float] = []
    var entries: [PlacingProblem.Entry] = []
  }

  private func joined(_ lists: inout [BlockLists]) -> PlacingProblem {
    var (weights, rest, starts, entries) = ([Double](), [Float](), [0], [PlacingProblem.Entry]())
    entries.reserveCapacity(lists.reduce(0) { $0 + $1.entries.count })
    var (constant, point) = (0.0, 0)
    for block in lists.indices {
      for (count, burden) in zip(lists[block].counts, lists[block].rest) {
        if count == 0 {
          constant += self.weights[point] * Double(burden)
        } else {
          weights.append(self.weights[point])
          rest.append(burden)
          starts.append((starts.last ?? 0) + count)
        }
        point += 1
      }
      entries += lists[block].entries
      lists[block] = BlockLists()
    }
    return PlacingProblem(
      siteCount: siteCount, weights: weights, rest: rest, starts: starts, entries: entries, constant: constant)
  }

  private func lists(of block: Range<Int>, near open: [Int]?, _ isOpen: [Bool]?, _ factor: Double) -> BlockLists {
    let middle = (block.lowerBound + block.upperBound) / 2
    let away = block.map { point in
      let (dx, dy, dz) = (
        points.x[point] - points.x[middle], points.y[point] - points.y[middle], points.z[point] - points.z[middle]
      )
      return shape.distance(squared: dx * dx + dy * dy + dz * dz)
    }
    let radius = away.max() ?? 0
    var order = (0..<siteCount).map { (squared: squared(middle, $0), site: $0) }
    let limit = limit(middle, radius, near: open, factor)
    // Only what lies within the limit is sorted.
    let bound = limit == .infinity ? Double.infinity : limit * (1 + 1e-9)
    var nearest = order.filter { shape.distance(squared: $0.squared) <= bound }
    if nearest.isEmpty, let first = order.min(by: { $0.squared < $1.squared }) { nearest = [first] }
    let isComplete = nearest.count == order.count
    order = []
    let openHere = isOpen.map { isOpen in nearest.filter { isOpen[$0.site] }.map(\.site) }
    var lists = BlockLists()
    var keys: [UInt64] = []
    for (index, point) in block.enumerated() {
      // Nothing that was left out is nearer than this; a hair off for rounding.
      var beyond = isComplete ? Float.infinity : burden(max(0, (bound - away[index]) * (1 - 1e-9)))
      if let openHere, let third = third(of: openHere, from: point) { beyond = min(beyond, burden(third * factor)) }
      fill(&keys, point, nearest, below: min(rest[point], beyond))
      var cut = min(rest[point], beyond)
      // Of a whole list the last is as bad as it gets: something is open.
      let isWhole = isComplete && keys.count == siteCount
      if isWhole || cut == .infinity { cut = min(cut, keys.last.map(Self.burden) ?? cut) }
      let before = lists.entries.count
      for key in keys where Self.burden(key) < cut {
        lists.entries.append(PlacingProblem.Entry(burden: Self.burden(key), site: UInt32(truncatingIfNeeded: key)))
      }
      lists.counts.append(lists.entries.count - before)
      lists.rest.append(cut)
    }
    return lists
  }

  /// How far the third nearest of some sites is; nil of fewer, or where distances are all the same.
  private func third(of sites: [Int], from point: Int) -> Double? {
    guard sites.count > 2 else { return nil }
    var (first, second, third) = (Double.infinity, Double.infinity, Double.infinity)
    for site in sites {
      let squared = squared(point, site)
      if squared < first {
        (first, second, third) = (squared, first, second)
      } else if squared < second {
        (second, third) = (squared, second)
      } else if squared < third {
        third = squared
      }
    }
    return shape.distance(squared: third)
  }

  /// The burdens below a limit, as sorted keys: bits of burdens that are not negative are in the order of the burdens.
  private func fill(_ keys: inout [UInt64], _ point: Int, _ nearest: [(squared: Double, site: Int)], below limit: Float)
  {
    keys.removeAll(keepingCapacity: true)
    for near in nearest {
      let burden = burden(distance(point, near.site))
      if burden < limit || limit == .infinity { keys.append(UInt64(burden.bitPattern) << 32 | UInt64(near.site)) }
    }
    keys.sort()
  }

  @inline(__always) private static func burden(_ key: UInt64) -> Float { Float(bitPattern: UInt32(key >> 32)) }

  /// How far from the middle of a block to look.
  private func limit(_ middle: Int, _ radius: Double, near open: [Int]?, _ factor: Double) -> Double {
    // A hair more than needed, for rounding.
    let known = min(horizon + radius, now[middle] + 2 * radius) * 1.0001
    guard let open, open.count > 2 else { return known }
    var least = [Double](repeating: .infinity, count: 3)
    for site in open {
      let squared = squared(middle, site)
      if squared < least[2] {
        least[2] = squared
        least.sort()
      }
    }
    return min(known, shape.distance(squared: least[2]) * factor + 2 * radius)
  }
}
