/// Why a place is where it is in the plan: every alternative with its proved price.
public struct Explanation: Sendable {
  /// A place's id, or a municipality's code when the question is about the municipality.
  public var id: String
  public var title: String
  public var municipality: ID<Municipality>?
  /// Index of the round it opens in now; nil when it is not in the plan.
  public var current: Int?
  public var alternatives: [Alternative]
  /// The smallest single changes that would put it where it is asked for; computed on demand.
  public var changes: [Change]

  public init(
    id: String, title: String, municipality: ID<Municipality>?, current: Int?, alternatives: [Alternative],
    changes: [Change] = []
  ) {
    self.id = id
    self.title = title
    self.municipality = municipality
    self.current = current
    self.alternatives = alternatives
    self.changes = changes
  }
}

/// The best plan with one decision forced, against the plan as it is.
public struct Alternative: Sendable {
  /// What the forced decision is.
  public enum Question: Hashable, Sendable {
    /// Opens in this round.
    case opens(round: Int)
    /// Opens in whichever round is best.
    case opensInBestRound
    /// Opens in whichever round is best, the number of offices being as many as in the plan.
    case opensInExchange
    /// Does not open.
    case staysOut
  }

  public var question: Question
  /// The round it has in the alternative; nil when it stays out or no such plan exists.
  public var round: Int?
  public var proof: Proof
  public var goals: [GoalDifference]
  public var moves: [Move]
  public var choice: Choice?

  public init(
    question: Question, round: Int?, proof: Proof, goals: [GoalDifference] = [], moves: [Move] = [],
    choice: Choice? = nil
  ) {
    self.question = question
    self.round = round
    self.proof = proof
    self.goals = goals
    self.moves = moves
    self.choice = choice
  }
}

/// What an alternative changes on one goal: alternative minus plan.
public struct GoalDifference: Hashable, Sendable {
  public var goal: ID<Goal>
  public var sense: Goal.Sense
  public var unit: Goal.Unit
  /// Value in the alternative minus value in the plan.
  public var delta: Double
  /// No alternative with the same decision forced has a better difference than this.
  public var bound: Double
  /// The value in the alternative.
  public var value: Double

  public init(
    goal: ID<Goal>, sense: Goal.Sense, unit: Goal.Unit, delta: Double, bound: Double, value: Double
  ) {
    self.goal = goal
    self.sense = sense
    self.unit = unit
    self.delta = delta
    self.bound = bound
    self.value = value
  }
}

/// One number that would have to be another for a place to be where it is asked for.
public enum Change: Hashable, Sendable {
  /// A goal's tolerance, in the goal's unit.
  case tolerance(ID<Goal>, from: Double, to: Double)
  /// A rule's lower or upper figure.
  case ruleMinimum(ID<Rule>, from: Double, to: Double)
  case ruleMaximum(ID<Rule>, from: Double, to: Double)
  /// The day from which a place is ready.
  case earliest(ID<Place>, from: Day, to: Day)
}
