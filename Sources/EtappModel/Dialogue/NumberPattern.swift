/// How the register's numbers are written: `{year}-{serial:5}-{class}` gives `2021-00042-1.1.1`.
///
/// Between the fields stands any text. `{serial}` must be there; `{serial:5}` is filled up with noughts to five digits.
/// With `{year}` the serial begins anew each year.
public struct NumberPattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case year
    case serial(width: Int)
    case classification
  }

  /// The pattern as it was written.
  public let text: String
  let parts: [Part]

  public static let standard = NumberPattern(text: "{year}-{serial:5}", parts: [.year, .text("-"), .serial(width: 5)])

  private init(text: String, parts: [Part]) {
    self.text = text
    self.parts = parts
  }

  /// The pattern of a text, or nil when a brace is open, a field is unknown, or `{serial}` is not there exactly once.
  public init?(_ text: String) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}"),
        let part = Self.field(rest[rest.index(after: open)..<close])
      else { return nil }
      parts.append(part)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    let serials = parts.filter { if case .serial = $0 { true } else { false } }
    guard serials.count == 1, !text.contains("\n") else { return nil }
    self.init(text: text, parts: parts)
  }

  private static func field(_ name: Substring) -> Part? {
    switch name {
    case "year": return .year
    case "class": return .classification
    case "serial": return .serial(width: 1)
    default:
      guard name.hasPrefix("serial:"), let width = Int(name.dropFirst(7)), (1...9).contains(width) else { return nil }
      return .serial(width: width)
    }
  }

  /// Whether serials begin anew each year.
  public var isYearly: Bool { parts.contains(.year) }

  /// The number of a serial.
  public func number(year: Int, serial: Int, classification: String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .year: String(year)
      case .classification: classification
      case .serial(let width):
        String(repeating: "0", count: max(0, width - String(serial).count)) + String(serial)
      }
    }.joined()
  }
}
