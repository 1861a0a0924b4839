/// A point of the frontier of a study's goal against how far apart open sites are: nothing is better on one without being
/// worse on the other.
public struct SpreadPoint: Hashable, Sendable {
  /// The goal's value, and what is proved of it at this spread or a greater one.
  public var objective: Double
  public var bound: Double
  /// The smallest distance between two open sites, of which one is the study's to decide; infinite where there are no two.
  public var spread: Kilometres
  public var open: [String]
  public var closes: [String]

  public init(objective: Double, bound: Double, spread: Kilometres, open: [String], closes: [String]) {
    self.objective = objective
    self.bound = bound
    self.spread = spread
    self.open = open
    self.closes = closes
  }
}

/// The whole frontier, from the best value of the goal to the greatest spread there can be.
public struct SpreadFrontier: Hashable, Sendable {
  public var points: [SpreadPoint]
  /// Whether every point there is stands here, each proved.
  public var isComplete: Bool

  public init(points: [SpreadPoint], isComplete: Bool) {
    self.points = points
    self.isComplete = isComplete
  }
}
