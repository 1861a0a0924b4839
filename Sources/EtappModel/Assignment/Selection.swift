/// Which places a rule speaks of: those that fulfil every condition given here.
public struct Selection: Hashable, Sendable {
  /// Any of these categories; empty means any at all. The same for the lists below.
  public var categories: [ID<Category>]
  public var municipalities: [ID<Municipality>]
  public var kinds: [String]
  public var places: [ID<Place>]
  /// Any of the named regions, for each division given.
  public var regions: [ID<Division>: [String]]
  /// In an area of a layer, or within a distance of one.
  public var nearby: Nearby?
  /// Whether existing offices that fulfil the conditions are counted too.
  public var includesExisting: Bool

  /// In, or within a distance of, an area of a layer.
  public struct Nearby: Hashable, Sendable {
    public var layer: ID<AreaLayer>
    public var within: Kilometres

    public init(layer: ID<AreaLayer>, within: Kilometres) {
      self.layer = layer
      self.within = within
    }
  }

  public init(
    categories: [ID<Category>] = [], municipalities: [ID<Municipality>] = [], kinds: [String] = [],
    places: [ID<Place>] = [], regions: [ID<Division>: [String]] = [:], nearby: Nearby? = nil,
    includesExisting: Bool = false
  ) {
    self.categories = categories
    self.municipalities = municipalities
    self.kinds = kinds
    self.places = places
    self.regions = regions
    self.nearby = nearby
    self.includesExisting = includesExisting
  }

  /// Every place of the programme.
  public static let all = Selection()
}

/// Which people a rule speaks of: those in any of the municipalities and regions named; all when none is.
public struct DemandSelection: Hashable, Sendable {
  public var municipalities: [ID<Municipality>]
  public var regions: [ID<Division>: [String]]

  public init(municipalities: [ID<Municipality>] = [], regions: [ID<Division>: [String]] = [:]) {
    self.municipalities = municipalities
    self.regions = regions
  }

  public static let everyone = DemandSelection()
}

/// One or several places under one name: a place, or a municipality with all its candidates.
public struct Subject: Hashable, Sendable {
  public var title: String
  public var places: [ID<Place>]

  public init(title: String, places: [ID<Place>]) {
    self.title = title
    self.places = places
  }
}
