import Etapp
import EtappModel
import Foundation
import Testing

@Suite("The outbox") struct OutboxTests {
  /// A carrier that answers as told and remembers what it was given.
  final class Carrier {
    var given: [(recipient: String, bytes: [UInt8])] = []
    var answers: [String: MailAnswer]

    init(_ answers: [String: MailAnswer] = [:]) { self.answers = answers }

    func carry(_ mail: [UInt8], _ from: String, _ recipient: String) -> MailAnswer {
      given.append((recipient, mail))
      return answers[recipient] ?? MailAnswer(.sent, code: 250, message: "250 OK")
    }
  }

  struct Broken: Error {}

  static func office() throws -> LetterOffice {
    let office = try LetterOffice()
    try office.write(LetterOffice.information)
    return office
  }

  @Test("keeps drafts, and moves what has gone") func moves() throws {
    let office = try Self.office()
    let letters = try office.letters()
    for letter in letters { try office.outbox.write(letter, sent: office.moment, offset: 120) }
    #expect(office.files("outbox").count == 4)
    let carrier = Carrier()
    var sent: [(String, [UInt8])] = []
    for letter in letters {
      let draft = try Data(contentsOf: URL(fileURLWithPath: office.outbox.draft(of: letter)))
      let deliveries = try office.outbox.send(letter, now: office.moment, through: carrier.carry) {
        sent.append(($0.messageID, $1))
      }
      #expect(deliveries.map(\.outcome) == [.sent])
      #expect(carrier.given.last?.bytes == Array(draft) && sent.last?.1 == Array(draft))
    }
    #expect(sent.map(\.0) == letters.map(\.messageID))
    #expect(office.files("outbox").isEmpty && office.files("outbox/sent").count == 4)
  }

  @Test("sends nothing twice") func twice() throws {
    let office = try Self.office()
    let letters = try office.letters()
    let carrier = Carrier()
    for _ in 0..<3 {
      for letter in letters {
        try office.outbox.write(letter, sent: office.moment)
        _ = try office.outbox.send(letter, now: office.moment, through: carrier.carry)
      }
    }
    #expect(carrier.given.count == 4)
    #expect(office.files("outbox").isEmpty && office.files("outbox/sent").count == 4)
    // Nor does another letter of the template go, unless it is asked for.
    try office.write(LetterOffice.information.replacing("Hej", with: "Hejsan"))
    let changed = try #require(try office.letters().first)
    try office.outbox.write(changed, sent: office.moment)
    #expect(try office.outbox.send(changed, now: office.moment, through: carrier.carry).map(\.outcome) == [.before])
    #expect(carrier.given.count == 4 && office.files("outbox").count == 1)
    let again = try office.outbox.send(changed, again: true, now: office.moment, through: carrier.carry)
    #expect(again.map(\.outcome) == [.sent])
    #expect(
      try office.outbox.send(changed, again: true, now: office.moment, through: carrier.carry).map(\.outcome) == [
        .before
      ])
    #expect(carrier.given.count == 5 && office.files("outbox/sent").count == 5)
  }

  @Test("keeps what was refused, and tries it again") func refused() throws {
    let office = try Self.office()
    let letter = try #require(try office.letters().first)
    let address = try #require(letter.to.first?.address)
    let carrier = Carrier([address: MailAnswer(.failed, code: 550, message: "550 no, \"never\"\nhere")])
    var calls = 0
    func send() throws -> [Outbox.Delivery] {
      try office.outbox.write(letter, sent: office.moment)
      return try office.outbox.send(letter, now: office.moment, through: carrier.carry) { _, _ in calls += 1 }
    }
    let failed = try send()
    #expect(failed.map(\.outcome) == [.failed] && failed.map(\.code) == [550])
    #expect(office.files("outbox").count == 1 && office.files("outbox/sent").isEmpty && calls == 0)
    carrier.answers = [:]
    #expect(try send().map(\.outcome) == [.sent])
    #expect(calls == 1 && carrier.given.count == 2)
  }

  @Test("does not send again what may have gone") func unknown() throws {
    let office = try Self.office()
    let letters = try office.letters()
    let carrier = Carrier([letters[0].to[0].address ?? "": MailAnswer(.unknown, message: "hung up")])
    for letter in letters.prefix(2) { try office.outbox.write(letter, sent: office.moment) }
    for _ in 0..<2 {
      #expect(
        try office.outbox.send(letters[0], now: office.moment, through: carrier.carry).map(\.outcome) == [.unknown])
    }
    #expect(carrier.given.count == 1)
    // A run that is broken off in the middle leaves the same doubt.
    #expect(throws: Broken.self) {
      try office.outbox.send(letters[1], now: office.moment, through: { _, _, _ in throw Broken() })
    }
    #expect(try office.outbox.send(letters[1], now: office.moment, through: carrier.carry).map(\.outcome) == [.unknown])
    #expect(carrier.given.count == 1 && office.files("outbox").count == 2)
  }

  @Test("asks again to register a letter that has gone and was not registered") func hook() throws {
    let office = try Self.office()
    let letter = try #require(try office.letters().first)
    let carrier = Carrier()
    try office.outbox.write(letter, sent: office.moment)
    #expect(throws: Broken.self) {
      try office.outbox.send(letter, now: office.moment, through: carrier.carry) { _, _ in throw Broken() }
    }
    var calls = 0
    try office.outbox.write(letter, sent: office.moment)
    let deliveries = try office.outbox.send(letter, now: office.moment, through: carrier.carry) { _, _ in calls += 1 }
    #expect(deliveries.map(\.outcome) == [.before] && calls == 1 && carrier.given.count == 1)
    #expect(office.files("outbox").isEmpty && office.files("outbox/sent").count == 1)
  }

  @Test("survives a journal whose last row was broken off anywhere") func torn() throws {
    let office = try Self.office()
    let letters = try office.letters()
    let carrier = Carrier()
    let journal = office.folder.appendingPathComponent("outbox/journal.csv")
    try office.outbox.write(letters[0], sent: office.moment)
    _ = try office.outbox.send(letters[0], now: office.moment, through: carrier.carry)
    let whole = try Data(contentsOf: journal)
    let ends = whole.indices.filter { whole[$0] == 10 }
    #expect(ends.count == 3)
    for length in stride(from: 0, through: whole.count, by: 7) {
      try whole.prefix(length).write(to: journal)
      try office.outbox.write(letters[0], sent: office.moment)
      let before = carrier.given.count
      let outcome = try office.outbox.send(letters[0], now: office.moment, through: carrier.carry).first?.outcome
      // Without the row that it was begun nothing is known and it goes; with that row alone it is in doubt.
      let known = ends.filter { $0 < length }.count
      #expect(outcome == (known < 2 ? .sent : known == 2 ? .unknown : .before), "\(length)")
      #expect(carrier.given.count == before + (known < 2 ? 1 : 0), "\(length)")
    }
  }

  @Test("stops at a journal that cannot be read") func damaged() throws {
    let office = try Self.office()
    let letter = try #require(try office.letters().first)
    try office.outbox.write(letter, sent: office.moment)
    try Data("at,message-id\nnonsense\n".utf8).write(to: office.folder.appendingPathComponent("outbox/journal.csv"))
    let carrier = Carrier()
    #expect(throws: Outbox.Failure.self) {
      try office.outbox.send(letter, now: office.moment, through: carrier.carry)
    }
    #expect(carrier.given.isEmpty)
  }

  @Test("is one sender's at a time") func lock() throws {
    let office = try Self.office()
    let letters = try office.letters()
    for letter in letters { try office.outbox.write(letter, sent: office.moment) }
    var inner: (any Error)?
    _ = try office.outbox.send(letters[0], now: office.moment) { _, _, _ in
      do { _ = try office.outbox.send(letters[1], now: office.moment, through: Carrier().carry) } catch {
        inner = error
      }
      return MailAnswer(.sent)
    }
    #expect(inner is Outbox.Failure)
  }

  @Test("leaves a draft that a person has looked at as it was") func draft() throws {
    let office = try Self.office()
    let letter = try #require(try office.letters().first)
    let path = try office.outbox.write(letter, sent: office.moment)
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    try office.outbox.write(letter, sent: Moment(seconds: office.moment.seconds + 86_400))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
  }
}
