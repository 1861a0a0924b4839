import EtappModel
import Testing

@testable import EtappReport

@Suite struct `The public list` {
  static let masking = Masking(keeping: ["Ånge kommun", "Exempelverket"])

  static func entry(_ secrecy: RegisterEntry.Secrecy? = nil) -> RegisterEntry {
    RegisterEntry(
      number: "2021-00042-1.1.1", day: Day(year: 2021, month: 6, day: 10), direction: .incoming,
      from: [
        Correspondent(name: "Anna Öberg", address: "anna@hem.example"),
        Correspondent(name: "Bo Ek, Ånge kommun", address: nil),
      ],
      to: [
        Correspondent(name: "Exempelverket", address: "registrator@verket.example"),
        Correspondent(name: "Registrator, Ånge kommun", address: nil),
      ],
      about: "Fråga från Öberg, 070-123 45 67, om dnr 2021-00041", municipality: ID("2260"), secrecy: secrecy,
      text: "Hela brevet")
  }

  @Test func `shows organisations and no private persons`() {
    let entry = PublicEntry(Self.entry(), masking: Self.masking)
    #expect(entry.number == "2021-00042-1.1.1" && entry.direction == .incoming && entry.municipality == ID("2260"))
    #expect(entry.from.map { $0(.swedish) } == ["privatperson", "Ånge kommun"])
    #expect(entry.to.map { $0(.english) } == ["Exempelverket", "Registrator, Ånge kommun"])
    #expect(entry.about == "Fråga från █████, █████, om dnr 2021-00041")
    #expect(entry.secrecy == nil)
    #expect(Set(entry.reasons.map(\.field)) == [.from, .about])
    #expect(entry.reasons.contains { $0.field == .about && $0.text(.english) == "a telephone number" })
  }

  @Test(arguments: [
    "Registrator", "Samhällsbyggnadschefen", "Kommunstyrelsens ordförande", "Näringslivskontoret", "Programsamordnaren",
  ])
  func `shows roles and offices, which are nobody's names`(name: String) {
    let masking = Masking(keeping: [])
    var entry = Self.entry()
    (entry.from, entry.about) = ([Correspondent(name: name)], "Fråga")
    #expect(PublicEntry(entry, masking: masking).from.map { $0(.swedish) } == [name])
    let text = "Med vänlig hälsning\n\(name)"
    #expect(masking.mask(text).text == text)
  }

  @Test(arguments: ["Anna Chefsson", "Chef Anna Berg", "Bo Ledare", "Ek, Bo"])
  func `shows no name because a role stands beside it`(name: String) {
    var entry = Self.entry()
    entry.from = [Correspondent(name: name)]
    #expect(PublicEntry(entry, masking: Masking(keeping: [])).from.map { $0(.swedish) } == ["privatperson"])
  }

  @Test func `shows a mark of secrecy with its paragraph`() {
    let entry = PublicEntry(Self.entry(.init(paragraph: "19 kap. 3 §")), masking: Self.masking)
    #expect(entry.secrecy?(.swedish) == "Sekretessmarkering: 19 kap. 3 §")
    #expect(entry.about != nil)
  }

  @Test func `shows number and day alone of a hidden entry`() {
    let entry = PublicEntry(Self.entry(.init(paragraph: "19 kap. 3 §", hidesEntry: true)), masking: Self.masking)
    #expect(entry.number == "2021-00042-1.1.1" && entry.day == Day(year: 2021, month: 6, day: 10))
    #expect(
      entry.from.isEmpty && entry.to.isEmpty && entry.about == nil && entry.direction == nil
        && entry.municipality == nil)
    #expect(entry.secrecy == nil)
    #expect(Set(entry.reasons.map(\.field)) == Set(PublicEntry.Field.allCases))
  }

  @Test func `leaves the record as it is`() {
    let entry = Self.entry()
    let copy = entry
    _ = PublicEntry(entry, masking: Self.masking)
    #expect(entry == copy)
  }
}
