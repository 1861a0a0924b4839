/// An entry of the register (diariepost): what the law wants to know of a document, and where the document is.
///
/// An entry is never changed. A correction is another version of it, and both can be read.
public struct RegisterEntry: Hashable, Sendable {
  /// Which way the document went.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// It came in (inkommen).
    case incoming
    /// It was dispatched (utgående, upprättad).
    case outgoing
    /// It was drawn up here and stays, as a note of a telephone call does (upprättad).
    case `internal`
  }

  /// What sort of document it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case letter, answer, decision, note, report, contract, other
  }

  /// Why a document, or its entry, may not be shown to everyone.
  public struct Secrecy: Hashable, Sendable {
    /// The paragraph that it rests on, `OSL 19 kap. 3 §`; the law's name is data.
    public var paragraph: String
    /// Whether sender and subject are left out of the public list as well.
    public var hidesEntry: Bool

    public init(paragraph: String, hidesEntry: Bool = false) {
      self.paragraph = paragraph
      self.hidesEntry = hidesEntry
    }
  }

  /// A document or attachment as the register knows it: by the fingerprint of its bytes.
  public struct File: Hashable, Sendable {
    public var name: String
    public var mediaType: String
    /// SHA-256 in hexadecimal; also where it is kept.
    public var sha256: String
    public var bytes: Int

    public init(name: String, mediaType: String, sha256: String, bytes: Int) {
      self.name = name
      self.mediaType = mediaType
      self.sha256 = sha256
      self.bytes = bytes
    }
  }

  /// A promise read from the document, and whether a person has confirmed it.
  public struct Promise: Hashable, Sendable {
    /// 1, 2 … in the order they stand in the document.
    public var index: Int
    public var commitment: Commitment
    /// nil: nobody has looked at it; false: looked at and turned down.
    public var isConfirmed: Bool?
    /// Who promises, when it is known: our own side or the municipality's.
    public var isOurs: Bool

    public init(index: Int, commitment: Commitment, isConfirmed: Bool? = nil, isOurs: Bool) {
      self.index = index
      self.commitment = commitment
      self.isConfirmed = isConfirmed
      self.isOurs = isOurs
    }
  }

  /// The register's own number, `2021-00042-1.1.1`.
  public var number: String
  /// The day it came in, was dispatched or was drawn up.
  public var day: Day
  public var direction: Direction
  public var kind: Kind
  public var from: [Correspondent]
  public var to: [Correspondent]
  public var copies: [Correspondent]
  /// In brief, what it is about.
  public var about: String
  /// The other side's number of the same document (Er beteckning).
  public var counterpartNumber: String?
  public var municipality: ID<Municipality>?
  /// The case it belongs to.
  public var caseNumber: String?
  /// What its thread has in common: the number of the thread's first entry.
  public var thread: String?
  public var messageID: String?
  public var secrecy: Secrecy?
  /// The document as it came, byte for byte.
  public var document: File?
  public var attachments: [File]
  public var promises: [Promise]
  /// Its text, for searching.
  public var text: String
  /// 1 for the first version; each correction adds one.
  public var version: Int

  public init(
    number: String, day: Day, direction: Direction, kind: Kind = .letter, from: [Correspondent] = [],
    to: [Correspondent] = [], copies: [Correspondent] = [], about: String, counterpartNumber: String? = nil,
    municipality: ID<Municipality>? = nil, caseNumber: String? = nil, thread: String? = nil, messageID: String? = nil,
    secrecy: Secrecy? = nil, document: File? = nil, attachments: [File] = [], promises: [Promise] = [],
    text: String = "", version: Int = 1
  ) {
    self.number = number
    self.day = day
    self.direction = direction
    self.kind = kind
    self.from = from
    self.to = to
    self.copies = copies
    self.about = about
    self.counterpartNumber = counterpartNumber
    self.municipality = municipality
    self.caseNumber = caseNumber
    self.thread = thread
    self.messageID = messageID
    self.secrecy = secrecy
    self.document = document
    self.attachments = attachments
    self.promises = promises
    self.text = text
    self.version = version
  }
}
