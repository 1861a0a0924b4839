import EtappModel
import Testing

@testable import EtappReport

@Suite struct `Sentences on a schedule's check` {
  private static func sentences(_ language: Language) -> Sentences {
    Sentences(language, NameBook(Cast.assignment, Cast.geography))
  }

  private static func result(
    _ point: ScheduleAssessment.Point, _ figure: Double?, _ verdict: ScheduleAssessment.Verdict,
    of considered: Int = 1_412
  ) -> ScheduleAssessment.PointResult {
    ScheduleAssessment.PointResult(
      point: point, figure: figure, considered: considered, verdict: verdict, offenders: [])
  }

  @Test func `name and ask every point and practice, each in its own words, in both languages`() {
    for language in Language.allCases {
      let sentences = Self.sentences(language)
      let titles =
        ScheduleAssessment.Point.allCases.map(sentences.title)
        + ScheduleAssessment.Practice.allCases.map(sentences.title)
      #expect(Set(titles).count == 24, "\(titles)")
      for question in ScheduleAssessment.Point.allCases.map(sentences.question)
        + ScheduleAssessment.Practice.allCases.map(sentences.question)
      {
        #expect(question.hasSuffix(".") && question.first?.isUppercase == true, "\(question)")
      }
    }
    for point in ScheduleAssessment.Point.allCases {
      #expect(Self.sentences(.swedish).question(point) != Self.sentences(.english).question(point))
    }
    for practice in ScheduleAssessment.Practice.allCases {
      #expect(Self.sentences(.swedish).question(practice) != Self.sentences(.english).question(practice))
    }
  }

  @Test func `have a word for every verdict and rating`() {
    let english = Self.sentences(.english)
    #expect(english.verdict(.passed) == "Passed" && english.verdict(.unknown(.today)) == "Cannot be computed")
    #expect(Self.sentences(.swedish).verdict(.failed) == "Underkänd")
    for language in Language.allCases {
      let sentences = Self.sentences(language)
      #expect(Set(ScheduleAssessment.Rating.allCases.map(sentences.rating)).count == 5)
      #expect(Set(ScheduleAssessment.Missing.allCases.map(sentences.missing)).count == 4)
    }
  }

  @Test func `write figures with what they are held against`() {
    let (swedish, english) = (Self.sentences(.swedish), Self.sentences(.english))
    #expect(english.figure(Self.result(.missingLogic, 0.034, .passed)) == "3.4% of 1,412 (at most 5%)")
    #expect(
      swedish.figure(Self.result(.missingLogic, 0.034, .passed)) == "3,4\u{A0}% av 1\u{A0}412 (högst 5\u{A0}%)")
    #expect(english.figure(Self.result(.leads, 3, .failed)) == "3 of 1,412 (at most 0)")
    #expect(english.figure(Self.result(.relationships, 1, .passed, of: 8)) == "100% of 8 (at least 90%)")
    #expect(swedish.figure(Self.result(.criticalPathLength, 1.25, .passed)) == "1,25 (minst 0,95)")
    #expect(english.figure(Self.result(.missedTasks, nil, .unknown(.baseline))) == "No earlier schedule has been kept.")
  }

  @Test func `count the verdicts`() {
    let english = Self.sentences(.english)
    #expect(
      english.summary([.passed, .passed, .failed, .unknown(.today)]) == "2 of 4 passed, 1 failed, 1 cannot be computed")
    #expect(english.summary([.passed, .passed]) == "2 of 2 passed")
    #expect(Self.sentences(.swedish).summary([.failed]) == "0 av 1 godkända, 1 underkända")
  }

  @Test func `name the tasks that offend`() {
    let subjects = (0..<9).map { ScheduleAssessment.Subject(place: "ange", task: ID("t\($0)")) }
    #expect(
      Self.sentences(.english).offenders(subjects, atMost: 2) == "Ånge: t0, Ånge: t1 and 7 more")
    #expect(Self.sentences(.swedish).offenders([]) == "")
  }
}
