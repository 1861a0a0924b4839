import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Stands at the door of each connection, on its event loop: gives out what lies on the shelf, turns away what is too
/// much, and shows out those who say nothing.
///
/// Requests on a connection are answered in order. It therefore answers by itself only while nothing is under way on this
/// connection; everything else goes on inside.
final class Doorman: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// A request that went on inside, and what is kept of its answer.
  private struct Errand {
    var target: String
    var changes: Bool
    /// The shelf's mark where the answer may be put there.
    var mark: Int?
    var head: HTTPResponse?
    var body = ByteBuffer()
  }

  private enum Decision {
    case give(Shelf.Entry)
    case carry(Errand)
  }

  private let shelf: Shelf
  private let load: Load
  private let limits: WebServer.Limits
  private var errands: CircularBuffer<Errand> = []
  /// The answer to give when the request that is being read has been read.
  private var ready: Shelf.Entry?
  private var isHead = false
  private var isLast = false
  private var isClosing = false
  private var isReading = false
  private var isNew = true
  private var heard = NIODeadline.uptimeNanoseconds(0)
  private var watch: Scheduled<Void>?

  init(shelf: Shelf, load: Load, limits: WebServer.Limits) {
    self.shelf = shelf
    self.load = load
    self.limits = limits
  }

  // MARK: Coming in

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    heard = context.eventLoop.now
    // Somebody who was told that this is the end may have more to say; nobody listens.
    if isClosing { return }
    switch unwrapInboundIn(data) {
    case .head(let request):
      (isReading, isNew) = (true, false)
      switch decide(request) {
      case .give(let entry):
        (ready, isHead, isLast) = (entry, request.method == .head, request.headerFields[.connection] == "close")
      case .carry(let errand):
        errands.append(errand)
        context.fireChannelRead(data)
      }
    case .body:
      guard ready != nil else { return context.fireChannelRead(data) }
      // Nobody here waits for the end of that.
      isLast = true
      give(context)
    case .end:
      isReading = false
      if ready == nil { context.fireChannelRead(data) } else { give(context) }
    }
  }

  private func decide(_ request: HTTPRequest) -> Decision {
    let (target, asks) = (request.path ?? "/", request.method == .get || request.method == .head)
    var errand = Errand(target: target, changes: request.method == .post)
    guard errands.isEmpty else { return .carry(errand) }
    if asks, Shelf.holds(target) {
      switch shelf.find(target, now: heard) {
      case .answer(let entry): return .give(fresh(entry, for: request))
      case .make(let mark): errand.mark = isForAnybody(request) ? mark : nil
      }
    }
    return load.isFull ? .give(Self.busy) : .carry(errand)
  }

  /// Whether what is answered can be given to others: what is made for somebody in particular cannot.
  private func isForAnybody(_ request: HTTPRequest) -> Bool {
    let fields = request.headerFields
    return request.method == .get && fields[.cookie] == nil && fields[.authorization] == nil
      && fields[.ifNoneMatch] == nil
  }

  /// The entry as the asker takes it, or that the asker has it already.
  private func fresh(_ entry: Shelf.Entry, for request: HTTPRequest) -> Shelf.Entry {
    var entry = Self.takesPacked(request) ? packed(entry) : entry
    guard let tag = entry.tag, let known = request.headerFields[.ifNoneMatch],
      known.split(separator: ",").contains(where: { $0.drop { $0 == " " } == tag })
    else { return entry }
    entry.head.status = .notModified
    entry.head.headerFields[.contentLength] = nil
    entry.body = ByteBuffer()
    return entry
  }

  private static func takesPacked(_ request: HTTPRequest) -> Bool {
    request.headerFields[.acceptEncoding]?.split(separator: ",").contains {
      $0.drop { $0 == " " }.lowercased() == "gzip"
    } ?? false
  }

  /// The smaller form, which has a tag of its own.
  private func packed(_ entry: Shelf.Entry) -> Shelf.Entry {
    guard let packed = entry.packed, let tag = entry.tag else { return entry }
    var entry = entry
    entry.tag = tag.dropLast() + "-gz\""
    entry.head.headerFields[.eTag] = entry.tag
    entry.head.headerFields[.contentEncoding] = "gzip"
    entry.head.headerFields[.contentLength] = "\(packed.readableBytes)"
    entry.body = packed
    return entry
  }

  private func give(_ context: ChannelHandlerContext) {
    guard var entry = ready else { return }
    ready = nil
    // Who is not told would ask the next question on a connection where nobody listens.
    if isLast { entry.head.headerFields[.connection] = "close" }
    context.write(wrapOutboundOut(.head(entry.head)), promise: nil)
    if !isHead, entry.body.readableBytes > 0 {
      context.write(wrapOutboundOut(.body(entry.body)), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if isLast { close(context) }
  }

  /// More is asked than can be answered.
  static let busy: Shelf.Entry = {
    let words = "Too many ask at once; try again in a moment.\nFör många frågar samtidigt; försök igen om en stund.\n"
    let body = ByteBuffer(string: words)
    return Shelf.Entry(
      head: HTTPResponse(
        status: .serviceUnavailable,
        headerFields: [
          .contentType: "text/plain; charset=utf-8", .retryAfter: "1", .contentLength: "\(body.readableBytes)",
          .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]),
      body: body)
  }()

  // MARK: Going out

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    heard = context.eventLoop.now
    guard !errands.isEmpty else { return context.write(data, promise: promise) }
    switch unwrapOutboundIn(data) {
    case .head(let head): begin(head)
    case .body(var bytes):
      if errands[errands.startIndex].mark != nil { errands[errands.startIndex].body.writeBuffer(&bytes) }
    case .end:
      guard finish() else { break }
      context.writeAndFlush(data, promise: promise)
      return close(context)
    }
    context.write(data, promise: promise)
  }

  /// An answer begins. What was changed was changed before that, so nothing that was made earlier is given out any more.
  private func begin(_ head: HTTPResponse) {
    if errands[errands.startIndex].changes, head.status.code < 400 { shelf.empty() }
    let isForAll =
      head.status == .ok && head.headerFields[.cacheControl]?.hasPrefix("public") ?? false
      && head.headerFields[.setCookie] == nil
    if !isForAll { errands[errands.startIndex].mark = nil }
    errands[errands.startIndex].head = head
  }

  /// - Returns: Whether the connection ends with this answer.
  private func finish() -> Bool {
    let errand = errands.removeFirst()
    guard let head = errand.head else { return false }
    if let mark = errand.mark {
      let entry = Shelf.Entry(head: head, body: errand.body, tag: head.headerFields[.eTag])
      shelf.put(entry, for: errand.target, mark: mark, now: heard)
    }
    return head.headerFields[.connection] == "close"
  }

  /// Ends a connection so that what was said last arrives: says no more, lets the other finish, and then hangs up.
  private func close(_ context: ChannelHandlerContext) {
    guard !isClosing else { return }
    isClosing = true
    context.close(mode: .output, promise: nil)
    let channel = context.channel
    context.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }

  // MARK: Silence

  func handlerAdded(context: ChannelHandlerContext) {
    heard = context.eventLoop.now
    if context.channel.isActive { keepWatch(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    heard = context.eventLoop.now
    keepWatch(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    watch?.cancel()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { watch?.cancel() }

  /// A connection on which nothing is under way, or of whose request nothing comes, is given up.
  private func keepWatch(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    watch?.cancel()
    watch = context.eventLoop.scheduleTask(deadline: max(end, context.eventLoop.now + .milliseconds(20))) {
      let (handler, context) = bound.value
      let isSilent = handler.errands.isEmpty || handler.isReading
      if isSilent, context.eventLoop.now >= handler.end {
        context.close(promise: nil)
      } else {
        handler.keepWatch(context)
      }
    }
  }

  /// When a silent connection is given up.
  private var end: NIODeadline { heard + TimeAmount(isNew ? limits.first : limits.idle) }
}
