package import EtappModel
import EtappSolver

extension Planner {
  /// Which alternatives to price.
  package enum Asking: Hashable, Sendable {
    case everything
    case round(Int)
    case out
  }

  package func explain(_ plan: Plan, _ topic: Topic, asking: Asking) throws -> Explanation {
    fatalError("in the making")
  }

  package func explainAll(_ plan: Plan) throws -> [Explanation] { [] }
}
