import HTTPTypes
import NIOCore
import Synchronization

/// Answers that are the same for everybody, kept as the bytes that were sent, so that the next who asks gets them at once.
///
/// An answer stands here for a moment only. The first who asks after that is answered anew and the others meanwhile from
/// what stands here; what is written through this server empties the shelf at once.
final class Shelf: Sendable {
  /// An answer as it went out.
  struct Entry: Sendable {
    var head: HTTPResponse
    var body: ByteBuffer
    var tag: String?
    /// The body made smaller for the way; nil where it is not worth it.
    var packed: ByteBuffer?
  }

  /// What to do with a request.
  enum Find {
    case answer(Entry)
    /// Answer it; what comes may be put here under this mark.
    case make(mark: Int)
  }

  private struct State {
    var entries: [String: (entry: Entry, until: NIODeadline)] = [:]
    var bytes = 0
    /// Grows when the shelf is emptied, so that an answer which was begun before does not come onto it after.
    var mark = 0
  }

  private let state = Mutex(State())
  private let span: TimeAmount
  private static let mostBytes = 64_000_000
  private static let mostEntries = 2000

  /// - Parameter span: How long an answer stands before it is made anew.
  init(span: TimeAmount = .milliseconds(250)) { self.span = span }

  /// Whether an address is one of those that are the same for everybody.
  static func holds(_ target: String) -> Bool {
    (target.hasPrefix("/public/") || target.hasPrefix("/assets/")) && !target.contains("?") && target.utf8.count <= 200
  }

  func find(_ target: String, now: NIODeadline) -> Find {
    state.withLock { state in
      guard let found = state.entries[target] else { return .make(mark: state.mark) }
      guard found.until < now else { return .answer(found.entry) }
      // One renews it; the others need not wait for that.
      state.entries[target]?.until = now + span
      return .make(mark: state.mark)
    }
  }

  /// - Complexity: Packs what is new, at most `mostToPack` bytes: some hundredths of a second on the event loop, once.
  func put(_ entry: Entry, for target: String, mark: Int, now: NIODeadline) {
    var entry = entry
    let known = state.withLock { $0.entries[target]?.entry }
    if let known, known.tag == entry.tag, known.tag != nil {
      (entry.head.headerFields[.vary], entry.packed) = (known.head.headerFields[.vary], known.packed)
    } else {
      Self.pack(&entry)
    }
    let new = entry
    state.withLock { state in
      guard mark == state.mark else { return }
      state.bytes += new.body.readableBytes - (state.entries[target]?.entry.body.readableBytes ?? 0)
      state.entries[target] = (new, now + span)
      if state.bytes > Self.mostBytes || state.entries.count > Self.mostEntries { Self.empty(&state) }
    }
  }

  private static let mostToPack = 500_000

  private static func pack(_ entry: inout Entry) {
    let type = entry.head.headerFields[.contentType] ?? ""
    guard type.hasPrefix("text/") || type.contains("json") || type.contains("svg"), entry.tag != nil,
      entry.body.readableBytes <= mostToPack
    else { return }
    entry.packed = Gzip.packed(Array(entry.body.readableBytesView)).map { ByteBuffer(bytes: $0) }
    if entry.packed != nil { entry.head.headerFields[.vary] = "accept-encoding" }
  }

  /// What is asked for next is made anew.
  func empty() { state.withLock { Self.empty(&$0) } }

  private static func empty(_ state: inout State) {
    state.entries = [:]
    state.bytes = 0
    state.mark += 1
  }
}
