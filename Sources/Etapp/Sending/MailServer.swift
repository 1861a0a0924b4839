public import EtappModel
import Foundation

/// A server that takes mail from us, and how we talk to it.
public struct MailServer: Sendable {
  /// Who signs in.
  public struct Credentials: Hashable, Sendable {
    public var user: String
    public var password: String

    public init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// Why a server cannot be used as it was named.
  public struct Failure: Error {
    public let message: Text
  }

  let url: String
  let credentials: Credentials?
  /// Whether the way there must be encrypted; not on this machine itself, nor where it was said in so many words.
  let mustEncrypt: Bool
  /// A file of certificates to trust, beside nothing; nil for those of the system.
  let authority: String?
  let seconds: (connect: Int, total: Int)

  /// - Parameters:
  ///   - address: `smtp://host`, `smtp://host:587` or `smtps://host`.
  ///   - isPlain: Whether a letter may go without encryption. A password never does, but to this machine itself.
  public init(
    _ address: String, credentials: Credentials? = nil, isPlain: Bool = false, authority: String? = nil,
    connectSeconds: Int = 20, totalSeconds: Int = 120
  ) throws(Failure) {
    let parts = URLComponents(string: address)
    let host = parts?.host?.trimmingCharacters(in: CharacterSet(charactersIn: "[]")) ?? ""
    guard let parts, ["smtp", "smtps"].contains(parts.scheme), !host.isEmpty, ["", "/"].contains(parts.path),
      parts.query == nil, parts.fragment == nil, !address.utf8.contains(where: { $0 <= 32 || $0 >= 127 })
    else {
      throw Failure(
        message: Text(
          en: "A server is named smtp://host:port or smtps://host:port.",
          sv: "En server anges som smtp://värd:port eller smtps://värd:port."))
    }
    guard parts.user == nil, parts.password == nil else {
      throw Failure(
        message: Text(
          en:
            "User and password do not belong in an address: others see it. Set ETAPP_SMTP_USER and ETAPP_SMTP_PASSWORD.",
          sv:
            "Användare och lösenord hör inte hemma i en adress: andra ser den. Sätt ETAPP_SMTP_USER och ETAPP_SMTP_PASSWORD."
        ))
    }
    let isHere = host == "localhost" || host == "::1" || Self.isLoopback(host)
    mustEncrypt = !isHere && !isPlain
    guard credentials == nil || !isPlain || isHere || parts.scheme == "smtps" else {
      throw Failure(
        message: Text(
          en: "A password is not sent without encryption.", sv: "Ett lösenord skickas inte utan kryptering."))
    }
    url = address
    self.credentials = credentials
    self.authority = authority
    seconds = (connectSeconds, totalSeconds)
  }

  /// 127.0.0.0/8, written as four numbers.
  private static func isLoopback(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers[0] == 127 && numbers.allSatisfy { $0 != nil }
  }
}

extension MailServer.Credentials {
  /// From the variables `ETAPP_SMTP_USER` and `ETAPP_SMTP_PASSWORD`, or from a file of two lines: user and password.
  ///
  /// - Returns: nil where neither says anything.
  public static func find(
    environment: [String: String], file: String? = nil
  ) throws(MailServer.Failure) -> MailServer.Credentials? {
    if let file { return try read(file) }
    guard let user = environment["ETAPP_SMTP_USER"], !user.isEmpty else { return nil }
    return MailServer.Credentials(user: user, password: environment["ETAPP_SMTP_PASSWORD"] ?? "")
  }

  private static func read(_ file: String) throws(MailServer.Failure) -> MailServer.Credentials {
    let lines = (try? String(contentsOfFile: file, encoding: .utf8))?.split(whereSeparator: \.isNewline) ?? []
    guard lines.count >= 2 else {
      throw MailServer.Failure(
        message: Text(
          en: "\(file) does not hold a user and a password, each on a line.",
          sv: "\(file) innehåller inte användare och lösenord på var sin rad."))
    }
    return MailServer.Credentials(user: String(lines[0]), password: String(lines[1]))
  }
}
