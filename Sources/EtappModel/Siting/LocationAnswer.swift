/// The answer of a location study.
public struct LocationAnswer: Sendable {
  public var question: LocationQuestion
  public var proof: Proof
  /// The goal's value: minutes or kilometres, persons within, or sites. nil when there is none.
  public var objective: Double?
  /// What no choice of sites can better.
  public var bound: Double
  /// The candidates to open.
  public var open: [LocationData.Site]
  public var existing: Int
  public var points: Int
  public var candidates: Int
  public var people: Double
  /// How people travel with these sites open.
  public var travel: Travel
  /// Most people that can be within reach at all, when what was asked for cannot be.
  public var attainable: Double?
  /// κ of `equity`, for one minute or kilometre.
  public var kappa: Double?
  public var seconds: Double
  public var peakMemoryMB: Double
  public var nodes: Int
  public var diagnostics: [Diagnostic]

  /// A few figures of the same answer, whatever the goal.
  public struct Travel: Hashable, Sendable {
    public var mean: Double
    public var longest: Double
    /// Persons within `within`, where that was asked for.
    public var within: Double?
    /// Persons whom no office serves: all that are open are full, or none can be reached.
    public var unserved: Double

    public init(mean: Double = 0, longest: Double = 0, within: Double? = nil, unserved: Double = 0) {
      self.mean = mean
      self.longest = longest
      self.within = within
      self.unserved = unserved
    }
  }

  public init(
    question: LocationQuestion, proof: Proof, objective: Double?, bound: Double, open: [LocationData.Site],
    existing: Int, points: Int, candidates: Int, people: Double, travel: Travel, attainable: Double? = nil,
    seconds: Double = 0, peakMemoryMB: Double = 0, nodes: Int = 0, diagnostics: [Diagnostic] = []
  ) {
    self.question = question
    self.proof = proof
    self.objective = objective
    self.bound = bound
    self.open = open
    self.existing = existing
    self.points = points
    self.candidates = candidates
    self.people = people
    self.travel = travel
    self.attainable = attainable
    self.seconds = seconds
    self.peakMemoryMB = peakMemoryMB
    self.nodes = nodes
    self.diagnostics = diagnostics
  }

  /// Relative distance of value and bound; infinite without a value.
  public var gap: Double {
    guard let objective else { return .infinity }
    let difference = abs(objective - bound)
    return difference == 0 ? 0 : difference / max(abs(objective), 1e-9)
  }
}
