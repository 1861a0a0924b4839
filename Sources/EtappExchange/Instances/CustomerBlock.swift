import EtappModel

/// Rows of customers of the covering generator, read as fast as bytes come: `C number x y demand`.
///
/// Only the plain form is read, numbers in order and decimals without exponents. Whatever else there may be, right or
/// wrong, is left to the reader that can say what is the matter.
struct CustomerBlock {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private(set) var customers: [LocationInstance.Customer] = []
  /// The number of the first customer; nil when there is none.
  private(set) var first: Int?

  /// - Parameter bytes: Whole lines.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    customers.reserveCapacity(bytes.count / 24)
  }

  /// - Returns: false when something is not in the plain form.
  mutating func read() -> Bool {
    while skipToWord() {
      guard bytes[position] == UInt8(ascii: "C") else { return false }
      position += 1
      guard let number = decimal(), let x = decimal(), let y = decimal(), let demand = decimal(), isAtLineEnd,
        number == number.rounded(), abs(x) <= 1e9, abs(y) <= 1e9, (0...1e9).contains(demand)
      else { return false }
      if let first {
        guard Int(number) == first + customers.count else { return false }
      } else {
        first = Int(number)
      }
      customers.append(LocationInstance.Customer(x: x, y: y, demand: demand))
    }
    return true
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

  /// - Returns: Whether there is another word.
  private mutating func skipToWord() -> Bool {
    while position < bytes.count, Self.isBlank(bytes[position]) || bytes[position] == 10 { position += 1 }
    return position < bytes.count
  }

  private var isAtLineEnd: Bool {
    mutating get {
      while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
      return position >= bytes.count || bytes[position] == 10
    }
  }

  /// The next number after a blank; nil when there is none of the plain form.
  private mutating func decimal() -> Double? {
    guard position < bytes.count, Self.isBlank(bytes[position]) else { return nil }
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    var (digits, count, decimals, hasPoint) = (0, 0, 0, false)
    while position < bytes.count {
      let byte = bytes[position]
      if byte &- 48 < 10 {
        digits = digits &* 10 &+ Int(byte &- 48)
        count += 1
        if hasPoint { decimals += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      position += 1
    }
    // Below 2⁵³ over a power of ten that is exact: one division gives the nearest number.
    guard (1...15).contains(count) else { return nil }
    let number = Double(digits) / Self.powers[decimals]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }
}
