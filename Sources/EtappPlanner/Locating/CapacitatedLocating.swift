package import EtappModel
import EtappSolver

/// Siting with capacities on public instances.
package struct CapacitatedLocating {
  private let problem: CapacitatedProblem
  private let options: PlanningOptions

  package init(_ instance: CapacitatedInstance, capacities: [Double], options: PlanningOptions) {
    problem = CapacitatedProblem(
      demand: instance.demand, capacities: capacities, fixed: instance.fixed, costs: instance.costs,
      open: instance.open,
      isWhole: instance.isWhole)
    self.options = options
  }

  package struct Answer: Sendable {
    package var sites: [Int]
    package var value: Double?
    package var bound: Double
    package var proof: Proof
  }

  /// - Throws: When HiGHS is not there.
  package func run() throws -> Answer {
    let found = CapacitatedSearch(
      problem, library: try HighsLibrary.shared(), stop: options.stop, threads: options.threads
    ).run()
    return Answer(sites: found.sites, value: found.value, bound: found.bound, proof: proof(found))
  }

  private func proof(_ found: CapacitatedSearch.Result) -> Proof {
    if found.isInfeasible { return .infeasible(conflict: []) }
    let gap = found.value.map { abs($0 - found.bound) / max(abs($0), 1e-9) } ?? .infinity
    if gap <= Proof.tolerance { return .optimal }
    switch options.stop.reason {
    case .timeLimit: return .stopped(.timeLimit)
    case .interrupted: return .stopped(.interrupted)
    case nil: return .within(gap)
    }
  }
}
