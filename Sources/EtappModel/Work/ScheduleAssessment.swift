/// How sound a schedule is: the fourteen points of the DCMA and the ten practices of the GAO, each with its figure.
///
/// A point that cannot be computed says what is missing, and is not passed.
///
/// Sources: Defense Contract Management Agency, "Earned Value Management System Program Analysis Pamphlet",
/// DCMA-EA PAM 200.1 (2012), chapter 4; U.S. Government Accountability Office, "Schedule Assessment Guide",
/// GAO-16-89G (2015).
public struct ScheduleAssessment: Hashable, Sendable {
  public var points: [PointResult]
  public var practices: [PracticeResult]

  public init(points: [PointResult], practices: [PracticeResult]) {
    self.points = points
    self.practices = practices
  }

  /// The fourteen points, in their usual order.
  public enum Point: String, CaseIterable, Sendable {
    /// Share of tasks that lack a predecessor or a successor.
    case missingLogic
    /// Number of links with a negative lag.
    case leads
    /// Share of links with a lag.
    case lags
    /// Share of links from finish to start.
    case relationships
    /// Share of tasks whose date is fixed, whatever their links say.
    case hardConstraints
    /// Share of tasks with more float than two months.
    case highFloat
    /// Number of tasks that finish too late for a window.
    case negativeFloat
    /// Share of tasks longer than two months.
    case highDuration
    /// Number of dates that cannot be: done tomorrow, or planned for yesterday.
    case invalidDates
    /// Share of tasks that nobody is assigned to.
    case resources
    /// Share of the tasks due by now that are later than their baseline.
    case missedTasks
    /// Share of critical tasks whose delay moves the end as much.
    case criticalPathTest
    /// Critical path length index: (working days left + float) / working days left.
    case criticalPathLength
    /// Baseline execution index: tasks done / tasks that should be done.
    case baselineExecution

    /// Working days of float and of duration that are too much.
    public static let highDays = 44
    /// Working days that the critical path test delays a task.
    public static let testDelay = 600
  }

  /// The ten practices, in the order of the guide.
  public enum Practice: String, CaseIterable, Sendable {
    case capturing, sequencing, assigning, durations, traceability, criticalPath, float, riskAnalysis, updating
    case baseline
  }

  public enum Verdict: Hashable, Sendable {
    case passed
    case failed
    /// It cannot be computed without this.
    case unknown(Missing)
  }

  /// What there would have to be.
  public enum Missing: String, CaseIterable, Sendable {
    /// An earlier schedule to hold this one against.
    case baseline
    /// The day that the schedule is as of.
    case today
    /// A task or a link at all that the point speaks of.
    case subject
    /// A window that something must open in.
    case window
  }

  /// One task of one office.
  public struct Subject: Hashable, Sendable, Comparable {
    public var place: ID<Place>
    public var task: ID<WorkTask>

    public init(place: ID<Place>, task: ID<WorkTask>) {
      self.place = place
      self.task = task
    }

    public static func < (a: Subject, b: Subject) -> Bool { (a.place, a.task) < (b.place, b.task) }
  }

  public struct PointResult: Hashable, Sendable {
    public var point: Point
    /// A share, a number or an index, as the point says; nil where it cannot be computed.
    public var figure: Double?
    /// How many tasks or links it is a figure of.
    public var considered: Int
    public var verdict: Verdict
    /// The tasks that speak against it.
    public var offenders: [Subject]

    public init(point: Point, figure: Double?, considered: Int, verdict: Verdict, offenders: [Subject]) {
      self.point = point
      self.figure = figure
      self.considered = considered
      self.verdict = verdict
      self.offenders = offenders
    }
  }

  public struct PracticeResult: Hashable, Sendable {
    public var practice: Practice
    /// How much of it is met, from 0 to 1; nil where it cannot be computed.
    public var score: Double?
    public var verdict: Verdict
    /// The tasks that speak against it.
    public var offenders: [Subject]

    public init(practice: Practice, score: Double?, verdict: Verdict, offenders: [Subject]) {
      self.practice = practice
      self.score = score
      self.verdict = verdict
      self.offenders = offenders
    }

    /// The guide's own words for how much of a practice is met.
    public var rating: Rating? { score.map(Rating.init) }
  }

  /// Not met, a small part, about half, a large part, all of it.
  public enum Rating: String, CaseIterable, Sendable {
    case notMet, minimally, partially, substantially, fully

    public init(_ score: Double) {
      switch score {
      case ..<0.05: self = .notMet
      case ..<0.35: self = .minimally
      case ..<0.65: self = .partially
      case ..<0.95: self = .substantially
      default: self = .fully
      }
    }
  }

  public func result(of point: Point) -> PointResult? { points.first { $0.point == point } }
  public func result(of practice: Practice) -> PracticeResult? { practices.first { $0.practice == practice } }
}

extension ScheduleAssessment.Point {
  /// What a figure is held against: at most or at least this.
  public enum Threshold: Hashable, Sendable {
    case atMost(Double)
    case atLeast(Double)

    public func holds(_ figure: Double) -> Bool {
      switch self {
      case .atMost(let limit): figure <= limit
      case .atLeast(let limit): figure >= limit
      }
    }

    public var value: Double {
      switch self {
      case .atMost(let limit), .atLeast(let limit): limit
      }
    }
  }

  public var threshold: Threshold {
    switch self {
    case .missingLogic, .lags, .hardConstraints, .highFloat, .highDuration, .missedTasks: .atMost(0.05)
    case .leads, .negativeFloat, .invalidDates, .resources: .atMost(0)
    case .relationships: .atLeast(0.9)
    case .criticalPathTest: .atLeast(1)
    case .criticalPathLength, .baselineExecution: .atLeast(0.95)
    }
  }

  /// What kind of number the figure is.
  public enum Unit: String, Sendable { case share, count, index }

  public var unit: Unit {
    switch self {
    case .leads, .negativeFloat, .invalidDates: .count
    case .criticalPathLength, .baselineExecution: .index
    case .missingLogic, .lags, .relationships, .hardConstraints, .highFloat, .highDuration, .resources, .missedTasks,
      .criticalPathTest:
      .share
    }
  }
}
