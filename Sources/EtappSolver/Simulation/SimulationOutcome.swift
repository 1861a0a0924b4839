/// What many trials gave: the finish of each milestone in each trial, and how often each activity was what it hung on.
package struct SimulationOutcome: Sendable, Hashable {
  /// The finish of what never finishes: given up, or without the capacity it needs.
  package static let never = Int32.max

  package let trials: Int
  package let seed: UInt64
  /// The activities whose finishes were kept.
  package let milestones: [Int]
  /// The finish of milestone `m` in trial `t` is at `m · trials + t`.
  package internal(set) var finishes: [Int32]
  /// By activity: the trials in which it was on the chain that the last of the milestones hung on.
  package internal(set) var criticalForLast: [Int]
  /// By activity: the trials in which it was on the chain that its own milestone hung on; see `Simulation.Question`.
  package internal(set) var criticalForOwn: [Int]

  package func finishes(of milestone: Int) -> ArraySlice<Int32> {
    finishes[milestone * trials..<(milestone + 1) * trials]
  }

  /// Share of the trials.
  package func share(_ count: Int) -> Double { Double(count) / Double(max(1, trials)) }
}

/// A trial with all its days: for looking at, and for checking.
package struct SampledTrial: Sendable, Hashable {
  package var durations: [Int]
  /// Days of each activity; nil where it never starts.
  package var starts: [Int?]
  package var finishes: [Int?]
}
