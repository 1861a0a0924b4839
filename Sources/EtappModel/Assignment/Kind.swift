/// A kind of point where people are served (full, small, outreach, mobile …): what can be done there and what it costs.
public struct Kind: Hashable, Sendable {
  /// The word that places and offices have as their `kind`.
  public var id: ID<Kind>
  public var name: Text
  /// The share of errands that can be done there, more than 0 and at most 1.
  public var level: Double
  /// Set-up cost of a place of the kind that does not say its own.
  public var cost: Money?
  /// Cost for each year of service of a place or an office of the kind that does not say its own.
  public var yearly: Money?

  public init(id: ID<Kind>, name: Text, level: Double = 1, cost: Money? = nil, yearly: Money? = nil) {
    self.id = id
    self.name = name
    self.level = level
    self.cost = cost
    self.yearly = yearly
  }
}

extension Assignment {
  /// The kind that places and offices mean by a word; nil where the programme does not list it.
  public func kind(named word: String) -> Kind? { kinds.first { $0.id.code == word } }

  /// The share of errands that can be done at a place: its own, else its kind's, else all.
  public func level(of place: Place) -> Double { place.level ?? kind(named: place.kind)?.level ?? 1 }

  /// The share of errands that can be done at an office: its own, else its kind's, else all.
  public func level(of office: Office) -> Double { office.level ?? kind(named: office.kind)?.level ?? 1 }

  /// Set-up cost of a place: its own, else its kind's.
  public func cost(of place: Place) -> Money? { place.cost ?? kind(named: place.kind)?.cost }

  /// Cost for each year of service of a place: its own, else its kind's.
  public func yearly(of place: Place) -> Money? { place.yearly ?? kind(named: place.kind)?.yearly }

  /// Cost for each year of service of an office: its own, else its kind's.
  public func yearly(of office: Office) -> Money? { office.yearly ?? kind(named: office.kind)?.yearly }

  /// Whether at some point of a geography not every errand can be done.
  public func hasLevels(in geography: Geography) -> Bool {
    geography.places.contains { level(of: $0) != 1 } || geography.offices.contains { level(of: $0) != 1 }
  }
}
