package import EtappModel
import EtappSolver

/// Maximal covering of an instance whose customers stream by: only their sets of sites are kept.
package struct StreamedCovering: Sendable {
  private let count: CoveringCount
  private let siteCount: Int
  private let options: PlanningOptions

  package init(_ sites: [LocationInstance.Position], within radius: Double, options: PlanningOptions) {
    var positions = Terrain.Positions()
    for site in sites { positions.append(site.x, site.y) }
    count = CoveringCount(sites: positions, radius: radius, workers: options.threads)
    siteCount = sites.count
    self.options = options
  }

  /// - Parameter worker: Which of the threads this is.
  package func add(_ customers: [LocationInstance.Customer], worker: Int) {
    for customer in customers { count.add(worker: worker, x: customer.x, y: customer.y, weight: customer.demand) }
  }

  /// Whether the run is to end.
  package var isStopped: Bool { options.stop.reason != nil }

  /// What is known when reading was stopped: nothing is open, and no bound.
  package var nothing: InstanceLocating.Answer {
    InstanceLocating.Answer(
      sites: [], objective: 0, bound: .infinity,
      proof: .stopped(options.stop.reason == .interrupted ? .interrupted : .timeLimit))
  }

  /// Demand that so many sites reach at most.
  package func reach(open: Int) -> InstanceLocating.Answer {
    let search = PlacingSearch(
      count.problem(), open: open, stop: options.stop, threads: options.threads, seed: options.seed,
      library: try? HighsLibrary.shared())
    return InstanceLocating.turned(search.run(), total: count.total)
  }
}
