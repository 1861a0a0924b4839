import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `The register` {
  private let folder: StoreFolder
  private let store: WorkspaceStore
  private var register: Register { store.register() }

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
  }

  // MARK: Adding

  @Test func `gives numbers by year, and gives back what it was given`() throws {
    var first = Cast.draft(1)
    first.entry.secrecy = RegisterEntry.Secrecy(paragraph: "OSL 19 kap. 3 §", hidesEntry: true)
    first.entry.promises = [Cast.promise()]
    first.entry.copies = [Correspondent(name: "Kopia")]
    first.entry.counterpartNumber = "KS 2021/17"
    first.entry.caseNumber = "A-1"
    let added = try register.add(first, Cast.act())
    #expect(added.entry.number == "2021-00001" && !added.isOld)
    #expect(try register.add(Cast.draft(2), Cast.act()).entry.number == "2021-00002")
    var next = Cast.draft(3)
    next.entry.day = Day(year: 2022, month: 1, day: 1)
    #expect(try register.add(next, Cast.act()).entry.number == "2022-00001")
    let read = try #require(try register.entry("2021-00001"))
    var expected = first.entry
    expected.number = "2021-00001"
    expected.thread = "2021-00001"
    expected.document = added.entry.document
    expected.attachments = added.entry.attachments
    #expect(read == expected && read == added.entry)
    #expect(try register.content(of: try #require(read.document)) == Array("letter 1".utf8))
    #expect(read.attachments.map(\.bytes) == [5])
  }

  @Test func `counts on over the years without the year in its pattern`() throws {
    let pattern = try #require(NumberPattern("D{serial:3}/{class}"))
    let register = Register(store.plans, files: store.files, numbers: pattern, classification: "1.1")
    #expect(try register.add(Cast.draft(1), Cast.act()).entry.number == "D001/1.1")
    var later = Cast.draft(2)
    later.entry.day = Day(year: 2023, month: 5, day: 2)
    #expect(try register.add(later, Cast.act()).entry.number == "D002/1.1")
    // Another pattern in mid-year begins where its own numbers are free.
    #expect(try self.register.add(Cast.draft(3), Cast.act()).entry.number == "2021-00002")
  }

  static let lacking: [(name: String, lack: @Sendable (inout RegisterEntry) -> Void, facts: [LegalFact])] = [
    ("no day", { $0.day = .unknown }, [.day]),
    ("no sender", { $0.from = [] }, [.party]),
    ("a sender without a name", { $0.from = [Correspondent(name: " ", address: "")] }, [.party]),
    ("about nothing", { $0.about = " \n" }, [.about]),
    ("outgoing to nobody", { ($0.direction, $0.to) = (.outgoing, []) }, [.party]),
    ("drawn up by nobody", { ($0.direction, $0.from, $0.to) = (.internal, [], []) }, [.party]),
    ("nothing at all", { ($0.day, $0.from, $0.about) = (.unknown, [], "") }, [.day, .party, .about]),
  ]

  @Test(arguments: lacking.indices) func `refuses what lacks a fact that the law asks for`(_ index: Int) throws {
    let (_, lack, facts) = Self.lacking[index]
    var draft = Cast.draft(1)
    lack(&draft.entry)
    let name = draft.entry.about.isEmpty ? draft.document?.name : nil
    #expect(throws: StoreFailure.missingFacts(facts, about: name ?? draft.entry.about)) {
      try register.add([Cast.draft(2), draft], Cast.act())
    }
    #expect(try register.count() == 0)
    #expect(try store.log.events().isEmpty)
  }

  // MARK: Known again

  @Test func `a mailbox that is imported twice changes nothing`() throws {
    let mailbox = (1...20).map { Cast.draft($0) }
    let first = try register.add(mailbox, Cast.act())
    let head = try store.log.head()
    let again = try register.add(mailbox + mailbox, Cast.act(second: 5))
    #expect(again.allSatisfy(\.isOld) && again.map(\.entry) == first.map(\.entry) + first.map(\.entry))
    #expect(try store.log.head() == head)
    #expect(try register.count() == 20)
  }

  @Test func `knows a document by its bytes`() throws {
    var paper = Cast.draft(1)
    paper.entry.messageID = nil
    let first = try register.add(paper, Cast.act()).entry
    var again = paper
    again.entry.about = "Something else"
    #expect(try register.add(again, Cast.act()) == Registered(entry: first, isOld: true))
    again.document = Cast.file("another")
    #expect(try !register.add(again, Cast.act()).isOld)
    // The same bytes sent to two as two mails are two.
    var one = Cast.draft(7)
    var two = Cast.draft(8)
    one.document = Cast.file("circular")
    two.document = Cast.file("circular")
    #expect(try register.add([one, two], Cast.act()).allSatisfy { !$0.isOld })
  }

  @Test func `knows twins within one mailbox`() throws {
    let added = try register.add([Cast.draft(1), Cast.draft(1)], Cast.act())
    #expect(added.map(\.isOld) == [false, true] && added[0].entry == added[1].entry)
  }

  @Test func `finds the thread by what a letter answers`() throws {
    let first = try register.add(Cast.draft(1), Cast.act()).entry
    var answer = Cast.draft(2)
    answer.references = ["unknown@x.example", "m1@ange.example"]
    var third = Cast.draft(3)
    third.references = ["m2@ange.example"]
    let added = try register.add([answer, third], Cast.act())
    #expect(added.map(\.entry.thread) == [first.number, first.number])
    #expect(try register.list(Register.Filter(thread: first.number)).count == 3)
  }

  // MARK: Correcting

  @Test func `keeps the old version of what is corrected`() throws {
    let entry = try register.add(Cast.draft(1), Cast.act()).entry
    let corrected = try register.correct(entry.number, Cast.act("registrar", because: "wrong day")) {
      $0.day = Day(year: 2022, month: 1, day: 3)
      $0.number = "stolen"
      $0.document = nil
    }
    #expect(corrected.version == 2 && corrected.number == entry.number && corrected.document == entry.document)
    let history = try register.history(of: entry.number)
    #expect(history.map(\.entry) == [entry, corrected])
    #expect(history.map(\.event.action) == ["register.added", "register.corrected"])
    #expect(history[1].event.reason == "wrong day" && history[1].event.actor == "registrar")
    #expect(history[1].event.details.contains("\"changed\":[\"day\"]"))
    // The next letter of 2022 is its first: the corrected one was counted in 2021.
    var next = Cast.draft(2)
    next.entry.day = Day(year: 2022, month: 2, day: 1)
    #expect(try register.add(next, Cast.act()).entry.number == "2022-00001")
  }

  @Test func `makes no version of a change that changes nothing`() throws {
    let entry = try register.add(Cast.draft(1), Cast.act()).entry
    let head = try store.log.head()
    #expect(try register.correct(entry.number, Cast.act(because: "none")) { _ in } == entry)
    #expect(try store.log.head() == head)
  }

  @Test func `refuses a correction without a reason, of nothing, or into nothing`() throws {
    let entry = try register.add(Cast.draft(1), Cast.act()).entry
    #expect(throws: StoreFailure.reasonMissing) { try register.correct(entry.number, Cast.act(because: " ")) { _ in } }
    #expect(throws: StoreFailure.unknownEntry("2021-9")) {
      try register.correct("2021-9", Cast.act(because: "x")) { _ in }
    }
    #expect(throws: StoreFailure.missingFacts([.about], about: "")) {
      try register.correct(entry.number, Cast.act(because: "x")) { $0.about = "" }
    }
    #expect(try register.history(of: entry.number).count == 1)
  }

  @Test func `marks secrecy with its paragraph, and links`() throws {
    let number = try register.add(Cast.draft(1), Cast.act()).entry.number
    #expect(throws: StoreFailure.paragraphMissing) {
      try register.mark(number, secrecy: RegisterEntry.Secrecy(paragraph: ""), Cast.act())
    }
    let secrecy = RegisterEntry.Secrecy(paragraph: "OSL 19 kap. 3 §")
    #expect(try register.mark(number, secrecy: secrecy, Cast.act()).secrecy == secrecy)
    #expect(try register.mark(number, secrecy: nil, Cast.act()).secrecy == nil)
    let linked = try register.link(number, municipality: "2361", caseNumber: "A-2", Cast.act())
    #expect(linked.municipality == "2361" && linked.caseNumber == "A-2" && linked.version == 4)
    #expect(
      try register.events(of: number).map(\.action) == [
        "register.added", "register.classified", "register.opened", "register.linked",
      ])
    #expect(try register.list(Register.Filter(municipality: "2260")).isEmpty)
    #expect(try register.list(Register.Filter(municipality: "2361", caseNumber: "A-2")) == [linked])
  }

  // MARK: Promises

  @Test func `a promise binds once it is confirmed`() throws {
    var draft = Cast.draft(1)
    draft.entry.promises = [Cast.promise(1), Cast.promise(2, isOurs: true)]
    let number = try register.add(draft, Cast.act()).entry.number
    #expect(try store.dialogue.dialogue(of: "2260").promises.isEmpty)
    let due = DayInterval(from: Day(year: 2021, month: 10, day: 21), to: Day(year: 2021, month: 10, day: 31))
    let entry = try register.confirm(number, promise: 1, due: due, Cast.act("manager"))
    #expect(entry.promises.map(\.isConfirmed) == [true, nil] && entry.promises[0].commitment.interval == due)
    let promise = try #require(try store.dialogue.dialogue(of: "2260").promises.first)
    #expect(promise.id == "2021-00001#1" && promise.due == due && !promise.isOurs && promise.entry == number)
    let kept = Day(year: 2021, month: 10, day: 20)
    _ = try store.dialogue.apply(.kept(promise: promise.id, on: kept), to: "2260", Cast.act())
    let head = try store.log.head()
    _ = try register.confirm(number, promise: 1, Cast.act())
    #expect(try store.log.head() == head, "confirmed twice is confirmed once")
    // The letter concerns another municipality: the promise goes along, and stays kept.
    _ = try register.link(number, municipality: "2361", Cast.act())
    #expect(try store.dialogue.dialogue(of: "2260").promises.isEmpty)
    #expect(try store.dialogue.dialogue(of: "2361").promises.map(\.kept) == [kept])
    _ = try register.decline(number, promise: 1, Cast.act())
    #expect(try store.dialogue.dialogue(of: "2361").promises.isEmpty)
    #expect(try register.entry(number)?.promises.map(\.isConfirmed) == [false, nil])
    #expect(throws: StoreFailure.unknownPromise(number: number, index: 3)) {
      try register.confirm(number, promise: 3, Cast.act())
    }
    #expect(try store.verify().findings.isEmpty)
  }

  // MARK: Listing

  @Test func `lists by day, direction, kind and page`() throws {
    for day in 0..<6 {
      var draft = Cast.draft(day)
      draft.entry.day = Day(number: Cast.june.number + (day * 4) % 6)
      draft.entry.direction = day.isMultiple(of: 2) ? .incoming : .outgoing
      draft.entry.kind = day == 3 ? .decision : .letter
      _ = try register.add(draft, Cast.act())
    }
    let all = try register.list()
    #expect(all.map(\.day) == all.map(\.day).sorted() && all.count == 6)
    #expect(try register.list(newestFirst: true) == all.reversed())
    #expect(try register.list(page: Register.Page(limit: 2, offset: 3)) == Array(all[3..<5]))
    let day = Day(number: Cast.june.number + 2)
    let filters: [(Register.Filter, (RegisterEntry) -> Bool)] = [
      (Register.Filter(from: day), { $0.day >= day }), (Register.Filter(to: day), { $0.day <= day }),
      (Register.Filter(direction: .outgoing), { $0.direction == .outgoing }),
      (Register.Filter(from: day, to: day, direction: .incoming), { $0.day == day && $0.direction == .incoming }),
      (Register.Filter(kind: .decision), { $0.kind == .decision }),
    ]
    for (filter, holds) in filters {
      #expect(try register.list(filter) == all.filter(holds))
      #expect(try register.count(filter) == all.filter(holds).count)
    }
  }

  // MARK: Hostile

  @Test func `takes texts with any sign in them`() throws {
    var draft = Cast.draft(1, about: "a\0b '; DROP TABLE entry; -- %_\u{202E}", text: "x\0y \u{FFFF}")
    draft.entry.caseNumber = "A'\0"
    draft.attachments[0].name = "../../etc/passwd\0.pdf"
    let entry = try register.add(draft, Cast.act("o'brien\0", because: "\0")).entry
    #expect(try register.entry(entry.number) == entry)
    #expect(entry.about.hasPrefix("a\u{FFFD}b '; DROP"))
    #expect(try store.verify().findings.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/etc"))
  }
}
