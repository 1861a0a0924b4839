/// The tasks that establish one office of a kind.
public struct WorkTemplate: Hashable, Sendable {
  public var id: ID<WorkTemplate>
  public var title: Text
  /// The places it is for; the first template that fits a place is its own.
  public var places: Selection
  public var tasks: [WorkTask]
  /// The task whose finish opens the office.
  public var opening: ID<WorkTask>
  public var source: String?

  public init(
    id: ID<WorkTemplate>, title: Text, places: Selection = Selection(), tasks: [WorkTask], opening: ID<WorkTask>,
    source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.places = places
    self.tasks = tasks
    self.opening = opening
    self.source = source
  }
}

/// One piece of work of an establishment; with an estimate of 0 days a milestone.
public struct WorkTask: Hashable, Sendable {
  public var id: ID<WorkTask>
  public var title: Text
  public var estimate: Estimate
  /// The calendar it advances by; nil for the programme's own.
  public var calendar: ID<WorkCalendar>?
  public var predecessors: [Predecessor]
  public var needs: [Need]
  public var source: String?

  public init(
    id: ID<WorkTask>, title: Text, estimate: Estimate, calendar: ID<WorkCalendar>? = nil,
    predecessors: [Predecessor] = [], needs: [Need] = [], source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.estimate = estimate
    self.calendar = calendar
    self.predecessors = predecessors
    self.needs = needs
    self.source = source
  }

  /// A link from another task of the same office.
  public struct Predecessor: Hashable, Sendable {
    public var task: ID<WorkTask>
    public var kind: LinkKind
    /// Working days at least between the two; negative for a lead.
    public var lag: Int

    public init(task: ID<WorkTask>, kind: LinkKind = .finishStart, lag: Int = 0) {
      self.task = task
      self.kind = kind
      self.lag = lag
    }
  }

  /// Which ends of two tasks a link holds apart, with the letters schedulers write.
  public enum LinkKind: String, CaseIterable, Sendable {
    case finishStart = "FS"
    case startStart = "SS"
    case finishFinish = "FF"
    case startFinish = "SF"
  }

  /// Units of a resource held while the task is under way.
  public struct Need: Hashable, Sendable {
    public var resource: ID<Resource>
    public var units: Int

    public init(resource: ID<Resource>, units: Int) {
      self.resource = resource
      self.units = units
    }
  }
}

/// People or equipment that establishments share.
public struct Resource: Hashable, Sendable {
  public var id: ID<Resource>
  public var title: Text
  /// Each region of this division has a pool of its own; nil for one pool in all.
  public var division: ID<Division>?
  /// Units from a day on, in order of time; the first holds from the start.
  public var capacity: [Step]
  /// Units of regions that differ from `capacity`.
  public var regional: [String: [Step]]
  public var source: String?

  public init(
    id: ID<Resource>, title: Text, division: ID<Division>? = nil, capacity: [Step], regional: [String: [Step]] = [:],
    source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.division = division
    self.capacity = capacity
    self.regional = regional
    self.source = source
  }

  public struct Step: Hashable, Sendable {
    /// The first day of it; nil for the start.
    public var from: Day?
    public var units: Int

    public init(from: Day? = nil, units: Int) {
      self.from = from
      self.units = units
    }
  }
}
