/// The days on which work advances: a week, public holidays by rule, and closures.
///
/// Everything in it is data: no country's holidays are known to the program.
public struct WorkCalendar: Hashable, Sendable {
  public var id: ID<WorkCalendar>
  public var title: Text
  /// Days of the week that are worked.
  public var week: Set<Weekday>
  public var holidays: [Holiday]
  public var closures: [Closure]

  public init(
    id: ID<WorkCalendar>, title: Text, week: Set<Weekday> = Weekday.mondayToFriday, holidays: [Holiday] = [],
    closures: [Closure] = []
  ) {
    self.id = id
    self.title = title
    self.week = week
    self.holidays = holidays
    self.closures = closures
  }

  public func isWorking(_ day: Day) -> Bool {
    week.contains(day.weekday) && holiday(on: day) == nil && !closures.contains { $0.covers(day) }
  }

  /// The public holiday that falls on a day.
  public func holiday(on day: Day) -> Holiday? {
    let (year, month, date) = day.civil
    // "The first Friday on or after 30 December" can be one of January's first days.
    let mayBeLastYears = month == 1 && date < 7
    return holidays.first {
      $0.date.day(in: year) == day || (mayBeLastYears && $0.date.day(in: year - 1) == day)
    }
  }
}
