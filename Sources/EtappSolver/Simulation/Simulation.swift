import Dispatch

/// Runs a model many times under a policy.
///
///     for each block of trials, on any thread:
///       for each trial: draw, run, keep the finishes of the milestones, trace what they hung on
///
/// Every trial is its own: the numbers of trial t are those of (seed, t), so neither threads nor blocks show in the result.
///
/// - Complexity: for each trial O(activities + links) and what sharing resources takes (see `PoolRunner`).
package struct Simulation: Sendable {
  /// What is kept of each trial.
  package struct Question: Sendable, Hashable {
    package var milestones: [Int]
    /// For each activity the index of the milestone it is counted for; nil where for none.
    package var owners: [Int?]

    package init(milestones: [Int], owners: [Int?]? = nil) {
      self.milestones = milestones
      self.owners = owners ?? []
    }
  }

  private let model: CompiledModel
  private let activityCount: Int

  package init(_ model: SimulationModel, policy: ListPolicy) throws(SimulationObstacle) {
    self.model = try CompiledModel(model, policy)
    activityCount = model.activityCount
  }

  /// Whether any resource can run short; else a trial is a forward pass over the links.
  package var sharesResources: Bool { model.hasPools }

  package func run(_ question: Question, trials: Int, seed: UInt64, threads: Int) -> SimulationOutcome {
    let workers = max(1, min(threads, trials / 64))
    let trace = ChainTrace(question, model)
    var finishes = [Int32](repeating: 0, count: question.milestones.count * trials)
    var traces = [ChainTrace](repeating: trace, count: workers)
    finishes.withUnsafeMutableBufferPointer { finishes in
      traces.withUnsafeMutableBufferPointer { traces in
        nonisolated(unsafe) let (finishes, traces) = (finishes, traces)
        Self.inParallel(workers) { worker in
          let runner = TrialRunner(model)
          for trial in trials * worker / workers..<trials * (worker + 1) / workers {
            runner.run(trial: trial, seed: seed)
            traces[worker].add(runner)
            traces[worker].store(runner, trial: trial, of: trials, into: finishes)
          }
        }
      }
    }
    return outcome(question, trials: trials, seed: seed, finishes: finishes, traces: traces)
  }

  /// One trial with all its days.
  package func trial(_ trial: Int, seed: UInt64) -> SampledTrial {
    let runner = TrialRunner(model)
    runner.run(trial: trial, seed: seed)
    func day(_ days: FixedBuffer<Int32>, _ activity: Int) -> Int? {
      let rank = model.ranks[activity]
      return rank < 0 || days[rank] == CompiledModel.never ? nil : Int(days[rank])
    }
    return SampledTrial(
      durations: model.ranks.map { $0 < 0 ? 0 : Int(runner.draw.durations[$0]) },
      starts: (0..<activityCount).map { day(runner.starts, $0) },
      finishes: (0..<activityCount).map { day(runner.finishes, $0) })
  }

  /// The durations of activities in the first trials, as every run with the seed draws them: `[activity][trial]`, days.
  package func durations(of activities: [Int], trials: Int, seed: UInt64) -> [[Int]] {
    let draw = DurationDraw(model.draws)
    let ranks = activities.map { model.ranks[$0] }
    var durations = activities.map { _ in [Int](repeating: 0, count: trials) }
    for trial in 0..<trials {
      draw.draw(CounterRandom.base(seed: seed, trial: trial))
      for (index, rank) in ranks.enumerated() where rank >= 0 {
        durations[index][trial] = Int(draw.durations[rank])
      }
    }
    return durations
  }

  private static func inParallel(_ workers: Int, _ work: (Int) -> Void) {
    guard workers > 1 else { return work(0) }
    nonisolated(unsafe) let work = work
    DispatchQueue.concurrentPerform(iterations: workers) { work($0) }
  }

  private func outcome(
    _ question: Question, trials: Int, seed: UInt64, finishes: [Int32], traces: [ChainTrace]
  ) -> SimulationOutcome {
    func sum(_ counts: (ChainTrace) -> [Int]) -> [Int] {
      model.ranks.map { rank in rank < 0 ? 0 : traces.reduce(0) { $0 + counts($1)[rank] } }
    }
    return SimulationOutcome(
      trials: trials, seed: seed, milestones: question.milestones, finishes: finishes,
      criticalForLast: sum(\.last), criticalForOwn: sum(\.own))
  }
}
