/// What a round of a location study opens and closes, and how people travel after it.
public struct LocationPhase: Sendable {
  public var round: ID<Round>
  public var opens: [LocationData.Site]
  public var closes: [LocationData.Site]
  public var travel: LocationAnswer.Travel
  /// How full each open site with a capacity is; empty where none has one.
  public var loads: [SiteLoad]

  public init(
    round: ID<Round>, opens: [LocationData.Site], closes: [LocationData.Site], travel: LocationAnswer.Travel,
    loads: [SiteLoad] = []
  ) {
    self.round = round
    self.opens = opens
    self.closes = closes
    self.travel = travel
    self.loads = loads
  }
}

/// What a study changes for some people: those of a municipality, of a region, near a category of place, of a group.
public struct LocationEffect: Hashable, Sendable {
  /// What the people have in common.
  public enum Grouping: Hashable, Sendable {
    case municipality
    case division(ID<Division>)
    /// Living in a municipality with a place of this category.
    case category
    /// A column of the table of people.
    case group

    /// The name that documents use.
    public var name: String {
      switch self {
      case .municipality: "municipality"
      case .division(let id): id.code
      case .category: "category"
      case .group: "group"
      }
    }
  }

  public var grouping: Grouping
  public var id: String
  public var title: String
  public var people: Double
  /// Mean travel before anything opens or closes, and after the last round.
  public var before: Double
  public var after: Double
  /// People who travel farther than before, and less far.
  public var farther: Double
  public var nearer: Double
  /// The longest travel after the last round.
  public var longest: Double
  /// People beyond the limit before, and after the last round.
  public var beyondBefore: Double
  public var beyondAfter: Double

  public init(
    grouping: Grouping, id: String, title: String, people: Double = 0, before: Double = 0, after: Double = 0,
    farther: Double = 0, nearer: Double = 0, longest: Double = 0, beyondBefore: Double = 0, beyondAfter: Double = 0
  ) {
    self.grouping = grouping
    self.id = id
    self.title = title
    self.people = people
    self.before = before
    self.after = after
    self.farther = farther
    self.nearer = nearer
    self.longest = longest
    self.beyondBefore = beyondBefore
    self.beyondAfter = beyondAfter
  }
}
