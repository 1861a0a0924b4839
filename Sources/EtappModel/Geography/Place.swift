/// A place where an office may open: a named municipality's place or a candidate among others.
public struct Place: Hashable, Sendable {
  public var id: ID<Place>
  public var name: String
  public var municipality: ID<Municipality>
  public var coordinate: Coordinate
  /// full, small, flexible, outreach, mobile … as the file says.
  public var kind: String
  /// The share of errands that can be done here, more than 0 and at most 1; nil is as the kind says.
  public var level: Double?
  /// Any number of categories; they may overlap.
  public var categories: [ID<Category>]
  /// Layers the place is stated to lie in, where the layer has no geometry to tell.
  public var layers: [ID<AreaLayer>]
  /// The first day it can open.
  public var earliest: Day?
  /// Set-up cost.
  public var cost: Money?
  /// Cost for each year of service.
  public var yearly: Money?
  /// How many people it can serve; nil for as many as come.
  public var capacity: Persons?
  /// What the file says beside (how exact the position is, who proposed it).
  public var note: String?
  /// The row it was read from.
  public var row: Int?

  public init(
    id: ID<Place>, name: String, municipality: ID<Municipality>, coordinate: Coordinate, kind: String = "full",
    level: Double? = nil, categories: [ID<Category>] = [], layers: [ID<AreaLayer>] = [], earliest: Day? = nil,
    cost: Money? = nil, yearly: Money? = nil, capacity: Persons? = nil, note: String? = nil, row: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.municipality = municipality
    self.coordinate = coordinate
    self.kind = kind
    self.level = level
    self.categories = categories
    self.layers = layers
    self.earliest = earliest
    self.cost = cost
    self.yearly = yearly
    self.capacity = capacity
    self.note = note
    self.row = row
  }
}

/// An office that exists when the programme starts.
public struct Office: Hashable, Sendable {
  public var id: ID<Office>
  public var name: String
  public var municipality: ID<Municipality>
  public var coordinate: Coordinate
  public var kind: String
  /// The share of errands that can be done here, more than 0 and at most 1; nil is as the kind says.
  public var level: Double?
  /// Whether the programme may close it.
  public var closable: Bool
  /// Cost for each year of service, saved when it closes.
  public var yearly: Money?
  /// How many people it can serve; nil for as many as come.
  public var capacity: Persons?
  /// How sure it is that the office was there: the evidence column of the file.
  public var evidence: String?

  /// Whether nothing happens to it and it serves as many as come.
  public var staysUnlimited: Bool { !closable && capacity == nil }

  public init(
    id: ID<Office>, name: String, municipality: ID<Municipality>, coordinate: Coordinate, kind: String = "full",
    level: Double? = nil, closable: Bool = false, yearly: Money? = nil, capacity: Persons? = nil,
    evidence: String? = nil
  ) {
    self.id = id
    self.name = name
    self.municipality = municipality
    self.coordinate = coordinate
    self.kind = kind
    self.level = level
    self.closable = closable
    self.yearly = yearly
    self.capacity = capacity
    self.evidence = evidence
  }
}
