import EtappExchange
public import EtappModel

/// What a map lays below and beside a plan, as GeoJSON (RFC 7946).
extension Workspace {
  /// The areas of the base map, and those of the layers with the layer's title.
  public func backgroundGeoJSON(_ language: Language) -> String {
    let ground = (geography.basemap?.areas ?? []).compactMap { feature($0, [("kind", "ground")]) }
    let layers = geography.layers.flatMap { layer in
      layer.areas.compactMap { area in
        feature(area, [("kind", "layer"), ("layer", .string(layer.title(language)))])
      }
    }
    return (["type": "FeatureCollection", "features": .array(ground + layers)] as JSON).serialised() + "\n"
  }

  private func feature(_ area: Area, _ properties: [(key: String, value: JSON)]) -> JSON? {
    geometry(area.shape).map {
      [
        "type": "Feature", "geometry": $0,
        "properties": .object([(key: "name", value: .string(area.name))] + properties),
      ]
    }
  }

  private func geometry(_ shape: Area.Shape) -> JSON? {
    switch shape {
    case .unknown: nil
    case .point(let position): ["type": "Point", "coordinates": pair(position)]
    case .polygons(let polygons):
      [
        "type": "MultiPolygon",
        "coordinates": .array(polygons.map { .array($0.map { .array(closed($0).map(pair)) }) }),
      ]
    }
  }

  /// A ring ends where it began.
  private func closed(_ ring: [Coordinate]) -> [Coordinate] {
    guard let first = ring.first, ring.last != first else { return ring }
    return ring + [first]
  }

  /// Four decimals are eleven metres: enough for a map of a country, and a third of the bytes.
  private func pair(_ position: Coordinate) -> JSON {
    func rounded(_ degrees: Double) -> JSON { .number((degrees * 10_000).rounded() / 10_000) }
    return [rounded(position.longitude), rounded(position.latitude)]
  }
}
