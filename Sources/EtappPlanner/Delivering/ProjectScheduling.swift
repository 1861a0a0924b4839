import Dispatch
package import EtappModel
import EtappSolver
import Synchronization

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
  /// Shares of the time that is left, at which search and proof tell each other what they have found.
  private static let turns = [0.1, 0.4, 1]

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
    var answer = Found(timetable: timetable, bound: scheduler.leastValue, schedules: first.schedules)
    if timetable.makespan > answer.bound, options.stop.reason == nil {
      let bounds = ScheduleBounds(project: project, objective: .makespan)
      answer.bound = max(answer.bound, bounds.value(incumbent: timetable, stop: options.stop))
    }
    if schedules == nil, !answer.isProved, options.stop.reason == nil { answer = together(scheduler, answer) }
    return Answer(
      starts: answer.timetable.starts, makespan: answer.timetable.makespan, bound: answer.bound,
      schedules: answer.schedules, proof: proof(answer.timetable.makespan, answer.bound))
  }

  /// The best so far.
  private struct Found: Sendable {
    var timetable: Timetable
    var bound: Int
    var schedules: Int

    var isProved: Bool { timetable.makespan <= bound }

    mutating func join(_ other: Timetable, bound: Int, schedules: Int) {
      if other.makespan < timetable.makespan { timetable = other }
      self.bound = max(self.bound, bound)
      self.schedules += schedules
    }
  }

  /// Search and proof beside each other, in turns with what the other has found; whoever closes the gap ends both.
  private func together(_ scheduler: Scheduler, _ start: Found) -> Found {
    var found = start
    let began = options.clock()
    for share in Self.turns {
      let end = options.stop.deadline.map { began + share * ($0 - began) }
      found = turn(scheduler, found, until: end)
      if found.isProved || options.stop.reason != nil || end == nil { break }
    }
    return found
  }

  private func turn(_ scheduler: Scheduler, _ start: Found, until end: Double?) -> Found {
    let isClosed = Mutex(false)
    let flag = StopFlag { [options] in options.stop.flag.isRaised || isClosed.withLock { $0 } }
    let stop = StopRule(flag: flag, clock: options.clock, deadline: end)
    let joined = Mutex(start)
    @Sendable func join(_ timetable: Timetable, bound: Int, schedules: Int = 0) {
      let isProved = joined.withLock { found in
        found.join(timetable, bound: bound, schedules: schedules)
        return found.isProved
      }
      if isProved { isClosed.withLock { $0 = true } }
    }
    DispatchQueue.concurrentPerform(iterations: 2) { [options] worker in
      if worker == 0 {
        let more = scheduler.run(
          seed: options.seed &+ 1 &+ UInt64(start.schedules), schedules: end == nil ? 200_000 : .max,
          lowerBound: start.bound, starts: [start.timetable], stop: stop, threads: max(1, options.threads - 1))
        join(more.timetable ?? start.timetable, bound: start.bound, schedules: more.schedules)
      } else {
        let result = ScheduleProver(project: project, objective: .makespan).improve(
          incumbent: start.timetable, lowerBound: start.bound, stop: stop, conflictLimit: end == nil ? 20_000 : nil)
        join(result.best, bound: result.bound)
      }
    }
    return joined.withLock { $0 }
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
