package import EtappModel
import GRDB

extension Register {
  /// An entry that may be removed (gallras), and the decision that allows it.
  package struct Removable: Hashable, Sendable {
    package let number: String
    package let day: Day
    package let kind: RegisterEntry.Kind
    package let about: String
    package let rule: Correspondence.Retention
  }

  /// What may be removed on a day; nothing is touched.
  package func removable(
    by rules: [Correspondence.Retention], on today: Day
  ) throws(StoreFailure) -> [Removable] {
    try store.read { database in
      try EntryRow.filter(Column("removed") == nil).order(Column("day"), Column("id")).fetchAll(database)
        .compactMap { Self.removable($0, by: rules, on: today) }
    }
  }

  private static func removable(
    _ row: EntryRow, by rules: [Correspondence.Retention], on today: Day
  ) -> Removable? {
    guard let day = Day(row.day), let kind = RegisterEntry.Kind(rawValue: row.kind),
      let rule = rules.allowing(kind, dated: day, on: today)
    else { return nil }
    return Removable(number: row.number, day: day, kind: kind, about: row.about, rule: rule)
  }

  // MARK: Removing

  /// Removes entries for good: every version, the text, the words in the search indexes, and the files that no other
  /// entry uses. What remains is the number, the day and the kind, and an event with the decision.
  ///
  /// - Throws: `notRemovable` for the first that no rule allows; then nothing is removed.
  package func remove(
    _ numbers: [String], by rules: [Correspondence.Retention], on today: Day, _ act: Act
  ) throws(StoreFailure) {
    let unused = try store.write { database in
      var files: [String] = []
      for number in numbers {
        guard let row = try EntryRow.filter(Column("number") == number && Column("removed") == nil).fetchOne(database)
        else { throw StoreFailure.unknownEntry(number) }
        guard let removable = Self.removable(row, by: rules, on: today) else { throw StoreFailure.notRemovable(number) }
        files += try Self.remove(row, by: removable.rule, act, database)
      }
      try SearchIndex.tidy(database)
      return files
    }
    try removeFiles(unused)
    try store.emptyLog()
  }

  /// - Returns: Fingerprints of the files that the entry used.
  private static func remove(
    _ row: EntryRow, by rule: Correspondence.Retention, _ act: Act, _ database: Database
  ) throws -> [String] {
    try SearchIndex.remove(row, database)
    let subject = subject(row.number)
    let used = try String.fetchAll(
      database, sql: "SELECT DISTINCT sha256 FROM entryUse WHERE number = ? ORDER BY sha256", arguments: [row.number])
    try database.execute(sql: "DELETE FROM entryUse WHERE number = ?", arguments: [row.number])
    let unused = try used.filter { try !isUsed($0, database) }
    for fingerprint in unused {
      try database.execute(sql: "DELETE FROM text WHERE sha256 = ?", arguments: [fingerprint])
    }
    try database.execute(sql: "UPDATE record SET body = NULL WHERE subject = ?", arguments: [subject])
    let event = try EventLog.append(
      Event(
        number: 0, at: act.at, actor: act.actor, action: "register.removed", subject: subject, reason: act.reason,
        details: EventDetails(files: unused, decision: rule.decision, emptied: row.version).json), database)
    try row.tombstone(event: event.number).update(database)
    return unused
  }

  private static func isUsed(_ fingerprint: String, _ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM entryUse WHERE sha256 = ?)", arguments: [fingerprint]) ?? false
  }

  /// Files go after the transaction that no longer needs them, and while no other may write: one that is registered
  /// anew meanwhile stays.
  private func removeFiles(_ fingerprints: [String]) throws(StoreFailure) {
    try store.write { database in
      for text in fingerprints where try !Self.isUsed(text, database) {
        if let fingerprint = Fingerprint(text) { files.remove(fingerprint) }
      }
    }
  }
}
