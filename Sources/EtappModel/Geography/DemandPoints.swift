/// Where people live: demand points (befolkningspunkter) as parallel arrays, since a country has many.
public struct DemandPoints: Sendable {
  public var ids: [String] = []
  /// Index into `Geography.municipalities`, or −1 when the municipality is not known.
  public var municipality: [Int32] = []
  public var coordinates: [Coordinate] = []
  /// Persons at each point.
  public var population: [Float] = []
  /// Persons of each group (children, aged …), one array as long as the points for each group column.
  public var groups: [String: [Float]] = [:]

  public init() {}

  public var count: Int { ids.count }

  /// All persons, summed in double precision: a country is 10⁷ of them.
  public var total: Persons {
    Persons(population.reduce(0) { $0 + Double($1) })
  }
}
