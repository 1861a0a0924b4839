import EtappModel

/// Finds positions that are probably wrong: latitude and longitude swapped, or far from everybody.
enum PositionCheck {
  /// Farther than this from the nearest demand point a site is suspect.
  private static let far: Kilometres = 150

  static func run(_ geography: Geography, _ diagnostics: inout [Diagnostic]) {
    let demand = geography.demand
    let swapped = swappedPoints(demand.coordinates)
    guard let box = Box(demand.coordinates.indices.filter { !swapped.contains($0) }.map { demand.coordinates[$0] })
    else { return }
    func check(_ coordinate: Coordinate, name: String, file: String, row: Int?) {
      guard !box.contains(coordinate) else { return }
      let swapped = Coordinate(latitude: coordinate.longitude, longitude: coordinate.latitude)
      diagnostics.append(
        Diagnostic(
          .warning,
          Text(
            en: "The position lies more than \(Int(far.value)) km outside where people live.",
            sv: "Positionen ligger mer än \(Int(far.value)) km utanför där människor bor."),
          at: Diagnostic.Place(file: file, row: row, column: "lat"),
          value: "\(name): \(coordinate.latitude), \(coordinate.longitude)",
          maybe: box.contains(swapped) ? "lat and lon swapped / lat och lon omkastade" : nil))
    }
    for index in swapped.sorted() {
      check(demand.coordinates[index], name: demand.ids[index], file: "demand.csv", row: nil)
    }
    for place in geography.places { check(place.coordinate, name: place.name, file: "places.csv", row: place.row) }
    for layer in geography.layers {
      for area in layer.areas {
        guard let corner = area.shape.somewhere else { continue }
        check(corner, name: area.name, file: "layers/\(layer.id).geojson", row: nil)
      }
    }
    for office in geography.offices { check(office.coordinate, name: office.name, file: "offices.csv", row: nil) }
  }

  /// Demand points that lie much nearer to the others with latitude and longitude exchanged.
  ///
  /// Left in, a single one would stretch the box over half the earth, and nothing would be outside it any more.
  private static func swappedPoints(_ coordinates: [Coordinate]) -> Set<Int> {
    guard !coordinates.isEmpty else { return [] }
    // Medians: a few swapped rows do not move them.
    let middle = Coordinate(
      latitude: coordinates.map(\.latitude).sorted()[coordinates.count / 2],
      longitude: coordinates.map(\.longitude).sorted()[coordinates.count / 2])
    let found = coordinates.indices.filter { index in
      let (point, distance) = (coordinates[index], coordinates[index].distance(to: middle))
      guard distance > 1000, abs(point.longitude) <= 90 else { return false }
      let exchanged = Coordinate(latitude: point.longitude, longitude: point.latitude)
      return 4 * exchanged.distance(to: middle).value < distance.value
    }
    return Set(found)
  }

  private struct Box {
    var latitudes: ClosedRange<Double>
    var longitudes: ClosedRange<Double>

    init?(_ coordinates: [Coordinate]) {
      guard let south = coordinates.map(\.latitude).min(), let north = coordinates.map(\.latitude).max(),
        let west = coordinates.map(\.longitude).min(), let east = coordinates.map(\.longitude).max()
      else { return nil }
      // A degree of latitude is 111 km; of longitude at most that.
      let margin = far.value / 111
      latitudes = south - margin...north + margin
      longitudes = west - 3 * margin...east + 3 * margin
    }

    func contains(_ coordinate: Coordinate) -> Bool {
      latitudes.contains(coordinate.latitude) && longitudes.contains(coordinate.longitude)
    }
  }
}

extension Area.Shape {
  /// Some position of the shape.
  fileprivate var somewhere: Coordinate? {
    switch self {
    case .polygons(let polygons): polygons.first?.first?.first
    case .point(let position): position
    case .unknown: nil
    }
  }
}
