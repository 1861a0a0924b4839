import EtappModel
import EtappTestSupport
import Foundation
import Testing

@testable import EtappStore

@Suite struct `The store of dialogues` {
  private let folder: StoreFolder
  private let store: WorkspaceStore
  private var dialogues: DialogueStore { store.dialogue }
  private let day = Cast.june

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
  }

  /// One of every change.
  private var changes: [Dialogue.Change] {
    [
      .contacts([
        Contact(municipality: "2260", name: "Registrator", role: "registrar", address: "r@ange.example", phone: nil)
      ]),
      .owner("Åsa"), .readiness(.talking), .nextContact(day + 14),
      .talk(
        Dialogue.Talk(
          day: day, channel: .phone, with: "kommundirektör", summary: "om lokal", entry: "2021-1", by: "Åsa")),
      .promise(
        Dialogue.Promise(
          id: "p-1", text: "vi återkommer", isOurs: true, due: DayInterval(from: nil, to: day + 30), entry: "2021-1")),
      .kept(promise: "p-1", on: day + 20), .reopened(promise: "p-1"),
      .promise(Dialogue.Promise(id: "p-2", text: "de svarar", isOurs: false, due: DayInterval(), kept: day)),
      .withdrawn(promise: "p-2"),
      .answer(Dialogue.Answer(theme: "travel", text: "för långt", day: day, entry: "2021-2")),
      .condition(Dialogue.Condition(id: "c-1", text: "efter ombyggnad", notBefore: day + 200)),
      .confirmed(condition: "c-1"), .condition(Dialogue.Condition(id: "c-2", text: "x")), .dropped(condition: "c-2"),
      .readiness(.blocked), .nextContact(nil), .owner(nil),
    ]
  }

  @Test func `gives back what the changes make, with who and when`() throws {
    var expected = Dialogue(municipality: "2260")
    for (second, change) in changes.enumerated() {
      expected = try expected.after(change)
      #expect(try dialogues.apply(change, to: "2260", Cast.act(second: second)) == expected)
    }
    #expect(try folder.open().dialogue.dialogue(of: "2260") == expected)
    let history = try dialogues.history(of: "2260")
    #expect(history.map(\.change) == changes)
    #expect(history.map(\.event.at.seconds) == changes.indices.map { Cast.act(second: $0).at.seconds })
    #expect(history.allSatisfy { $0.event.subject == "municipality/2260" && $0.event.action.hasPrefix("dialogue.") })
    #expect(try store.verify().findings.isEmpty)
  }

  @Test func `keeps municipalities apart`() throws {
    for municipality in ["2260", "2361", "22", "226"] as [ID<Municipality>] {
      _ = try dialogues.apply(.owner(municipality.code), to: municipality, Cast.act())
    }
    #expect(try dialogues.all().map(\.owner) == ["22", "226", "2260", "2361"])
    #expect(try dialogues.all().map(\.municipality) == ["22", "226", "2260", "2361"])
    #expect(try dialogues.dialogue(of: "9999") == Dialogue(municipality: "9999"))
  }

  @Test func `leaves no record of what changes nothing or is refused`() throws {
    _ = try dialogues.apply(.owner("Åsa"), to: "2260", Cast.act())
    let head = try store.log.head()
    _ = try dialogues.apply(.owner("Åsa"), to: "2260", Cast.act())
    #expect(throws: StoreFailure.refused(.unknownPromise("p-9"))) {
      try dialogues.apply(.kept(promise: "p-9", on: day), to: "2260", Cast.act())
    }
    #expect(try store.log.head() == head)
  }

  @Test func `takes contacts in once`() throws {
    let contacts = ["2260", "2361", "2260"].enumerated().map { index, municipality in
      Contact(municipality: ID(municipality), name: "n\(index)", role: "registrar")
    }
    #expect(try dialogues.importContacts(contacts, Cast.act()) == ["2260", "2361"])
    #expect(try dialogues.importContacts(contacts, Cast.act()) == [])
    #expect(try dialogues.dialogue(of: "2260").contacts.map(\.name) == ["n0", "n2"])
    #expect(try dialogues.importContacts([contacts[0]], Cast.act()) == ["2260"])
    #expect(try dialogues.dialogue(of: "2361").contacts.count == 1)
    #expect(try store.log.events().count == 3)
  }

  @Test func `gives ids of its own to promises and conditions`() throws {
    let due = DayInterval(from: day, to: day + 3)
    let first = try dialogues.promise("a", isOurs: true, due: due, to: "2260", Cast.act())
    _ = try dialogues.apply(.withdrawn(promise: first.id), to: "2260", Cast.act())
    let second = try dialogues.promise("b", isOurs: true, due: due, to: "2361", Cast.act())
    #expect(first.id == "p-1" && second.id == "p-2")
    #expect(try dialogues.condition("c", of: "2260", Cast.act()).id == "c-1")
    #expect(try dialogues.due(on: day + 2).map(\.municipality) == ["2361"])
  }

  // MARK: Decisions

  @Test func `keeps decisions with their reasons`() throws {
    let decision = Decision(
      kind: "plan.adopted", subject: "plan/plan-1", what: "Plan 1 gäller", reason: "kortast resor", day: day, by: "GD")
    let kept = try store.decisions.add(decision, Cast.act())
    #expect(kept.id == "decision-1")
    let other = try store.decisions.add(
      Decision(
        kind: "date.promised", subject: "municipality/2260", what: "w", reason: "r", day: day, by: "b", entry: "e"),
      Cast.act())
    #expect(try store.decisions.all() == [kept, other] && store.decisions.all(about: "plan/plan-1") == [kept])
    #expect(try store.decisions.decision("decision-2") == other)
    var empty = decision
    empty.reason = " "
    #expect(throws: StoreFailure.decisionIncomplete) { try store.decisions.add(empty, Cast.act()) }
    #expect(try store.verify().findings.isEmpty)
  }
}
