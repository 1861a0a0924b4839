/// What a location study knows: where people live, where offices may open, where they are already.
public struct LocationData: Sendable {
  /// A site: a candidate, or an existing office.
  public struct Site: Hashable, Sendable {
    public var id: String
    public var name: String
    public var position: Coordinate
    /// The share of errands that can be done there, more than 0 and at most 1.
    public var level: Double

    public init(id: String, name: String, position: Coordinate, level: Double = 1) {
      self.id = id
      self.name = name
      self.position = position
      self.level = level
    }
  }

  /// Travel times somebody computed, pair by pair.
  public struct Times: Sendable {
    /// Index of the demand point of each pair.
    public var points: [Int32] = []
    /// Index of the site of each pair; existing offices come after the candidates.
    public var sites: [Int32] = []
    public var minutes: [Float] = []

    public init() {}
  }

  /// The id of each point.
  public var ids: [String] = []
  public var points: [Coordinate] = []
  /// Persons at each point.
  public var population: [Double] = []
  public var candidates: [Site] = []
  public var existing: [Site] = []
  /// nil where straight lines are to be used.
  public var times: Times?
  /// How straight lines become minutes, and what counts as unreachable.
  public var travel = Travel.standard
  public var diagnostics: [Diagnostic] = []

  public init() {}

  public var people: Double { population.reduce(0, +) }
}
