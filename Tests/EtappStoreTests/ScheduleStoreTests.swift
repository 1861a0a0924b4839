import EtappModel
import Foundation
import Testing

@testable import EtappStore

@Suite final class `The store of named schedules` {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-store-\(UUID().uuidString)")

  private var file: String { folder.appendingPathComponent(PlanStore.fileName).path }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func schedule(_ name: String, finish: Int = 20) -> KeptSchedule {
    let start = Day(year: 2022, month: 2, day: 28)
    return KeptSchedule(
      name: name, note: "as agreed", stored: "2026-05-03T10:00:00Z",
      tasks: [
        KeptSchedule.Task(place: "ange", task: "search", start: start, finish: start + finish),
        KeptSchedule.Task(place: "ange", task: "inauguration", start: start + finish, finish: start + finish),
      ],
      openings: [KeptSchedule.Opening(place: "ange", round: "spring", day: start + finish)])
  }

  @Test func `gives back what it was given`() throws {
    try PlanStore(writing: file).keep(schedule("baseline"))
    let reopened = try #require(try PlanStore.reading(file))
    #expect(try reopened.schedule(named: "baseline") == schedule("baseline"))
    #expect(try reopened.schedules() == [schedule("baseline")])
    #expect(try reopened.schedule(named: "other") == nil)
  }

  @Test func `keeps a name once, and replaces only when asked to`() throws {
    let store = try PlanStore(writing: file)
    try store.keep(schedule("baseline"))
    #expect(throws: StoreFailure.scheduleTaken("baseline")) { try store.keep(self.schedule("baseline", finish: 30)) }
    #expect(try store.schedule(named: "baseline") == schedule("baseline"))
    try store.keep(schedule("baseline", finish: 30), replacing: true)
    #expect(try store.schedules() == [schedule("baseline", finish: 30)])
  }

  @Test func `a schedule and a plan may have one name`() throws {
    let store = try PlanStore(writing: file)
    try store.keep(schedule("spring"))
    try store.keep(
      KeptPlan(
        name: "spring", stored: "2026-05-03T10:00:00Z", programme: "P", openings: [],
        proof: KeptProof(status: "optimal", gap: 0), run: KeptRun(seed: 1, threads: 1, seconds: 0)))
    #expect(try store.all().count == 1 && store.schedules().count == 1)
  }
}
