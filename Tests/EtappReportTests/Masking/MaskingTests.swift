import EtappModel
import Testing

@testable import EtappReport

@Suite struct `Masking for publication` {
  static let masking = Masking(keeping: ["Ånge kommun", "registrator@ange.example", "Torgplatsen 1", "0690-250 100"])

  /// The places of a text, as ranges of its scalars, that a secret stands in.
  private static func places(of secret: String, in text: String) -> [Range<Int>] {
    let (scalars, wanted) = (Array(text.unicodeScalars), Array(secret.unicodeScalars))
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return [] }
    return (0...scalars.count - wanted.count).filter { Array(scalars[$0..<$0 + wanted.count]) == wanted }
      .map { $0..<$0 + wanted.count }
  }

  /// Whether every letter and digit of the secret is covered wherever it stands.
  static func isHidden(_ item: MaskingItems.Item) -> Bool {
    let masked = masking.mask(item.text).masked
    let scalars = Array(item.text.unicodeScalars)
    return item.secrets.allSatisfy { secret in
      let places = places(of: secret, in: item.text)
      return !places.isEmpty
        && places.allSatisfy { place in
          place.allSatisfy { index in
            let isSaying = scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
            return !isSaying || masked.contains { $0.span.contains(index) }
          }
        }
    }
  }

  @Test func `hides nearly all of what it must`() {
    var items = MaskingItems(seed: 2021)
    var (hidden, byKind) = (0, [String: (hidden: Int, all: Int)]())
    let count = 4_000
    for _ in 0..<count {
      let item = items.secret()
      let isHidden = Self.isHidden(item)
      hidden += isHidden ? 1 : 0
      byKind[item.kind, default: (0, 0)].all += 1
      if isHidden { byKind[item.kind, default: (0, 0)].hidden += 1 }
    }
    #expect(Double(hidden) / Double(count) >= 0.995)
    for (kind, part) in byKind {
      #expect(part.all > 400 && Double(part.hidden) / Double(part.all) >= 0.985, "\(kind): \(part)")
    }
  }

  @Test func `leaves dates, numbers of registers and organisations, amounts and laws`() {
    var items = MaskingItems(seed: 42)
    var touched: [String] = []
    let count = 2_000
    for _ in 0..<count {
      let text = items.harmless()
      if Self.masking.mask(text).text != text { touched.append(text) }
    }
    #expect(Double(touched.count) / Double(count) <= 0.005, "\(touched.prefix(5))")
  }

  @Test func `shows a mark and says why`() {
    let text = "Ring 070 - 123 45 67 eller skriv till bo@hem.example."
    let masked = Self.masking.mask(text)
    #expect(masked.text == "Ring █████ eller skriv till █████.")
    #expect(masked.masked.map(\.kind) == [.phone, .mail])
    #expect(masked.masked.allSatisfy { !$0.reason(.swedish).isEmpty && !$0.reason(.english).isEmpty })
  }

  @Test func `keeps authorities and officials with their addresses`() {
    for text in [
      "Ånge kommun, Torgplatsen 1, 0690-250 100", "Skriv till registrator@ange.example.",
      "Från: Ånge kommun <registrator@ange.example>\n\nHej",
      "Med vänlig hälsning\nÅnge kommun", "Ånge kommuns svar",
    ] {
      #expect(Self.masking.mask(text).text == text)
    }
  }

  @Test func `finds the correspondents' names wherever they stand`() {
    let masking = Masking(keeping: ["Ånge kommun"]).knowing([
      Correspondent(name: "Anna-Karin Öberg", address: nil), Correspondent(name: "Ånge kommun", address: nil),
    ])
    let text = "Öbergs fråga (A-K. Öberg) till Ånge kommun: ANNA-KARIN OBERG, Oberg Anna-Karin och Anna-Karin's brev."
    let copy = masking.mask(text).text
    #expect(!MaskScanner.fold(copy).contains("oberg") && !MaskScanner.fold(copy).contains("anna"))
    #expect(copy.contains("Ånge kommun"))
  }

  @Test func `knows an identity number by its date and check`() {
    // The tax authority's examples of made numbers: 811228-9874, 670919-9530.
    for number in ["811228-9874", "670919-9530", "19811228-9874", "8112289874", "811288-9870"] {
      let digits = number.filter(\.isNumber).suffix(10)
      let isValid = MaskScanner.luhn(ArraySlice(digits.compactMap(\.wholeNumberValue)))
      #expect((Self.masking.mask("Nr \(number)").text != "Nr \(number)") == isValid)
    }
    #expect(Self.masking.mask("Nr 811328-9874").masked.isEmpty)
    #expect(Self.masking.mask("811228-9875").masked.isEmpty)
    #expect(Self.masking.mask("Personnummer: 811228-9875").masked.map(\.kind) == [.personalNumber])
  }

  @Test func `takes another country's formats as data`() {
    var rules = MaskingRules.standard
    rules.street.postcode = [4]
    rules.personalNumbers = []
    let masking = Masking(rules: rules)
    #expect(masking.mask("Storgata 3, 7010 Byen").text == "█████")
    #expect(masking.mask("Nr 811228-9874").masked.isEmpty)
  }

  // Any text at all

  private static let pieces = [
    "070", "-", " ", "123", "45", "@", ".", "se", "Anna ", "Öberg ", "Storgatan ", "12", ", ", "\n", "Mvh", "/", "(",
    ")", "+46", "(0)", "811228-9874", "Box ", "c/o ", "841 31 ", "Byn ", "<", ">", "[at]", " dot ",
    "Från: ", "Namn: ", "herr ", "\u{301}", "å\u{30A}", "😀", "\u{0}", "\r\n", "o", "O7", "tel ", "dnr ", "\u{AD}", "ſ",
    "İ", "ß", "0", "00", "9999999999999999",
  ]

  @Test(arguments: 0..<40)
  func `does any text no harm`(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    let masking = Self.masking.knowing([Correspondent(name: "Anna Öberg", address: nil)])
    for _ in 0..<40 {
      let text = (0..<generator.below(50)).map { _ in Self.pieces[generator.below(Self.pieces.count)] }.joined()
      Self.check(text, masking)
    }
    let bytes = (0..<300).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    Self.check(String(decoding: bytes, as: UTF8.self), masking)
  }

  private static func check(_ text: String, _ masking: Masking) {
    let masked = masking.mask(text)
    #expect(masked == masking.mask(text))
    let scalars = Array(text.unicodeScalars)
    var (place, rest) = (0, String.UnicodeScalarView())
    for item in masked.masked {
      #expect(item.span.lowerBound >= place && item.span.upperBound <= scalars.count && !item.span.isEmpty)
      rest.append(contentsOf: scalars[place..<item.span.lowerBound])
      rest.append(contentsOf: masking.mark.unicodeScalars)
      place = item.span.upperBound
    }
    rest.append(contentsOf: scalars[place...])
    #expect(Array(masked.text.unicodeScalars) == Array(rest))
  }

  @Test func `goes through endless lines`() {
    for piece in [
      "0", "0 ", "a@", "A ", "Anna ", "(", "07-", "<a", "/A", "Mvh ", ".", " at a", "Namn: ", "841 31 ", "A-", "\n",
    ] {
      let text = String(repeating: piece, count: 3_000)
      #expect(Self.masking.mask(text).masked.count <= 3_000 * piece.unicodeScalars.count)
    }
  }
}
