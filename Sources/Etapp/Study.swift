public import EtappModel
import EtappPlanner

/// A workspace under study: the programme compiled once, every question asked of the same engine.
///
///     files ─▶ Workspace ─▶ Study ─▶ Plan ─▶ Explanation, Variant, Frontier, Comparison, LadderStep
public struct Study: Sendable {
  public let workspace: Workspace
  /// Named plans that `keep` and `stability` refer to.
  public let baselines: [String: Choice]
  let programme: Programme

  /// A study whose programme is made already.
  init(_ workspace: Workspace, programme: Programme) {
    self.workspace = workspace
    self.programme = programme
    baselines = [:]
  }

  public init(_ workspace: Workspace, baselines: [String: Choice] = [:], options: RunOptions = RunOptions()) {
    self.workspace = workspace
    self.baselines = baselines
    programme = Programme(
      assignment: workspace.assignment, geography: workspace.geography, baselines: baselines, threads: options.threads)
  }

  /// The best plan, with proof.
  ///
  /// - Parameter starts: Choices to begin from; those that break a rule are passed over.
  public func plan(_ options: RunOptions = RunOptions(), starts: [Choice] = []) throws -> Plan {
    try planner(options).plan(starts: starts)
  }

  /// Values and rules of a given choice; nothing is optimised.
  public func evaluate(_ choice: Choice, _ options: RunOptions = RunOptions()) throws -> Plan {
    try planner(options).evaluate(choice)
  }

  func planner(_ options: RunOptions) throws -> Planner {
    try Planner(programme, options: options.planning())
  }
}
