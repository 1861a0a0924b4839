import EtappModel
import Testing

@testable import EtappExchange

@Suite struct `Commitments of letters` {
  static let written = Day(year: 2021, month: 6, day: 10)

  static func read(_ body: String) -> [Commitment] { CommitmentReader.read(body: body, written: written) }

  @Test func `are found in labelled sentences`() {
    let sentences = LabelledLetters.sentences(LabelledLetters.known)
    #expect(sentences.count >= 200)
    let score = LabelledLetters.score(sentences)
    #expect(score.byPrecision["e"]?.f1 ?? 0 >= 0.97)
    #expect(score.byPrecision["v"]?.f1 ?? 0 >= 0.90)
    #expect(score.byPrecision["n"]?.f1 ?? 0 >= 0.90)
    #expect(score.rightSide >= 0.97)
  }

  @Test func `are found in sentences that the grammar was not written for`() {
    let sentences = LabelledLetters.sentences(LabelledLetters.heldOut)
    #expect(sentences.count >= 60)
    let score = LabelledLetters.score(sentences)
    #expect(score.byPrecision["e"]?.f1 ?? 0 >= 0.97)
    #expect(score.byPrecision["v"]?.f1 ?? 0 >= 0.90)
  }

  @Test func `are found in sets that were written blind`() {
    let sentences = LabelledLetters.sentences(LabelledLetters.unseen)
    #expect(sentences.count >= 1250)
    let score = LabelledLetters.score(sentences)
    #expect(score.byPrecision["e"]?.f1 ?? 0 >= 0.98)
    #expect(score.byPrecision["v"]?.f1 ?? 0 >= 0.97)
    #expect(score.rightSide >= 0.95)
    #expect(LabelledLetters.score(LabelledLetters.sentences(LabelledLetters.unseenFirst)).rightSide >= 0.97)
  }

  /// The same sentences as they were typed, and as a scanner read them.
  @Test(arguments: [
    ("Avtal tecknar vi under första halvåret 2022.", "Avtal tecknar vi under férsta halvaret 2O22."),
    ("Kontoren öppnar vi huvudsakligen under 2023.", "Kontoren éppnar vi huvudsakligen under 2O23."),
    ("Vi återkommer i mitten av oktober.", "Vi éterkommer i mitten av oktobcr."),
    ("Vi lämnar besked före årsskiftet.", "Vi lémnar besked fére érsskiftet."),
    ("Svar önskas senast den 1 mars 2022.", "Svar énskas senasl den 1 rnars 2022."),
    ("Vi öppnar i början av nästa år.", "Vi 6ppnar i bérjan av nasta ar."),
  ])
  func `are found in what a scanner read`(typed: String, scanned: String) {
    let (own, read) = (Self.read(typed), Self.read(scanned))
    #expect(own.count == 1 && read.map(\.interval) == own.map(\.interval) && read.map(\.side) == own.map(\.side))
  }

  @Test func `are labelled, a quarter of them as none`() {
    let all = LabelledLetters.sentences(
      [LabelledLetters.known, LabelledLetters.heldOut, LabelledLetters.unseen].joined(separator: "\n"))
    #expect(all.count >= 700)
    let none = all.count { $0.labels.isEmpty }
    #expect(Double(none) / Double(all.count) > 0.2)
  }

  /// A run of digits and letters was once scanned to its end from every digit; no time is measured here, only that such
  /// texts are read to their end and promise nothing.
  @Test(arguments: ["1a", "é", "senast 1 maj ", "två veckor före ", "första halvan av ", "innan maj är ", "a-\n"])
  func `are not found in rows of the same`(piece: String) {
    #expect(Self.read(String(repeating: piece, count: 64_000 / piece.utf8.count)).isEmpty)
  }

  @Test(arguments: [
    "Vi ställer in mötet den 22 november.", "The offer is withdrawn with effect from 1 December.",
    "Ni lovade den 4 februari att svara inom tre veckor.", "Quote from your letter: \"we will respond by 31 October\".",
    "Karin fyller 50 den 14 november.", "We had intended to open in October.",
    "Det är osannolikt att kontoret öppnar i mars.",
  ])
  func `are none when cancelled, told, quoted, doubted or over`(sentence: String) {
    #expect(Self.read(sentence).isEmpty)
  }

  @Test func `have the day that something is moved to`() {
    let found = Self.read("Mötet den 22 juni flyttas till den 29 juni.")
    #expect(
      found.map(\.interval) == [
        DayInterval(from: Day(year: 2021, month: 6, day: 29), to: Day(year: 2021, month: 6, day: 29))
      ])
  }

  @Test func `stand in the letter where they say`() {
    let body = "Hej,\n\n😀 Tack för brevet. Vi återkommer\ni slutet av oktober 2021. Ni svarar senast v. 42!\n"
    let scalars = Array(body.unicodeScalars)
    func text(_ span: Range<Int>?) -> String? {
      span.map { span in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[span])
        return String(view)
      }
    }
    let found = Self.read(body)
    #expect(found.map(\.side) == [.sender, .receiver])
    for commitment in found {
      #expect(text(commitment.span) == commitment.text)
      #expect(text(commitment.phraseSpan) == commitment.phrase)
    }
    #expect(found.first?.text == "Vi återkommer\ni slutet av oktober 2021.")
    #expect(found.map(\.phrase) == ["i slutet av oktober 2021", "senast v. 42"])
  }

  @Test func `of a list belong to the line above it`() {
    let found = Self.read(
      "Ni ska lämna:\n- svar på enkäten senast 15/9\n• förslag på lokaler före den 1 november\n\nVi hälsar.")
    #expect(found.map(\.side) == [.receiver, .receiver])
    #expect(found.map(\.interval.to) == [Day(year: 2021, month: 9, day: 15), Day(year: 2021, month: 10, day: 31)])
  }

  @Test func `have the side that the names of both parties give`() {
    let body = "Kommunen återkommer i oktober. Myndigheten svarar i november. Exempelverket beslutar i mars."
    let fromTown = CommitmentReader(sender: ["Ånge kommun"], receiver: ["Exempelverket"])
    #expect(fromTown.read(body: body, written: Self.written).map(\.side) == [.sender, .receiver, .receiver])
    let toTown = CommitmentReader(sender: ["Exempelverket"], receiver: ["Ånge kommun"])
    #expect(toTown.read(body: body, written: Self.written).map(\.side) == [.receiver, .sender, .sender])
  }

  @Test func `of the plan know the rounds by name`() {
    let body = "Ånge etableras i Nordetappen under 2023."
    let found = CommitmentReader.read(body: body, written: Self.written, rounds: ["Sydetappen", "Nordetappen"])
    #expect(found.map(\.kind) == [.plan(round: 2, atLeast: nil)])
  }

  @Test func `of the letter of June are all there`() {
    let body = """
      Etableringen sker i två etapper. Minst 13 kontor etableras i den första etappen, huvudsakligen under 2022, och
      resterande i den andra etappen, huvudsakligen under 2023. Ånge planeras för den andra etappen, vilket ger bättre
      förutsättningar för förberedelser och dialog. Vi återkommer i slutet av oktober 2021. Frågor besvaras av
      programsamordnaren.
      """
    let found = Self.read(body)
    #expect(found.map(LabelledLetters.who) == ["P", "P1>=13", "P2", "P2", "S"])
    #expect(
      found.last?.interval
        == DayInterval(from: Day(year: 2021, month: 10, day: 21), to: Day(year: 2021, month: 10, day: 31)))
  }

  // Any text at all

  private static let pieces = [
    "vi ", "ni ", "återkommer ", "senast ", "den ", "15 ", "15/10", "oktober ", "2021", "-", "–", "/", ".", ",", ":",
    ";", "?", "!", "\n", "\n\n", "• ",
    "i ", "slutet ", "av ", "och ", "att ", "om ", "två ", "veckor ", "vecka ", "42", "v.", "H1 ", "Q3", "första ",
    "halvåret ", "etapp ", "minst ", "13 ", "kontor ",
    "(", ")", "will ", "by ", "the ", "end ", "of ", "next ", "year ", "I ", "9999999999999", "0", "å\u{30A}",
    "\u{301}", "😀", "\u{0}", "\r\n", "1.", "a)", "efter ", "före ",
    "inom ", "mellan ", "fr.o.m. ", "årsskiftet ", "21/22 ", "-21", "'21", "31 februari ", "v. 53 ", "v. 99 ",
    "tertial 3 ", "nästa ", "på fredag ", "om 600 år ",
  ]

  @Test(arguments: 0..<40)
  func `are read from any words without harm`(seed: UInt64) {
    var generator = RandomLetters(seed: seed)
    for _ in 0..<50 {
      let length = generator.below(60)
      let body = (0..<length).map { _ in Self.pieces[generator.below(Self.pieces.count)] }.joined()
      Self.check(body)
    }
    let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    Self.check(String(decoding: bytes, as: UTF8.self))
  }

  private static func check(_ body: String) {
    let found = read(body)
    #expect(found == read(body))
    let count = body.unicodeScalars.count
    for commitment in found {
      #expect(commitment.span.lowerBound >= 0 && commitment.span.upperBound <= count && !commitment.span.isEmpty)
      if let span = commitment.phraseSpan { #expect(commitment.span.contains(span)) }
      if let from = commitment.interval.from, let to = commitment.interval.to { #expect(from <= to) }
      #expect((commitment.phrase == nil) == (commitment.precision == .none))
    }
  }

  /// A text twice as long takes twice the work: the letters are counted, and not the seconds.
  @Test func `are read from one endless line`() {
    for piece in [
      "senast ", "15/", "0", "-", "den 15 och ", "i slutet av ", "vi ", "(", ".", "1-", "etapp ", "minst 13 ", "om ",
      "\n- ", "a'",
    ] {
      let body = String(repeating: piece, count: 3_000)
      #expect(Self.read(body).count <= 3_000)
    }
  }
}

/// A generator that makes the same texts from the same seed (SplitMix64).
struct RandomLetters: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
