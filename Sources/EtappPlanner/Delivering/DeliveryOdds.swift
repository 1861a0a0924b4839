import EtappModel
import EtappSolver

/// How probable it is that an office opens inside its round's window, for every place in every round.
///
/// Each office is simulated as though the people it needs were always free: what the place and its template make
/// possible, and what a choice of round can change. That people are shared lowers the odds of all; how much is known
/// only of a whole plan, and is in its forecast.
struct DeliveryOdds: Sendable {
  /// By site and round.
  private let probabilities: [[Double]]

  private static let trials = 2_000
  private static let seed: UInt64 = 1

  /// nil when the programme does not say how offices are established.
  ///
  /// A round without a window keeps whatever it promises. In one with a window a place that no template fits, or whose
  /// work needs more people than there ever are, cannot be kept.
  init?(_ programme: Programme) {
    guard programme.assignment.work != nil else { return nil }
    let rounds = programme.assignment.rounds
    var probabilities = programme.sites.map { _ in rounds.map { $0.opens == nil ? 1.0 : 0 } }
    let sites = programme.openingSites.filter { programme.template(of: ID(programme.sites[$0].id)) != nil }
    for round in rounds.indices where rounds[round].opens != nil {
      let opens = sites.map { (ID<Place>(programme.sites[$0].id), round) }
      let odds = try? Self.alone(programme, Choice(opens: Dictionary(opens, uniquingKeysWith: { first, _ in first })))
      for site in sites { probabilities[site][round] = odds?[ID(programme.sites[site].id)] ?? 0 }
    }
    self.probabilities = probabilities
  }

  func probability(site: Int, round: Int) -> Double { probabilities[site][round] }

  /// The odds of every office of a choice, nobody having to share anybody.
  private static func alone(_ programme: Programme, _ choice: Choice) throws(DeliveryFailure) -> [ID<Place>: Double] {
    var network = try WorkNetwork(programme, choice: choice)
    network.project.demands = Array(repeating: [], count: network.project.activityCount)
    let model = ForecastModel(network, programme: programme).struck(by: [])
    let policy = ListPolicy.strict(order: Array(0..<network.project.activityCount))
    let luck = Luck(model: model, policy: policy, seed: seed, threads: 1, network: network)
    let statistics = ForecastStatistics(try luck.run(trials: trials))
    var odds: [ID<Place>: Double] = [:]
    for (index, office) in network.offices.enumerated() {
      guard let due = office.due else { continue }
      odds[office.place] = statistics.distributions[index].probability(by: due - 1).value
    }
    return odds
  }
}

extension Programme {
  /// The template of tasks that an office at a place follows: the first that fits.
  func template(of place: ID<Place>) -> WorkTemplate? {
    guard let site = site(of: place).map({ sites[$0] }) else { return nil }
    return assignment.work?.templates.first { matches(site, $0.places) }
  }
}
