import EtappModel
import GRDB

extension Register {
  /// Registers a document.
  ///
  /// The same Message-ID, or the same bytes, is the same document: then the entry that is there is given back and nothing
  /// is changed. Two mails with the same bytes and different Message-IDs are two.
  package func add(_ draft: Draft, _ act: Act) throws(StoreFailure) -> Registered {
    let all = try add([draft], act)
    return all[0]
  }

  /// Registers documents in one transaction: all of them, or none.
  ///
  /// - Throws: `missingFacts` for the first draft that lacks a fact the law asks for.
  package func add(_ drafts: [Draft], _ act: Act) throws(StoreFailure) -> [Registered] {
    for draft in drafts where !draft.missingFacts.isEmpty {
      let name = draft.entry.about.isEmpty ? draft.document?.name : nil
      throw .missingFacts(draft.missingFacts, about: name ?? draft.entry.about)
    }
    try keepFiles(of: drafts)
    return try store.write { database in
      try drafts.map { draft in
        if let old = try known(draft, database) { return Registered(entry: old, isOld: true) }
        return Registered(entry: try insert(draft, act, database), isOld: false)
      }
    }
  }

  // MARK: Known again

  /// Files go to the disk before the transaction, so that no entry ever waits for its document; those of documents that
  /// are known already are left.
  private func keepFiles(of drafts: [Draft]) throws(StoreFailure) {
    let fresh = try store.read { database in try drafts.filter { try known($0, database) == nil } }
    _ = try files.keep(fresh.flatMap(\.contents))
  }

  private func known(_ draft: Draft, _ database: Database) throws -> RegisterEntry? {
    if let messageID = draft.entry.messageID?.withoutNUL,
      let number = try Self.number(messageID: messageID, database)
    {
      return try Self.entry(number, database)
    }
    guard let fingerprint = draft.fingerprint else { return nil }
    // Without a Message-ID on one side the bytes decide; with one on both, the Message-IDs have.
    let isSame = draft.entry.messageID == nil ? "" : "AND messageID IS NULL"
    let same = try String.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM entry WHERE document = ? \(isSame) ORDER BY id LIMIT 1"),
      arguments: [fingerprint])
    return try same.flatMap { try Self.entry($0, database) }
  }

  static func number(messageID: String, _ database: Database) throws -> String? {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT number FROM entry WHERE messageID = ?"), arguments: [messageID])
  }

  // MARK: New

  private func insert(_ draft: Draft, _ act: Act, _ database: Database) throws -> RegisterEntry {
    // Another process may have removed the last entry that used a file since it was kept.
    let contents = draft.contents
    if !contents.allSatisfy({ files.has(Fingerprint(of: $0)) }) { _ = try files.keep(contents) }
    var entry = draft.entry.withoutNUL
    let serial: Int
    (entry.number, serial) = try nextNumber(for: entry.day, database)
    entry.document = draft.document.map(Self.file)
    entry.attachments = draft.attachments.map(Self.file)
    entry.version = 1
    entry.thread = try entry.thread ?? thread(of: draft.references, database) ?? entry.number
    let record = try Self.record(of: entry, database)
    try Records.add(
      record, to: Self.subject(entry.number), action: "register.added", act: act,
      details: EventDetails(files: record.files.map(\.sha256)), database)
    var row = EntryRow(record, version: 1, serial: serial)
    try row.insert(database)
    try SearchIndex.add(row, database)
    try Self.noteUses(of: record, version: 1, database)
    return entry
  }

  /// The next number that is free: with `{year}` the serial begins anew each year. A removed entry keeps its number.
  private func nextNumber(for day: Day, _ database: Database) throws -> (number: String, serial: Int) {
    let year = day.civil.year
    let last =
      numbers.isYearly
      ? try Int.fetchOne(
        database.cachedStatement(sql: "SELECT max(serial) FROM entry WHERE year = ?"), arguments: [year])
      : try Int.fetchOne(database.cachedStatement(sql: "SELECT max(serial) FROM entry"))
    var serial = (last ?? 0) + 1
    // A pattern that was changed may give a number that stands already.
    while true {
      let number = numbers.number(year: year, serial: serial, classification: classification).withoutNUL
      let isTaken = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT 1 FROM entry WHERE number = ?"), arguments: [number])
      if isTaken == nil { return (number, serial) }
      serial += 1
    }
  }

  private func thread(of references: [String], _ database: Database) throws -> String? {
    for reference in references.reversed() {
      let thread = try String.fetchOne(
        database.cachedStatement(sql: "SELECT coalesce(thread, number) FROM entry WHERE messageID = ?"),
        arguments: [reference])
      if let thread { return thread }
    }
    return nil
  }

  private static func file(_ attachment: Attachment) -> RegisterEntry.File {
    RegisterEntry.File(
      name: attachment.name.withoutNUL, mediaType: attachment.mediaType.withoutNUL,
      sha256: "\(Fingerprint(of: attachment.content))", bytes: attachment.content.count)
  }

  // MARK: Shared with corrections

  /// The record of an entry; its text is kept under its fingerprint.
  static func record(of entry: RegisterEntry, _ database: Database) throws -> EntryRecord {
    guard !entry.text.isEmpty else { return EntryRecord(entry, text: nil) }
    let fingerprint = "\(Fingerprint(of: entry.text))"
    try database.cachedStatement(sql: "INSERT OR IGNORE INTO text VALUES (?, ?)")
      .execute(arguments: [fingerprint, entry.text])
    return EntryRecord(entry, text: fingerprint)
  }

  /// Notes which files and which text a version uses, so that what nobody uses can go when it may be removed.
  static func noteUses(of record: EntryRecord, version: Int, _ database: Database) throws {
    for fingerprint in record.files.map(\.sha256) + [record.text].compactMap({ $0 }) {
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO entryUse VALUES (?, ?, ?)")
        .execute(arguments: [record.number, version, fingerprint])
    }
  }
}

extension RegisterEntry {
  /// SQLite's texts end at a NUL, so none gets into what stands in a column.
  var withoutNUL: RegisterEntry {
    var entry = self
    entry.about = about.withoutNUL
    entry.text = text.withoutNUL
    entry.caseNumber = caseNumber?.withoutNUL
    entry.thread = thread?.withoutNUL
    entry.messageID = messageID?.withoutNUL
    entry.from = from.map(\.withoutNUL)
    entry.to = to.map(\.withoutNUL)
    entry.copies = copies.map(\.withoutNUL)
    entry.municipality = municipality.map { ID($0.code.withoutNUL) }
    return entry
  }
}

extension Correspondent {
  fileprivate var withoutNUL: Correspondent {
    Correspondent(name: name?.withoutNUL, address: address?.withoutNUL)
  }
}
