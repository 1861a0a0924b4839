import EtappModel
import GRDB

/// The table `planGoal`: what each goal was worth when the plan was kept, in the order of the goals.
struct GoalRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "planGoal"

  var plan: String
  var position: Int
  var goal: String
  var unit: String
  var value: Double
  var bound: Double?

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.column("plan", .text).notNull().references("plan", onDelete: .cascade)
      table.column("position", .integer).notNull()
      table.column("goal", .text).notNull()
      table.column("unit", .text).notNull()
      table.column("value", .double).notNull()
      table.column("bound", .double)
      table.primaryKey(["plan", "position"])
    }
  }

  init(_ goal: KeptGoal, plan: String, position: Int) {
    self.plan = plan
    self.position = position
    self.goal = goal.goal.code
    unit = goal.unit
    value = goal.value
    bound = goal.bound
  }

  var kept: KeptGoal { KeptGoal(goal: ID(goal), unit: unit, value: value, bound: bound) }
}
