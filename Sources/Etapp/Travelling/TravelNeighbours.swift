import EtappModel
import Foundation

/// Which destinations each origin may go to, and an order of origins in which neighbours come together.
struct TravelNeighbours {
  private let origins: [Vector]
  private let destinations: [Vector]
  /// The longest chord of the unit sphere that is near; nil where everything is.
  private let chordSquared: Double?

  private struct Vector {
    var x: Double, y: Double, z: Double

    init(_ position: Coordinate) {
      let (latitude, longitude) = (position.latitude * .pi / 180, position.longitude * .pi / 180)
      (x, y, z) = (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    func chordSquared(_ other: Vector) -> Double {
      let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
      return dx * dx + dy * dy + dz * dz
    }
  }

  init(_ question: TravelQuestion) {
    origins = question.origins.map { Vector($0.position) }
    destinations = question.destinations.map { Vector($0.position) }
    chordSquared = question.withinKilometres.map { kilometres in
      let half = sin(min(.pi / 2, kilometres / (2 * Coordinate.earthRadius.value)))
      return 4 * half * half
    }
  }

  /// Indices of the destinations that are near an origin, in order.
  func near(_ origin: Int) -> [Int] {
    guard let chordSquared else { return Array(destinations.indices) }
    return destinations.indices.filter { origins[origin].chordSquared(destinations[$0]) <= chordSquared }
  }

  /// Great-circle kilometres.
  func line(_ origin: Int, _ destination: Int) -> Double {
    let chord = origins[origin].chordSquared(destinations[destination]).squareRoot()
    return 2 * Coordinate.earthRadius.value * asin(min(1, chord / 2))
  }

  /// Origins along a curve through squares of squares (Morton's), so that those of one question have near places in
  /// common.
  static func order(_ ends: [TravelQuestion.End]) -> [Int] {
    func spread(_ number: UInt32) -> UInt64 {
      (0..<32).reduce(UInt64(0)) { $0 | UInt64(number >> UInt32($1) & 1) << UInt64(2 * $1) }
    }
    let keys = ends.map { end in
      let x = UInt32((end.position.longitude + 180) / 360 * 4e9)
      let y = UInt32((end.position.latitude + 90) / 180 * 4e9)
      return spread(x) << 1 | spread(y)
    }
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
