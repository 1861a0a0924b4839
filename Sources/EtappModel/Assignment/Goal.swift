/// A goal (mål): something to make as small or as large as possible, in order of priority or with a weight.
public struct Goal: Hashable, Sendable {
  public var id: ID<Goal>
  public var kind: Kind
  /// How far from its best value a goal may be left for the sake of the goals after it.
  public var tolerance: Tolerance
  /// Weight in a weighted sum; nil when goals are taken in order.
  public var weight: Double?
  public var source: String?
  public var sentence: Text?
  public var row: Int?

  public init(
    id: ID<Goal>, kind: Kind, tolerance: Tolerance = .exact, weight: Double? = nil, source: String? = nil,
    sentence: Text? = nil, row: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.tolerance = tolerance
    self.weight = weight
    self.source = source
    self.sentence = sentence
    self.row = row
  }

  /// What a goal measures. `months` are the lengths of time the rounds serve; nil takes the assignment's own.
  public enum Kind: Hashable, Sendable {
    /// Mean travel time while the programme runs and after.
    case access(months: [Double]?)
    /// People within a time of an open office.
    case reach(within: Minutes, months: [Double]?)
    /// People beyond a time from every open office.
    case farthest(beyond: Minutes, months: [Double]?)
    /// The travel time which, equal for all, would be as good as the unequal one: Kolm–Pollak.
    case equity(Aversion, months: [Double]?)
    /// Travel time from the programme's places to the nearest one opened so far, in every round but the last.
    case spread(SpreadMeasure)
    /// Offices of each group in each round against their share in the programme.
    case balance(of: Grouping)
    /// Set-up cost and yearly cost while the programme runs and after.
    case cost(months: [Double]?)
    /// Places whose round differs from a named plan.
    case stability(plan: String)
    /// The price of the wishes (rules with a price) that are not met.
    case wishes
    /// Offices open inside their window; computed from the schedule, which this version does not make.
    case delivery
  }

  /// Inequality aversion, given as ε or directly as κ per minute.
  public enum Aversion: Hashable, Sendable {
    case epsilon(Double)
    case kappa(Double)
  }

  /// Whether spread is the mean over the places or the worst of them.
  public enum SpreadMeasure: String, Sendable {
    case mean, maximum
  }

  /// What balance is kept between.
  public enum Grouping: Hashable, Sendable {
    /// Categories; empty means all that occur.
    case categories([ID<Category>])
    /// Regions of a division.
    case division(ID<Division>)
  }

  /// How far from the best a goal may end.
  public enum Tolerance: Hashable, Sendable {
    /// A share of the best value: 0.02 is two per cent.
    case share(Double)
    /// A number in the goal's own unit.
    case amount(Double)

    public static let exact = Tolerance.amount(0)
  }

  /// The name a goal kind goes by in `programme.yaml` and in the documentation.
  public enum KindName: String, CaseIterable, Sendable {
    case access, reach, farthest, equity, spread, balance, cost, stability, wishes, delivery
  }

  /// Whether less or more is better.
  public enum Sense: String, Sendable {
    case minimise = "min"
    case maximise = "max"
  }

  /// What the value counts.
  public enum Unit: String, Sendable {
    case minutes, persons, offices, places, money, points
  }
}

extension Goal {
  public var kindName: KindName {
    switch kind {
    case .access: .access
    case .reach: .reach
    case .farthest: .farthest
    case .equity: .equity
    case .spread: .spread
    case .balance: .balance
    case .cost: .cost
    case .stability: .stability
    case .wishes: .wishes
    case .delivery: .delivery
    }
  }

  public var sense: Sense {
    switch kindName {
    case .reach, .delivery: .maximise
    default: .minimise
    }
  }

  public var unit: Unit {
    switch kindName {
    case .access, .equity, .spread: .minutes
    case .reach, .farthest: .persons
    case .balance, .delivery: .offices
    case .cost: .money
    case .stability: .places
    case .wishes: .points
    }
  }

  /// The worst value that still counts as good enough when the best is `best`.
  public func allowed(best: Double) -> Double {
    let slack =
      switch tolerance {
      case .share(let share): abs(best) * share
      case .amount(let amount): amount
      }
    return sense == .minimise ? best + slack : best - slack
  }
}
