package import EtappModel
import GRDB

/// The log of events (händelselogg): only ever added to, and each event chained to the one before it.
package struct EventLog: Sendable {
  let store: PlanStore

  package init(_ store: PlanStore) {
    self.store = store
  }

  /// Which events are asked for; what is nil is not asked about.
  package struct Question: Hashable, Sendable {
    /// A subject, `register/2021-00042`; one that ends in `/` asks for all of its kind.
    package var subject: String?
    package var actor: String?
    /// An action, `register.added`; one that ends in `.` asks for all of its kind.
    package var action: String?
    package var from: Moment?
    /// Up to and with this second.
    package var to: Moment?
    package var limit: Int?

    package init(
      subject: String? = nil, actor: String? = nil, action: String? = nil, from: Moment? = nil, to: Moment? = nil,
      limit: Int? = nil
    ) {
      self.subject = subject
      self.actor = actor
      self.action = action
      self.from = from
      self.to = to
      self.limit = limit
    }
  }

  /// The events that answer a question, the oldest first; with a limit the newest of them.
  package func events(_ question: Question = Question()) throws(StoreFailure) -> [Event] {
    try store.read { database in try Self.events(question, database) }
  }

  static func events(_ question: Question, _ database: Database) throws -> [Event] {
    var request = EventRow.order(Column("number").desc)
    if let subject = question.subject { request = request.filter(Self.matches("subject", subject, endingIn: "/")) }
    if let action = question.action { request = request.filter(Self.matches("action", action, endingIn: ".")) }
    if let actor = question.actor { request = request.filter(Column("actor") == actor) }
    if let from = question.from { request = request.filter(Column("at") >= from.seconds) }
    if let to = question.to { request = request.filter(Column("at") <= to.seconds) }
    if let limit = question.limit { request = request.limit(max(0, limit)) }
    return try request.fetchAll(database).reversed().map(\.event)
  }

  /// The column is the text, or begins with it where the text ends in the separator; without LIKE, whose signs a text
  /// may hold.
  private static func matches(_ column: String, _ text: String, endingIn separator: Character) -> SQLExpression {
    guard text.last == separator else { return Column(column) == text }
    // The separator's successor ends the range: "/" < "0" and "." < "/".
    let after = separator == "/" ? "0" : "/"
    return Column(column) >= text && Column(column) < text.dropLast() + after
  }

  /// How many events there are, and the fingerprint of the last.
  package func head() throws(StoreFailure) -> ChainHead {
    try store.read { try ChainHead.kept(in: $0) }
  }

  // MARK: Adding

  /// Adds an event that tells of something outside the store, such as a file that was written.
  ///
  /// - Parameter details: JSON.
  @discardableResult
  package func append(
    actor: String, action: String, subject: String, reason: String? = nil, details: String = "{}", at moment: Moment
  ) throws(StoreFailure) -> Event {
    try store.write { database in
      try Self.append(
        Event(
          number: 0, at: moment, actor: actor, action: action, subject: subject, reason: reason, details: details),
        database)
    }
  }

  /// Adds an event within the transaction of the change that it tells of; the number is given here.
  @discardableResult
  static func append(_ event: Event, _ database: Database) throws -> Event {
    let head = try ChainHead.kept(in: database)
    var event = event.withoutNUL
    event.number = head.count + 1
    let fingerprint = EventEncoding.fingerprint(of: event, after: head.fingerprint)
    try EventRow(event, fingerprint: fingerprint).insert(database)
    try ChainHead(count: event.number, fingerprint: fingerprint).keep(in: database)
    return event
  }
}

extension Event {
  /// SQLite's texts end at a NUL, so none gets in.
  fileprivate var withoutNUL: Event {
    var event = self
    event.actor = actor.withoutNUL
    event.action = action.withoutNUL
    event.subject = subject.withoutNUL
    event.reason = reason?.withoutNUL
    event.details = details.withoutNUL
    return event
  }
}

extension String {
  /// The text with each NUL replaced by the sign for a character that cannot be shown.
  var withoutNUL: String {
    utf8.contains(0) ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 })) : self
  }
}
