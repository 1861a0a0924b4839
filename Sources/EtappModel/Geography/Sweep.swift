/// Positions sorted along the axis on which they spread the most, so that the near ones are a run of neighbours.
///
/// A chord is never shorter than its part along any axis: what is farther along this one need not be looked at. In a
/// long country the run is short; at worst, with all positions on one line across the axis, it is everything.
struct Sweep: Sendable {
  /// A vector from the centre of the earth.
  typealias Vector = (x: Double, y: Double, z: Double)

  private enum Axis { case x, y, z }

  private let axis: Axis
  /// Coordinates in sorted order, and the place each had in the list given.
  private let x: [Double], y: [Double], z: [Double]
  private let index: [Int32]

  init(_ positions: [Vector]) {
    func spread(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    let spreads: [(axis: Axis, spread: Double)] = [
      (.x, spread(positions.map(\.x))), (.y, spread(positions.map(\.y))), (.z, spread(positions.map(\.z))),
    ]
    let axis = spreads.max { $0.spread < $1.spread }?.axis ?? .x
    let order = positions.indices.sorted {
      (Self.along(axis, positions[$0]), $0) < (Self.along(axis, positions[$1]), $1)
    }
    self.axis = axis
    (x, y, z) = (order.map { positions[$0].x }, order.map { positions[$0].y }, order.map { positions[$0].z })
    index = order.map(Int32.init)
  }

  private static func along(_ axis: Axis, _ vector: Vector) -> Double {
    switch axis {
    case .x: vector.x
    case .y: vector.y
    case .z: vector.z
    }
  }

  private var keys: [Double] {
    switch axis {
    case .x: x
    case .y: y
    case .z: z
    }
  }

  /// Calls `body` with the index of every position whose squared chord to `vector` is at most `reach`, and the chord.
  func forEach(within reach: Double, from vector: Vector, _ body: (Int, Double) -> Void) {
    let keys = keys.span
    let key = Self.along(axis, vector)
    // A hair wider, since the root is rounded; the squared chord decides.
    let width = reach.squareRoot() * (1 + 1e-12)
    let (xs, ys, zs, indices) = (x.span, y.span, z.span, index.span)
    var k = Self.first(in: keys, notBelow: key - width)
    while k < keys.count, keys[k] <= key + width {
      let (dx, dy, dz) = (vector.x - xs[k], vector.y - ys[k], vector.z - zs[k])
      let chord = dx * dx + dy * dy + dz * dz
      if chord <= reach { body(Int(indices[k]), chord) }
      k += 1
    }
  }

  /// The least squared chord to any position; nil when there is none.
  func least(from vector: Vector) -> Double? {
    let keys = keys.span
    let key = Self.along(axis, vector)
    let (xs, ys, zs) = (x.span, y.span, z.span)
    var best = Double.infinity
    func look(_ k: Int) -> Bool {
      let gap = keys[k] - key
      guard gap * gap <= best else { return false }
      let (dx, dy, dz) = (vector.x - xs[k], vector.y - ys[k], vector.z - zs[k])
      best = min(best, dx * dx + dy * dy + dz * dz)
      return true
    }
    let middle = Self.first(in: keys, notBelow: key)
    var above = middle
    while above < keys.count, look(above) { above += 1 }
    var below = middle - 1
    while below >= 0, look(below) { below -= 1 }
    return best < .infinity ? best : nil
  }

  /// The first place in sorted keys whose key is at least `key`.
  private static func first(in keys: Span<Double>, notBelow key: Double) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
