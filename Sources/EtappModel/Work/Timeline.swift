/// Working days of a calendar, numbered from 0: what a scheduler counts in.
public struct Timeline: Hashable, Sendable {
  public let calendar: WorkCalendar
  /// The calendar days that are worked, in order.
  public let days: [Day]

  /// Working days from `start` on, as many as asked for.
  ///
  /// - Precondition: The calendar works at least one day in a year; readers see to it.
  public init(_ calendar: WorkCalendar, from start: Day, count: Int) {
    self.calendar = calendar
    var days: [Day] = []
    var day = start
    // A calendar that never works would never end; ten years without a day are taken for that.
    while days.count < count, day - (days.last ?? start) < 3660 {
      if calendar.isWorking(day) { days.append(day) }
      day = day + 1
    }
    self.days = days
  }

  /// The calendar day of a working day; beyond the end the last there is.
  ///
  /// - Precondition: There is a working day.
  public subscript(index: Int) -> Day { days[min(max(0, index), days.count - 1)] }

  /// The first working day on or after a calendar day: 0 before the start, `days.count` after the end.
  ///
  /// - Complexity: O(log days).
  public func index(onOrAfter day: Day) -> Int {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many working days end on or before a calendar day: work finished by its evening.
  public func count(through day: Day) -> Int { index(onOrAfter: day + 1) }

  /// Which days of this timeline another calendar works too.
  public func pattern(of other: WorkCalendar) -> [Bool] { days.map(other.isWorking) }
}
