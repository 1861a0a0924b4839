/// Where people are and where offices stand or may stand: everything of a workspace but the assignment.
public struct Geography: Sendable {
  public var municipalities: [Municipality]
  public var divisions: [Division]
  public var demand: DemandPoints
  public var places: [Place]
  public var offices: [Office]
  public var layers: [AreaLayer]
  public var basemap: Basemap?
  public var travelMatrix: TravelMatrix?

  public init(
    municipalities: [Municipality] = [], divisions: [Division] = [], demand: DemandPoints = DemandPoints(),
    places: [Place] = [], offices: [Office] = [], layers: [AreaLayer] = [], basemap: Basemap? = nil,
    travelMatrix: TravelMatrix? = nil
  ) {
    self.municipalities = municipalities
    self.divisions = divisions
    self.demand = demand
    self.places = places
    self.offices = offices
    self.layers = layers
    self.basemap = basemap
    self.travelMatrix = travelMatrix
  }

  /// The municipality with a code, if there is one.
  public func municipality(_ id: ID<Municipality>) -> Municipality? {
    municipalities.first { $0.id == id }
  }

  /// The place with an id, if there is one.
  public func place(_ id: ID<Place>) -> Place? {
    places.first { $0.id == id }
  }
}
