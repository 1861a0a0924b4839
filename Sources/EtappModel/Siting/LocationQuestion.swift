/// What a location study asks: how many sites, and what is to be good.
public struct LocationQuestion: Hashable, Sendable {
  /// What is to be good.
  public enum Goal: String, CaseIterable, Sendable {
    /// Mean travel to the nearest office, small.
    case access
    /// People within a travel time, many.
    case reach
    /// Sites to open so that a share of the people is within a travel time, few.
    case cover
    /// The longest travel anybody has, small.
    case farthest
    /// The Kolm–Pollak equally-distributed equivalent of travel, small.
    case equity
  }

  /// What travel is counted in.
  public enum Measure: String, CaseIterable, Sendable {
    case minutes
    /// Great-circle kilometres, to whole metres.
    case kilometres
  }

  public var goal: Goal
  /// Sites to open; of `cover` the most that may be.
  public var open: Int?
  /// How far is near, in the unit of `measure`; for `reach` and `cover`.
  public var within: Double?
  /// Share of the people that `cover` is to bring within; 1 for everybody.
  public var share: Double
  /// Inequality aversion of `equity`.
  public var aversion: EtappModel.Goal.Aversion
  public var measure: Measure

  public init(
    goal: Goal, open: Int? = nil, within: Double? = nil, share: Double = 1,
    aversion: EtappModel.Goal.Aversion = .epsilon(1), measure: Measure = .minutes
  ) {
    self.goal = goal
    self.open = open
    self.within = within
    self.share = share
    self.aversion = aversion
    self.measure = measure
  }
}
