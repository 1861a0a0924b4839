import GRDB

/// Every change of the store's shape, in order; a change that has been released is never edited, only followed.
enum Migrations {
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 plans") { database in
      try PlanRow.create(in: database)
      try OpeningRow.create(in: database)
      try ClosingRow.create(in: database)
    }
    migrator.registerMigration("2 values of goals") { database in
      try GoalRow.create(in: database)
    }
    migrator.registerMigration("3 schedules") { database in
      try ScheduleRow.create(in: database)
      try ScheduleTaskRow.create(in: database)
      try ScheduleOpeningRow.create(in: database)
    }
    migrator.registerMigration("4 log, register and dialogue") { database in
      try EventRow.create(in: database)
      try RecordRow.create(in: database)
      try EntryRow.create(in: database)
    }
    migrator.registerMigration("5 accounts") { database in
      try AccountRow.create(in: database)
      try KeyRow.create(in: database)
      try AdoptionRow.create(in: database)
    }
    migrator.registerMigration("6 what is public") { database in
      try PublicationRow.create(in: database)
    }
    migrator.registerMigration("7 what a plan was proved for") { database in
      try PlanRow.addQuestion(in: database)
    }
    return migrator
  }
}
