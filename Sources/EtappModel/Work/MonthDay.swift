/// A date without a year.
public struct MonthDay: Hashable, Sendable, Comparable {
  public var month: Int
  public var day: Int

  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// The date written `MM-DD`; nil when there is no such date in a leap year.
  public init?(_ text: some StringProtocol) {
    guard let day = Day("2000-" + text) else { return nil }
    self.init(month: day.civil.month, day: day.civil.day)
  }

  /// The date in a year; nil for 29 February in a common year.
  public func day(in year: Int) -> Day? {
    let day = Day(year: year, month: month, day: day)
    return day.civil.month == month ? day : nil
  }

  public static func < (a: MonthDay, b: MonthDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
}
