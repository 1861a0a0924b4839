import EtappModel
import Foundation
import GRDB

/// Looks through everything that a workspace keeps for what was altered, lost, moved or smuggled in.
///
/// The log is held against its own chain and its head; the records against the log; the tables for questions against the
/// records; the files against their fingerprints. What is read is read as bytes, since a text that damage has made no
/// UTF-8 would be mended by being read as one.
struct Verification {
  private(set) var findings: [Finding] = []
  let database: Database
  /// What events say of records: by event, which version with which fingerprint.
  private var marks: [Int: (subject: String, mark: EventDetails.Mark)] = [:]
  /// What the latest event of a plan or schedule says was kept.
  private(set) var kept: [String: String] = [:]
  /// Subjects that were removed by a decision.
  private var removed: Set<String> = []
  /// The fingerprints of every file that a record names.
  private(set) var files: Set<String> = []
  private var head = ChainHead.empty

  init(_ database: Database) {
    self.database = database
  }

  mutating func run(head file: ChainHead?, isHeadFileExpected: Bool) throws {
    try checkDatabase()
    guard !findings.contains(where: { $0.kind == .database }) else { return }
    try checkLog()
    try checkHead(file, isExpected: isHeadFileExpected)
    try checkRecords()
    try checkEntries()
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  // MARK: Database

  private mutating func checkDatabase() throws {
    for line in try String.fetchAll(database, sql: "PRAGMA quick_check(10)") where line != "ok" {
      add(Finding(.database, at: PlanStore.fileName, details: line))
    }
  }

  // MARK: Log

  /// Every event against the stored fingerprint of the one before, so that one change makes one finding.
  mutating func checkLog() throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT number, at, CAST(actor AS BLOB) AS actor, CAST(action AS BLOB) AS action,
          CAST(subject AS BLOB) AS subject, CAST(reason AS BLOB) AS reason, CAST(details AS BLOB) AS details,
          hash FROM event ORDER BY number
        """)
    while let row = try rows.next() {
      let fields = EventEncoding.Fields(row)
      let number = Int(fields.number)
      if number > head.count + 1 { add(Self.missing(from: head.count + 1, to: number - 1)) }
      let stored = Fingerprint(bytes: Self.bytes(row["hash"]))
      let expected = EventEncoding.fingerprint(of: fields, after: head.fingerprint)
      // After a gap the chain cannot be followed; what is missing has been said.
      if number == head.count + 1, stored != expected { add(Finding(.eventAltered, at: "event/\(number)")) }
      if number <= head.count { add(Finding(.eventAltered, at: "event/\(number)")) }
      head = ChainHead(count: number, fingerprint: stored ?? .none)
      note(fields)
    }
  }

  private static func missing(from first: Int, to last: Int) -> Finding {
    Finding(.eventMissing, at: "event/\(first)", details: last > first ? "\(first)–\(last)" : nil)
  }

  static func bytes(_ value: DatabaseValue) -> [UInt8] {
    Data.fromDatabaseValue(value).map { [UInt8]($0) } ?? []
  }

  private mutating func note(_ fields: EventEncoding.Fields) {
    let subject = String(decoding: fields.subject, as: UTF8.self)
    guard let details = EventDetails(json: String(decoding: fields.details, as: UTF8.self)) else { return }
    if let mark = details.record { marks[Int(fields.number)] = (subject, mark) }
    if let fingerprint = details.kept { kept[subject] = fingerprint }
    if fields.action == Array("register.removed".utf8) { removed.insert(subject) }
  }

  // MARK: Head

  mutating func checkHead(_ file: ChainHead?, isExpected: Bool) throws {
    do {
      let kept = try ChainHead.kept(in: database)
      if kept != head {
        add(Finding(.tailCut, at: "chain", details: "\(kept.count) ≠ \(head.count)"))
      }
    } catch StoreFailure.brokenChain {
      add(Finding(.headMissing, at: "chain"))
    }
    if let file {
      if try !HeadFile.holds(file, database) {
        add(Finding(.tailCut, at: HeadFile.name, details: "\(file.count) ≠ \(head.count)"))
      }
    } else if isExpected, head.count > 0 {
      add(Finding(.headMissing, at: HeadFile.name))
    }
  }

  // MARK: Records

  private mutating func checkRecords() throws {
    var waiting = marks
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT CAST(subject AS BLOB) AS subject, version, event, CAST(body AS BLOB) AS body FROM record ORDER BY id"
    )
    while let row = try rows.next() {
      let subject = String(decoding: Self.bytes(row["subject"]), as: UTF8.self)
      let version = Int.fromDatabaseValue(row["version"]) ?? 0
      let event = Int.fromDatabaseValue(row["event"]) ?? 0
      let place = "\(subject)/\(version)"
      guard let told = waiting.removeValue(forKey: event) else {
        add(Finding(.recordInserted, at: place))
        continue
      }
      let body = Data.fromDatabaseValue(row["body"]).map { [UInt8]($0) }
      check(body, told: told, subject: subject, version: version, at: place)
    }
    for (event, told) in waiting.sorted(by: { $0.key < $1.key }) {
      add(Finding(.recordMissing, at: "\(told.subject)/\(told.mark.version)", details: "event/\(event)"))
    }
  }

  private mutating func check(
    _ body: [UInt8]?, told: (subject: String, mark: EventDetails.Mark), subject: String, version: Int, at place: String
  ) {
    guard told.subject.utf8.elementsEqual(subject.utf8), told.mark.version == version else {
      add(Finding(.recordAltered, at: place, details: "\(told.subject)/\(told.mark.version)"))
      return
    }
    guard let body else {
      if !removed.contains(subject) { add(Finding(.recordEmptied, at: place)) }
      return
    }
    if "\(Fingerprint(of: body))" != told.mark.sha256 { add(Finding(.recordAltered, at: place)) }
  }

  // MARK: Tables made from the records

  private mutating func checkEntries() throws {
    var newest: [String: EntryRow] = [:]
    let rows = try RecordRow.filter(Column("subject") >= "register/" && Column("subject") < "register0")
      .order(Column("id")).fetchCursor(database)
    while let row = try rows.next() {
      guard let body = row.body, let record = try? KeptJSON.value(EntryRecord.self, of: body) else { continue }
      files.formUnion(record.files.map(\.sha256))
      try checkText(of: record, at: "\(row.subject)/\(row.version)")
      newest[record.number] = EntryRow(record, version: row.version, serial: 0)
    }
    let stored = try EntryRow.fetchCursor(database)
    while let row = try stored.next() {
      let made = newest.removeValue(forKey: row.number)
      if !Self.agrees(row, with: made, isRemoved: removed.contains(Register.subject(row.number))) {
        add(Finding(.tableDisagrees, at: Register.subject(row.number), details: "entry"))
      }
    }
    for number in newest.keys.sorted() {
      add(Finding(.tableDisagrees, at: Register.subject(number), details: "entry"))
    }
  }

  private mutating func checkText(of record: EntryRecord, at place: String) throws {
    guard let fingerprint = record.text else { return }
    let content = try Data.fetchOne(
      database, sql: "SELECT CAST(content AS BLOB) FROM text WHERE sha256 = ?", arguments: [fingerprint])
    if content.map({ "\(Fingerprint(of: $0))" }) != fingerprint {
      add(Finding(.tableDisagrees, at: place, details: "text"))
    }
  }

  /// Serial and year are given at registration and stand in no record but in the number.
  private static func agrees(_ row: EntryRow, with made: EntryRow?, isRemoved: Bool) -> Bool {
    guard var made else { return isRemoved && row.removed != nil && row == row.tombstone(event: row.removed ?? 0) }
    (made.id, made.year, made.serial) = (row.id, row.year, row.serial)
    return made == row
  }
}

extension EventEncoding.Fields {
  fileprivate init(_ row: Row) {
    self.init(
      number: Int64.fromDatabaseValue(row["number"]) ?? .min, at: Int64.fromDatabaseValue(row["at"]) ?? .min,
      actor: Verification.bytes(row["actor"]),
      action: Verification.bytes(row["action"]), subject: Verification.bytes(row["subject"]),
      reason: Data.fromDatabaseValue(row["reason"]).map { [UInt8]($0) },
      details: Verification.bytes(row["details"]))
  }
}
