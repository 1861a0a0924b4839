import Dispatch

/// Comes near to the best of a great covering problem from both sides: sites by cooling down, multipliers by the saddle.
///
/// Both go on side by side in rounds, each twice as long as the last, until the rest is little enough for steps that look
/// closer. Each works on one thread, so that the answer is the same on one or two.
struct CoveringApproach {
  private let problem: PlacingProblem
  private let open: Int
  private let stop: StopRule
  private let threads: Int
  private let annealing: CoveringAnnealing
  private let saddle: CoveringSaddle
  private(set) var sites: [Int]
  private(set) var value: Double
  private(set) var bound = -Double.infinity
  private(set) var multipliers: [Float] = []

  /// Sites and entries from which on a covering problem is great.
  private static let manySites = 300
  private static let manyEntries = 20_000

  /// Whether what is done at once elsewhere takes long here.
  static func isWorthWhile(_ problem: PlacingProblem, open: Int) -> Bool {
    problem.siteCount >= manySites && problem.entries.count >= manyEntries && open > 1 && open < problem.siteCount
  }

  init(_ search: PlacingSearch, from sites: [Int], value: Double, seed: UInt64) {
    (problem, open, stop, threads) = (search.problem, search.open, search.stop, search.threads)
    let rows = CoveringRows(search.problem)
    annealing = CoveringAnnealing(rows, open: open, stop: stop, seed: seed)
    saddle = CoveringSaddle(rows, open: open, stop: stop)
    (self.sites, self.value) = (sites, value)
  }

  /// - Parameter tell: Told the best so far after each round; says from which bound on all is done.
  mutating func run(_ tell: (CoveringApproach) -> Double) {
    for round in 0..<Self.rounds where stop.reason == nil {
      go(annealingSteps: Self.firstAnnealing << round, saddleSteps: Self.firstSaddle << round)
      let cutoff = tell(self)
      if bound >= cutoff || isLittle(cutoff) { return }
    }
  }

  private static let rounds = 4
  private static let firstAnnealing = 20_000
  private static let firstSaddle = 200

  private mutating func go(annealingSteps: Int, saddleSteps: Int) {
    nonisolated(unsafe) let (annealing, saddle) = (annealing, saddle)
    let (sites, missing) = (sites, value - problem.constant)
    let work = { @Sendable (which: Int) in
      if which == 0 {
        annealing.run(from: sites, steps: annealingSteps)
      } else {
        saddle.run(value: missing, steps: saddleSteps)
      }
    }
    if threads > 1 {
      DispatchQueue.concurrentPerform(iterations: 2, execute: work)
    } else {
      for which in 0..<2 { work(which) }
    }
    let found = problem.value(open: annealing.best)
    if found < value { (value, self.sites) = (found, annealing.best) }
    multipliers = zip(saddle.multipliers, problem.rest).map(*)
  }

  /// Whether half of the sites are settled by what is known.
  private mutating func isLittle(_ cutoff: Double) -> Bool {
    guard !multipliers.isEmpty else { return false }
    let ascent = MultiplierAscent(problem, open: open, start: multipliers, threads: threads)
    bound = max(bound, ascent.best)
    guard bound < cutoff else { return true }
    let bounds = ascent.forcedBounds
    let settled = (0..<problem.siteCount).count { bounds.open[$0] >= cutoff || bounds.closed[$0] >= cutoff }
    return 2 * settled >= problem.siteCount
  }
}
