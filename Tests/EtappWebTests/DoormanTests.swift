import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import EtappWeb

@Suite("The doorman of a connection") struct DoormanTests {
  /// A connection without a socket, on whose other side the test answers.
  private struct Line {
    let channel: EmbeddedChannel
    let shelf = Shelf()
    let load: Load

    init(most: Int = 10) throws {
      load = Load(most: most)
      channel = EmbeddedChannel()
      try channel.pipeline.syncOperations.addHandler(
        Doorman(shelf: shelf, load: load, limits: WebServer.Limits()))
      try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    func ask(_ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:], ends: Bool = true) throws {
      let head = HTTPRequest(method: method, scheme: "http", authority: "x", path: path, headerFields: fields)
      try channel.writeInbound(HTTPRequestPart.head(head))
      if ends { try channel.writeInbound(HTTPRequestPart.end(nil)) }
    }

    /// Answers as the inside does.
    func answer(_ status: HTTPResponse.Status, _ fields: HTTPFields = [:], _ text: String) throws {
      try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: status, headerFields: fields)))
      try channel.writeOutbound(HTTPResponsePart.body(ByteBuffer(string: text)))
      try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    /// Whether a request came through to the inside since the last time.
    func cameIn() throws -> Bool {
      var came = false
      while try channel.readInbound(as: HTTPRequestPart.self) != nil { came = true }
      return came
    }

    /// What was sent since the last time: status and text of each answer.
    func sent() throws -> [String] {
      var all: [String] = []
      while let part = try channel.readOutbound(as: HTTPResponsePart.self) {
        switch part {
        case .head(let head): all.append("\(head.status.code)")
        case .body(let body): all.append((all.popLast() ?? "") + " " + String(buffer: body))
        case .end: continue
        }
      }
      return all
    }
  }

  private static let forAll: HTTPFields = [.cacheControl: "public, max-age=60", .eTag: "\"a\""]

  @Test("gives out from the shelf what was sent to somebody before, without asking inside")
  func shelf() throws {
    let line = try Line()
    try line.ask(.get, "/public/sv")
    #expect(try line.cameIn())
    try line.answer(.ok, Self.forAll, "page")
    try line.ask(.get, "/public/sv")
    #expect(try !line.cameIn())
    #expect(try line.sent() == ["200 page", "200 page"])
    try line.ask(.get, "/public/sv", [.ifNoneMatch: "W/\"b\", \"a\""])
    try line.ask(.head, "/public/sv")
    #expect(try !line.cameIn() && line.sent() == ["304", "200"])
  }

  @Test("gives a smaller form to those who take it, under a tag of its own")
  func packed() throws {
    let line = try Line()
    let page = String(repeating: "The same again. ", count: 500)
    var fields = Self.forAll
    fields[.contentType] = "text/html; charset=utf-8"
    try line.ask(.get, "/public/sv")
    try line.answer(.ok, fields, page)
    _ = try (line.cameIn(), line.sent())
    try line.ask(.get, "/public/sv", [.acceptEncoding: "br, gzip"])
    guard case .head(let head)? = try line.channel.readOutbound(as: HTTPResponsePart.self),
      case .body(let body)? = try line.channel.readOutbound(as: HTTPResponsePart.self)
    else {
      Issue.record("no answer")
      return
    }
    #expect(head.headerFields[.contentEncoding] == "gzip" && head.headerFields[.vary] == "accept-encoding")
    #expect(head.headerFields[.eTag] == "\"a-gz\"" && head.headerFields[.contentLength] == "\(body.readableBytes)")
    #expect(body.readableBytes < page.utf8.count / 10 && body.getBytes(at: 0, length: 2) == [0x1F, 0x8B])
    _ = try line.sent()
    try line.ask(.get, "/public/sv", [.acceptEncoding: "gzip", .ifNoneMatch: "\"a-gz\""])
    try line.ask(.get, "/public/sv")
    #expect(try line.sent() == ["304", "200 " + page])
  }

  /// What a request and its answer carry where the answer is for somebody in particular.
  private struct Particular: Sendable {
    var asked: HTTPFields = [:]
    var answered: HTTPFields = DoormanTests.forAll
  }

  private static let particulars = [
    Particular(asked: [.cookie: "etapp-session=x"]), Particular(asked: [.authorization: "Bearer x"]),
    Particular(answered: [.cacheControl: "no-store"]),
    Particular(answered: [.cacheControl: "public", .setCookie: "a=b"]),
    Particular(answered: [:]),
  ]

  @Test("keeps nothing that was made for somebody in particular", arguments: particulars)
  private func particular(_ particular: Particular) throws {
    let line = try Line()
    try line.ask(.get, "/public/sv", particular.asked)
    try line.answer(.ok, particular.answered, "page")
    _ = try line.cameIn()
    try line.ask(.get, "/public/sv")
    #expect(try line.cameIn())
  }

  @Test("keeps no page that is missing, and none after something was written")
  func fresh() throws {
    let line = try Line()
    try line.ask(.get, "/public/none")
    try line.answer(.notFound, Self.forAll, "none")
    try line.ask(.get, "/public/sv")
    try line.answer(.ok, Self.forAll, "old")
    _ = try line.cameIn()
    try line.ask(.get, "/public/none")
    #expect(try line.cameIn())
    try line.answer(.notFound, Self.forAll, "none")
    try line.ask(.post, "/publishing")
    try line.answer(.seeOther, [:], "")
    _ = try line.cameIn()
    try line.ask(.get, "/public/sv")
    #expect(try line.cameIn())
  }

  @Test("does not answer before those who asked earlier on the same connection are answered")
  func order() throws {
    let line = try Line()
    try line.ask(.get, "/public/sv")
    try line.answer(.ok, Self.forAll, "page")
    try line.ask(.get, "/plan")
    try line.ask(.get, "/public/sv")
    #expect(try line.sent() == ["200 page"])
    try line.answer(.ok, [:], "plan")
    try line.answer(.ok, Self.forAll, "page anew")
    #expect(try line.sent() == ["200 plan", "200 page anew"])
  }

  @Test("turns away what is too much, and says when to come back")
  func full() async throws {
    let line = try Line(most: 1)
    _ = await line.load.carry {
      try? line.ask(.get, "/plan")
      return Answer(type: "text/plain", "")
    }
    guard case .head(let head)? = try line.channel.readOutbound(as: HTTPResponsePart.self) else {
      Issue.record("no answer")
      return
    }
    #expect(head.status == .serviceUnavailable && head.headerFields[.retryAfter] == "1")
    #expect(try !line.cameIn())
    _ = try line.sent()
    try line.ask(.get, "/plan")
    #expect(try line.cameIn())
  }

  @Test("says that the connection ends when it turns a form away before it has been read")
  func fullForm() async throws {
    let line = try Line(most: 1)
    _ = await line.load.carry {
      try? line.ask(.post, "/plan", ends: false)
      _ = try? line.channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "move=a~1")))
      return Answer(type: "text/plain", "")
    }
    guard case .head(let head)? = try line.channel.readOutbound(as: HTTPResponsePart.self) else {
      Issue.record("no answer")
      return
    }
    #expect(head.status == .serviceUnavailable && head.headerFields[.connection] == "close")
    line.channel.embeddedEventLoop.advanceTime(by: .seconds(3))
    #expect(!line.channel.isActive)
  }

  @Test("hangs up on those who say nothing, not on those who wait for an answer")
  func silence() throws {
    let limits = WebServer.Limits()
    let silent = try Line()
    silent.channel.embeddedEventLoop.advanceTime(by: TimeAmount(limits.first) - .seconds(1))
    #expect(silent.channel.isActive)
    silent.channel.embeddedEventLoop.advanceTime(by: .seconds(1))
    #expect(!silent.channel.isActive)

    let waiting = try Line()
    try waiting.ask(.get, "/plan")
    waiting.channel.embeddedEventLoop.advanceTime(by: .minutes(10))
    #expect(waiting.channel.isActive)
    try waiting.answer(.ok, [:], "plan")
    waiting.channel.embeddedEventLoop.advanceTime(by: TimeAmount(limits.idle) - .seconds(1))
    #expect(waiting.channel.isActive)
    waiting.channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!waiting.channel.isActive)

    // A form that is begun and not gone on with.
    let half = try Line()
    try half.ask(.post, "/sign-in", ends: false)
    half.channel.embeddedEventLoop.advanceTime(by: TimeAmount(limits.idle) + .seconds(1))
    #expect(!half.channel.isActive)
  }

  @Test("lets the last words arrive before it hangs up, and listens no more")
  func end() throws {
    let line = try Line()
    try line.ask(.post, "/sign-in", ends: false)
    try line.answer(HTTPResponse.Status(code: 413), [.connection: "close"], "too large")
    #expect(try line.sent() == ["413 too large"])
    _ = try line.cameIn()
    try line.channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "more")))
    #expect(try !line.cameIn())
    line.channel.embeddedEventLoop.advanceTime(by: .seconds(3))
    #expect(!line.channel.isActive)
  }
}
