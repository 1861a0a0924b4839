import EtappModel
import EtappSolver

/// Simulates a schedule with the people it shares and reads off how sure its dates are.
struct Forecasting {
  private let programme: Programme
  private let network: WorkNetwork
  private let options: DeliveryOptions

  /// Trials of each re-simulation that a tornado takes: differences on the same luck need fewer.
  private static let comparedTrials = 3_000
  /// Trials that a correlation is taken over: its standard error is about 1 / √trials.
  private static let correlatedTrials = 1_000

  init(_ programme: Programme, _ network: WorkNetwork, options: DeliveryOptions) {
    self.programme = programme
    self.network = network
    self.options = options
  }

  /// - Parameters:
  ///   - by: The day that every round is asked about; nil for the end of each round's window.
  ///   - shocks: What happens for certain.
  ///   - reach: A probability that every round is to keep its promise with; what must move for it is told.
  func run(
    _ schedule: Schedule, by: Day? = nil, shocks: [EtappModel.Shock] = [], reach: Double? = nil
  ) throws(DeliveryFailure) -> Forecast {
    let began = options.planning.clock()
    let known = ForecastModel(network, programme: programme)
    let luck = Luck(
      model: known.struck(by: shocks), policy: policy(schedule), seed: options.planning.seed,
      threads: options.planning.threads, network: network)
    let statistics = ForecastStatistics(try luck.run(trials: options.trials))
    let offices = try offices(statistics)
    let base = try summary(luck)
    let rounds = rounds(statistics, by: by, offices)
    var forecast = Forecast(
      trials: options.trials, seed: options.planning.seed, shocks: shocks.map(\.id),
      standardError: Probability.standardError(0.5, trials: options.trials), offices: offices, rounds: rounds,
      drivers: try drivers(known.risks, luck, base), tasks: try tasks(statistics, luck, base), seconds: 0)
    if let reach { forecast.remedies = try Remedies(luck, network, programme, wanted: reach).all(rounds) }
    forecast.seconds = options.planning.clock() - began
    return forecast
  }

  /// People take the offices in the order of the schedule.
  private func policy(_ schedule: Schedule) -> ListPolicy {
    ListPolicy(Timetable(schedule))
  }

  // MARK: Offices

  private func offices(_ statistics: ForecastStatistics) throws(DeliveryFailure) -> [OfficeForecast] {
    var forecasts: [OfficeForecast] = []
    for (index, office) in network.offices.enumerated() {
      let days = statistics.distributions[index]
      func day(_ q: Double) throws(DeliveryFailure) -> Day {
        guard let finish = days.quantile(q), network.isCounted(finish) else { throw .neverDone(office.place) }
        return network.opening(finish)
      }
      let inWindow = office.due.map { days.probability(by: $0 - 1) }
      forecasts.append(
        OfficeForecast(
          place: office.place, round: office.round, p10: try day(0.1), p50: try day(0.5), p80: try day(0.8),
          p90: try day(0.9), promise: try day(network.work.promise), probabilityInWindow: inWindow?.value,
          standardError: inWindow?.standardError))
    }
    return forecasts
  }

  // MARK: Rounds

  private func rounds(_ statistics: ForecastStatistics, by: Day?, _ offices: [OfficeForecast]) -> [RoundForecast] {
    programme.assignment.rounds.indices.compactMap { round in
      let own = network.offices.indices.filter { network.offices[$0].round == round }
      guard !own.isEmpty else { return nil }
      let counts = FinishCounts(statistics.outcome, of: own)
      let window = programme.assignment.rounds[round].opens
      let day = by ?? window?.to ?? own.map { offices[$0].p80 }.max() ?? network.work.starts
      let last = network.timeline.count(through: day) - 1
      let promised = Self.promised(of: own.count, window)
      return RoundForecast(
        round: round, by: day,
        distribution: (0...own.count).map { counts.probability(exactly: $0, by: last).value },
        expectedLate: Double(own.count) - counts.expected(by: last),
        promised: promised,
        curve: curve(counts, from: own.map { offices[$0].p10 }.min(), to: own.map { offices[$0].p90 }.max()),
        mergeBias: own.count > 1 ? statistics.mergeBias(of: own) : nil,
        convergence: convergence(statistics.outcome, of: own, atLeast: promised, by: last))
    }
  }

  /// The share of the first trials in which enough had finished, at 1 %, 2 %, 5 %, 10 % … of them.
  private func convergence(
    _ outcome: SimulationOutcome, of own: [Int], atLeast promised: Int, by day: Int
  ) -> [RoundForecast.Checkpoint] {
    let marks = Set([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1].map { max(1, Int(Double(outcome.trials) * $0)) })
    var checkpoints: [RoundForecast.Checkpoint] = []
    var kept = 0
    for trial in 0..<outcome.trials {
      let open = own.count { Int(outcome.finishes[$0 * outcome.trials + trial]) <= day }
      if open >= promised { kept += 1 }
      guard marks.contains(trial + 1) else { continue }
      let probability = Probability(count: kept, trials: trial + 1)
      checkpoints.append(
        RoundForecast.Checkpoint(
          trials: trial + 1, probability: probability.value, standardError: probability.standardError))
    }
    return checkpoints
  }

  /// The number that must open inside the window for the round to be what it is said to be; all without a share.
  static func promised(of count: Int, _ window: EtappModel.Round.Window?) -> Int {
    Int((Double(count) * (window?.mainly ?? 1) - 1e-9).rounded(.up))
  }

  /// About sixty days from before the first opening to after the last, and in any case the end of it.
  private func curve(_ counts: FinishCounts, from: Day?, to: Day?) -> [RoundForecast.CurvePoint] {
    guard let from, let to else { return [] }
    let (first, last) = (
      max(0, network.timeline.index(onOrAfter: from) - 20), network.timeline.index(onOrAfter: to) + 40
    )
    let step = max(1, (last - first) / 60)
    return counts.curve(stride(from: first, through: last, by: step)).map {
      RoundForecast.CurvePoint(day: network.timeline[$0.day], expected: $0.expected, low: $0.p10, high: $0.p90)
    }
  }

  // MARK: What costs time

  private func drivers(
    _ risks: [Risk], _ luck: Luck, _ base: Summary
  ) throws(DeliveryFailure) -> [DriverEffect] {
    var effects: [DriverEffect] = []
    for (index, risk) in risks.enumerated() where options.planning.stop.reason == nil {
      let without = try summary(luck.with(luck.model.without(driver: index)))
      effects.append(
        DriverEffect(
          risk: risk.id, daysAtP80: base.p80 - without.p80, officesInWindow: without.inWindow - base.inWindow))
    }
    return effects.sorted { ($0.daysAtP80, $1.risk) > ($1.daysAtP80, $0.risk) }
  }

  private func tasks(
    _ statistics: ForecastStatistics, _ luck: Luck, _ base: Summary
  ) throws(DeliveryFailure) -> [TaskEffect] {
    let cruciality = try cruciality(statistics, luck)
    var kinds: [ID<WorkTask>: [Int]] = [:]
    for (index, activity) in network.activities.enumerated() { kinds[activity.task.id, default: []].append(index) }
    var effects: [TaskEffect] = []
    for (task, own) in kinds.sorted(by: { $0.key < $1.key })
    where options.planning.stop.reason == nil
      && own.contains(where: { !network.isDone($0) && network.project.durations[$0] > 0 })
    {
      let critical = own.reduce(0) { $0 + statistics.outcome.criticalForOwn[$1] }
      let certain = try summary(luck.with(own.reduce(luck.model) { $0.certain($1) }))
      effects.append(
        TaskEffect(
          task: task, criticality: Double(critical) / Double(max(1, options.trials * own.count)),
          cruciality: own.reduce(0) { $0 + cruciality[$1] } / Double(own.count),
          daysAtP80: base.p80 - certain.p80))
    }
    return effects.sorted { ($0.daysAtP80, $1.task) > ($1.daysAtP80, $0.task) }
  }

  /// By activity, for the opening of its own office.
  private func cruciality(_ statistics: ForecastStatistics, _ luck: Luck) throws(DeliveryFailure) -> [Double] {
    let durations = try luck.durations(trials: min(options.trials, Self.correlatedTrials))
    var cruciality = [Double](repeating: 0, count: durations.count)
    for (milestone, office) in network.offices.enumerated() where options.planning.stop.reason == nil {
      let own = Array(office.activities)
      for (activity, value) in zip(own, statistics.cruciality(of: own.map { durations[$0] }, for: milestone)) {
        cruciality[activity] = value
      }
    }
    return cruciality
  }

  /// Calendar days at P80, the mean over the offices, and the expected number in their windows.
  private typealias Summary = (p80: Double, inWindow: Double)

  private func summary(_ luck: Luck) throws(DeliveryFailure) -> Summary {
    let statistics = ForecastStatistics(try luck.run(trials: min(options.trials, Self.comparedTrials)))
    var (days, inWindow) = (0.0, 0.0)
    for (index, office) in network.offices.enumerated() {
      guard let p80 = statistics.distributions[index].quantile(0.8), network.isCounted(p80) else {
        throw .neverDone(office.place)
      }
      days += Double(network.opening(p80).number)
      if let due = office.due { inWindow += statistics.distributions[index].probability(by: due - 1).value }
    }
    return (days / Double(max(1, network.offices.count)), inWindow)
  }
}
