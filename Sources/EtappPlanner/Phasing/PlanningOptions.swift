package import EtappModel
import EtappSolver

/// How to run: nothing here changes what the right answer is.
package struct PlanningOptions: Sendable {
  package var seed: UInt64
  package var threads: Int
  /// Seconds since some fixed moment.
  package let clock: @Sendable () -> Double
  let stop: StopRule
  /// Random plans to compare with; 0 for none.
  package var randomPlans: Int
  /// Whether to compute what each goal could reach alone.
  package var ideals: Bool
  package var report: @Sendable (PlanningProgress) -> Void

  /// - Parameters:
  ///   - secondsAllowed: Time from now until the best so far is taken; nil for no limit.
  ///   - isStopped: Asked often, from several threads: whether to end with the best so far.
  package init(
    seed: UInt64 = 1, threads: Int = 1, clock: @escaping @Sendable () -> Double, secondsAllowed: Double? = nil,
    isStopped: @escaping @Sendable () -> Bool = { false }, randomPlans: Int = 200, ideals: Bool = true,
    report: @escaping @Sendable (PlanningProgress) -> Void = { _ in }
  ) {
    self.seed = seed
    self.threads = threads
    self.clock = clock
    stop = StopRule(flag: StopFlag(isStopped), clock: clock, deadline: secondsAllowed.map { clock() + $0 })
    self.randomPlans = randomPlans
    self.ideals = ideals
    self.report = report
  }
}

/// Where a run is: which goal, the best value so far, the bound.
package struct PlanningProgress: Sendable {
  package var goal: Goal
  /// Number of the goal in order, from 0, and how many there are.
  package var step: Int
  package var steps: Int
  /// nil before the first plan that keeps the rules.
  package var value: Double?
  package var bound: Double
  package var gap: Double
}

/// The engine gave an answer that does not stand: its value differs from the definition's.
package struct DisagreementError: Error, CustomStringConvertible {
  package let goal: ID<Goal>
  package let claimed: Double
  package let recomputed: Double

  package var description: String {
    "The engine claims \(claimed) for the goal \(goal), its definition gives \(recomputed). Please report this with the workspace."
  }
}
