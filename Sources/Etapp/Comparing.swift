public import EtappModel
import EtappPlanner

extension Study {
  /// Plans within a share of the best on every goal that differ from the plan and from each other in at least so many places.
  ///
  /// - Parameters:
  ///   - within: How much worse each goal may be, as a share of its value.
  ///   - differing: Places that must differ at least.
  public func alternatives(
    to plan: Plan, within: Double = 0.02, differing: Int = 2, count: Int = 5, _ options: RunOptions = RunOptions()
  ) throws -> [Variant] {
    try planner(options).alternatives(to: plan, within: within, differing: differing, count: count)
  }

  /// The Pareto frontier of two goals under the rules.
  ///
  /// - Parameter points: How many points at most; the frontier says whether it is complete.
  public func frontier(
    _ first: ID<Goal>, _ second: ID<Goal>, points: Int = 25, _ options: RunOptions = RunOptions()
  ) throws -> Frontier {
    try planner(options).frontier(first, second, points: points)
  }

  /// The difference of two plans: second minus first.
  public func compare(_ first: Plan, named firstName: String, _ second: Plan, named secondName: String) -> Comparison {
    Comparison(first, named: firstName, second, named: secondName)
  }

  /// The best plan with at most 0, 1, 2 … `changes` places changed from a named plan; offices that are open stay.
  ///
  /// - Parameter terms: Who has been told, and what it is worth to keep to it; `Conversations.told` knows the first.
  public func replan(
    from name: String, changes: Int = 3, terms: PromiseTerms = PromiseTerms(), _ options: RunOptions = RunOptions()
  ) throws -> Ladder {
    try planner(options).ladder(from: name, changes: changes, open: openPlaces, terms: terms)
  }

  /// Places whose opening is known to have happened.
  private var openPlaces: Set<ID<Place>> {
    let openings = Set(workspace.assignment.work?.templates.map(\.opening) ?? [])
    return Set(workspace.actuals.filter { $0.finished != nil && openings.contains($0.task) }.map(\.place))
  }
}
