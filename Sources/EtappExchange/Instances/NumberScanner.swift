/// Reads words and numbers from bytes one after the other, lines counted: an instance has twenty million rows.
struct NumberScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private(set) var row = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes back to the beginning.
  mutating func rewind() { (position, row) = (0, 1) }

  /// Passes over blanks; newlines too unless only the line is to be read.
  private mutating func skip(inLine: Bool) {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 10 {
        if inLine { return }
        row += 1
      } else if byte != 32, byte != 9, byte != 13 {
        return
      }
      position += 1
    }
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    mutating get {
      skip(inLine: false)
      return position >= bytes.count
    }
  }

  /// Whether nothing but blanks is left of the line.
  var isAtLineEnd: Bool {
    mutating get {
      skip(inLine: true)
      return position >= bytes.count || bytes[position] == 10
    }
  }

  /// The next word, shortened to what a message can hold.
  mutating func word(inLine: Bool = false) -> String {
    skip(inLine: inLine)
    let start = position
    while position < bytes.count, !Self.isBlank(bytes[position]) { position += 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<min(position, start + 60)]), as: UTF8.self)
  }

  /// The rest of the line.
  mutating func line() -> String {
    let start = position
    while position < bytes.count, bytes[position] != 10 { position += 1 }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self).trimmed
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

  /// The next number; nil when the next word is none, and then nothing is taken.
  mutating func number() -> Double? {
    skip(inLine: true)
    let start = position
    var end = position
    while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
    guard end > start, let number = Self.parse(UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return nil }
    position = end
    return number
  }

  /// The next number within limits; nil when there is none, and then nothing is taken.
  mutating func number(_ range: ClosedRange<Double>) -> Double? {
    let before = position
    guard let number = number(), range.contains(number) else {
      position = before
      return nil
    }
    return number
  }

  /// The next whole number within limits; nil when there is none, and then nothing is taken.
  mutating func whole(_ range: ClosedRange<Int>) -> Int? {
    let before = position
    guard let number = number(), number == number.rounded(), abs(number) < 1e15, range.contains(Int(number)) else {
      position = before
      return nil
    }
    return Int(number)
  }

  private static func parse(_ word: UnsafeBufferPointer<UInt8>) -> Double? {
    var (digits, count, decimals, isNegative) = (UInt64(0), 0, -1, false)
    for (index, byte) in word.enumerated() {
      if byte &- 48 < 10, count < 18 {
        digits = digits &* 10 &+ UInt64(byte &- 48)
        count += 1
        if decimals >= 0 { decimals += 1 }
      } else if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if byte == UInt8(ascii: "-"), index == 0 {
        isNegative = true
      } else {
        // Exponents, and whatever is no number.
        guard let number = Double(String(decoding: word, as: UTF8.self)), number.isFinite else { return nil }
        return number
      }
    }
    guard count > 0 else { return nil }
    // Below 2⁵³ over a power of ten that is exact: one division gives the nearest number.
    guard digits < 1 << 53 else { return Double(String(decoding: word, as: UTF8.self)) }
    let number = Double(digits) / powers[max(0, decimals)]
    return isNegative ? -number : number
  }

  private static let powers: [Double] = (0...18).map { (0..<$0).reduce(1.0) { power, _ in power * 10 } }
}
