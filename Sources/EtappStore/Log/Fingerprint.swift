import CSodium

/// SHA-256 of bytes (FIPS 180-4).
package struct Fingerprint: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  package static let length = 32
  /// What the first event has before it.
  static let none = Fingerprint(known: [UInt8](repeating: 0, count: length))

  package init(of content: some Collection<UInt8>) {
    let content = Array(content)
    var digest = [UInt8](repeating: 0, count: Self.length)
    crypto_hash_sha256(&digest, content, UInt64(content.count))
    bytes = digest
  }

  package init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  private init(known bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The fingerprint of 32 bytes as they are kept, or nil when they are not 32.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    self.init(known: Array(bytes))
  }

  /// The fingerprint written in 64 hexadecimal digits in lower case, or nil when the text is none.
  package init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 2 * Self.length else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.length)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(known: bytes)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    default: nil
    }
  }
}

extension Fingerprint: CustomStringConvertible {
  /// 64 hexadecimal digits in lower case.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * Self.length)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
