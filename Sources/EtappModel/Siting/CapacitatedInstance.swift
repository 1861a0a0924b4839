/// A public instance of siting with capacities, as its file gives it.
public struct CapacitatedInstance: Sendable {
  public var name: String
  /// Demand of each customer.
  public var demand: [Double]
  /// Capacity of each site; nil where the file leaves it to whoever asks.
  public var capacities: [Double?]
  /// Cost of opening each site.
  public var fixed: [Double]
  /// Cost of serving all of a customer from a site, `customers × sites`.
  public var costs: [Double]
  /// Sites to open; nil leaves it to the costs.
  public var open: Int?
  /// Whether each customer is served by one site.
  public var isWhole: Bool

  public init(
    name: String, demand: [Double], capacities: [Double?], fixed: [Double], costs: [Double], open: Int?, isWhole: Bool
  ) {
    self.name = name
    self.demand = demand
    self.capacities = capacities
    self.fixed = fixed
    self.costs = costs
    self.open = open
    self.isWhole = isWhole
  }
}
