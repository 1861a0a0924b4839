/// A municipality (kommun): the smallest area that a programme speaks with.
public struct Municipality: Hashable, Sendable {
  public var id: ID<Municipality>
  public var name: String
  /// The region it belongs to in each division that the file has a column for: `county` → `Västernorrlands län`.
  public var regions: [ID<Division>: String]
  /// The categories an office here would have, used when asking "why is it not on the list".
  public var categories: [ID<Category>]
  /// Where an office would stand; nil takes the demand point with the shortest total travel in the municipality.
  public var position: Coordinate?

  public init(
    id: ID<Municipality>, name: String, regions: [ID<Division>: String] = [:],
    categories: [ID<Category>] = [], position: Coordinate? = nil
  ) {
    self.id = id
    self.name = name
    self.regions = regions
    self.categories = categories
    self.position = position
  }
}

/// A way of dividing the country into regions (county, functional region …), valid for a time.
public struct Division: Hashable, Sendable {
  /// The column of `municipalities.csv` that holds it.
  public var id: ID<Division>
  public var title: Text
  public var validFrom: Day?
  public var validTo: Day?

  public init(id: ID<Division>, title: Text, validFrom: Day? = nil, validTo: Day? = nil) {
    self.id = id
    self.title = title
    self.validFrom = validFrom
    self.validTo = validTo
  }
}
