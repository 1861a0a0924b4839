import CTransfer
import EtappExchange
import Foundation

/// Why a web service gave no answer at all.
struct HTTPFailure: Error {
  enum Kind {
    /// Nothing listens there.
    case unreachable
    /// Nothing came within the time.
    case slow
    /// Somebody asked to stop.
    case stopped
    /// The connection broke, or the answer was no answer.
    case broken
  }

  var kind: Kind
  /// In the library's words.
  var message: String
}

/// A connection to a web service, kept from question to question. Of one thread only.
final class HTTPSession {
  private let handle: OpaquePointer?
  private let seconds: (connect: Int, total: Int)
  private let isStopped: @Sendable () -> Bool

  /// Longer answers are refused: a matrix of a hundred thousand pairs is a megabyte.
  private static let mostBytes = 256_000_000

  init(connectSeconds: Int = 10, totalSeconds: Int = 120, isStopped: @escaping @Sendable () -> Bool = { false }) {
    handle = etapp_http_open()
    seconds = (connectSeconds, totalSeconds)
    self.isStopped = isStopped
  }

  deinit { etapp_http_close(handle) }

  /// Sends a request and waits for the answer, whatever its status.
  func ask(_ message: HTTPMessage) throws(HTTPFailure) -> HTTPAnswer {
    guard let handle else { throw HTTPFailure(kind: .broken, message: "libcurl") }
    var answer = withQuestion(message) { question in
      var question = question
      return etapp_http_ask(handle, &question)
    }
    defer { etapp_http_free(&answer) }
    guard answer.failure == etapp_http_answered else {
      let words = withUnsafeBytes(of: answer.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      throw HTTPFailure(kind: Self.kind(answer.failure), message: words)
    }
    return HTTPAnswer(
      status: answer.status, bytes: Array(UnsafeBufferPointer(start: answer.bytes, count: answer.size)),
      retryAfter: answer.retry_after < 0 ? nil : Double(answer.retry_after))
  }

  private static func kind(_ failure: etapp_http_failure) -> HTTPFailure.Kind {
    switch failure {
    case etapp_http_unreachable: .unreachable
    case etapp_http_slow: .slow
    case etapp_http_stopped: .stopped
    default: .broken
    }
  }

  /// The question as C takes it; the pointers are good inside the call.
  private func withQuestion<Result>(_ message: HTTPMessage, _ body: (etapp_http_question) -> Result) -> Result {
    let headers = message.headers.map { strdup($0) }
    defer { headers.forEach { free($0) } }
    let lines = headers.map { UnsafePointer($0) }
    return message.url.withCString { url in
      lines.withUnsafeBufferPointer { lines in
        // An empty body has no address, and would turn POST into GET.
        (message.body ?? [0]).withUnsafeBufferPointer { bytes in
          withUnsafePointer(to: isStopped) { isStopped in
            body(
              etapp_http_question(
                url: url, body: message.body == nil ? nil : bytes.baseAddress, body_size: message.body?.count ?? 0,
                headers: lines.baseAddress, header_count: lines.count, connect_seconds: seconds.connect,
                total_seconds: seconds.total, most_bytes: Self.mostBytes,
                is_stopped: { context in
                  context?.assumingMemoryBound(to: (@Sendable () -> Bool).self).pointee() == true ? 1 : 0
                }, context: UnsafeMutableRawPointer(mutating: isStopped)))
          }
        }
      }
    }
  }
}
