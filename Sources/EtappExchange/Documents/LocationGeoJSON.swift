package import EtappModel

/// The answer of a location study as GeoJSON (RFC 7946): every site as a point, with what becomes of it.
package enum LocationGeoJSON {
  package static func written(_ answer: LocationAnswer, _ data: LocationData) -> JSON {
    let open = Set(answer.open.map(\.id))
    let sites = data.candidates.map { feature($0, status: open.contains($0.id) ? "open" : "closed") }
    let existing = data.existing.map { feature($0, status: "existing") }
    return ["type": "FeatureCollection", "features": .array(sites + existing)]
  }

  private static func feature(_ site: LocationData.Site, status: String) -> JSON {
    [
      "type": "Feature", "id": .string(site.id),
      "geometry": ["type": "Point", "coordinates": .position(site.position)],
      "properties": ["id": .string(site.id), "name": .string(site.name), "status": .string(status)],
    ]
  }
}
