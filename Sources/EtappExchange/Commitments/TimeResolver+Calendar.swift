import EtappModel

extension TimeResolver {
  /// So many months from a month on; `month` may be outside 1...12.
  static func months(_ year: Int, _ month: Int, _ count: Int, _ precision: Commitment.Precision = .explicit) -> Days {
    let first = shift(Day(year: year, month: 1, day: 1), .month, month - 1)
    return Days(from: first, to: shift(first, .month, count) + -1, precision: precision)
  }

  /// The days of a time of the calendar in a year; nil when that year has none.
  static func days(_ phrase: TimePhrase, in year: Int) -> Days? {
    guard (1...9990).contains(year) else { return nil }
    switch phrase {
    case .day(_, let month, let day):
      guard (1...12).contains(month), (1...lastDay(year, month)).contains(day) else { return nil }
      return Days(Day(year: year, month: month, day: day))
    case .month(let month, _): return months(year, month, 1)
    case .year: return months(year, 1, 12)
    case .half(let half, _): return (1...2).contains(half) ? months(year, half * 6 - 5, 6) : nil
    case .quarter(let quarter, _): return (1...4).contains(quarter) ? months(year, quarter * 3 - 2, 3) : nil
    case .third(let third, _): return (1...3).contains(third) ? months(year, third * 4 - 3, 4) : nil
    case .week(let week, _): return self.week(week, of: year)
    case .season(let season, _): return self.season(season, year)
    case .feast(let feast, _): return self.feast(feast, year)
    default: return nil
    }
  }

  private static func week(_ week: Int, of year: Int) -> Days? {
    guard (1...53).contains(week) else { return nil }
    // 4 January is always in the first week.
    let fourth = Day(year: year, month: 1, day: 4)
    let monday = fourth + (1 - fourth.weekday.rawValue + 7 * (week - 1))
    return monday.week.year == year ? Days(from: monday, to: monday + 6) : nil
  }

  static func week(of day: Day, _ count: Int, _ precision: Commitment.Precision) -> Days {
    let monday = day + (1 - day.weekday.rawValue + 7 * count)
    return Days(from: monday, to: monday + 6, precision: precision)
  }

  /// The week before or behind a time. A feast that ends on a Monday or begins late in its week is part of that week.
  static func week(beside days: Days, _ side: Int) -> Days {
    let isFeast = days.precision == .vague
    if side > 0 {
      let isBegun = isFeast && days.to.weekday.rawValue == 1
      return week(of: days.to, isBegun ? 0 : 1, .vague)
    }
    return week(of: isFeast ? days.from + -1 : days.from, isFeast ? 0 : -1, .vague)
  }

  private static func season(_ season: CalendarLexicon.Season, _ year: Int) -> Days {
    switch season {
    case .spring: months(year, 3, 3, .vague)
    case .summer: months(year, 6, 3, .vague)
    case .autumn: months(year, 9, 3, .vague)
    case .winter: months(year, 12, 3, .vague)
    case .springTerm: months(year, 1, 6, .vague)
    case .autumnTerm: months(year, 8, 5, .vague)
    case .holidays: months(year, 7, 1, .vague)
    }
  }

  private static func feast(_ feast: CalendarLexicon.Feast, _ year: Int) -> Days {
    func days(_ from: Day, _ count: Int) -> Days { Days(from: from, to: from + (count - 1), precision: .vague) }
    let easter = Day.easter(year)
    switch feast {
    case .christmas: return days(Day(year: year, month: 12, day: 24), 3)
    case .newYear: return days(Day(year: year, month: 12, day: 31), 2)
    case .epiphany: return days(Day(year: year, month: 1, day: 6), 1)
    case .easter: return days(easter + -2, 4)
    case .ascension: return days(easter + 39, 1)
    case .whitsun: return days(easter + 48, 2)
    case .lucia: return days(Day(year: year, month: 12, day: 13), 1)
    case .midsummer:
      let nineteenth = Day(year: year, month: 6, day: 19)
      return days(nineteenth + (5 - nineteenth.weekday.rawValue + 7) % 7, 2)
    case .allSaints:
      let first = Day(year: year, month: 10, day: 31)
      return days(first + (6 - first.weekday.rawValue + 7) % 7, 2)
    }
  }

  /// Beginning, middle or end of some days; the table stands above `TimeResolver`.
  static func part(_ part: CalendarLexicon.Part, of days: Days, _ phrase: TimePhrase) -> Days {
    let length = days.to - days.from + 1
    func slice(_ from: Int, _ to: Int) -> Days {
      Days(from: days.from + from, to: days.from + min(to, length - 1), precision: .vague)
    }
    if length <= 1 { return Days(from: days.from, to: days.to, precision: .vague) }
    if length <= 7 {
      switch part {
      case .beginning: return slice(0, 1)
      case .middle: return slice(1, 3)
      case .end: return slice(3, 4)
      }
    }
    if length <= 31 {
      switch part {
      case .beginning: return slice(0, 9)
      case .middle: return slice(10, 19)
      case .end: return slice(20, length - 1)
      }
    }
    return monthPart(part, days, length)
  }

  private static func monthPart(_ part: CalendarLexicon.Part, _ days: Days, _ length: Int) -> Days {
    let count = max(1, (length + 15) / 30)
    let (year, month) = (days.from.civil.year, days.from.civil.month)
    let edge = count >= 12 ? count / 4 : max(1, count / 3)
    let middle = max(1, count - 2 * (count >= 12 ? count / 3 : edge))
    switch part {
    case .beginning: return months(year, month, edge, .vague)
    case .middle: return months(year, month + (count - middle) / 2, middle, .vague)
    case .end: return months(year, month + count - edge, edge, .vague)
    }
  }

  static func half(_ half: Int, of days: Days) -> Days {
    let length = days.to - days.from + 1
    if length > 40 {
      let count = max(1, (length + 15) / 60)
      let (year, month) = (days.from.civil.year, days.from.civil.month)
      return months(year, month + (half == 1 ? 0 : count), count, days.precision)
    }
    let middle = days.from + length / 2
    return half == 1
      ? Days(from: days.from, to: middle + -1, precision: .vague) : Days(from: middle, to: days.to, precision: .vague)
  }

  /// The first, second … week of a month counts from its first day, the last one from its end.
  static func week(_ ordinal: Int, in days: Days) -> Days {
    if ordinal < 0 { return Days(from: days.to + -6, to: days.to, precision: .vague) }
    let first = days.from + 7 * (ordinal - 1)
    return Days(from: first, to: first + 6, precision: .vague)
  }

  static func weekday(_ day: Int, _ ordinal: Int, in days: Days) -> Days? {
    let found: Day
    if ordinal < 0 {
      found = days.to + -((days.to.weekday.rawValue - day + 7) % 7)
    } else {
      found = days.from + ((day - days.from.weekday.rawValue + 7) % 7 + 7 * (ordinal - 1))
    }
    return found >= days.from && found <= days.to ? Days(found) : nil
  }
}
