import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import Synchronization

/// The site on a socket: HTTP in, values inside, HTTP out.
package struct WebServer {
  private let site: Site
  private let host: String
  private let port: Int

  private let limits: Limits

  /// What a single visitor, or all of them together, may take of the server.
  package struct Limits: Sendable {
    /// How long a new connection may wait with its first request.
    package var first: Duration = .seconds(15)
    /// How long a connection may be silent after that; longer than proxies keep theirs.
    package var idle: Duration = .seconds(65)
    /// How long a body may take, beside what its size allows.
    package var grace: Duration = .seconds(15)
    /// Bytes of a body that come in a second at least, after the grace.
    package var pace = 20_000
    /// Requests that are answered at the same time.
    package var underWay = 64
    /// Connections that are open at the same time; more wait until one is closed.
    package var connections = 4000

    package init() {}
  }

  package init(_ site: Site, host: String, port: Int, limits: Limits = Limits()) {
    self.site = site
    self.host = host
    self.port = port
    self.limits = limits
  }

  /// Serves until the program is asked to end; answers under way are finished first.
  ///
  /// - Parameter isReady: Called with the port when the first request may come.
  package func run(isReady: @escaping @Sendable (Int) -> Void) async throws {
    setenv("LOG_LEVEL", "error", 0)
    let (shelf, load, limits) = (Shelf(), Load(most: limits.underWay), limits)
    let application = Application(
      responder: Responder(site: site, underWay: load, limits: limits),
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [Doorman(shelf: shelf, load: load, limits: limits)])),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil, backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
      services: [Closing(runs: site.desk.runs)],
      onServerRunning: { channel in isReady(channel.localAddress?.port ?? 0) })
    try await application.runService()
  }
}

/// Ends long runs when the server closes, so that those who wait for them hear of it.
private struct Closing: Service {
  let runs: LongRuns

  func run() async throws {
    try? await gracefulShutdown()
    runs.stopAll()
  }
}

/// How many requests are being answered: beyond a number, more are told to come back.
final class Load: Sendable {
  private let count = Atomic(0)
  private let most: Int

  init(most: Int) { self.most = most }

  var isFull: Bool { count.load(ordering: .relaxed) >= most }

  /// Does something unless too much is being done.
  func carry(_ work: () async -> Answer) async -> Answer {
    let before = count.add(1, ordering: .relaxed).oldValue
    defer { count.subtract(1, ordering: .relaxed) }
    guard before < most else {
      return Answer(
        503, type: "text/plain; charset=utf-8", String(buffer: Doorman.busy.body), headers: [("retry-after", "1")])
    }
    return await work()
  }
}

/// Turns requests into inquiries and answers into responses.
struct Responder: HTTPResponder {
  typealias Context = WebContext
  let site: Site
  let underWay: Load
  let limits: WebServer.Limits

  func respond(to request: Request, context: WebContext) async throws -> Response {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    headers["host"] = request.head.authority ?? headers["host"]
    var inquiry = Inquiry(.get, request.head.path ?? "/", headers: headers, address: context.address)
    guard let method = Self.method(request.method) else { return Self.response(site.unknownMethod(inquiry)) }
    inquiry.method = method
    let limit = await site.bodyLimit(of: inquiry)
    do {
      guard let body = try await body(of: request, limit: limit) else { return Self.response(site.tooSlow(inquiry)) }
      inquiry.body = body
    } catch is TooLarge {
      return Self.response(site.tooLarge(inquiry, limit: limit))
    }
    let asked = inquiry
    return Self.response(await underWay.carry { await site.answer(asked) }, isHead: request.method == .head)
  }

  /// The body; nil when it comes too slowly: who sends a byte now and then would keep a place for ever.
  private func body(of request: Request, limit: Int) async throws -> [UInt8]? {
    guard request.method == .post else { return [] }
    let received = Received()
    return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { try await Self.collected(request.body, limit: limit, received) }
      group.addTask { try await waited(received) }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  /// How many bytes of a body have come.
  private final class Received: Sendable {
    let bytes = Atomic(0)
  }

  private static func collected(_ body: RequestBody, limit: Int, _ received: Received) async throws -> [UInt8] {
    var all: [UInt8] = []
    for try await piece in body {
      guard all.count + piece.readableBytes <= limit else { throw TooLarge() }
      all.append(contentsOf: piece.readableBytesView)
      received.bytes.store(all.count, ordering: .relaxed)
    }
    return all
  }

  private struct TooLarge: Error {}

  /// Waits until less has come than should have.
  private func waited(_ received: Received) async throws -> [UInt8]? {
    let began = ContinuousClock.now
    while true {
      let allowed = limits.grace + .seconds(received.bytes.load(ordering: .relaxed) / limits.pace)
      guard began + allowed > .now else { return nil }
      try await Task.sleep(until: min(began + allowed, .now + .seconds(1)))
    }
  }

  private static func method(_ method: HTTPRequest.Method) -> Inquiry.Method? {
    switch method {
    case .get, .head: .get
    case .post: .post
    default: nil
    }
  }

  private static func response(_ answer: Answer, isHead: Bool = false) -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers.append(HTTPField(name: name, value: value))
    }
    let status = HTTPResponse.Status(code: answer.status)
    switch answer.body {
    case .bytes(let bytes):
      if isHead || answer.status == 304 { return Response(status: status, headers: headers) }
      return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .stream(let stream):
      return Response(status: status, headers: headers, body: body(stream))
    }
  }

  /// The pieces of a stream, until it ends, nobody listens, or the server closes.
  private static func body(
    _ stream: @escaping @Sendable (_ send: @escaping @Sendable (String) async throws -> Void) async throws -> Void
  ) -> ResponseBody {
    ResponseBody { writer in
      let (pieces, feed) = AsyncThrowingStream<String, any Error>.makeStream()
      let work = Task {
        do {
          try await stream { piece in feed.yield(piece) }
          feed.finish()
        } catch {
          feed.finish(throwing: error)
        }
      }
      defer { work.cancel() }
      for try await piece in pieces { try await writer.write(ByteBuffer(string: piece)) }
      try await writer.finish(nil)
    }
  }
}

/// What the server knows of a request beside its text.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let address: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    address = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
