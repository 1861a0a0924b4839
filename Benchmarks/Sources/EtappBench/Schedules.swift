import ArgumentParser
import EngineRoom
import Foundation

/// `schedules`: made programmes of establishments, the whole as short as can be and the openings as early as can be.
struct Schedules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Made programmes of 28 × 15 tasks with five pools: makespan, weighted openings, and what is proved.")

  @Option(help: "How many programmes, seeds 1, 2 …")
  var programmes = 4
  @Option(help: "Schedules that the search generates.")
  var schedules = 20_000
  @Option(help: "Establishments.")
  var establishments = 28
  @Option(help: "Folder to write the programmes to, for cp-sat.py.")
  var write: String?
  @OptionGroup var common: CommonOptions

  func run() throws {
    for seed in 1...UInt64(max(1, programmes)) {
      let made = MadeSchedule(seed: seed, establishments: establishments)
      if let write { try made.write(to: write) }
      Output.write(try line(made, "makespan", .makespan))
      Output.write(try line(made, "openings", ScheduleObjective(completions: made.openings)))
      Output.write(try replan(made))
    }
  }

  private func line(_ made: MadeSchedule, _ goal: String, _ objective: ScheduleObjective) throws -> Measurement {
    let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })
    let scheduler = try Scheduler(project: made.project, objective: objective)
    let (searching, found) = Cost.of {
      scheduler.run(seed: common.seed, schedules: schedules, stop: stop, threads: common.threads)
    }
    var line = Measurement(
      benchmark: "schedules", instance: "\(made.name) \(goal)", status: "evaluated", cost: searching,
      seed: common.seed, threads: common.threads)
    guard let timetable = found.timetable, let value = found.value else { return line }
    let (bounding, bound) = Cost.of {
      ScheduleBounds(project: made.project, objective: objective).value(incumbent: timetable, stop: stop)
    }
    line.value = Double(value)
    line.bound = Double(max(bound, found.bound))
    line.gap = Double(value - max(bound, found.bound)) / Double(max(1, value))
    line.status = TimetableCheck(made.project).violations(in: timetable).isEmpty ? "evaluated" : "broken"
    line.more = [("schedules", .number(Double(found.schedules))), ("boundSeconds", .number(bounding.seconds))]
    return line
  }

  /// After one change, a task that takes twice as long: everything else stays as near as it can.
  private func replan(_ made: MadeSchedule) throws -> Measurement {
    let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })
    let before = try Scheduler(project: made.project, objective: .makespan).run(
      seed: common.seed, schedules: schedules, stop: stop, threads: common.threads)
    guard let before = before.timetable else { throw ValidationError("No schedule.") }
    var changed = made.project
    changed.durations[changed.activityCount / 2] *= 2
    let anchors = before.starts.enumerated().map {
      ScheduleObjective.Anchor(activity: $0.offset, start: $0.element, weight: 1)
    }
    let (cost, found) = try Cost.of {
      try Scheduler(project: changed, objective: ScheduleObjective(anchors: anchors)).run(
        seed: common.seed, schedules: 2_000, starts: [before], stop: stop, threads: common.threads)
    }
    var line = Measurement(
      benchmark: "schedules", instance: "\(made.name) after a change", status: "evaluated", cost: cost,
      seed: common.seed, threads: common.threads)
    line.value = found.value.map(Double.init)
    return line
  }
}
