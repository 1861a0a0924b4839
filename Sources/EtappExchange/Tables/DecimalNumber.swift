import Foundation

/// Numbers as tables write them.
enum DecimalNumber {
  /// The number a field holds: digits with a decimal mark, a sign, an exponent; nil for anything else, also for infinity.
  static func parse(_ field: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    guard !field.isEmpty, field.count <= 40 else { return nil }
    if let quick = parsePlain(field, decimalComma: decimalComma) { return quick }
    var characters: [UInt8] = []
    for byte in field {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        characters.append(byte)
      case UInt8(ascii: ".") where !decimalComma: characters.append(byte)
      case UInt8(ascii: ",") where decimalComma: characters.append(UInt8(ascii: "."))
      default: return nil
      }
    }
    guard let number = Double(String(decoding: characters, as: UTF8.self)), number.isFinite else { return nil }
    return number
  }

  private static let powers: [Double] = (0...18).map { pow(10, Double($0)) }

  /// The common case without a detour: up to 15 digits and a decimal mark, where one division is exact enough to be
  /// the nearest double (both numbers are whole and below 2⁵³).
  private static func parsePlain(_ field: ArraySlice<UInt8>, decimalComma: Bool) -> Double? {
    let mark = decimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var digits: UInt64 = 0
    var count = 0
    var decimals: Int?
    var negative = false
    for (index, byte) in field.enumerated() {
      if byte &- UInt8(ascii: "0") < 10 {
        digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if let places = decimals { decimals = places + 1 }
        guard count <= 15 else { return nil }
      } else if byte == mark, decimals == nil {
        decimals = 0
      } else if byte == UInt8(ascii: "-"), index == 0 {
        negative = true
      } else {
        return nil
      }
    }
    guard count > 0 else { return nil }
    let number = Double(digits) / powers[decimals ?? 0]
    return negative ? -number : number
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
