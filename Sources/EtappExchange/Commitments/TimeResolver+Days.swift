import EtappModel

extension TimeResolver {
  private var year: Int { written.civil.year }

  /// The days of a time with two ends; nil for all others.
  func days(_ phrase: TimePhrase) -> Days? {
    switch phrase {
    case .day, .dayOfMonth, .month, .year, .half, .quarter, .third, .week, .season, .feast:
      calendarDays(phrase, written)
    case .weekday(let day, let weeks): weekday(day, weeks)
    case .weekdayOf(let day, let week): days(week).map { Days($0.from + (day - $0.from.weekday.rawValue)) }
    case .unit(let unit, let count): whole(unit, count)
    case .weekOf(let inner): days(inner).map { Self.week(of: $0.from, 0, .explicit) }
    case .weekBeside(let side, let inner): days(inner).map { Self.week(beside: $0, side) }
    case .weekend(let weeks): whole(.week, weeks).map { Days(from: $0.from + 5, to: $0.to) }
    case .remaining(let inner):
      days(inner).map { Days(from: max($0.from, min(written, $0.to)), to: $0.to, precision: .vague) }
    case .ahead(let unit, let low, let high):
      Days(
        from: Self.shift(written, unit, low), to: Self.shift(written, unit, high),
        precision: low == high ? .explicit : .vague)
    case .shifted(let unit, let count, let inner):
      days(inner).map { Days(Self.shift(count < 0 ? $0.from : $0.to, unit, count)) }
    case .turn(let first): turn(first)
    case .part(let part, let inner): days(inner).map { Self.part(part, of: $0, inner) }
    case .weekIn(let ordinal, let inner): days(inner).map { Self.week(ordinal, in: $0) }
    case .weekdayIn(let day, let ordinal, let inner): days(inner).flatMap { Self.weekday(day, ordinal, in: $0) }
    case .lastDay(let inner): days(inner).map { Days($0.to) }
    case .dayIn(let day, let inner):
      days(inner).flatMap { $0.from + (day - 1) <= $0.to ? Days($0.from + (day - 1)) : nil }
    case .halfOf(let half, let inner): days(inner).map { Self.half(half, of: $0) }
    case .range(let first, let last): range(first, last)
    case .about(let inner): days(inner).map { Days(from: $0.from, to: $0.to, precision: .vague) }
    case .framed, .within, .soon, .past, .unknown: nil
    }
  }

  /// A time of the calendar: with its year, or the next one whose last day is not before `anchor`.
  private func calendarDays(_ phrase: TimePhrase, _ anchor: Day) -> Days? {
    if case .dayOfMonth(let day) = phrase { return nextDay(day, anchor) }
    if let year = phrase.yearWord { return Self.days(phrase, in: named(year)) }
    let start = anchor.civil.year - 1
    // A 29 February or a week 53 may be years away.
    for year in start...start + 9 {
      if let days = Self.days(phrase, in: year), days.to >= anchor { return days }
    }
    return nil
  }

  /// The last such time that begins on or before `anchor`.
  private func lastDays(_ phrase: TimePhrase, _ anchor: Day) -> Days? {
    if case .dayOfMonth(let day) = phrase {
      let civil = anchor.civil
      return day <= civil.day && day >= 1 ? Days(Day(year: civil.year, month: civil.month, day: day)) : nil
    }
    if case .part(let part, let inner) = phrase {
      return lastDays(inner, anchor).map { Self.part(part, of: $0, inner) }
    }
    guard phrase.isCalendar, phrase.yearWord == nil else { return days(phrase) }
    let start = anchor.civil.year + 1
    for year in (start - 10...start).reversed() {
      if let days = Self.days(phrase, in: year), days.from <= anchor { return days }
    }
    return nil
  }

  private func named(_ word: TimePhrase.Year) -> Int {
    switch word {
    case .named(let year): year
    case .counted(let count): year + count
    }
  }

  private func nextDay(_ day: Int, _ anchor: Day) -> Days? {
    guard (1...31).contains(day) else { return nil }
    var civil = (year: anchor.civil.year, month: anchor.civil.month)
    for _ in 0..<4 {
      if day <= Self.lastDay(civil.year, civil.month) {
        let found = Day(year: civil.year, month: civil.month, day: day)
        if found >= anchor { return Days(found) }
      }
      civil = civil.month == 12 ? (civil.year + 1, 1) : (civil.year, civil.month + 1)
    }
    return nil
  }

  private func weekday(_ day: Int, _ weeks: Int?) -> Days {
    let today = written.weekday.rawValue
    guard let weeks else { return Days(written + (day > today ? day - today : day - today + 7)) }
    return Days(written + (day - today + 7 * weeks))
  }

  private func whole(_ unit: CalendarLexicon.Unit, _ count: Int) -> Days? {
    let civil = written.civil
    switch unit {
    case .day, .workday: return Days(written + count)
    case .week:
      let monday = written + (1 - written.weekday.rawValue + 7 * count)
      return Days(from: monday, to: monday + 6)
    case .month: return Self.months(civil.year, civil.month + count, 1)
    case .quarter: return Self.months(civil.year, (civil.month - 1) / 3 * 3 + 1 + 3 * count, 3)
    case .half: return Self.months(civil.year, (civil.month - 1) / 6 * 6 + 1 + 6 * count, 6)
    case .year: return Self.months(civil.year + count, 1, 12)
    }
  }

  /// Five days to each side of the end of a time.
  private func turn(_ first: TimePhrase?) -> Days? {
    guard let end = first.map({ days($0)?.to }) ?? whole(.year, 0)?.to else { return nil }
    return Days(from: end + -4, to: end + 5, precision: .vague)
  }

  private func range(_ first: TimePhrase, _ last: TimePhrase) -> Days? {
    // The first half of a range has the year of its second half when it has none of its own.
    let end: Days?
    if first.year != nil, last.isCalendar, last.year == nil, let begin = days(first) {
      end = calendarDays(last, begin.from)
    } else {
      end = days(last)
    }
    guard let end else { return nil }
    guard let begin = first.year == nil ? lastDays(first, end.from) : days(first), begin.from <= end.to else {
      return nil
    }
    let isVague = begin.precision == .vague || end.precision == .vague
    return Days(from: begin.from, to: end.to, precision: isVague ? .vague : .explicit)
  }
}

extension TimeResolver.Days {
  init(_ day: Day) {
    self.init(from: day, to: day)
  }
}

extension TimePhrase {
  /// The year of a time of the calendar.
  var yearWord: Year? {
    switch self {
    case .day(let year, _, _), .month(_, let year), .half(_, let year), .quarter(_, let year), .third(_, let year),
      .week(_, let year), .season(_, let year), .feast(_, let year):
      year
    case .year(let year): year
    default: nil
    }
  }

  /// The year that is said somewhere inside.
  var year: Year? {
    switch self {
    case .part(_, let inner), .about(let inner), .weekIn(_, let inner), .lastDay(let inner), .weekdayOf(_, let inner),
      .weekdayIn(_, _, let inner), .dayIn(_, let inner), .halfOf(_, let inner):
      inner.year
    default: yearWord
    }
  }

  var isCalendar: Bool {
    switch self {
    case .day, .dayOfMonth, .month, .year, .half, .quarter, .third, .week, .season, .feast: true
    default: false
    }
  }
}
