import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `The store in trouble` {
  private let folder: StoreFolder

  init() throws {
    folder = try StoreFolder()
  }

  // MARK: At once

  @Test func `gives every document one number, whoever registers it`() async throws {
    let path = folder.path
    // Half of the letters are the same for every writer, as when two import one mailbox.
    let numbers = try await withThrowingTaskGroup(of: [String].self) { group in
      for writer in 0..<3 {
        group.addTask {
          let register = try WorkspaceStore(writing: path).register()
          return try (0..<24).map { index in
            let letter = index.isMultiple(of: 2) ? index : 1000 * (writer + 1) + index
            return try register.add(Cast.draft(letter), Cast.act("writer \(writer)")).entry.number
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let store = try folder.open()
    #expect(numbers.count == 72)
    #expect(try store.register().list().map(\.number).sorted() == Set(numbers).sorted())
    let expected = (1...48).map { "2021-000\($0 < 10 ? "0" : "")\($0)" }
    #expect(Set(numbers).sorted() == expected, "12 that all have, and 12 of each writer's own, without a gap")
    #expect(try store.log.events().count == 48)
    #expect(try store.verify().findings.isEmpty)
  }

  @Test func `loses no change of one dialogue by several`() async throws {
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          let store = try WorkspaceStore(writing: path)
          for number in 0..<20 {
            let talk = Dialogue.Talk(
              day: Cast.june + number, channel: .phone, with: "\(writer)", summary: "\(number)", by: "Å")
            _ = try store.dialogue.apply(.talk(talk), to: "2260", Cast.act())
          }
        }
      }
      try await group.waitForAll()
    }
    let talks = try folder.open().dialogue.dialogue(of: "2260").talks
    #expect(Set(talks.map { [$0.with, $0.summary] }).count == 60 && talks.count == 60)
    #expect(try folder.open().verify().findings.isEmpty)
  }

  // MARK: The disk

  @Test func `keeps what it had when the disk is full`() throws {
    let store = try folder.open()
    let register = store.register()
    _ = try register.add(Cast.draft(1), Cast.act())
    let pages = try store.plans.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    var kept = 1
    // At every size there is a write that no longer has room; where in it, is another place each time.
    for room in 1..<14 {
      try store.plans.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages + room)") }
      let failure = fill(register, from: room * 100, &kept)
      #expect(failure?.message(.english).contains("full") ?? false, "\(String(describing: failure))")
      #expect(try register.count() == kept && store.log.events().count == kept)
      #expect(try store.verify().findings.isEmpty)
    }
    try store.plans.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try !register.add(Cast.draft(9999), Cast.act()).isOld)
    #expect(try store.verify().findings.isEmpty)
  }

  /// Registers letters until there is no room.
  private func fill(_ register: Register, from first: Int, _ kept: inout Int) -> StoreFailure? {
    do {
      for number in first..<(first + 50) {
        _ = try register.add(Cast.draft(number, text: String(repeating: "ord\(number) ", count: 40)), Cast.act())
        kept += 1
      }
      return nil
    } catch {
      return error
    }
  }

  @Test func `undoes all of a change of which a part fails`() throws {
    let store = try folder.open()
    var letter = Cast.draft(1)
    letter.entry.promises = [Cast.promise()]
    let number = try store.register().add(letter, Cast.act()).entry.number
    let head = try store.log.head()
    // The promise would be confirmed in the register, and then the dialogue cannot be written.
    try store.plans.queue.write {
      try $0.execute(
        sql: """
          CREATE TRIGGER inTheWay BEFORE INSERT ON record WHEN NEW.subject LIKE 'municipality/%'
            BEGIN SELECT RAISE(ABORT, 'in the way'); END
          """)
    }
    #expect(throws: StoreFailure.self) { try store.register().confirm(number, promise: 1, Cast.act()) }
    #expect(try store.log.head() == head)
    #expect(try store.register().entry(number)?.promises.map(\.isConfirmed) == [nil])
    #expect(try store.verify().findings.isEmpty)
  }
}
