import EtappTestSupport
import Foundation
import Testing

@testable import EtappModel

@Suite struct `Positions and areas` {
  private static let stockholm = Coordinate(latitude: 59.3293, longitude: 18.0686)
  private static let göteborg = Coordinate(latitude: 57.7089, longitude: 11.9746)

  @Test func `lie as far apart as haversine says`() {
    var generator = RandomInstance.Generator(seed: 7)
    for _ in 0..<500 {
      let (a, b) = (Self.random(&generator), Self.random(&generator))
      let expected = Self.haversine(a, b)
      #expect(abs(a.distance(to: b).value - expected) <= 1e-6 * max(1, expected))
      #expect(a.distance(to: b) == b.distance(to: a))
      #expect(a.distance(to: a) == 0)
    }
    #expect(abs(Self.stockholm.distance(to: Self.göteborg).value - 397.6) < 1)
  }

  @Test func `keep their distance to the centimetre when near`() {
    let metre = Coordinate(latitude: 59.3293 + 1 / 111_195.0, longitude: 18.0686)
    #expect(abs(Self.stockholm.distance(to: metre).value - 0.001) < 1e-5)
  }

  @Test func `a chord and its arc are each other's inverse`() {
    for kilometres in stride(from: 0.0, through: 20_000, by: 37) {
      #expect(abs(Coordinate.arc(chordSquared: Coordinate.chordSquared(arc: kilometres)) - kilometres) < 1e-4)
    }
    #expect(Coordinate.chordSquared(arc: 30_000) == 4)
  }

  // MARK: Areas

  private static func corners(_ pairs: [(Double, Double)]) -> [Coordinate] {
    pairs.map { Coordinate(latitude: $0.0, longitude: $0.1) }
  }

  private static let square = corners([(60, 15), (60, 16), (61, 16), (61, 15)])
  private static let hole = corners([(60.4, 15.4), (60.4, 15.6), (60.6, 15.6), (60.6, 15.4)])
  private static let lake = Area(id: "a", name: "A", shape: .polygons([[square, hole]]))

  @Test func `an area holds what is inside its ring and in no hole`() {
    #expect(Self.lake.distance(from: Coordinate(latitude: 60.2, longitude: 15.2)) == 0)
    #expect(Self.lake.distance(from: Coordinate(latitude: 60.5, longitude: 15.5)).map { $0 > 5 && $0 < 12 } == true)
    #expect(
      Self.lake.distance(from: Coordinate(latitude: 62, longitude: 15.5)).map { abs($0.value - 111.2) < 1 } == true)
  }

  @Test func `an area is the same whether its ring is closed or not, and either way round`() {
    let rings = [Self.square, Self.square + [Self.square[0]], Self.square.reversed()]
    var generator = RandomInstance.Generator(seed: 3)
    for _ in 0..<200 {
      let point = Coordinate(
        latitude: Double.random(in: 59.5...61.5, using: &generator),
        longitude: Double.random(in: 14...17, using: &generator))
      let distances = rings.map { Area(id: "", name: "", shape: .polygons([[$0]])).distance(from: point)?.value ?? -1 }
      let isInside = (60...61).contains(point.latitude) && (15...16).contains(point.longitude)
      #expect((distances[0] == 0) == isInside)
      #expect(distances.allSatisfy { abs($0 - distances[0]) < 1e-9 })
    }
  }

  @Test func `a layer is as near as its nearest area, and nowhere without geometry`() {
    let point = Area(id: "p", name: "P", shape: .point(Self.stockholm))
    let unknown = Area(id: "u", name: "U", shape: .unknown)
    #expect(AreaLayer(id: "l", title: "L", areas: [unknown]).distance(from: Self.stockholm) == nil)
    #expect(AreaLayer(id: "l", title: "L", areas: [unknown, Self.lake, point]).distance(from: Self.stockholm) == 0)
    #expect(AreaLayer(id: "l", title: "L").distance(from: Self.stockholm) == nil)
  }

  private static func random(_ generator: inout RandomInstance.Generator) -> Coordinate {
    Coordinate(
      latitude: Double.random(in: -89...89, using: &generator),
      longitude: Double.random(in: -180...180, using: &generator))
  }

  private static func haversine(_ a: Coordinate, _ b: Coordinate) -> Double {
    let (p, q) = (a.latitude * .pi / 180, b.latitude * .pi / 180)
    let h = pow(sin((q - p) / 2), 2) + cos(p) * cos(q) * pow(sin((b.longitude - a.longitude) * .pi / 360), 2)
    return 2 * 6371.0088 * asin(min(1, sqrt(h)))
  }
}
