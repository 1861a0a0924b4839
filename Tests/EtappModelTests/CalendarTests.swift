import EtappModel
import Testing

/// Holidays by rule, ISO weeks and working days, held against plain scans of every day from 1970 to 2100.
@Suite struct `A calendar` {
  static let years = 1970...2100

  /// Every day of the years with its weekday, counted off one after the other: 1970-01-01 was a Thursday.
  static let everyDay: [(day: Day, weekday: Weekday)] = {
    var weekday = Weekday.thursday
    return (0...Day(year: 2100, month: 12, day: 31).number).map { number in
      defer { weekday = weekday == .sunday ? .monday : Weekday(rawValue: weekday.rawValue + 1) ?? .monday }
      return (Day(number: number), weekday)
    }
  }()

  /// The working days of the shipped example.
  static let holidays: [(name: String, rule: Holiday.Rule)] = [
    ("New Year's Day", .fixed(MonthDay(month: 1, day: 1))), ("Epiphany", .fixed(MonthDay(month: 1, day: 6))),
    ("Good Friday", .easter(-2)), ("Easter Monday", .easter(1)),
    ("May Day", .fixed(MonthDay(month: 5, day: 1))), ("Ascension Day", .easter(39)),
    ("National Day", .fixed(MonthDay(month: 6, day: 6))),
    ("Midsummer Eve", .weekday(.friday, from: MonthDay(month: 6, day: 19))),
    ("Midsummer Day", .weekday(.saturday, from: MonthDay(month: 6, day: 20))),
    ("All Saints' Day", .weekday(.saturday, from: MonthDay(month: 10, day: 31))),
    ("Christmas Eve", .fixed(MonthDay(month: 12, day: 24))), ("Christmas Day", .fixed(MonthDay(month: 12, day: 25))),
    ("Boxing Day", .fixed(MonthDay(month: 12, day: 26))), ("New Year's Eve", .fixed(MonthDay(month: 12, day: 31))),
  ]

  static let working = WorkCalendar(
    id: "working-days", title: "Working days", holidays: holidays.map { Holiday(title: Text($0.name), date: $0.rule) })

  static let trade: WorkCalendar = {
    var calendar = working
    calendar.closures = [Closure(title: "Trade holiday", when: .weeks(28...31))]
    return calendar
  }()

  // MARK: Weekdays and weeks

  @Test func `knows the weekday of every day`() {
    for (day, weekday) in Self.everyDay where day.weekday != weekday { Issue.record("\(day) \(day.weekday)") }
    #expect(Day(year: 1969, month: 12, day: 31).weekday == .wednesday)
    #expect(Day(year: 1900, month: 1, day: 1).weekday == .monday)
    #expect(Day(year: 1, month: 1, day: 1).weekday == .monday)
  }

  /// Weeks counted off: a new one begins every Monday, and the one with 4 January is the year's first.
  @Test func `numbers weeks as ISO 8601 does`() {
    var (year, week) = (1970, 1)
    for (day, weekday) in Self.everyDay {
      if weekday == .monday, day.number > 0 {
        let civil = (day + 3).civil
        // The Thursday of a year's first week is the first Thursday of the year.
        if civil.month == 1, civil.day <= 7 { (year, week) = (civil.year, 1) } else { week += 1 }
      }
      #expect(day.week == (year, week), "\(day)")
    }
  }

  @Test func `has 53 weeks in the years that begin or end on a Thursday`() {
    var long: [Int] = []
    for year in Self.years where Day(year: year, month: 12, day: 28).week.week == 53 { long.append(year) }
    let thursdays = Self.years.filter { year in
      Day(year: year, month: 1, day: 1).weekday == .thursday || Day(year: year, month: 12, day: 31).weekday == .thursday
    }
    #expect(long == thursdays)
    #expect(long.prefix(9) == [1970, 1976, 1981, 1987, 1992, 1998, 2004, 2009, 2015])
    #expect(Day(year: 2021, month: 1, day: 3).week == (2020, 53))
    #expect(Day(year: 2021, month: 1, day: 4).week == (2021, 1))
    #expect(Day(year: 2024, month: 12, day: 30).week == (2025, 1))
  }

  // MARK: Easter

  @Test func `finds Easter as it was and will be`() {
    for text in Self.easters {
      guard let day = Day(text) else {
        Issue.record("\(text)")
        continue
      }
      #expect(Day.easter(day.civil.year) == day, "\(text)")
    }
    #expect(Self.easters.count >= 40)
  }

  static let easters = [
    "1818-03-22", "1943-04-25", "1954-04-18", "1970-03-29", "1981-04-19", "1984-04-22", "1999-04-04", "2000-04-23",
    "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11", "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23",
    "2009-04-12", "2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27",
    "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31",
    "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28",
    "2033-04-17", "2034-04-09", "2035-03-25", "2036-04-13", "2037-04-05", "2038-04-25", "2039-04-10", "2040-04-01",
    "2049-04-18", "2076-04-19", "2100-03-28",
  ]

  @Test func `finds Easter as Lilius and Clavius did, by golden number and epact`() {
    for year in 1583...4000 {
      let easter = Day.easter(year)
      #expect(easter == Self.easterByEpact(year), "\(year)")
      #expect(easter.weekday == .sunday, "\(year)")
    }
  }

  /// D. E. Knuth, "The Art of Computer Programming" 1, exercise 1.3.2-14: the rules of 1582 themselves.
  private static func easterByEpact(_ year: Int) -> Day {
    let golden = year % 19 + 1
    let century = year / 100 + 1
    let leapsLeftOut = 3 * century / 4 - 12
    let moonCorrection = (8 * century + 5) / 25 - 5
    let sunday = 5 * year / 4 - leapsLeftOut - 10
    var epact = (11 * golden + 20 + moonCorrection - leapsLeftOut) % 30
    if epact < 0 { epact += 30 }
    if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
    var fullMoon = 44 - epact
    if fullMoon < 21 { fullMoon += 30 }
    let march = fullMoon + 7 - (sunday + fullMoon) % 7
    return Day(year: year, month: 3, day: 1) + (march - 1)
  }

  // MARK: Holidays by rule

  /// The days that the words of the law say, found by looking at every day of the year.
  private static func byScan(_ name: String, _ days: [(day: Day, weekday: Weekday)]) -> Day? {
    func date(_ month: Int, _ day: Int) -> Day? {
      days.first { $0.day.civil.month == month && $0.day.civil.day == day }?.day
    }
    func only(_ wanted: Weekday, _ months: ClosedRange<Int>, _ fits: (Int, Int) -> Bool) -> Day? {
      let found = days.filter {
        months.contains($0.day.civil.month) && $0.weekday == wanted && fits($0.day.civil.month, $0.day.civil.day)
      }
      return found.count == 1 ? found[0].day : nil
    }
    let year = days[0].day.civil.year
    switch name {
    case "New Year's Day": return date(1, 1)
    case "Epiphany": return date(1, 6)
    case "May Day": return date(5, 1)
    case "National Day": return date(6, 6)
    case "Christmas Eve": return date(12, 24)
    case "Christmas Day": return date(12, 25)
    case "Boxing Day": return date(12, 26)
    case "New Year's Eve": return date(12, 31)
    case "Midsummer Eve": return only(.friday, 6...6) { _, day in (19...25).contains(day) }
    case "Midsummer Day": return only(.saturday, 6...6) { _, day in (20...26).contains(day) }
    case "All Saints' Day": return only(.saturday, 10...11) { month, day in month == 10 ? day == 31 : day <= 6 }
    // The Friday before and the Monday after Easter; the sixth Thursday after it.
    case "Good Friday":
      return days.last { $0.weekday == .friday && $0.day < easterByEpact(year) }?.day
    case "Easter Monday":
      return days.first { $0.weekday == .monday && $0.day > easterByEpact(year) }?.day
    case "Ascension Day":
      return days.filter { $0.weekday == .thursday && $0.day > easterByEpact(year) }.dropFirst(5).first?.day
    default: return nil
    }
  }

  @Test func `finds every holiday of the example in every year`() {
    let byYear = Dictionary(grouping: Self.everyDay) { $0.day.civil.year }
    for year in Self.years {
      for (name, rule) in Self.holidays {
        let expected = Self.byScan(name, byYear[year, default: []])
        #expect(expected != nil && rule.day(in: year) == expected, "\(name) \(year)")
      }
    }
  }

  @Test func `works from Monday to Friday but for the holidays`() {
    let byYear = Dictionary(grouping: Self.everyDay) { $0.day.civil.year }
    for year in Self.years {
      let days = byYear[year, default: []]
      let free = Set(Self.holidays.compactMap { Self.byScan($0.name, days) })
      for (day, weekday) in days {
        let isWorking = weekday != .saturday && weekday != .sunday && !free.contains(day)
        if Self.working.isWorking(day) != isWorking { Issue.record("\(day)") }
      }
    }
    let working2022 = (0..<365).count { Self.working.isWorking(Day(year: 2022, month: 1, day: 1) + $0) }
    #expect(working2022 == 253)
  }

  @Test func `keeps 29 February to leap years`() {
    let rule = Holiday.Rule.fixed(MonthDay(month: 2, day: 29))
    for year in Self.years {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      #expect(rule.day(in: year)?.description == (isLeap ? "\(year)-02-29" : nil), "\(year)")
    }
    #expect(MonthDay("02-29") != nil)
    #expect(MonthDay("02-30") == nil)
    #expect(MonthDay(month: 2, day: 29).day(in: 2100) == nil)
    // The weekday on or after a date that a year does not have.
    #expect(Holiday.Rule.weekday(.monday, from: MonthDay(month: 2, day: 29)).day(in: 2023) == nil)
  }

  @Test func `finds a weekday's rule over the new year`() {
    let rule = Holiday.Rule.weekday(.friday, from: MonthDay(month: 12, day: 30))
    let calendar = WorkCalendar(id: "a", title: "A", holidays: [Holiday(title: "Last Friday", date: rule)])
    for (day, weekday) in Self.everyDay.dropFirst(7) {
      let (_, month, date) = day.civil
      let isLastFriday = weekday == .friday && (month == 12 ? date >= 30 : month == 1 && date <= 5)
      if (calendar.holiday(on: day) != nil) != isLastFriday { Issue.record("\(day)") }
    }
  }

  @Test func `keeps a day that is given once to its year`() {
    let rule = Holiday.Rule.once(Day(year: 2022, month: 5, day: 5))
    for year in Self.years { #expect((rule.day(in: year) != nil) == (year == 2022)) }
  }

  // MARK: Closures

  @Test func `closes in weeks, over the new year and once`() {
    let winter = Closure(
      title: "Winter", when: .yearly(from: MonthDay(month: 12, day: 20), to: MonthDay(month: 1, day: 10)))
    let july = Closure(title: "July", when: .yearly(from: MonthDay(month: 7, day: 1), to: MonthDay(month: 7, day: 31)))
    let weeks = Closure(title: "Weeks", when: .weeks(28...31))
    let once = Closure(
      title: "Once", when: .once(from: Day(year: 2022, month: 3, day: 1), to: Day(year: 2022, month: 5, day: 31)))
    for (day, _) in Self.everyDay {
      let (year, month, date) = day.civil
      let isWinter = (month == 12 && date >= 20) || (month == 1 && date <= 10)
      if winter.covers(day) != isWinter { Issue.record("winter \(day)") }
      if july.covers(day) != (month == 7) { Issue.record("July \(day)") }
      if weeks.covers(day) != (28...31).contains(day.week.week) { Issue.record("weeks \(day)") }
      if once.covers(day) != (year == 2022 && (3...5).contains(month)) { Issue.record("once \(day)") }
    }
  }

  @Test func `closes week 53 only in years that have it`() {
    let closure = Closure(title: "Last week", when: .weeks(53...53))
    for year in Self.years {
      let days = (0..<366).map { Day(year: year, month: 6, day: 1) + $0 }
      #expect(days.contains(where: closure.covers) == (Day(year: year, month: 12, day: 28).week.week == 53), "\(year)")
    }
  }

  // MARK: Timelines

  static let timelines: [(label: String, timeline: Timeline)] = [
    ("the example's days", Timeline(working, from: Day(year: 2021, month: 6, day: 1), count: 3_900)),
    ("the trade's days", Timeline(trade, from: Day(year: 2021, month: 6, day: 1), count: 1_000)),
    (
      "one day a week",
      Timeline(
        WorkCalendar(id: "a", title: "A", week: [.wednesday]), from: Day(year: 2020, month: 2, day: 29), count: 200)
    ),
    (
      "a start on a holiday", Timeline(working, from: Day(year: 2021, month: 12, day: 24), count: 10)
    ),
    (
      "every day",
      Timeline(
        WorkCalendar(id: "b", title: "B", week: Set(Weekday.allCases)), from: Day(year: 1999, month: 12, day: 31),
        count: 800)
    ),
  ]

  @Test(arguments: timelines.indices)
  func `numbers its working days without a hole`(_ index: Int) {
    let (label, timeline) = Self.timelines[index]
    let days = timeline.days
    #expect(days == days.sorted() && Set(days).count == days.count, "\(label)")
    for (position, day) in days.enumerated() {
      #expect(timeline.calendar.isWorking(day), "\(label) \(day)")
      #expect(timeline.index(onOrAfter: day) == position, "\(label) \(day)")
      #expect(timeline.count(through: day) == position + 1, "\(label) \(day)")
      #expect(timeline[position] == day)
    }
  }

  @Test(arguments: timelines.indices)
  func `places every calendar day between its working days`(_ index: Int) {
    let (label, timeline) = Self.timelines[index]
    guard let first = timeline.days.first, let last = timeline.days.last else { return }
    var before = 0
    for number in (first.number - 10)...(last.number + 10) {
      let day = Day(number: number)
      let isWorking = timeline.days.count > before && timeline.days[before] == day
      #expect(timeline.index(onOrAfter: day) == before, "\(label) \(day)")
      if day > first, day < last { #expect(timeline.calendar.isWorking(day) == isWorking, "\(label) \(day)") }
      if isWorking { before += 1 }
      #expect(timeline.count(through: day) == before, "\(label) \(day)")
    }
    #expect(before == timeline.days.count)
    #expect(timeline[-5] == first && timeline[timeline.days.count + 5] == last)
  }

  @Test func `knows which of its days another calendar works too`() {
    let timeline = Self.timelines[0].timeline
    let pattern = timeline.pattern(of: Self.trade)
    #expect(pattern.count == timeline.days.count)
    for (day, isWorked) in zip(timeline.days, pattern) { #expect(isWorked != (28...31).contains(day.week.week)) }
  }

  @Test func `that never works has a timeline that ends`() {
    let never = WorkCalendar(id: "never", title: "Never", week: [])
    #expect(Timeline(never, from: Day(year: 2022, month: 1, day: 1), count: 5).days.isEmpty)
  }
}
