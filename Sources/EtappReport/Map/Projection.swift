import EtappModel
import Foundation

/// From the globe to a plane: Lambert's azimuthal equal-area projection about a centre, so that no part of a country
/// looks larger than it is.
///
///     k = √(2 / (1 + sin φ₁ sin φ + cos φ₁ cos φ cos(λ − λ₀)))
///     x = k cos φ sin(λ − λ₀);  y = k (cos φ₁ sin φ − sin φ₁ cos φ cos(λ − λ₀))
///
/// - Source: Snyder (1987), Map Projections: A Working Manual, USGS Professional Paper 1395, equations 24-2 to 24-4,
///   doi:10.3133/pp1395.
struct Projection {
  private let longitude: Double
  private let sine: Double
  private let cosine: Double

  /// - Parameter positions: What is to be shown; the centre is the middle of their bounding box as seen from their mean.
  init(showing positions: [Coordinate]) {
    let vectors = positions.map(Self.vector)
    let sum = vectors.reduce((0.0, 0.0, 0.0)) { ($0.0 + $1.0, $0.1 + $1.1, $0.2 + $1.2) }
    longitude = atan2(sum.1, sum.0)
    let latitude = atan2(sum.2, (sum.0 * sum.0 + sum.1 * sum.1).squareRoot())
    (sine, cosine) = (sin(latitude), cos(latitude))
  }

  private static func vector(_ position: Coordinate) -> (Double, Double, Double) {
    let (latitude, longitude) = (position.latitude * .pi / 180, position.longitude * .pi / 180)
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  /// The position on the plane in kilometres from the centre, y downwards as screens have it.
  func plane(_ position: Coordinate) -> SVG.Point {
    let latitude = position.latitude * .pi / 180
    let turn = position.longitude * .pi / 180 - longitude
    let towards = sine * sin(latitude) + cosine * cos(latitude) * cos(turn)
    let scale = (2 / max(1e-9, 1 + towards)).squareRoot() * Coordinate.earthRadius.value
    return SVG.Point(
      scale * cos(latitude) * sin(turn), -scale * (cosine * sin(latitude) - sine * cos(latitude) * cos(turn)))
  }
}

/// A window on the plane: which part is shown, and how large.
struct MapView {
  let projection: Projection
  /// Kilometres on the plane.
  let shown: SVG.Box
  /// Pixels for each kilometre.
  let scale: Double
  let size: SVG.Box

  /// The view that shows points of the plane as large as fits.
  init(_ projection: Projection, points: [SVG.Point], margin: Double, within limit: SVG.Box) {
    self.projection = projection
    let box = MapView.bounds(points).noNarrower
    scale = min((limit.width - 2 * margin) / max(box.width, 1e-6), (limit.height - 2 * margin) / max(box.height, 1e-6))
    size = SVG.Box(width: box.width * scale + 2 * margin, height: box.height * scale + 2 * margin)
    shown = box.inset(by: -margin / scale)
  }

  /// A view of a given size with the points in its middle.
  ///
  /// - Parameter largest: Pixels for each kilometre at most: one point alone has no size of its own.
  init(_ projection: Projection, points: [SVG.Point], margin: Double, filling frame: SVG.Box, largest: Double) {
    self.projection = projection
    let box = MapView.bounds(points)
    scale = min(
      largest, (frame.width - 2 * margin) / max(box.width, 1e-6), (frame.height - 2 * margin) / max(box.height, 1e-6))
    size = frame
    shown = SVG.Box(
      x: box.x + box.width / 2 - frame.width / scale / 2, y: box.y + box.height / 2 - frame.height / scale / 2,
      width: frame.width / scale, height: frame.height / scale)
  }

  static func bounds(_ points: [SVG.Point]) -> SVG.Box {
    guard let first = points.first else { return SVG.Box(width: 1, height: 1) }
    var (low, high) = (first, first)
    for point in points {
      low = SVG.Point(min(low.x, point.x), min(low.y, point.y))
      high = SVG.Point(max(high.x, point.x), max(high.y, point.y))
    }
    return SVG.Box(x: low.x, y: low.y, width: max(high.x - low.x, 1), height: max(high.y - low.y, 1))
  }

  func pixel(_ position: Coordinate) -> SVG.Point { pixel(plane: projection.plane(position)) }

  func pixel(plane point: SVG.Point) -> SVG.Point {
    SVG.Point((point.x - shown.x) * scale, (point.y - shown.y) * scale)
  }

  func contains(_ position: Coordinate) -> Bool { size.contains(pixel(position)) }
}

extension SVG.Box {
  /// At least a third as wide as high and as high as wide: a coast or a road is no picture by itself.
  fileprivate var noNarrower: SVG.Box {
    let (wide, high) = (max(width, height / 3), max(height, width / 3))
    return SVG.Box(x: x - (wide - width) / 2, y: y - (high - height) / 2, width: wide, height: high)
  }
}
