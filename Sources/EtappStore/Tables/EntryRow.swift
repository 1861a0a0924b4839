import EtappModel
import GRDB

/// The table `entry`: the newest version of each entry of the register, laid out for questions.
///
/// All that stands here is made from the records, and can be made again; `verify` holds it against them.
struct EntryRow: Codable, Hashable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "entry"

  /// In the order they were registered.
  var id: Int64?
  var number: String
  var version: Int
  var year: Int
  var serial: Int
  /// ISO 8601, which sorts.
  var day: String
  var direction: String
  var kind: String
  var about: String
  /// Names and addresses of everybody, for searching.
  var parties: String
  /// Names of the files, for searching.
  var files: String
  var municipality: String?
  var caseNumber: String?
  var thread: String?
  var messageID: String?
  /// The fingerprint of the document.
  var document: String?
  /// The fingerprint of the text in the table `text`.
  var text: String?
  /// The number of the event by which it was removed.
  var removed: Int?

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, year INTEGER NOT NULL,
          serial INTEGER NOT NULL, day TEXT NOT NULL, direction TEXT NOT NULL, kind TEXT NOT NULL,
          about TEXT NOT NULL, parties TEXT NOT NULL, files TEXT NOT NULL, municipality TEXT, caseNumber TEXT,
          thread TEXT, messageID TEXT, document TEXT, text TEXT, removed INTEGER
        ) STRICT;
        CREATE INDEX entryYear ON entry(year, serial);
        CREATE INDEX entrySerial ON entry(serial);
        CREATE INDEX entryDay ON entry(day);
        CREATE INDEX entryMunicipality ON entry(municipality, day);
        CREATE INDEX entryCase ON entry(caseNumber);
        CREATE INDEX entryThread ON entry(thread);
        CREATE INDEX entryDocument ON entry(document);
        CREATE UNIQUE INDEX entryMessage ON entry(messageID) WHERE messageID IS NOT NULL;
        CREATE TABLE text (sha256 TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
        CREATE TABLE entryUse (
          number TEXT NOT NULL, version INTEGER NOT NULL, sha256 TEXT NOT NULL,
          PRIMARY KEY (number, version, sha256)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entryUseHash ON entryUse(sha256);
        CREATE VIEW entryText AS
          SELECT entry.id AS id, entry.number AS number, entry.about AS about, entry.parties AS parties,
            entry.files AS files, coalesce(text.content, '') AS content
          FROM entry LEFT JOIN text ON text.sha256 = entry.text;
        CREATE VIRTUAL TABLE entryExact USING fts5(
          number, about, parties, files, content, content = 'entryText', content_rowid = 'id', columnsize = 0,
          prefix = '2 3 4 5 6', tokenize = "unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE entryFolded USING fts5(
          number, about, parties, files, content, content = 'entryText', content_rowid = 'id', columnsize = 0,
          prefix = '2 3 4 5 6', tokenize = "unicode61 remove_diacritics 2");
        """)
  }

  init(_ record: EntryRecord, version: Int, serial: Int, id: Int64? = nil) {
    self.id = id
    number = record.number
    self.version = version
    year = Int(record.day.prefix { $0 != "-" }) ?? 0
    self.serial = serial
    day = record.day
    direction = record.direction
    kind = record.kind
    about = record.about
    parties = (record.from + record.to + record.copies).flatMap { [$0.name, $0.address] }.compactMap { $0 }
      .joined(separator: "\n")
    files = record.files.map(\.name).joined(separator: "\n")
    municipality = record.municipality
    caseNumber = record.caseNumber
    thread = record.thread
    messageID = record.messageID
    document = record.document?.sha256
    text = record.text
  }

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  /// What remains of a removed entry: that it was, and by which event it went.
  func tombstone(event: Int) -> EntryRow {
    var row = self
    (row.about, row.parties, row.files) = ("", "", "")
    (row.municipality, row.caseNumber, row.thread, row.messageID, row.document, row.text) = (
      nil, nil, nil, nil, nil, nil
    )
    row.removed = event
    return row
  }
}
