import EtappModel
import EtappSolver

/// Finds the dates of a plan's work: search first, then a bound that says how far from the best they can be.
struct Scheduling {
  let network: WorkNetwork
  let options: DeliveryOptions

  /// - Parameter baseline: Starts to stay near, by place and task; every day away from them has its price.
  func run(keeping baseline: Schedule? = nil) throws(DeliveryFailure) -> Schedule {
    let began = options.planning.clock()
    let anchors = anchors(baseline)
    let objective = ScheduleAim.objective(network, keeping: anchors)
    let result = try search(objective, from: anchors)
    let bounds = bounds(objective, result)
    return schedule(
      result.timetable, objective: objective, bounds: bounds, tried: result.schedules,
      seconds: options.planning.clock() - began)
  }

  /// Starts of an earlier schedule, by activity; what has begun stays anyway.
  private func anchors(_ baseline: Schedule?) -> [Int: Int] {
    guard let baseline else { return [:] }
    var starts: [ID<Place>: [ID<WorkTask>: Int]] = [:]
    for task in baseline.tasks {
      starts[task.place, default: [:]][task.task] = network.timeline.index(onOrAfter: task.start)
    }
    var anchors: [Int: Int] = [:]
    for (index, activity) in network.activities.enumerated() where network.project.fixedStarts[index] == nil {
      anchors[index] = starts[activity.place]?[activity.task.id]
    }
    return anchors
  }

  /// What a search found and proved.
  struct Searched {
    var timetable: Timetable
    var schedules: Int
    var bound: Int
    var boundBesideMakespan: Int
  }

  /// - Parameter start: Starts of an earlier schedule, to begin from.
  func search(
    _ objective: ScheduleObjective, from start: [Int: Int]
  ) throws(DeliveryFailure) -> Searched {
    let scheduler: Scheduler
    do {
      scheduler = try Scheduler(project: network.project, objective: objective)
    } catch {
      throw failure(error)
    }
    let result = scheduler.run(
      seed: options.planning.seed, schedules: options.schedules, starts: earlier(start), stop: options.planning.stop,
      threads: options.planning.threads)
    guard let timetable = result.timetable else { throw .withoutSchedule }
    if let late = network.activities.indices.first(where: { !network.isCounted(timetable.finishes[$0]) }) {
      throw .neverDone(network.activities[late].place)
    }
    return Searched(
      timetable: timetable, schedules: result.schedules, bound: result.bound,
      boundBesideMakespan: result.boundBesideMakespan)
  }

  /// The timetable of an earlier schedule; nothing where it knows no date of any of the activities.
  private func earlier(_ starts: [Int: Int]) -> [Timetable] {
    guard !starts.isEmpty else { return [] }
    let project = network.project
    let begins = project.durations.indices.map { project.fixedStarts[$0] ?? starts[$0] ?? project.releases[$0] }
    let ends = begins.indices.map { project.finish(of: $0, from: begins[$0]) }
    return [Timetable(starts: begins, finishes: ends)]
  }

  private func failure(_ obstacle: SchedulingObstacle) -> DeliveryFailure {
    switch obstacle {
    case .cycle(let activity), .window(let activity): .neverDone(network.activities[activity].place)
    case .demand(let activity, let resource):
      .needsTooMuch(
        network.activities[activity].task.id, network.pools[resource].resource,
        needs: network.project.demands[activity].first { $0.resource == resource }?.amount ?? 0,
        most: network.project.capacities[resource].amounts.max() ?? 0)
    case .overload(let resource, let day):
      .overloaded(network.pools[resource].resource, network.timeline[day])
    }
  }

  /// Both bounds, each at most the value it bounds.
  private func bounds(_ objective: ScheduleObjective, _ found: Searched) -> (makespan: Int, objective: Int) {
    let stop = options.planning.stop
    let makespan = ScheduleBounds(project: network.project, objective: .makespan)
    let whole = ScheduleBounds(project: network.project, objective: objective)
    let proved = whole.value(incumbent: found.timetable, beside: found.boundBesideMakespan, stop: stop)
    return (makespan.value(incumbent: found.timetable, stop: stop), max(proved, found.bound))
  }

  // MARK: From numbers to dates

  private func schedule(
    _ timetable: Timetable, objective: ScheduleObjective, bounds: (makespan: Int, objective: Int), tried: Int,
    seconds: Double
  ) -> Schedule {
    let bindings = Bindings(network, timetable, now: network.now)
    let last = network.offices.map(\.opening).max { timetable.finishes[$0] < timetable.finishes[$1] }
    let critical = Set(last.map { bindings.chain(to: $0) } ?? [])
    let float = TotalFloat(network, timetable)
    let tasks = network.activities.indices.map { index in
      task(
        index, timetable, binding: bindings.binding(of: index).binding, isCritical: critical.contains(index),
        float: float.days[index])
    }
    return Schedule(
      timeline: network.timeline, tasks: tasks, openings: network.offices.map { opening($0, timetable) },
      makespan: Schedule.Measure(value: timetable.makespan, bound: bounds.makespan),
      objective: Schedule.Measure(value: objective.value(of: timetable), bound: bounds.objective), seconds: seconds,
      seed: options.planning.seed, tried: tried, today: options.today,
      paces: network.paces.map { $1.pace(of: $0) }.sorted { $0.task < $1.task })
  }

  private func task(
    _ index: Int, _ timetable: Timetable, binding: ScheduledTask.Binding, isCritical: Bool, float: Int
  ) -> ScheduledTask {
    let activity = network.activities[index]
    let (first, end) = (timetable.starts[index], timetable.finishes[index])
    return ScheduledTask(
      place: activity.place, task: activity.task.id, start: network.timeline[network.firstDay(index, first)],
      finish: network.timeline[end > first ? end - 1 : end], first: first, end: end,
      needs: network.project.demands[index].map {
        let pool = network.pools[$0.resource]
        return ScheduledTask.PoolNeed(resource: pool.resource, region: pool.region, units: $0.amount)
      },
      isCritical: isCritical, float: float, binding: binding)
  }

  private func opening(_ office: WorkNetwork.Office, _ timetable: Timetable) -> Opening {
    let finish = timetable.finishes[office.opening]
    return Opening(
      place: office.place, round: office.round, day: network.opening(finish),
      late: office.due.map { max(0, finish - $0 + 1) } ?? 0, isActual: network.isDone(office.opening))
  }
}
