import Etapp
import EtappModel
import Foundation
import Testing

@testable import EtappWeb

extension Bench {
  /// Sends a form with files.
  func upload(
    _ files: [(name: String, bytes: [UInt8])], _ fields: [(String, String)] = [], as role: Role, csrf: String? = nil,
    to target: String = "/register"
  ) async throws -> Answer {
    let secret = try session(role)
    var body: [UInt8] = []
    for (name, value) in fields + [("csrf", csrf ?? Secrets.csrf(secret))] {
      body += Array("--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for file in files {
      body += Array("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n\r\n".utf8)
      body += file.bytes + Array("\r\n".utf8)
    }
    body += Array("--b--\r\n".utf8)
    return await site.answer(
      Inquiry(
        .post, target,
        headers: [
          "host": "localhost", "content-type": "multipart/form-data; boundary=b",
          "cookie": "etapp-language=en; etapp-session=\(secret)",
        ], body: body))
  }

  /// A letter from Bro that promises something, with an attachment of an evil name.
  static let letter = Array(
    """
    From: "Registrator <script>alert(2)</script>" <registrator@bro.example>\r
    To: Programmet <office@centre.example>\r
    Subject: Svar <script>alert(1)</script> om Bro\r
    Date: Thu, 24 Jun 2021 10:00:00 +0200\r
    Message-ID: <one@bro.example>\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="x"\r
    \r
    --x\r
    Content-Type: text/plain; charset=utf-8\r
    \r
    Hej!\r
    \r
    Vi återkommer senast den 15 oktober 2021 med besked om lokaler.\r
    --x\r
    Content-Type: text/html\r
    Content-Disposition: attachment; filename="../../etc/<b>evil.html"\r
    \r
    <script>alert(3)</script>\r
    --x--\r

    """.utf8)

  /// The address of the letter once it is registered.
  func registered(_ fields: [(String, String)] = [("municipality", "02")]) async throws -> String {
    let answer = try await upload([("brev.eml", Self.letter)], fields, as: .registrar)
    return String((answer.header("location") ?? "").split(separator: "?")[0])
  }
}

@Suite("The register in the browser") struct RegisterPageTests {
  @Test("takes a letter in, and the same letter again changes nothing")
  func upload() async throws {
    let bench = try Bench()
    let first = try await bench.upload([("brev.eml", Bench.letter)], as: .registrar)
    #expect(first.status == 303 && first.header("location")?.hasSuffix("?done=registered") == true, "\(first.text)")
    let second = try await bench.upload([("brev.eml", Bench.letter)], as: .coordinator)
    #expect(second.header("location")?.hasSuffix("?done=known") == true)
    for language in Language.allCases {
      let text = try await bench.get(try await bench.registered(), as: .reader, language: language).text
      #expect(text.contains("&lt;script>alert(1)") || text.contains("&lt;script&gt;alert(1)"))
      #expect(!text.contains("<script>alert") && text.contains("15 oktober 2021 med besked"))
    }
  }

  @Test(
    "never lets what a letter says become markup",
    arguments: [
      "/register", "/register?q=lokaler", "/register?q=script", "/register/public", "/public/sv/register", "/dialogue",
      "/dialogue/02", "/", "/offices/bro-n",
    ])
  func markup(_ path: String) async throws {
    let bench = try Bench()
    try bench.publish([.register])
    let entry = try await bench.registered()
    _ = try await bench.post(entry + "/promises/1", [("verdict", "confirm"), ("to", "2021-10-15")], as: .registrar)
    for language in Language.allCases {
      let answer = try await bench.get(path, as: .reader, language: language)
      #expect(answer.status == 200 && !answer.text.contains("<script>alert") && !answer.text.contains("<b>evil"))
    }
  }

  @Test("gives attachments to keep, never to open, under names that lead nowhere")
  func attachments() async throws {
    let bench = try Bench()
    let entry = try await bench.registered()
    let file = try await bench.get(entry + "/files/1", as: .reader)
    #expect(file.status == 200 && file.text.contains("alert(3)"))
    #expect(file.header("content-type") == "application/octet-stream")
    #expect(file.header("x-content-type-options") == "nosniff")
    let disposition = file.header("content-disposition") ?? ""
    #expect(disposition.hasPrefix("attachment;") && !disposition.contains("..") && !disposition.contains("/"))
    for path in ["/files/2", "/files/-1", "/files/x", "/files/..%2f..", "/files/"] {
      #expect(try await bench.get(entry + path, as: .reader).status == 404, "\(path)")
    }
    #expect(try await bench.get(entry + "/files/0").status == 303)
  }

  @Test("turns away what is too large, forged, of another kind, or without what the law asks for")
  func refused() async throws {
    let bench = try Bench()
    let limit = bench.site.configuration.uploadLimit
    let large = [UInt8](repeating: 65, count: limit)
    #expect(try await bench.upload([("a.txt", large)], as: .registrar).status == 413)
    #expect(
      try await bench.post(
        "/assignment/check", [("text", String(repeating: "a", count: 2_000_001))],
        as: .coordinator
      ).status == 413)
    #expect(try await bench.upload([("a.eml", Bench.letter)], as: .registrar, csrf: "other").status == 403)
    #expect(try await bench.upload([("a.exe", Bench.letter)], as: .registrar).status == 415)
    #expect(try await bench.upload([], as: .registrar).status == 400)
    #expect(try await bench.upload([("a.pdf", Array("%PDF-1.4".utf8))], as: .registrar).status == 422)
    #expect(try await bench.upload([("a.eml", Bench.letter)], [("municipality", "99")], as: .registrar).status == 400)
    #expect(try await bench.get("/register", as: .reader).text.contains("Nothing is registered"))
  }

  @Test("takes more from those who may send documents, and from nobody else")
  func limits() async throws {
    let bench = try Bench()
    func limit(_ role: Role?, _ path: String) async throws -> Int {
      let cookie = try role.map { "etapp-session=" + (try bench.session($0)) } ?? ""
      return await bench.site.bodyLimit(of: Inquiry(.post, path, headers: ["cookie": cookie]))
    }
    let configuration = bench.site.configuration
    #expect(try await limit(.registrar, "/register") == configuration.uploadLimit)
    #expect(try await limit(.reader, "/register") == configuration.bodyLimit)
    #expect(try await limit(nil, "/register") == configuration.bodyLimit)
    #expect(try await limit(.registrar, "/plan/keep") == configuration.bodyLimit)
  }

  @Test("is published as it stands now, whoever looked before and whatever their address said")
  func published() async throws {
    let bench = try Bench()
    try bench.publish()
    let before = try await bench.get("/public/en/register?done=saved").text
    #expect(before.contains("Nothing is registered") && !before.contains("class=\"notice\""))
    _ = try await bench.registered()
    let after = try await bench.get("/public/en/register").text
    #expect(after.contains("2021-") && !after.contains("Nothing is registered"))
    #expect(try await bench.get("/public/en/register.csv").text.contains("2021-"))
  }

  @Test("of what is marked as secret shows the words only to those who keep the register")
  func secrecy() async throws {
    let bench = try Bench()
    try bench.publish([.register])
    let entry = try await bench.registered()
    let mark = [("paragraph", "OSL 19:3"), ("hides", "yes"), ("reason", "Trade.")]
    #expect(try await bench.post(entry + "/secrecy", mark, as: .registrar).status == 303)
    #expect(try await bench.get(entry, as: .registrar).text.contains("besked om lokaler"))
    for role in [Role.reader, .lead] {
      for path in [entry, "/register", "/register?q=lokaler", "/register/public", "/public/en/register"] {
        let text = try await bench.get(path, as: role).text
        #expect(!text.contains("besked om lokaler") && !text.contains("alert(1)"), "\(path)")
      }
      #expect(try await bench.get(entry + "/files/0", as: role).status == 403)
    }
  }
}

@Suite("The dialogue in the browser") struct DialoguePageTests {
  @Test("has what was confirmed in the register, until it is kept")
  func confirming() async throws {
    let bench = try Bench()
    let entry = try await bench.registered()
    #expect(!(try await bench.get("/dialogue/02", as: .reader).text.contains("besked om lokaler")))
    let verdict = [("verdict", "confirm"), ("from", "2021-10-01"), ("to", "2021-10-15")]
    #expect(try await bench.post(entry + "/promises/1", verdict, as: .registrar).status == 303)
    let page = try await bench.get("/dialogue/02", as: .coordinator).text
    #expect(page.contains("besked om lokaler") && page.contains("overdue"))
    #expect(try await bench.get("/dialogue", as: .reader).text.contains("besked om lokaler"))
    #expect(try await bench.get("/", as: .reader).text.contains("Due in the dialogue"))
    #expect(try await bench.get("/offices/bro-n", as: .reader).text.contains("open promises: 1"))
    let id = try #require(
      page.firstMatch(of: /name="promise" type="hidden" value="([^"]*)"|name="promise" value="([^"]*)"/))
    let promise = String(id.output.1 ?? id.output.2 ?? "")
    #expect(
      try await bench.post("/dialogue/02/kept", [("promise", promise), ("day", "2021-10-12")], as: .lead).status == 303)
    #expect(try await bench.get("/dialogue/02", as: .reader).text.contains("kept 12"))
    #expect(!(try await bench.get("/", as: .reader).text.contains("Due in the dialogue")))
  }

  @Test("shows what its forms write down")
  func writing() async throws {
    let bench = try Bench()
    let forms: [(String, [(String, String)])] = [
      (
        "talk",
        [("day", "2021-09-01"), ("channel", "phone"), ("with", "The <b>manager"), ("summary", "Premises & rent.")]
      ),
      ("standing", [("next", "2021-12-01"), ("owner", "Anna"), ("readiness", "talking")]),
      ("promise", [("side", "ours"), ("text", "We send the drawings."), ("to", "2021-12-24")]),
      ("condition", [("text", "After the election."), ("before", "2022-09-12")]),
    ]
    for (name, fields) in forms {
      #expect(try await bench.post("/dialogue/03/" + name, fields, as: .lead).status == 303, "\(name)")
    }
    let condition = [("condition", "c-1"), ("standing", "confirmed")]
    #expect(try await bench.post("/dialogue/03/condition-standing", condition, as: .coordinator).status == 303)
    let text = try await bench.get("/dialogue/03", as: .reader).text
    for words in ["Premises &amp; rent.", "Anna", "We send the drawings.", "After the election.", "confirmed", "Lead"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("<b>manager") && !text.contains("<form"))
    #expect(try await bench.get("/dialogue", as: .reader).text.contains("In talks"))
  }

  @Test(
    "turns away what cannot be written down",
    arguments: [
      ("talk", [("day", "2021-09-01"), ("channel", "pigeon"), ("with", "x"), ("summary", "x")]),
      ("talk", [("day", "soon"), ("channel", "phone"), ("with", "x"), ("summary", "x")]),
      ("talk", [("day", "2021-09-01"), ("channel", "phone"), ("with", " "), ("summary", "x")]),
      ("promise", [("text", "x"), ("from", "2021-12-02"), ("to", "2021-12-01")]),
      ("promise", [("text", String(repeating: "x", count: 2001))]), ("kept", [("promise", "p-9")]),
      ("condition-standing", [("condition", "c-9")]), ("standing", [("readiness", "eager")]),
    ])
  func refused(_ name: String, _ fields: [(String, String)]) async throws {
    let status = try await Bench().post("/dialogue/03/" + name, fields, as: .coordinator).status
    #expect(status == 400 || status == 404)
  }

  @Test("does not let one who saw an older page undo another's change")
  func conflict() async throws {
    let bench = try Bench()
    let fields = [("next", ""), ("owner", "Anna"), ("readiness", "told"), ("known", " untold ")]
    #expect(try await bench.post("/dialogue/03/standing", fields, as: .lead).status == 303)
    #expect(try await bench.post("/dialogue/03/standing", fields, as: .coordinator).status == 409)
  }

  @Test("has no page for a municipality that there is not")
  func unknown() async throws {
    #expect(try await Bench().get("/dialogue/99", as: .reader).status == 404)
  }
}

@Suite("The log") struct WebLogTests {
  /// Who did what, as the command line would tell it.
  private func events(_ bench: Bench) throws -> [String] {
    try Safekeeping(folder: bench.folder.path).events().map {
      "\($0.actor) \($0.action) \($0.subject) \($0.reason ?? "")"
    }
  }

  @Test("tells who adopted a plan and why, under the name they signed in with")
  func adoption() async throws {
    let bench = try Bench()
    _ = try await bench.post("/versions/first/adopt", [("reason", "It is the best.")], as: .coordinator)
    #expect(try events(bench).contains("Coordinator plan.adopted plan/first It is the best."))
  }
}
