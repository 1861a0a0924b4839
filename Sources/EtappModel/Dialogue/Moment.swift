/// A moment in universal time, to the second.
///
/// What a letter or an event is dated by; the day that people mean is another thing (`Day`), because it depends on
/// where they are.
public struct Moment: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds left out.
  public var seconds: Int

  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// The moment of a day's time.
  ///
  /// - Parameters:
  ///   - hour: 0...23. - minute: 0...59. - second: 0...60.
  ///   - offset: Minutes that the place is ahead of universal time.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0) {
    seconds = ((day.number * 24 + hour) * 60 + minute - offset) * 60 + second
  }

  /// The moment written `2021-06-10T08:30:00Z` or with an offset, or nil when the text is no such moment.
  public init?(_ text: String) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let day = Day(halves[0]), let clock = Clock(halves[1]) else { return nil }
    self.init(day, hour: clock.hour, minute: clock.minute, second: clock.second, offset: clock.offset)
  }

  /// The day at a place that is `offset` minutes ahead of universal time.
  public func day(offset: Int = 0) -> Day {
    let shifted = seconds + offset * 60
    return Day(number: shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400)
  }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
}

extension Moment: CustomStringConvertible {
  /// ISO 8601 in universal time, `2021-06-10T08:30:00Z`.
  public var description: String {
    let day = day()
    let rest = seconds - day.number * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}

/// The time of day with its offset, as ISO 8601 writes it.
private struct Clock {
  var hour = 0
  var minute = 0
  var second = 0
  /// Minutes ahead of universal time.
  var offset = 0

  init?(_ text: some StringProtocol) {
    var text = text[...]
    guard let offset = Self.takeOffset(&text) else { return nil }
    self.offset = offset
    let parts = text.split(separator: ".", maxSplits: 1)[0].split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.map { $0.count == 2 && $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard let hour = numbers[0], let minute = numbers[1], hour < 24, minute < 60 else { return nil }
    self.hour = hour
    self.minute = minute
    if numbers.count == 3 {
      guard let second = numbers[2], second <= 60 else { return nil }
      self.second = second
    }
  }

  private static func takeOffset<T: StringProtocol>(_ text: inout T) -> Int? where T.SubSequence == T {
    if text.hasSuffix("Z") {
      text = text.dropLast()
      return text.isEmpty ? nil : 0
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return nil }
    let digits = String(text[sign...]).filter(\.isASCIIDigit)
    guard digits.count == 4, let number = Int(digits), number % 100 < 60, number / 100 <= 14 else { return nil }
    let minutes = number / 100 * 60 + number % 100
    let isBehind = text[sign] == "-"
    text = text[..<sign]
    return text.isEmpty ? nil : isBehind ? -minutes : minutes
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
