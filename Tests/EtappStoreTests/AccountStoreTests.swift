import EtappModel
import EtappStore
import Foundation
import Testing

@Suite("Accounts that are kept") final class AccountStoreTests {
  private let folder: URL
  private let store: AccountStore
  private let day = Moment(seconds: 1_640_000_000)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("etapp-accounts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try AccountStore(folder.appendingPathComponent(PlanStore.fileName).path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func account(_ name: String) -> Account {
    Account(name: name, title: name, role: .reader, places: ["a", "b c"], password: "$argon2id$…", made: day)
  }

  private func key(_ fingerprint: String, _ account: Int64, kind: AccessKey.Kind = .session, ends: Int = 100)
    -> AccessKey
  {
    AccessKey(
      fingerprint: fingerprint, kind: kind, account: account, label: "x", made: day, seen: day,
      ends: Moment(seconds: day.seconds + ends))
  }

  @Test("come back as they were put")
  func roundTrip() throws {
    let added = try #require(try store.add(account("anna")))
    #expect(try store.account(added.id) == added)
    #expect(try store.account(named: "anna")?.places == ["a", "b c"])
    #expect(try store.account(named: "bo") == nil)
  }

  @Test("have each name once")
  func names() throws {
    #expect(try store.add(account("anna")) != nil)
    #expect(try store.add(account("anna")) == nil)
    #expect(try store.accounts().count == 1)
  }

  @Test("have one first, however many try at once")
  func first() async throws {
    let store = store
    let accounts = (0..<12).map { account("n\($0)") }
    let made = await withTaskGroup(of: Bool.self) { group in
      for account in accounts {
        group.addTask { ((try? store.add(account, onlyFirst: true)) ?? nil) != nil }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 1)
    #expect(try store.accounts().count == 1)
  }

  @Test("let a link be used once, however many try at once")
  func links() async throws {
    let added = try #require(try store.add(account("anna")))
    try store.add(key("f", added.id, kind: .link))
    let store = store
    let used = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 { group.addTask { (try? store.remove("f")) ?? false } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(used == 1)
  }

  @Test("forget keys that have ended, and only those")
  func ended() throws {
    let added = try #require(try store.add(account("anna")))
    try store.add(key("short", added.id, ends: 1))
    try store.add(key("long", added.id, ends: 100))
    var later = key("new", added.id)
    later.made = Moment(seconds: day.seconds + 50)
    try store.add(later)
    #expect(Set(try store.keys(of: added.id).map(\.fingerprint)) == ["long", "new"])
  }

  @Test("lose the keys that are asked for, and no others")
  func revoking() throws {
    let anna = try #require(try store.add(account("anna")))
    let bo = try #require(try store.add(account("bo")))
    for (name, id, kind) in [
      ("a1", anna.id, AccessKey.Kind.session), ("a2", anna.id, .session), ("at", anna.id, .token),
    ] {
      try store.add(key(name, id, kind: kind))
    }
    try store.add(key("b1", bo.id))
    try store.removeAll(.session, of: anna.id, except: "a1")
    #expect(Set(try store.keys(of: anna.id).map(\.fingerprint)) == ["a1", "at"])
    #expect(try store.key("b1") != nil)
    try store.removeAll(.session)
    #expect(try store.key("b1") == nil)
    #expect(try store.key("at") != nil)
  }

  @Test("keep what was decided, in order")
  func adoptions() throws {
    for plan in ["b", "a", "b"] {
      try store.add(Adoption(plan: plan, by: "x", reason: "'; DROP TABLE adoption", at: day))
    }
    #expect(try store.adoptions().map(\.plan) == ["b", "a", "b"])
  }
}
