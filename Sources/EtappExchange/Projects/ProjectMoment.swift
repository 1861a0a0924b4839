package import EtappModel

/// A day and a time of day, without a time zone, as project files write them: `2021-06-01T08:00:00`.
package struct ProjectMoment: Hashable, Comparable, Sendable {
  package var day: Day
  /// Seconds after midnight.
  package var second: Int

  package init(_ day: Day, second: Int = 0) {
    self.day = day
    self.second = second
  }

  /// The first and the last moment of a working day.
  package static func morning(_ day: Day) -> ProjectMoment { ProjectMoment(day, second: 8 * 3_600) }
  package static func evening(_ day: Day) -> ProjectMoment { ProjectMoment(day, second: 17 * 3_600) }

  /// The moment of a text; a date alone is midnight, fractions of a second and a zone are passed over.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = parts.first, let day = Day(date) else { return nil }
    guard parts.count == 2 else {
      self.init(day)
      return
    }
    let plain = parts[1].prefix { $0 != "." && $0 != "+" && $0 != "-" && $0 != "Z" }
    guard let second = Self.second(plain) else { return nil }
    self.init(day, second: second)
  }

  /// Seconds after midnight of `08:00:00` or `08:00`.
  static func second(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.count == 2 && part.allSatisfy { $0.isASCII && $0.isNumber } ? Int(part) : nil
    }
    guard numbers.count == parts.count, (2...3).contains(numbers.count), numbers[0] < 24 else { return nil }
    guard numbers[1] < 60, numbers.count == 2 || numbers[2] < 60 else { return nil }
    return numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
  }

  static func time(_ second: Int) -> String {
    [second / 3_600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  package static func < (a: ProjectMoment, b: ProjectMoment) -> Bool { (a.day, a.second) < (b.day, b.second) }
}

extension ProjectMoment: CustomStringConvertible {
  package var description: String { "\(day)T\(Self.time(second))" }
}

/// Spans as project files write them: ISO 8601, `PT40H0M0S`.
enum ProjectSpan {
  static func written(_ seconds: Int) -> String {
    let size = abs(seconds)
    return (seconds < 0 ? "-" : "") + "PT\(size / 3_600)H\(size / 60 % 60)M\(size % 60)S"
  }

  /// A hundred years; more is a mistake, and would overflow sums.
  static let limit = 3_600 * 24 * 36_525

  /// Seconds of a span; a day is one of `secondsPerDay`, fractions are cut off.
  static func seconds(_ text: String, secondsPerDay: Int) -> Int? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst() }
    guard rest.first == "P" else { return nil }
    rest = rest.dropFirst()
    var (total, isTime, found) = (0.0, false, false)
    while let first = rest.first {
      if first == "T", !isTime {
        isTime = true
        rest = rest.dropFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      guard let number = Double(digits), let unit = rest.first,
        let factor = factor(unit, isTime: isTime, secondsPerDay: secondsPerDay)
      else { return nil }
      total += number * factor
      found = true
      rest = rest.dropFirst()
    }
    guard found, total <= Double(limit) else { return nil }
    return isNegative ? -Int(total) : Int(total)
  }

  private static func factor(_ unit: Character, isTime: Bool, secondsPerDay: Int) -> Double? {
    switch (unit, isTime) {
    case ("H", true): 3_600
    case ("M", true): 60
    case ("S", true): 1
    case ("D", false): Double(secondsPerDay)
    case ("W", false): Double(secondsPerDay) * 5
    default: nil
    }
  }
}
