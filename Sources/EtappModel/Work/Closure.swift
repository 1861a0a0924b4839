/// A stretch of days on which a calendar stands still, such as a trade's summer holiday.
public struct Closure: Hashable, Sendable {
  public var title: Text
  public var when: Stretch

  public init(title: Text, when: Stretch) {
    self.title = title
    self.when = when
  }

  public enum Stretch: Hashable, Sendable {
    /// From one date to another every year; over the new year when the second comes first.
    case yearly(from: MonthDay, to: MonthDay)
    /// ISO weeks of every year.
    case weeks(ClosedRange<Int>)
    /// From one day to another, once.
    case once(from: Day, to: Day)
  }

  public func covers(_ day: Day) -> Bool {
    switch when {
    case .once(let from, let to): return from <= day && day <= to
    case .weeks(let weeks): return weeks.contains(day.week.week)
    case .yearly(let from, let to):
      let date = MonthDay(month: day.civil.month, day: day.civil.day)
      return from <= to ? from <= date && date <= to : date >= from || date <= to
    }
  }
}
