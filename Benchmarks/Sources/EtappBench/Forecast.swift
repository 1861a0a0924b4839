import ArgumentParser
import EngineRoom

/// `forecast`: simulations of a made programme, with and without shared resources.
struct Forecast: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulations of a made programme of 28 offices × 15 activities with five shared resources.")

  @Option(help: "Trials.")
  var trials = 100_000
  @Option(help: "Offices.")
  var offices = 28
  @OptionGroup var common: CommonOptions

  func run() throws {
    for isShared in [true, false] {
      let programme = MadeProgramme(offices: offices, seed: common.seed, isShared: isShared)
      let policy = try programme.policy()
      let (compiling, simulation) = try Cost.of { try Simulation(programme.model, policy: policy) }
      let question = Simulation.Question(milestones: programme.openings, owners: programme.owners)
      let results = [1, common.threads].map { threads in
        Cost.of { simulation.run(question, trials: trials, seed: common.seed, threads: threads) }
      }
      let same = results[0].result == results[1].result
      for (threads, result) in zip([1, common.threads], results) {
        Output.write(line(programme, threads, result.cost, compiling, same ? "same" : "differs", result.result))
      }
    }
  }

  private func line(
    _ programme: MadeProgramme, _ threads: Int, _ cost: Cost, _ compiling: Cost, _ status: String,
    _ outcome: SimulationOutcome
  ) -> Measurement {
    let all = FinishCounts(outcome, of: Array(programme.openings.indices))
    let activities = programme.model.activityCount
    let isShared = programme.model.project.capacities[0].amounts[0] < offices
    var line = Measurement(
      benchmark: "forecast", instance: "\(isShared ? "shared" : "unshared")/\(activities)",
      value: all.day(of: all.count).quantile(0.8).map(Double.init), status: status, cost: cost, seed: common.seed,
      threads: threads)
    let microseconds = cost.cpuSeconds * 1e6 / Double(trials)
    line.more = [
      ("trials", .number(Double(trials))), ("perSecond", .number(Double(trials) / cost.seconds)),
      ("perThread", .number(Double(trials) / cost.seconds / Double(threads))),
      ("microseconds", .number(microseconds)), ("nanoseconds", .number(microseconds * 1e3 / Double(activities))),
      ("compileSeconds", .number(compiling.cpuSeconds)),
    ]
    return line
  }
}
