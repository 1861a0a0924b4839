package import EtappModel
import EtappSolver

extension Planner {
  package func alternatives(to plan: Plan, within: Double, differing: Int, count: Int) throws -> [Variant] { [] }

  package func frontier(_ first: ID<Goal>, _ second: ID<Goal>, points: Int) throws -> Frontier {
    Frontier(goals: [first, second], points: [], isComplete: false)
  }
}
