import EtappModel
import EtappTestSupport
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `The log of events` {
  private let folder: StoreFolder
  private let store: WorkspaceStore

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
  }

  /// Events with every kind of field: empty, long, with signs of more than one byte, with and without a reason.
  private func fill(_ count: Int) throws {
    for number in 0..<count {
      try store.log.append(
        actor: ["coordinator", "Åsa", ""][number % 3], action: ["plan.adopted", "date.promised"][number % 2],
        subject: "plan/plan-\(number % 4)", reason: [nil, "", "därför att"][number % 3],
        details: "{\"n\":\(number)}", at: Moment(Cast.june, hour: number % 24))
    }
  }

  // MARK: Adding and asking

  @Test func `numbers events and gives them back`() throws {
    try fill(7)
    let events = try store.log.events()
    #expect(events.map(\.number) == Array(1...7))
    #expect(events[2].reason == "därför att" && events[0].reason == nil && events[1].reason == "")
    #expect(try store.log.head().count == 7)
    #expect(HeadFile(besides: folder.database).read() == (try store.log.head()))
    #expect(try store.verify().findings.isEmpty)
  }

  static let questions: [(EventLog.Question, @Sendable (Event) -> Bool)] = [
    (EventLog.Question(subject: "plan/plan-1"), { $0.subject == "plan/plan-1" }),
    (EventLog.Question(subject: "plan/"), { _ in true }),
    (EventLog.Question(subject: "plan"), { _ in false }),
    (EventLog.Question(actor: "Åsa"), { $0.actor == "Åsa" }),
    (EventLog.Question(action: "plan.adopted"), { $0.action == "plan.adopted" }),
    (EventLog.Question(action: "date."), { $0.action == "date.promised" }),
    (
      EventLog.Question(from: Moment(Cast.june, hour: 3), to: Moment(Cast.june, hour: 5)),
      { (3...5).contains(($0.at.seconds - Moment(Cast.june).seconds) / 3600) }
    ),
    (
      EventLog.Question(subject: "plan/plan-1", actor: "coordinator"),
      {
        $0.subject == "plan/plan-1" && $0.actor == "coordinator"
      }
    ),
  ]

  @Test(arguments: questions.indices) func `answers who did what when`(_ index: Int) throws {
    try fill(24)
    let (question, holds) = Self.questions[index]
    #expect(try store.log.events(question) == (try store.log.events().filter(holds)))
    var newest = question
    newest.limit = 2
    #expect(try store.log.events(newest) == (try store.log.events(question).suffix(2)))
  }

  @Test func `refuses every change`() throws {
    try fill(3)
    for sql in [
      "UPDATE event SET actor = 'x' WHERE number = 2", "DELETE FROM event WHERE number = 3", "DELETE FROM chain",
      "INSERT INTO event VALUES (9, 0, '', '', '', NULL, '', x'00')",
      "INSERT OR REPLACE INTO event VALUES (2, 0, '', '', '', NULL, '', x'00')",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") { try store.plans.queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try store.verify().findings.isEmpty)
  }

  @Test func `has other bytes for every two events`() {
    // Fields that would be the same when only put one after the other.
    let events = [
      Event(number: 1, at: Moment(seconds: 0), actor: "ab", action: "c", subject: "d"),
      Event(number: 1, at: Moment(seconds: 0), actor: "a", action: "bc", subject: "d"),
      Event(number: 1, at: Moment(seconds: 0), actor: "ab", action: "c", subject: "d", reason: ""),
      Event(number: 1, at: Moment(seconds: 0), actor: "ab", action: "c", subject: "", reason: "d"),
      Event(number: 1, at: Moment(seconds: 0), actor: "ab", action: "c", subject: "d{}", details: ""),
      Event(number: 2, at: Moment(seconds: 0), actor: "ab", action: "c", subject: "d"),
      Event(number: 1, at: Moment(seconds: 1), actor: "ab", action: "c", subject: "d"),
    ]
    let other = Fingerprint(of: "before")
    let prints = events.flatMap {
      [EventEncoding.fingerprint(of: $0, after: .none), .init(of: "")] + [
        EventEncoding.fingerprint(of: $0, after: other)
      ]
    }
    #expect(Set(prints).count == 2 * events.count + 1)
  }

  @Test func `takes its fingerprints as others do`() {
    // FIPS 180-4, the example of one block, and the empty message.
    #expect("\(Fingerprint(of: "abc"))" == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect("\(Fingerprint(of: ""))" == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(Fingerprint("\(Fingerprint(of: "abc"))") == Fingerprint(of: "abc"))
    #expect(Fingerprint(String(repeating: "G", count: 64)) == nil && Fingerprint("ab") == nil)
  }

  // MARK: Mutations

  /// What somebody may do to the log who writes past the program.
  enum Mutation: CaseIterable {
    case edit, removal, swap, move, insertion
  }

  @Test func `finds every one of ten thousand edits, removals and swaps`() throws {
    try fill(16)
    let head = try store.log.head()
    let copy = try DatabaseQueue()
    try store.plans.queue.backup(to: copy)
    var random = RandomInstance.Generator(seed: 20_210_610)
    var found: [Mutation: Int] = [:]
    try copy.writeWithoutTransaction { database in
      for name in ["eventOnlyNext", "eventNeverChanged", "eventNeverRemoved"] {
        try database.execute(sql: "DROP TRIGGER \(name)")
      }
      for index in 0..<10_000 {
        let mutation = Mutation.allCases[index % Mutation.allCases.count]
        try database.inTransaction {
          let what = try mutate(database, mutation, using: &random)
          var verification = Verification(database)
          try verification.checkLog()
          try verification.checkHead(head, isExpected: true)
          #expect(!verification.findings.isEmpty, "\(mutation): \(what)")
          found[mutation, default: 0] += verification.findings.isEmpty ? 0 : 1
          return .rollback
        }
      }
      var verification = Verification(database)
      try verification.run(head: head, isHeadFileExpected: true)
      #expect(verification.findings.isEmpty, "what was rolled back is as before")
    }
    #expect(found.values.reduce(0, +) == 10_000)
  }

  private func mutate(
    _ database: Database, _ mutation: Mutation, using random: inout RandomInstance.Generator
  ) throws -> String {
    let number = Int.random(in: 1...16, using: &random)
    let other = (number + Int.random(in: 0..<15, using: &random)) % 16 + 1
    switch mutation {
    case .edit: return try edit(database, number, using: &random)
    case .removal:
      try database.execute(sql: "DELETE FROM event WHERE number = ?", arguments: [number])
    case .swap:
      // What two events say changes places; each keeps its number and its hash.
      try database.execute(
        sql: """
          UPDATE event SET (at, actor, action, subject, reason, details) =
            (SELECT at, actor, action, subject, reason, details FROM event AS other
              WHERE other.number = CASE event.number WHEN ? THEN ? ELSE ? END)
          WHERE number IN (?, ?)
          """, arguments: [number, other, number, number, other])
    case .move:
      // Two events change places with all they have.
      for (from, to) in [(number, 1000), (other, number), (1000, other)] {
        try database.execute(sql: "UPDATE event SET number = ? WHERE number = ?", arguments: [to, from])
      }
    case .insertion:
      let place = Int.random(in: 17...20, using: &random)
      try database.execute(
        sql: """
          INSERT INTO event SELECT ?, at, actor, action, subject, reason, details, hash FROM event WHERE number = ?
          """, arguments: [place, number])
    }
    return "\(number), \(other)"
  }

  /// One byte of one field is made another.
  private func edit(_ database: Database, _ number: Int, using random: inout RandomInstance.Generator) throws -> String
  {
    let columns = ["at", "actor", "action", "subject", "reason", "details", "hash", "number"]
    while let column = columns.randomElement(using: &random) {
      if column == "at" || column == "number" {
        let bit = Int.random(in: column == "at" ? 0..<63 : 5..<62, using: &random)
        try database.execute(
          sql: "UPDATE event SET \(column) = (\(column) | ?) - (\(column) & ?) WHERE number = ?",
          arguments: [1 << bit, 1 << bit, number])
        return "\(column), bit \(bit)"
      }
      let content = try Data.fetchOne(
        database, sql: "SELECT CAST(\(column) AS BLOB) FROM event WHERE number = ?", arguments: [number])
      guard var bytes = content.map({ [UInt8]($0) }), !bytes.isEmpty else { continue }
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      let type = column == "hash" ? "BLOB" : "TEXT"
      try database.execute(
        sql: "UPDATE event SET \(column) = CAST(? AS \(type)) WHERE number = ?", arguments: [Data(bytes), number])
      return "\(column), byte \(place)"
    }
    return "nothing"
  }

  // MARK: The end of the log

  @Test func `finds an end that was cut off, also where the table of the head was mended`() throws {
    try fill(9)
    let known = try store.log.head()
    try tamper { database in
      try database.execute(sql: "DELETE FROM event WHERE number > 6")
    }
    #expect(try store.verify().findings.map(\.kind) == [.tailCut, .tailCut])
    try tamper { database in
      try database.execute(sql: "UPDATE chain SET count = 6, hash = (SELECT hash FROM event WHERE number = 6)")
    }
    #expect(try store.verify().findings.map(\.place) == [HeadFile.name])
    // What is written after the cut does not hide it: the old head has no place in the log and stays.
    try fill(5)
    #expect(try store.verify().findings.map(\.place) == [HeadFile.name])
    #expect(try store.verify(holding: known).findings.map(\.place) == [HeadFile.name, "head"])
    try FileManager.default.removeItem(atPath: folder.path + "/" + HeadFile.name)
    #expect(try store.verify().findings.map(\.kind) == [.headMissing])
  }

  @Test func `holds a head that lags`() throws {
    try fill(3)
    let head = HeadFile(besides: folder.database)
    let old = try #require(try Data(contentsOf: URL(fileURLWithPath: head.path)) as Data?)
    try fill(3)
    try old.write(to: URL(fileURLWithPath: head.path))
    #expect(try store.verify().findings.isEmpty)
    try fill(1)
    #expect(head.read()?.count == 7)
  }

  @Test func `says when the head says nothing`() throws {
    try fill(3)
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: folder.path + "/" + HeadFile.name))
    #expect(try store.verify().findings == [Finding(.headMissing, at: HeadFile.name)])
    try tamper { try $0.execute(sql: "UPDATE chain SET hash = x'00'") }
    #expect(try store.verify().findings.map(\.place) == ["chain", HeadFile.name])
    #expect(throws: StoreFailure.brokenChain) { try fill(1) }
  }

  @Test func `a person may vouch for a log whose head is lost`() throws {
    try fill(3)
    try FileManager.default.removeItem(atPath: folder.path + "/" + HeadFile.name)
    try fill(1)
    #expect(try folder.open().verify().findings == [Finding(.headMissing, at: HeadFile.name)])
    try store.vouchForHead(Cast.act("archivist", because: "the folder was copied without it"))
    #expect(try store.verify().findings.isEmpty)
    #expect(try store.log.events().last?.actor == "archivist")
  }

  private func tamper(_ work: (Database) throws -> Void) throws {
    try store.plans.queue.write { database in
      let triggers = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for name in triggers { try database.execute(sql: "DROP TRIGGER \(name)") }
      try work(database)
    }
  }
}
