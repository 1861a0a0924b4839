public import EtappModel
import EtappStore

/// The dialogue with every municipality: what has been said, what is promised, who is to be told.
public struct Conversations: Sendable {
  let registry: Registry
  private var workspace: Workspace { registry.workspace }

  public init(_ workspace: Workspace) {
    registry = Registry(workspace)
  }

  // MARK: Reading

  /// The dialogue with a municipality; contacts are those of the store, else those of `contacts.csv`.
  public func dialogue(with municipality: ID<Municipality>) throws(Versions.Failure) -> Dialogue {
    let kept = try ask { store throws(StoreFailure) in try store.dialogue(of: municipality) }
    return withContacts(kept ?? Dialogue(municipality: municipality))
  }

  /// The dialogue with every municipality that gets an office in a choice, or with which one has been begun, by name.
  public func all(of choice: Choice? = nil) throws(Versions.Failure) -> [Dialogue] {
    let kept = try ask { store throws(StoreFailure) in try store.all() } ?? []
    let planned = choice?.opens.keys.compactMap { workspace.geography.place($0)?.municipality } ?? []
    let new = Set(planned).subtracting(kept.map(\.municipality)).map { Dialogue(municipality: $0) }
    return (kept + new).map(withContacts).sorted { name($0) < name($1) }
  }

  /// The municipalities that have been told, or to which we owe something: replanning does not move them for nothing.
  public func told() throws(Versions.Failure) -> Set<ID<Municipality>> {
    let kept = try ask { store throws(StoreFailure) in try store.all() } ?? []
    return Set(kept.filter(\.isPromised).map(\.municipality))
  }

  /// Every change of the dialogue with a municipality, the oldest first.
  public func history(
    with municipality: ID<Municipality>
  ) throws(Versions.Failure) -> [(change: Dialogue.Change, event: Event)] {
    try ask { store throws(StoreFailure) in try store.history(of: municipality) } ?? []
  }

  private func name(_ dialogue: Dialogue) -> String { registry.name(of: dialogue.municipality) }

  private func withContacts(_ dialogue: Dialogue) -> Dialogue {
    guard dialogue.contacts.isEmpty else { return dialogue }
    var dialogue = dialogue
    dialogue.contacts = registry.contacts.filter { $0.municipality == dialogue.municipality }
    return dialogue
  }

  private func ask<Answer>(
    _ question: (DialogueStore) throws(StoreFailure) -> Answer
  ) throws(Versions.Failure) -> Answer? {
    guard let store = try registry.reading() else { return nil }
    do {
      return try question(store.dialogue)
    } catch {
      throw Versions.Failure(error)
    }
  }

  // MARK: Changing

  /// Changes the dialogue with a municipality, and writes down who did it and why.
  @discardableResult
  public func apply(
    _ change: Dialogue.Change, to municipality: ID<Municipality>, by actor: Registry.Actor
  ) throws(Versions.Failure) -> Dialogue {
    let store = try registry.writing()
    do {
      return withContacts(try store.dialogue.apply(change, to: municipality, actor.act))
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Writes down a promise that stands in no entry of the register.
  @discardableResult
  public func promise(
    _ text: String, isOurs: Bool, due: DayInterval, to municipality: ID<Municipality>, by actor: Registry.Actor
  ) throws(Versions.Failure) -> Dialogue.Promise {
    let store = try registry.writing()
    do {
      return try store.dialogue.promise(text, isOurs: isOurs, due: due, to: municipality, actor.act)
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Writes down a condition that a municipality puts; it binds the plan once it is confirmed.
  @discardableResult
  public func condition(
    _ text: String, notBefore: Day?, of municipality: ID<Municipality>, by actor: Registry.Actor
  ) throws(Versions.Failure) -> Dialogue.Condition {
    let store = try registry.writing()
    do {
      return try store.dialogue.condition(text, notBefore: notBefore, of: municipality, actor.act)
    } catch {
      throw Versions.Failure(error)
    }
  }
}

// MARK: Who is to be told

extension Conversations {
  /// Who must be told what, in which order, when a plan takes the place of another; days are compared where both have
  /// a schedule.
  public func notices(
    from old: Choice, _ before: Schedule? = nil, to new: Choice, _ after: Schedule? = nil
  ) -> [NoticeOrder.Notice] {
    NoticeOrder.notices(from: standings(old, before), to: standings(new, after))
  }

  private func standings(_ choice: Choice, _ schedule: Schedule?) -> [NoticeOrder.Standing] {
    let days = Dictionary(
      schedule?.openings.map { ($0.place, $0.day) } ?? [], uniquingKeysWith: { first, _ in first })
    return choice.opens.compactMap { place, round in
      workspace.geography.place(place).map {
        NoticeOrder.Standing(municipality: $0.municipality, round: round, day: days[place])
      }
    }
  }
}
