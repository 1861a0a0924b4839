import EtappModel
import EtappSolver
import EtappTestSupport
import Testing

@testable import EtappPlanner

/// The check of a schedule, on schedules that are broken in one way each.
@Suite struct `The assessment of a schedule` {
  typealias Point = ScheduleAssessment.Point
  typealias Subject = ScheduleAssessment.Subject

  // MARK: A programme whose schedule is plain: as early as the links allow

  /// Two offices with the tasks of one template, everything from finish to start.
  static func programme(_ change: (inout WorkTemplate) -> Void = { _ in }, window: Bool = true) -> Programme {
    let estimate = Estimate.threePoint(low: 5, middle: 10, high: 20, law: .pert)
    let needs = [WorkTask.Need(resource: "leads", units: 1)]
    var template = WorkTemplate(
      id: "standard", title: "Standard",
      tasks: [
        WorkTask(id: "a", title: "A", estimate: estimate, needs: needs),
        WorkTask(
          id: "b", title: "B", estimate: estimate, predecessors: [WorkTask.Predecessor(task: "a")], needs: needs),
        WorkTask(
          id: "c", title: "C", estimate: .threePoint(low: 2, middle: 4, high: 6, law: .pert),
          predecessors: [WorkTask.Predecessor(task: "a")], needs: needs),
        WorkTask(
          id: "open", title: "Opening", estimate: .fixed(0),
          predecessors: [WorkTask.Predecessor(task: "b"), WorkTask.Predecessor(task: "c")]),
      ], opening: "open")
    change(&template)
    let work = Work(
      starts: Day(year: 2022, month: 1, day: 3), calendar: "days",
      calendars: [
        WorkCalendar(id: "days", title: "Days"),
        WorkCalendar(id: "half", title: "Half", week: [.monday, .wednesday]),
      ],
      resources: [Resource(id: "leads", title: "Leads", capacity: [Resource.Step(units: 10)])], templates: [template])
    let assignment = Assignment(
      name: "Check",
      rounds: [
        Round(
          id: "1", name: "Round 1",
          opens: window
            ? Round.Window(from: Day(year: 2022, month: 1, day: 1), to: Day(year: 2022, month: 3, day: 31)) : nil)
      ], work: work)
    let places = ["x", "y"].map {
      Place(id: ID($0), name: $0, municipality: "m", coordinate: Coordinate(latitude: 60, longitude: 15))
    }
    return Programme(
      assignment: assignment,
      geography: Geography(municipalities: [Municipality(id: "m", name: "M")], places: places))
  }

  struct Bench {
    var network: WorkNetwork
    var timetable: Timetable
    var schedule: Schedule
    var baseline: Schedule?
    var actuals: [Actual] = []
    var today: Day?
    var hasForecast = false

    var assessment: ScheduleAssessment {
      ScheduleAssessor(
        network, timetable, schedule, baseline: baseline, actuals: actuals, today: today, hasForecast: hasForecast
      ).assessment
    }

    /// The schedule that a timetable is, by the plainest of means.
    static func schedule(_ network: WorkNetwork, _ timetable: Timetable) -> Schedule {
      let float = TotalFloat(network, timetable)
      let lastOpening = network.offices.map { timetable.finishes[$0.opening] }.max() ?? 0
      let tasks = network.activities.indices.map { index in
        let (first, end) = (timetable.starts[index], timetable.finishes[index])
        return ScheduledTask(
          place: network.activities[index].place, task: network.activities[index].task.id,
          start: network.timeline[first], finish: network.timeline[max(first, end - 1)], first: first, end: end,
          needs: [],
          isCritical: float.days[index] == 0
            && timetable.finishes[network.offices[network.activities[index].office].opening] == lastOpening,
          float: float.days[index], binding: .free)
      }
      let openings = network.offices.map { office in
        Opening(
          place: office.place, round: office.round, day: network.opening(timetable.finishes[office.opening]), late: 0,
          isActual: false)
      }
      return Schedule(
        timeline: network.timeline, tasks: tasks, openings: openings,
        makespan: Schedule.Measure(value: timetable.makespan, bound: 0),
        objective: Schedule.Measure(value: 0, bound: 0), seconds: 0, seed: 0, tried: 0)
    }
  }

  /// Every activity as early as its links, release and fixed start allow; people are never short here.
  static func earliest(_ network: WorkNetwork) -> Timetable {
    let project = network.project
    var starts = (0..<project.activityCount).map { project.fixedStarts[$0] ?? project.releases[$0] }
    var finishes = starts.indices.map { project.finish(of: $0, from: starts[$0]) }
    var isMoving = true
    while isMoving {
      isMoving = false
      for link in project.links {
        let (a, b) = (link.predecessor, link.successor)
        var isKept: Bool {
          switch link.kind {
          case .finishStart: starts[b] >= finishes[a] + link.lag
          case .startStart: starts[b] >= starts[a] + link.lag
          case .finishFinish: finishes[b] >= finishes[a] + link.lag
          case .startFinish: finishes[b] >= starts[a] + link.lag
          }
        }
        while !isKept {
          starts[b] += 1
          finishes[b] = project.finish(of: b, from: starts[b])
          isMoving = true
        }
      }
    }
    return Timetable(starts: starts, finishes: finishes)
  }

  static func bench(
    _ programme: Programme? = nil, actuals: [Actual] = [], today: Day? = nil
  ) throws -> Bench {
    let network = try WorkNetwork(
      programme ?? self.programme(), choice: Choice(opens: ["x": 0, "y": 0]), actuals: actuals, today: today)
    let timetable = earliest(network)
    return Bench(
      network: network, timetable: timetable, schedule: Bench.schedule(network, timetable), actuals: actuals,
      today: today)
  }

  private static func of(_ task: ID<WorkTask>) -> [Subject] { ["x", "y"].map { Subject(place: $0, task: task) } }

  // MARK: Sound

  @Test func `of a sound schedule passes every point that can be computed`() throws {
    let assessment = try Self.bench().assessment
    #expect(assessment.points.map(\.point) == Point.allCases)
    #expect(assessment.practices.map(\.practice) == ScheduleAssessment.Practice.allCases)
    for result in assessment.points {
      switch result.point {
      case .missedTasks, .baselineExecution:
        #expect(result.verdict == .unknown(.baseline) && result.figure == nil, "\(result.point)")
      case .invalidDates: #expect(result.verdict == .unknown(.today), "\(result.point)")
      default: #expect(result.verdict == .passed && result.offenders.isEmpty, "\(result.point) \(result)")
      }
    }
    #expect(assessment.result(of: .relationships)?.considered == 8)
    #expect(assessment.result(of: .missingLogic)?.considered == 8)
    #expect(assessment.result(of: .resources)?.considered == 6)
  }

  @Test func `has practices that follow from it`() throws {
    var bench = try Self.bench()
    var practices = bench.assessment
    #expect(practices.result(of: .riskAnalysis)?.rating == .notMet)
    #expect(practices.result(of: .baseline)?.verdict == .failed)
    #expect(practices.result(of: .updating)?.verdict == .unknown(.today))
    for practice in [
      ScheduleAssessment.Practice.capturing, .sequencing, .assigning, .durations, .traceability, .criticalPath, .float,
    ] { #expect(practices.result(of: practice)?.rating == .fully, "\(practice)") }
    bench.hasForecast = true
    bench.baseline = bench.schedule
    practices = bench.assessment
    #expect(practices.result(of: .riskAnalysis)?.verdict == .passed)
    #expect(practices.result(of: .baseline)?.verdict == .passed)
  }

  // MARK: Broken in one way

  struct Broken: CustomTestStringConvertible, Sendable {
    let label: String
    let point: Point
    let figure: Double
    let offenders: [Subject]
    let change: @Sendable (inout WorkTemplate) -> Void
    var testDescription: String { label }
  }

  static let broken: [Broken] = [
    Broken(label: "a task without a successor", point: .missingLogic, figure: 0.25, offenders: of("c")) {
      $0.tasks[3].predecessors.removeLast()
    },
    Broken(label: "a task without a predecessor", point: .missingLogic, figure: 0.25, offenders: of("c")) {
      $0.tasks[2].predecessors = []
    },
    Broken(label: "a lead", point: .leads, figure: 2, offenders: of("b")) {
      $0.tasks[1].predecessors[0].lag = -1
    },
    Broken(label: "a lag", point: .lags, figure: 0.25, offenders: of("c")) { $0.tasks[2].predecessors[0].lag = 2 },
    Broken(label: "a link from start to start", point: .relationships, figure: 0.75, offenders: of("c")) {
      $0.tasks[2].predecessors[0].kind = .startStart
    },
    Broken(label: "a long task", point: .highDuration, figure: 1 / 3, offenders: of("b")) {
      $0.tasks[1].estimate = .threePoint(low: 20, middle: 45, high: 90, law: .pert)
    },
    Broken(label: "a task with time to spare", point: .highFloat, figure: 0.25, offenders: of("c")) {
      // 44 + 5 days against 4: 45 of float, though no task is longer than 44 but one.
      $0.tasks[1].estimate = .threePoint(low: 20, middle: 49, high: 90, law: .pert)
    },
    Broken(label: "nobody on a task", point: .resources, figure: 1 / 3, offenders: of("b")) { $0.tasks[1].needs = [] },
    Broken(
      label: "a window that is missed", point: .negativeFloat, figure: 6, offenders: (of("a") + of("b") + of("open"))
    ) {
      $0.tasks[1].estimate = .threePoint(low: 20, middle: 60, high: 90, law: .pert)
    },
  ]

  @Test(arguments: broken)
  func `finds what is wrong`(example: Broken) throws {
    let result = try #require(try Self.bench(Self.programme(example.change)).assessment.result(of: example.point))
    #expect(result.verdict == .failed)
    #expect(abs((result.figure ?? -1) - example.figure) < 1e-12, "\(result)")
    #expect(result.offenders == example.offenders.sorted())
  }

  @Test func `counts exactly 44 days as passed`() throws {
    let programme = Self.programme {
      $0.tasks[1].estimate = .threePoint(low: 20, middle: 44, high: 90, law: .pert)
      $0.tasks[2].estimate = .fixed(0)
    }
    let assessment = try Self.bench(programme).assessment
    #expect(assessment.result(of: .highDuration)?.figure == 0)
    #expect(assessment.result(of: .highFloat)?.figure == 0)
  }

  @Test func `tells fixed durations and fixed dates`() throws {
    var bench = try Self.bench(Self.programme { $0.tasks[1].estimate = .fixed(10) })
    let durations = try #require(bench.assessment.result(of: .durations))
    #expect(durations.score.map { abs($0 - 2 / 3.0) < 1e-12 } == true && durations.offenders == Self.of("b"))
    #expect(durations.rating == .substantially && durations.verdict == .failed)
    bench.network.project.fixedStarts[1] = bench.timetable.starts[1]
    let fixed = try #require(bench.assessment.result(of: .hardConstraints))
    #expect(fixed.figure == 0.125 && fixed.verdict == .failed && fixed.offenders == [Subject(place: "x", task: "b")])
  }

  @Test func `knows a schedule that does not follow its network`() throws {
    var bench = try Self.bench()
    bench.timetable.starts[1] -= 1
    #expect(bench.assessment.result(of: .traceability)?.offenders == [Subject(place: "x", task: "b")])
    bench = try Self.bench()
    bench.schedule.openings[0].day = bench.schedule.openings[0].day + 1
    #expect(bench.assessment.result(of: .traceability)?.offenders == [Subject(place: "x", task: "open")])
    bench.schedule.tasks.remove(at: 2)
    #expect(bench.assessment.result(of: .capturing)?.offenders == [Subject(place: "x", task: "c")])
  }

  // MARK: The critical path

  @Test func `moves the end when a critical task is late, whatever link it hangs on`() throws {
    for kind in WorkTask.LinkKind.allCases {
      for calendar in [nil, "half"] as [ID<WorkCalendar>?] {
        let programme = Self.programme {
          $0.tasks[1].calendar = calendar
          $0.tasks[3].predecessors[0].kind = kind
        }
        var bench = try Self.bench(programme)
        // Only those that the end does hang on: of a start, what comes before it.
        let isFromStart = kind == .startStart || kind == .startFinish
        for index in bench.schedule.tasks.indices {
          bench.schedule.tasks[index].isCritical = bench.schedule.tasks[index].task == (isFromStart ? "a" : "b")
        }
        let result = try #require(bench.assessment.result(of: .criticalPathTest))
        #expect(
          result.verdict == .passed && result.considered == 2, "\(kind) \(String(describing: calendar)) \(result)")
      }
    }
  }

  /// Tasks at random with links of every kind, leads and calendars of their own: pushing what a delay pushes ends where
  /// computing everything anew does.
  @Test(arguments: 0..<150)
  func `moves the end as far as computing it anew`(seed: UInt64) throws {
    var generator = RandomInstance.Generator(seed: seed)
    func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let count = int(2...7)
    var tasks: [WorkTask] = []
    for index in 0..<count {
      let predecessors = (0..<index).filter { _ in int(0...2) == 0 }.map { before in
        WorkTask.Predecessor(
          task: ID("t\(before)"), kind: WorkTask.LinkKind.allCases[int(0...3)], lag: int(-4...4))
      }
      tasks.append(
        WorkTask(
          id: ID("t\(index)"), title: "T", estimate: .fixed(int(0...9)), calendar: int(0...2) == 0 ? "half" : nil,
          predecessors: predecessors))
    }
    let programme = Self.programme {
      $0.tasks = tasks
      $0.opening = ID("t\(int(0...(count - 1)))")
    }
    let bench = try Self.bench(programme)
    let assessor = ScheduleAssessor(bench.network, bench.timetable, bench.schedule)
    let pushes = assessor.pushes
    // A calendar of its own can make the delayed task shorter, which the check does not count as a gain.
    for activity in bench.network.activities.indices where bench.network.project.patternOf[activity] == nil {
      var delayed = bench.network
      // Nothing starts earlier than it does now.
      delayed.project.releases = bench.timetable.starts
      delayed.project.releases[activity] += Point.testDelay
      let anew = Self.earliest(delayed)
      let end = delayed.offices.map { anew.finishes[$0.opening] }.max()
      #expect(assessor.openingEnd(delaying: activity, pushes) == end, "task \(activity) of \(tasks)")
    }
  }

  @Test func `fails when what is called critical is not`() throws {
    // Without people, whom the work could wait for too.
    var bench = try Self.bench(Self.programme { for index in $0.tasks.indices { $0.tasks[index].needs = [] } })
    let index = try #require(bench.schedule.tasks.firstIndex { $0.task == "a" })
    for other in bench.schedule.tasks.indices { bench.schedule.tasks[other].isCritical = other == index }
    bench.network.project.links.removeAll { $0.predecessor == index }
    // Nothing waits for it now.
    let result = try #require(bench.assessment.result(of: .criticalPathTest))
    #expect(result.verdict == .failed && result.figure == 0 && result.offenders == [Subject(place: "x", task: "a")])
    for other in bench.schedule.tasks.indices { bench.schedule.tasks[other].isCritical = false }
    #expect(bench.assessment.result(of: .criticalPathTest)?.verdict == .failed)
    // An opening that waits for its window hangs on no work.
    for other in bench.schedule.tasks.indices where bench.schedule.tasks[other].task == "open" {
      bench.schedule.tasks[other].isCritical = true
    }
    #expect(bench.assessment.result(of: .criticalPathTest)?.verdict == .unknown(.subject))
    #expect(bench.assessment.result(of: .criticalPath)?.verdict == .unknown(.subject))
  }

  @Test func `follows the chain of people too`() throws {
    var bench = try Self.bench()
    // Office y waits for the lead of office x: all its tasks as much later as x takes.
    bench.network.project.capacities[0] = Project.Capacity(2)
    let end = bench.timetable.makespan
    for activity in 4..<8 {
      bench.timetable.starts[activity] += end
      bench.timetable.finishes[activity] += end
    }
    bench.schedule = Bench.schedule(bench.network, bench.timetable)
    for index in bench.schedule.tasks.indices { bench.schedule.tasks[index].isCritical = index == 1 || index == 4 }
    #expect(bench.assessment.result(of: .criticalPathTest)?.figure == 1)
  }

  @Test func `knows how many days are left`() throws {
    let bench = try Self.bench()
    let result = try #require(bench.assessment.result(of: .criticalPathLength))
    let due = bench.network.timeline.index(onOrAfter: Day(year: 2022, month: 4, day: 1))
    #expect(result.figure == Double(due - 1) / 20)
    let late = try Self.bench(
      Self.programme { $0.tasks[1].estimate = .threePoint(low: 20, middle: 80, high: 90, law: .pert) }
    ).assessment.result(of: .criticalPathLength)
    #expect(late?.verdict == .failed && (late?.figure ?? 1) < 0.95)
    #expect(
      try Self.bench(Self.programme(window: false)).assessment.result(of: .criticalPathLength)?.verdict
        == .unknown(.window))
  }

  // MARK: Under way

  static let today = Day(year: 2022, month: 1, day: 24)

  /// Office x is done with a on time, office y has not begun.
  static let actuals = [
    Actual(
      place: "x", task: "a", started: Day(year: 2022, month: 1, day: 3), finished: Day(year: 2022, month: 1, day: 14))
  ]

  @Test func `holds what has happened against what was planned`() throws {
    var bench = try Self.bench(actuals: Self.actuals, today: Self.today)
    bench.baseline = try Self.bench().schedule
    let missed = try #require(bench.assessment.result(of: .missedTasks))
    // Due by 24 January: both a (14 January) and both c (20 January).
    #expect(missed.considered == 4 && missed.figure == 0.75)
    #expect(
      missed.offenders == [
        Subject(place: "x", task: "c"), Subject(place: "y", task: "a"), Subject(place: "y", task: "c"),
      ])
    let execution = try #require(bench.assessment.result(of: .baselineExecution))
    #expect(execution.figure == 0.25 && execution.verdict == .failed)
    bench.actuals[0].finished = Day(year: 2022, month: 1, day: 17)
    #expect(bench.assessment.result(of: .missedTasks)?.figure == 1)
  }

  @Test func `says when nothing is due yet or today is not known`() throws {
    var bench = try Self.bench()
    bench.baseline = bench.schedule
    #expect(bench.assessment.result(of: .missedTasks)?.verdict == .unknown(.today))
    #expect(bench.assessment.result(of: .baselineExecution)?.verdict == .unknown(.today))
    bench.today = Day(year: 2022, month: 1, day: 3)
    #expect(bench.assessment.result(of: .missedTasks)?.verdict == .unknown(.subject))
    #expect(bench.assessment.result(of: .baselineExecution)?.verdict == .unknown(.subject))
  }

  @Test func `finds dates that cannot be`() throws {
    var bench = try Self.bench(actuals: Self.actuals, today: Self.today)
    #expect(bench.assessment.result(of: .invalidDates)?.verdict == .passed)
    #expect(bench.assessment.result(of: .updating)?.rating == .fully)
    // Planned for yesterday.
    bench.schedule.tasks[5].start = Self.today + -1
    #expect(bench.assessment.result(of: .invalidDates)?.offenders == [Subject(place: "y", task: "b")])
    // Done tomorrow.
    bench.actuals[0].finished = Self.today + 1
    #expect(bench.assessment.result(of: .invalidDates)?.figure == 2)
    #expect(bench.assessment.result(of: .updating)?.score == 0.75)
  }

  @Test func `leaves out what is done`() throws {
    let bench = try Self.bench(actuals: Self.actuals, today: Self.today)
    let assessment = bench.assessment
    #expect(assessment.result(of: .missingLogic)?.considered == 7)
    #expect(assessment.result(of: .highDuration)?.considered == 5)
    #expect(assessment.result(of: .missingLogic)?.verdict == .passed)
  }

  @Test func `has nothing to say of a programme that is done`() throws {
    let days = Day(year: 2022, month: 1, day: 3)
    let actuals = ["x", "y"].flatMap { place in
      ["a", "b", "c", "open"].map {
        Actual(place: ID(place), task: ID($0), started: days, finished: days + 7)
      }
    }
    let assessment = try Self.bench(actuals: actuals, today: Self.today).assessment
    for point in [Point.missingLogic, .leads, .highFloat, .resources, .criticalPathTest, .criticalPathLength] {
      #expect(assessment.result(of: point)?.verdict == .unknown(.subject), "\(point)")
    }
  }

  // MARK: Thresholds and ratings

  @Test func `has the thresholds of its sources`() {
    #expect(Point.allCases.count == 14)
    #expect(ScheduleAssessment.Practice.allCases.count == 10)
    for point in Point.allCases {
      switch point.threshold {
      case .atMost(let limit): #expect(point.threshold.holds(limit) && !point.threshold.holds(limit + 0.01), "\(point)")
      case .atLeast(let limit):
        #expect(point.threshold.holds(limit) && !point.threshold.holds(limit - 0.01), "\(point)")
      }
    }
    #expect(
      [0, 0.04, 0.1, 0.5, 0.9, 0.94, 0.95, 1].map(ScheduleAssessment.Rating.init) == [
        .notMet, .notMet, .minimally, .partially, .substantially, .substantially, .fully, .fully,
      ])
  }
}
