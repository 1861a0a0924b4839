/// A server of map pictures that the map of the web application may lay under the plan.
public struct MapTiles: Hashable, Sendable {
  /// An address with `{z}`, `{x}` and `{y}` in it.
  public var address: String
  /// Whom the pictures are from, as their licence wants it said.
  public var attribution: String

  public init(address: String, attribution: String) {
    self.address = address
    self.attribution = attribution
  }

  /// Scheme and host, as a browser is told what it may fetch from; nil for what is no plain https address.
  public var origin: String? {
    guard address.hasPrefix("https://") else { return nil }
    let host = address.dropFirst("https://".count).prefix { $0 != "/" }
    let isPlain =
      !host.isEmpty
      && host.utf8.allSatisfy {
        (48...58).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46
      }
    return isPlain ? "https://" + host : nil
  }
}
