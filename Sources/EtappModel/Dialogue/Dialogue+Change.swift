extension Dialogue {
  /// Something that changes the dialogue; the store keeps each with who and when.
  public enum Change: Hashable, Sendable {
    /// The contacts are these, and no others.
    case contacts([Contact])
    case talk(Talk)
    case owner(String?)
    case readiness(Readiness)
    case nextContact(Day?)
    /// Somebody promised; a promise of the same id is put in its place.
    case promise(Promise)
    case kept(promise: String, on: Day)
    /// It was not kept after all.
    case reopened(promise: String)
    /// There was no such promise.
    case withdrawn(promise: String)
    /// An answer on a theme; it takes the place of the theme's former one.
    case answer(Answer)
    /// A condition; one of the same id is put in its place.
    case condition(Condition)
    case confirmed(condition: String)
    case dropped(condition: String)
  }

  /// Why a change cannot be made.
  public enum Refusal: Error, Hashable, Sendable {
    case unknownPromise(String)
    case unknownCondition(String)
    /// The interval ends before it begins.
    case endsBeforeItBegins(DayInterval)
    case contactElsewhere(Contact)

    public var message: Text {
      switch self {
      case .unknownPromise(let id):
        Text(en: "There is no promise “\(id)” here.", sv: "Det finns inget löfte ”\(id)” här.")
      case .unknownCondition(let id):
        Text(en: "There is no condition “\(id)” here.", sv: "Det finns inget villkor ”\(id)” här.")
      case .endsBeforeItBegins(let interval):
        Text(
          en: "The promise would be due from \(interval.from.orDash) to \(interval.to.orDash), which is no interval.",
          sv:
            "Löftet skulle gälla från \(interval.from.orDash) till \(interval.to.orDash), vilket inte är något intervall."
        )
      case .contactElsewhere(let contact):
        Text(
          en: "The contact “\(contact.name)” belongs to \(contact.municipality), not here.",
          sv: "Kontakten ”\(contact.name)” hör till \(contact.municipality), inte hit.")
      }
    }
  }

  /// The dialogue after a change; what the change does is all in here.
  public func after(_ change: Change) throws(Refusal) -> Dialogue {
    var dialogue = self
    switch change {
    case .contacts(let contacts): try dialogue.replaceContacts(contacts)
    case .talk(let talk): dialogue.insert(talk)
    case .owner(let owner): dialogue.owner = owner
    case .readiness(let readiness): dialogue.readiness = readiness
    case .nextContact(let day): dialogue.nextContact = day
    case .promise(let promise): try dialogue.put(promise)
    case .kept(let id, let day): try dialogue.change(promise: id) { $0.kept = day }
    case .reopened(let id): try dialogue.change(promise: id) { $0.kept = nil }
    case .withdrawn(let id):
      try dialogue.change(promise: id) { _ in }
      dialogue.promises.removeAll { $0.id == id }
    case .answer(let answer):
      dialogue.answers.removeAll { $0.theme == answer.theme }
      dialogue.answers.append(answer)
    case .condition(let condition): dialogue.put(condition)
    case .confirmed(let id): try dialogue.change(condition: id) { $0.isConfirmed = true }
    case .dropped(let id):
      try dialogue.change(condition: id) { _ in }
      dialogue.conditions.removeAll { $0.id == id }
    }
    return dialogue
  }

  private mutating func replaceContacts(_ contacts: [Contact]) throws(Refusal) {
    if let other = contacts.first(where: { $0.municipality != municipality }) { throw .contactElsewhere(other) }
    self.contacts = contacts
  }

  /// Talks stand in order of their days; those of one day as they were written down. A talk on or after the day of the
  /// next contact was that contact.
  private mutating func insert(_ talk: Talk) {
    talks.insert(talk, at: talks.firstIndex { $0.day > talk.day } ?? talks.endIndex)
    if let next = nextContact, next <= talk.day { nextContact = nil }
    if readiness == .untold { readiness = .told }
  }

  private mutating func put(_ promise: Promise) throws(Refusal) {
    if let from = promise.due.from, let to = promise.due.to, to < from { throw .endsBeforeItBegins(promise.due) }
    if let index = promises.firstIndex(where: { $0.id == promise.id }) {
      promises[index] = promise
    } else {
      promises.append(promise)
    }
  }

  private mutating func put(_ condition: Condition) {
    if let index = conditions.firstIndex(where: { $0.id == condition.id }) {
      conditions[index] = condition
    } else {
      conditions.append(condition)
    }
  }

  private mutating func change(promise id: String, _ work: (inout Promise) -> Void) throws(Refusal) {
    guard let index = promises.firstIndex(where: { $0.id == id }) else { throw .unknownPromise(id) }
    work(&promises[index])
  }

  private mutating func change(condition id: String, _ work: (inout Condition) -> Void) throws(Refusal) {
    guard let index = conditions.firstIndex(where: { $0.id == id }) else { throw .unknownCondition(id) }
    work(&conditions[index])
  }
}

extension Day? {
  fileprivate var orDash: String { map(\.description) ?? "–" }
}
