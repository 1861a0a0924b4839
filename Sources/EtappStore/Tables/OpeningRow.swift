import EtappModel
import GRDB

/// The table `planOpening`: the places of a plan and their rounds.
struct OpeningRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "planOpening"

  var plan: String
  var place: String
  var name: String
  var round: String

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.column("plan", .text).notNull().references("plan", onDelete: .cascade)
      table.column("place", .text).notNull()
      table.column("name", .text).notNull()
      table.column("round", .text).notNull()
      table.primaryKey(["plan", "place"])
    }
  }

  init(_ opening: KeptPlan.Opening, plan: String) {
    self.plan = plan
    place = opening.place.code
    name = opening.name
    round = opening.round.code
  }

  var opening: KeptPlan.Opening { KeptPlan.Opening(place: ID(place), name: name, round: ID(round)) }
}
