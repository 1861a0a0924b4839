import EtappModel
import Testing

@testable import EtappExchange

/// Files with letters, whatever they are.
@Suite struct `A file with letters` {
  static func read(_ text: String, _ name: String) -> LetterReading {
    LetterReader.read(bytes: Array(text.utf8), name: name)
  }

  static let kinds: [(String, String, Letter.Source, Int)] = [
    ("From: a@b.example\nSubject: x\n\ny", "x.eml", .mail, 1),
    ("Message-ID: <1@x>\nFrom: a@b.example\n\ny", "x.txt", .mail, 1),
    ("From: a@b.example\nTo: c@d.example\nSubject: x\n\ny", "x.txt", .text, 1),
    ("From a@b.example Thu Jun 10 08:30:00 2021\nFrom: a@b.example\n\ny", "x.eml", .mail, 1),
    ("Hej!", "x.eml", .text, 1), ("Hej!", "x.mbox", .text, 1), ("Hej!", "-", .text, 1),
    ("%PDF-1.4 x", "x.eml", .scan, 1), ("PK\u{3}\u{4}xx", "x.docx", .text, 1), ("a\u{0}b", "x", .text, 1),
  ]

  @Test(arguments: kinds) func `is known by its content`(
    _ text: String, _ name: String, _ source: Letter.Source, _ count: Int
  ) {
    let reading = Self.read(text, name)
    #expect(reading.letters.count == count && reading.raw.count == count)
    #expect(reading.letters.first?.source == source)
    #expect(!reading.diagnostics.hasErrors)
  }

  @Test func `is read as text of other encodings`() {
    let utf16: [UInt8] =
      [0xFF, 0xFE] + "Ämne: Å\r\nFrån: x\r\n\r\nHej".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(LetterReader.read(bytes: utf16, name: "x.txt").letters.first?.subject == "Å")
    let latin = Array("From: x\nSubject: ".utf8) + [0xC5] + Array("\n\nHej".utf8)
    #expect(LetterReader.read(bytes: latin, name: "x.txt").letters.first?.subject == "Å")
  }

  @Test func `of nothing is an error`() {
    let reading = LetterReader.read(bytes: [], name: "x.eml")
    #expect(reading.letters.isEmpty && reading.diagnostics.hasErrors)
  }

  @Test func `of a PDF is a document, and its text where there is a tool`() {
    let pdf = Array("%PDF-1.4".utf8)
    let without = LetterReader.read(bytes: pdf, name: "x.pdf")
    #expect(without.letters == [Letter(source: .scan)] && without.diagnostics.map(\.severity) == [.note])
    let with = LetterReader.read(bytes: pdf, name: "x.pdf") { _ in "Från: A\nÄmne: B\n\nHej" }
    #expect(with.letters.first?.subject == "B" && with.letters.first?.source == .scan && with.diagnostics.isEmpty)
    let picture = LetterReader.read(bytes: pdf, name: "x.pdf") { _ in "\u{C}" }
    #expect(picture.letters.first?.body == "" && picture.diagnostics.map(\.severity) == [.note])
  }

  @Test func `that is a mailbox says where each letter is`() {
    let reading = Self.read(
      "From a@x Thu Jun 10 08:30:00 2021\nFrom: a@x.example\nDate: no\n\n>From here\nFrom there on\n\n"
        + "From b@x Thu Jun 10 08:31:00 2021\nFrom: b@x.example\nDate: no\n\nb\n", "x.mbox")
    #expect(reading.letters.map(\.body) == ["From here\nFrom there on", "b"])
    #expect(reading.diagnostics.compactMap { $0.place?.row } == [2, 9])
  }

  static let phones: [(String, [String])] = [
    ("Ring 0690-25 01 00.", ["0690-25 01 00"]), ("08-123 456 78", ["08-123 456 78"]), ("070-1234567", ["070-1234567"]),
    ("0701234567", ["0701234567"]), ("+46 8 123 456 78", ["+46 8 123 456 78"]),
    ("+46 (0)8-123 456 78", ["+46 (0)8-123 456 78"]),
    ("+46701234567", ["+46701234567"]), ("0046 70 123 45 67", ["0046 70 123 45 67"]),
    ("(08) 123 456 78", ["(08) 123 456 78"]),
    ("Tel: 12345", ["12345"]), ("tel. 0771-11 22 33, mobil 070-111 22 33", ["0771-11 22 33", "070-111 22 33"]),
    ("+44 20 7946 0000", ["+44 20 7946 0000"]), ("08/12 34 56 78", ["08/12 34 56 78"]),
    ("08.123.456.78", ["08.123.456.78"]),
    // None.
    ("den 2021-06-10", []), ("10.06.2021", []), ("850101-1234", []), ("19850101-1234", []), ("012", []),
    ("5 000 000 kr", []),
    ("diarienummer 2021/00042", []), ("kl. 08.30", []), ("v. 42 2021", []), ("01.02.2021", []), ("", []),
    ("https://x.example/0701234567", []), ("2021-06-10 08:30", []), ("abc0701234567", []), ("(a) + b", []), ("+", []),
    ("(", []), ("(08", []),
  ]

  @Test(arguments: phones) func `has telephone numbers`(_ text: String, _ numbers: [String]) {
    var letter = Letter(source: .text, body: text)
    LetterContents.note(in: &letter)
    #expect(letter.phones == numbers)
  }

  static let links: [(String, [String], [String])] = [
    ("Se https://x.example/a?b=1.", ["https://x.example/a?b=1"], []), ("(www.x.example)", ["www.x.example"], []),
    ("här <https://x.example> och http://y.example/a_(b)", ["https://x.example", "http://y.example/a_(b)"], []),
    ("a@x.example, A@X.example", [], ["a@x.example"]), ("<mailto:a@x.example>", [], ["a@x.example"]),
    ("a@x", [], []), ("@x.example", [], []), ("https://", [], []), ("a@b@c.example", [], []),
    ("registrator@ånge.example.", [], ["registrator@ånge.example"]),
    ("https://x.example https://x.example", ["https://x.example"], []),
  ]

  @Test(arguments: links) func `has links and addresses`(_ text: String, _ links: [String], _ addresses: [String]) {
    var letter = Letter(source: .text, body: text)
    LetterContents.note(in: &letter)
    #expect(letter.links == links && letter.addresses == addresses)
  }

  static let named: [(String, [String])] = [
    ("se bilaga 2", ["bilaga 2"]), ("Se bilagor 1 och 2", ["bilaga 1"]), ("bifogad fil Beslut.pdf.", ["Beslut.pdf"]),
    ("Attached: report.docx", ["report.docx"]), ("fil \"Ånge beslut.pdf\" bifogas", ["Ånge beslut.pdf"]),
    ("see appendix A", ["appendix A"]), ("Bilaga: karta.png, lista.xlsx", ["karta.png", "lista.xlsx"]),
    ("bilaga till brevet", []), ("bilagan", []), ("i.e. ett", []), ("x.example", []), ("here.pdf", []),
  ]

  @Test(arguments: named) func `speaks of attachments`(_ text: String, _ names: [String]) {
    let here = Attachment(name: "here.pdf", mediaType: "application/pdf", content: [])
    var letter = Letter(source: .text, body: text, attachments: [here])
    LetterContents.note(in: &letter)
    #expect(letter.namedAttachments == names)
  }

  /// What makes a reader slow, deep or large; each is read in the end, and little of it is kept.
  static let hostile: [(String, String)] = {
    func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count / 20) }
    let html = "Content-Type: text/html\n\n"
    return [
      ("open brackets", html + many("<a<b", 100_000)), ("open comments", html + many("<!--", 100_000)),
      ("open quotes", html + many("<a href=\"", 50_000)), ("ampersands", html + many("&amp", 200_000)),
      ("quotations in HTML", html + many("<blockquote>", 50_000) + "x"),
      ("encoded words", "Subject: " + many("=?utf-8?q?", 20_000) + "\n\nx"),
      ("half words", "Subject: " + many("=?", 90_000) + "\n\nx"),
      ("receivers", "To: " + many("a@b.example,", 50_000) + "\n\nx"),
      ("comments", "To: " + many("(", 50_000) + "\n\nx"), ("groups", "To: " + many("a:", 1_000_000) + "\n\nx"),
      ("references", "References: " + many("<a@b>", 30_000) + "\n\nx"), ("headers", many("X-A: b\n", 50_000) + "\nx"),
      ("parts", "Content-Type: multipart/mixed; boundary=b\n\n" + many("--b\n\nx\n", 30_000)),
      ("messages", many("Content-Type: message/rfc822\n\n", 20_000)),
      ("quotes", "From: a@b.example\n\n" + many("> ", 100_000)),
      ("heads", "From: a@b.example\n\n" + many("Från: a\nTill: b\nÄmne: c\nDatum: 2021-06-10\n\n", 10_000)),
      ("labels", many("Från: a\n", 50_000)), ("figures", "From: a@b.example\n\n" + many("0 ", 200_000)),
      ("at signs", "From: a@b.example\n\n" + many("a@", 200_000)),
      ("attributions", "From: a@b.example\n\n" + many("a skrev:\n", 50_000)),
      ("markers", many("From a 08:30 x\n\n", 30_000)), ("a long line", "From: a@b.example\n\n" + many("å", 500_000)),
    ]
  }()

  @Test(arguments: hostile) func `is read in the end`(_ what: String, _ text: String) {
    let reading = Self.read(text, "x.eml")
    #expect(!reading.letters.isEmpty)
    #expect(reading.letters.allSatisfy { $0.enclosed.count <= LetterLimits.enclosed }, "\(what)")
    #expect(reading.letters.prefix(3).allSatisfy { $0.to.count <= LetterLimits.correspondents })
  }
}
