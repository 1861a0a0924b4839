import Etapp
import EtappModel
import Testing

@testable import EtappWeb

@Suite("Who may use which route") struct AuthorisationTests {
  /// The table as people read it, written apart from the one that decides.
  ///
  /// `-` anybody; then the roles' first letters: administrator, coordinator, lead, registrar (g), reader.
  static let table = """
    GET /assets/:mark/:name                      -
    GET /language/:language                      -
    GET /health                                  -
    GET /robots.txt                              -
    GET /sign-in                                 -
    POST /sign-in                                -
    POST /sign-out                               aclgr
    GET /welcome/:secret                         -
    POST /welcome/:secret                        -
    GET /account                                 aclgr
    POST /account/sessions/end                   aclgr
    POST /account/password                       aclgr
    POST /account/tokens                         aclgr
    GET /account/factor                          aclgr
    POST /account/factor                         aclgr
    GET /account/people                          a
    POST /account/people                         a
    POST /account/people/:id/link                a
    POST /account/people/:id/role                a
    POST /account/people/:id/close               a
    POST /account/people/sign-out-all            a
    GET /public                                  -
    GET /public/:language                        -
    GET /public/:language/municipalities/:code   -
    GET /public/:language/map.svg                -
    GET /public/:language/plan.csv               -
    GET /public/:language/plan.geojson           -
    GET /public/:language/plan.json              -
    GET /public/:language/register               -
    GET /public/:language/register.csv           -
    GET /publishing                              aclgr
    POST /publishing/plan                        ac
    POST /publishing/register                    acg
    GET /letters                                 aclgr
    POST /letters                                acl
    GET /letters/letter                          aclgr
    GET /letters/letter.html                     aclgr
    GET /letters/letter.eml                      aclgr
    GET /data                                    aclgr
    POST /data                                   ac
    GET /data/:file                              aclgr
    GET /data/layers/:file                       aclgr
    GET /data/:file/as/:format                   aclgr
    GET /data/layers/:file/as/:format            aclgr
    GET /schedule/table                          aclgr
    POST /schedule/table                         acl
    GET /changes                                 aclgr
    GET /map/people.json                         aclgr
    GET /map/people.csv                          aclgr
    POST /assignment/possible                    acl
    GET /assignment/new/:list                    ac
    POST /assignment/new/:list/check             ac
    POST /assignment/new/:list                   ac
    GET /assignment/:list/:id                    ac
    POST /assignment/:list/:id/check             ac
    POST /assignment/:list/:id/remove            ac
    POST /assignment/:list/:id/move              ac
    POST /assignment/:list/:id                   ac
    GET /api/v1/register                         aclgr
    GET /api/v1/publications                     aclgr
    POST /api/v1/plans                           acl
    POST /api/v1/decisions                       ac
    POST /api/v1/offices/:place/tasks/:task      acl
    POST /api/v1/register                        acg
    POST /api/v1/register/:number/promises/:index acg
    POST /api/v1/publications/plan               ac
    POST /api/v1/publications/register           acg
    GET /dialogue                                aclgr
    GET /dialogue/:municipality                  aclgr
    POST /dialogue/:municipality/talk            acl
    POST /dialogue/:municipality/standing        acl
    POST /dialogue/:municipality/promise         acl
    POST /dialogue/:municipality/kept            acl
    POST /dialogue/:municipality/reopened        acl
    POST /dialogue/:municipality/condition       acl
    POST /dialogue/:municipality/condition-standing acl
    POST /dialogue/:municipality/answer          acl
    GET /register                                aclgr
    POST /register                               acg
    GET /register/public                         aclgr
    GET /register/:number                        aclgr
    GET /register/:number/files/:file            aclgr
    POST /register/:number/promises/:index       acg
    POST /register/:number/correct               acg
    POST /register/:number/secrecy               acg
    GET /                                        aclgr
    GET /map                                     aclgr
    GET /map/background.geojson                  aclgr
    GET /map/points.json                         aclgr
    GET /plan.csv                                aclgr
    GET /plan.geojson                            aclgr
    GET /plan                                    aclgr
    GET /plan/trial                              aclgr
    GET /plan/suggestion                         acl
    GET /plan/goals                              aclgr
    POST /plan/keep                              acl
    POST /plan/replan                            acl
    GET /why                                     aclgr
    GET /why/:topic                              aclgr
    GET /versions                                aclgr
    GET /versions/compare                        aclgr
    GET /versions/:name/adopt                    ac
    POST /versions/:name/adopt                   ac
    GET /runs/:id                                aclgr
    GET /runs/:id/events                         aclgr
    POST /runs/:id/stop                          acl
    GET /schedule                                aclgr
    GET /schedule.csv                            aclgr
    GET /schedule.ics                            aclgr
    GET /schedule.xml                            aclgr
    GET /forecast                                aclgr
    GET /offices/:place                          aclgr
    POST /offices/:place/tasks/:task             acl
    GET /alternatives                            aclgr
    GET /frontier                                aclgr
    GET /assignment                              aclgr
    GET /assignment/text                         ac
    POST /assignment/check                       ac
    POST /assignment/text                        ac
    GET /api/openapi.json                        -
    GET /api/v1/versions                         aclgr
    GET /api/v1/plan                             aclgr
    GET /api/v1/plan.geojson                     aclgr
    GET /api/v1/trial                            aclgr
    GET /api/v1/explanations/:topic              aclgr
    GET /api/v1/schedule                         aclgr
    GET /api/v1/forecast                         aclgr
    GET /api/v1/decisions                        aclgr
    """

  struct Row: Sendable, CustomTestStringConvertible {
    let method: Inquiry.Method
    let path: String
    let letters: String
    var testDescription: String { "\(method.rawValue) \(path)" }

    var isOpen: Bool { letters == "-" }
    func admits(_ role: Role?) -> Bool { isOpen || role.map { letters.contains(Self.letter($0)) } ?? false }

    private static func letter(_ role: Role) -> Character {
      switch role {
      case .administrator: "a"
      case .coordinator: "c"
      case .lead: "l"
      case .registrar: "g"
      case .reader: "r"
      }
    }

    /// The path with something that is there in the place of each variable.
    var target: String {
      let values = [
        "mark": "x", "name": path.hasPrefix("/versions") ? "first" : "app.css", "language": "sv", "secret": "none",
        "id": path.hasPrefix("/account") ? "99" : "none", "code": "03", "topic": "oby", "place": "oby", "task": "none",
        "municipality": "03", "number": "none", "file": "0", "index": "1", "list": "rules", "format": "csv",
      ]
      return path.split(separator: "/", omittingEmptySubsequences: false).map { part in
        part.hasPrefix(":") ? values[String(part.dropFirst())] ?? "" : String(part)
      }.joined(separator: "/")
    }
  }

  static let rows: [Row] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: " ")
    return Row(method: parts[0] == "GET" ? .get : .post, path: String(parts[1]), letters: String(parts[2]))
  }

  @Test("is written down for every route, and for no other")
  func complete() {
    let written = Set(Self.rows.map { "\($0.method.rawValue) \($0.path)" })
    let real = Set(Site.routes.map { "\($0.method.rawValue) \($0.path)" })
    #expect(written == real)
    #expect(Self.rows.count == written.count)
  }

  @Test("is what the server does, for every role and for nobody", arguments: rows)
  func kept(_ row: Row) async throws {
    let bench = try Bench()
    for role in [nil] + Role.allCases.map(Optional.some) {
      let answer = try await row.method == .get ? bench.get(row.target, as: role) : bench.post(row.target, as: role)
      let isTurnedAway =
        answer.status == 403 || answer.status == 401 && !row.isOpen
        || answer.header("location")?.hasPrefix("/sign-in?to=") ?? false
        || row.path == "/" && role == nil && answer.header("location") == "/sign-in"
      // A lead may record, but not for what does not exist; that is told apart in its own test.
      #expect(
        isTurnedAway == !row.admits(role), "\(row.testDescription) as \(role?.rawValue ?? "nobody"): \(answer.status)")
      #expect(answer.status != 500, "\(row.testDescription) as \(role?.rawValue ?? "nobody")")
    }
  }

  /// Places and municipalities that are the lead's, and others that are not.
  private static let objects = [("oby", "03", true), ("dal", "04", false), ("bro-n", "02", false)]

  @Test(
    "lets a lead write only about what is theirs",
    arguments: rows.filter { row in
      row.method == .post && row.letters.contains("l")
        && [":place", ":municipality"].contains { row.path.contains($0) }
    })
  func foreign(_ row: Row) async throws {
    let bench = try Bench()
    for (place, municipality, isOwn) in Self.objects {
      let target = row.path.replacing(":place", with: place).replacing(":municipality", with: municipality)
        .replacing(":task", with: "none")
      for role in [Role.lead, .coordinator] {
        let status = try await bench.post(target, as: role).status
        #expect((status == 403) == (role == .lead && !isOwn), "\(target) as \(role.rawValue): \(status)")
      }
    }
  }

  @Test("is asked for every office that a table of days is sent for")
  func foreignRows() async throws {
    let bench = try Bench()
    func save(_ place: String) async throws -> Int {
      try await bench.post(
        "/schedule/table", [("known/\(place)/none", " "), ("started/\(place)/none", "2022-01-03")], as: .lead
      ).status
    }
    #expect(try await save("dal") == 403)
    #expect(try await save("oby") != 403)
  }

  @Test("never depends on a form made for somebody else", arguments: rows.filter { $0.method == .post })
  func forged(_ row: Row) async throws {
    let bench = try Bench()
    let role: Role? = row.isOpen ? nil : .administrator
    #expect(try await bench.post(row.target, as: role, csrf: false).status == 403)
    #expect(try await bench.post(row.target, [("csrf", Secrets.csrf("other"))], as: role, csrf: false).status == 403)
    let foreign = ["origin": "https://evil.example"]
    #expect(try await bench.post(row.target, as: role, headers: foreign).status == 403)
    #expect(try await bench.post(row.target, as: role, headers: ["sec-fetch-site": "cross-site"]).status == 403)
  }
}
