import EtappModel
import EtappReport
import Foundation
import Testing

/// How full offices are, where they have room for so many and no more.
@Suite struct `Sentences about room` {
  private static let content: ReportContent = {
    var content = Cast.content
    content.plan.loads = [
      SiteLoad(site: "o1", name: "Kalix", people: 150, capacity: 300),
      SiteLoad(site: "ange", name: "Ånge", people: 1200, capacity: 1200),
      SiteLoad(site: "boden", name: "Boden", people: 80, capacity: 80),
    ]
    content.plan.travel[2].unserved = Persons(4321)
    return content
  }()

  @Test func `say how many are full and who finds no room`() {
    let page = PlanReport.html(Self.content)
    #expect(page.contains("Offices with a capacity that are full: 2 of 3."))
    #expect(page.contains("Kontor med kapacitet som är fulla: 2 av 3."))
    #expect(page.contains("4,321 people find no room anywhere"))
    #expect(page.contains("får inte plats någonstans"))
    #expect(page.contains("Travel is to offices that have room") && page.contains("kontor som har plats"))
    #expect(PageCheck(page).problems.isEmpty)
    #expect(!PlanReport.html(Cast.content).contains("find no room"))
  }

  @Test func `list the fullest first, the equally full by name`() throws {
    let page = PlanReport.html(Self.content, languages: [.english])
    let table = try #require(page.range(of: "People served by offices with a capacity"))
    let rest = page[table.upperBound...]
    let places = ["Boden", "Ånge", "Kalix"].compactMap { rest.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
  }
}
