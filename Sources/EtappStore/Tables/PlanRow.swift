import EtappModel
import GRDB

/// The table `plan`: one row for each plan that is kept.
struct PlanRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "plan"

  var name: String
  var note: String?
  var stored: String
  var programme: String
  var status: String
  var gap: Double?
  /// The bit pattern, since SQLite's integers have a sign.
  var seed: Int64
  var threads: Int
  var seconds: Double
  /// Fingerprint of the files that it was proved for.
  var question: String?

  static func addQuestion(in database: Database) throws {
    try database.alter(table: databaseTableName) { table in table.add(column: "question", .text) }
  }

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.primaryKey("name", .text)
      table.column("note", .text)
      table.column("stored", .text).notNull()
      table.column("programme", .text).notNull()
      table.column("status", .text).notNull()
      table.column("gap", .double)
      table.column("seed", .integer).notNull()
      table.column("threads", .integer).notNull()
      table.column("seconds", .double).notNull()
    }
  }

  init(_ plan: KeptPlan) {
    name = plan.name
    note = plan.note
    stored = plan.stored
    programme = plan.programme
    status = plan.proof.status
    gap = plan.proof.gap
    seed = Int64(bitPattern: plan.run.seed)
    threads = plan.run.threads
    seconds = plan.run.seconds
    question = plan.proof.question
  }

  func plan(_ openings: [KeptPlan.Opening], _ closings: [KeptPlan.Closing], _ goals: [KeptGoal]) -> KeptPlan {
    KeptPlan(
      name: name, note: note, stored: stored, programme: programme, openings: openings, closings: closings,
      proof: KeptProof(status: status, gap: gap, question: question),
      run: KeptRun(seed: UInt64(bitPattern: seed), threads: threads, seconds: seconds), goals: goals)
  }
}
