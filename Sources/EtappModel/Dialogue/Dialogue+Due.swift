extension Dialogue {
  /// Something that somebody has to do by a day: keep a promise, or make contact.
  public struct Due: Hashable, Sendable {
    public enum Matter: Hashable, Sendable {
      case promise(Promise)
      /// The next contact with the municipality.
      case contact
    }

    /// How near it is.
    public enum State: Hashable, Sendable {
      /// Its last day has passed.
      case overdue(days: Int)
      /// Its days have begun and not ended.
      case due
      /// Its days have not begun.
      case ahead(days: Int)
      /// Nobody said when.
      case undated
    }

    public var municipality: ID<Municipality>
    public var owner: String?
    public var matter: Matter
    /// The day by which it is to be done; nil when nobody said.
    public var by: Day?
    public var state: State

    /// Whether somebody has to look at it today.
    public var isUrgent: Bool {
      switch state {
      case .overdue, .due: true
      case .ahead, .undated: false
      }
    }
  }

  /// What is open on a day: every open promise and the next contact, the most urgent first.
  public func open(on day: Day) -> [Due] {
    var open = promises.filter { $0.kept == nil }.map { promise in
      due(.promise(promise), promise.due, on: day)
    }
    if let next = nextContact { open.append(due(.contact, DayInterval(from: next, to: next), on: day)) }
    return open.sorted(by: Due.isMoreUrgent)
  }

  /// An interval with one end is that day: what is promised "from" a day may be asked for on it.
  private func due(_ matter: Due.Matter, _ interval: DayInterval, on day: Day) -> Due {
    let last = interval.to ?? interval.from
    let state: Due.State =
      switch (interval.from ?? interval.to, last) {
      case (let first?, let last?):
        day > last ? .overdue(days: day - last) : day >= first ? .due : .ahead(days: first - day)
      default: .undated
      }
    return Due(municipality: municipality, owner: owner, matter: matter, by: last, state: state)
  }
}

extension Dialogue.Due {
  /// The earlier day first, what has no day last; then by municipality, so that the order is always the same.
  static func isMoreUrgent(_ a: Self, _ b: Self) -> Bool {
    switch (a.by, b.by) {
    case (let a?, let b?) where a != b: a < b
    case (nil, _?): false
    case (_?, nil): true
    default: a.municipality < b.municipality
    }
  }
}

extension Sequence<Dialogue> {
  /// What is open with every municipality on a day, the most urgent first.
  public func open(on day: Day) -> [Dialogue.Due] {
    flatMap { $0.open(on: day) }.sorted(by: Dialogue.Due.isMoreUrgent)
  }

  /// What somebody has to look at on a day: due or overdue.
  public func due(on day: Day) -> [Dialogue.Due] { open(on: day).filter(\.isUrgent) }
}
