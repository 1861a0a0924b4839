package import EtappModel
import GRDB

extension Register {
  /// Corrects an entry: a new version stands beside the old, which can still be read.
  ///
  /// Number, document and attachments stay as they were; what came in came in. A change that changes nothing makes no
  /// version.
  ///
  /// - Throws: `reasonMissing` without a reason, `missingFacts` when the change takes away what the law asks for.
  package func correct(
    _ number: String, _ act: Act, change: (inout RegisterEntry) -> Void
  ) throws(StoreFailure) -> RegisterEntry {
    guard let reason = act.reason, !reason.allSatisfy(\.isWhitespace) else { throw .reasonMissing }
    return try store.write { database in
      try replace(number, action: "register.corrected", act, database) { entry in
        let (document, attachments) = (entry.document, entry.attachments)
        change(&entry)
        (entry.document, entry.attachments) = (document, attachments)
      }
    }
  }

  /// Marks an entry as secret, or takes the mark away.
  package func mark(
    _ number: String, secrecy: RegisterEntry.Secrecy?, _ act: Act
  ) throws(StoreFailure) -> RegisterEntry {
    if let secrecy, secrecy.paragraph.allSatisfy(\.isWhitespace) { throw .paragraphMissing }
    return try store.write { database in
      let action = secrecy == nil ? "register.opened" : "register.classified"
      return try replace(number, action: action, act, database) { $0.secrecy = secrecy }
    }
  }

  /// Links an entry to what it belongs to; what is nil stays as it is.
  package func link(
    _ number: String, municipality: ID<Municipality>? = nil, caseNumber: String? = nil, thread: String? = nil,
    _ act: Act
  ) throws(StoreFailure) -> RegisterEntry {
    try store.write { database in
      try replace(number, action: "register.linked", act, database) { entry in
        entry.municipality = municipality ?? entry.municipality
        entry.caseNumber = caseNumber ?? entry.caseNumber
        entry.thread = thread ?? entry.thread
      }
    }
  }

  // MARK: A new version

  /// The next version of an entry, in every table that knows of it.
  func replace(
    _ number: String, action: String, _ act: Act, _ database: Database, change: (inout RegisterEntry) throws -> Void
  ) throws -> RegisterEntry {
    let subject = Self.subject(number)
    guard let latest = try Records.latest(of: subject, database), let old = try Self.entry(latest, database),
      let row = try EntryRow.filter(Column("number") == number).fetchOne(database)
    else { throw StoreFailure.unknownEntry(number) }
    var entry = old
    try change(&entry)
    (entry.number, entry.version) = (old.number, old.version)
    entry = entry.withoutNUL
    guard entry.missingFacts.isEmpty else { throw StoreFailure.missingFacts(entry.missingFacts, about: entry.about) }
    guard entry != old else { return old }
    return try write(entry, over: (old, row), action: action, act, database)
  }

  private func write(
    _ entry: RegisterEntry, over old: (entry: RegisterEntry, row: EntryRow), action: String, _ act: Act,
    _ database: Database
  ) throws -> RegisterEntry {
    var entry = entry
    entry.version += 1
    try SearchIndex.remove(old.row, database)
    let record = try Self.record(of: entry, database)
    let changed = record.changes(since: EntryRecord(old.entry, text: old.row.text))
    try Records.add(
      record, to: Self.subject(entry.number), action: action, act: act, details: EventDetails(changed: changed),
      database)
    var row = EntryRow(record, version: entry.version, serial: old.row.serial, id: old.row.id)
    // The serial belongs to the year in which it was given, also when the day is corrected into another.
    row.year = old.row.year
    try row.update(database)
    try SearchIndex.add(row, database)
    try Self.noteUses(of: record, version: entry.version, database)
    try Self.movePromises(of: entry, from: old.entry.municipality, act, database)
    return entry
  }
}
