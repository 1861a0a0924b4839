public import EtappModel
import Foundation

/// The folder `outbox` of a workspace: drafts of letters, and in `outbox/sent` what has gone.
///
/// What is done with each letter is first written into a journal and then done, so that no letter goes twice: neither
/// when a run is broken off, nor when the same command is given again.
public struct Outbox: Sendable {
  /// Its folder, in the workspace.
  public static let folderName = "outbox"

  public let folder: String
  var sentFolder: String { path("sent") }

  /// - Parameter workspace: The workspace's folder.
  public init(workspace: String) {
    folder = (workspace as NSString).appendingPathComponent(Self.folderName)
  }

  /// What stands in the way of sending.
  public struct Failure: Error {
    public let message: Text
  }

  /// What came of sending a letter to one recipient.
  public struct Delivery: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
      case sent, failed, unknown
      /// It has gone before; nothing was done.
      case before
    }

    public var recipient: String
    public var outcome: Outcome
    public var code: Int
    /// What the server said, or when it went before.
    public var message: String
  }

  /// Where a letter's draft is.
  public func draft(of letter: OutgoingLetter) -> String { path(letter.fileName + ".eml") }

  func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }

  // MARK: Drafts

  /// Writes a letter's draft, whole or not at all. A draft with the same Message-ID is left as it stands, and of a
  /// letter that has gone there is no new one.
  ///
  /// - Returns: Where the letter lies now.
  @discardableResult
  public func write(_ letter: OutgoingLetter, sent: Moment, offset: Int = 0) throws -> String {
    if let gone = try file(ofSent: letter) { return gone }
    let path = draft(of: letter)
    if let old = FileManager.default.contents(atPath: path), Self.messageID(of: Array(old)) == letter.messageID {
      return path
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(letter.mail(sent: sent, offset: offset)).write(to: URL(fileURLWithPath: path), options: .atomic)
    return path
  }

  /// Where a letter lies that every recipient has got; nil when it has not gone.
  private func file(ofSent letter: OutgoingLetter) throws -> String? {
    let gone = try SendingJournal(path("journal.csv")).entries().filter {
      $0.messageID == letter.messageID && $0.outcome == .sent
    }
    let recipients = Set(letter.to.compactMap(\.address))
    let file = (sentFolder as NSString).appendingPathComponent(sentName(letter))
    let isGone = !recipients.isEmpty && recipients.isSubset(of: gone.map(\.recipient))
    return isGone && FileManager.default.fileExists(atPath: file) ? file : nil
  }

  /// By its Message-ID, which no other letter has: a second letter of the template does not take the place of the first.
  func sentName(_ letter: OutgoingLetter) -> String {
    let mark = letter.messageID.prefix { $0 != "@" }.suffix(8).filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    return letter.fileName + "-" + mark + ".eml"
  }

  /// The Message-ID of a draft of ours, which stands on a line of its own or on the one after its name.
  static func messageID(of mail: [UInt8]) -> String? {
    let head = String(decoding: mail.prefix(4096), as: UTF8.self)
    guard let name = head.range(of: "\r\nMessage-ID:"),
      let open = head[name.upperBound...].firstIndex(of: "<"), let close = head[open...].firstIndex(of: ">")
    else { return nil }
    return String(head[head.index(after: open)..<close])
  }
}

extension Outbox {
  /// How far a letter has come.
  public enum Standing: Hashable, Sendable {
    case new
    /// Its draft lies here.
    case draft(String)
    /// It has gone, and lies here.
    case sent(String)
  }

  public func standing(of letter: OutgoingLetter) throws -> Standing {
    if let gone = try file(ofSent: letter) { return .sent(gone) }
    let path = draft(of: letter)
    guard let mail = FileManager.default.contents(atPath: path), Self.messageID(of: Array(mail)) == letter.messageID
    else { return .new }
    return .draft(path)
  }

  /// Writes down that a letter was sent by hand, from its draft in somebody's own mail program.
  ///
  /// The journal tells of it, the draft moves to `outbox/sent`, and `sent` is called, as when the program sends it.
  public func haveSent(
    _ letter: OutgoingLetter, by name: String, now: Moment, sent: (OutgoingLetter, [UInt8]) throws -> Void
  ) throws -> [Delivery] {
    try write(letter, sent: now)
    return try send(
      letter, now: now, through: { _, _, _ in MailAnswer(.sent, message: "by hand: \(name)") }, sent: sent)
  }
}
