import EtappModel
import Testing

@testable import EtappExchange

/// Which municipality a letter concerns.
@Suite struct `The finder of municipalities` {
  static let finder = MunicipalityFinder([
    .init(code: "2260", name: "Ånge", domains: ["ange.example"]), .init(code: "2380", name: "Östersund"),
    .init(code: "1280", name: "Malmö"), .init(code: "0114", name: "Upplands Väsby"),
    .init(code: "0139", name: "Upplands-Bro"),
    .init(code: "0305", name: "Håbo"), .init(code: "0604", name: "Habo-by"), .init(code: "1470", name: "Vara"),
    .init(code: "2582", name: "Boden"), .init(code: "2183", name: "Bollnäs"), .init(code: "0480", name: "Nyköping"),
    .init(code: "1083", name: "Sölve"), .init(code: "1084", name: "Solve"), .init(code: "2321", name: "Åre"),
  ])

  static func find(_ subject: String, _ body: String = "", from: String? = nil, to: String? = nil) -> String? {
    var letter = Letter(source: .text, subject: subject, body: body)
    letter.from = [Correspondent(address: from)]
    letter.to = [Correspondent(address: to)]
    LetterContents.note(in: &letter)
    return finder.find(in: letter)?.municipality.code
  }

  static let subjects: [(String, String?)] = [
    ("Servicekontor i Ånge", "2260"), ("Servicekontor i Ånge kommun", "2260"), ("Ånge kommuns svar", "2260"),
    ("Fråga om Ange kommun", "2260"), ("Svar: Ang6 kommun", "2260"), ("Kontor i Ostersund", "2380"),
    ("Kontor i 0stersund", "2380"), ("Malmö stads lokaler", "1280"), ("Malmo stad", "1280"), ("Malm6 stad", "1280"),
    ("Municipality of Malmö", "1280"), ("MALMÖ STAD", "1280"), ("Upplands Väsby kommun", "0114"),
    ("Upplands Vasby kommun", "0114"), ("Besök i Upplands-Bro kommun", "0139"), ("Bollnas kommun", "2183"),
    ("Bollnäs kommuns svar", "2183"), ("Åre kommun", "2321"), ("?nge kommun", "2260"), ("\u{FFFD}nge kommun", "2260"),
    ("Ånge och Malmö kommuner", nil), ("Ånge, Östersund, Malmö", nil), ("Ange era synpunkter", nil),
    ("Det ska vara klart", nil), ("Vara eller inte vara", nil), ("Möte", nil), ("Solve kommun", nil),
    ("Sölve kommun", "1083"), ("Are you ready", nil), ("Boden är öppen", nil), ("", nil), ("Bodens kommun", "2582"),
    ("Nyköpings kommun", "0480"), ("Köping", nil),
  ]

  @Test(arguments: subjects) func `reads subjects`(_ subject: String, _ code: String?) {
    #expect(Self.find(subject) == code)
  }

  @Test func `believes addresses before names`() {
    let all = "Kontor planeras i Ånge, Östersund, Malmö, Boden och Bollnäs."
    #expect(Self.find("Servicekontor", all) == nil)
    #expect(Self.find("Servicekontor", all, to: "registrator@ange.example") == "2260")
    #expect(Self.find("Servicekontor", all, from: "info@mail.ange.example") == "2260")
    #expect(Self.find("Servicekontor", "", from: "info@upplands-bro.example") == "0139")
    #expect(Self.find("Servicekontor", "", from: "info@upplandsvasby.example") == "0114")
    #expect(Self.find("Servicekontor", "", from: "info@xange.example") == nil)
    #expect(Self.find("x", "", from: "a@ange.example", to: "b@malmo.example") == nil)
  }

  @Test func `says the words it rests on`() throws {
    var letter = Letter(source: .text, subject: "Kontor i Ange kommun", body: "Se www.ange.example/kontor.")
    LetterContents.note(in: &letter)
    let found = try #require(Self.finder.find(in: letter))
    #expect(found.words == ["Ange kommun", "ange.example"] && found.score > 5)
  }

  @Test func `looks into what is forwarded`() {
    let inner = Letter(source: .mail, to: [Correspondent(address: "registrator@ange.example")], subject: "Kontor")
    #expect(
      Self.finder.find(in: Letter(source: .mail, subject: "VB: Kontor", enclosed: [inner]))?.municipality == "2260")
  }
}
