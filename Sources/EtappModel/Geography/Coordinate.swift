import Foundation

/// A position on the earth, WGS 84 in degrees.
public struct Coordinate: Hashable, Sendable {
  public var latitude: Double
  public var longitude: Double

  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The mean radius of the earth (IUGG R₁).
  public static let earthRadius: Kilometres = 6371.0088

  /// The great-circle distance to `other`.
  ///
  ///     d = 2R·asin(|u − v| / 2), u and v the unit vectors of the two positions
  ///
  /// The chord form keeps its precision for near points, where the arc cosine loses it.
  public func distance(to other: Coordinate) -> Kilometres {
    let a = unitVector
    let b = other.unitVector
    let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
    return Kilometres(Coordinate.arc(chordSquared: x * x + y * y + z * z))
  }

  /// Kilometres along the surface for the squared length of a chord of the unit sphere.
  static func arc(chordSquared: Double) -> Double {
    2 * earthRadius.value * asin(min(1, chordSquared.squareRoot() / 2))
  }

  /// The inverse of `arc(chordSquared:)`; 4 (the whole diameter) for distances beyond half the globe.
  static func chordSquared(arc kilometres: Double) -> Double {
    let angle = kilometres / (2 * earthRadius.value)
    guard angle < .pi / 2 else { return 4 }
    let half = sin(angle)
    return 4 * half * half
  }

  /// The position as a vector of length 1 from the centre of the earth.
  var unitVector: (x: Double, y: Double, z: Double) {
    let latitude = latitude * .pi / 180
    let longitude = longitude * .pi / 180
    return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }
}
