import EtappModel
import EtappReport
import Testing

@Suite struct `The report` {
  static let pages: [String: String] = {
    var infeasible = Cast.content
    infeasible.plan = Cast.infeasible
    (infeasible.explanations, infeasible.variants, infeasible.frontier, infeasible.comparison) = ([], [], nil, nil)
    var bare = Cast.content
    bare.assignment = Assignment(name: "")
    bare.geography = Geography()
    bare.plan = Plan(proof: .stopped(.interrupted), gap: .infinity, run: Run(seconds: 0, seed: 1, threads: 1))
    (bare.explanations, bare.variants, bare.frontier, bare.comparison, bare.diagnostics) = ([], [], nil, nil, [])
    return [
      "full": PlanReport.html(Cast.content), "infeasible": PlanReport.html(infeasible), "bare": PlanReport.html(bare),
      "one language": PlanReport.html(Cast.content, languages: [.english]),
    ]
  }()

  /// Pages by name, so that a failure does not print a whole page.
  static let names = ["full", "infeasible", "bare", "one language"]
  static func page(_ name: String) -> String { pages[name] ?? "" }

  @Test(arguments: names)
  func `is well formed`(name: String) {
    let page = Self.page(name)
    let check = PageCheck(page)
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(check.problems.isEmpty, "\(name): \(check.problems.prefix(3))")
    #expect(Set(check.ids).count == check.ids.count)
  }

  @Test(arguments: names)
  func `has its headings in order`(name: String) {
    let page = Self.page(name)
    var last = 0
    for heading in PageCheck(page).headings {
      #expect(heading <= last + 1, "\(name): h\(heading) after h\(last)")
      last = heading
    }
  }

  @Test(arguments: names)
  func `loads nothing from outside`(name: String) {
    let page = Self.page(name)
    for address in PageCheck(page).addresses {
      let isLink = address.tag == "a" && address.attribute == "href"
      #expect(isLink && (address.value.hasPrefix("#") || address.value.hasPrefix("https://")), "\(name): \(address)")
    }
    for word in ["@import", "url(", "<link", "<img", "<iframe", "fetch(", "XMLHttpRequest"] {
      #expect(!page.contains(word))
    }
  }

  @Test func `links lead to something`() {
    let check = PageCheck(Self.page("full"))
    let ids = Set(check.ids)
    for address in check.addresses where address.value.hasPrefix("#") {
      #expect(ids.contains(String(address.value.dropFirst())), "\(address.value) leads nowhere")
    }
  }

  @Test func `takes hostile names as text`() {
    let page = Self.page("full")
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Sons&quot;"))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.contains("Kontor &lt;2021&gt;"))
  }

  @Test func `begins in the programme's language and has both`() {
    let page = Self.page("full")
    #expect(page.contains("<html lang=\"sv\" data-language=\"sv\">"))
    #expect(page.contains("lang=\"sv\" data-edition=\"sv\""))
    #expect(page.contains("lang=\"en\" data-edition=\"en\""))
    #expect(page.contains("Varför ligger Ånge i omgång 2?"))
    #expect(page.contains("Why is Ånge in round 2?"))
    #expect(!Self.page("one language").contains("Varför"))
    #expect(!Self.page("one language").contains("data-choose=\"sv\""))
  }

  @Test func `tells every section`() {
    let check = PageCheck(Self.page("full"))
    let sections = [
      "map", "rounds", "goals", "rules", "places", "outside", "variants", "frontier", "comparison", "travel", "proof",
      "basis",
    ]
    for section in sections {
      #expect(check.ids.contains("sv-" + section))
      #expect(check.ids.contains("en-" + section))
    }
  }

  @Test func `an assignment that cannot be met gets a page about why`() {
    let page = Self.page("infeasible")
    #expect(page.contains("Varför ingen plan är möjlig"))
    #expect(page.contains("Why no plan is possible"))
    #expect(page.contains("Minst 5\u{A0}kontor öppnar sammanlagt."))
    #expect(!PageCheck(page).ids.contains("sv-map"))
  }

  @Test func `stays small with every municipality of a country in it`() {
    var content = Cast.content
    content.explanations = (0..<290).map { index in
      var one = Cast.outside
      one.id = "m\(index)"
      return one
    }
    #expect(PlanReport.html(content).utf8.count < 1_500_000)
  }
}
