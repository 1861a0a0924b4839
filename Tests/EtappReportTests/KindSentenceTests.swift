import EtappModel
import EtappReport
import Testing

/// Kinds of points in words: only where not every errand can be done everywhere.
@Suite struct `Sentences about kinds` {
  private static let content: ReportContent = {
    var content = Cast.content
    content.assignment.kinds = [
      Kind(id: "full", name: Text(en: "Full", sv: "Fullt")),
      Kind(id: "outreach", name: Text(en: "Outreach", sv: "Uppsökande"), level: 0.4),
    ]
    content.geography.places[0].kind = "outreach"
    return content
  }()

  @Test func `say what share of errands a kind does`() {
    let page = PlanReport.html(Self.content)
    #expect(page.contains("Of the errands 40% can be done at a point of the kind Outreach."))
    #expect(page.contains("Av ärendena kan 40\u{A0}% uträttas vid ett ställe av slaget Uppsökande."))
    #expect(PageCheck(page).problems.isEmpty)
    #expect(!PlanReport.html(Cast.content).contains("errand"))
  }

  @Test func `say nothing where every kind does everything`() {
    var content = Self.content
    content.assignment.kinds[1].level = 1
    #expect(!PlanReport.html(content).contains("errand"))
  }

  @Test func `say that levels are of places where no kind has one`() {
    var geography = Cast.geography
    geography.places[0].level = 0.5
    let sentences = Sentences(.english, NameBook(Cast.assignment, geography))
    #expect(sentences.errandLevels.first == "Not every errand can be done everywhere.")
  }

  @Test func `name an office's kind and its level`() {
    let sentences = Sentences(.swedish, NameBook(Self.content.assignment, Self.content.geography))
    func office(_ kind: String, _ level: Double) -> Establishment {
      Establishment(
        place: "ange", name: "Ånge", municipality: "m1", kind: kind, level: level, round: 0, categories: [])
    }
    #expect(sentences.kind(office("outreach", 0.4)) == "Uppsökande, 40\u{A0}% av ärendena")
    #expect(sentences.kind(office("full", 1)) == "Fullt")
    #expect(sentences.kind(office("mobile", 1)) == "mobile")
  }
}
