package import EtappModel

extension ProjectFile {
  /// The fields that hold our ids, with Microsoft Project's numbers of `Text1` and its neighbours.
  package enum OwnField: Int, CaseIterable, Sendable {
    case place = 188_743_731
    case task = 188_743_734
    case binding = 188_743_737
    case resource = 205_520_904
    case region = 205_520_905

    var name: String {
      switch self {
      case .place, .resource: "Text1"
      case .task, .region: "Text2"
      case .binding: "Text3"
      }
    }

    var alias: String { "Etapp \(self)" }
  }

  /// A schedule with its work: each office a summary task, dates held by their links where they hang on one.
  ///
  /// - Parameters:
  ///   - actuals: What has happened.
  ///   - today: The day that is as of; nil while nothing has happened.
  ///   - baselines: Earlier schedules, the first as baseline 0; at most eleven.
  package init(
    _ schedule: Schedule, assignment: EtappModel.Assignment, geography: Geography, language: Language,
    actuals: [Actual] = [], today: Day? = nil, baselines: [Schedule] = []
  ) {
    let builder = ProjectBuilder(
      schedule: schedule, assignment: assignment, geography: geography, language: language, actuals: actuals,
      today: today, baselines: baselines)
    self = builder.project()
  }
}

/// Puts a project file together from a schedule.
private struct ProjectBuilder {
  let schedule: Schedule
  let assignment: EtappModel.Assignment
  let geography: Geography
  let language: Language
  let today: Day?
  private let work: Work?
  private let calendars: [ID<WorkCalendar>: WorkCalendar]
  private let calendarNumbers: [ID<WorkCalendar>: Int]
  private let actuals: [Key: Actual]
  private let baselines: [[Key: ScheduledTask]]
  /// The UID of each task, in the order of the offices.
  private let numbers: [Key: Int]
  private let offices: [(place: ID<Place>, tasks: [ScheduledTask])]

  private struct Key: Hashable {
    let place: ID<Place>
    let task: ID<WorkTask>
  }

  private struct Pool: Hashable {
    let resource: ID<Resource>
    let region: String?
  }

  init(
    schedule: Schedule, assignment: EtappModel.Assignment, geography: Geography, language: Language,
    actuals: [Actual], today: Day?, baselines: [Schedule]
  ) {
    self.schedule = schedule
    self.assignment = assignment
    self.geography = geography
    self.language = language
    self.today = today
    work = assignment.work
    let own = schedule.timeline.calendar
    let all = [own] + (assignment.work?.calendars ?? []).filter { $0.id != own.id }
    calendars = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    calendarNumbers = Dictionary(
      all.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    self.actuals = Dictionary(
      actuals.map { (Key(place: $0.place, task: $0.task), $0) }, uniquingKeysWith: { _, last in last })
    self.baselines = baselines.prefix(ProjectFile.Baseline.numbers.count).map(Self.byKey)
    offices = Self.offices(schedule)
    var numbers: [Key: Int] = [:]
    var next = 1
    for office in offices {
      for task in office.tasks { numbers[Key(place: task.place, task: task.task)] = next + numbers.count + 1 }
      next += 1
    }
    self.numbers = numbers
  }

  private static func byKey(_ schedule: Schedule) -> [Key: ScheduledTask] {
    Dictionary(
      schedule.tasks.map { (Key(place: $0.place, task: $0.task), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Tasks by office, both in the order of the schedule.
  private static func offices(_ schedule: Schedule) -> [(place: ID<Place>, tasks: [ScheduledTask])] {
    var order: [ID<Place>] = []
    var tasks: [ID<Place>: [ScheduledTask]] = [:]
    for task in schedule.tasks {
      if tasks[task.place] == nil { order.append(task.place) }
      tasks[task.place, default: []].append(task)
    }
    return order.map { ($0, tasks[$0, default: []]) }
  }

  func project() -> ProjectFile {
    var project = ProjectFile(name: assignment.name(language), title: assignment.name(language))
    project.start = schedule.tasks.map(\.start).min().map(ProjectMoment.morning)
    project.finish = schedule.tasks.map(\.finish).max().map(ProjectMoment.evening)
    project.statusDate = today.map(ProjectMoment.evening)
    project.fields = ProjectFile.OwnField.allCases.map {
      ProjectFile.Field(id: $0.rawValue, name: $0.name, alias: $0.alias)
    }
    project.calendars = calendarNumbers.sorted { $0.value < $1.value }.compactMap { id, number in
      calendars[id].map { calendar($0, uid: number) }
    }
    for (index, office) in offices.enumerated() { add(office.place, office.tasks, number: index + 1, to: &project) }
    addResources(to: &project)
    return project
  }

  // MARK: Tasks

  private func add(_ place: ID<Place>, _ tasks: [ScheduledTask], number: Int, to project: inout ProjectFile) {
    guard let first = tasks.first, let uid = numbers[Key(place: place, task: first.task)] else { return }
    var summary = ProjectFile.Task(uid: uid - 1, name: geography.place(place)?.name ?? place.code, outline: "\(number)")
    summary.isSummary = true
    summary.isCritical = tasks.contains(where: \.isCritical)
    summary.start = tasks.map(start).min()
    summary.finish = tasks.map(finish).max()
    if let first = tasks.map(\.first).min(), let end = tasks.map(\.end).max() {
      summary.duration = Self.seconds(end - first)
    }
    summary.fields = [ProjectFile.FieldValue(field: ProjectFile.OwnField.place.rawValue, value: place.code)]
    summary.deadline = deadline(of: place)
    project.tasks.append(summary)
    for (index, task) in tasks.enumerated() {
      project.tasks.append(self.task(task, outline: "\(number).\(index + 1)"))
    }
  }

  private func deadline(of place: ID<Place>) -> ProjectMoment? {
    guard let round = schedule.openings.first(where: { $0.place == place })?.round,
      assignment.rounds.indices.contains(round)
    else { return nil }
    return assignment.rounds[round].opens.map { ProjectMoment.evening($0.to) }
  }

  private func task(_ task: ScheduledTask, outline: String) -> ProjectFile.Task {
    let key = Key(place: task.place, task: task.task)
    let words = work?.task(task.task)
    var result = ProjectFile.Task(
      uid: numbers[key] ?? 0, name: words?.title(language) ?? task.task.code, outline: outline, level: 2)
    result.isMilestone = task.first == task.end
    result.isCritical = task.isCritical
    result.start = start(task)
    result.finish = finish(task)
    result.duration = Self.seconds(workingDays(task, calendar: words?.calendar))
    result.totalSlack = task.float * 8 * ProjectFile.Link.hour
    result.calendar = words?.calendar.flatMap { calendarNumbers[$0] }
    hold(task, &result)
    apply(actuals[key], to: task, &result)
    result.links = links(words, of: task.place)
    result.baselines = baselines.enumerated().compactMap { number, tasks in
      tasks[key].map { baseline($0, number: number, calendar: words?.calendar) }
    }
    result.fields = [
      ProjectFile.FieldValue(field: ProjectFile.OwnField.place.rawValue, value: task.place.code),
      ProjectFile.FieldValue(field: ProjectFile.OwnField.task.rawValue, value: task.task.code),
      ProjectFile.FieldValue(field: ProjectFile.OwnField.binding.rawValue, value: task.binding.word),
    ]
    return result
  }

  /// A start that hangs on something else than a link is held there, softly, so that the program that opens the file
  /// shows our dates and not those it would have without the people.
  private func hold(_ task: ScheduledTask, _ result: inout ProjectFile.Task) {
    if case .predecessor = task.binding { return }
    result.constraint = .startNoEarlierThan
    result.constraintDate = .morning(task.start)
  }

  /// What has happened is where it has happened, on a day that nobody works too.
  private func apply(_ actual: Actual?, to task: ScheduledTask, _ result: inout ProjectFile.Task) {
    guard let actual, actual.started != nil || actual.finished != nil else { return }
    let start = ProjectMoment.morning(actual.started ?? min(task.start, actual.finished ?? task.start))
    (result.start, result.actualStart) = (start, start)
    if result.constraint == .startNoEarlierThan { result.constraintDate = start }
    if let finished = actual.finished {
      let finish = task.first == task.end ? ProjectMoment.morning(finished) : .evening(finished)
      (result.finish, result.actualFinish) = (finish, finish)
      result.percentComplete = 100
    } else if let today {
      // Days worked through today, never all of them: what has no finish is not done.
      let done = schedule.timeline.count(through: today) - task.first
      result.percentComplete = max(0, min(99, done * 100 / max(1, task.end - task.first)))
    }
  }

  private func links(_ task: WorkTask?, of place: ID<Place>) -> [ProjectFile.Link] {
    (task?.predecessors ?? []).compactMap { before in
      numbers[Key(place: place, task: before.task)].map {
        ProjectFile.Link(
          predecessor: $0, kind: ProjectFile.LinkKind(before.kind), lag: before.lag * 8 * ProjectFile.Link.hour)
      }
    }
  }

  private func baseline(_ task: ScheduledTask, number: Int, calendar: ID<WorkCalendar>?) -> ProjectFile.Baseline {
    ProjectFile.Baseline(
      number: number, start: start(task), finish: finish(task),
      duration: Self.seconds(workingDays(task, calendar: calendar)))
  }

  private func start(_ task: ScheduledTask) -> ProjectMoment { .morning(task.start) }

  /// A milestone is reached in the morning of its day; other tasks are done in the evening of theirs.
  private func finish(_ task: ScheduledTask) -> ProjectMoment {
    task.first == task.end ? .morning(task.finish) : .evening(task.finish)
  }

  /// Days of a task on which its own calendar works too.
  private func workingDays(_ task: ScheduledTask, calendar: ID<WorkCalendar>?) -> Int {
    guard let calendar = calendar.flatMap({ calendars[$0] }), calendar.id != schedule.timeline.calendar.id else {
      return task.end - task.first
    }
    return (task.first..<max(task.first, task.end)).count { calendar.isWorking(schedule.timeline[$0]) }
  }

  private static func seconds(_ days: Int) -> Int { days * 8 * 3_600 }

  // MARK: Resources

  private func addResources(to project: inout ProjectFile) {
    var pools: [Pool: Int] = [:]
    for task in schedule.tasks {
      for need in task.needs {
        let pool = Pool(resource: need.resource, region: need.region)
        if pools[pool] == nil {
          pools[pool] = pools.count + 1
          project.resources.append(resource(pool, uid: pools.count))
        }
        guard let resource = pools[pool], let number = numbers[Key(place: task.place, task: task.task)] else {
          continue
        }
        let days = workingDays(task, calendar: work?.task(task.task)?.calendar)
        project.assignments.append(
          ProjectFile.Assignment(
            uid: project.assignments.count + 1, task: number, resource: resource, units: Double(need.units),
            work: Self.seconds(days) * need.units))
      }
    }
  }

  private func resource(_ pool: Pool, uid: Int) -> ProjectFile.Resource {
    let resource = work?.resources.first { $0.id == pool.resource }
    let steps = pool.region.flatMap { resource?.regional[$0] } ?? resource?.capacity ?? []
    let title = resource?.title(language) ?? pool.resource.code
    var result = ProjectFile.Resource(
      uid: uid, name: pool.region.map { "\(title), \($0)" } ?? title, group: pool.region ?? "",
      maxUnits: Double(steps.map(\.units).max() ?? 0))
    if steps.count > 1 || steps.first?.from != nil { result.availability = availability(steps) }
    result.fields = [
      ProjectFile.FieldValue(field: ProjectFile.OwnField.resource.rawValue, value: pool.resource.code)
    ]
    if let region = pool.region {
      result.fields.append(ProjectFile.FieldValue(field: ProjectFile.OwnField.region.rawValue, value: region))
    }
    return result
  }

  private func availability(_ steps: [Resource.Step]) -> [ProjectFile.Availability] {
    steps.indices.map { index in
      let next = index + 1 < steps.count ? steps[index + 1].from : nil
      return ProjectFile.Availability(
        from: steps[index].from.map { ProjectMoment($0) }, to: next.map { ProjectMoment($0 + -1, second: 86_340) },
        units: Double(steps[index].units))
    }
  }

  // MARK: Calendars

  private func calendar(_ calendar: WorkCalendar, uid: Int) -> ProjectFile.Calendar {
    ProjectFile.Calendar(
      uid: uid, name: calendar.title(language),
      week: ([.sunday] + Weekday.allCases.filter { $0 != .sunday }).map { (day: Weekday) in
        let isWorking = calendar.week.contains(day)
        return ProjectFile.WeekDay(
          day: day, isWorking: isWorking, times: isWorking ? ProjectFile.WorkingTime.usual : [])
      },
      exceptions: exceptions(calendar))
  }

  /// Whole years around the schedule, and two more, so that a delay still meets the holidays.
  private var horizon: ClosedRange<Day> {
    let days = schedule.tasks.flatMap { [$0.start, $0.finish] }
    let first = (days.min() ?? schedule.timeline[0]).civil.year
    let last = (days.max() ?? schedule.timeline[0]).civil.year
    return Day(year: first, month: 1, day: 1)...Day(year: last + 2, month: 12, day: 31)
  }

  /// Holidays and closures day by day, neighbours of one name put together, so that none overlaps another.
  private func exceptions(_ calendar: WorkCalendar) -> [ProjectFile.Exception] {
    var exceptions: [ProjectFile.Exception] = []
    for number in horizon.lowerBound.number...horizon.upperBound.number {
      let day = Day(number: number)
      let title = calendar.holiday(on: day)?.title ?? calendar.closures.first { $0.covers(day) }?.title
      guard let name = title?(language) else { continue }
      if let last = exceptions.last, last.name == name, last.to + 1 == day {
        exceptions[exceptions.count - 1].to = day
      } else {
        exceptions.append(ProjectFile.Exception(name: name, from: day, to: day))
      }
    }
    return exceptions
  }
}
