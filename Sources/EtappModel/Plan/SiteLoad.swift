/// How many people an open office serves, of those it could.
public struct SiteLoad: Hashable, Sendable {
  public var site: String
  public var name: String
  public var people: Double
  public var capacity: Double

  public init(site: String, name: String, people: Double, capacity: Double) {
    self.site = site
    self.name = name
    self.people = people
    self.capacity = capacity
  }

  /// Whether it has no room left.
  public var isFull: Bool { people >= capacity * (1 - 1e-9) }
}
