import Foundation
import GRDB

/// The plans that are kept in a workspace, in one SQLite file.
///
/// Write-ahead log, and every write is on the disk when it returns (synchronous FULL). Several processes may use the
/// file at once; a writer waits for the other up to ten seconds.
package struct PlanStore: Sendable {
  /// What the file is called in a workspace.
  package static let fileName = "etapp.sqlite"

  /// The name that messages speak of.
  let file: String
  /// Where the file is.
  let path: String
  let queue: any DatabaseWriter

  /// Opens the store for reading and writing, making the file when there is none.
  ///
  /// - Parameter isShared: Whether several ask at the same time; then some read while another reads or writes.
  package init(writing file: String, isShared: Bool = false) throws(StoreFailure) {
    self.file = (file as NSString).lastPathComponent
    path = file
    do {
      var configuration = Self.configuration
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = FULL")
        // What is removed by a decision is to be gone from the file, not only from the tables.
        try database.execute(sql: "PRAGMA secure_delete = ON")
      }
      configuration.maximumReaderCount = 4
      queue =
        isShared
        ? try DatabasePool(path: file, configuration: configuration)
        : try DatabaseQueue(path: file, configuration: configuration)
      try Self.checkAge(queue, file: file)
      try Self.migrate(queue, in: (file as NSString).deletingLastPathComponent)
      try queue.read { HeadFile(besides: file).begin($0) }
    } catch {
      throw StoreFailure(error, file: self.file)
    }
  }

  /// Opens the store for reading, also in a folder that may not be written to.
  ///
  /// A file with a write-ahead log cannot be read in place there, so the file and its log are
  /// copied to a temporary folder and read there.
  ///
  /// - Returns: nil when there is no file.
  package static func reading(_ file: String) throws(StoreFailure) -> PlanStore? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let folder = (file as NSString).deletingLastPathComponent
    let manager = FileManager.default
    if manager.isWritableFile(atPath: folder), manager.isWritableFile(atPath: file) {
      return try PlanStore(writing: file)
    }
    let copy = try Self.copy(file)
    defer { try? manager.removeItem(atPath: (copy as NSString).deletingLastPathComponent) }
    return try PlanStore(writing: copy)
  }

  private static func copy(_ file: String) throws(StoreFailure) -> String {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("etapp-" + UUID().uuidString)
    let target = folder.appendingPathComponent(fileName).path
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for ending in ["", "-wal"] where manager.fileExists(atPath: file + ending) {
        try manager.copyItem(atPath: file + ending, toPath: target + ending)
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target + ending)
      }
    } catch {
      throw .other(file: fileName, reason: error.localizedDescription)
    }
    return target
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  /// Several who open a new file at once would all begin to make its tables: one does, and the others wait and find them
  /// made.
  private static func migrate(_ queue: any DatabaseWriter, in folder: String) throws {
    if try queue.read({ try Migrations.all.hasCompletedMigrations($0) }) { return }
    let lock = FolderLock(folder)
    try Migrations.all.migrate(queue)
    _ = consume lock
  }

  /// A file that a later version changed is left alone.
  private static func checkAge(_ queue: any DatabaseWriter, file: String) throws {
    let isNewer = try queue.read { try Migrations.all.hasBeenSuperseded($0) }
    if isNewer { throw StoreFailure.newer(file: (file as NSString).lastPathComponent) }
  }

  // MARK: Reading

  /// Every plan, the oldest first.
  package func all() throws(StoreFailure) -> [KeptPlan] {
    try read { database in
      try PlanRow.order(sql: "stored, rowid").fetchAll(database).map { try Self.plan($0, database) }
    }
  }

  /// The plan of a name.
  package func plan(named name: String) throws(StoreFailure) -> KeptPlan? {
    try read { database in
      try PlanRow.fetchOne(database, key: name).map { try Self.plan($0, database) }
    }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.read { try work($0) }
    } catch {
      throw StoreFailure(error, file: file)
    }
  }

  static func plan(_ row: PlanRow, _ database: Database) throws -> KeptPlan {
    let mine = Column("plan") == row.name
    return row.plan(
      try OpeningRow.filter(mine).order(sql: "rowid").fetchAll(database).map(\.opening),
      try ClosingRow.filter(mine).order(sql: "rowid").fetchAll(database).map(\.closing),
      try GoalRow.filter(mine).order(sql: "position").fetchAll(database).map(\.kept))
  }

  // MARK: Writing

  /// Keeps a plan under its name.
  ///
  /// - Parameters:
  ///   - replacing: Whether a plan of that name gives way.
  ///   - act: Who keeps it and when, for the log; nil says that the program did.
  package func keep(_ plan: KeptPlan, replacing: Bool = false, _ act: Act? = nil) throws(StoreFailure) {
    try write { database in
      if try PlanRow.exists(database, key: plan.name) {
        guard replacing else { throw StoreFailure.nameTaken(plan.name) }
        try PlanRow.deleteOne(database, key: plan.name)
      }
      try Self.insert(plan, database)
      try Self.tell("plan/\(plan.name)", action: "plan.kept", act, stored: plan.stored, database)
    }
  }

  /// Keeps a plan under the next running name, `plan-1`, `plan-2` …
  ///
  /// When the last plan with a running name decides the same and its goals are worth the same, nothing is written:
  /// planning twice makes one version.
  ///
  /// - Returns: The plan as it is kept, and whether it was kept already.
  package func keepNumbered(
    _ plan: KeptPlan, prefix: String = "plan-", _ act: Act? = nil
  ) throws(StoreFailure) -> (plan: KeptPlan, isOld: Bool) {
    var result = (plan: plan, isOld: false)
    try write { database in
      let names = try String.fetchAll(database, sql: "SELECT name FROM plan")
      let last = names.compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0
      if let row = try PlanRow.fetchOne(database, key: "\(prefix)\(last)") {
        let previous = try Self.plan(row, database)
        if previous.decidesTheSame(as: plan), previous.isWorthTheSame(as: plan) {
          result = (previous, true)
          try Self.renew(previous, plan.proof, database)
          return
        }
      }
      result.plan.name = "\(prefix)\(last + 1)"
      try Self.insert(result.plan, database)
      try Self.tell("plan/\(result.plan.name)", action: "plan.kept", act, stored: plan.stored, database)
    }
    return result
  }

  /// The same plan was proved again, of files that are written otherwise.
  private static func renew(_ plan: KeptPlan, _ proof: KeptProof, _ database: Database) throws {
    guard let question = proof.question, question != plan.proof.question else { return }
    try database.execute(sql: "UPDATE plan SET question = ? WHERE name = ?", arguments: [question, plan.name])
  }

  /// A transaction that takes the writer's place at once, so that what it reads stays true until it has written.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.writeWithoutTransaction { database in
        var result: Value?
        try database.inTransaction(.immediate) {
          result = try work(database)
          return .commit
        }
        HeadFile(besides: path).follow(database)
        guard let result else { throw StoreFailure.other(file: file, reason: "no transaction") }
        return result
      }
    } catch {
      throw StoreFailure(error, file: file)
    }
  }

  /// Brings the write-ahead log into the file and empties it, so that nothing that was removed stays in it.
  func emptyLog() throws(StoreFailure) {
    do {
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    } catch {
      // Somebody reads: then a later write does it.
      if (error as? DatabaseError)?.resultCode != .SQLITE_BUSY { throw StoreFailure(error, file: file) }
    }
  }

  private static func insert(_ plan: KeptPlan, _ database: Database) throws {
    try PlanRow(plan).insert(database)
    for opening in plan.openings { try OpeningRow(opening, plan: plan.name).insert(database) }
    for closing in plan.closings { try ClosingRow(closing, plan: plan.name).insert(database) }
    for (position, goal) in plan.goals.enumerated() {
      try GoalRow(goal, plan: plan.name, position: position).insert(database)
    }
  }
}
