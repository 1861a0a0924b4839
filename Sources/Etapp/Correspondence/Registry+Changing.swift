public import EtappModel
import EtappStore

extension Registry {
  /// Confirms what was read as a promise: from then on it binds, and stands in the dialogue with the municipality.
  ///
  /// - Parameters:
  ///   - index: 1, 2 … in the document.
  ///   - due: Where the person knows better than the reading.
  public func confirm(
    _ number: String, promise index: Int, due: DayInterval? = nil, text: String? = nil, by actor: Actor
  ) throws(Versions.Failure) -> RegisterEntry {
    try change { register throws(StoreFailure) in
      try register.confirm(number, promise: index, due: due, text: text, actor.act)
    }
  }

  /// Turns down what was read as a promise.
  public func decline(_ number: String, promise index: Int, by actor: Actor) throws(Versions.Failure) -> RegisterEntry {
    try change { register throws(StoreFailure) in try register.decline(number, promise: index, actor.act) }
  }

  /// Corrects an entry: a new version stands beside the old. The actor's reason is required.
  public func correct(
    _ number: String, by actor: Actor, _ change: (inout RegisterEntry) -> Void
  ) throws(Versions.Failure) -> RegisterEntry {
    try self.change { register throws(StoreFailure) in
      try register.correct(number, actor.act, change: change)
    }
  }

  /// Marks an entry as secret, or takes the mark away.
  public func mark(
    _ number: String, secrecy: RegisterEntry.Secrecy?, by actor: Actor
  ) throws(Versions.Failure) -> RegisterEntry {
    try change { register throws(StoreFailure) in try register.mark(number, secrecy: secrecy, actor.act) }
  }

  // MARK: Retention

  /// A document that may be removed, and by which decision.
  public struct Removable: Hashable, Sendable {
    public var number: String
    public var day: Day
    public var kind: RegisterEntry.Kind
    public var about: String
    public var decision: String
  }

  /// What may be removed on a day; nothing is touched.
  public func removable(on day: Day) throws(Versions.Failure) -> [Removable] {
    try change { register throws(StoreFailure) in
      try register.removable(by: correspondence.retention, on: day).map {
        Removable(number: $0.number, day: $0.day, kind: $0.kind, about: $0.about, decision: $0.rule.decision)
      }
    }
  }

  /// Removes entries that a decision allows to be removed; number, day and kind remain.
  public func remove(_ numbers: [String], on day: Day, by actor: Actor) throws(Versions.Failure) {
    try change { register throws(StoreFailure) in
      try register.remove(numbers, by: correspondence.retention, on: day, actor.act)
    }
  }

  private func change<Answer>(
    _ work: (Register) throws(StoreFailure) -> Answer
  ) throws(Versions.Failure) -> Answer {
    let store = try writing()
    do {
      return try work(register(store))
    } catch {
      throw Versions.Failure(error)
    }
  }
}
