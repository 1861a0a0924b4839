import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("Making public") struct PublishingTests {
  @Test("is done with a reason, told in the log, and taken back at once")
  func switched() async throws {
    let bench = try Bench()
    try bench.site.accounts.add(Adoption(plan: "first", by: "A", reason: "Because.", at: bench.clock.now))
    #expect(try await bench.post("/publishing/plan", [("public", "yes")], as: .coordinator).status == 400)
    #expect(try await bench.get("/public/en/plan.csv").status == 404)
    let reason = ("reason", "The municipalities have been told.")
    #expect(try await bench.post("/publishing/plan", [("public", "yes"), reason], as: .coordinator).status == 303)
    #expect(try await bench.get("/public/en/plan.csv").status == 200)
    #expect(try await bench.get("/publishing", as: .reader).text.contains("The municipalities have been told."))
    #expect(
      try await bench.post("/publishing/plan", [("public", "no"), ("reason", "A mistake.")], as: .coordinator).status
        == 303)
    #expect(try await bench.get("/public/en/plan.csv").status == 404)
    let told = try Safekeeping(folder: bench.folder.path).events().filter { $0.action.hasPrefix("public.") }
    #expect(told.map(\.action) == ["public.opened", "public.closed"])
    #expect(told.first?.reason == "The municipalities have been told.")
  }

  @Test("of the register is the registrar's, of the plan the coordinator's")
  func roles() async throws {
    let bench = try Bench()
    let yes = [("public", "yes"), ("reason", "Why not.")]
    #expect(try await bench.post("/publishing/plan", yes, as: .registrar).status == 403)
    #expect(try await bench.post("/publishing/register", yes, as: .registrar).status == 303)
    #expect(try await bench.get("/public/sv/register").status == 200)
  }
}

@Suite("What programs write") struct InterfaceWritingTests {
  /// Sends JSON with a token.
  private func send(_ bench: Bench, _ target: String, _ json: String, as role: Role) async throws -> Answer {
    let secret = Secrets.make()
    let account = try bench.site.accounts.account(named: role.rawValue)
    try bench.site.accounts.add(
      AccessKey(
        fingerprint: Secrets.fingerprint(secret), kind: .token, account: account?.id ?? 0, label: "t",
        made: bench.clock.now, seen: bench.clock.now, ends: Moment(seconds: bench.clock.now.seconds + 40_000)))
    return await bench.site.answer(
      Inquiry(
        .post, "/api/v1" + target,
        headers: ["host": "localhost", "content-type": "application/json", "authorization": "Bearer \(secret)"],
        body: Array(json.utf8)))
  }

  @Test("is what the pages would have written")
  func acts() async throws {
    let bench = try Bench()
    let kept = try await send(bench, "/plans", #"{"version":"first","move":["bro-n~2"],"name":"second"}"#, as: .lead)
    #expect(kept.status == 200 && kept.text.contains("\"second\""), "\(kept.text)")
    #expect(try await send(bench, "/plans", #"{"version":"first","name":"second"}"#, as: .lead).status == 409)
    #expect(try await send(bench, "/decisions", #"{"plan":"second"}"#, as: .coordinator).status == 400)
    #expect(try await send(bench, "/decisions", #"{"plan":"none","reason":"x"}"#, as: .coordinator).status == 404)
    let adopted = try await send(bench, "/decisions", #"{"plan":"second","reason":"Best."}"#, as: .coordinator)
    #expect(adopted.status == 200, "\(adopted.text)")
    #expect(try bench.site.accounts.adoptions().last?.plan == "second")
    let opened = try await send(bench, "/publications/plan", #"{"public":"yes","reason":"Told."}"#, as: .coordinator)
    #expect(try opened.status == 200 && bench.site.accounts.isPublic(.plan))
  }

  @Test("is refused in words where it cannot be understood", arguments: ["", "[", "[]", "1", "{\"plan\":{}}", "\0"])
  func hostile(_ json: String) async throws {
    let answer = try await send(try Bench(), "/decisions", json, as: .coordinator)
    #expect(answer.status == 400 && answer.text.contains("etapp.error/1"), "\(answer.status) \(answer.text)")
  }

  @Test("is described, with what a body holds and what goes wrong")
  func description() async throws {
    let text = try await Bench().get("/api/openapi.json").text
    let all = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let paths = try #require(all["paths"] as? [String: [String: [String: Any]]])
    let writes = paths.values.compactMap { $0["post"] }
    #expect(writes.count == 7)
    for write in writes {
      #expect(write["requestBody"] != nil)
      #expect((write["responses"] as? [String: Any])?.keys.contains("409") == true)
    }
  }
}

@Suite("Changes that others make") struct ChangesTests {
  @Test("are told to an open page")
  func told() async throws {
    let bench = try Bench()
    let answer = try await bench.get("/changes", as: .reader)
    guard case .stream(let stream) = answer.body else {
      Issue.record("no stream")
      return
    }
    let (pieces, feed) = AsyncStream<String>.makeStream()
    let listening = Task { try await stream { feed.yield($0) } }
    _ = try await bench.post("/publishing/plan", [("public", "yes"), ("reason", "Told.")], as: .coordinator)
    for await piece in pieces where piece.contains("event: change") {
      #expect(piece.contains("Coordinator made something public"), "\(piece)")
      break
    }
    listening.cancel()
  }
}
