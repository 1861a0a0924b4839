public import EtappModel
import EtappPlanner

extension Study {
  /// Random choices that keep the rules: what chance would give, to hold a plan against.
  ///
  /// Not uniform over all such choices, which nobody knows how to draw. Fewer than `count` when some draw came to
  /// nothing, or when the run was stopped.
  public func randomPlans(count: Int, _ options: RunOptions = RunOptions()) throws -> [Choice] {
    try planner(options).randomPlans(count: count)
  }
}
