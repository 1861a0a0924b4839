package import EtappModel
import Foundation

/// The sign of an office on a map: colour and figure say the round, shape says the category.
package struct Mark {
  var place: ID<Place>
  var position: Coordinate
  var round: Int
  var symbols: [EtappModel.Category.Symbol]
  var municipality: ID<Municipality>

  /// The outline of a shape; all shapes have about the same area.
  package static func path(_ symbol: EtappModel.Category.Symbol, at centre: SVG.Point, radius: Double) -> String {
    switch symbol {
    case .circle:
      let r = SVG.number(radius)
      let d = SVG.number(2 * radius)
      return "M\(SVG.number(centre.x - radius)) \(SVG.number(centre.y))a\(r) \(r) 0 1 0 \(d) 0a\(r) \(r) 0 1 0 -\(d) 0z"
    case .square: return polygon(centre, radius * 1.27, corners: 4, turn: 45)
    case .diamond: return polygon(centre, radius * 1.3, corners: 4, turn: 0)
    case .triangle:
      return polygon(SVG.Point(centre.x, centre.y + radius * 0.16), radius * 1.5, corners: 3, turn: 0)
    case .pentagon: return polygon(centre, radius * 1.18, corners: 5, turn: 0)
    case .star: return star(centre, radius * 1.5)
    }
  }

  private static func polygon(_ centre: SVG.Point, _ radius: Double, corners: Int, turn: Double) -> String {
    path((0..<corners).map { corner(centre, radius, turn + 360 * Double($0) / Double(corners)) })
  }

  private static func star(_ centre: SVG.Point, _ radius: Double) -> String {
    path((0..<10).map { corner(centre, $0.isMultiple(of: 2) ? radius : radius * 0.52, 36 * Double($0)) })
  }

  /// The corner at an angle in degrees, clockwise from the top.
  private static func corner(_ centre: SVG.Point, _ radius: Double, _ degrees: Double) -> SVG.Point {
    let angle = degrees * .pi / 180
    return SVG.Point(centre.x + radius * sin(angle), centre.y - radius * cos(angle))
  }

  private static func path(_ corners: [SVG.Point]) -> String {
    "M" + corners.map { "\(SVG.number($0.x)) \(SVG.number($0.y))" }.joined(separator: "L") + "z"
  }
}

/// The colours of rounds: one hue each, told apart by colour-blind readers too; the figure in the mark says the same.
package enum RoundColour {
  /// On light ground; each has a contrast of at least 4.5 to white.
  package static let light = ["#00629b", "#b3480a", "#00704f", "#8a3a86", "#6a5a00", "#4a5560"]
  /// On dark ground, with dark figures in them.
  package static let dark = ["#6cb8ea", "#f5a25d", "#5fd0ae", "#d9a0d5", "#d9c65a", "#b4bec8"]

  package static func className(_ round: Int) -> String { "round-\(round % light.count + 1)" }
  package static func onPaper(_ round: Int) -> String { light[round % light.count] }
}
