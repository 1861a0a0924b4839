import EtappModel

@testable import EtappExchange

/// A small programme with work, a schedule and a forecast that the tests of documents, feeds and projects share.
enum ScheduleBench {
  static let calendar = WorkCalendar(
    id: "days", title: Text(en: "Working days", sv: "Arbetsdagar"),
    holidays: [
      Holiday(title: Text(en: "National Day", sv: "Nationaldagen"), date: .fixed(MonthDay(month: 6, day: 6))),
      Holiday(title: Text(en: "Good Friday", sv: "Långfredagen"), date: .easter(-2)),
    ])

  static let trade: WorkCalendar = {
    var trade = calendar
    trade.id = "trade"
    trade.title = Text(en: "Trade", sv: "Bygg")
    trade.closures = [Closure(title: "Semester", when: .weeks(28...31))]
    return trade
  }()

  static let work = Work(
    starts: Day(year: 2022, month: 5, day: 30), calendar: "days", calendars: [calendar, trade],
    resources: [
      Resource(
        id: "leads", title: Text(en: "Leads", sv: "Ledare"), division: "nuts1",
        capacity: [Resource.Step(units: 2), Resource.Step(from: Day(year: 2022, month: 7, day: 1), units: 3)],
        regional: ["North": [Resource.Step(units: 1)]])
    ],
    templates: [
      WorkTemplate(
        id: "standard", title: "Standard",
        tasks: [
          WorkTask(
            id: "search", title: Text(en: "Search", sv: "Sök"), estimate: .fixed(6),
            needs: [WorkTask.Need(resource: "leads", units: 1)]),
          WorkTask(
            id: "build", title: Text(en: "Build", sv: "Bygg"), estimate: .fixed(3), calendar: "trade",
            predecessors: [WorkTask.Predecessor(task: "search", kind: .startStart, lag: 25)]),
          WorkTask(id: "gate", title: "Gate", estimate: .fixed(0), predecessors: [WorkTask.Predecessor(task: "build")]),
          WorkTask(
            id: "open", title: Text(en: "Opening", sv: "Invigning"), estimate: .fixed(0),
            predecessors: [WorkTask.Predecessor(task: "gate", lag: -2)]),
        ], opening: "open")
    ],
    risks: [
      Risk(
        id: "storm", title: Text(en: "Storm", sv: "Storm!"), probability: 0.1,
        factor: Risk.Factor(low: 1, middle: 2, high: 3))
    ])

  static let assignment: Assignment = {
    var assignment = Workbench.assignment
    assignment.principal = "The ministry"
    assignment.reports = [Day(year: 2022, month: 9, day: 30), Day(year: 2023, month: 2, day: 23)]
    assignment.rounds[0].opens = Round.Window(
      from: Day(year: 2022, month: 1, day: 1), to: Day(year: 2022, month: 12, day: 31), mainly: 0.8)
    assignment.work = work
    return assignment
  }()

  static let timeline = Timeline(calendar, from: work.starts, count: 400)

  static func task(
    _ place: ID<Place>, _ task: ID<WorkTask>, _ first: Int, _ end: Int, float: Int = 0,
    needs: [ScheduledTask.PoolNeed] = [], _ binding: ScheduledTask.Binding
  ) -> ScheduledTask {
    ScheduledTask(
      place: place, task: task, start: timeline[first], finish: timeline[max(first, end - 1)], first: first, end: end,
      needs: needs, isCritical: float == 0, float: float, binding: binding)
  }

  /// Two offices; the second waits for the people of the first.
  static let schedule = Schedule(
    timeline: timeline,
    tasks: [
      task(
        "boden-c", "search", 0, 6, needs: [ScheduledTask.PoolNeed(resource: "leads", region: "North", units: 1)], .start
      ),
      task("boden-c", "build", 25, 48, float: 3, .predecessor("search")),
      task("boden-c", "gate", 48, 48, .predecessor("build")),
      task("boden-c", "open", 48, 48, float: 3, .round("1")),
      task(
        "ange", "search", 6, 12, needs: [ScheduledTask.PoolNeed(resource: "leads", units: 2)],
        .resource("leads", place: "boden-c", task: "search")),
      task("ange", "build", 60, 63, .capacity("leads")), task("ange", "gate", 63, 63, .free),
      task("ange", "open", 63, 63, .today),
    ],
    openings: [
      Opening(place: "boden-c", round: 0, day: timeline[48], late: 0, isActual: true),
      Opening(place: "ange", round: 1, day: timeline[63], late: 4, isActual: false),
    ], makespan: Schedule.Measure(value: 63, bound: 60), objective: Schedule.Measure(value: 111, bound: 111),
    seconds: 0.25, seed: 9, tried: 1_000)

  static let forecast = Forecast(
    trials: 10_000, seed: 1 << 60, shocks: ["freeze"], standardError: 0.005,
    offices: [
      OfficeForecast(
        place: "ange", round: 1, p10: timeline[60], p50: timeline[63], p80: timeline[70], p90: timeline[80],
        promise: timeline[70], probabilityInWindow: 0.75, standardError: 0.0043),
      OfficeForecast(
        place: "boden-c", round: 0, p10: timeline[48], p50: timeline[48], p80: timeline[48], p90: timeline[48],
        promise: timeline[48]),
    ],
    rounds: [
      RoundForecast(
        round: 0, by: Day(year: 2022, month: 12, day: 31), distribution: [0.1, 0.25, 0.65], expectedLate: 0.45,
        promised: 2,
        curve: [RoundForecast.CurvePoint(day: timeline[48], expected: 1.5, low: 1, high: 2)])
    ],
    drivers: [DriverEffect(risk: "storm", daysAtP80: 12.5, officesInWindow: 0.25)],
    tasks: [TaskEffect(task: "build", criticality: 0.9, cruciality: 0.5, daysAtP80: 7)], seconds: 2)

  static func documents(_ language: Language = .english) -> Documents {
    let plain = Workbench.documents(language)
    return Documents(
      assignment: assignment, geography: Workbench.geography, language: language, wording: plain.wording)
  }
}
