import GRDB

/// The table `record`: every version of every thing that the log tells of, as JSON.
///
/// One event, one record; the event holds the fingerprint of the record's body, so that a changed, lost or smuggled-in
/// record is found. A record is never changed; all that can be done to it is to empty it, when it may be removed by a
/// decision on retention, and what remains is its tombstone.
struct RecordRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "record"

  var id: Int64?
  /// The event's subject: `register/2021-00042`, `municipality/2260`, `decision/decision-1`.
  var subject: String
  /// 1, 2 … within the subject.
  var version: Int
  /// The number of the event that tells of it.
  var event: Int
  /// nil after removal.
  var body: String?

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE record (
          id INTEGER PRIMARY KEY, subject TEXT NOT NULL, version INTEGER NOT NULL,
          event INTEGER NOT NULL UNIQUE REFERENCES event(number), body TEXT, UNIQUE (subject, version)
        ) STRICT;
        CREATE TRIGGER recordNeverChanged BEFORE UPDATE ON record
          WHEN NEW.body IS NOT NULL OR NEW.id <> OLD.id OR NEW.subject <> OLD.subject OR NEW.version <> OLD.version
            OR NEW.event <> OLD.event
          BEGIN SELECT RAISE(ABORT, 'a record is never changed'); END;
        CREATE TRIGGER recordNeverRemoved BEFORE DELETE ON record
          BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;
        """)
  }

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}
