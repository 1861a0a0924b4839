import EtappModel

/// Turns times as they are said into days, counted from the day a letter was written.
///
/// What is said without a year is the next such time that is not over. The tables of vague words:
///
/// - beginning, middle, end of a month: days 1–10, 11–20, 21–last; of a year: January–March, May–August,
///   October–December; of a half-year two months each, of a quarter or season one; of a week Monday–Tuesday,
///   Tuesday–Thursday, Thursday–Friday;
/// - spring, summer, autumn, winter: March–May, June–August, September–November, December–February; the holidays: July;
/// - after a season or a feast: the month that follows; around a day: three days to each side; the turn of a month or
///   year: five days to each side;
/// - a few is three, a couple two.
struct TimeResolver {
  let written: Day

  /// First and last day, both known.
  struct Days: Hashable {
    var from: Day
    var to: Day
    var precision: Commitment.Precision = .explicit
  }

  /// nil for a time of the past, or one that no calendar has.
  func resolve(_ phrase: TimePhrase) -> TimeStretch? {
    switch phrase {
    case .framed(let frame, let inner): return resolve(frame, inner)
    case .about(let inner):
      guard let days = resolve(inner) else { return nil }
      return TimeStretch(from: days.from, to: days.to, precision: .vague).widened(inner)
    case .within(let unit, let count):
      return TimeStretch(from: written, to: Self.shift(written, unit, count), precision: .explicit)
    case .soon: return TimeStretch(from: written, to: nil, precision: .vague)
    case .unknown: return TimeStretch(from: nil, to: nil, precision: .vague)
    default:
      guard let days = days(phrase) else { return nil }
      return TimeStretch(from: days.from, to: days.to, precision: days.precision)
    }
  }

  private func resolve(_ frame: TimePhrase.Frame, _ inner: TimePhrase) -> TimeStretch? {
    if case .about(let plain) = inner {
      guard var stretch = resolve(frame, plain) else { return nil }
      stretch.precision = .vague
      return stretch
    }
    guard case let plain? = days(inner) else {
      guard let stretch = resolve(inner) else { return nil }
      return stretch
    }
    switch frame {
    case .latest: return until(limit(inner, plain), inner, plain.precision)
    case .before:
      if case .turn = inner { return until(limit(inner, plain), inner, plain.precision) }
      // Before the end of October is October still.
      if case .part(.end, _) = inner { return until(plain.to, inner, plain.precision) }
      return until(plain.from + -1, inner, plain.precision)
    case .earliest: return TimeStretch(from: plain.from, to: nil, precision: plain.precision)
    case .after:
      // After the weekend is the week that follows it.
      if case .weekend = inner { return TimeStretch(from: plain.to + 1, to: plain.to + 7, precision: .vague) }
      return after(inner, plain)
    }
  }

  /// The day on which a time is over as a limit: of a turn, the end of the old month or year.
  private func limit(_ inner: TimePhrase, _ days: Days) -> Day {
    if case .turn = inner { days.to + -5 } else { days.to }
  }

  private func until(_ day: Day, _ inner: TimePhrase, _ precision: Commitment.Precision) -> TimeStretch {
    var precision = precision
    // The end of a month is a day when it is a limit.
    if case .part(.end, let whole) = inner, let days = days(whole), days.precision == .explicit {
      precision = .explicit
    }
    if case .turn = inner { precision = .explicit }
    return TimeStretch(from: written <= day ? written : nil, to: day, precision: precision)
  }

  private func after(_ inner: TimePhrase, _ days: Days) -> TimeStretch {
    if case .turn = inner {
      let first = days.to + -4
      return TimeStretch(from: first, to: Self.shift(first, .month, 1) + -1, precision: .vague)
    }
    guard days.precision == .vague else { return TimeStretch(from: days.to + 1, to: nil, precision: .explicit) }
    let first = days.to + 1
    return TimeStretch(from: first, to: Self.shift(first, .month, 1) + -1, precision: .vague)
  }

  /// A day so many units later; the day of the month is kept where the month has it.
  static func shift(_ day: Day, _ unit: CalendarLexicon.Unit, _ count: Int) -> Day {
    switch unit {
    case .day: return day + count
    case .workday: return workdays(day, count)
    case .week: return day + 7 * count
    case .month: return months(day, count)
    case .quarter: return months(day, 3 * count)
    case .half: return months(day, 6 * count)
    case .year: return months(day, 12 * count)
    }
  }

  /// Days from Monday to Friday; holidays are the calendar's, and not a letter's.
  private static func workdays(_ day: Day, _ count: Int) -> Day {
    let step = count < 0 ? -1 : 1
    var (day, left) = (day, abs(count))
    while left > 0 {
      day = day + step
      if day.weekday.rawValue <= 5 { left -= 1 }
    }
    return day
  }

  private static func months(_ day: Day, _ count: Int) -> Day {
    let civil = day.civil
    let index = civil.year * 12 + civil.month - 1 + count
    let (year, month) = (Int((Double(index) / 12).rounded(.down)), ((index % 12) + 12) % 12 + 1)
    return Day(year: year, month: month, day: min(civil.day, lastDay(year, month)))
  }

  static func lastDay(_ year: Int, _ month: Int) -> Int {
    let next = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    return next - Day(year: year, month: month, day: 1)
  }
}

extension TimeStretch {
  /// Three days to each side of a single day.
  fileprivate func widened(_ phrase: TimePhrase) -> TimeStretch {
    guard let from, from == to else { return self }
    return TimeStretch(from: from + -3, to: from + 3, precision: .vague)
  }
}
