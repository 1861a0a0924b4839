public import EtappModel

/// Why travel times were not reckoned to the end. What was answered until then is kept.
public struct TravelFailure: Error, Sendable {
  public enum Kind: Sendable {
    /// Nothing answers at the address.
    case unreachable
    /// The service does not take the question: the means of travel, the key, the size.
    case refused
    /// The service failed again and again.
    case failing
    /// Somebody asked to stop.
    case stopped
    /// A file could not be read or written.
    case file
  }

  public let kind: Kind
  public let message: Text

  init(_ kind: Kind, en: String, sv: String) {
    self.kind = kind
    message = Text(en: en, sv: sv)
  }
}
