import Foundation
import HTTPTypes
import Hummingbird
import ServiceLifecycle
import Synchronization

/// The site on a socket: HTTP in, values inside, HTTP out.
package struct WebServer {
  private let site: Site
  private let host: String
  private let port: Int

  package init(_ site: Site, host: String, port: Int) {
    self.site = site
    self.host = host
    self.port = port
  }

  /// Serves until the program is asked to end; answers under way are finished first.
  ///
  /// - Parameter isReady: Called with the port when the first request may come.
  package func run(isReady: @escaping @Sendable (Int) -> Void) async throws {
    setenv("LOG_LEVEL", "error", 0)
    let application = Application(
      responder: Responder(site: site, underWay: Load(most: 200)),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
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

  /// Does something unless too much is being done.
  func carry(_ work: () async -> Answer) async -> Answer {
    let before = count.add(1, ordering: .relaxed).oldValue
    defer { count.subtract(1, ordering: .relaxed) }
    guard before < most else {
      return Answer(503, type: "text/plain; charset=utf-8", "503\n", headers: [("retry-after", "1")])
    }
    return await work()
  }
}

/// Turns requests into inquiries and answers into responses.
struct Responder: HTTPResponder {
  typealias Context = WebContext
  let site: Site
  let underWay: Load

  /// Seconds within which a body must have come.
  private static let patience = 30

  func respond(to request: Request, context: WebContext) async throws -> Response {
    guard let method = Self.method(request.method) else {
      return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD, POST"])
    }
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    headers["host"] = request.head.authority ?? headers["host"]
    var inquiry = Inquiry(method, request.head.path ?? "/", headers: headers, address: context.address)
    let limit = await site.bodyLimit(of: inquiry)
    do {
      guard let body = try await body(of: request, limit: limit) else { return Self.refused(408) }
      inquiry.body = body
    } catch {
      return Self.response(site.tooLarge(inquiry, limit: limit), isHead: false)
    }
    let asked = inquiry
    return Self.response(await underWay.carry { await site.answer(asked) }, isHead: request.method == .head)
  }

  /// The body; nil when it did not come in time.
  private func body(of request: Request, limit: Int) async throws -> [UInt8]? {
    guard request.method == .post else { return [] }
    return try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { Array(buffer: try await request.body.collect(upTo: limit)) }
      group.addTask {
        try await Task.sleep(for: .seconds(Self.patience))
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  private static func refused(_ status: Int) -> Response {
    response(
      Answer(status, type: "text/plain; charset=utf-8", "\(status)\n", headers: [("connection", "close")]),
      isHead: false)
  }

  private static func method(_ method: HTTPRequest.Method) -> Inquiry.Method? {
    switch method {
    case .get, .head: .get
    case .post: .post
    default: nil
    }
  }

  private static func response(_ answer: Answer, isHead: Bool) -> Response {
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
