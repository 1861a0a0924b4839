/// When every task of a plan is done, how good that is, and what each date hangs on.
public struct Schedule: Sendable {
  public var timeline: Timeline
  public var tasks: [ScheduledTask]
  public var openings: [Opening]
  /// Working days from the start to the last finish, and no schedule has fewer than the bound.
  public var makespan: Measure
  /// Weighted days late after the rounds' windows, and the sum of the days the offices open on.
  public var objective: Measure
  public var seconds: Double
  public var seed: UInt64
  /// Schedules that were generated in the search.
  public var tried: Int
  /// The day it was made, when some work had begun; nil before.
  public var today: Day?
  /// How long finished tasks took against the template, which what is left is reckoned with.
  public var paces: [TaskPace]

  public init(
    timeline: Timeline, tasks: [ScheduledTask], openings: [Opening], makespan: Measure, objective: Measure,
    seconds: Double, seed: UInt64, tried: Int, today: Day? = nil, paces: [TaskPace] = []
  ) {
    self.timeline = timeline
    self.tasks = tasks
    self.openings = openings
    self.makespan = makespan
    self.objective = objective
    self.seconds = seconds
    self.seed = seed
    self.tried = tried
    self.today = today
    self.paces = paces
  }

  /// A whole number with a proved bound.
  public struct Measure: Hashable, Sendable {
    public var value: Int
    public var bound: Int

    public init(value: Int, bound: Int) {
      self.value = value
      self.bound = bound
    }

    /// (value − bound) / bound; 0 where they meet.
    public var gap: Double { value <= bound ? 0 : Double(value - bound) / Double(max(1, bound)) }
  }
}

/// One task of one office, with its dates.
public struct ScheduledTask: Hashable, Sendable {
  public var place: ID<Place>
  public var task: ID<WorkTask>
  public var start: Day
  /// The last day of work; for a milestone the day it is reached.
  public var finish: Day
  /// Working days of the timeline: `first..<end`.
  public var first: Int
  public var end: Int
  public var needs: [PoolNeed]
  /// Whether the programme's last opening hangs on it.
  public var isCritical: Bool
  /// Working days it can slip, its successors and the resources where they are, before an opening moves.
  public var float: Int
  /// What keeps it from starting earlier.
  public var binding: Binding

  public init(
    place: ID<Place>, task: ID<WorkTask>, start: Day, finish: Day, first: Int, end: Int, needs: [PoolNeed],
    isCritical: Bool, float: Int, binding: Binding
  ) {
    self.place = place
    self.task = task
    self.start = start
    self.finish = finish
    self.first = first
    self.end = end
    self.needs = needs
    self.isCritical = isCritical
    self.float = float
    self.binding = binding
  }

  /// Units of one pool of a resource.
  public struct PoolNeed: Hashable, Sendable {
    public var resource: ID<Resource>
    /// The region whose pool it is.
    public var region: String?
    public var units: Int

    public init(resource: ID<Resource>, region: String? = nil, units: Int) {
      self.resource = resource
      self.region = region
      self.units = units
    }
  }

  /// What a start hangs on.
  public enum Binding: Hashable, Sendable {
    /// The programme's first day.
    case start
    /// The task before it, of the same office.
    case predecessor(ID<WorkTask>)
    /// People that were busy with another task.
    case resource(ID<Resource>, place: ID<Place>, task: ID<WorkTask>)
    /// People that were not there yet.
    case capacity(ID<Resource>)
    /// The round: its work, or its openings, may not begin earlier.
    case round(ID<Round>)
    /// It has begun.
    case actual
    /// The day the forecast or the replanning is made.
    case today
    /// Nothing: it could start earlier without anything else moving.
    case free
  }
}

/// The opening of one office.
public struct Opening: Hashable, Sendable {
  public var place: ID<Place>
  public var round: Int
  /// The day it opens.
  public var day: Day
  /// Working days after the end of its round's window; 0 when in time.
  public var late: Int
  /// Whether it has opened.
  public var isActual: Bool

  public init(place: ID<Place>, round: Int, day: Day, late: Int, isActual: Bool) {
    self.place = place
    self.round = round
    self.day = day
    self.late = late
    self.isActual = isActual
  }
}
