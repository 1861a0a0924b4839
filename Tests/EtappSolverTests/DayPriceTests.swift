import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Prices on days` {
  private static let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })

  /// The objective without its makespan, which prices do not bound.
  private static func besideMakespan(_ tiny: TinyProject) -> TinyProject {
    var tiny = tiny
    tiny.objective.makespan = 0
    return tiny
  }

  @Test(arguments: 0..<160)
  func `no bound is above what brute force finds, whatever the days that have prices`(seed: Int) throws {
    let tiny = Self.besideMakespan(TinyProject(seed: seed))
    guard let (first, best) = tiny.enumerate() else { return }
    let optimum = tiny.objective.value(of: best)
    let prices = try #require(DayPrices(tiny.project, objective: tiny.objective))
    for days in [1, 4, first.makespan + 3] {
      let answer = prices.answer(
        known: tiny.objective.value(of: first), makespan: days, rounds: 60, stop: Self.stop)
      #expect(answer.bound <= optimum)
      #expect(answer.starts.count == tiny.project.activityCount)
    }
  }

  @Test func `the bounds reach the optimum often, and there are optima to reach`() {
    var (reached, counted) = (0, 0)
    for seed in 0..<160 {
      let tiny = Self.besideMakespan(TinyProject(seed: seed))
      guard let (first, best) = tiny.enumerate(), tiny.objective.value(of: best) > 0 else { continue }
      let answer = DayPrices(tiny.project, objective: tiny.objective)?
        .answer(known: tiny.objective.value(of: first), makespan: first.makespan + 3, rounds: 200, stop: Self.stop)
      counted += 1
      if answer?.bound == tiny.objective.value(of: best) { reached += 1 }
    }
    #expect(counted > 60 && reached > counted / 2, "\(reached) of \(counted)")
  }

  @Test func `one machine and two jobs: the heavier goes first, proved`() throws {
    let project = Project(
      durations: [4, 2], demands: Array(repeating: [.init(resource: 0, amount: 1)], count: 2), capacities: [.init(1)])
    let objective = ScheduleObjective(completions: [.init(activity: 0, weight: 1), .init(activity: 1, weight: 3)])
    let prices = try #require(DayPrices(project, objective: objective))
    let answer = prices.answer(known: 6 * 3 + 4, makespan: 6, rounds: 300, stop: Self.stop)
    #expect(answer.bound == 3 * 2 + 6)
  }

  @Test(arguments: 0..<4)
  func `programmes: the bound is below what is found, and above that of the work alone`(seed: Int) throws {
    let programme = MultiProject(seed: seed, copies: 10, tasks: 8, pools: 3)
    let objective = ScheduleObjective(completions: programme.openings)
    let found = try Scheduler(project: programme.project, objective: objective)
      .run(seed: 1, schedules: 6_000, stop: Self.stop)
    let (timetable, value) = (try #require(found.timetable), try #require(found.value))
    #expect(TimetableCheck(programme.project).violations(in: timetable).isEmpty)
    let plain = ScheduleBounds(project: programme.project, objective: objective)
    let bound = plain.value(incumbent: timetable, beside: found.boundBesideMakespan, stop: Self.stop)
    #expect(found.bound <= bound && bound <= value)
    let better = ScheduleProver(project: programme.project, objective: objective)
      .improve(incumbent: timetable, lowerBound: 0, stop: Self.stop, conflictLimit: 200)
    #expect(bound <= objective.value(of: better.best))
    #expect(Double(value - bound) <= 0.12 * Double(value))
  }
}
