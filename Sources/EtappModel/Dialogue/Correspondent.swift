/// Who wrote a letter or got one: a name, an address, or both.
public struct Correspondent: Hashable, Sendable {
  /// As it stood, `Registrator, Ånge kommun`.
  public var name: String?
  /// The e-mail address, in lower case.
  public var address: String?

  public init(name: String? = nil, address: String? = nil) {
    self.name = name
    self.address = address
  }
}

extension Correspondent: CustomStringConvertible {
  /// `Name <address>`, or the one that is known.
  public var description: String {
    switch (name, address) {
    case (let name?, let address?): "\(name) <\(address)>"
    case (let only?, nil), (nil, let only?): only
    case (nil, nil): ""
    }
  }
}
