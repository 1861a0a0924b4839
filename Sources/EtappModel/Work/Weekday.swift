/// A day of the week; numbered as in ISO 8601, Monday being 1.
public enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  public static let mondayToFriday: Set<Weekday> = [.monday, .tuesday, .wednesday, .thursday, .friday]
}

extension Day {
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = ((number + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// The ISO week this day is in: its Thursday's year and which Thursday of that year it is.
  public var week: (year: Int, week: Int) {
    let thursday = Day(number: number + 4 - weekday.rawValue)
    let year = thursday.civil.year
    return (year, (thursday.number - Day(year: year, month: 1, day: 1).number) / 7 + 1)
  }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

  public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }
}
