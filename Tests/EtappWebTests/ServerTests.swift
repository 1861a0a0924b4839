import EtappModel
import Foundation
import Synchronization
import Testing

@testable import EtappWeb

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("The server on a socket") struct ServerTests {
  /// Serves while a test asks, on a free port of this machine.
  private func serving(_ bench: Bench, _ ask: @Sendable (URL) async throws -> Void) async throws {
    let (ports, feed) = AsyncStream<Int>.makeStream()
    let server = WebServer(bench.site, host: "127.0.0.1", port: 0)
    let task = Task { try await server.run { feed.yield($0) } }
    defer { task.cancel() }
    for await port in ports {
      let url = try #require(URL(string: "http://127.0.0.1:\(port)"))
      try await ask(url)
      break
    }
  }

  @Test("answers what the site answers, with its headers")
  func answers() async throws {
    try await serving(try Bench()) { url in
      let (body, response) = try await URLSession.shared.data(from: url.appendingPathComponent("health"))
      let http = try #require(response as? HTTPURLResponse)
      #expect(http.statusCode == 200 && String(decoding: body, as: UTF8.self) == "ok\n")
      #expect(http.value(forHTTPHeaderField: "x-content-type-options") == "nosniff")
      #expect(http.value(forHTTPHeaderField: "content-security-policy")?.contains("default-src 'none'") == true)
    }
  }

  @Test("refuses a body that is too large, and methods that are none of ours")
  func refusals() async throws {
    try await serving(try Bench()) { url in
      var large = URLRequest(url: url.appendingPathComponent("sign-in"))
      large.httpMethod = "POST"
      large.httpBody = Data(repeating: 65, count: 3_000_000)
      let status = try? await (URLSession.shared.data(for: large).1 as? HTTPURLResponse)?.statusCode
      #expect(status == 413 || status == nil)
      var odd = URLRequest(url: url)
      odd.httpMethod = "DELETE"
      #expect(try await (URLSession.shared.data(for: odd).1 as? HTTPURLResponse)?.statusCode == 405)
      // It still answers.
      let (body, _) = try await URLSession.shared.data(from: url.appendingPathComponent("health"))
      #expect(String(decoding: body, as: UTF8.self) == "ok\n")
    }
  }
}
