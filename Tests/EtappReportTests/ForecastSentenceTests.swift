import EtappModel
import Testing

@testable import EtappReport

@Suite struct `A forecast in words` {
  static let forecast = WorkCast.forecast

  static let percentiles: [(Double, english: String, swedish: String)] = [
    (0.1, "1 case of 10", "1 fall av 10"), (0.5, "half of the cases", "hälften av fallen"),
    (0.8, "8 cases of 10", "8 fall av 10"), (0.9, "9 cases of 10", "9 fall av 10"),
    (0.85, "85 cases of 100", "85 fall av 100"), (0.01, "1 case of 100", "1 fall av 100"),
  ]

  @Test(arguments: percentiles)
  func `a percentile is a number of cases`(probability: Double, english: String, swedish: String) {
    #expect(WorkCast.sentences(.english).cases(probability) == english)
    #expect(WorkCast.sentences(.swedish).cases(probability) == swedish)
  }

  @Test func `a percentile of a day is open by then`() {
    let day = Day(year: 2022, month: 5, day: 3)
    #expect(
      WorkCast.sentences(.english).open(by: day, in: 0.8) == "open by 3\u{A0}May 2022 in 8 cases of 10")
    #expect(
      WorkCast.sentences(.swedish).open(by: day, in: 0.8) == "öppet senast 3\u{A0}maj 2022 i 8 fall av 10")
  }

  /// No number of trials makes anything certain.
  static let chances: [(Double, String)] = [
    (0, "under 1%"), (0.004, "under 1%"), (0.005, "1%"), (0.125, "13%"), (0.5, "50%"), (0.994, "99%"),
    (0.996, "over 99%"), (1, "over 99%"),
  ]

  @Test(arguments: chances)
  func `a probability is never certain`(probability: Double, words: String) {
    #expect(WorkCast.sentences(.english).chance(probability) == words)
    #expect(!WorkCast.sentences(.swedish).chance(probability).contains("100"))
  }

  @Test func `a round is told by what it promises`() {
    let round = RoundForecast(
      round: 0, by: Day(year: 2022, month: 12, day: 31), distribution: [0, 0, 0.1, 0.25, 0.65], expectedLate: 0.45,
      promised: 3)
    #expect(
      WorkCast.sentences(.english).kept(round, trials: 10_000).replacing("\u{A0}", with: " ")
        == "Round 1: the probability that at least 3 of 4 offices are open by 31 December 2022 is 90% (± 0.30 percentage points). Expected to be late: 0.45 offices."
    )
    #expect(
      WorkCast.sentences(.swedish).kept(round, trials: 10_000).replacing("\u{A0}", with: " ")
        == "Omgång 1: sannolikheten att minst 3 av 4 kontor är öppna senast 31 december 2022 är 90 % (± 0,30 procentenheter). Väntas bli sena: 0,45 kontor."
    )
    var unasked = round
    unasked.promised = 0
    #expect(
      WorkCast.sentences(.english).kept(unasked, trials: 10).replacing("\u{A0}", with: " ")
        == "Round 1: 3.6 of 4 offices are expected to be open by 31 December 2022.")
    var certain = round
    certain.distribution = [0, 0, 0, 0, 1]
    #expect(WorkCast.sentences(.english).kept(certain, trials: 10_000).contains("is over 99%. Expected"))
    var all = round
    all.promised = 4
    #expect(WorkCast.sentences(.english).promised(all).hasPrefix("all 4\u{A0}offices open by"))
    all.distribution = [0.1, 0.2, 0.7]
    #expect(WorkCast.sentences(.swedish).promised(all).hasPrefix("båda kontoren öppna senast"))
  }

  @Test(arguments: Language.allCases)
  func `has a line for every office with its promise and its error`(language: Language) {
    let sentences = WorkCast.sentences(language)
    let words = sentences.summary(Self.forecast)
    for office in Self.forecast.offices {
      let line = words.split(separator: "\n").first {
        $0.hasPrefix("  " + sentences.names.name(of: office.place) + ":")
      }
      for day in [office.p50, office.p80, office.promise] {
        #expect(line?.contains(sentences.dates.day(day)) == true)
      }
      #expect(line?.contains(language == .english ? "(the promise)" : "(löftet)") == true)
      #expect(line?.contains(language == .english ? "± 0.44".replacing(" ", with: "\u{A0}") : "±\u{A0}0,44") == true)
    }
    #expect(words.contains("10\u{A0}000") || words.contains("10,000"))
    #expect(!words.contains("  \n") && !words.contains(".."))
  }

  @Test func `names what costs the most first, and what costs nothing not at all`() {
    let words = WorkCast.sentences(.english).costs(Self.forecast).joined(separator: " ")
      .replacing("\u{A0}", with: " ")
    #expect(
      words.hasPrefix(
        "What costs the most: No suitable premises (12 days and 0.82 offices in time) and Equipment arrives late (4.4 days and 0.31 offices in time)."
      ))
    #expect(!words.contains("alert"))
    #expect(words.contains("hang most often on Search for premises (96%) and Rebuilding (74%)."))
  }

  @Test func `says which shocks it is under`() {
    var forecast = Self.forecast
    forecast.shocks = ["freeze"]
    #expect(WorkCast.sentences(.english).summary(forecast).hasPrefix("What if: All work stops for three months."))
    #expect(WorkCast.sentences(.swedish).summary(forecast).hasPrefix("Tänk om: Allt arbete stoppas i tre månader."))
  }

  @Test func `a promise is as sure as the programme says`() {
    var assignment = WorkCast.assignment
    assignment.work?.promise = 0.9
    let names = NameBook(assignment, Cast.geography)
    #expect(Sentences(.english, names).promiseMeaning().contains("open in 9 cases of 10."))
    #expect(Sentences(.swedish, names).promiseMeaning().contains("öppet i 9 fall av 10."))
  }
}
