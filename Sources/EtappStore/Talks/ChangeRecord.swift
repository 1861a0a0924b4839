import EtappModel

/// A change of the dialogue as its record keeps it: a word for what it is, and the fields it needs.
struct ChangeRecord: Codable, Hashable {
  struct ContactRecord: Codable, Hashable {
    var name: String
    var role: String
    var address: String?
    var phone: String?
  }

  struct TalkRecord: Codable, Hashable {
    var day: String
    var channel: String
    var with: String
    var summary: String
    var entry: String?
    var by: String
  }

  struct PromiseRecord: Codable, Hashable {
    var id: String
    var text: String
    var isOurs: Bool
    var from: String?
    var to: String?
    var kept: String?
    var entry: String?
  }

  struct AnswerRecord: Codable, Hashable {
    var theme: String
    var text: String
    var day: String
    var entry: String?
  }

  struct ConditionRecord: Codable, Hashable {
    var id: String
    var text: String
    var notBefore: String?
    var isConfirmed: Bool
  }

  var change: String
  var contacts: [ContactRecord]?
  var talk: TalkRecord?
  var promise: PromiseRecord?
  var answer: AnswerRecord?
  var condition: ConditionRecord?
  /// The owner, the readiness, or the id of a promise or condition.
  var word: String?
  var day: String?

  private init(change: String) {
    self.change = change
  }
}

// MARK: To the record

extension ChangeRecord {
  init(_ change: Dialogue.Change) {
    self.init(change: change.word)
    switch change {
    case .contacts(let contacts):
      self.contacts = contacts.map {
        ContactRecord(name: $0.name, role: $0.role, address: $0.address, phone: $0.phone)
      }
    case .talk(let talk):
      self.talk = TalkRecord(
        day: talk.day.description, channel: talk.channel.rawValue, with: talk.with, summary: talk.summary,
        entry: talk.entry, by: talk.by)
    case .owner(let owner): word = owner
    case .readiness(let readiness): word = readiness.rawValue
    case .nextContact(let day): self.day = day?.description
    case .promise(let promise):
      self.promise = PromiseRecord(
        id: promise.id, text: promise.text, isOurs: promise.isOurs, from: promise.due.from?.description,
        to: promise.due.to?.description, kept: promise.kept?.description, entry: promise.entry)
    case .kept(let id, let day): (word, self.day) = (id, day.description)
    case .reopened(let id), .withdrawn(let id), .confirmed(let id), .dropped(let id): word = id
    case .answer(let answer):
      self.answer = AnswerRecord(
        theme: answer.theme, text: answer.text, day: answer.day.description, entry: answer.entry)
    case .condition(let condition):
      self.condition = ConditionRecord(
        id: condition.id, text: condition.text, notBefore: condition.notBefore?.description,
        isConfirmed: condition.isConfirmed)
    }
  }
}

extension Dialogue.Change {
  /// What the record and the log call it: the log's action is `dialogue.` and this.
  var word: String {
    switch self {
    case .contacts: "contacts"
    case .talk: "talk"
    case .owner: "owner"
    case .readiness: "readiness"
    case .nextContact: "nextContact"
    case .promise: "promise"
    case .kept: "kept"
    case .reopened: "reopened"
    case .withdrawn: "withdrawn"
    case .answer: "answer"
    case .condition: "condition"
    case .confirmed: "confirmed"
    case .dropped: "dropped"
    }
  }
}

// MARK: From the record

extension ChangeRecord {
  /// nil where something is none: somebody else wrote it.
  func change(of municipality: ID<Municipality>) -> Dialogue.Change? {
    switch change {
    case "contacts":
      contacts.map { list in
        .contacts(
          list.map {
            Contact(municipality: municipality, name: $0.name, role: $0.role, address: $0.address, phone: $0.phone)
          })
      }
    case "talk": talk?.talk.map { .talk($0) }
    case "owner": .owner(word)
    case "readiness": word.flatMap { Dialogue.Readiness(rawValue: $0) }.map { .readiness($0) }
    case "nextContact": .nextContact(day.flatMap { Day($0) })
    case "promise": promise.map { .promise($0.promise) }
    case "kept": word.flatMap { id in day.flatMap { Day($0) }.map { .kept(promise: id, on: $0) } }
    case "reopened": word.map { .reopened(promise: $0) }
    case "withdrawn": word.map { .withdrawn(promise: $0) }
    case "answer": answer?.answer.map { .answer($0) }
    case "condition": condition.map { .condition($0.condition) }
    case "confirmed": word.map { .confirmed(condition: $0) }
    case "dropped": word.map { .dropped(condition: $0) }
    default: nil
    }
  }
}

extension ChangeRecord.TalkRecord {
  fileprivate var talk: Dialogue.Talk? {
    guard let day = Day(day), let channel = Dialogue.Talk.Channel(rawValue: channel) else { return nil }
    return Dialogue.Talk(day: day, channel: channel, with: with, summary: summary, entry: entry, by: by)
  }
}

extension ChangeRecord.PromiseRecord {
  fileprivate var promise: Dialogue.Promise {
    Dialogue.Promise(
      id: id, text: text, isOurs: isOurs,
      due: DayInterval(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) }), kept: kept.flatMap { Day($0) },
      entry: entry)
  }
}

extension ChangeRecord.AnswerRecord {
  fileprivate var answer: Dialogue.Answer? {
    Day(day).map { Dialogue.Answer(theme: theme, text: text, day: $0, entry: entry) }
  }
}

extension ChangeRecord.ConditionRecord {
  fileprivate var condition: Dialogue.Condition {
    Dialogue.Condition(id: id, text: text, notBefore: notBefore.flatMap { Day($0) }, isConfirmed: isConfirmed)
  }
}
