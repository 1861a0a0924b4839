import EtappModel
import Testing

@testable import EtappReport

@Suite struct `Numbers and dates` {
  static let numbers: [(value: Double, places: Int, swedish: String, english: String)] = [
    (10_379_295, 0, "10\u{A0}379\u{A0}295", "10,379,295"), (12.24, 1, "12,2", "12.2"),
    (999.96, 1, "1\u{A0}000,0", "1,000.0"),
    (0, 0, "0", "0"), (-1234.5, 1, "\u{2212}1\u{A0}234,5", "\u{2212}1,234.5"), (-0.001, 1, "0,0", "0.0"),
    (0.05, 2, "0,05", "0.05"),
    (.infinity, 1, "∞", "∞"), (-.infinity, 0, "\u{2212}∞", "\u{2212}∞"), (.nan, 0, "–", "–"),
  ]

  @Test(arguments: numbers)
  func `are written as each language does`(value: Double, places: Int, swedish: String, english: String) {
    #expect(NumberFormat(.swedish).decimal(value, places: places) == swedish)
    #expect(NumberFormat(.english).decimal(value, places: places) == english)
  }

  @Test func `leave out needless decimals`() {
    let numbers = NumberFormat(.swedish)
    #expect(numbers.trimmed(1.50) == "1,5")
    #expect(numbers.trimmed(100) == "100")
    #expect(numbers.trimmed(0.5, places: 0) == "1")
    #expect(numbers.percent(0.02) == "2\u{A0}%")
    #expect(NumberFormat(.english).percent(0.125) == "12.5%")
  }

  @Test(arguments: [(31.4, "31"), (2.44, "2.4"), (0.81, "0.81"), (0.0344, "0.034"), (0, "0")])
  func `keep two figures that tell`(value: Double, written: String) {
    #expect(NumberFormat(.english).significant(value) == written)
  }

  @Test func `write days and spans`() {
    let day = Day(year: 2021, month: 5, day: 27)
    #expect(DateFormat(.swedish).day(day) == "27\u{A0}maj 2021")
    #expect(DateFormat(.english).day(day) == "27\u{A0}May 2021")
    let (first, last) = (Day(year: 2022, month: 1, day: 1), Day(year: 2022, month: 12, day: 31))
    #expect(DateFormat(.swedish).span(first, last) == "2022")
    #expect(
      DateFormat(.english).span(Day(year: 2022, month: 3, day: 1), last) == "1\u{A0}March – 31\u{A0}December 2022")
    #expect(DateFormat(.english).span(day, last) == "27\u{A0}May 2021 – 31\u{A0}December 2022")
  }

  @Test func `name every month in both languages`() {
    for language in Language.allCases {
      let months = (1...12).map { DateFormat(language).name(ofMonth: $0) }
      #expect(Set(months).count == 12)
      #expect(months.allSatisfy { $0.count > 2 })
    }
  }
}

@Suite struct `Phrases` {
  @Test(arguments: Phrase.allCases)
  func `speak both languages`(phrase: Phrase) {
    for language in Language.allCases {
      #expect(phrase.text.byLanguage[language.rawValue]?.isEmpty == false, "\(phrase) lacks \(language)")
    }
  }

  @Test func `sort names as the language does`() {
    let names = ["Övertorneå", "Ånge", "Zinkgruvan", "Älvdalen", "Ale"]
    let swedish = Cast.sentences(.swedish)
    let english = Cast.sentences(.english)
    #expect(
      names.sorted { swedish.sortKey($0) < swedish.sortKey($1) } == [
        "Ale", "Zinkgruvan", "Ånge", "Älvdalen", "Övertorneå",
      ])
    #expect(
      names.sorted { english.sortKey($0) < english.sortKey($1) } == [
        "Ale", "Älvdalen", "Ånge", "Övertorneå", "Zinkgruvan",
      ])
  }
}
