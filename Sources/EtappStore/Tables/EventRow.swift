import EtappModel
import Foundation
import GRDB

/// The table `event`: the log, one row for each event.
struct EventRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "event"

  var number: Int
  /// Seconds since 1970 in universal time.
  var at: Int
  var actor: String
  var action: String
  var subject: String
  var reason: String?
  var details: String
  /// SHA-256 of all the above and the hash before.
  var hash: Data

  /// The head of the log stands in a table of one row; the triggers refuse every change but the next event.
  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE event (
          number INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
          subject TEXT NOT NULL, reason TEXT, details TEXT NOT NULL, hash BLOB NOT NULL
        ) STRICT;
        CREATE INDEX eventSubject ON event(subject, number);
        CREATE INDEX eventActor ON event(actor, number);
        CREATE INDEX eventAt ON event(at);
        CREATE TABLE chain (
          id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL, hash BLOB NOT NULL
        ) STRICT;
        INSERT INTO chain VALUES (1, 0, zeroblob(32));
        CREATE TRIGGER eventOnlyNext BEFORE INSERT ON event WHEN NEW.number <> (SELECT count FROM chain) + 1
          BEGIN SELECT RAISE(ABORT, 'the next event has the next number'); END;
        CREATE TRIGGER eventNeverChanged BEFORE UPDATE ON event
          BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER eventNeverRemoved BEFORE DELETE ON event
          BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
        CREATE TRIGGER chainNeverRemoved BEFORE DELETE ON chain
          BEGIN SELECT RAISE(ABORT, 'the head of the log is never removed'); END;
        """)
  }

  init(_ event: Event, fingerprint: Fingerprint) {
    number = event.number
    at = event.at.seconds
    actor = event.actor
    action = event.action
    subject = event.subject
    reason = event.reason
    details = event.details
    hash = Data(fingerprint.bytes)
  }

  var event: Event {
    Event(
      number: number, at: Moment(seconds: at), actor: actor, action: action, subject: subject, reason: reason,
      details: details)
  }
}
