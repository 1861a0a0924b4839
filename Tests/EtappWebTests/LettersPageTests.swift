import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

@Suite("Letters in the browser") struct LettersPageTests {
  private static let correspondence = """

    correspondence:
      sender: {name: Kontoret, address: office@centre.example}
      contact: {name: Anna, role: samordnare, address: anna@centre.example}
      our: [centre.example]

    """

  private static let template = """
    ---
    subject: Nytt kontor i {{municipality}}
    to: registrar
    promise: Vi återkommer senast den 31 oktober 2021.
    promise-to: 2021-10-31
    ---
    Hej,

    {{municipality}} får {{newOffices}}.

    """

  /// A workspace with a template; of the three municipalities of the plan, two have a contact.
  private func bench() throws -> Bench {
    let bench = try Bench()
    func write(_ name: String, _ text: String) throws {
      let file = bench.folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try write("programme.yaml", try bench.text(of: "programme.yaml") + Self.correspondence)
    try write("letters/news.sv.mustache", Self.template)
    try write(
      "contacts.csv",
      "municipality,name,role,address\n03,Ö,registrar,registrator@oby.example\n02,B,registrar,registrator@bro.example\n"
    )
    return bench
  }

  private func fields(_ what: String, _ municipalities: String...) -> [(String, String)] {
    [("template", "news.sv"), ("day", "2021-06-15"), ("version", "first"), ("do", what)]
      + municipalities.map { ("municipality", $0) }
  }

  @Test("say in each row what is missing, and stand in nobody else's way")
  func rows() async throws {
    let bench = try bench()
    let text = try await bench.get("/letters?template=news.sv&day=2021-06-15", as: .coordinator).text
    #expect(text.contains("value=\"03\"") && text.contains("value=\"02\""), "\(text)")
    #expect(!text.contains("value=\"04\""))
    #expect(try await bench.post("/letters", fields("draft", "04"), as: .coordinator).status == 422)
  }

  @Test("become drafts, and are registered once when they have been sent")
  func sent() async throws {
    let bench = try bench()
    #expect(try await bench.post("/letters", fields("sent", "03"), as: .coordinator).status == 409)
    let drafted = try await bench.post("/letters", fields("draft", "03", "02"), as: .coordinator)
    #expect(drafted.status == 303, "\(drafted.text)")
    let outbox = bench.folder.appendingPathComponent("outbox").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: outbox).count { $0.hasSuffix(".eml") } == 2)
    for _ in 0..<2 {
      #expect(try await bench.post("/letters", fields("sent", "03"), as: .coordinator).status == 303)
    }
    let registry = Registry(try await bench.site.desk.room().workspace)
    #expect(try registry.count() == 1)
    #expect(try await bench.get("/dialogue/03", as: .reader).text.contains("class=\"timeline\""))
  }

  @Test("are for a lead to their own municipalities only")
  func foreign() async throws {
    let bench = try bench()
    #expect(try await bench.post("/letters", fields("draft", "02"), as: .lead).status == 403)
    #expect(try await bench.post("/letters", fields("draft", "03"), as: .lead).status == 303)
    #expect(try await bench.post("/letters", fields("draft", "03", "02"), as: .lead).status == 403)
  }
}
