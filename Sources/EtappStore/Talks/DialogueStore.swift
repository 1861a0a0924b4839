package import EtappModel
import GRDB

/// The dialogue with every municipality: what it is now, made from the changes that are kept.
package struct DialogueStore: Sendable {
  let store: PlanStore

  package init(_ store: PlanStore) {
    self.store = store
  }

  /// What the log calls a municipality.
  package static func subject(_ municipality: ID<Municipality>) -> String { "municipality/\(municipality)" }

  // MARK: Reading

  /// The dialogue with a municipality; one that nobody has spoken with is untold.
  package func dialogue(of municipality: ID<Municipality>) throws(StoreFailure) -> Dialogue {
    try store.read { try Self.dialogue(of: municipality, $0) }
  }

  /// The dialogue with every municipality that has one, by id.
  package func all() throws(StoreFailure) -> [Dialogue] {
    try store.read { database in
      let rows = try RecordRow.filter(Column("subject") >= "municipality/" && Column("subject") < "municipality0")
        .order(Column("id")).fetchAll(database)
      var dialogues: [String: Dialogue] = [:]
      for row in rows {
        let municipality = ID<Municipality>(String(row.subject.dropFirst("municipality/".count)))
        let old = dialogues[row.subject] ?? Dialogue(municipality: municipality)
        dialogues[row.subject] = try Self.after(row, old)
      }
      return dialogues.values.sorted { $0.municipality < $1.municipality }
    }
  }

  /// Every change of a municipality's dialogue with its event, the oldest first.
  package func history(
    of municipality: ID<Municipality>
  ) throws(StoreFailure) -> [(change: Dialogue.Change, event: Event)] {
    try store.read { database in
      try Records.versions(of: Self.subject(municipality), database).compactMap { row in
        guard let event = try EventRow.fetchOne(database, key: row.event)?.event,
          let change = try Self.change(row, of: municipality)
        else { return nil }
        return (change, event)
      }
    }
  }

  static func dialogue(of municipality: ID<Municipality>, _ database: Database) throws -> Dialogue {
    try Records.versions(of: subject(municipality), database)
      .reduce(Dialogue(municipality: municipality)) { try after($1, $0) }
  }

  private static func after(_ row: RecordRow, _ dialogue: Dialogue) throws -> Dialogue {
    guard let change = try change(row, of: dialogue.municipality) else { return dialogue }
    // A record that the dialogue refuses was not written by us; `verify` tells of it.
    return (try? dialogue.after(change)) ?? dialogue
  }

  private static func change(_ row: RecordRow, of municipality: ID<Municipality>) throws -> Dialogue.Change? {
    try row.body.flatMap { try KeptJSON.value(ChangeRecord.self, of: $0).change(of: municipality) }
  }

  // MARK: Changing

  /// Changes the dialogue with a municipality; a change that changes nothing leaves no record.
  package func apply(
    _ change: Dialogue.Change, to municipality: ID<Municipality>, _ act: Act
  ) throws(StoreFailure) -> Dialogue {
    try store.write { try Self.apply(change, to: municipality, act, $0) }
  }

  @discardableResult
  static func apply(
    _ change: Dialogue.Change, to municipality: ID<Municipality>, _ act: Act, _ database: Database
  ) throws -> Dialogue {
    let municipality = ID<Municipality>(municipality.code.withoutNUL)
    let old = try dialogue(of: municipality, database)
    let new = try old.after(change)
    // Two talks with the same words on one day are two.
    guard new != old else { return old }
    try Records.add(
      ChangeRecord(change), to: subject(municipality), action: "dialogue.\(change.word)", act: act, database)
    return new
  }

  /// Takes contacts in: each municipality that has some in the list has those, and the others keep theirs.
  ///
  /// - Returns: The municipalities whose contacts are others than before.
  @discardableResult
  package func importContacts(_ contacts: [Contact], _ act: Act) throws(StoreFailure) -> [ID<Municipality>] {
    try store.write { database in
      try Dictionary(grouping: contacts, by: \.municipality).sorted { $0.key < $1.key }.compactMap { entry in
        let old = try Self.dialogue(of: entry.key, database).contacts
        guard old != entry.value else { return nil }
        try Self.apply(.contacts(entry.value), to: entry.key, act, database)
        return entry.key
      }
    }
  }

  /// Writes down a promise that stands in no entry of the register.
  ///
  /// - Returns: The promise with its id, `p-7`: the next over all municipalities.
  package func promise(
    _ text: String, isOurs: Bool, due: DayInterval, entry: String? = nil, to municipality: ID<Municipality>, _ act: Act
  ) throws(StoreFailure) -> Dialogue.Promise {
    try store.write { database in
      let promise = Dialogue.Promise(
        id: try Self.nextID("p-", action: "dialogue.promise", database), text: text, isOurs: isOurs, due: due,
        entry: entry)
      try Self.apply(.promise(promise), to: municipality, act, database)
      return promise
    }
  }

  /// Writes down a condition that a municipality puts, with the next id, `c-3`.
  package func condition(
    _ text: String, notBefore: Day? = nil, of municipality: ID<Municipality>, _ act: Act
  ) throws(StoreFailure) -> Dialogue.Condition {
    try store.write { database in
      let condition = Dialogue.Condition(
        id: try Self.nextID("c-", action: "dialogue.condition", database), text: text, notBefore: notBefore)
      try Self.apply(.condition(condition), to: municipality, act, database)
      return condition
    }
  }

  /// Ids are counted by the events of their kind, which are never removed, so that none comes twice.
  private static func nextID(_ prefix: String, action: String, _ database: Database) throws -> String {
    let count = try EventRow.filter(Column("action") == action).fetchCount(database)
    return "\(prefix)\(count + 1)"
  }

  /// What somebody has to look at on a day, the most urgent first.
  package func due(on day: Day) throws(StoreFailure) -> [Dialogue.Due] { try all().due(on: day) }
}
