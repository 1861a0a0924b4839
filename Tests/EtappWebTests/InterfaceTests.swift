import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("The interface for programs") struct InterfaceTests {
  private let bench: Bench
  private let token: String

  init() async throws {
    bench = try Bench()
    let page = try await bench.post("/account/tokens", [("label", "program")], as: .coordinator).text
    token = try #require(page.firstMatch(of: /class="secret">([^<]+)</)?.output.1).description
  }

  private func send(_ path: String, _ body: String, as type: String = "application/json") async -> Answer {
    await bench.site.answer(
      Inquiry(
        .post, "/api/v1" + path,
        headers: ["authorization": "Bearer \(token)", "content-type": type, "cookie": "etapp-language=en"],
        body: Array(body.utf8)))
  }

  @Test("keeps a plan that JSON or a form describes")
  func keeps() async throws {
    let json = await send("/plans", #"{"version": "first", "move": ["bro-n~2"], "name": "second", "note": "Tried."}"#)
    #expect(json.status == 200, "\(json.text)")
    let form = await send("/plans", "version=first&move=dal~1&name=third", as: "application/x-www-form-urlencoded")
    #expect(form.status == 200, "\(form.text)")
    let names = try Versions(folder: bench.folder.path).all().map(\.name)
    #expect(names == ["first", "second", "third"])
  }

  @Test(
    "refuses what it does not read, and says what",
    arguments: [
      (#"{"nmae": "second"}"#, "“nmae” is nothing that is read here. There are: version, move, name, note."),
      (#"{"name": null}"#, "no JSON object"), (#"{"name": 4}"#, "no JSON object"), ("[]", "no JSON object"),
      ("{", "no JSON object"), (#"{"name": ["a", "b"]}"#, "“name” is one text"),
      (#"{"move": "bro-n~2"}"#, "“move” is a list"),
    ])
  func refuses(_ body: String, _ words: String) async throws {
    let answer = await send("/plans", body)
    #expect(answer.status == 400)
    #expect(answer.text.contains(words), "\(answer.text)")
    #expect(try Versions(folder: bench.folder.path).all().map(\.name) == ["first"])
  }

  @Test("names each thing that may be sent, and nothing else, in its document")
  func document() throws {
    let body = try #require(OpenAPI.document.paths["/api/v1/decisions"]?["post"]?.requestBody)
    let schema = try #require(body.content["application/json"]?.schema)
    #expect(schema.properties?.keys.sorted() == ["plan", "reason"])
    #expect(schema.required == ["plan", "reason"])
    #expect(schema.additionalProperties == false)
    #expect(schema.properties?["reason"]?.pattern == #"\S"#)
  }
}
