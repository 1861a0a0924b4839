/// How offices are established: templates of tasks, who does them, when they work, and what may go wrong.
public struct Work: Hashable, Sendable {
  /// The first day on which anything can be done.
  public var starts: Day
  /// The calendar that the programme counts working days in.
  public var calendar: ID<WorkCalendar>
  public var calendars: [WorkCalendar]
  public var resources: [Resource]
  public var templates: [WorkTemplate]
  public var risks: [Risk]
  public var shocks: [Shock]
  /// How probable a date is that is promised to somebody.
  public var promise: Double

  public init(
    starts: Day, calendar: ID<WorkCalendar>, calendars: [WorkCalendar], resources: [Resource] = [],
    templates: [WorkTemplate], risks: [Risk] = [], shocks: [Shock] = [], promise: Double = 0.8
  ) {
    self.starts = starts
    self.calendar = calendar
    self.calendars = calendars
    self.resources = resources
    self.templates = templates
    self.risks = risks
    self.shocks = shocks
    self.promise = promise
  }

  /// The calendar of the programme; Monday to Friday when there is none of that name.
  public var programmeCalendar: WorkCalendar {
    calendars.first { $0.id == calendar } ?? WorkCalendar(id: calendar, title: Text(calendar.code))
  }

  /// Whether a day is further from the start of work than working days are counted: ten years.
  public func isFar(_ day: Day) -> Bool { abs(day - starts) > 3_653 }

  public func task(_ id: ID<WorkTask>) -> WorkTask? {
    for template in templates {
      if let task = template.tasks.first(where: { $0.id == id }) { return task }
    }
    return nil
  }
}

/// What has happened to a task: when it began, and when it was done.
public struct Actual: Hashable, Sendable {
  public var place: ID<Place>
  public var task: ID<WorkTask>
  public var started: Day?
  public var finished: Day?
  public var row: Int?

  public init(place: ID<Place>, task: ID<WorkTask>, started: Day? = nil, finished: Day? = nil, row: Int? = nil) {
    self.place = place
    self.task = task
    self.started = started
    self.finished = finished
    self.row = row
  }
}
