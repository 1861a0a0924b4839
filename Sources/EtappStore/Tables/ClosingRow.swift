import EtappModel
import GRDB

/// The table `planClosing`: the existing offices that a plan closes, and when.
struct ClosingRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "planClosing"

  var plan: String
  var office: String
  var name: String
  var round: String

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.column("plan", .text).notNull().references("plan", onDelete: .cascade)
      table.column("office", .text).notNull()
      table.column("name", .text).notNull()
      table.column("round", .text).notNull()
      table.primaryKey(["plan", "office"])
    }
  }

  init(_ closing: KeptPlan.Closing, plan: String) {
    self.plan = plan
    office = closing.office.code
    name = closing.name
    round = closing.round.code
  }

  var closing: KeptPlan.Closing { KeptPlan.Closing(office: ID(office), name: name, round: ID(round)) }
}
