package import EtappModel

/// A plan as GeoJSON (RFC 7946): the offices of the plan and those that exist, as points.
package enum PlanGeoJSON {
  package static func written(
    _ plan: Plan, assignment: Assignment, geography: Geography, language: Language
  ) -> JSON {
    let new = plan.establishments.compactMap { establishment in
      geography.place(establishment.place).map {
        feature(establishment, at: $0.coordinate, assignment, geography, language)
      }
    }
    let existing = geography.offices.map { feature($0, closes: plan.choice.closes[$0.id], assignment, geography) }
    return [
      "type": "FeatureCollection", "title": .string(assignment.name(language)), "features": .array(new + existing),
    ]
  }

  private static func feature(
    _ establishment: Establishment, at position: Coordinate, _ assignment: Assignment, _ geography: Geography,
    _ language: Language
  ) -> JSON {
    let round = assignment.rounds[establishment.round]
    return point(
      id: establishment.place.code, position,
      [
        ("id", .string(establishment.place.code)), ("name", .string(establishment.name)), ("status", "planned"),
        ("municipality", municipality(establishment.municipality, geography)), ("kind", .string(establishment.kind)),
      ] + level(establishment.level) + [
        ("round", Documents.id(ofRound: round.id)), ("roundName", .string(round.name(language))),
        ("categories", .array(establishment.categories.map { .string($0.code) })),
      ])
  }

  /// The share of errands that can be done there, where it is not all.
  private static func level(_ level: Double) -> [(key: String, value: JSON)] {
    level == 1 ? [] : [("level", JSON(level))]
  }

  private static func feature(
    _ office: Office, closes round: Int?, _ assignment: Assignment, _ geography: Geography
  ) -> JSON {
    var properties: [(key: String, value: JSON)] = [
      ("id", .string(office.id.code)), ("name", .string(office.name)), ("status", round == nil ? "existing" : "closes"),
      ("municipality", municipality(office.municipality, geography)), ("kind", .string(office.kind)),
    ]
    properties += level(assignment.level(of: office))
    if let round { properties.append(("round", Documents.id(ofRound: assignment.rounds[round].id))) }
    return point(id: office.id.code, office.coordinate, properties)
  }

  private static func municipality(_ id: ID<Municipality>, _ geography: Geography) -> JSON {
    .string(geography.municipality(id)?.name ?? id.code)
  }

  private static func point(
    id: String, _ position: Coordinate, _ properties: [(key: String, value: JSON)]
  ) -> JSON {
    [
      "type": "Feature", "id": .string(id),
      "geometry": ["type": "Point", "coordinates": [.number(position.longitude), .number(position.latitude)]],
      "properties": .object(properties),
    ]
  }
}
