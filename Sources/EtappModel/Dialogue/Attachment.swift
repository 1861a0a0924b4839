/// A file that came with a letter or went with it.
public struct Attachment: Hashable, Sendable {
  /// The file's name as the letter gives it, without any folder.
  public var name: String
  /// `application/pdf`, in lower case.
  public var mediaType: String
  public var content: [UInt8]
  /// Whether it belongs inside the text, as a picture of a signature does.
  public var isInline: Bool

  public init(name: String, mediaType: String, content: [UInt8], isInline: Bool = false) {
    self.name = name
    self.mediaType = mediaType
    self.content = content
    self.isInline = isInline
  }
}
