package import EtappModel
import GRDB

/// The decisions (beslut) with their reasons.
package struct DecisionStore: Sendable {
  let store: PlanStore

  package init(_ store: PlanStore) {
    self.store = store
  }

  /// Keeps a decision under the next id, `decision-7`.
  ///
  /// - Returns: The decision with its id.
  package func add(_ decision: Decision, _ act: Act) throws(StoreFailure) -> Decision {
    guard
      ![decision.what, decision.reason, decision.by, decision.kind].contains(where: { $0.allSatisfy(\.isWhitespace) })
    else { throw .decisionIncomplete }
    return try store.write { database in
      var decision = decision
      let count = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM record WHERE subject >= 'decision/' AND subject < 'decision0'")
      decision.id = ID("decision-\((count ?? 0) + 1)")
      try Records.add(
        DecisionRecord(decision), to: "decision/\(decision.id)", action: "decision.made", act: act, database)
      return decision
    }
  }

  /// Every decision, the oldest first; of one subject where it is given.
  package func all(about subject: String? = nil) throws(StoreFailure) -> [Decision] {
    try store.read { database in
      try RecordRow.filter(Column("subject") >= "decision/" && Column("subject") < "decision0")
        .order(Column("id")).fetchAll(database)
        .compactMap { try $0.body.flatMap { try KeptJSON.value(DecisionRecord.self, of: $0).decision } }
        .filter { subject == nil || $0.subject == subject }
    }
  }

  /// The decision of an id.
  package func decision(_ id: ID<Decision>) throws(StoreFailure) -> Decision? {
    try all().first { $0.id == id }
  }
}

/// A decision as its record keeps it.
struct DecisionRecord: Codable, Hashable {
  var id: String
  var kind: String
  var subject: String
  var what: String
  var reason: String
  var day: String
  var by: String
  var entry: String?

  init(_ decision: Decision) {
    id = decision.id.code
    kind = decision.kind
    subject = decision.subject
    what = decision.what
    reason = decision.reason
    day = decision.day.description
    by = decision.by
    entry = decision.entry
  }

  /// nil where the day is none: somebody else wrote it.
  var decision: Decision? {
    Day(day).map {
      Decision(
        id: ID(id), kind: kind, subject: subject, what: what, reason: reason, day: $0, by: by, entry: entry)
    }
  }
}
