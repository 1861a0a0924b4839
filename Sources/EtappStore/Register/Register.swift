package import EtappModel
import GRDB

/// The register (diarium) of what came in, went out and was drawn up.
package struct Register: Sendable {
  let store: PlanStore
  let files: FileStore
  let numbers: NumberPattern
  let classification: String

  /// - Parameters:
  ///   - numbers: How numbers are written.
  ///   - classification: What stands for `{class}` in them.
  package init(
    _ store: PlanStore, files: FileStore, numbers: NumberPattern = .standard, classification: String = ""
  ) {
    self.store = store
    self.files = files
    self.numbers = numbers
    self.classification = classification
  }

  /// What the log calls an entry.
  package static func subject(_ number: String) -> String { "register/\(number)" }

  // MARK: Reading

  /// The newest version of an entry; nil when there is none, or when it was removed by a decision.
  package func entry(_ number: String) throws(StoreFailure) -> RegisterEntry? {
    try store.read { try Self.entry(number, $0) }
  }

  /// The entry of a letter.
  package func entry(messageID: String) throws(StoreFailure) -> RegisterEntry? {
    try store.read { database in
      try Self.number(messageID: messageID, database).flatMap { try Self.entry($0, database) }
    }
  }

  static func entry(_ number: String, _ database: Database) throws -> RegisterEntry? {
    try Records.latest(of: subject(number), database).flatMap { try entry($0, database) }
  }

  static func entry(_ row: RecordRow, _ database: Database) throws -> RegisterEntry? {
    guard let body = row.body else { return nil }
    let record = try KeptJSON.value(EntryRecord.self, of: body)
    let text = try record.text.flatMap { fingerprint in
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT content FROM text WHERE sha256 = ?"), arguments: [fingerprint])
    }
    return record.entry(version: row.version, text: text ?? "")
  }

  /// A version of an entry, with the event that tells of it.
  package struct Version: Hashable, Sendable {
    /// nil when it was removed by a decision.
    package let entry: RegisterEntry?
    package let event: Event
  }

  /// Every version of an entry, the oldest first.
  package func history(of number: String) throws(StoreFailure) -> [Version] {
    try store.read { database in
      try Records.versions(of: Self.subject(number), database).compactMap { row in
        guard let event = try EventRow.fetchOne(database, key: row.event)?.event else { return nil }
        return Version(entry: try Self.entry(row, database), event: event)
      }
    }
  }

  /// Every event of an entry, the oldest first: also of what changed nothing in it, such as a release.
  package func events(of number: String) throws(StoreFailure) -> [Event] {
    try EventLog(store).events(EventLog.Question(subject: Self.subject(number)))
  }

  /// The bytes of a file of an entry, held against its fingerprint.
  package func content(of file: RegisterEntry.File) throws(StoreFailure) -> [UInt8] {
    try files.read(file)
  }
}
