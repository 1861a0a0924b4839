/// How the openings have moved from one kept schedule to the next (milestone trend).
public struct MilestoneTrend: Hashable, Sendable {
  /// A schedule that was kept, or the one of today.
  public struct Report: Hashable, Sendable {
    /// The name it was kept under; nil for the schedule of today.
    public var name: String?
    public var day: Day

    public init(name: String?, day: Day) {
      self.name = name
      self.day = day
    }
  }

  /// One office through all reports.
  public struct Line: Hashable, Sendable {
    public var place: ID<Place>
    public var round: Int
    /// The opening that each report said; nil where it did not have the office.
    public var openings: [Day?]

    public init(place: ID<Place>, round: Int, openings: [Day?]) {
      self.place = place
      self.round = round
      self.openings = openings
    }

    /// Calendar days later in the last report that has it than in the first; nil with fewer than two.
    public var moved: Int? {
      let known = openings.compactMap { $0 }
      guard known.count > 1, let first = known.first, let last = known.last else { return nil }
      return last - first
    }
  }

  /// The oldest first.
  public var reports: [Report]
  /// By round and place.
  public var lines: [Line]

  public init(reports: [Report], lines: [Line]) {
    self.reports = reports
    self.lines = lines
  }

  /// The trend of schedules in the order they were made.
  public init(_ schedules: [(report: Report, schedule: Schedule)]) {
    var rounds: [ID<Place>: Int] = [:]
    for (_, schedule) in schedules { for opening in schedule.openings { rounds[opening.place] = opening.round } }
    reports = schedules.map(\.report)
    lines = rounds.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { place, round in
      Line(
        place: place, round: round,
        openings: schedules.map { $0.schedule.openings.first { $0.place == place }?.day })
    }
  }
}
