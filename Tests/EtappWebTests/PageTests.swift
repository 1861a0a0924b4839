import Etapp
import EtappModel
import EtappReport
import Foundation
import Testing

@testable import EtappWeb

@Suite("Every page") struct PageTests {
  static let outside = [
    "/sign-in", "/public/sv/register", "/public/en/register", "/public/sv", "/public/en",
    "/public/sv/municipalities/02", "/public/en/municipalities/05",
  ]
  static let signedIn = [
    "/", "/map", "/plan", "/plan?place=bro-n&to=2", "/plan?place=bro-n&to=pin", "/plan?place=as&to=forbid",
    "/plan/goals",
    "/versions", "/versions/compare?a=first&b=first", "/versions/first/adopt", "/assignment", "/assignment/text",
    "/offices/bro-n", "/offices/oby", "/account", "/account/people", "/account/factor", "/frontier", "/why",
    "/forecast",
    "/schedule", "/nowhere", "/dialogue", "/dialogue/03", "/register", "/register?q=bro", "/register/public",
    "/publishing", "/letters", "/data", "/data/places.csv", "/data/demand.csv", "/schedule/table",
    "/assignment/rules/total", "/assignment/goals/access", "/assignment/new/rules?kind=count",
    "/assignment/new/rules?kind=near", "/assignment/new/goals?kind=reach",
  ]

  private func page(_ path: String, _ bench: Bench, _ language: Language = .english) async throws -> Answer {
    let role: Role? = Self.outside.contains(path) ? nil : .administrator
    var answer = try await bench.get(path, as: role, language: language)
    var hops = 0
    while let location = answer.header("location"), hops < 3 {
      hops += 1
      answer = try await bench.get(location, as: role, language: language)
    }
    return answer
  }

  private func adopted() throws -> Bench {
    let bench = try Bench()
    try bench.site.accounts.add(Adoption(plan: "first", by: "A", reason: "Because.", at: bench.clock.now))
    try bench.publish()
    return bench
  }

  @Test("keeps what is written in files and fields from becoming markup", arguments: outside + signedIn)
  func markup(_ path: String) async throws {
    let answer = try await page(path, adopted())
    let text = answer.text
    #expect(!text.contains("<script>alert"), "\(path)")
    #expect(text.contains("<html"), "\(path): \(answer.status)")
    // A quotation mark in a name must not end an attribute.
    #expect(!text.contains("\"Södra \"Bro\""), "\(path)")
    // Scripts are files, and no element has a handler or a style of its own.
    for script in text.matches(of: /<script[^>]*>/) { #expect(script.output.contains(" src=\"/assets/"), "\(path)") }
    #expect(text.firstMatch(of: /<[^>]* (?:on\w+|style)=/) == nil, "\(path)")
    #expect(text.firstMatch(of: /(?:href|action)="javascript:/) == nil, "\(path)")
  }

  @Test("shows a style element only under its own fingerprint", arguments: outside + signedIn)
  func policy(_ path: String) async throws {
    let answer = try await page(path, adopted())
    let policy = try #require(answer.header("content-security-policy"))
    #expect(
      !policy.contains("unsafe") && policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
    #expect(answer.headers.count { $0.name == "content-security-policy" } == 1)
    for style in answer.text.matches(of: /<style>([^<]*)<\/style>/) {
      #expect(policy.contains("'sha256-\(Secrets.sha256(Array(style.output.1.utf8)))'"), "\(path)")
    }
  }

  @Test(
    "speaks both languages, and no word of one in the other",
    arguments: outside.filter { !$0.hasPrefix("/public") } + signedIn)
  func languages(_ path: String) async throws {
    let bench = try adopted()
    let (english, swedish) = (try await page(path, bench, .english).text, try await page(path, bench, .swedish).text)
    #expect(english.contains("<html lang=\"en\"") && swedish.contains("<html lang=\"sv\""), "\(path)")
    // Headings, labels, buttons and captions: what the program itself says.
    let pattern = /<(?:h2|label|button|caption|summary|legend|option)[^>]*>([A-Za-zÅÄÖåäö][^<]*)</
    func words(_ text: String) -> Set<String> { Set(text.matches(of: pattern).map { String($0.output.1) }) }
    let data: Set<String> = [
      "Plan", "Ås", "Bro", "Öby", "Dal", "Eke", "first", "programme.yaml", "administrator", "E", "Etapp", "Kod", "Code",
      "<script>",
    ]
    let both = words(english).intersection(words(swedish)).subtracting(data)
    #expect(both.isEmpty, "\(path): \(both.sorted())")
  }

  @Test("has one main heading, a way past the navigation, and a label for every field", arguments: outside + signedIn)
  func structure(_ path: String) async throws {
    let text = try await page(path, adopted()).text
    #expect(text.matches(of: /<h1[ >]/).count == 1, "\(path)")
    #expect(text.contains("href=\"#main\"") && text.contains("id=\"main\""), "\(path)")
    let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    let twice = Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted()
    #expect(twice.isEmpty, "\(path): \(twice)")
    let labelled = Set(text.matches(of: /<label[^>]* for="([^"]+)"/).map { String($0.output.1) })
    for field in text.matches(of: /<(?:input|select|textarea)( [^>]*)>/) {
      let attributes = String(field.output.1)
      if attributes.contains("type=\"hidden\"") || attributes.contains(" hidden") || attributes.contains("checkbox") {
        continue
      }
      let id = attributes.firstMatch(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
      #expect(attributes.contains("aria-label=") || id.map(labelled.contains) ?? false, "\(path): \(attributes)")
    }
  }

  @Test(
    "is not found where there is none, whatever the address looks like",
    arguments: [
      "/../etc/passwd", "/assets/../../programme.yaml", "/assets/x/..%2f..%2fprogramme.yaml",
      "/%2e%2e/%2e%2e/etapp.sqlite",
      "//programme.yaml", "/public/xx", "/public/sv/municipalities/%00", "/public/sv/municipalities/none", "/plan/%zz",
      "/offices/%3Cscript%3E", "/versions/none/adopt", "/\\windows", "/etapp.sqlite", "/programme.yaml",
    ])
  func unknown(_ target: String) async throws {
    let answer = try await adopted().get(target, as: .administrator)
    #expect(answer.status == 404, "\(target)")
    #expect(!answer.text.contains("<script>"))
  }

  @Test("can be kept by caches only where it is public")
  func caching() async throws {
    let bench = try adopted()
    let page = try await bench.get("/public/sv")
    #expect(page.header("cache-control")?.hasPrefix("public") == true)
    #expect(page.headers.allSatisfy { $0.name != "set-cookie" })
    let tag = try #require(page.header("etag"))
    let again = await bench.site.answer(Inquiry(.get, "/public/sv", headers: ["if-none-match": tag]))
    #expect(again.status == 304 && again.text.isEmpty)
    for path in ["/", "/plan", "/account"] {
      #expect(try await bench.get(path, as: .administrator).header("cache-control") == "no-store", "\(path)")
    }
    // The public page is the same for whoever is signed in.
    #expect(try await bench.get("/public/sv", as: .administrator).text == page.text)
  }

  @Test("publishes only what was adopted, and only when somebody makes it public")
  func unpublished() async throws {
    let bench = try Bench()
    _ = try await bench.post("/versions/first/adopt", [("reason", "It is the best.")], as: .coordinator)
    #expect(try await bench.get("/public/en").text.contains("No plan has been published"))
    #expect(try await bench.get("/public/en/plan.csv").status == 404)
    try bench.publish([.plan])
    #expect(try await bench.get("/public/en/plan.csv").text.contains("bro-n"))
    #expect(try await bench.get("/public/en/register").status == 404)
  }

  @Test("publishes no plan that is merely kept")
  func kept() async throws {
    let bench = try Bench()
    try bench.publish()
    #expect(try await bench.get("/public/en").text.contains("No plan has been published"))
    #expect(try await bench.get("/public/en/plan.csv").status == 404)
    _ = try await bench.post("/versions/first/adopt", [("reason", "It is the best.")], as: .coordinator)
    #expect(try await bench.get("/public/en/plan.csv").text.contains("bro-n"))
  }

  @Test("of data that cannot be used says what is wrong, to those who may see it")
  func invalid() async throws {
    let bench = try Bench()
    try Data("rounds: [".utf8).write(to: bench.folder.appendingPathComponent("programme.yaml"))
    let answer = try await bench.get("/", as: .coordinator)
    #expect(answer.status == 422 && answer.text.contains("programme.yaml"))
    #expect(!(try await bench.get("/public/en").text.contains("programme.yaml")))
  }

  @Test("names texts in both languages", arguments: Tab.allCases.map(\.title) + Notice.allCases.map(\.text))
  func texts(_ text: Text) {
    #expect(text.byLanguage.keys.sorted() == ["en", "sv"])
    #expect(text.byLanguage.values.allSatisfy { !$0.isEmpty })
  }
}

@Suite("Styles lifted from elements") struct LiftedStyleTests {
  @Test("become classes, each once")
  func classes() {
    var lifted = LiftedStyles()
    let html = lifted.lift(
      .group {
        Tag.span(.class("bar"), .style("width:10%")) {}
        Tag.span(.style("width:10%")) {}
        Tag.span(.style("width:20%")) { "x" }
      })
    #expect(html.markup == "<span class=\"bar l0\"></span><span class=\"l0\"></span><span class=\"l1\">x</span>")
    #expect(lifted.text == ".l0{width:10%}\n.l1{width:20%}")
  }

  @Test("cannot end their rule or their element", arguments: ["a}b{c:d", "</style><script>", "@import x", "\\7d"])
  func hostile(_ style: String) {
    var lifted = LiftedStyles()
    #expect(lifted.lift(Tag.span(.style(style)) {}).markup == "<span></span>")
    #expect(lifted.text.isEmpty)
  }
}
