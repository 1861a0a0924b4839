/// The walk along the frontier of a measure against the smallest distance between two open sites.
///
///     best value; then best value with every pair farther apart than in the last answer; and so on, until there is none
///
/// Distances are finitely many and each step forbids the nearest pair that was left, so that the walk meets every point of
/// the frontier. Of answers with the same value the one that is farthest apart counts.
///
/// Source: the ε-constraint method of Haimes, Lasdon, Wismer (1971), doi:10.1109/TSMC.1971.4308298.
package struct SeparationWalk {
  /// The problem with every pair farther apart than a distance; nil where the pairs alone forbid everything.
  private let problem: (_ beyond: Double) -> PhasedProblem?
  private let measure: Int
  /// The smallest distance between two open sites; infinite where there are no two.
  private let separation: (Phasing) -> Double
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int
  private let seed: UInt64
  /// How far apart values are at least: 1 where all are whole numbers, 0 where nothing is known of that.
  private let unit: Double

  package init(
    measure: Int, unit: Double = 0, library: HighsLibrary, stop: StopRule, threads: Int, seed: UInt64,
    separation: @escaping (Phasing) -> Double, problem: @escaping (_ beyond: Double) -> PhasedProblem?
  ) {
    self.problem = problem
    self.measure = measure
    self.separation = separation
    self.library = library
    self.stop = stop
    self.threads = threads
    self.seed = seed
    self.unit = unit
  }

  package struct Point: Sendable {
    package var phasing: Phasing
    package var value: Double
    package var bound: Double
    package var separation: Double
  }

  package struct Frontier: Sendable {
    package var points: [Point] = []
    /// Whether every point there is stands here, each proved.
    package var isComplete = false
  }

  /// - Parameters:
  ///   - wanted: Points after which the walk ends, the frontier being incomplete then.
  ///   - same: Relative difference of values that counts as none.
  package func frontier(points wanted: Int = .max, same: Double) -> Frontier {
    var frontier = Frontier()
    var hints: [BranchAndCut.Hint] = []
    while frontier.points.count < wanted, stop.reason == nil {
      guard let (outcome, learnt) = next(after: frontier.points.last, hints) else {
        frontier.isComplete = true
        break
      }
      hints = learnt
      guard let phasing = outcome.phasing else {
        frontier.isComplete = outcome.status == .infeasible
        break
      }
      let point = point(phasing, outcome)
      if let known = frontier.points.last, abs(known.value - point.value) <= same * abs(known.value) {
        frontier.points.removeLast()
      }
      frontier.points.append(point)
      guard outcome.status == .proved else { break }
      guard point.separation.isFinite else {
        frontier.isComplete = true
        break
      }
    }
    return frontier
  }

  private func point(_ phasing: Phasing, _ outcome: Outcome) -> Point {
    // Between a bound and a value that lie nearer than two values can there is no other.
    let isExact = outcome.status == .proved && outcome.value - outcome.bound < unit
    return Point(
      phasing: phasing, value: outcome.value, bound: isExact ? outcome.value : outcome.bound,
      separation: separation(phasing))
  }

  /// The best answer beyond the last one's separation; nil where the pairs alone forbid all.
  private func next(
    after last: Point?, _ hints: [BranchAndCut.Hint]
  ) -> (outcome: Outcome, hints: [BranchAndCut.Hint])? {
    guard let problem = problem(last?.separation ?? -.infinity) else { return nil }
    var question = BranchAndCut.Question(objective: Objective(measure))
    let from = last?.phasing ?? Phasing(events: [Int8](repeating: Phasing.never, count: problem.sites.count))
    if let start = LocalSearch(problem).improve(
      from, question: question, evaluations: Self.evaluations, seed: seed, stop: stop)
    {
      question.starts = [start]
      question.gap = max(question.gap, Self.nearly * unit / max(problem.value(of: measure, in: start), unit))
    }
    // What is allowed beyond was allowed before.
    question.floor = max(problem.least(of: measure), last?.bound ?? -.infinity)
    let tree = BranchAndCut(problem, library: library, stop: stop, threads: threads)
    tree.seed(hints)
    return (tree.minimise(question), tree.hints)
  }

  private static let evaluations = 20_000
  /// A share of the unit below which nothing fits between value and bound.
  private static let nearly = 0.99
}

/// Sets of sites any two of which are near each other.
package enum NearCliques {
  /// Cliques of near pairs such that every near pair is in one of them.
  ///
  /// - Parameters:
  ///   - sites: Sites that are looked at.
  ///   - count: Sites there are.
  ///   - isNear: Whether two different sites are.
  /// - Complexity: O(near pairs × sites × sites of a clique).
  package static func covering(_ sites: [Int], count: Int, isNear: (Int, Int) -> Bool) -> [[Int]] {
    var isCovered = [Bool](repeating: false, count: count * count)
    var cliques: [[Int]] = []
    for (index, a) in sites.enumerated() {
      for b in sites[(index + 1)...] where !isCovered[a * count + b] && isNear(a, b) {
        var clique = [a, b]
        for other in sites where other != a && other != b && clique.allSatisfy({ isNear($0, other) }) {
          clique.append(other)
        }
        clique.sort()
        for one in clique { for two in clique where one < two { isCovered[one * count + two] = true } }
        cliques.append(clique)
      }
    }
    return cliques
  }
}
