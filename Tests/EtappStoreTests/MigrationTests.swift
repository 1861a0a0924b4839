import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

/// Files as earlier versions of the program made them, written down as SQL so that no change of the code changes them.
@Suite struct `A file of an earlier version` {
  private static let plans = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 plans');
    CREATE TABLE plan (name TEXT PRIMARY KEY NOT NULL, note TEXT, stored TEXT NOT NULL, programme TEXT NOT NULL,
      status TEXT NOT NULL, gap DOUBLE, seed INTEGER NOT NULL, threads INTEGER NOT NULL, seconds DOUBLE NOT NULL);
    CREATE TABLE planOpening (plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, place TEXT NOT NULL,
      name TEXT NOT NULL, round TEXT NOT NULL, PRIMARY KEY (plan, place));
    CREATE TABLE planClosing (plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, office TEXT NOT NULL,
      name TEXT NOT NULL, round TEXT NOT NULL, PRIMARY KEY (plan, office));
    INSERT INTO plan VALUES ('old', 'agreed', '2026-01-01T00:00:00Z', 'P', 'optimal', 0, -1, 2, 0.5);
    INSERT INTO planOpening VALUES ('old', 'ange', 'Ånge', '1');
    """
  private static let goals = """
    INSERT INTO grdb_migrations VALUES ('2 values of goals');
    CREATE TABLE planGoal (plan TEXT NOT NULL REFERENCES plan ON DELETE CASCADE, position INTEGER NOT NULL,
      goal TEXT NOT NULL, unit TEXT NOT NULL, value DOUBLE NOT NULL, bound DOUBLE, PRIMARY KEY (plan, position));
    INSERT INTO planGoal VALUES ('old', 0, 'access', 'minutes', 12.5, NULL);
    """
  private static let schedules = """
    INSERT INTO grdb_migrations VALUES ('3 schedules');
    CREATE TABLE schedule (name TEXT PRIMARY KEY NOT NULL, note TEXT, stored TEXT NOT NULL);
    CREATE TABLE scheduleTask (schedule TEXT NOT NULL REFERENCES schedule ON DELETE CASCADE, place TEXT NOT NULL,
      task TEXT NOT NULL, start TEXT NOT NULL, finish TEXT NOT NULL, PRIMARY KEY (schedule, place, task));
    CREATE TABLE scheduleOpening (schedule TEXT NOT NULL REFERENCES schedule ON DELETE CASCADE, place TEXT NOT NULL,
      round TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (schedule, place));
    INSERT INTO schedule VALUES ('baseline', NULL, '2026-01-01T00:00:00Z');
    INSERT INTO scheduleTask VALUES ('baseline', 'ange', 'search', '2022-01-03', '2022-01-10');
    """
  private static let versions = [[plans], [plans, goals], [plans, goals, schedules]]

  private let folder: StoreFolder

  init() throws {
    folder = try StoreFolder()
  }

  private func make(version: Int) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { database in
      for sql in Self.versions[version - 1] { try database.execute(sql: sql) }
    }
    try queue.close()
  }

  @Test(arguments: 1...3) func `keeps what it holds, and takes all that is new`(_ version: Int) throws {
    try make(version: version)
    let store = try folder.open()
    let plan = try #require(try store.plans.plan(named: "old"))
    #expect(plan.openings == [KeptPlan.Opening(place: "ange", name: "Ånge", round: "1")])
    #expect(plan.run.seed == .max && plan.note == "agreed")
    #expect(plan.goals.map(\.value) == (version >= 2 ? [12.5] : []))
    #expect(try store.plans.schedules().map(\.name) == (version >= 3 ? ["baseline"] : []))
    #expect(try store.verify().findings.isEmpty)
    _ = try store.register().add(Cast.draft(1), Cast.act())
    try store.plans.keep(plan, replacing: true, Cast.act())
    #expect(try folder.open().verify().findings.isEmpty)
    #expect(try store.register().search("oktober").count == 1)
  }

  @Test(arguments: 1...3) func `stays as it was when the migration is cut short`(_ version: Int) throws {
    try make(version: version)
    let queue = try DatabaseQueue(path: folder.database)
    // A table in the way of the last migration: it has to fail, and to leave nothing behind.
    try queue.write { try $0.execute(sql: "CREATE TABLE entryText (id)") }
    #expect(throws: StoreFailure.self) { try folder.open() }
    #expect(try queue.read { try !$0.tableExists("event") && !$0.tableExists("entry") })
    try queue.write { try $0.execute(sql: "DROP TABLE entryText") }
    #expect(try folder.open().plans.plan(named: "old") != nil)
  }

  @Test func `has the shape that the program makes today`() throws {
    try make(version: 3)
    _ = try folder.open()
    let fresh = try StoreFolder()
    _ = try fresh.open()
    #expect(try shape(folder) == shape(fresh))
  }

  /// Names and types of every column of every table.
  private func shape(_ folder: StoreFolder) throws -> [String] {
    let queue = try DatabaseQueue(path: folder.database)
    return try queue.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "PRAGMA table_info(\"\(table)\")").map {
          "\(table) \($0["name"] as String) \($0["type"] as String) \($0["notnull"] as Int)"
        }
      }
    }
  }
}
