package import EtappModel
import GRDB

extension Register {
  /// Confirms a promise that was read from a document: from now on it binds, and it stands in the dialogue with the
  /// municipality, as `2021-00042#1`.
  ///
  /// - Parameters:
  ///   - index: 1, 2 … in the document.
  ///   - due: Where the person knows better than the reading.
  ///   - text: The promise in the person's own words.
  package func confirm(
    _ number: String, promise index: Int, due: DayInterval? = nil, text: String? = nil, _ act: Act
  ) throws(StoreFailure) -> RegisterEntry {
    try store.write { database in
      let entry = try decide(number, promise: index, isConfirmed: true, act, database) { promise in
        promise.commitment.interval = due ?? promise.commitment.interval
      }
      guard let municipality = entry.municipality, let promise = entry.promises.first(where: { $0.index == index })
      else { return entry }
      try Self.bind(promise, of: number, to: municipality, text: text, act, database)
      return entry
    }
  }

  /// Puts a confirmed promise into the dialogue; one that stands there already keeps the day it was kept.
  private static func bind(
    _ promise: RegisterEntry.Promise, of number: String, to municipality: ID<Municipality>, text: String? = nil,
    _ act: Act, _ database: Database
  ) throws {
    let id = promiseID(number, promise.index)
    let old = try DialogueStore.dialogue(of: municipality, database).promises.first { $0.id == id }
    let made = Dialogue.Promise(
      id: id, text: text ?? old?.text ?? promise.commitment.text, isOurs: promise.isOurs,
      due: promise.commitment.interval, kept: old?.kept, entry: number)
    guard made != old else { return }
    try DialogueStore.apply(.promise(made), to: municipality, act, database)
  }

  /// Confirmed promises go along when their entry turns out to concern another municipality.
  static func movePromises(
    of entry: RegisterEntry, from old: ID<Municipality>?, _ act: Act, _ database: Database
  ) throws {
    guard old != entry.municipality else { return }
    for promise in entry.promises where promise.isConfirmed == true {
      let id = promiseID(entry.number, promise.index)
      let kept = try old.flatMap { try DialogueStore.dialogue(of: $0, database).promises.first { $0.id == id } }
      if let old, kept != nil { try DialogueStore.apply(.withdrawn(promise: id), to: old, act, database) }
      guard let municipality = entry.municipality else { continue }
      try bind(promise, of: entry.number, to: municipality, text: kept?.text, act, database)
      if let day = kept?.kept { try DialogueStore.apply(.kept(promise: id, on: day), to: municipality, act, database) }
    }
  }

  /// Turns down what a reading took for a promise; where it was confirmed before, it is withdrawn from the dialogue.
  package func decline(_ number: String, promise index: Int, _ act: Act) throws(StoreFailure) -> RegisterEntry {
    try store.write { database in
      let entry = try decide(number, promise: index, isConfirmed: false, act, database) { _ in }
      let id = Self.promiseID(number, index)
      if let municipality = entry.municipality,
        try DialogueStore.dialogue(of: municipality, database).promises.contains(where: { $0.id == id })
      {
        try DialogueStore.apply(.withdrawn(promise: id), to: municipality, act, database)
      }
      return entry
    }
  }

  /// What the dialogue calls the promise of an entry.
  package static func promiseID(_ number: String, _ index: Int) -> String { "\(number)#\(index)" }

  private func decide(
    _ number: String, promise index: Int, isConfirmed: Bool, _ act: Act, _ database: Database,
    change: (inout RegisterEntry.Promise) -> Void
  ) throws -> RegisterEntry {
    let action = isConfirmed ? "promise.confirmed" : "promise.declined"
    return try replace(number, action: action, act, database) { entry in
      guard let place = entry.promises.firstIndex(where: { $0.index == index }) else {
        throw StoreFailure.unknownPromise(number: number, index: index)
      }
      entry.promises[place].isConfirmed = isConfirmed
      change(&entry.promises[place])
    }
  }
}
