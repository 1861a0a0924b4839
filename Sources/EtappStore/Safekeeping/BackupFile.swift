import EtappModel
import Foundation
import GRDB

/// A backup: one SQLite file with everything that the store holds, and in a table more the files.
///
/// It is a store of its own and can be looked into with any SQLite program.
struct BackupFile {
  private static let table = "backupFile"

  private let queue: DatabaseQueue

  /// A new file to write a backup into.
  init(making path: String) throws {
    queue = try DatabaseQueue(path: path)
  }

  /// A backup to read.
  init(reading path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    guard try queue.read({ try $0.tableExists(Self.table) }) else {
      throw StoreFailure.noBackup((path as NSString).lastPathComponent)
    }
    guard try !queue.read({ try Migrations.all.hasBeenSuperseded($0) }) else {
      throw StoreFailure.newer(file: (path as NSString).lastPathComponent)
    }
  }

  // MARK: Writing

  /// The store as it is at one moment; others go on writing.
  func take(_ store: PlanStore) throws {
    try store.queue.backup(to: queue)
    try queue.writeWithoutTransaction { database in
      // One file, without a log beside it.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      try database.execute(
        sql: """
          CREATE TABLE \(Self.table) (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL) STRICT
          """)
    }
  }

  /// Fingerprints of the files that the store in the backup needs.
  func filesNeeded() throws -> [String] {
    try queue.read { database in
      try RecordRow.filter(Column("subject") >= "register/" && Column("subject") < "register0").fetchAll(database)
        .compactMap { try $0.body.map { try KeptJSON.value(EntryRecord.self, of: $0) } }
        .reduce(into: Set<String>()) { $0.formUnion($1.files.map(\.sha256)) }.sorted()
    }
  }

  func add(_ files: [(path: String, content: [UInt8])]) throws {
    try queue.write { database in
      for file in files {
        try database.execute(
          sql: "INSERT OR REPLACE INTO \(Self.table) VALUES (?, ?, ?)",
          arguments: [file.path, "\(Fingerprint(of: file.content))", Data(file.content)])
      }
    }
  }

  func close() throws { try queue.close() }

  // MARK: Reading

  func paths() throws -> [String] {
    try queue.read { try String.fetchAll($0, sql: "SELECT path FROM \(Self.table) ORDER BY path") }
  }

  /// The bytes of a path, or nil when they are not what they were.
  func content(of path: String) throws -> [UInt8]? {
    try queue.read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT sha256, content FROM \(Self.table) WHERE path = ?", arguments: [path])
      guard let row, let content = Data.fromDatabaseValue(row["content"]).map({ [UInt8]($0) }),
        String.fromDatabaseValue(row["sha256"]) == "\(Fingerprint(of: content))"
      else { return nil }
      return content
    }
  }

  /// The store without the files, written to a new file.
  func give(to path: String) throws {
    let store = try DatabaseQueue(path: path)
    try queue.backup(to: store)
    try store.writeWithoutTransaction { database in
      try database.execute(sql: "DROP TABLE \(Self.table)")
      try database.execute(sql: "VACUUM")
    }
    try store.close()
  }
}
