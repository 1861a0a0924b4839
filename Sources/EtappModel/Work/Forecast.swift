/// How sure every date is: openings simulated many times with the people they share.
public struct Forecast: Sendable {
  public var trials: Int
  public var seed: UInt64
  /// The shocks it was made under.
  public var shocks: [ID<Shock>]
  /// Standard error of a probability of one half, the largest there is: 1 / (2 √trials).
  public var standardError: Double
  public var offices: [OfficeForecast]
  public var rounds: [RoundForecast]
  public var drivers: [DriverEffect]
  public var tasks: [TaskEffect]
  /// What would make rounds as sure as was asked for; empty when it was not asked.
  public var remedies: [Remedy]
  public var seconds: Double

  public init(
    trials: Int, seed: UInt64, shocks: [ID<Shock>] = [], standardError: Double, offices: [OfficeForecast],
    rounds: [RoundForecast], drivers: [DriverEffect], tasks: [TaskEffect] = [], remedies: [Remedy] = [],
    seconds: Double
  ) {
    self.trials = trials
    self.seed = seed
    self.shocks = shocks
    self.standardError = standardError
    self.offices = offices
    self.rounds = rounds
    self.drivers = drivers
    self.tasks = tasks
    self.remedies = remedies
    self.seconds = seconds
  }
}

/// When one office opens, as far as can be known.
public struct OfficeForecast: Hashable, Sendable {
  public var place: ID<Place>
  public var round: Int
  /// Days on which it is open with a probability of 10, 50, 80 and 90 per cent.
  public var p10: Day
  public var p50: Day
  public var p80: Day
  public var p90: Day
  /// The earliest day that holds with the probability of a promise.
  public var promise: Day
  /// Probability of opening inside the round's window; nil without a window.
  public var probabilityInWindow: Double?
  public var standardError: Double?

  public init(
    place: ID<Place>, round: Int, p10: Day, p50: Day, p80: Day, p90: Day, promise: Day,
    probabilityInWindow: Double? = nil, standardError: Double? = nil
  ) {
    self.place = place
    self.round = round
    self.p10 = p10
    self.p50 = p50
    self.p80 = p80
    self.p90 = p90
    self.promise = promise
    self.probabilityInWindow = probabilityInWindow
    self.standardError = standardError
  }
}

/// How many offices of one round are open by a day.
public struct RoundForecast: Hashable, Sendable {
  public var round: Int
  /// The day it is about: the end of the window, or the day asked for.
  public var by: Day
  /// Probability that exactly k are open, for k = 0, 1, …
  public var distribution: [Double]
  /// Expected number not open by then.
  public var expectedLate: Double
  /// How many the round promises by then: its share that must "mainly" open inside the window, rounded up.
  public var promised: Int
  /// Expected number open by each of some days, with the band between the 10th and the 90th percentile.
  public var curve: [CurvePoint]
  /// Working days that the whole round is complete later than the office that is expected to be its last (merge bias):
  /// somebody is always unlucky. Nil for a round of one.
  public var mergeBias: Double?
  /// The probability that the round keeps its promise after the first trials, to see whether it has come to rest.
  public var convergence: [Checkpoint]

  public init(
    round: Int, by: Day, distribution: [Double], expectedLate: Double, promised: Int, curve: [CurvePoint] = [],
    mergeBias: Double? = nil, convergence: [Checkpoint] = []
  ) {
    self.round = round
    self.by = by
    self.distribution = distribution
    self.expectedLate = expectedLate
    self.promised = promised
    self.curve = curve
    self.mergeBias = mergeBias
    self.convergence = convergence
  }

  /// A probability as it was after some trials.
  public struct Checkpoint: Hashable, Sendable {
    public var trials: Int
    public var probability: Double
    public var standardError: Double

    public init(trials: Int, probability: Double, standardError: Double) {
      self.trials = trials
      self.probability = probability
      self.standardError = standardError
    }
  }

  /// Probability that at least k are open by the day.
  public func probability(atLeast k: Int) -> Double { min(1, distribution.dropFirst(max(0, k)).reduce(0, +)) }

  /// Probability that the round keeps what it promises.
  public var probabilityKept: Double { probability(atLeast: promised) }

  public struct CurvePoint: Hashable, Sendable {
    public var day: Day
    public var expected: Double
    public var low: Int
    public var high: Int

    public init(day: Day, expected: Double, low: Int, high: Int) {
      self.day = day
      self.expected = expected
      self.low = low
      self.high = high
    }
  }
}

/// What a risk costs: the days that would be gained if it were gone, on the same random numbers.
public struct DriverEffect: Hashable, Sendable {
  public var risk: ID<Risk>
  /// Calendar days at the 80th percentile, the mean over the offices.
  public var daysAtP80: Double
  /// Gain in the expected number of offices open inside their windows.
  public var officesInWindow: Double

  public init(risk: ID<Risk>, daysAtP80: Double, officesInWindow: Double) {
    self.risk = risk
    self.daysAtP80 = daysAtP80
    self.officesInWindow = officesInWindow
  }
}

/// How much a kind of task means for the openings.
public struct TaskEffect: Hashable, Sendable {
  public var task: ID<WorkTask>
  /// Share of trials and offices in which it lies on the chain that the opening hangs on.
  public var criticality: Double
  /// Rank correlation of its duration with the opening, the mean over the offices: how far the one tells the other.
  public var cruciality: Double
  /// Calendar days gained at the 80th percentile if it always took its planned time, the mean over the offices.
  public var daysAtP80: Double

  public init(task: ID<WorkTask>, criticality: Double, cruciality: Double, daysAtP80: Double) {
    self.task = task
    self.criticality = criticality
    self.cruciality = cruciality
    self.daysAtP80 = daysAtP80
  }
}

/// What must be moved out of a round for it to keep its promise with a probability: the fewest offices found, one at a
/// time, each the one that helps most.
public struct Remedy: Hashable, Sendable {
  public var round: Int
  /// The probability asked for.
  public var wanted: Double
  /// Probability that the round keeps its promise as it is.
  public var before: Double
  public var steps: [Step]

  public init(round: Int, wanted: Double, before: Double, steps: [Step]) {
    self.round = round
    self.wanted = wanted
    self.before = before
    self.steps = steps
  }

  /// Whether the round becomes as sure as was asked for.
  public var isReached: Bool { (steps.last?.probability ?? before) >= wanted }

  /// One office out of the round.
  public struct Step: Hashable, Sendable {
    public var place: ID<Place>
    /// The round it waits for; nil where there is none, and it is given up.
    public var to: Int?
    /// Probability that the round keeps its promise to the rest, this and the steps before it taken.
    public var probability: Double

    public init(place: ID<Place>, to: Int?, probability: Double) {
      self.place = place
      self.to = to
      self.probability = probability
    }
  }
}
