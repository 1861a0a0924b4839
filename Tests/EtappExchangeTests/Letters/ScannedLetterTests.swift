import EtappModel
import Testing

@testable import EtappExchange

/// Letters in plain text, and in text read from pictures of paper.
@Suite struct `A letter in plain text` {
  static func read(_ text: String) -> Letter {
    var findings = LetterFindings(file: "letter.txt")
    return TextLetterReader.read(text, &findings)
  }

  /// A head with a line changed; the field is still found.
  static let labels: [(String, HeaderLine.Field, Bool)] = [
    ("Från: x", .from, false), ("From: x", .from, false), ("Till: x", .to, false), ("To: x", .to, false),
    ("Kopia: x", .copies, false), ("Cc: x", .copies, false), ("Ämne: x", .subject, false),
    ("Subject: x", .subject, false), ("Skickat: 2021-06-10", .date, false), ("Sent: 2021-06-10", .date, false),
    ("Datum: 2021-06-10", .date, false), ("Date: 2021-06-10", .date, false), ("*Från:* x", .from, false),
    ("FRÅN: x", .from, false), ("Bifogade filer: x.pdf", .attachments, false), ("Prioritet: Hög", .other, false),
    // Letters that lost their dots, or became others.
    ("Fran: x", .from, true), ("Frän: x", .from, true), ("Fr6n: x", .from, true), ("Fr0n: x", .from, true),
    ("Frén: x", .from, true), ("Fr8n: x", .from, true), ("Amne: x", .subject, true), ("Åmne: x", .subject, true),
    ("6mne: x", .subject, true), ("Émne: x", .subject, true), ("Ti11: x", .to, true), ("TiII: x", .to, true),
    ("Tlll: x", .to, true), ("K0pia: x", .copies, true), ("Kopla: x", .copies, true),
    ("5kickat: 2021-06-10", .date, true), ("Skiekat: 2021-06-10", .date, true), ("Daturn: 2021-06-10", .date, true),
    ("Skickal: 2021-06-10", .date, true), ("Fr\u{FFFD}n: x", .from, true), ("?mne: x", .subject, true),
    ("Ärnne: x", .subject, true), ("Frn: x", .from, true), ("Sublect: x", .subject, true),
    // Colons that are lost or are something else.
    ("Ämne; x", .subject, true), ("Amne Servicekontor", .subject, true), ("Datum 2021-06-10", .date, true),
    ("Skickat. den 10 juni 2021", .date, true), ("Från registrator@ange.example", .from, true),
    ("Till registrator@ange.example", .to, true),
  ]

  @Test(arguments: labels) func `has header lines`(_ line: String, _ field: HeaderLine.Field, _ isDamaged: Bool) throws
  {
    let found = try #require(HeaderLine(line, isInside: true))
    #expect(found.field == field && found.isDamaged == isDamaged)
    #expect(!found.value.isEmpty)
  }

  static let others = [
    "Hej!", "Vi ses i Ånge.", "Från och med 1 juni: öppet", "Till er kännedom", "Kostnad: 500", "Obs: läs detta",
    "http://x.example", "Tid: 10:00", "Det gäller: lokalen", "", ":", "Datum", "Note: 5", "Skickat i går",
    "- Från: x och y", "12:30", "Telefon: 08-123 456 78", "Mobil: 070-123 45 67", "Till sist vill vi tacka",
  ]

  @Test(arguments: others) func `has lines that are none`(_ line: String) {
    #expect(HeaderLine(line, isInside: true).map { $0.field == .other } ?? true, "\(line)")
  }

  @Test func `has who, to whom, when and about what`() {
    let letter = Self.read(
      """
      Från: Programkoordinator <koordinator@agency.example>
      Skickat: den 10 juni 2021 08:30
      Till: Registrator, Ånge kommun <registrator@ange.example>; kommunchef@ange.example
      Kopia: Kansliet
      Ämne: VB: Servicekontor i Ånge

      Hej!

      Vi återkommer i slutet av oktober 2021.
      """)
    #expect(letter.source == .text)
    #expect(letter.from == [Correspondent(name: "Programkoordinator", address: "koordinator@agency.example")])
    #expect(
      letter.to == [
        Correspondent(name: "Registrator, Ånge kommun", address: "registrator@ange.example"),
        Correspondent(address: "kommunchef@ange.example"),
      ])
    #expect(letter.copies == [Correspondent(name: "Kansliet")])
    #expect(letter.day == Day(year: 2021, month: 6, day: 10) && letter.sent == nil)
    #expect(letter.subject == "VB: Servicekontor i Ånge" && letter.topic == "Servicekontor i Ånge")
    #expect(letter.body == "Hej!\n\nVi återkommer i slutet av oktober 2021.")
    #expect(letter.enclosed.isEmpty)
  }

  @Test func `is read through a scanner's damage`() {
    let letter = Self.read(
      """
      Registrator

      Fran: Programkoordinator <koordinator@ agency.
      example>
      5kickat: den 1O juni 2O21 08:30

      Ti11: registrator@ ange. example;
      kommunchef©ange.example
      Amne: Servicekontor i Ange - fraga om for-
      beredelser
      Hej!

      Vi aterkommer i slutet av okto-
      ber 2021. Det galler land-
      och vattenfragor samt e-
      post till koordinator@ agency. example. Hor av er.
      """)
    #expect(letter.source == .scan)
    #expect(letter.from == [Correspondent(name: "Programkoordinator", address: "koordinator@agency.example")])
    #expect(letter.to.map(\.address) == ["registrator@ange.example", "kommunchef@ange.example"])
    #expect(letter.day == Day(year: 2021, month: 6, day: 10))
    #expect(letter.subject == "Servicekontor i Ange - fraga om forberedelser")
    #expect(letter.body.contains("oktober\n2021. Det galler land-\noch vattenfragor samt e-post\ntill"))
    #expect(letter.body.hasPrefix("Hej!\n\nVi"))
    #expect(letter.addresses == ["koordinator@agency.example"])
  }

  @Test func `holds a chain that was forwarded, the outermost first`() {
    let letter = Self.read(
      """
      Från: Kommunchef
      Skickat: den 11 juni 2021 09:00
      Till: Registrator
      Ämne: VB: Servicekontor

      För diarieföring.

      Från: Registrator <registrator@ange.example>
      Skickat: den 10 juni 2021 12:00
      Till: Kommunchef
      Ämne: VB: Servicekontor

      -----Original Message-----
      From: Coordinator
      Sent: Thursday, June 10, 2021 8:30 AM
      To: Registrator
      Subject: Servicekontor

      Vi återkommer.
      """)
    #expect(letter.chain.map { $0.from.first?.name } == ["Kommunchef", "Registrator", "Coordinator"])
    #expect(letter.chain.map(\.body) == ["För diarieföring.", "", "Vi återkommer."])
    #expect(letter.chain.map { $0.day.map { "\($0)" } } == ["2021-06-11", "2021-06-10", "2021-06-10"])
    #expect(Set(letter.chain.map(\.topic)) == ["Servicekontor"])
  }

  @Test func `without a head is a text with a note`() {
    var findings = LetterFindings(file: "letter.txt")
    let letter = TextLetterReader.read("2021-06-10\n\nHej! Vi undrar en sak.\n", &findings)
    #expect(letter.from.isEmpty && letter.subject.isEmpty && letter.day == Day(year: 2021, month: 6, day: 10))
    #expect(findings.all.map(\.severity) == [.note])
  }

  static let addresses: [(String, String)] = [
    ("registrator@ ange. example", "registrator@ange.example"), ("a @b.example", "a@b.example"),
    ("a@b .example", "a@b.example"), ("a@ b . example", "a@b.example"), ("info©ange.example", "info@ange.example"),
    ("info®ange.example", "info@ange.example"), ("a@b.se. Sedan", "a@b.se. Sedan"), ("a@b.se. vi", "a@b.se. vi"),
    ("a@b.example, c@ d.example", "a@b.example, c@d.example"), ("a@b. Nästa mening", "a@b. Nästa mening"),
    ("© 2021", "© 2021"), ("kl. 10 @ rådhuset", "kl. 10@rådhuset"), ("inga adresser", "inga adresser"), ("@", "@"),
    ("a@", "a@"), ("a@b.c.example", "a@b.c.example"),
  ]

  @Test(arguments: addresses) func `has addresses made whole`(_ text: String, _ whole: String) {
    #expect(BrokenAddress.mended(text) == whole)
  }

  static let hyphens: [(String, String)] = [
    ("kom-\nmunen", "kommunen"), ("kom-\nmunen i", "kommunen\ni"), ("land-\noch vatten", "land-\noch vatten"),
    ("e-\npost", "e-post"), ("2021-\n2022", "2021-\n2022"), ("Nord-\nSyd", "Nord-\nSyd"), ("A-\nb", "A-b"),
    ("slut -\nmen", "slut -\nmen"), ("ett-\n\ntvå", "ett-\n\ntvå"), ("be-\nslut-\nen", "besluten"), ("", ""),
  ]

  @Test(arguments: hyphens) func `has words made whole where that is safe`(_ text: String, _ whole: String) {
    #expect(ScanDamage.joined(text) == whole)
  }

  static let damaged: [(String, Bool)] = [
    ("Vi frågar för er skull på måndag.", false), ("f6r att m6ta er", true), ("fran dem pa mandag, nar det", true),
    ("The office opens in May 2021, room B12.", false), ("från er, pa fran nar", false), ("", false),
  ]

  @Test(arguments: damaged) func `shows its damage`(_ text: String, _ isDamaged: Bool) {
    #expect(ScanDamage.isSeen(in: text) == isDamaged)
  }
}
