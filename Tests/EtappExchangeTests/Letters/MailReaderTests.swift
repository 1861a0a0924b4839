import EtappModel
import Testing

@testable import EtappExchange

/// Mails as mailers make them.
@Suite struct `A mail` {
  static func read(_ text: String, name: String = "mail.eml") -> LetterReading {
    LetterReader.read(bytes: Array(text.utf8), name: name)
  }

  static func letter(_ text: String) throws -> Letter { try #require(read(text).letters.first) }

  static let subjects: [(String, String)] = [
    ("=?utf-8?Q?=C3=85nge?=", "Ånge"), ("=?UTF-8?B?w4VuZ2U=?=", "Ånge"), ("=?iso-8859-1?q?=C5nge?=", "Ånge"),
    ("=?windows-1252?Q?=9350_=80=94?=", "“50 €”"), ("=?iso-8859-15?Q?50_=A4?=", "50 €"),
    ("=?utf-8?Q?=C3?= =?utf-8?Q?=85nge?=", "Ånge"), ("=?utf-8?B?w4Vu?=\r\n =?utf-8?B?Z2U=?=", "Ånge"),
    ("=?utf-8?Q?=C3=85?= och =?utf-8?Q?=C3=84?=", "Å och Ä"), ("a =?utf-8?Q?=C3=85?=b", "a Åb"),
    ("=?utf-8*sv?Q?=C3=85nge?=", "Ånge"), ("=?utf-8?Q?=C5nge?=", "Ånge"), ("=?us-ascii?Q?=C3=85nge?=", "Ånge"),
    ("=?iso-8859-1?Q?=C3=85nge?=", "Ånge"), ("=?x-none?Q?=C3=85nge?=", "Ånge"),
    ("=?utf-8?Q?Hej på dig?=", "Hej på dig"),
    ("=?utf-8?X?abc?=", "=?utf-8?X?abc?="), ("=?utf-8?Q?abc", "=?utf-8?Q?abc"), ("=?=?=?=", "=?=?=?="),
    ("=?utf-8?Q??=", ""), ("Ånge", "Ånge"), ("a\r\n b", "a b"), ("=?koi8-r?B?8NLJ18XU?=", "Привет"),
  ]

  @Test(arguments: subjects) func `has a subject`(_ header: String, _ subject: String) throws {
    #expect(try Self.letter("From: a@b.example\r\nSubject: \(header)\r\n\r\nText").subject == subject)
  }

  static let senders: [(String, String?, String?)] = [
    ("a@b.example", nil, "a@b.example"), ("A B <A@B.Example>", "A B", "a@b.example"),
    ("\"B, A\" <a@b.example>", "B, A", "a@b.example"), ("B, A <a@b.example>", "B, A", "a@b.example"),
    ("a@b.example (A B)", "A B", "a@b.example"), ("<a@b.example>", nil, "a@b.example"),
    ("'A B' <a@b.example>", "A B", "a@b.example"), ("a@b.example <a@b.example>", nil, "a@b.example"),
    ("=?utf-8?Q?=C3=85nge=2C_kommun?= <a@b.example>", "Ånge, kommun", "a@b.example"),
    ("\"A \\\"B\\\"\" <a@b.example>", "A \"B\"", "a@b.example"), ("mailto:a@b.example", nil, "a@b.example"),
    ("A B <mailto:a@b.example>", "A B", "a@b.example"), ("A B <a@b.example", "A B", "a@b.example"), ("A B", "A B", nil),
  ]

  @Test(arguments: senders) func `has a sender`(_ header: String, _ name: String?, _ address: String?) throws {
    let letter = try Self.letter("From: \(header)\r\nDate: 2021-06-10\r\n\r\nText")
    #expect(letter.from == [Correspondent(name: name, address: address)])
  }

  @Test func `has receivers in groups and lists`() throws {
    let letter = try Self.letter("To: Team: a@x.example, b@x.example;\r\nCc: c@x.example; d@x.example\r\n\r\nText")
    #expect(letter.to.map(\.address) == ["a@x.example", "b@x.example"])
    #expect(letter.copies.map(\.address) == ["c@x.example", "d@x.example"])
  }

  @Test func `has a thread`() throws {
    let letter = try Self.letter(
      "Message-ID: <1@x>\r\nReferences: <2@x>\r\n <3@x> <4@x>\r\nIn-Reply-To: <3@x>\r\n\r\nText")
    #expect(letter.messageID == "1@x" && letter.references == ["2@x", "4@x", "3@x"])
  }

  @Test func `takes the day it was received where it has no date`() throws {
    let reading = Self.read(
      "Received: from a by b; Thu, 10 Jun 2021 23:30:00 -0500\r\nDate: i går\r\nFrom: a@b.example\r\n\r\nText")
    #expect(reading.letters.first?.day == Day(year: 2021, month: 6, day: 10))
    #expect(reading.diagnostics.map(\.severity) == [.warning] && reading.diagnostics.first?.value == "i går")
  }

  static let bodies: [(head: String, body: [UInt8], text: String)] = [
    ("text/plain; charset=iso-8859-1", [0xC5, 0x6E, 0x67, 0x65], "Ånge"),
    ("text/plain; charset=iso-8859-15", [0x35, 0x30, 0x20, 0xA4], "50 €"),
    ("text/plain; charset=windows-1252", [0x93, 0xE5, 0x94], "“å”"),
    ("text/plain; charset=iso-8859-1", [0x93, 0xE5, 0x94], "“å”"),
    ("text/plain; charset=utf-8", Array("Ånge".utf8), "Ånge"),
    ("text/plain; charset=utf-8", [0xC5, 0x6E, 0x67], "Ång"),
    ("text/plain", Array("Ånge".utf8), "Ånge"), ("text/plain", [0xC5, 0x6E, 0x67, 0x65], "Ånge"),
    ("text/plain; charset=us-ascii", [0xC5, 0x6E, 0x67, 0x65], "Ånge"),
    ("text/plain; charset=iso-8859-1", Array("Ånge åäö".utf8), "Ånge åäö"),
    ("text/plain; charset=x-nobody-knows", Array("Ånge".utf8), "Ånge"),
    ("text/plain", [0x66, 0x94, 0x72, 0x20, 0x70, 0x86], "för på"),
    ("text/plain; charset=\"../../etc\"", Array("Ånge".utf8), "Ånge"),
    ("text/plain; charset=utf-16le", [0xC5, 0x00, 0x6E, 0x00], "Ån"),
    ("text/html; charset=utf-8", Array("<p>&Aring;nge</p>".utf8), "Ånge"),
    ("text/html", Array("<meta charset=iso-8859-1><p>".utf8) + [0xC5] + Array("nge</p>".utf8), "Ånge"),
  ]

  @Test(arguments: bodies) func `has a text`(_ head: String, _ body: [UInt8], _ text: String) throws {
    let bytes =
      Array("From: a@b.example\r\nContent-Type: \(head)\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".utf8) + body
    #expect(LetterReader.read(bytes: bytes, name: "mail.eml").letters.first?.body == text)
  }

  @Test func `prefers the plain form, and HTML where that is empty`() throws {
    func alternative(_ plain: String) -> String {
      "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n\(plain)\n--b\n"
        + "Content-Type: text/html\n\n<p>rich</p>\n--b--\n"
    }
    #expect(try Self.letter(alternative("plain")).body == "plain")
    #expect(try Self.letter(alternative(" ")).body == "rich")
  }

  @Test func `has other mails inside it`() throws {
    let letter = try Self.letter(
      """
      From: a@b.example
      Content-Type: multipart/mixed; boundary=b

      --b

      Outer.
      --b
      Content-Type: message/rfc822

      From: c@d.example
      Subject: =?utf-8?Q?=C3=85?=
      Content-Type: multipart/mixed; boundary=c

      --c

      Inner.
      --c
      Content-Type: application/pdf; name="x.pdf"

      %PDF
      --c--
      --b--
      """)
    #expect(letter.body == "Outer." && letter.attachments.isEmpty)
    let inner = try #require(letter.enclosed.first)
    #expect(inner.from.map(\.address) == ["c@d.example"] && inner.subject == "Å" && inner.body == "Inner.")
    #expect(inner.attachments == [Attachment(name: "x.pdf", mediaType: "application/pdf", content: Array("%PDF".utf8))])
  }

  static let special: [(String, String)] = [
    ("application/ms-tnef; name=winmail.dat", "winmail.dat"), ("application/pkcs7-mime; name=smime.p7m", "encrypted"),
    ("message/partial; id=1; number=1; total=2", "somewhere else"),
  ]

  @Test(arguments: special) func `says what cannot be opened`(_ type: String, _ word: String) {
    let reading = Self.read("From: a@b.example\nDate: 2021-06-10\nContent-Type: \(type)\n\nxx")
    #expect(reading.diagnostics.contains { $0.message(.english).contains(word) })
    #expect(reading.letters.first?.attachments.count == 1)
  }

  static let flowed: [(String, Bool, String)] = [
    ("a \nb\nc", false, "a b\nc"), ("a \nb", true, "ab"), ("> a \n> b\nc", false, "> a b\nc"),
    ("> a \nb", false, "> a \nb"), ("a\n-- \nb", false, "a\n-- \nb"), (" > a", false, "> a"), ("", false, ""),
    ("a \n\nb", false, "a \nb"), (">> a \n> b", false, ">> a \n> b"),
  ]

  @Test(arguments: flowed) func `has lines that flow`(_ text: String, _ deletesBlank: Bool, _ whole: String) {
    #expect(FlowedText.unflowed(text, deletesBlank: deletesBlank) == whole)
  }

  static let pages: [(String, String)] = [
    ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b", "a\nb"), ("<div>a</div><div>b</div>", "a\nb"), ("a\n  b", "a b"),
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"), ("<style>x</style>a<script>b</script>c", "ac"),
    ("<!-- x -->a", "a"), ("<!-- x", ""),
    ("a &lt;b&gt; &amp; &aring;&#228;&#xF6; &nbsp;c&bogus;", "a <b> & åäö c&bogus;"),
    ("<a href=\"https://x.example/?a=1&amp;b=2\">här</a>", "här <https://x.example/?a=1&b=2>"),
    ("<a href='https://x.example/'>x.example</a>", "x.example"), ("<a href=\"javascript:x\">a</a>", "a"),
    ("<a href=\"mailto:a@x.example\">a@x.example</a>", "a@x.example"), ("1 < 2 > 0", "1 < 2 > 0"), ("a<b", "a<b"),
    ("<blockquote>a<br>b</blockquote>c", "> a\n> b\nc"), ("<td>a</td><td>b</td>", "a b"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("<title>x</title><P CLASS=\"a>b\">c</P>", "c"), ("&#150;&#0;&#x110000;", "–&#0;&#x110000;"), ("", ""),
    ("<o:p>&nbsp;</o:p>a", "a"), ("</p></p></blockquote>a", "a"), ("<img src=x alt=y>a", "a"),
  ]

  @Test(arguments: pages) func `is read from HTML`(_ page: String, _ text: String) {
    #expect(LetterText.tidied(HTMLText.text(of: page)) == text)
  }

  static let names: [(String, String)] = [
    ("beslut.pdf", "beslut.pdf"), ("../../etc/passwd", "passwd"), ("C:\\x\\y.doc", "y.doc"),
    ("a\u{0}\nb.pdf", "ab.pdf"),
    ("cod\u{202E}fdp.exe", "codfdp.exe"), (".bashrc", "bashrc"), ("a. . ", "a"), ("", "fallback"), ("..", "fallback"),
    ("/", "fallback"), ("CON.txt", "_CON.txt"), ("com1", "_com1"), ("a:b?.pdf", "a_b_.pdf"),
    ("A\u{30A}nge.pdf", "Ånge.pdf"), ("=?utf-8?Q?=C3=85.pdf?=", "Å.pdf"),
    (String(repeating: "å", count: 400) + ".pdf", String(repeating: "å", count: 118) + ".pdf"),
  ]

  @Test(arguments: names) func `has files with safe names`(_ name: String, _ safe: String) {
    #expect(SafeFileName.of(name, fallback: "fallback") == safe)
  }
}
