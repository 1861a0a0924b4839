/// The code of an entity, typed by what it names, so that a municipality is never taken for a place.
///
/// Codes are the ids of the input files, unchanged.
public struct ID<Entity>: Hashable, Sendable {
  /// The code as it stands in the input.
  public let code: String

  public init(_ code: String) {
    self.code = code
  }
}

extension ID: Comparable {
  public static func < (a: ID, b: ID) -> Bool { a.code < b.code }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral code: String) { self.init(code) }
}

extension ID: CustomStringConvertible {
  public var description: String { code }
}
