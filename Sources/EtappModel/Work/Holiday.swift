/// A day of every year on which nobody works.
public struct Holiday: Hashable, Sendable {
  public var title: Text
  public var date: Rule

  public init(title: Text, date: Rule) {
    self.title = title
    self.date = date
  }

  /// How the day is found in a year.
  public enum Rule: Hashable, Sendable {
    /// The same date every year.
    case fixed(MonthDay)
    /// Days after Easter Sunday; negative before.
    case easter(Int)
    /// The first such weekday on or after a date: "the Friday between 19 and 25 June".
    case weekday(Weekday, from: MonthDay)
    /// One day of one year.
    case once(Day)

    /// The day it falls on in a year; nil when it does not.
    public func day(in year: Int) -> Day? {
      switch self {
      case .fixed(let date): return date.day(in: year)
      case .easter(let offset): return Day.easter(year) + offset
      case .weekday(let weekday, let from):
        guard let first = from.day(in: year) else { return nil }
        return first + (weekday.rawValue - first.weekday.rawValue + 7) % 7
      case .once(let day): return day.civil.year == year ? day : nil
      }
    }
  }
}
