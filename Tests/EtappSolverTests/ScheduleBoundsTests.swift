import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Schedule bounds` {
  private static let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })

  /// Three activities of four days side by side on three units, two of which each takes.
  private static let pairs = Project(
    durations: [4, 4, 4], demands: Array(repeating: [.init(resource: 0, amount: 2)], count: 3),
    capacities: [.init(3)])
  private static let inTurn = Timetable(starts: [0, 4, 8], finishes: [4, 8, 12])

  @Test func `a unit that nobody can use is not counted`() {
    let bounds = ScheduleBounds(project: Self.pairs, objective: .makespan)
    #expect(bounds.criticalPath == 4)
    #expect(bounds.value(incumbent: Self.inTurn, stop: Self.stop) == 12)
  }

  @Test func `the finishes of work in turn are bounded by their sum`() {
    let objective = ScheduleObjective(completions: (0..<3).map { .init(activity: $0, weight: 1) })
    let bounds = ScheduleBounds(project: Self.pairs, objective: objective)
    #expect(bounds.value(incumbent: Self.inTurn, stop: Self.stop) == 4 + 8 + 12)
  }

  @Test func `work before a tail has to fit before it, also where the capacity comes late`() {
    // Six days of work for one unit that is there from day 3 on, and five days after each.
    let project = Project(
      durations: [2, 2, 2, 5, 5, 5], links: (0..<3).map { .init(from: $0, to: $0 + 3) },
      demands: (0..<6).map { $0 < 3 ? [.init(resource: 0, amount: 1)] : [] },
      capacities: [.init(days: [0, 3], amounts: [0, 1])])
    let incumbent = Timetable(starts: [3, 5, 7, 5, 7, 9], finishes: [5, 7, 9, 10, 12, 14])
    #expect(TimetableCheck(project).violations(in: incumbent).isEmpty)
    let bounds = ScheduleBounds(project: project, objective: .makespan)
    #expect(bounds.value(incumbent: incumbent, stop: Self.stop) == 14)
  }

  @Test func `links that contradict each other leave nothing below the incumbent`() {
    let project = Project(durations: [1, 1], links: [.init(from: 0, to: 1), .init(from: 1, to: 0)])
    #expect(ScheduleBounds(project: project, objective: .makespan).criticalPath == nil)
  }

  @Test(arguments: 0..<4)
  func `programmes of like projects are bounded below what search finds`(seed: Int) throws {
    let programme = MultiProject(seed: seed, copies: 4, tasks: 6, pools: 3)
    for objective in [.makespan, ScheduleObjective(completions: programme.openings)] {
      let incumbent = oneAfterAnother(programme.project)
      #expect(TimetableCheck(programme.project).violations(in: incumbent).isEmpty)
      let bound = ScheduleBounds(project: programme.project, objective: objective)
        .value(incumbent: incumbent, stop: Self.stop)
      let prover = ScheduleProver(project: programme.project, objective: objective)
      let found = prover.improve(incumbent: incumbent, lowerBound: 0, stop: Self.stop, conflictLimit: 300)
      #expect(TimetableCheck(programme.project).violations(in: found.best).isEmpty)
      #expect(bound <= objective.value(of: found.best) && found.bound <= objective.value(of: found.best))
      #expect(objective.value(of: found.best) < objective.value(of: incumbent))
      let kept = prover.improve(
        incumbent: found.best, freeing: Array(0..<12), keeping: .order, stop: Self.stop, conflictLimit: 100)
      #expect(TimetableCheck(programme.project).violations(in: kept.best).isEmpty)
      #expect(objective.value(of: kept.best) <= objective.value(of: found.best))
      #expect(bound <= objective.value(of: kept.best))
    }
  }

  private func oneAfterAnother(_ project: Project) -> Timetable {
    var day = project.releases.max() ?? 0
    let starts = project.durations.map { duration in
      defer { day += duration }
      return day
    }
    return Timetable(starts: starts, finishes: zip(starts, project.durations).map { $0 + $1 })
  }

  @Test(.enabled(if: PublishedProject.isThere, "The published projects are not there (../shared/data/psplib)."))
  func `no bound is above the best known makespan of published projects`() throws {
    for published in try PublishedProject.sample() {
      let incumbent = oneAfterAnother(published.project)
      let bounds = ScheduleBounds(project: published.project, objective: .makespan)
      #expect(bounds.criticalPath == published.criticalPath, "\(published.name)")
      #expect(bounds.value(incumbent: incumbent, stop: Self.stop) <= published.best, "\(published.name)")
      let result = ScheduleProver(project: published.project, objective: .makespan)
        .improve(incumbent: incumbent, lowerBound: 0, stop: Self.stop, conflictLimit: 40)
      #expect(result.bound <= published.best && result.best.makespan >= published.least, "\(published.name)")
      #expect(TimetableCheck(published.project).violations(in: result.best).isEmpty, "\(published.name)")
    }
  }
}
