/// Sites near some points, side by side in memory.
struct Vicinity {
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  private(set) var z: [Double] = []
  private(set) var sites: [Int32] = []

  init() {}

  init(_ positions: Terrain.Positions) {
    (x, y, z) = (positions.x, positions.y, positions.z)
    sites = (0..<positions.count).map { Int32($0) }
  }

  var count: Int { sites.count }

  /// Takes from others what lies no farther from a point of the terrain than a square of a straight line.
  mutating func gather(from other: borrowing Vicinity, squared limit: Double, of point: Int, in terrain: Terrain) {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    z.removeAll(keepingCapacity: true)
    sites.removeAll(keepingCapacity: true)
    let (px, py, pz) = (terrain.points.x[point], terrain.points.y[point], terrain.points.z[point])
    let (xs, ys, zs) = (other.x.span, other.y.span, other.z.span)
    for index in xs.indices {
      let (dx, dy, dz) = (xs[index] - px, ys[index] - py, zs[index] - pz)
      guard dx * dx + dy * dy + dz * dz <= limit else { continue }
      x.append(xs[index])
      y.append(ys[index])
      z.append(zs[index])
      sites.append(other.sites[index])
    }
  }
}
