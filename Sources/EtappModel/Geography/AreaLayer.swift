import Foundation

/// A dated layer of areas (disadvantaged areas of 2021 …); lists are reissued, so several may be loaded.
public struct AreaLayer: Hashable, Sendable {
  public var id: ID<AreaLayer>
  public var title: Text
  public var date: Day?
  public var areas: [Area]

  public init(id: ID<AreaLayer>, title: Text, date: Day? = nil, areas: [Area] = []) {
    self.id = id
    self.title = title
    self.date = date
    self.areas = areas
  }

  /// The distance from a position to the nearest area: 0 inside, nil when the layer has no geometry.
  public func distance(from position: Coordinate) -> Kilometres? {
    areas.compactMap { $0.distance(from: position) }.min()
  }
}

/// One area of a layer: polygons where they are known, else a stated position.
public struct Area: Hashable, Sendable {
  public var id: String
  public var name: String
  public var shape: Shape

  /// What is known of where the area is.
  public enum Shape: Hashable, Sendable {
    /// Rings of each polygon, the outer first, positions in order.
    case polygons([[[Coordinate]]])
    /// A stated position somewhere in the middle.
    case point(Coordinate)
    /// Known by name only.
    case unknown
  }

  public init(id: String, name: String, shape: Shape) {
    self.id = id
    self.name = name
    self.shape = shape
  }

  /// The distance from a position to the area: 0 inside, nil when its position is not known.
  public func distance(from position: Coordinate) -> Kilometres? {
    switch shape {
    case .unknown: nil
    case .point(let centre): position.distance(to: centre)
    case .polygons(let polygons): polygons.map { Area.distance(from: position, to: $0) }.min()
    }
  }

  private static func distance(from position: Coordinate, to rings: [[Coordinate]]) -> Kilometres {
    // Even–odd over all rings: inside the outer and in no hole.
    let inside = rings.reduce(false) { $0 != Area.contains(position, ring: $1) }
    if inside { return 0 }
    return rings.map { distance(from: position, toRing: $0) }.min() ?? Kilometres(.infinity)
  }

  /// Whether a ring holds a position, by counting crossings of the meridian ray.
  private static func contains(_ position: Coordinate, ring: [Coordinate]) -> Bool {
    var inside = false
    var previous = ring.last
    for corner in ring {
      defer { previous = corner }
      guard let last = previous, (corner.latitude > position.latitude) != (last.latitude > position.latitude)
      else { continue }
      let share = (position.latitude - corner.latitude) / (last.latitude - corner.latitude)
      if position.longitude < corner.longitude + share * (last.longitude - corner.longitude) { inside.toggle() }
    }
    return inside
  }

  /// The distance to the nearest side, on the plane that touches the earth at `position`: exact to
  /// about 10⁻⁴ over the few kilometres that "next to" means.
  private static func distance(from position: Coordinate, toRing ring: [Coordinate]) -> Kilometres {
    let perDegree = Coordinate.earthRadius.value * .pi / 180
    let shrink = cos(position.latitude * .pi / 180)
    func plane(_ corner: Coordinate) -> (x: Double, y: Double) {
      ((corner.longitude - position.longitude) * perDegree * shrink, (corner.latitude - position.latitude) * perDegree)
    }
    var best = Double.infinity
    var previous = ring.last.map(plane)
    for corner in ring.map(plane) {
      defer { previous = corner }
      guard let last = previous else { continue }
      best = min(best, segmentDistance(last, corner))
    }
    return Kilometres(best)
  }

  /// The distance from the origin to the segment from `a` to `b`.
  private static func segmentDistance(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let along = length == 0 ? 0 : max(0, min(1, -(a.x * dx + a.y * dy) / length))
    let (x, y) = (a.x + along * dx, a.y + along * dy)
    return (x * x + y * y).squareRoot()
  }
}

/// Outlines to draw a map with: municipalities or whatever the workspace's `basemap.geojson` holds.
public struct Basemap: Hashable, Sendable {
  public var areas: [Area]

  public init(areas: [Area] = []) {
    self.areas = areas
  }
}
