import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `Removal by decision` {
  private let folder: StoreFolder
  private let store: WorkspaceStore
  private var register: Register { store.register() }
  private let rules = [Correspondence.Retention(kind: .letter, years: 5, decision: "RA-MS 2020:1")]
  private let late = Day(year: 2027, month: 1, day: 1)

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
    var drafts = [Cast.draft(1, text: "hemligheten finns här"), Cast.draft(2), Cast.draft(3)]
    drafts[1].entry.kind = .decision
    drafts[2].attachments = drafts[0].attachments
    _ = try register.add(drafts, Cast.act())
    _ = try register.correct("2021-00001", Cast.act(because: "x")) { $0.about = "rättad hemlighet" }
  }

  @Test func `lists what may go, and touches nothing`() throws {
    let head = try store.log.head()
    #expect(try register.removable(by: rules, on: late).map(\.number) == ["2021-00001", "2021-00003"])
    #expect(try register.removable(by: rules, on: Day(number: late.number - 1)).isEmpty)
    #expect(try register.removable(by: [], on: late).isEmpty)
    let undecided = [Correspondence.Retention(kind: .letter, years: 5, decision: " ")]
    #expect(try register.removable(by: undecided, on: late).isEmpty)
    #expect(try store.log.head() == head)
  }

  @Test func `leaves a tombstone and an event, and nothing of what it said`() throws {
    let entry = try #require(try register.entry("2021-00001"))
    try register.remove(["2021-00001"], by: rules, on: late, Cast.act("archivist"))
    #expect(try register.entry("2021-00001") == nil)
    #expect(try register.list().map(\.number) == ["2021-00002", "2021-00003"])
    #expect(try register.search("hemligheten").isEmpty && register.search("rättad").isEmpty)
    #expect(try register.history(of: "2021-00001").map(\.entry) == [nil, nil])
    let event = try #require(try register.events(of: "2021-00001").last)
    #expect(event.action == "register.removed" && event.actor == "archivist")
    #expect(event.details.contains("RA-MS 2020:1") && event.details.contains("\"emptied\":2"))
    let report = try store.verify()
    #expect(report.findings.isEmpty, "\(report.findings)")
    // The document is gone; the attachment is another entry's too, and stays.
    #expect(throws: StoreFailure.self) { try register.content(of: try #require(entry.document)) }
    #expect(try register.content(of: entry.attachments[0]) == Array("map 1".utf8))
    for name in [PlanStore.fileName, PlanStore.fileName + "-wal"] {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      #expect(bytes.range(of: Data("hemlighet".utf8)) == nil, "\(name)")
    }
    // The number is not given again.
    #expect(try register.add(Cast.draft(9), Cast.act()).entry.number == "2021-00004")
  }

  @Test func `removes all that was asked for or nothing`() throws {
    #expect(throws: StoreFailure.notRemovable("2021-00002")) {
      try register.remove(["2021-00001", "2021-00002"], by: rules, on: late, Cast.act())
    }
    #expect(throws: StoreFailure.unknownEntry("x")) { try register.remove(["x"], by: rules, on: late, Cast.act()) }
    #expect(try register.count() == 3 && store.verify().findings.isEmpty)
    try register.remove(["2021-00001"], by: rules, on: late, Cast.act())
    #expect(throws: StoreFailure.unknownEntry("2021-00001")) {
      try register.remove(["2021-00001"], by: rules, on: late, Cast.act())
    }
    #expect(throws: StoreFailure.unknownEntry("2021-00001")) {
      try register.correct("2021-00001", Cast.act(because: "x")) { $0.about = "y" }
    }
  }

  @Test func `takes in anew what comes in anew`() throws {
    try register.remove(["2021-00001", "2021-00003"], by: rules, on: late, Cast.act())
    let added = try register.add(Cast.draft(1), Cast.act())
    #expect(!added.isOld && added.entry.number == "2021-00004")
    #expect(try store.verify().findings.isEmpty)
  }
}
