/// A letter as it was read (handling): who, to whom, when, about what, and what it says.
///
/// Nothing here is decided yet: what the register keeps of it is a `RegisterEntry`.
public struct Letter: Hashable, Sendable {
  /// What kind of file it came in.
  public enum Source: String, Hashable, Sendable {
    /// An e-mail with its headers.
    case mail
    /// Plain text with header lines, as one pastes it.
    case text
    /// Text read from a picture of paper, with that reading's damage.
    case scan
  }

  public var source: Source
  /// The Message-ID without its angle brackets.
  public var messageID: String?
  /// The Message-IDs that it answers or follows, the nearest last.
  public var references: [String]
  public var from: [Correspondent]
  public var to: [Correspondent]
  public var copies: [Correspondent]
  /// When it was sent, where that is known to the minute.
  public var sent: Moment?
  /// The day it is dated, at the sender's place.
  public var day: Day?
  /// The subject as it stood.
  public var subject: String
  /// The subject without `VB:`, `SV:`, `Fwd:` and their like; what a thread has in common.
  public var topic: String
  /// The text that its sender wrote: plain, without what it forwards.
  public var body: String
  /// The letters inside it, the outermost first: forwarded chains and attached messages.
  public var enclosed: [Letter]
  public var attachments: [Attachment]
  /// Web addresses in the text, in order, each once.
  public var links: [String]
  /// Telephone numbers in the text, as they stood.
  public var phones: [String]
  /// E-mail addresses in the text, in lower case.
  public var addresses: [String]
  /// Names of attachments that the text speaks of although they are not there.
  public var namedAttachments: [String]

  public init(
    source: Source, messageID: String? = nil, references: [String] = [], from: [Correspondent] = [],
    to: [Correspondent] = [], copies: [Correspondent] = [], sent: Moment? = nil, day: Day? = nil, subject: String = "",
    topic: String = "", body: String = "", enclosed: [Letter] = [], attachments: [Attachment] = [],
    links: [String] = [], phones: [String] = [], addresses: [String] = [], namedAttachments: [String] = []
  ) {
    self.source = source
    self.messageID = messageID
    self.references = references
    self.from = from
    self.to = to
    self.copies = copies
    self.sent = sent
    self.day = day
    self.subject = subject
    self.topic = topic
    self.body = body
    self.enclosed = enclosed
    self.attachments = attachments
    self.links = links
    self.phones = phones
    self.addresses = addresses
    self.namedAttachments = namedAttachments
  }

  /// The letter and every letter inside it, the outermost first.
  public var chain: [Letter] { [self] + enclosed.flatMap(\.chain) }
}
