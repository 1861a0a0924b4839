import Dispatch

/// Which sites each point may be served by, without computing every pair.
extension Terrain {
  /// Points that share one search for sites.
  static let blockSize = 64

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
    listed(near: near, threads: threads).problem
  }

  /// The placing problem, and which point of the country each of its points is: points that no site helps are left out.
  func listed(near: Nearness? = nil, threads: Int = 1) -> (problem: PlacingProblem, points: [Int32]) {
    let blocks = (pointCount + Self.blockSize - 1) / Self.blockSize
    let maker = ListMaker(self, near)
    var lists = [BlockLists](repeating: BlockLists(), count: blocks)
    lists.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      let build = { @Sendable (run: Int) in
        let points = run * Self.runSize..<min(pointCount, (run + 1) * Self.runSize)
        let around = around(points, maker)
        for first in stride(from: points.lowerBound, to: points.upperBound, by: Self.blockSize) {
          buffer[first / Self.blockSize] = self.lists(
            of: first..<min(points.upperBound, first + Self.blockSize), around, maker)
        }
      }
      let runs = (pointCount + Self.runSize - 1) / Self.runSize
      if threads > 1 {
        DispatchQueue.concurrentPerform(iterations: runs, execute: build)
      } else {
        for run in 0..<runs { build(run) }
      }
    }
    return joined(&lists)
  }

  /// How many points would have each site in their lists, estimated from one block in so many.
  func listLengths(near: Nearness?, oneIn share: Int) -> [Int] {
    var lengths = [Int](repeating: 0, count: siteCount)
    let maker = ListMaker(self, near)
    let all = Array(0..<siteCount)
    for first in stride(from: 0, to: pointCount, by: Self.blockSize * share) {
      for entry in lists(of: first..<min(pointCount, first + Self.blockSize), all, maker).entries {
        lengths[Int(entry.site)] += share
      }
    }
    return lengths
  }

  /// What all lists of a country have in common.
  private struct ListMaker: Sendable {
    let open: [Int]?
    let factor: Double
    let isOpen: [Bool]?

    init(_ terrain: Terrain, _ near: Nearness?) {
      open = near?.sites
      factor = near?.factor ?? 1
      isOpen = near.map { near in
        var isOpen = [Bool](repeating: false, count: terrain.siteCount)
        for site in near.sites { isOpen[site] = true }
        return isOpen
      }
    }
  }

  /// Sites that the lists of a run of points may have: those within the limits of all its blocks.
  ///
  /// A block's middle lies within the radius of the run's, and its own radius is at most twice that.
  private func around(_ run: Range<Int>, _ maker: ListMaker) -> [Int] {
    let middle = Self.middle(run)
    let radius = shape.distance(squared: run.reduce(0) { max($0, squaredBetween($1, middle)) })
    let limit = limit(middle, radius * (maker.factor + 5) / 2, near: maker.open, maker.factor)
    let near = (0..<siteCount).filter { distance(middle, $0) <= limit * (1 + 1e-9) }
    return near.isEmpty ? Array(0..<siteCount) : near
  }

  private struct BlockLists: Sendable {
    var counts: [Int] = []
    var rest: [Float] = []
    var entries: [PlacingProblem.Entry] = []
  }

  private func joined(_ lists: inout [BlockLists]) -> (problem: PlacingProblem, points: [Int32]) {
    var (weights, rest, starts, entries) = ([Double](), [Float](), [0], [PlacingProblem.Entry]())
    var points: [Int32] = []
    entries.reserveCapacity(lists.reduce(0) { $0 + $1.entries.count })
    var (constant, point) = (0.0, 0)
    for block in lists.indices {
      for (count, burden) in zip(lists[block].counts, lists[block].rest) {
        if count == 0 {
          constant += self.weights[point] * Double(burden)
        } else {
          weights.append(self.weights[point])
          rest.append(burden)
          points.append(Int32(point))
          starts.append((starts.last ?? 0) + count)
        }
        point += 1
      }
      entries += lists[block].entries
      lists[block] = BlockLists()
    }
    return (
      PlacingProblem(
        siteCount: siteCount, weights: weights, rest: rest, starts: starts, entries: entries, constant: constant),
      points
    )
  }

  /// - Parameter around: Sites of which the lists may be made.
  private func lists(of block: Range<Int>, _ around: [Int], _ maker: ListMaker) -> BlockLists {
    let middle = Self.middle(block)
    let away = block.map { shape.distance(squared: squaredBetween($0, middle)) }
    let radius = away.max() ?? 0
    let (factor, isOpen) = (maker.factor, maker.isOpen)
    var order = around.map { (squared: squared(middle, $0), site: $0) }
    let limit = limit(middle, radius, near: maker.open, factor)
    // Only what lies within the limit is sorted.
    let bound = limit == .infinity ? Double.infinity : limit * (1 + 1e-9)
    var nearest = order.filter { shape.distance(squared: $0.squared) <= bound }
    if nearest.isEmpty, let first = order.min(by: { $0.squared < $1.squared }) { nearest = [first] }
    let isComplete = nearest.count == siteCount
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
