import EtappSolver

/// A model, the order people work in and a seed: asked again with something changed, everybody's luck stays theirs.
struct Luck {
  var model: SimulationModel
  let policy: ListPolicy
  let seed: UInt64
  let threads: Int
  let network: WorkNetwork

  func with(_ model: SimulationModel) -> Luck {
    var luck = self
    luck.model = model
    return luck
  }

  /// Openings of every office, in the order of the network's offices.
  ///
  /// - Precondition: The links make no circle; the reader of templates sees to it.
  func run(trials: Int) throws(DeliveryFailure) -> SimulationOutcome {
    let question = Simulation.Question(
      milestones: network.offices.map(\.opening), owners: network.activities.map(\.office))
    return try simulation().run(question, trials: trials, seed: seed, threads: threads)
  }

  /// The durations of every activity in the first trials: `[activity][trial]`, days.
  func durations(trials: Int) throws(DeliveryFailure) -> [[Int]] {
    try simulation().durations(of: Array(network.activities.indices), trials: trials, seed: seed)
  }

  private func simulation() throws(DeliveryFailure) -> Simulation {
    do {
      return try Simulation(model, policy: policy)
    } catch {
      guard case .cycle(let activities) = error, let first = activities.first else { throw .withoutWork }
      throw .neverDone(network.activities[first].place)
    }
  }
}
