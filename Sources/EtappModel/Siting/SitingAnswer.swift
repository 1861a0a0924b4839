/// The answer of a location study with rounds, rules or closings.
public struct SitingAnswer: Sendable {
  /// The same as of any location study; its sites are those of all rounds.
  public var location: LocationAnswer
  /// The plan it is made of, for whatever else there is to ask of plans.
  public var plan: Plan
  public var phases: [LocationPhase]
  public var effects: [LocationEffect]
  /// What other decisions would cost, where that was asked for.
  public var prices: [SitePrice]
  /// Plans that are nearly as good, where they were asked for.
  public var variants: [Variant]
  /// What the goal costs in terms of how far apart sites are, where that was asked for.
  public var frontier: SpreadFrontier?

  public init(
    location: LocationAnswer, plan: Plan, phases: [LocationPhase], effects: [LocationEffect] = [],
    prices: [SitePrice] = [], variants: [Variant] = [], frontier: SpreadFrontier? = nil
  ) {
    self.location = location
    self.plan = plan
    self.phases = phases
    self.effects = effects
    self.prices = prices
    self.variants = variants
    self.frontier = frontier
  }
}
