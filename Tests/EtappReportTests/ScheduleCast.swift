import EtappModel

/// A plain scheduler for the cast: offices one after the other, every task as early as links and people let it.
struct ScheduleCast {
  private let timeline = Timeline(WorkCast.week, from: WorkCast.work.starts, count: 2_000)
  private var tasks: [ScheduledTask] = []
  private var openings: [Opening] = []

  struct Pool: Hashable {
    let resource: ID<Resource>
    let region: String?
  }

  init(_ opens: [(ID<Place>, Int)]) {
    for (place, round) in opens {
      for task in WorkCast.tasks { add(task, of: place, round: round) }
      guard let last = tasks.last else { continue }
      let window = WorkCast.rounds[round].opens
      let days = window.map { timeline.index(onOrAfter: last.finish) - timeline.index(onOrAfter: $0.to + 1) + 1 } ?? 0
      openings.append(Opening(place: place, round: round, day: last.finish, late: max(0, days), isActual: false))
    }
    markCritical()
  }

  var schedule: Schedule {
    let makespan = tasks.map(\.end).max() ?? 0
    return Schedule(
      timeline: timeline, tasks: tasks, openings: openings,
      makespan: Schedule.Measure(value: makespan, bound: makespan * 15 / 16),
      objective: Schedule.Measure(value: 12_345, bound: 12_000), seconds: 1.25, seed: 7, tried: 12_000)
  }

  // MARK: One task

  private mutating func add(_ task: WorkTask, of place: ID<Place>, round: Int) {
    var first = 0
    var binding = ScheduledTask.Binding.start
    if let starts = WorkCast.rounds[round].starts {
      first = timeline.index(onOrAfter: starts)
      binding = .round(WorkCast.rounds[round].id)
    }
    for link in task.predecessors {
      if let before = tasks.last(where: { $0.place == place && $0.task == link.task }), before.end >= first {
        (first, binding) = (before.end, .predecessor(link.task))
      }
    }
    if task.id == WorkCast.template.opening, let from = WorkCast.rounds[round].opens?.from,
      timeline.index(onOrAfter: from) > first
    {
      (first, binding) = (timeline.index(onOrAfter: from), .round(WorkCast.rounds[round].id))
    }
    let needs = needs(task, place)
    while let blocker = blocker(task, first, needs) {
      first = blocker.end
      binding = .resource(needs[0].resource, place: blocker.place, task: blocker.task)
    }
    append(task, of: place, first: first, needs: needs, binding: binding)
  }

  private mutating func append(
    _ task: WorkTask, of place: ID<Place>, first: Int, needs: [ScheduledTask.PoolNeed],
    binding: ScheduledTask.Binding
  ) {
    let end = end(of: task, from: first)
    let finish = end > first ? timeline[end - 1] : timeline[first]
    tasks.append(
      ScheduledTask(
        place: place, task: task.id, start: timeline[first], finish: finish, first: first, end: end, needs: needs,
        isCritical: false, float: tasks.count % 5, binding: binding))
  }

  private func end(of task: WorkTask, from first: Int) -> Int {
    let calendar = WorkCast.work.calendars.first { $0.id == task.calendar } ?? WorkCast.week
    var (end, left) = (first, task.estimate.planned)
    while left > 0 {
      if calendar.isWorking(timeline[end]) { left -= 1 }
      end += 1
    }
    return end
  }

  private func needs(_ task: WorkTask, _ place: ID<Place>) -> [ScheduledTask.PoolNeed] {
    let number = Int(place.code.drop { !$0.isNumber }) ?? place.code.count
    return task.needs.map { need in
      let isRegional = WorkCast.resources.first { $0.id == need.resource }?.division != nil
      return ScheduledTask.PoolNeed(
        resource: need.resource, region: isRegional ? (number.isMultiple(of: 2) ? "North" : "South") : nil,
        units: need.units)
    }
  }

  /// A task whose people are all busy: the one of them that is free first.
  private func blocker(_ task: WorkTask, _ first: Int, _ needs: [ScheduledTask.PoolNeed]) -> ScheduledTask? {
    guard let need = needs.first, let resource = WorkCast.resources.first(where: { $0.id == need.resource }) else {
      return nil
    }
    let end = end(of: task, from: first)
    let busy = tasks.filter { $0.first < end && $0.end > first && $0.needs.contains(need) }
    let units = resource.capacity.last { $0.from.map { $0 <= timeline[first] } ?? true }?.units ?? 0
    return busy.count < units ? nil : busy.min { $0.end < $1.end }
  }

  // MARK: The chain

  private mutating func markCritical() {
    let last = openings.max { ($0.day, $1.place) < ($1.day, $0.place) }
    var next = tasks.lastIndex { $0.place == last?.place }
    while let at = next, !tasks[at].isCritical {
      tasks[at].isCritical = true
      tasks[at].float = 0
      next =
        switch tasks[at].binding {
        case .predecessor(let task): tasks.firstIndex { $0.place == tasks[at].place && $0.task == task }
        case .resource(_, let place, let task): tasks.firstIndex { $0.place == place && $0.task == task }
        default: nil
        }
    }
  }
}

/// A forecast with figures that hang together, without any simulation.
enum ForecastCast {
  static func forecast(of schedule: Schedule) -> Forecast {
    let offices = schedule.openings.enumerated().map { index, opening in
      let spread = 40 + 9 * (index % 5)
      return OfficeForecast(
        place: opening.place, round: opening.round, p10: opening.day + -spread / 4, p50: opening.day + spread / 3,
        p80: opening.day + spread, p90: opening.day + spread * 3 / 2, promise: opening.day + spread,
        standardError: 0.0044)
    }
    .map { office in
      var office = office
      office.probabilityInWindow = WorkCast.rounds[office.round].opens.map { chance(office, $0.to) }
      return office
    }
    let rounds = WorkCast.rounds.indices.map { round in
      self.round(round, offices.filter { $0.round == round })
    }
    return Forecast(
      trials: 10_000, seed: 7, standardError: 0.005, offices: offices, rounds: rounds,
      drivers: [
        DriverEffect(risk: "late-equipment", daysAtP80: 4.4, officesInWindow: 0.31),
        DriverEffect(risk: "no-premises", daysAtP80: 12.2, officesInWindow: 0.82),
        DriverEffect(risk: "hostile", daysAtP80: -0.1, officesInWindow: 0),
      ],
      tasks: [
        TaskEffect(task: "rebuilding", criticality: 0.74, cruciality: 0.31, daysAtP80: 9),
        TaskEffect(task: "search", criticality: 0.96, cruciality: 0.62, daysAtP80: 21.5),
        TaskEffect(task: "furniture", criticality: 0.02, cruciality: 0.01, daysAtP80: 0),
      ], seconds: 0.8)
  }

  /// Offices as if each opened by itself with the probability of its strip.
  private static func round(_ round: Int, _ offices: [OfficeForecast]) -> RoundForecast {
    let by = WorkCast.rounds[round].opens?.to ?? Day(year: 2023, month: 12, day: 31)
    let distribution = sum(offices.map { $0.probabilityInWindow ?? 0.5 })
    let days = offices.flatMap { [$0.p10, $0.p90] } + [by]
    let (first, last) = ((days.min() ?? by) + -30, (days.max() ?? by) + 30)
    let curve = stride(from: first.number, through: last.number, by: 14).map { number in
      let chances = offices.map { chance($0, Day(number: number)) }
      let expected = chances.reduce(0, +)
      let spread = chances.reduce(0) { $0 + $1 * (1 - $1) }.squareRoot() * 1.3
      return RoundForecast.CurvePoint(
        day: Day(number: number), expected: expected, low: max(0, Int((expected - spread).rounded())),
        high: min(offices.count, Int((expected + spread).rounded())))
    }
    return RoundForecast(
      round: round, by: by, distribution: distribution,
      expectedLate: offices.reduce(0) { $0 + 1 - ($1.probabilityInWindow ?? 0.5) },
      promised: Int((0.8 * Double(offices.count)).rounded(.up)), curve: curve)
  }

  private static func chance(_ office: OfficeForecast, _ day: Day) -> Double {
    let points = [
      (office.p10 + -20, 0), (office.p10, 0.1), (office.p50, 0.5), (office.p80, 0.8), (office.p90, 0.9),
      (office.p90 + 40, 1.0),
    ]
    for (before, after) in zip(points, points.dropFirst()) where day < after.0 {
      guard day > before.0 else { return before.1 }
      return before.1 + (after.1 - before.1) * Double(day - before.0) / Double(max(1, after.0 - before.0))
    }
    return 1
  }

  /// Probability of each number of successes of independent attempts.
  private static func sum(_ chances: [Double]) -> [Double] {
    chances.reduce([1.0]) { known, chance in
      (0...known.count).map { k in
        (k < known.count ? known[k] * (1 - chance) : 0) + (k > 0 ? known[k - 1] * chance : 0)
      }
    }
  }
}
