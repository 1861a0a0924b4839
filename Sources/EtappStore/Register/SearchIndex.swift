import GRDB

/// The two full-text indexes over the entries: words as they are written, and words without their dots and accents.
///
/// Neither holds the texts; they read them from the view `entryText`, so a row is taken out before the entry changes and
/// put in after.
enum SearchIndex {
  static let names = ["entryExact", "entryFolded"]
  private static let columns = "number, about, parties, files, content"

  static func add(_ row: EntryRow, _ database: Database) throws {
    for name in names {
      try database.cachedStatement(
        sql: "INSERT INTO \(name)(rowid, \(columns)) SELECT id, \(columns) FROM entryText WHERE id = ?"
      ).execute(arguments: [row.id])
    }
  }

  static func remove(_ row: EntryRow, _ database: Database) throws {
    for name in names {
      try database.cachedStatement(
        sql: """
          INSERT INTO \(name)(\(name), rowid, \(columns)) SELECT 'delete', id, \(columns) FROM entryText WHERE id = ?
          """
      ).execute(arguments: [row.id])
    }
  }

  /// Makes both indexes anew from the entries.
  static func rebuild(_ database: Database) throws {
    for name in names { try database.execute(sql: "INSERT INTO \(name)(\(name)) VALUES ('rebuild')") }
  }

  /// Merges what was deleted out of the indexes, so that no word of a removed document stays in the file.
  static func tidy(_ database: Database) throws {
    for name in names { try database.execute(sql: "INSERT INTO \(name)(\(name)) VALUES ('optimize')") }
  }
}
