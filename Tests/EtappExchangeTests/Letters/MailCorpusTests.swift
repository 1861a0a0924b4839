import EtappModel
import EtappTestSupport
import Testing

@testable import EtappExchange

/// Mails made at random: some by the book, some as mailers make them, some hurt.
@Suite struct `A corpus of mails` {
  static let whole: [UInt64] = Array(1...240)
  static let hurt: [(RandomMail.Damage, UInt64)] = RandomMail.Damage.allCases.flatMap { damage in
    (1_000..<1_012).map { (damage, UInt64($0)) }
  }

  static func read(_ mail: RandomMail) -> LetterReading { LetterReader.read(bytes: mail.bytes, name: "mail.eml") }

  @Test func `is large enough`() {
    #expect(Self.whole.count + Self.hurt.count >= 300)
  }

  @Test(arguments: whole) func `comes out as it was put in`(_ seed: UInt64) throws {
    let mail = RandomMail(seed: seed)
    let reading = Self.read(mail)
    let letter = try #require(reading.letters.first)
    #expect(reading.letters.count == 1 && reading.raw == [0..<mail.bytes.count])
    #expect(letter.subject == mail.subject.unfolded)
    #expect(letter.from.map(\.address) == [mail.from])
    #expect(letter.to.map(\.address) == mail.to)
    #expect(letter.day == Day(year: 2021, month: 6, day: 10))
    #expect(letter.chain.contains { $0.body.contains(mail.sentence) }, "\(letter.body)")
    #expect(letter.chain.flatMap(\.attachments).map(\.content) == mail.files.map(\.content))
    #expect(letter.chain.flatMap(\.attachments).map(\.name) == mail.files.map(\.name))
    #expect(!reading.diagnostics.hasErrors)
  }

  @Test(arguments: hurt) func `is read as far as it can be`(_ damage: RandomMail.Damage, _ seed: UInt64) throws {
    let mail = RandomMail(seed: seed, damage: damage)
    let reading = Self.read(mail)
    let letter = try #require(reading.letters.first)
    #expect(reading.letters.count == reading.raw.count)
    for attachment in letter.chain.flatMap(\.attachments) { #expect(!attachment.name.contains("/")) }
    guard damage.keepsFiles else { return }
    #expect(letter.chain.flatMap(\.attachments).map(\.content) == mail.files.map(\.content))
    #expect(letter.from.map(\.address) == [mail.from])
  }

  @Test func `is told apart again when it was one mailbox`() {
    let mails = Self.whole.prefix(60).map { RandomMail(seed: $0) }
    var box: [UInt8] = []
    var raw: [[UInt8]] = []
    for mail in mails {
      // A line of the content that begins with `From ` is quoted, as whoever writes a mailbox must.
      let quoted = String(decoding: mail.bytes, as: UTF8.self).contains("\nFrom ")
      guard !quoted else { continue }
      box += Array("From registrator@ange.example Thu Jun 10 08:30:00 2021\n".utf8) + mail.bytes + [0x0A]
      raw.append(mail.bytes)
    }
    let reading = LetterReader.read(bytes: box, name: "box.mbox")
    #expect(raw.count > 30)
    #expect(reading.letters.count == raw.count)
    #expect(reading.raw.map { Array(box[$0]) } == raw)
  }

  @Test func `is the same when it is read again`() {
    for seed in Self.whole.prefix(40) {
      let mail = RandomMail(seed: seed)
      #expect(Self.read(mail).letters == Self.read(mail).letters)
    }
  }
}
