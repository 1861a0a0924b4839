public import EtappModel
import EtappPlanner
import Foundation

/// How to run; nothing here changes what the right answer is.
public struct RunOptions: Sendable {
  public var seed: UInt64
  public var threads: Int
  /// Seconds until the best so far is taken; nil for no limit.
  public var timeLimit: Double?
  /// Random plans to compare with; 0 for none.
  public var randomPlans: Int
  /// Whether to find, beside the plan, the best value that each goal could have alone.
  public var ideals: Bool
  /// Asked often, from several threads.
  public var isStopped: @Sendable () -> Bool
  /// Told how far a run has come.
  public var progress: @Sendable (RunProgress) -> Void

  /// - Parameter threads: nil takes as many as the machine has processors.
  public init(
    seed: UInt64 = 1, threads: Int? = nil, timeLimit: Double? = nil,
    randomPlans: Int = 200, ideals: Bool = true, isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) {
    self.seed = seed
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    self.timeLimit = timeLimit
    self.randomPlans = randomPlans
    self.ideals = ideals
    self.isStopped = isStopped
    self.progress = progress
  }

  /// The same for the planner, its clock started now.
  func planning() -> PlanningOptions {
    let progress = progress
    return PlanningOptions(
      seed: seed, threads: threads, clock: { ProcessInfo.processInfo.systemUptime }, secondsAllowed: timeLimit,
      isStopped: isStopped, randomPlans: randomPlans, ideals: ideals
    ) { step in
      progress(
        RunProgress(
          goal: step.goal.id, step: step.step, steps: step.steps, value: step.value, bound: step.bound, gap: step.gap))
    }
  }
}

/// Where a run is: which goal, the best value so far, the bound and the gap.
public struct RunProgress: Sendable {
  public var goal: ID<Goal>
  public var step: Int
  public var steps: Int
  public var value: Double?
  public var bound: Double
  public var gap: Double
}
