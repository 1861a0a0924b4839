/// Proves the best sites of a placing problem.
///
///     exchange from the greedy sites; multipliers bettered step by step
///       the sites they choose → exchanged on; maybe the new best
///       sites that cannot be, or cannot but be, in anything better are settled; the rest is a smaller problem
///     what stays undecided is branched on, depth first, multipliers handed down
///
/// The value is computed from the definition; the bound is a bound whatever was left out.
package struct PlacingSearch: Sendable {
  package let problem: PlacingProblem
  package let open: Int
  let stop: StopRule
  let threads: Int
  let seed: UInt64
  /// HiGHS, for what the multipliers leave undecided; without it our own tree decides.
  let library: HighsLibrary?

  package init(
    _ problem: PlacingProblem, open: Int, stop: StopRule, threads: Int = 1, seed: UInt64 = 1,
    library: HighsLibrary? = nil
  ) {
    self.library = library
    self.problem = problem
    self.open = min(open, problem.siteCount)
    self.stop = stop
    self.threads = threads
    self.seed = seed
  }

  package struct Result: Sendable {
    package var sites: [Int]
    package var value: Double
    package var bound: Double
    package var status: Outcome.Status
    /// Of a search that ends before the proof: its multipliers as shares of the middle between a point's two best sites.
    package var shares: [Float]
    package var nodes = 0
    package var steps = 0
  }

  /// What is to be known of a search before it begins.
  package struct Start: Sendable {
    package var sites: [Int]
    /// What to begin with, as shares of the middle between each point's two best sites.
    package var shares: [Float]?
    /// Relative gap at which to be content.
    package var gap: Double
    /// Steps after which the search ends without branching; nil to go on to the proof.
    package var patience: Int?
    /// Whether answer and multipliers are handed on to a country many times as large.
    package var isHandedOn = false
    /// Whether sites have the value that the problem gives them: of lists that end it may say too little. A search that
    /// has come to rest on others ends, so that longer lists can be made.
    package var isRight: (@Sendable (_ sites: [Int], _ value: Double) -> Bool)?
    /// A value that is good enough; the search ends when it is reached or cannot be.
    package var goal: Double?

    package init(
      sites: [Int] = [], shares: [Float]? = nil, gap: Double = 1e-6, patience: Int? = nil, goal: Double? = nil
    ) {
      self.goal = goal
      self.sites = sites
      self.shares = shares
      self.gap = gap
      self.patience = patience
    }
  }

  package func run(_ start: Start = Start(), report: (Progress) -> Void = { _ in }) -> Result {
    withoutActuallyEscaping(report) { report in
      var run = PlacingRun(self, start, report: report)
      return run.run()
    }
  }
}
