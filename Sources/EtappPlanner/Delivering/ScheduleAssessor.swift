import EtappModel
import EtappSolver

/// Looks a schedule over by the points of the DCMA and the practices of the GAO; see `ScheduleAssessment`.
struct ScheduleAssessor {
  let network: WorkNetwork
  let timetable: Timetable
  let schedule: Schedule
  /// An earlier schedule; nil when none was kept.
  let baseline: Schedule?
  /// The day that the schedule is as of; nil while nothing has happened.
  let today: Day?
  /// Whether the dates' probabilities have been simulated.
  let hasForecast: Bool
  let actuals: [Subject: Actual]
  let scheduled: [Subject: ScheduledTask]
  let bindings: Bindings

  typealias Subject = ScheduleAssessment.Subject
  typealias Point = ScheduleAssessment.Point
  typealias PointResult = ScheduleAssessment.PointResult

  init(
    _ network: WorkNetwork, _ timetable: Timetable, _ schedule: Schedule, baseline: Schedule? = nil,
    actuals: [Actual] = [], today: Day? = nil, hasForecast: Bool = false
  ) {
    self.network = network
    self.timetable = timetable
    self.schedule = schedule
    self.baseline = baseline
    self.today = today
    self.hasForecast = hasForecast
    self.actuals = Dictionary(
      actuals.map { (Subject(place: $0.place, task: $0.task), $0) }, uniquingKeysWith: { _, last in last })
    scheduled = Self.bySubject(schedule)
    bindings = Bindings(network, timetable, now: today.map { network.timeline.index(onOrAfter: $0) } ?? 0)
  }

  static func bySubject(_ schedule: Schedule) -> [Subject: ScheduledTask] {
    Dictionary(
      schedule.tasks.map { (Subject(place: $0.place, task: $0.task), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The whole assessment.
  ///
  /// - Complexity: O(critical tasks × (activities + links)), for the critical path test.
  var assessment: ScheduleAssessment {
    let points = [
      missingLogic, leads, lags, relationships, hardConstraints, highFloat, negativeFloat, highDuration, invalidDates,
      resources, missedTasks, criticalPathTest, criticalPathLength, baselineExecution,
    ]
    return ScheduleAssessment(points: points, practices: practices(points))
  }

  // MARK: Tasks

  func subject(_ activity: Int) -> Subject {
    Subject(place: network.activities[activity].place, task: network.activities[activity].task.id)
  }

  func isDone(_ activity: Int) -> Bool { actuals[subject(activity)]?.finished != nil }

  /// What is still to be done: the points speak of nothing else unless they say so.
  var remaining: [Int] { network.activities.indices.filter { !isDone($0) } }

  /// Remaining tasks that take days: milestones need no people and are never too long.
  var remainingWork: [Int] { remaining.filter { network.project.durations[$0] > 0 } }

  /// The links of the templates, those into tasks that have begun too: what has happened needs no link, but had one.
  var links: [Project.Link] {
    var links: [Project.Link] = []
    for office in network.offices {
      let own = Dictionary(
        office.activities.map { (network.activities[$0].task.id, $0) }, uniquingKeysWith: { first, _ in first })
      for activity in office.activities {
        for before in network.activities[activity].task.predecessors {
          guard let predecessor = own[before.task] else { continue }
          links.append(
            Project.Link(
              from: predecessor, to: activity, kind: Project.LinkKind(before.kind), lag: before.lag))
        }
      }
    }
    return links
  }

  // MARK: Results

  /// The share of what is considered that offends, or the number of it where the point counts.
  func result(_ point: Point, offenders: [Int], of considered: Int) -> PointResult {
    guard considered > 0 else { return unknown(point, .subject) }
    let figure = point.unit == .count ? Double(offenders.count) : Double(offenders.count) / Double(considered)
    return result(point, figure: figure, of: considered, offenders: offenders)
  }

  func result(_ point: Point, figure: Double, of considered: Int, offenders: [Int]) -> PointResult {
    PointResult(
      point: point, figure: figure, considered: considered,
      verdict: point.threshold.holds(figure) ? .passed : .failed, offenders: subjects(offenders))
  }

  func unknown(_ point: Point, _ missing: ScheduleAssessment.Missing) -> PointResult {
    PointResult(point: point, figure: nil, considered: 0, verdict: .unknown(missing), offenders: [])
  }

  func subjects(_ activities: [Int]) -> [Subject] { Set(activities.map(subject)).sorted() }
}
