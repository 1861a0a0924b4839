import Foundation

/// Points and sites on a plane or on a globe, and what a straight line between them is to bear.
package struct Terrain: Sendable {
  /// Positions, coordinate by coordinate.
  package struct Positions: Sendable {
    package var x: [Double] = []
    package var y: [Double] = []
    package var z: [Double] = []

    package init() {}

    package var count: Int { x.count }

    package mutating func append(_ x: Double, _ y: Double, _ z: Double = 0) {
      self.x.append(x)
      self.y.append(y)
      self.z.append(z)
    }

    package func picked(_ indices: [Int]) -> Positions {
      var picked = Positions()
      for index in indices { picked.append(x[index], y[index], z[index]) }
      return picked
    }
  }

  /// How far two positions are apart, given the square of the straight line between them.
  package enum Shape: Sendable {
    case plane
    /// Unit vectors on a globe of this radius.
    case globe(radius: Double)

    @inline(__always) package func distance(squared: Double) -> Double {
      switch self {
      case .plane: squared.squareRoot()
      case .globe(let radius): 2 * radius * asin(min(1, squared.squareRoot() / 2))
      }
    }

    /// No two positions are farther apart.
    var greatest: Double {
      switch self {
      case .plane: 1e9
      case .globe(let radius): .pi * radius
      }
    }

    /// The square of the straight line between two positions so far apart.
    func squared(distance: Double) -> Double {
      switch self {
      case .plane: return distance * distance
      case .globe(let radius):
        guard distance < .pi * radius else { return .infinity }
        let line = 2 * sin(distance / (2 * radius))
        return line * line
      }
    }
  }

  package let shape: Shape
  /// Points, near ones near each other.
  package let points: Positions
  package let weights: [Double]
  package let sites: Positions
  /// What a point bears at a distance: never falling with it.
  package let burden: @Sendable (Double) -> Float
  /// Beyond this distance a burden does not grow.
  package let horizon: Double
  /// How far each point is from what is open already; infinite where nothing is.
  let now: [Double]
  /// What each point bears by what is open already.
  package let rest: [Float]

  /// - Parameters:
  ///   - existing: Positions that are open already.
  ///   - horizon: Distance beyond which a burden does not grow.
  package init(
    shape: Shape, points: Positions, weights: [Double], sites: Positions, existing: Positions,
    horizon: Double = .infinity, threads: Int = 1, burden: @escaping @Sendable (Double) -> Float
  ) {
    let order = Self.order(points)
    self.shape = shape
    self.points = points.picked(order)
    self.weights = order.map { weights[$0] }
    self.sites = sites
    self.burden = burden
    self.horizon = horizon
    now = Self.nearest(self.points, to: existing, shape, threads: threads)
    let most = horizon == .infinity ? Float.infinity : burden(.infinity)
    rest = now.map { $0 == .infinity ? most : burden($0) }
  }

  /// The same country with some of the sites only.
  init(_ other: Terrain, sites: [Int]) {
    shape = other.shape
    points = other.points
    weights = other.weights
    self.sites = other.sites.picked(sites)
    burden = other.burden
    horizon = other.horizon
    now = other.now
    rest = other.rest
  }

  private init(_ other: Terrain, points indices: [Int], weights: [Double], sites: [Int]) {
    shape = other.shape
    points = other.points.picked(indices)
    self.weights = weights
    self.sites = other.sites.picked(sites)
    burden = other.burden
    horizon = other.horizon
    now = indices.map { other.now[$0] }
    rest = indices.map { other.rest[$0] }
  }

  package var pointCount: Int { points.count }
  package var siteCount: Int { sites.count }

  /// Whether something is open already.
  var hasExisting: Bool { now.first.map { $0 < .infinity } ?? false }

  /// Whether a point bears all or nothing.
  var isCovering: Bool { horizon < .infinity && burden(0) == burden(horizon * (1 - 1e-9)) }

  /// What no choice of sites can better: everybody at a site.
  var least: Double { Double(burden(0)) * weights.reduce(0, +) }

  /// A distance at which a point bears so much, and less before: found by halving.
  func distance(bearing wanted: Float) -> Double {
    var (low, high) = (0.0, min(horizon, shape.greatest))
    if burden(high) < wanted { return high }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if burden(middle) < wanted { low = middle } else { high = middle }
    }
    return high
  }

  // MARK: Values from the definition

  /// How far each point is from the nearest of these sites and of what is open already.
  ///
  /// - Complexity: O(points × open).
  package func distances(open: [Int], threads: Int = 1) -> [Double] {
    let near = Self.nearest(points, to: sites.picked(open), shape, threads: threads)
    return zip(near, now).map { min($0, $1) }
  }

  /// Σ weight × burden when these sites are open.
  package func value(open: [Int], threads: Int = 1) -> Double {
    zip(weights, distances(open: open, threads: threads)).reduce(0) { $0 + $1.0 * Double(burden($1.1)) }
  }

  /// How far each point is from the nearest of some positions; infinite where there are none.
  ///
  /// Position by position over a few hundred points at a time, so that the compiler makes vectors of it.
  ///
  /// - Complexity: O(points × positions).
  package static func nearest(_ points: Positions, to open: Positions, _ shape: Shape, threads: Int) -> [Double] {
    let found = Flat<Double>(repeating: .infinity, count: points.count)
    guard open.count > 0 else { return found.array }
    points.x.withUnsafeBufferPointer { x in
      points.y.withUnsafeBufferPointer { y in
        points.z.withUnsafeBufferPointer { z in
          nonisolated(unsafe) let (x, y, z) = (x, y, z)
          Chunks.run(points.count, threads: points.count > 10_000 ? threads : 1) { _, range in
            for first in stride(from: range.lowerBound, to: range.upperBound, by: nearestBlock) {
              let block = first..<min(range.upperBound, first + nearestBlock)
              for site in 0..<open.count {
                least(found.base, x, y, z, block, open.x[site], open.y[site], open.z[site])
              }
              for point in block { found[point] = shape.distance(squared: found[point]) }
            }
          }
        }
      }
    }
    return found.array
  }

  private static let nearestBlock = 512

  @inline(__always) private static func least(
    _ found: UnsafeMutablePointer<Double>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeBufferPointer<Double>,
    _ z: UnsafeBufferPointer<Double>, _ block: Range<Int>, _ siteX: Double, _ siteY: Double, _ siteZ: Double
  ) {
    for point in block {
      let (dx, dy, dz) = (x[point] - siteX, y[point] - siteY, z[point] - siteZ)
      let squared = dx * dx + dy * dy + dz * dz
      found[point] = squared < found[point] ? squared : found[point]
    }
  }

  // MARK: Order

  /// The points along a curve that fills the space, so that those near each other come near each other.
  private static func order(_ positions: Positions) -> [Int] {
    func scaled(_ values: [Double]) -> [UInt64] {
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      let factor = high > low ? Double((1 << 20) - 1) / (high - low) : 0
      return values.map { UInt64(($0 - low) * factor) }
    }
    let (x, y, z) = (scaled(positions.x), scaled(positions.y), scaled(positions.z))
    let keys = positions.x.indices.map { spread(x[$0]) | spread(y[$0]) << 1 | spread(z[$0]) << 2 }
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// The bits of a number below 2²¹, two blanks between any two.
  private static func spread(_ number: UInt64) -> UInt64 {
    var bits = number & 0x1F_FFFF
    bits = (bits | bits << 32) & 0x1F_0000_0000_FFFF
    bits = (bits | bits << 16) & 0x1F_0000_FF00_00FF
    bits = (bits | bits << 8) & 0x100F_00F0_0F00_F00F
    bits = (bits | bits << 4) & 0x10C3_0C30_C30C_30C3
    return (bits | bits << 2) & 0x1249_2492_4924_9249
  }

  /// The sites along the same curve.
  var siteOrder: [Int] { Self.order(sites) }

  // MARK: A smaller country

  /// A country of fewer points and sites: neighbours are drawn together in the heaviest of them, and of many sites the
  /// nearest to each is kept.
  ///
  /// - Returns: The smaller country; which site of this one each of its sites is.
  package func aggregated(points most: Int, sites mostSites: Int) -> (terrain: Terrain, sites: [Int]) {
    let blocks = min(pointCount, max(1, most))
    var heads: [Int] = []
    var sums: [Double] = []
    for block in 0..<blocks {
      let range = pointCount * block / blocks..<pointCount * (block + 1) / blocks
      heads.append(range.max { (weights[$0], $1) < (weights[$1], $0) } ?? range.lowerBound)
      sums.append(range.reduce(0) { $0 + weights[$1] })
    }
    let kept = siteCount <= mostSites ? Array(0..<siteCount) : nearestSites(of: heads)
    return (Terrain(self, points: heads, weights: sums, sites: kept), kept)
  }

  /// A country of fewer points and all sites, neighbours drawn together where their middle is: how far sites are from all
  /// of them together is then how far they are from the middle, but for what is of second order.
  func centred(points most: Int) -> Terrain {
    let blocks = min(pointCount, max(1, most))
    var (middles, sums, far) = (Positions(), [Double](), [Double]())
    for block in 0..<blocks {
      let range = pointCount * block / blocks..<pointCount * (block + 1) / blocks
      let people = range.reduce(0) { $0 + weights[$1] }
      func mean(_ values: [Double]) -> Double {
        guard people > 0 else { return values[range.lowerBound] }
        return range.reduce(0) { $0 + (weights[$1] > 0 ? weights[$1] * values[$1] : 0) } / people
      }
      middles.append(mean(points.x), mean(points.y), mean(points.z))
      far.append(mean(now))
      sums.append(people)
    }
    return Terrain(self, points: middles, weights: sums, now: far)
  }

  private init(_ other: Terrain, points: Positions, weights: [Double], now: [Double]) {
    shape = other.shape
    self.points = points
    self.weights = weights
    sites = other.sites
    burden = other.burden
    horizon = other.horizon
    self.now = now
    let (burden, most) = (other.burden, other.horizon == .infinity ? Float.infinity : other.burden(.infinity))
    rest = now.map { $0 == .infinity ? most : burden($0) }
  }

  private func nearestSites(of points: [Int]) -> [Int] {
    let found = Set(
      points.map { point in
        (0..<siteCount).min { (squared(point, $0), $0) < (squared(point, $1), $1) } ?? 0
      })
    return found.sorted()
  }

  @inline(__always) func squared(_ point: Int, _ site: Int) -> Double {
    let (dx, dy, dz) = (
      points.x[point] - sites.x[site], points.y[point] - sites.y[site], points.z[point] - sites.z[site]
    )
    return dx * dx + dy * dy + dz * dz
  }

  package func distance(_ point: Int, _ site: Int) -> Double { shape.distance(squared: squared(point, site)) }
}
