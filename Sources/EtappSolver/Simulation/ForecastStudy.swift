/// One model under one policy, one seed: asked again with something taken out, moved or struck, on the same luck.
///
/// Differences between two answers are far more certain than the answers: whatever was not touched is the same trial by
/// trial.
package struct ForecastStudy: Sendable {
  package let model: SimulationModel
  package let policy: ListPolicy
  package let seed: UInt64
  package let threads: Int

  package init(_ model: SimulationModel, policy: ListPolicy, seed: UInt64, threads: Int) {
    self.model = model
    self.policy = policy
    self.seed = seed
    self.threads = threads
  }

  /// What a question is about: a number of milestones that have finished.
  package struct Target: Sendable, Hashable {
    package var milestones: [Int]
    /// How many of them.
    package var atLeast: Int

    /// - Parameter atLeast: all where nil.
    package init(_ milestones: [Int], atLeast: Int? = nil) {
      self.milestones = milestones
      self.atLeast = atLeast ?? milestones.count
    }
  }

  /// The day in each trial on which the target is reached.
  package func days(
    of target: Target, in model: SimulationModel, trials: Int
  ) throws(SimulationObstacle) -> [Int32] {
    let outcome = try Simulation(model, policy: policy).run(
      .init(milestones: target.milestones), trials: trials, seed: seed, threads: threads)
    guard target.atLeast > 0 else { return Array(repeating: 0, count: trials) }
    guard target.atLeast <= target.milestones.count else {
      return Array(repeating: SimulationOutcome.never, count: trials)
    }
    return (0..<trials).map { trial in
      target.milestones.indices.map { outcome.finishes[$0 * trials + trial] }.sorted()[target.atLeast - 1]
    }
  }

  /// What one change is worth.
  package struct Gain: Sendable, Hashable {
    /// Index of the driver, the activity or the alternative.
    package var index: Int
    /// Days by which the quantile comes earlier; nil where there is none on one side.
    package var days: Int?
    /// Days by which the mean comes earlier, and its standard error over pairs of trials; nil where something never ends.
    package var mean: Double?
    package var standardError: Double?
  }

  /// Days gained at the quantile `q` of a target when a driver is taken out, the most first: the tornado.
  package func tornado(
    ofDrivers drivers: [Int]? = nil, target: Target, q: Double = 0.8, trials: Int
  ) throws(SimulationObstacle) -> [Gain] {
    try tornado(drivers ?? Array(model.drivers.indices), target, q, trials) { model.without(driver: $0) }
  }

  /// The same when an activity takes its median for sure.
  package func tornado(
    ofActivities activities: [Int], target: Target, q: Double = 0.8, trials: Int
  ) throws(SimulationObstacle) -> [Gain] {
    try tornado(activities, target, q, trials) { model.certain($0) }
  }

  private func tornado(
    _ indices: [Int], _ target: Target, _ q: Double, _ trials: Int, _ changed: (Int) -> SimulationModel
  ) throws(SimulationObstacle) -> [Gain] {
    let base = try days(of: target, in: model, trials: trials)
    var gains: [Gain] = []
    for index in indices {
      gains.append(Self.gain(index, from: base, to: try days(of: target, in: changed(index), trials: trials), q))
    }
    return gains.sorted { ($0.days ?? .min, $0.mean ?? 0, $1.index) > ($1.days ?? .min, $1.mean ?? 0, $0.index) }
  }

  static func gain(_ index: Int, from base: [Int32], to changed: [Int32], _ q: Double) -> Gain {
    var gain = Gain(index: index)
    if let before = FinishDistribution(base).quantile(q), let after = FinishDistribution(changed).quantile(q) {
      gain.days = before - after
    }
    guard base.count > 1, !base.contains(SimulationOutcome.never), !changed.contains(SimulationOutcome.never) else {
      return gain
    }
    let differences = zip(base, changed).map { Double($0) - Double($1) }
    let count = Double(base.count)
    let mean = differences.reduce(0, +) / count
    let squares = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    (gain.mean, gain.standardError) = (mean, (squares / (count - 1) / count).squareRoot())
    return gain
  }

  /// Something to change, and what is asked of the programme then: with an office given up, of one milestone fewer.
  package struct Alternative: Sendable, Hashable {
    package var shocks: [Shock]
    package var target: Target

    package init(_ shocks: [Shock], target: Target) {
      self.shocks = shocks
      self.target = target
    }
  }

  /// The probability of an alternative beside that of the model as it is.
  package struct Comparison: Sendable, Hashable {
    package var probability: Probability
    package var change: Double
    /// Of the change: √((b + c − (b − c)² / n)) / n, with b and c trials that only one of the two makes.
    package var standardError: Double
  }

  /// The reverse question, what must be given up or moved for a target to be reached by a day: one probability for each
  /// alternative, in their order.
  package func compare(
    _ alternatives: [Alternative], with target: Target, by day: Int, trials: Int
  ) throws(SimulationObstacle) -> (base: Probability, comparisons: [Comparison]) {
    let base = try days(of: target, in: model, trials: trials).map { Int($0) <= day }
    var comparisons: [Comparison] = []
    for alternative in alternatives {
      let days = try days(of: alternative.target, in: model.struck(by: alternative.shocks), trials: trials)
      comparisons.append(Self.comparison(base, days.map { Int($0) <= day }))
    }
    return (Probability(count: base.count { $0 }, trials: trials), comparisons)
  }

  private static func comparison(_ base: [Bool], _ changed: [Bool]) -> Comparison {
    let won = Double(zip(base, changed).count { !$0 && $1 })
    let lost = Double(zip(base, changed).count { $0 && !$1 })
    let trials = Double(max(1, base.count))
    let variance = won + lost - (won - lost) * (won - lost) / trials
    return Comparison(
      probability: Probability(count: changed.count { $0 }, trials: base.count), change: (won - lost) / trials,
      standardError: max(0, variance).squareRoot() / trials)
  }
}
