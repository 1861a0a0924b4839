import CTransfer
import EtappModel

/// What a server said to one recipient's letter.
public struct MailAnswer: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable {
    /// The server took it.
    case sent
    /// It was not taken; it may be tried again.
    case failed
    /// It was handed over and no answer came: it may have gone.
    case unknown
  }

  public var outcome: Outcome
  /// The server's code, 250 or 550; 0 where it said nothing.
  public var code: Int
  /// What the server said, or why it was not reached.
  public var message: String

  public init(_ outcome: Outcome, code: Int = 0, message: String = "") {
    self.outcome = outcome
    self.code = code
    self.message = message
  }
}

/// A connection to a mail server, kept from letter to letter. Of one thread only.
public final class MailSession {
  private let server: MailServer
  private let handle: OpaquePointer?

  public init(_ server: MailServer) {
    self.server = server
    handle = etapp_mail_open()
  }

  deinit {
    etapp_mail_close(handle)
  }

  /// Hands a letter over to one recipient.
  ///
  /// - Parameters:
  ///   - from: Where answers that cannot be delivered go.
  public func send(_ bytes: [UInt8], from: String, to recipient: String) -> MailAnswer {
    guard let handle else { return MailAnswer(.failed, message: "libcurl") }
    let answer = server.withPointers { server in
      var server = server
      return etapp_mail_send(handle, &server, from, recipient, bytes, bytes.count)
    }
    let outcome: MailAnswer.Outcome = answer.is_taken != 0 ? .sent : answer.is_unknown != 0 ? .unknown : .failed
    let message = withUnsafeBytes(of: answer.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    return MailAnswer(outcome, code: answer.code, message: message)
  }
}

extension MailServer {
  /// The server as C takes it; the pointers are good inside the call.
  fileprivate func withPointers<Result>(_ body: (etapp_mail_server) -> Result) -> Result {
    func optional(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
      guard let text else { return body(nil) }
      return text.withCString { body($0) }
    }
    return url.withCString { url in
      optional(credentials?.user) { user in
        optional(credentials?.password) { password in
          optional(authority) { authority in
            body(
              etapp_mail_server(
                url: url, user: user, password: password, authority: authority, must_encrypt: mustEncrypt ? 1 : 0,
                connect_seconds: seconds.connect, total_seconds: seconds.total))
          }
        }
      }
    }
  }
}
