package import EtappModel
import EtappSolver

/// Schedules a project of a public benchmark: search, bound and proof by turns.
package struct ProjectScheduling {
  /// What came out.
  package struct Answer: Sendable {
    package var starts: [Int]
    package var makespan: Int
    package var bound: Int
    package var schedules: Int
    package var proof: Proof
  }

  /// Links lead from a job back to itself.
  package struct Circle: Error { package var job: Int }

  private static let schedulesBeforeProof = 5_000
  /// Of the time that is left after the first search.
  private static let shareForProof = 0.25

  private let project: Project
  private let options: PlanningOptions
  private let schedules: Int?

  /// - Parameter schedules: How many to generate; nil for as many as the time allows.
  package init(_ instance: ProjectInstance, options: PlanningOptions, schedules: Int? = nil) {
    project = Project(
      durations: instance.durations,
      links: instance.links.map { Project.Link(from: $0.predecessor, to: $0.successor) },
      demands: instance.demands.map { demands in
        demands.enumerated().filter { $0.element > 0 }.map { Project.Demand(resource: $0.offset, amount: $0.element) }
      }, capacities: instance.capacities.map { Project.Capacity($0) })
    self.options = options
    self.schedules = schedules
  }

  package func run() throws(Circle) -> Answer {
    let scheduler: Scheduler
    do { scheduler = try Scheduler(project: project, objective: .makespan) } catch { throw Circle(error) }
    let first = scheduler.run(
      seed: options.seed, schedules: schedules ?? Self.schedulesBeforeProof, stop: options.stop,
      threads: options.threads)
    guard let timetable = first.timetable else { throw Circle(job: 0) }
    var (best, bound, made) = proved(timetable, bound: scheduler.leastValue, made: first.schedules)
    if schedules == nil, bound < best.makespan, options.stop.reason == nil {
      let more = scheduler.run(
        seed: options.seed &+ 1, schedules: options.stop.deadline == nil ? 1_000_000 : .max, lowerBound: bound,
        starts: [best], stop: options.stop, threads: options.threads)
      made += more.schedules
      if let found = more.timetable, found.makespan < best.makespan { best = found }
    }
    bound = min(bound, best.makespan)
    return Answer(
      starts: best.starts, makespan: best.makespan, bound: bound, schedules: made, proof: proof(best.makespan, bound))
  }

  /// A bound without search, then with it, for a part of the time.
  private func proved(_ timetable: Timetable, bound least: Int, made: Int) -> (Timetable, Int, Int) {
    guard timetable.makespan > least, options.stop.reason == nil else { return (timetable, least, made) }
    let limit = options.stop.secondsLeft.map { options.clock() + Self.shareForProof * $0 }
    let stop = StopRule(flag: options.stop.flag, clock: options.clock, deadline: limit)
    let bound = max(
      least, ScheduleBounds(project: project, objective: .makespan).value(incumbent: timetable, stop: stop))
    guard timetable.makespan > bound else { return (timetable, bound, made) }
    let result = ScheduleProver(project: project, objective: .makespan).improve(
      incumbent: timetable, lowerBound: bound, stop: stop, conflictLimit: limit == nil ? 20_000 : nil)
    return (result.best, max(bound, result.bound), made)
  }

  private func proof(_ makespan: Int, _ bound: Int) -> Proof {
    if makespan <= bound { return .optimal }
    switch options.stop.reason {
    case .interrupted: return .stopped(.interrupted)
    case .timeLimit: return .stopped(.timeLimit)
    case nil: return .within(Double(makespan - bound) / Double(max(1, makespan)))
    }
  }
}

extension ProjectScheduling.Circle {
  fileprivate init(_ obstacle: SchedulingObstacle) {
    switch obstacle {
    case .cycle(let job), .window(let job), .demand(let job, _): self.init(job: job)
    case .overload: self.init(job: 0)
    }
  }
}
