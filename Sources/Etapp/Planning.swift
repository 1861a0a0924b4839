public import EtappModel
import EtappPlanner

extension Workspace {
  /// The best plan, with proof.
  public func plan(_ options: RunOptions = RunOptions()) throws -> Plan {
    let programme = Programme(assignment: assignment, geography: geography, threads: options.threads)
    return try Planner(programme, options: options.planning()).plan()
  }
}
