public import EtappModel
import EtappPlanner

extension Study {
  /// Which alternatives to price: one round, staying out, or all of them.
  public enum Asking: Hashable, Sendable {
    case everything
    case round(Int)
    case out
  }

  /// Why a place is where it is: each alternative with its proved price; of one alternative asked for also what would
  /// have to change.
  public func explain(_ plan: Plan, _ topic: Topic, asking: Asking = .everything, _ options: RunOptions = RunOptions())
    throws -> Explanation
  {
    try planner(options).explain(plan, topic, asking: asking.inPlanner, withChanges: asking != .everything)
  }

  /// Every place of the plan, and every municipality outside it.
  public func explainAll(_ plan: Plan, _ options: RunOptions = RunOptions()) throws -> [Explanation] {
    try planner(options).explainAll(plan)
  }
}

extension Study.Asking {
  var inPlanner: Planner.Asking {
    switch self {
    case .everything: .everything
    case .round(let round): .round(round)
    case .out: .out
    }
  }
}
