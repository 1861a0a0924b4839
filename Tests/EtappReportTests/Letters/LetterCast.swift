import EtappModel
import EtappReport

/// Letters of the cast's plan, short to ask for.
enum LetterCast {
  static let day = Day(year: 2021, month: 6, day: 10)

  static let correspondence = Correspondence(
    sender: Correspondent(name: "Programmet", address: "program@office.example"),
    contact: Correspondent(name: "Samordnaren", address: "samordnare@office.example"),
    contactRole: Text(en: "programme coordinator", sv: "programsamordnare"), contactPhone: "08-465 004 05")

  static let forecast = Forecast(
    trials: 1000, seed: 1, standardError: 0.01,
    offices: Cast.plan.establishments.enumerated().map { index, office in
      let first = Day(year: 2022, month: 5, day: 12) + index * 30
      return OfficeForecast(
        place: office.place, round: office.round, p10: first + -9, p50: first, p80: first + 60, p90: first + 90,
        promise: first + 60)
    }, rounds: [], drivers: [], seconds: 0)

  static func book(_ language: Language = .swedish, round: Int? = nil, forecast: Forecast? = nil) -> LetterFactBook {
    LetterFactBook(language, Cast.names, Cast.plan, round: round, forecast: forecast)
  }

  static func occasion(receiver: Contact? = nil, explanations: [Explanation] = []) -> LetterFactBook.Occasion {
    LetterFactBook.Occasion(
      correspondence: correspondence, receiver: receiver, day: day, explanations: explanations)
  }

  static func facts(_ municipality: ID<Municipality>, _ language: Language = .swedish, round: Int? = nil) -> LetterFacts
  {
    book(language, round: round, forecast: forecast).facts(municipality, occasion())
  }

  /// A template of this text, whose head is written for it.
  static func read(
    _ body: String, head: String = "subject: Hej", language: Language = .swedish
  ) -> (template: LetterTemplate?, diagnostics: [Diagnostic]) {
    LetterTemplate.read("---\n\(head)\n---\n\(body)", file: "letters/t.sv.mustache", name: "t", language: language)
  }

  /// What a line of a template becomes for a municipality.
  static func text(_ body: String, _ facts: LetterFacts, head: String = "subject: Hej") -> String? {
    read(body, head: head).template?.letter(facts).letter?.plain(width: 1000)
  }
}
