/// A plan: what opens where and in which round, how good it is on every goal, and how sure that is.
public struct Plan: Sendable {
  public var choice: Choice
  public var proof: Proof
  /// Largest relative gap between value and bound over the steps that led here; infinite without a bound.
  public var gap: Double
  public var establishments: [Establishment]
  public var goals: [GoalResult]
  public var rules: [RuleResult]
  /// How people travel before the programme and after each round.
  public var travel: [TravelSummary]
  /// How full each open office with a capacity is after the last round; empty where none has one.
  public var loads: [SiteLoad]
  public var run: Run
  public var diagnostics: [Diagnostic]

  public init(
    choice: Choice = Choice(), proof: Proof, gap: Double, establishments: [Establishment] = [],
    goals: [GoalResult] = [], rules: [RuleResult] = [], travel: [TravelSummary] = [],
    loads: [SiteLoad] = [], run: Run, diagnostics: [Diagnostic] = []
  ) {
    self.choice = choice
    self.proof = proof
    self.gap = gap
    self.establishments = establishments
    self.goals = goals
    self.rules = rules
    self.travel = travel
    self.loads = loads
    self.run = run
    self.diagnostics = diagnostics
  }

  /// Whether there is a plan at all to look at.
  public var hasChoice: Bool { !establishments.isEmpty || !choice.closes.isEmpty }
}

/// An office of the plan: a place and the round it opens in.
public struct Establishment: Hashable, Sendable {
  public var place: ID<Place>
  public var name: String
  public var municipality: ID<Municipality>
  public var kind: String
  /// The share of errands that can be done there.
  public var level: Double
  /// Index into `Assignment.rounds`.
  public var round: Int
  public var categories: [ID<Category>]

  public init(
    place: ID<Place>, name: String, municipality: ID<Municipality>, kind: String, level: Double = 1, round: Int,
    categories: [ID<Category>]
  ) {
    self.place = place
    self.name = name
    self.municipality = municipality
    self.kind = kind
    self.level = level
    self.round = round
    self.categories = categories
  }
}

/// How good a plan is on one goal.
public struct GoalResult: Hashable, Sendable {
  public var goal: ID<Goal>
  /// The round, when the result is one round's part of a goal or the goal speaks of one round only.
  public var round: Int?
  public var sense: Goal.Sense
  public var unit: Goal.Unit
  public var value: Double
  /// No plan that keeps the rules and the goals before this one has a better value.
  public var bound: Double
  /// How far the goals after it may push this goal: its best value at its turn, widened by its tolerance.
  public var limit: Double?
  /// The best value this goal could have alone, under the rules only; nil when it was not asked for.
  public var ideal: Double?
  /// The mean over random plans that keep the rules; nil when it was not asked for.
  public var random: Double?

  public init(
    goal: ID<Goal>, round: Int? = nil, sense: Goal.Sense, unit: Goal.Unit, value: Double, bound: Double,
    limit: Double? = nil, ideal: Double? = nil, random: Double? = nil
  ) {
    self.goal = goal
    self.round = round
    self.sense = sense
    self.unit = unit
    self.value = value
    self.bound = bound
    self.limit = limit
    self.ideal = ideal
    self.random = random
  }

  /// |value − bound| relative to the value; 0 where they differ by less than numbers can tell.
  public var gap: Double {
    let difference = abs(value - bound)
    return difference <= 2e-9 ? 0 : difference / max(abs(value), 1e-9)
  }
}

/// Whether a rule holds, and by what figure.
public struct RuleResult: Hashable, Sendable {
  public var rule: ID<Rule>
  public var satisfied: Bool
  /// The figure that the rule limits; of a rule with parts, the part that is worst off.
  public var value: Double
  public var min: Double?
  public var max: Double?
  /// Units missed, over all parts: what a price is paid for.
  public var missed: Double
  /// The parts of an `each` rule that do not hold.
  public var broken: [String]

  public init(
    rule: ID<Rule>, satisfied: Bool, value: Double, min: Double? = nil, max: Double? = nil, missed: Double = 0,
    broken: [String] = []
  ) {
    self.rule = rule
    self.satisfied = satisfied
    self.value = value
    self.min = min
    self.max = max
    self.missed = missed
    self.broken = broken
  }
}

/// How people travel to the nearest open office at one time.
public struct TravelSummary: Hashable, Sendable {
  /// After which round; nil is before the programme.
  public var round: Int?
  public var people: Persons
  public var mean: Minutes
  /// Half of the people have at most this far; likewise 95 and 99 of a hundred.
  public var median: Minutes
  public var p95: Minutes
  public var p99: Minutes
  /// People with further than so many minutes.
  public var beyond: [Int: Persons]
  /// People whom no office serves, because those within reach are full; they count as unreachable.
  public var unserved: Persons

  public init(
    round: Int?, people: Persons, mean: Minutes, median: Minutes, p95: Minutes, p99: Minutes, beyond: [Int: Persons],
    unserved: Persons = 0
  ) {
    self.round = round
    self.people = people
    self.mean = mean
    self.median = median
    self.p95 = p95
    self.p99 = p99
    self.beyond = beyond
    self.unserved = unserved
  }

  /// The limits that `beyond` always answers, minutes.
  public static let limits = [30, 60, 90]
}

/// How a result was computed: enough to compute it again.
public struct Run: Hashable, Sendable {
  public var seconds: Double
  public var seed: UInt64
  public var threads: Int
  /// Linear programs solved, nodes of the search tree and cuts, over all steps.
  public var effort: Effort

  public init(seconds: Double, seed: UInt64, threads: Int, effort: Effort = Effort()) {
    self.seconds = seconds
    self.seed = seed
    self.threads = threads
    self.effort = effort
  }

  public struct Effort: Hashable, Sendable {
    public var linearPrograms: Int
    public var nodes: Int
    public var cuts: Int

    public init(linearPrograms: Int = 0, nodes: Int = 0, cuts: Int = 0) {
      self.linearPrograms = linearPrograms
      self.nodes = nodes
      self.cuts = cuts
    }

    public static func + (a: Effort, b: Effort) -> Effort {
      Effort(
        linearPrograms: a.linearPrograms + b.linearPrograms, nodes: a.nodes + b.nodes, cuts: a.cuts + b.cuts)
    }
  }
}
