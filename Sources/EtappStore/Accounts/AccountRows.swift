import EtappModel
import GRDB

/// A row of the table `account`.
struct AccountRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "account"

  var id: Int64?
  var name: String
  var title: String
  var role: String
  /// Places with a line break between them; no id of a table holds one.
  var places: String
  var password: String?
  var secret: String?
  var lastStep: Int64
  var made: Int
  var closed: Int?

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  init(_ account: Account) {
    id = account.id == 0 ? nil : account.id
    name = account.name
    title = account.title
    role = account.role.rawValue
    places = account.places.map(\.code).joined(separator: "\n")
    password = account.password
    secret = account.secret
    lastStep = account.lastStep
    made = account.made.seconds
    closed = account.closed?.seconds
  }

  /// nil for a role that this version does not know: better shut out than let in as something else.
  var kept: Account? {
    Role(rawValue: role).map { role in
      Account(
        id: id ?? 0, name: name, title: title, role: role,
        places: places.split(separator: "\n").map { ID(String($0)) }, password: password, secret: secret,
        lastStep: lastStep, made: Moment(seconds: made), closed: closed.map { Moment(seconds: $0) })
    }
  }

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("name", .text).notNull().unique()
      table.column("title", .text).notNull()
      table.column("role", .text).notNull()
      table.column("places", .text).notNull()
      table.column("password", .text)
      table.column("secret", .text)
      table.column("lastStep", .integer).notNull().defaults(to: 0)
      table.column("made", .integer).notNull()
      table.column("closed", .integer)
    }
  }
}

/// A row of the table `accessKey`.
struct KeyRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "accessKey"

  var fingerprint: String
  var kind: String
  var account: Int64
  var label: String
  var made: Int
  var seen: Int
  var ends: Int

  init(_ key: AccessKey) {
    fingerprint = key.fingerprint
    kind = key.kind.rawValue
    account = key.account
    label = key.label
    made = key.made.seconds
    seen = key.seen.seconds
    ends = key.ends.seconds
  }

  /// nil for a kind that this version does not know.
  var kept: AccessKey? {
    AccessKey.Kind(rawValue: kind).map {
      AccessKey(
        fingerprint: fingerprint, kind: $0, account: account, label: label, made: Moment(seconds: made),
        seen: Moment(seconds: seen), ends: Moment(seconds: ends))
    }
  }

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.primaryKey("fingerprint", .text)
      table.column("kind", .text).notNull()
      table.column("account", .integer).notNull().indexed().references("account", onDelete: .cascade)
      table.column("label", .text).notNull()
      table.column("made", .integer).notNull()
      table.column("seen", .integer).notNull()
      table.column("ends", .integer).notNull()
    }
  }
}

/// A row of the table `adoption`.
struct AdoptionRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "adoption"

  var plan: String
  var by: String
  var reason: String
  var at: Int

  init(_ adoption: Adoption) {
    plan = adoption.plan
    by = adoption.by
    reason = adoption.reason
    at = adoption.at.seconds
  }

  var kept: Adoption { Adoption(plan: plan, by: by, reason: reason, at: Moment(seconds: at)) }

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("plan", .text).notNull()
      table.column("by", .text).notNull()
      table.column("reason", .text).notNull()
      table.column("at", .integer).notNull()
    }
  }
}

/// A row of the table `publication`.
struct PublicationRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "publication"

  var matter: String
  var isPublic: Bool
  var by: String
  var reason: String
  var at: Int

  init(_ publication: Publication) {
    matter = publication.matter.rawValue
    isPublic = publication.isPublic
    by = publication.by
    reason = publication.reason
    at = publication.at.seconds
  }

  /// nil for a matter that this version does not know.
  var kept: Publication? {
    Publication.Matter(rawValue: matter).map {
      Publication(matter: $0, isPublic: isPublic, by: by, reason: reason, at: Moment(seconds: at))
    }
  }

  static func create(in database: Database) throws {
    try database.create(table: databaseTableName) { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("matter", .text).notNull()
      table.column("isPublic", .boolean).notNull()
      table.column("by", .text).notNull()
      table.column("reason", .text).notNull()
      table.column("at", .integer).notNull()
    }
  }
}
