public import EtappModel

/// A place of a text that is not shown when the text is published.
public struct Masked: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case personalNumber, mail, phone, address, name
  }

  /// Offsets into the text as it was, in Unicode scalars.
  public var span: Range<Int>
  public var kind: Kind

  public init(span: Range<Int>, kind: Kind) {
    self.span = span
    self.kind = kind
  }

  /// Why it is not shown.
  public var reason: Text {
    switch kind {
    case .personalNumber: Text(en: "an identity number of a person", sv: "ett personnummer eller samordningsnummer")
    case .mail: Text(en: "an e-mail address", sv: "en e-postadress")
    case .phone: Text(en: "a telephone number", sv: "ett telefonnummer")
    case .address: Text(en: "a postal address", sv: "en postadress")
    case .name: Text(en: "the name of a private person", sv: "ett namn på en privatperson")
    }
  }
}

/// A copy of a text without what may not be published, and what was taken out.
public struct MaskedText: Hashable, Sendable {
  public var text: String
  public var masked: [Masked]

  public init(text: String, masked: [Masked]) {
    self.text = text
    self.masked = masked
  }
}
