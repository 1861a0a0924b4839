import Etapp
import EtappModel

/// Who is asking.
extension Site {
  struct Visitor {
    var account: Account?
    /// What the forms of this visitor are tied to.
    var secret: String?
    /// Whether a program asks with a token: no browser sends that by itself, so no form needs to prove itself.
    var isToken = false
  }

  /// Seconds that a session lasts; and within it, without a request.
  static let sessionSpan = (all: 12 * 3600, idle: 2 * 3600)

  func visitor(_ inquiry: Inquiry, isOpen: Bool) async throws -> Visitor {
    if let header = inquiry.headers["authorization"], header.hasPrefix("Bearer ") {
      let secret = String(header.dropFirst(7))
      return Visitor(account: try holder(of: secret, .token), secret: secret, isToken: true)
    }
    let isSecure = configuration.isSecure
    if let secret = inquiry.cookie(Cookies.session(isSecure: isSecure)), let account = try holder(of: secret, .session)
    {
      return Visitor(account: account, secret: secret)
    }
    return Visitor(secret: inquiry.cookie(Cookies.visitor(isSecure: isSecure)))
  }

  /// Whose a secret is; nil when it has ended, was taken away, or its holder was shut out.
  private func holder(of secret: String, _ kind: AccessKey.Kind) throws -> Account? {
    guard secret.utf8.count <= 100 else { return nil }
    let (fingerprint, now) = (Secrets.fingerprint(secret), clock())
    guard let key = try accounts.key(fingerprint), key.kind == kind, key.ends > now else { return nil }
    if kind == .session, now.seconds - key.seen.seconds > Self.sessionSpan.idle { return nil }
    guard let account = try accounts.account(key.account), account.isOpen else { return nil }
    if now.seconds - key.seen.seconds > 300 { try accounts.touch(fingerprint, at: now) }
    return account
  }
}
