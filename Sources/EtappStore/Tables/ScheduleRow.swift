import EtappModel
import GRDB

/// The table `schedule`: one row for each schedule that is kept.
struct ScheduleRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "schedule"

  var name: String
  var note: String?
  var stored: String

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.primaryKey("name", .text)
      table.column("note", .text)
      table.column("stored", .text).notNull()
    }
  }
}

/// The table `scheduleTask`: the tasks of a kept schedule and their days.
struct ScheduleTaskRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "scheduleTask"

  var schedule: String
  var place: String
  var task: String
  /// Days are kept as ISO 8601, which sorts and which a person can read.
  var start: String
  var finish: String

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.column("schedule", .text).notNull().references("schedule", onDelete: .cascade)
      table.column("place", .text).notNull()
      table.column("task", .text).notNull()
      table.column("start", .text).notNull()
      table.column("finish", .text).notNull()
      table.primaryKey(["schedule", "place", "task"])
    }
  }

  init(_ task: KeptSchedule.Task, schedule: String) {
    self.schedule = schedule
    place = task.place.code
    self.task = task.task.code
    start = task.start.description
    finish = task.finish.description
  }

  /// nil where the days are no days: somebody else wrote them.
  var kept: KeptSchedule.Task? {
    guard let start = Day(start), let finish = Day(finish) else { return nil }
    return KeptSchedule.Task(place: ID(place), task: ID(task), start: start, finish: finish)
  }
}

/// The table `scheduleOpening`: when the offices of a kept schedule open.
struct ScheduleOpeningRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "scheduleOpening"

  var schedule: String
  var place: String
  var round: String
  var day: String

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.column("schedule", .text).notNull().references("schedule", onDelete: .cascade)
      table.column("place", .text).notNull()
      table.column("round", .text).notNull()
      table.column("day", .text).notNull()
      table.primaryKey(["schedule", "place"])
    }
  }

  init(_ opening: KeptSchedule.Opening, schedule: String) {
    self.schedule = schedule
    place = opening.place.code
    round = opening.round.code
    day = opening.day.description
  }

  var kept: KeptSchedule.Opening? {
    Day(day).map { KeptSchedule.Opening(place: ID(place), round: ID(round), day: $0) }
  }
}
