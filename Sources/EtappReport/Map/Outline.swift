import EtappModel

/// Outlines made small: what no eye can see at the map's scale is left out.
struct Outline {
  private let view: MapView
  /// Pixels that a line may be off.
  private let tolerance = 0.35

  init(_ view: MapView) {
    self.view = view
  }

  /// All areas as one path.
  ///
  /// - Parameter rings: Rings on the plane, kilometres.
  func path(of rings: [[SVG.Point]]) -> String {
    let window = view.size.inset(by: -6)
    var data = ""
    for ring in rings {
      let pixels = ring.map(view.pixel(plane:))
      let box = MapView.bounds(pixels)
      guard box.overlap(window) > 0, box.width * box.height > 2 else { continue }
      let visible = window.contains(box) ? pixels : Self.clip(pixels, to: window)
      write(simplified(visible), to: &data)
    }
    return data
  }

  /// Relative steps in tenths of a pixel.
  private func write(_ ring: [SVG.Point], to data: inout String) {
    guard ring.count > 2, let first = ring.first else { return }
    var last = Self.rounded(first)
    data += "M\(SVG.number(last.x)) \(SVG.number(last.y))l"
    var separator = ""
    for point in ring.dropFirst().map(Self.rounded) where point != last {
      data += "\(separator)\(SVG.number(point.x - last.x)) \(SVG.number(point.y - last.y))"
      separator = " "
      last = point
    }
    data += "z"
  }

  private static func rounded(_ point: SVG.Point) -> SVG.Point {
    SVG.Point((point.x * 10).rounded() / 10, (point.y * 10).rounded() / 10)
  }

  // MARK: Simplifying

  /// The ring without the corners that are nearer than the tolerance to the line between their neighbours.
  ///
  /// - Source: Douglas & Peucker (1973), doi:10.3138/FM57-6770-U75U-7727.
  func simplified(_ ring: [SVG.Point]) -> [SVG.Point] {
    guard ring.count > 4 else { return ring }
    var keep = [Bool](repeating: false, count: ring.count)
    (keep[0], keep[ring.count - 1]) = (true, true)
    // A closed ring has no two ends to draw a line between: the corner furthest from the first is the other end.
    let far = ring.indices.max { Self.squared(ring[$0], ring[0]) < Self.squared(ring[$1], ring[0]) } ?? 0
    keep[far] = true
    var spans = [(0, far), (far, ring.count - 1)]
    while let (start, end) = spans.popLast() {
      guard end - start > 1 else { continue }
      var (furthest, distance) = (start, 0.0)
      for index in (start + 1)..<end {
        let off = Self.squaredOff(ring[index], ring[start], ring[end])
        if off > distance { (furthest, distance) = (index, off) }
      }
      guard distance > tolerance * tolerance else { continue }
      keep[furthest] = true
      spans += [(start, furthest), (furthest, end)]
    }
    return ring.indices.filter { keep[$0] }.map { ring[$0] }
  }

  private static func squared(_ a: SVG.Point, _ b: SVG.Point) -> Double {
    (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
  }

  /// Squared distance from a point to the segment between two others.
  private static func squaredOff(_ point: SVG.Point, _ a: SVG.Point, _ b: SVG.Point) -> Double {
    let length = squared(a, b)
    guard length > 0 else { return squared(point, a) }
    let along = ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length
    let t = max(0, min(1, along))
    return squared(point, SVG.Point(a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)))
  }

  // MARK: Clipping

  /// The part of a ring inside a box, one side after the other.
  ///
  /// - Source: Sutherland & Hodgman (1974), doi:10.1145/360767.360802.
  static func clip(_ ring: [SVG.Point], to box: SVG.Box) -> [SVG.Point] {
    let sides: [(SVG.Point) -> Double] = [
      { $0.x - box.x }, { box.x + box.width - $0.x }, { $0.y - box.y }, { box.y + box.height - $0.y },
    ]
    return sides.reduce(ring) { points, inside in
      guard var previous = points.last else { return [] }
      var kept: [SVG.Point] = []
      for point in points {
        let (a, b) = (inside(previous), inside(point))
        if (a >= 0) != (b >= 0) {
          let t = a / (a - b)
          kept.append(SVG.Point(previous.x + t * (point.x - previous.x), previous.y + t * (point.y - previous.y)))
        }
        if b >= 0 { kept.append(point) }
        previous = point
      }
      return kept
    }
  }
}

extension Basemap {
  /// Every ring, as positions.
  var rings: [[Coordinate]] {
    areas.flatMap { area -> [[Coordinate]] in
      if case .polygons(let polygons) = area.shape { polygons.flatMap { $0 } } else { [] }
    }
  }
}
