/// How the work goes against a baseline: what has been earned, what moves, and who is to be told.
public struct FollowUp: Hashable, Sendable {
  /// The day it is about.
  public var today: Day
  /// Tasks finished by then, those that the baseline has finished by then, and all there are.
  public var finished: Int
  public var planned: Int
  public var tasks: Int
  /// Working days since the start, and the working day on which the baseline had finished as many tasks as now are.
  public var actualTime: Int
  public var earnedSchedule: Double
  public var offices: [OfficeProgress]

  public init(
    today: Day, finished: Int, planned: Int, tasks: Int, actualTime: Int, earnedSchedule: Double,
    offices: [OfficeProgress]
  ) {
    self.today = today
    self.finished = finished
    self.planned = planned
    self.tasks = tasks
    self.actualTime = actualTime
    self.earnedSchedule = earnedSchedule
    self.offices = offices
  }

  /// Days of progress for each day that has gone; 1 is as planned.
  ///
  ///     SPI(t) = earned schedule / actual time
  ///
  /// Source: W. Lipke, "Schedule is different", The Measurable News (2003).
  public var performance: Double? { actualTime > 0 ? earnedSchedule / Double(actualTime) : nil }

  /// Offices whose opening has moved: their municipalities are to be told.
  public var toTell: [OfficeProgress] { offices.filter { $0.days != 0 } }
}

/// One office against the baseline.
public struct OfficeProgress: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// It is open.
    case open
    /// It opens as the baseline says, or earlier.
    case asPlanned
    /// It opens later than the baseline, within its window.
    case slipping
    /// It opens after its round's window.
    case late
    /// The baseline does not have it.
    case new
    /// The baseline has it, and the schedule does not.
    case withdrawn
  }

  public var place: ID<Place>
  public var round: Int
  public var baseline: Day?
  public var opening: Day?
  public var status: Status
  /// Tasks finished, of all.
  public var finished: Int
  public var tasks: Int

  public init(
    place: ID<Place>, round: Int, baseline: Day?, opening: Day?, status: Status, finished: Int, tasks: Int
  ) {
    self.place = place
    self.round = round
    self.baseline = baseline
    self.opening = opening
    self.status = status
    self.finished = finished
    self.tasks = tasks
  }

  /// Calendar days later than the baseline; negative for earlier, 0 where there is nothing to compare.
  public var days: Int {
    guard let baseline, let opening else { return 0 }
    return opening - baseline
  }
}

extension FollowUp {
  /// Holds a schedule against a baseline, on a day.
  ///
  /// - Parameter actuals: What has happened; a task with a finish is earned.
  public init(_ schedule: Schedule, against baseline: Schedule, actuals: [Actual], today: Day) {
    let done = Set(actuals.filter { $0.finished.map { $0 <= today } ?? false }.map { TaskKey($0.place, $0.task) })
    let finished = schedule.tasks.count { done.contains(TaskKey($0.place, $0.task)) }
    let timeline = baseline.timeline
    self.init(
      today: today, finished: finished, planned: baseline.tasks.count { $0.finish <= today },
      tasks: schedule.tasks.count, actualTime: timeline.index(onOrAfter: today),
      earnedSchedule: Self.earned(finished, baseline),
      offices: Self.offices(schedule, against: baseline, done: done))
  }

  private struct TaskKey: Hashable {
    let place: ID<Place>
    let task: ID<WorkTask>

    init(_ place: ID<Place>, _ task: ID<WorkTask>) {
      self.place = place
      self.task = task
    }
  }

  /// The working day by which the baseline has finished so many tasks.
  private static func earned(_ finished: Int, _ baseline: Schedule) -> Double {
    let ends = baseline.tasks.map(\.end).sorted()
    guard finished > 0, let last = ends.last else { return 0 }
    guard finished < ends.count else { return Double(last) }
    return Double(ends[finished - 1])
  }

  private static func offices(
    _ schedule: Schedule, against baseline: Schedule, done: Set<TaskKey>
  ) -> [OfficeProgress] {
    let before = Dictionary(baseline.openings.map { ($0.place, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(schedule.openings.map(\.place))
    let present = schedule.openings.map { opening in
      let own = schedule.tasks.filter { $0.place == opening.place }
      return OfficeProgress(
        place: opening.place, round: opening.round, baseline: before[opening.place]?.day, opening: opening.day,
        status: status(opening, before[opening.place]),
        finished: own.count { done.contains(TaskKey($0.place, $0.task)) }, tasks: own.count)
    }
    let gone = baseline.openings.filter { !known.contains($0.place) }.map {
      OfficeProgress(
        place: $0.place, round: $0.round, baseline: $0.day, opening: nil, status: .withdrawn, finished: 0, tasks: 0)
    }
    return present + gone
  }

  private static func status(_ opening: Opening, _ before: Opening?) -> OfficeProgress.Status {
    if opening.isActual { return .open }
    if opening.late > 0 { return .late }
    guard let before else { return .new }
    return opening.day > before.day ? .slipping : .asPlanned
  }
}
