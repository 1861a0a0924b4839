import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite final class `The store of named plans` {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-store-\(UUID().uuidString)")

  private var file: String { folder.appendingPathComponent(PlanStore.fileName).path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Two places and a closing office, in rounds that are no numbers.
  private func plan(_ name: String, second: ID<EtappModel.Round> = "autumn", value: Double = 12.25) -> KeptPlan {
    KeptPlan(
      name: name, note: "as agreed", stored: "2026-05-03T10:00:00Z", programme: "Ö-kontor",
      openings: [
        KeptPlan.Opening(place: "ange", name: "Ånge", round: "spring"),
        KeptPlan.Opening(place: "boden", name: "Boden", round: second),
      ],
      closings: [KeptPlan.Closing(office: "o1", name: "Old", round: "autumn")],
      proof: KeptProof(status: "within", gap: 0.002), run: KeptRun(seed: .max, threads: 2, seconds: 1.5),
      goals: [
        KeptGoal(goal: "access", unit: "minutes", value: value, bound: 12.2),
        KeptGoal(goal: "cost", unit: "money", value: 3, bound: nil),
      ])
  }

  // MARK: Round trip

  @Test func `gives back what it was given`() throws {
    try PlanStore(writing: file).keep(plan("first"))
    let reopened = try #require(try PlanStore.reading(file))
    #expect(try reopened.plan(named: "first") == plan("first"))
    #expect(try reopened.all() == [plan("first")])
    #expect(try reopened.plan(named: "FIRST") == nil)
  }

  @Test func `keeps a name once, and replaces only when asked to`() throws {
    let store = try PlanStore(writing: file)
    try store.keep(plan("first"))
    #expect(throws: StoreFailure.nameTaken("first")) { try store.keep(self.plan("first", second: "spring")) }
    #expect(try store.plan(named: "first") == plan("first"))
    try store.keep(plan("first", second: "spring"), replacing: true)
    #expect(try store.all() == [plan("first", second: "spring")])
  }

  @Test func `gives running names, and none to the same plan again`() throws {
    let store = try PlanStore(writing: file)
    #expect(try store.keepNumbered(plan("")).plan.name == "plan-1")
    let again = try store.keepNumbered(plan(""))
    #expect(again.plan.name == "plan-1" && again.isOld)
    #expect(try store.keepNumbered(plan("", second: "spring")).plan.name == "plan-2")
    #expect(try store.keepNumbered(plan("", second: "spring", value: 13)).plan.name == "plan-3")
    try store.keep(plan("plan-9"))
    #expect(try store.keepNumbered(plan("", second: "spring")).plan.name == "plan-10")
  }

  // MARK: The file

  @Test func `is on the disk when it says so`() throws {
    let store = try PlanStore(writing: file)
    try store.keep(plan("first"))
    let queue = try DatabaseQueue(path: file)
    #expect(try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM planOpening") } == 2)
  }

  @Test func `reads a file of its first version`() throws {
    let queue = try DatabaseQueue(path: file)
    try Migrations.all.migrate(queue, upTo: "1 plans")
    try queue.write { database in
      try database.execute(
        sql: "INSERT INTO plan VALUES ('old', NULL, '2026-01-01T00:00:00Z', 'P', 'optimal', 0, 1, 2, 0.5)")
      try database.execute(sql: "INSERT INTO planOpening VALUES ('old', 'ange', 'Ånge', '1')")
    }
    try queue.close()
    let old = try #require(try PlanStore.reading(file)?.plan(named: "old"))
    #expect(old.openings == [KeptPlan.Opening(place: "ange", name: "Ånge", round: "1")])
    #expect(old.goals.isEmpty)
    try PlanStore(writing: file).keep(plan("new"))
    #expect(try PlanStore.reading(file)?.all().map(\.name) == ["old", "new"])
  }

  @Test func `leaves a file of a later version alone`() throws {
    _ = try PlanStore(writing: file)
    let queue = try DatabaseQueue(path: file)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')") }
    try queue.close()
    #expect(throws: StoreFailure.newer(file: PlanStore.fileName)) { try PlanStore(writing: self.file) }
  }

  @Test func `says that a file is damaged`() throws {
    try Data("this is no database at all, though it is long enough to be read".utf8).write(
      to: URL(fileURLWithPath: file))
    #expect(throws: StoreFailure.damaged(file: PlanStore.fileName)) { try PlanStore.reading(self.file) }
    #expect(StoreFailure.damaged(file: "x").message(.swedish).contains("skadad"))
  }

  @Test func `says that a file cannot be made`() {
    let nowhere = folder.appendingPathComponent("missing/etapp.sqlite").path
    #expect(throws: StoreFailure.readOnly(file: PlanStore.fileName)) { try PlanStore(writing: nowhere) }
  }

  @Test func `has nothing to read where there is no file`() throws {
    #expect(try PlanStore.reading(file).map { _ in true } == nil)
    #expect(!FileManager.default.fileExists(atPath: file))
  }

  // MARK: At once

  @Test func `serves several writers at once`() async throws {
    let file = file
    let plan = plan("")
    let names = try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 0..<4 {
        group.addTask {
          // A connection of its own for each, as processes have.
          let store = try PlanStore(writing: file)
          return try (0..<10).map { number in
            var own = plan
            own.openings[0].round = ID("\(writer)-\(number)")
            return try store.keepNumbered(own).plan.name
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(names) == Set((1...40).map { "plan-\($0)" }))
    #expect(try PlanStore.reading(file)?.all().count == 40)
  }
}
