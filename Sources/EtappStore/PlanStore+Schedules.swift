import GRDB

/// Named schedules, beside the plans: a baseline, and as many more as anybody wants.
extension PlanStore {
  /// Every schedule, the oldest first.
  package func schedules() throws(StoreFailure) -> [KeptSchedule] {
    try read { database in
      try ScheduleRow.order(sql: "stored, rowid").fetchAll(database).map { try Self.schedule($0, database) }
    }
  }

  /// The schedule of a name.
  package func schedule(named name: String) throws(StoreFailure) -> KeptSchedule? {
    try read { database in
      try ScheduleRow.fetchOne(database, key: name).map { try Self.schedule($0, database) }
    }
  }

  static func schedule(_ row: ScheduleRow, _ database: Database) throws -> KeptSchedule {
    let mine = Column("schedule") == row.name
    return KeptSchedule(
      name: row.name, note: row.note, stored: row.stored,
      tasks: try ScheduleTaskRow.filter(mine).order(sql: "rowid").fetchAll(database).compactMap(\.kept),
      openings: try ScheduleOpeningRow.filter(mine).order(sql: "rowid").fetchAll(database).compactMap(\.kept))
  }

  /// Keeps a schedule under its name.
  ///
  /// - Parameters:
  ///   - replacing: Whether a schedule of that name gives way.
  ///   - act: Who keeps it and when, for the log; nil says that the program did.
  package func keep(_ schedule: KeptSchedule, replacing: Bool = false, _ act: Act? = nil) throws(StoreFailure) {
    try write { database in
      if try ScheduleRow.exists(database, key: schedule.name) {
        guard replacing else { throw StoreFailure.scheduleTaken(schedule.name) }
        try ScheduleRow.deleteOne(database, key: schedule.name)
      }
      try ScheduleRow(name: schedule.name, note: schedule.note, stored: schedule.stored).insert(database)
      for task in schedule.tasks { try ScheduleTaskRow(task, schedule: schedule.name).insert(database) }
      for opening in schedule.openings { try ScheduleOpeningRow(opening, schedule: schedule.name).insert(database) }
      try Self.tell("schedule/\(schedule.name)", action: "schedule.kept", act, stored: schedule.stored, database)
    }
  }
}
