import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("Signing in") struct SignInTests {
  private func cookie(_ answer: Answer, _ name: String) -> String? {
    answer.headers.filter { $0.name == "set-cookie" }.map(\.value).first { $0.hasPrefix(name + "=") }
  }

  @Test("lets in with the right password, by a cookie that scripts cannot read")
  func rightPassword() async throws {
    let bench = try Bench()
    let answer = try await bench.post(
      "/sign-in", [("name", "Coordinator"), ("password", Bench.password), ("to", "/map")])
    #expect(answer.status == 303)
    #expect(answer.header("location") == "/map")
    let session = try #require(cookie(answer, "etapp-session"))
    #expect(session.contains("HttpOnly") && session.contains("SameSite=Lax") && session.contains("Path=/"))
  }

  @Test("binds its cookie to the host where there is https")
  func secureCookie() async throws {
    let bench = try Bench()
    let site = try Site(
      folder: bench.folder.path, firstLink: nil, configuration: Site.Configuration(isSecure: true),
      clock: { bench.clock.now })
    let form = Fields([
      ("name", "reader"), ("password", Bench.password), ("csrf", Secrets.csrf("v")),
    ])
    let answer = await site.answer(
      Inquiry(
        .post, "/sign-in",
        headers: [
          "host": "a.example", "cookie": "__Host-etapp-visitor=v", "content-type": "application/x-www-form-urlencoded",
        ], body: Array(form.encoded.utf8)))
    let session = try #require(cookie(answer, "__Host-etapp"))
    #expect(session.contains("Secure") && !session.contains("Domain"))
    #expect(answer.header("strict-transport-security") != nil)
  }

  @Test("says the same of a wrong name and a wrong password")
  func wrongPassword() async throws {
    let bench = try Bench()
    let wrong = try await bench.post("/sign-in", [("name", "reader"), ("password", "wrong")])
    let unknown = try await bench.post("/sign-in", [("name", "nobody"), ("password", "wrong")])
    #expect(wrong.status == 401 && unknown.status == 401)
    #expect(wrong.text.contains("is wrong") && unknown.text.contains("is wrong"))
    #expect(cookie(wrong, "etapp-session") == nil)
  }

  @Test("slows down who guesses, and lets in again after a while")
  func limit() async throws {
    let bench = try Bench()
    for _ in 1...10 { _ = try await bench.post("/sign-in", [("name", "reader"), ("password", "wrong")]) }
    let blocked = try await bench.post("/sign-in", [("name", "reader"), ("password", Bench.password)])
    #expect(blocked.status == 429)
    #expect(blocked.header("retry-after").flatMap(Int.init).map { (1...900).contains($0) } == true)
    bench.clock.advance(901)
    #expect(try await bench.post("/sign-in", [("name", "reader"), ("password", Bench.password)]).status == 303)
  }

  @Test(
    "leads on to our own pages only",
    arguments: [
      "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nset-cookie: b",
    ])
  func openRedirect(_ target: String) async throws {
    let bench = try Bench()
    let answer = try await bench.post("/sign-in", [("name", "reader"), ("password", Bench.password), ("to", target)])
    #expect(answer.header("location") == "/")
    #expect(try await bench.get("/language/sv?to=" + Fields.encoded(target)).header("location") == "/")
  }

  @Test("begins with a link that makes one administrator, once")
  func firstLink() async throws {
    let bench = try Bench(people: false)
    #expect(try await bench.get("/welcome/" + bench.firstLink).status == 200)
    #expect(try await bench.get("/welcome/" + Secrets.make()).status == 404)
    let fields = [("title", "The first"), ("name", "first"), ("password", Bench.password)]
    #expect(try await bench.post("/welcome/" + bench.firstLink, fields).status == 303)
    #expect(try bench.site.accounts.account(named: "first")?.role == .administrator)
    #expect(try await bench.post("/welcome/" + bench.firstLink, fields).status == 404)
    #expect(try bench.site.accounts.all().count == 1)
  }

  @Test(
    "refuses a short password, and one that holds the name", arguments: ["short", "coordinator-1", "aaaaaaaaaaaaaaaa"])
  func weakPassword(_ password: String) async throws {
    let bench = try Bench(people: false)
    let answer = try await bench.post(
      "/welcome/" + bench.firstLink, [("title", "X"), ("name", "coordinator"), ("password", password)])
    #expect(answer.status == 400)
    #expect(try bench.site.accounts.all().isEmpty)
  }

  @Test("ends: when asked to, when unused, when the account is closed, when everybody is signed out")
  func ends() async throws {
    for way in ["own", "idle", "closed", "all"] {
      let bench = try Bench()
      #expect(try await bench.get("/map", as: .reader).status == 200)
      switch way {
      case "own": _ = try await bench.post("/sign-out", as: .reader)
      case "idle": bench.clock.advance(Site.sessionSpan.idle + 1)
      case "closed":
        let id = try #require(try bench.site.accounts.account(named: "reader")?.id)
        _ = try await bench.post("/account/people/\(id)/close", as: .administrator)
      default: _ = try await bench.post("/account/people/sign-out-all", as: .administrator)
      }
      #expect(try await bench.get("/map", as: .reader).header("location") == "/sign-in?to=%2Fmap", "\(way)")
    }
  }

  @Test("never shuts out the last administrator")
  func lastAdministrator() async throws {
    let bench = try Bench()
    let id = try #require(try bench.site.accounts.account(named: "administrator")?.id)
    #expect(try await bench.post("/account/people/\(id)/close", as: .administrator).status == 409)
    #expect(try await bench.post("/account/people/\(id)/role", [("role", "reader")], as: .administrator).status == 409)
  }

  @Test("takes away nobody else's key")
  func foreignKey() async throws {
    let bench = try Bench()
    let key = Secrets.fingerprint(try bench.session(.coordinator))
    #expect(try await bench.post("/account/sessions/end", [("key", key)], as: .reader).status == 404)
    #expect(try await bench.get("/map", as: .coordinator).status == 200)
  }

  @Test("of programs is by a token, which no form and no session replaces")
  func token() async throws {
    let bench = try Bench()
    let page = try await bench.post("/account/tokens", [("label", "figures")], as: .reader).text
    let token = try #require(page.firstMatch(of: /class="secret">([^<]+)</)?.output.1).description
    func ask(_ secret: String) async -> Int {
      await bench.site.answer(
        Inquiry(.get, "/api/v1/versions", headers: ["authorization": "Bearer \(secret)"])
      ).status
    }
    #expect(await ask(token) == 200)
    #expect(await ask(Secrets.make()) == 401)
    let session = try bench.session(.reader)
    #expect(await ask(session) == 401)
  }

  // MARK: The second factor

  /// The vectors of RFC 6238, appendix B, cut to six figures.
  @Test(
    "by code agrees with the standard",
    arguments: [
      (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
      (2_000_000_000, "279037"),
    ])
  func codes(_ seconds: Int, _ code: String) {
    let key = Array("12345678901234567890".utf8)
    #expect(OneTimeCode.code(key, step: Int64(seconds / 30)) == code)
    #expect(OneTimeCode.decoded(OneTimeCode.encoded(key)) == key)
  }

  @Test("with a second factor takes a code, each once")
  func secondFactor() async throws {
    let bench = try Bench()
    let secret = OneTimeCode.encoded(Array("12345678901234567890".utf8))
    let account = try #require(try bench.site.accounts.account(named: "reader"))
    try bench.site.accounts.update(account.id) { kept in
      kept.secret = secret
      return true
    }
    let key = try #require(OneTimeCode.decoded(secret))
    let code = OneTimeCode.code(key, step: Int64(bench.clock.now.seconds / 30))
    func enter(_ code: String) async throws -> Int {
      try await bench.post("/sign-in", [("name", "reader"), ("password", Bench.password), ("code", code)]).status
    }
    #expect(try await enter("") == 401)
    #expect(try await enter("000000") == 401)
    #expect(try await enter(code) == 303)
    #expect(try await enter(code) == 401)
  }
}
