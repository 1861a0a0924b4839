import Dispatch
package import EtappModel
import EtappSolver
import Synchronization

/// Schedules a project of a public benchmark: search, bound and proof by turns.
package struct ProjectScheduling {
  /// What came out.
  package struct Answer: Sendable {
    /// Nil, as the makespan, where no timetable was found.
    package var starts: [Int]?
    package var makespan: Int?
    package var bound: Int
    package var schedules: Int
    package var proof: Proof
  }

  /// Links lead from a job back to itself.
  package struct Circle: Error { package var job: Int }

  private static let schedulesBeforeProof = 5_000
  /// Shares of the time that is left, at which the search begins anew from the best there is.
  private static let turns = [0.25, 1]
  private static let mostProvedToTheEnd = 75

  private let project: Project
  private let options: PlanningOptions
  private let schedules: Int?
  /// Whether circles of links are no mistake: greatest distances make them.
  private let mayCircle: Bool

  /// - Parameter schedules: How many to generate; nil for as many as the time allows.
  package init(_ instance: ProjectInstance, options: PlanningOptions, schedules: Int? = nil) {
    project = Project(instance)
    mayCircle = instance.hasLags
    self.options = options
    self.schedules = schedules
  }

  package func run() throws(Circle) -> Answer {
    let scheduler: Scheduler
    do {
      scheduler = try Scheduler(project: project, objective: .makespan)
    } catch {
      guard mayCircle else { throw Circle(error) }
      return LagScheduling(project: project, options: options).run()
    }
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

  /// Search and proof beside each other, each told what the other has found; whoever closes the gap ends both.
  private func together(_ scheduler: Scheduler, _ start: Found) -> Found {
    let table = Table(start)
    let flag = StopFlag { [options] in options.stop.flag.isRaised || table.found.isProved }
    let stop = StopRule(flag: flag, clock: options.clock, deadline: options.stop.deadline)
    // Not by `concurrentPerform`: one inside another gets a single thread, and the search has two islands.
    let proving = DispatchGroup()
    DispatchQueue.global().async(group: proving) { prove(table, stop) }
    search(scheduler, table, stop)
    proving.wait()
    return table.found
  }

  /// In turns, since a search takes what others have found only when it begins.
  private func search(_ scheduler: Scheduler, _ table: Table, _ stop: StopRule) {
    let began = options.clock()
    for (turn, share) in Self.turns.enumerated() where stop.reason == nil {
      let end = options.stop.deadline.map { began + share * ($0 - began) }
      let found = table.found
      let more = scheduler.run(
        seed: options.seed &+ 1 &+ UInt64(turn), schedules: end == nil ? 100_000 : .max, lowerBound: found.bound,
        starts: [found.timetable], stop: StopRule(flag: stop.flag, clock: options.clock, deadline: end),
        threads: turn > 0 && !provesToTheEnd ? options.threads : max(1, options.threads - 1)
      ) { timetable, _ in table.join(timetable) }
      table.join(more.timetable ?? found.timetable, schedules: more.schedules)
    }
  }

  /// Large projects are seldom proved at all; the search makes more of the second thread.
  private var provesToTheEnd: Bool { project.activityCount <= Self.mostProvedToTheEnd }

  private func prove(_ table: Table, _ stop: StopRule) {
    let start = table.found
    let now = options.clock()
    let end = options.stop.deadline.map { provesToTheEnd ? $0 : now + Self.turns[0] * ($0 - now) }
    let stop = StopRule(flag: stop.flag, clock: options.clock, deadline: end)
    let result = ScheduleProver(project: project, objective: .makespan).improve(
      incumbent: start.timetable, lowerBound: start.bound, stop: stop,
      conflictLimit: options.stop.deadline == nil ? 20_000 : nil, heard: { table.found.timetable },
      tell: { table.join($0) })
    table.join(result.best, bound: result.bound)
  }

  /// What search and proof have found together.
  private final class Table: Sendable {
    private let best: Mutex<Found>

    init(_ start: Found) { best = Mutex(start) }

    var found: Found { best.withLock { $0 } }

    func join(_ timetable: Timetable, bound: Int = .min, schedules: Int = 0) {
      best.withLock { $0.join(timetable, bound: bound, schedules: schedules) }
    }
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

extension Project {
  /// The project of a benchmark as the engine room has it.
  init(_ instance: ProjectInstance) {
    self.init(
      durations: instance.durations,
      links: instance.links.map { link in
        link.startLag.map { Link(from: link.predecessor, to: link.successor, kind: .startStart, lag: $0) }
          ?? Link(from: link.predecessor, to: link.successor)
      },
      demands: instance.demands.map { demands in
        demands.enumerated().filter { $0.element > 0 }.map { Demand(resource: $0.offset, amount: $0.element) }
      }, capacities: instance.capacities.map { Capacity($0) })
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
