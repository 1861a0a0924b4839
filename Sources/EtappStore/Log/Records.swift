package import EtappModel
import Foundation
import GRDB

/// What an event's details say: JSON with sorted keys.
struct EventDetails: Codable, Hashable {
  /// The record that the event tells of.
  struct Mark: Codable, Hashable {
    var version: Int
    var sha256: String
  }

  var record: Mark?
  /// The fields that a correction changed; what they were and are, the records say.
  var changed: [String]?
  /// Fingerprints of files that came in or were removed.
  var files: [String]?
  /// The fingerprint of a plan or schedule as it was kept.
  var kept: String?
  /// The decision that a removal rests on.
  var decision: String?
  /// How many versions were emptied.
  var emptied: Int?
  /// What else is to be told, in words.
  var note: String?

  init(
    record: Mark? = nil, changed: [String]? = nil, files: [String]? = nil, kept: String? = nil,
    decision: String? = nil, emptied: Int? = nil, note: String? = nil
  ) {
    self.record = record
    self.changed = changed
    self.files = files
    self.kept = kept
    self.decision = decision
    self.emptied = emptied
    self.note = note
  }

  var json: String { (try? KeptJSON.text(of: self)) ?? "{}" }

  /// nil where the details are no such JSON: an event may tell anything.
  init?(json: String) {
    guard let details = try? KeptJSON.value(EventDetails.self, of: json) else { return nil }
    self = details
  }
}

/// JSON as the store keeps it: sorted keys, so that the same value always has the same bytes.
enum KeptJSON {
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    // A goal may be worth no number at all, and has to be kept as that.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, of text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}

/// Who does something, when, and why: what every change is told with.
package struct Act: Hashable, Sendable {
  package var actor: String
  package var at: Moment
  package var reason: String?

  package init(by actor: String, at moment: Moment, because reason: String? = nil) {
    self.actor = actor
    at = moment
    self.reason = reason
  }
}

/// Writing of a record together with the event that tells of it.
enum Records {
  /// Adds the next version of a subject and its event.
  @discardableResult
  static func add(
    _ body: some Encodable, to subject: String, action: String, act: Act, details: EventDetails = EventDetails(),
    _ database: Database
  ) throws -> RecordRow {
    let subject = subject.withoutNUL
    let body = try KeptJSON.text(of: body)
    let version = try latestVersion(of: subject, database) + 1
    var details = details
    details.record = EventDetails.Mark(version: version, sha256: "\(Fingerprint(of: body))")
    let event = try EventLog.append(
      Event(
        number: 0, at: act.at, actor: act.actor, action: action, subject: subject, reason: act.reason,
        details: details.json), database)
    return try RecordRow(subject: subject, version: version, event: event.number, body: body).inserted(database)
  }

  static func latestVersion(of subject: String, _ database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT max(version) FROM record WHERE subject = ?"), arguments: [subject]) ?? 0
  }

  /// Every version of a subject, the oldest first.
  static func versions(of subject: String, _ database: Database) throws -> [RecordRow] {
    try RecordRow.filter(Column("subject") == subject).order(Column("version")).fetchAll(database)
  }

  static func latest(of subject: String, _ database: Database) throws -> RecordRow? {
    try RecordRow.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM record WHERE subject = ? ORDER BY version DESC LIMIT 1"),
      arguments: [subject])
  }
}
