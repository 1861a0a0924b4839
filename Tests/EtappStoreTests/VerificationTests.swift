import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `Verifying a workspace` {
  private let folder: StoreFolder
  private let store: WorkspaceStore

  /// A workspace with something of everything in it.
  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
    var letter = Cast.draft(1)
    letter.entry.promises = [Cast.promise()]
    _ = try store.register().add([letter, Cast.draft(2)], Cast.act())
    _ = try store.register().correct("2021-00002", Cast.act(because: "misread")) { $0.text = "another text" }
    _ = try store.register().confirm("2021-00001", promise: 1, Cast.act())
    _ = try store.decisions.add(
      Decision(kind: "plan.adopted", subject: "plan/a", what: "a", reason: "b", day: Cast.june, by: "c"), Cast.act())
    try store.plans.keep(
      KeptPlan(
        name: "a", stored: "2021-06-10T08:00:00Z", programme: "P",
        openings: [KeptPlan.Opening(place: "ange", name: "Ånge", round: "1")],
        proof: KeptProof(status: "optimal", gap: 0), run: KeptRun(seed: 1, threads: 1, seconds: .infinity),
        goals: [KeptGoal(goal: "g", unit: "u", value: .infinity, bound: nil)]), Cast.act())
    try store.plans.keep(
      KeptSchedule(
        name: "s", stored: "nonsense",
        tasks: [KeptSchedule.Task(place: "ange", task: "t", start: Cast.june, finish: Cast.june)],
        openings: [KeptSchedule.Opening(place: "ange", round: "1", day: Cast.june)]))
  }

  private func tamper(_ sql: String) throws {
    try store.plans.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      let triggers = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for name in triggers { try database.execute(sql: "DROP TRIGGER \(name)") }
      try database.execute(sql: sql)
    }
  }

  @Test func `finds nothing where nothing is wrong`() throws {
    let report = try store.verify()
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.files == 4 && report.records == 6 && report.events == 8)
    #expect(try store.verify(holding: report.head).findings.isEmpty)
    #expect(ChainHead("\(report.head)") == report.head)
  }

  static let tamperings: [(sql: String, finding: Finding.Kind, place: String)] = [
    ("UPDATE record SET body = replace(body, 'Ånge', 'Ange') WHERE id = 1", .recordAltered, "register/2021-00001/1"),
    ("UPDATE record SET body = body || ' ' WHERE id = 5", .recordAltered, "municipality/2260/1"),
    ("UPDATE record SET body = NULL WHERE id = 2", .recordEmptied, "register/2021-00002/1"),
    ("UPDATE record SET version = 7 WHERE id = 3", .recordAltered, "register/2021-00002/7"),
    ("UPDATE record SET subject = 'decision/decision-9' WHERE id = 6", .recordAltered, "decision/decision-9/1"),
    ("DELETE FROM record WHERE id = 5", .recordMissing, "municipality/2260/1"),
    (
      "UPDATE record SET event = CASE event WHEN 1 THEN -1 ELSE 1 END WHERE event IN (1); UPDATE record SET event = 1 "
        + "WHERE event = 2; UPDATE record SET event = 2 WHERE event = -1", .recordAltered, "register/2021-00001/1"
    ),
    ("INSERT INTO record VALUES (99, 'decision/decision-2', 1, 7, '{}')", .recordInserted, "decision/decision-2/1"),
    ("UPDATE entry SET about = 'else' WHERE id = 1", .tableDisagrees, "register/2021-00001"),
    ("UPDATE entry SET removed = 3 WHERE id = 1", .tableDisagrees, "register/2021-00001"),
    ("DELETE FROM entry WHERE id = 2", .tableDisagrees, "register/2021-00002"),
    ("UPDATE text SET content = content || x'00' WHERE content LIKE 'Vi%'", .tableDisagrees, "register/2021-00001/1"),
    ("DELETE FROM text WHERE content LIKE 'another%'", .tableDisagrees, "register/2021-00002/2"),
    ("UPDATE planOpening SET round = '2'", .planAltered, "plan/a"),
    ("DELETE FROM plan", .planAltered, "plan/a"),
    ("UPDATE scheduleTask SET finish = '2030-01-01'", .planAltered, "schedule/s"),
    ("UPDATE event SET details = '{}' WHERE number = 1", .eventAltered, "event/1"),
    ("UPDATE event SET actor = CAST(x'FF' AS TEXT) WHERE number = 4", .eventAltered, "event/4"),
    (
      "UPDATE event SET reason = CAST(CAST('misread' AS BLOB) || x'00' AS TEXT) WHERE number = 3", .eventAltered,
      "event/3"
    ),
    ("DELETE FROM event WHERE number BETWEEN 2 AND 3", .eventMissing, "event/2"),
  ]

  @Test(arguments: tamperings.indices) func `finds what somebody did past the program`(_ index: Int) throws {
    let (sql, kind, place) = Self.tamperings[index]
    try tamper(sql)
    let findings = try store.verify().findings
    #expect(findings.contains { $0.kind == kind && $0.place == place }, "\(sql): \(findings)")
    for finding in findings {
      #expect(
        finding.message(.swedish) != finding.message(.english) && finding.message(.swedish).contains(finding.place))
    }
  }

  @Test func `finds every altered or missing file`() throws {
    let entry = try #require(try store.register().entry("2021-00001"))
    for file in [entry.document, entry.attachments.first] {
      let fingerprint = try #require(file.flatMap { Fingerprint($0.sha256) })
      let path = store.files.path(of: fingerprint)
      let content = try Data(contentsOf: URL(fileURLWithPath: path))
      try FileManager.default.removeItem(atPath: path)
      #expect(try store.verify().findings == [Finding(.fileMissing, at: "file/\(fingerprint)")])
      try (content + [0]).write(to: URL(fileURLWithPath: path))
      #expect(try store.verify().findings == [Finding(.fileAltered, at: "file/\(fingerprint)")])
      try content.write(to: URL(fileURLWithPath: path))
    }
    #expect(try store.verify().findings.isEmpty)
  }

  /// A file with a page of something else in it: findings, or a failure that says so; never a crash, never "clean".
  @Test func `says when the database itself is damaged`() throws {
    try store.plans.emptyLog()
    try store.plans.queue.close()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.database))
    var misses = 0
    for page in 1..<(bytes.count / 4096) {
      var damaged = bytes
      for place in 0..<64 { damaged[page * 4096 + place] = UInt8(truncatingIfNeeded: place * 37 + page) }
      try damaged.write(to: URL(fileURLWithPath: folder.database))
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder.database + ending) }
      do {
        let found = try folder.open().verify().findings
        misses += found.isEmpty ? 1 : 0
      } catch is StoreFailure {}
    }
    #expect(misses == 0)
  }
}
