import EtappModel

/// Calendar days from left to right, whole months of them: a unit is a day, so that a drawing fits any width.
struct TimeAxis: Hashable, Sendable {
  let first: Day
  let last: Day

  /// The months that hold some days; one month of nothing where there are none.
  init(showing days: [Day]) {
    let (low, high) = (days.min() ?? Day(number: 0), days.max() ?? Day(number: 0))
    first = Self.startOfMonth(low)
    last = Self.nextMonth(Self.startOfMonth(high)) + -1
  }

  var days: Int { last - first + 1 }

  /// Days from the left end to the morning of a day; days outside lie on the ends.
  func x(_ day: Day) -> Int { min(max(0, day - first), days) }

  /// The same as a share of the width.
  func share(_ day: Day) -> Double { Double(x(day)) / Double(days) }

  // MARK: Periods

  /// A stretch between two marks of the axis.
  struct Period: Hashable, Sendable {
    var from: Day
    /// The day after it.
    var to: Day
  }

  enum Step: Int, Sendable {
    case month = 1
    case quarter = 3
    case year = 12
  }

  /// The finest step whose names still have room on a narrow screen.
  var step: Step { days <= 430 ? .month : days <= 1_480 ? .quarter : .year }

  /// Periods of a step, the first and the last cut off at the ends.
  func periods(_ step: Step) -> [Period] {
    var periods: [Period] = []
    var from = first
    while from <= last {
      var to = Self.nextMonth(Self.startOfMonth(from))
      while (to.civil.month - 1) % step.rawValue != 0 { to = Self.nextMonth(to) }
      periods.append(Period(from: from, to: min(to, last + 1)))
      from = to
    }
    return periods
  }

  private static func startOfMonth(_ day: Day) -> Day { Day(year: day.civil.year, month: day.civil.month, day: 1) }

  private static func nextMonth(_ first: Day) -> Day {
    let (year, month, _) = first.civil
    return month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
  }
}

extension TimeAxis {
  /// Stretches in which a calendar is closed for days on end, such as a trade's summer holiday, by its title.
  func closures(of calendars: [WorkCalendar]) -> [(title: Text, period: Period)] {
    var found: [(title: Text, period: Period)] = []
    for closure in calendars.flatMap(\.closures) where !found.contains(where: { $0.title == closure.title }) {
      found += runs(of: closure).map { (closure.title, $0) }
    }
    return found
  }

  private func runs(of closure: Closure) -> [Period] {
    var runs: [Period] = []
    for number in first.number...last.number where closure.covers(Day(number: number)) {
      if runs.last?.to.number == number {
        runs[runs.count - 1].to = Day(number: number + 1)
      } else {
        runs.append(Period(from: Day(number: number), to: Day(number: number + 1)))
      }
    }
    return runs.filter { $0.to - $0.from >= 5 }
  }
}
