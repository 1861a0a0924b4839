import EtappModel
import EtappStore
import Foundation
import Testing

/// The store of named plans, on real files.
@Suite struct `Plan store` {
  private func file() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(PlanStore.fileName).path
  }

  private func plan(_ name: String, round: ID<Round> = "1") -> KeptPlan {
    KeptPlan(
      name: name, note: "Å, ä och ö", stored: "2021-06-15T08:00:00Z", programme: "Small",
      openings: [.init(place: "ange", name: "Ånge", round: round), .init(place: "are", name: "Åre", round: "2")],
      closings: [.init(office: "o1", name: "Gamla kontoret", round: "2")],
      proof: KeptProof(status: "optimal", gap: 0), run: KeptRun(seed: 7, threads: 2, seconds: 1.5),
      goals: [])
  }

  @Test func `gives back what was kept`() throws {
    let file = try file()
    try PlanStore(writing: file).keep(plan("first"))
    let read = try #require(try PlanStore.reading(file)?.plan(named: "first"))
    #expect(read == plan("first"))
  }

  @Test func `has no plan where there is no file`() throws {
    #expect(try PlanStore.reading(try file()) == nil)
  }

  @Test func `keeps a name for one plan, unless it is to be replaced`() throws {
    let store = try PlanStore(writing: try file())
    try store.keep(plan("board"))
    #expect(throws: StoreFailure.self) { try store.keep(plan("board", round: "2")) }
    try store.keep(plan("board", round: "2"), replacing: true)
    #expect(try store.plan(named: "board")?.openings.first?.round == "2")
    #expect(try store.all().count == 1)
  }

  @Test func `numbers plans, and keeps the same plan once`() throws {
    let store = try PlanStore(writing: try file())
    let first = try store.keepNumbered(plan(""))
    let again = try store.keepNumbered(plan(""))
    let other = try store.keepNumbered(plan("", round: "2"))
    #expect(first.plan.name == "plan-1" && !first.isOld)
    #expect(again.plan.name == "plan-1" && again.isOld)
    #expect(other.plan.name == "plan-2" && !other.isOld)
  }

  @Test func `takes many writers`() async throws {
    let file = try file()
    _ = try PlanStore(writing: file)
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask { try? PlanStore(writing: file).keep(self.plan("writer-\(writer)")) }
      }
    }
    #expect(try PlanStore.reading(file)?.all().count == 8)
  }

  @Test func `says that a file is no store`() throws {
    let file = try file()
    try Data("this is no database, whatever its name says ".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: StoreFailure.self) { try PlanStore(writing: file) }
  }
}
