import EtappModel
import EtappSolver

/// The reverse question: what must be moved out of a round for it to keep its promise with a wanted probability?
///
///     while P(promise) < wanted:
///       move the office out that raises P(promise to the rest) most
///
/// Greedy, so that each step can be said to the one it concerns; on the same luck, so that the steps can be compared.
struct Remedies {
  private let luck: Luck
  private let network: WorkNetwork
  private let programme: Programme
  private let wanted: Double

  private static let trials = 2_000

  init(_ luck: Luck, _ network: WorkNetwork, _ programme: Programme, wanted: Double) {
    self.luck = luck
    self.network = network
    self.programme = programme
    self.wanted = wanted
  }

  func all(_ rounds: [RoundForecast]) throws(DeliveryFailure) -> [Remedy] {
    var remedies: [Remedy] = []
    for round in rounds where round.probabilityKept < wanted { remedies.append(try remedy(round)) }
    return remedies
  }

  private func remedy(_ round: RoundForecast) throws(DeliveryFailure) -> Remedy {
    var remedy = Remedy(round: round.round, wanted: wanted, before: round.probabilityKept, steps: [])
    var model = luck.model
    var stays = network.offices.indices.filter { network.offices[$0].round == round.round }
    while !remedy.isReached, stays.count > 1 {
      guard let best = try bestMove(from: stays, round, model) else { break }
      remedy.steps.append(best.step)
      // When no move helps any more, the rest of the round would only be emptied.
      if remedy.steps.count > 1, best.step.probability < remedy.steps[remedy.steps.count - 2].probability { break }
      model = best.model
      stays.removeAll { $0 == best.office }
    }
    return remedy
  }

  private struct Trial {
    let office: Int
    let step: Remedy.Step
    let model: SimulationModel
  }

  private func bestMove(
    from stays: [Int], _ round: RoundForecast, _ model: SimulationModel
  ) throws(DeliveryFailure) -> Trial? {
    var best: Trial?
    for office in stays where !network.isDone(network.offices[office].opening) {
      let changed = moved(office, model)
      let rest = stays.filter { $0 != office }
      let probability = try probability(rest, by: round.by, changed.model)
      if probability > (best?.step.probability ?? -1) {
        best = Trial(
          office: office,
          step: Remedy.Step(place: network.offices[office].place, to: changed.to, probability: probability),
          model: changed.model)
      }
    }
    return best
  }

  /// The model with an office in the round after its own, or given up where there is none.
  private func moved(_ office: Int, _ model: SimulationModel) -> (model: SimulationModel, to: Int?) {
    let own = Array(network.offices[office].activities)
    let next = network.offices[office].round + 1
    guard next < programme.rounds else { return (model.struck(by: [.removed(own)]), nil) }
    let rounds = programme.assignment.rounds
    let starts = rounds[next].starts ?? rounds[network.offices[office].round].opens?.to ?? network.work.starts
    return (model.struck(by: [.postponed(own, until: network.timeline.index(onOrAfter: starts))]), next)
  }

  private func probability(_ stays: [Int], by: Day, _ model: SimulationModel) throws(DeliveryFailure) -> Double {
    let counts = FinishCounts(try luck.with(model).run(trials: Self.trials), of: stays)
    let round = network.offices[stays[0]].round
    let promised = Forecasting.promised(of: stays.count, programme.assignment.rounds[round].opens)
    return counts.probability(atLeast: promised, by: network.timeline.count(through: by) - 1).value
  }
}
