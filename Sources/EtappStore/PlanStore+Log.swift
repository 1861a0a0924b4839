package import EtappModel
import GRDB

/// What the log tells of plans, schedules and what was done with them.
extension PlanStore {
  /// Leaves an event with the fingerprint of what was kept, so that a later change of it is found.
  ///
  /// - Parameters:
  ///   - act: nil when nobody said who: then it was the program.
  ///   - stored: The moment as the plan gives it.
  static func tell(
    _ subject: String, action: String, _ act: Act?, stored: String, _ database: Database
  ) throws {
    let act = act ?? Act(by: "etapp", at: Moment(stored) ?? Moment(seconds: 0))
    let details = EventDetails(kept: try fingerprint(of: subject, database))
    try EventLog.append(
      Event(
        number: 0, at: act.at, actor: act.actor, action: action, subject: subject, reason: act.reason,
        details: details.json), database)
  }

  /// The fingerprint of a plan or schedule as it is kept now; nil when there is none.
  static func fingerprint(of subject: String, _ database: Database) throws -> String? {
    let parts = subject.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let name = String(parts[1])
    switch parts[0] {
    case "plan": return try PlanRow.fetchOne(database, key: name).map { try PlanFingerprint.of($0, database) }
    case "schedule": return try ScheduleRow.fetchOne(database, key: name).map { try PlanFingerprint.of($0, database) }
    default: return nil
    }
  }

  /// Tells that the day of an office was written into the table of actual dates.
  ///
  /// - Parameter what: `day`, `progress` … as the table calls its column, with its value.
  package func tellOfActual(
    place: ID<Place>, task: ID<WorkTask>?, what: [String: String], _ act: Act
  ) throws(StoreFailure) -> Event {
    try write { database in
      let subject = "place/\(place)" + (task.map { "/\($0)" } ?? "")
      return try EventLog.append(
        Event(
          number: 0, at: act.at, actor: act.actor, action: "actual.written", subject: subject, reason: act.reason,
          details: try KeptJSON.text(of: what)), database)
    }
  }
}

extension PlanStore {
  /// Tells that a file of the workspace was written anew.
  ///
  /// - Parameter what: What was changed in it, in a few words.
  package func tellOfFile(
    _ name: String, _ bytes: [UInt8], what: String, _ act: Act
  ) throws(StoreFailure) -> Event {
    try write { database in
      let details = EventDetails(note: "\(what); sha256 \(Fingerprint(of: bytes))")
      return try EventLog.append(
        Event(
          number: 0, at: act.at, actor: act.actor, action: "file.written", subject: "workspace/\(name)",
          reason: act.reason,
          details: details.json), database)
    }
  }
}

/// The rows of a plan or schedule as JSON, for its fingerprint.
private struct PlanFingerprint: Encodable {
  var plan: PlanRow?
  var openings: [OpeningRow]?
  var closings: [ClosingRow]?
  var goals: [GoalRow]?
  var schedule: ScheduleRow?
  var tasks: [ScheduleTaskRow]?
  var days: [ScheduleOpeningRow]?

  static func of(_ row: PlanRow, _ database: Database) throws -> String {
    let mine = Column("plan") == row.name
    return try PlanFingerprint(
      plan: row, openings: OpeningRow.filter(mine).order(Column("place")).fetchAll(database),
      closings: ClosingRow.filter(mine).order(Column("office")).fetchAll(database),
      goals: GoalRow.filter(mine).order(Column("position")).fetchAll(database)
    ).text
  }

  static func of(_ row: ScheduleRow, _ database: Database) throws -> String {
    let mine = Column("schedule") == row.name
    return try PlanFingerprint(
      schedule: row,
      tasks: ScheduleTaskRow.filter(mine).order(Column("place"), Column("task")).fetchAll(database),
      days: ScheduleOpeningRow.filter(mine).order(Column("place")).fetchAll(database)
    ).text
  }

  private var text: String { get throws { "\(Fingerprint(of: try KeptJSON.text(of: self)))" } }
}
