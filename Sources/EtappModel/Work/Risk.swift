/// A named thing that may happen and make tasks longer (riskdrivare).
///
/// Offices that share a risk share its outcome; that, and not a table of correlations, is what makes them late together.
///
/// Source: D. Hulett, "Integrated Cost-Schedule Risk Analysis" (2011), the risk driver method.
public struct Risk: Hashable, Sendable {
  public var id: ID<Risk>
  public var title: Text
  /// Probability that it happens, once for each group it hits.
  public var probability: Double
  /// What durations are multiplied by when it does: P10, P50 and P90.
  public var factor: Factor
  /// The tasks it touches; empty means all.
  public var tasks: [ID<WorkTask>]
  /// The places it touches.
  public var places: Selection
  public var scope: Scope
  public var source: String?

  public init(
    id: ID<Risk>, title: Text, probability: Double, factor: Factor, tasks: [ID<WorkTask>] = [],
    places: Selection = Selection(), scope: Scope = .office, source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.probability = probability
    self.factor = factor
    self.tasks = tasks
    self.places = places
    self.scope = scope
    self.source = source
  }

  public struct Factor: Hashable, Sendable {
    public var low: Double
    public var middle: Double
    public var high: Double

    public init(low: Double, middle: Double, high: Double) {
      self.low = low
      self.middle = middle
      self.high = high
    }
  }

  /// Who shares its outcome.
  public enum Scope: Hashable, Sendable {
    /// Each office has its own luck.
    case office
    /// All offices in a region of a division have the same.
    case region(ID<Division>)
    /// The whole programme has the same.
    case programme
  }
}

/// A what-if for the forecast: something happens for certain (störning).
public struct Shock: Hashable, Sendable {
  public var id: ID<Shock>
  public var title: Text
  public var effects: [Effect]
  public var source: String?

  public init(id: ID<Shock>, title: Text, effects: [Effect], source: String? = nil) {
    self.id = id
    self.title = title
    self.effects = effects
    self.source = source
  }

  public enum Effect: Hashable, Sendable {
    /// No work advances from one day to another.
    case freeze(from: Day, to: Day)
    /// Units of a resource come or go between two days; nil for the ends of the programme.
    case units(ID<Resource>, Int, from: Day?, to: Day?)
    /// Every resource is multiplied by a share, rounded down, never below one unit: a budget cut.
    case capacity(share: Double, from: Day?)
    /// Tasks take so many times longer.
    case slower(tasks: [ID<WorkTask>], factor: Double)
  }
}
