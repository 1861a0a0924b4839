package import EtappModel

/// A site of the programme: a place that may open, a municipality tried out as a place, or an office that may close.
package struct Site: Sendable {
  /// What the site stands for, by index in the geography.
  package enum Origin: Hashable, Sendable {
    case place(Int)
    /// A municipality outside the list, tried out: "why is it not on the list?"
    case municipality(Int)
    case office(Int)
  }

  package var origin: Origin
  package var id: String
  package var name: String
  package var municipality: ID<Municipality>
  package var coordinate: Coordinate
  package var kind: String
  /// The share of errands that can be done there.
  package var level: Double
  package var categories: [ID<EtappModel.Category>]
  package var layers: [ID<AreaLayer>]
  package var cost: Double
  package var yearly: Double
  /// Persons it can serve; infinite for as many as come.
  package var capacity: Double
  /// Whether nothing can happen to it: an office that may not close, and is a site because its capacity matters.
  package var stays = false

  /// Whether the site's event is a closing.
  package var closes: Bool {
    if case .office = origin { true } else { false }
  }
}

extension Site {
  init(_ place: Place, index: Int, in assignment: Assignment) {
    self.init(
      origin: .place(index), id: place.id.code, name: place.name, municipality: place.municipality,
      coordinate: place.coordinate, kind: place.kind, level: assignment.level(of: place), categories: place.categories,
      layers: place.layers, cost: assignment.cost(of: place)?.value ?? 0,
      yearly: assignment.yearly(of: place)?.value ?? 0, capacity: place.capacity?.value ?? .infinity)
  }

  /// A municipality tried out has a place of the usual kind.
  init(_ municipality: Municipality, index: Int, position: Coordinate, in assignment: Assignment) {
    let kind = assignment.kind(named: "full")
    self.init(
      origin: .municipality(index), id: municipality.id.code, name: municipality.name, municipality: municipality.id,
      coordinate: position, kind: "full", level: kind?.level ?? 1, categories: municipality.categories, layers: [],
      cost: kind?.cost?.value ?? 0, yearly: kind?.yearly?.value ?? 0, capacity: .infinity)
  }

  init(_ office: Office, index: Int, in assignment: Assignment) {
    self.init(
      origin: .office(index), id: office.id.code, name: office.name, municipality: office.municipality,
      coordinate: office.coordinate, kind: office.kind, level: assignment.level(of: office), categories: [], layers: [],
      cost: 0, yearly: office.closable ? assignment.yearly(of: office)?.value ?? 0 : 0,
      capacity: office.capacity?.value ?? .infinity, stays: !office.closable)
  }
}
