package import EtappModel

extension Planner {
  package func ladder(from name: String, changes: Int) throws -> [LadderStep] { [] }
}
