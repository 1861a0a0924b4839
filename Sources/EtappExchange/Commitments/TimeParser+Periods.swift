extension TimeParser {
  // Parts

  /// `slutet av oktober`, `the end of the year`, `early 2022`, `mid-October`, `årets slut`.
  func part(_ place: Int) -> Found? {
    let start = skipping(place, ["the", "sjalva", "very"], atMost: 2)
    if let found = portion(start) ?? seasonPart(start) { return found }
    if let word = key(start), let part = CalendarLexicon.parts[word] { return partOf(part, start + 1) }
    if isKey(start, ["aterstoden", "resten", "rest", "remainder"]), isKey(start + 1, ["av", "of"]) {
      return periodForPart(skipping(start + 2, ["the"], atMost: 1)).map { (.remaining($0.phrase), $0.end) }
    }
    if isKey(start, ["ars", "year", "month", "years"]), let found = joinedEnd(start) { return found }
    if let word = key(start), let part = CalendarLexicon.earlyOrLate[word] {
      let next = skipping(
        key(start + 1) == "-" ? start + 2 : start + 1, ["i", "in", "under", "pa", "the", "on"], atMost: 2)
      guard let inner = periodForPart(next) else { return nil }
      return (.part(part, inner.phrase), inner.end)
    }
    return genitivePart(start)
  }

  private func partOf(_ part: CalendarLexicon.Part, _ place: Int) -> Found? {
    // `the start of April`, but `the works start in April`.
    if isKey(place - 1, ["start", "close", "beginning", "end", "middle"]), isKey(place, ["in", "i"]) { return nil }
    let next = skipping(place, ["av", "pa", "of", "i", "the", "in", "under", "den", "and", "-"], atMost: 3)
    guard let inner = periodForPart(next) else { return nil }
    return (.part(part, inner.phrase), inner.end)
  }

  /// `year-end`, `month end`.
  private func joinedEnd(_ place: Int) -> Found? {
    let next = key(place + 1) == "-" ? place + 2 : place + 1
    guard key(next) == "end" else { return nil }
    return (.part(.end, .unit(key(place) == "month" ? .month : .year, 0)), next + 1)
  }

  private static let genitives: [String: CalendarLexicon.Unit] = [
    "arets": .year, "manadens": .month, "veckans": .week, "kvartalets": .quarter, "halvarets": .half, "year's": .year,
    "month's": .month, "week's": .week,
  ]

  /// `årets slut`, `nästa års början`, `månadens utgång`, `årets sista kvartal`.
  private func genitivePart(_ place: Int) -> Found? {
    if let word = key(place), let unit = Self.genitives[word] {
      if let part = key(place + 1).flatMap({ CalendarLexicon.parts[$0] }) {
        return (.part(part, .unit(unit, 0)), place + 2)
      }
      return unit == .year ? yearly(.counted(0), place + 1) : nil
    }
    if isKey(place, ["nasta", "kommande"]), key(place + 1) == "ars" {
      if let part = key(place + 2).flatMap({ CalendarLexicon.parts[$0] }) {
        return (.part(part, .unit(.year, 1)), place + 3)
      }
      return yearly(.counted(1), place + 2)
    }
    // `oktober månads utgång`
    if let month = monthNumber(place), isKey(place + 1, ["manads"]),
      let part = key(place + 2).flatMap({ CalendarLexicon.parts[$0] })
    {
      return (.part(part, .month(month, nil)), place + 3)
    }
    // `första kvartalets utgång`
    let ofPeriods = ["kvartalets": "kvartalet", "halvarets": "halvaret", "tertialets": "tertialet"]
    if let ordinal = key(place).flatMap({ CalendarLexicon.ordinals[$0] }), ordinal > 0,
      let word = key(place + 1).flatMap({ ofPeriods[$0] }), let whole = period(word, ordinal),
      let part = key(place + 2).flatMap({ CalendarLexicon.parts[$0] })
    {
      let (year, end) = yearAfter(place + 3)
      return (.part(part, withYear((whole, 0), year).phrase), end)
    }
    if let year = yearNumber(place), isKey(place + 1, ["ars"]) { return yearly(.named(year), place + 2) }
    if let season = key(place).flatMap({ $0.hasSuffix("s") ? CalendarLexicon.seasons[$0] : nil }),
      let part = key(place + 1).flatMap({ CalendarLexicon.parts[$0] })
    {
      return (.part(part, .season(season, nil)), place + 2)
    }
    return nil
  }

  /// `2022 års första kvartal`.
  private func yearly(_ year: TimePhrase.Year, _ place: Int) -> Found? {
    guard let found = halfOrQuarter(place) else { return nil }
    switch found.phrase {
    case .half(let half, _): return (.half(half, year), found.end)
    case .quarter(let quarter, _): return (.quarter(quarter, year), found.end)
    case .third(let third, _): return (.third(third, year), found.end)
    default: return nil
    }
  }

  private static let periods: [String: CalendarLexicon.Unit] = [
    "aret": .year, "year": .year, "manaden": .month, "month": .month, "veckan": .week, "week": .week,
    "kvartalet": .quarter,
    "quarter": .quarter, "halvaret": .half,
  ]

  /// A time that has a beginning and an end worth speaking of.
  func periodForPart(_ place: Int) -> Found? {
    if let year = yearNumber(place) {
      if let found = genitivePart(place) { return found }
      return (.year(.named(year)), place + 1)
    }
    if let month = monthNumber(place) {
      if isKey(afterDot(place + 1), ["-", "/"]), monthNumber(afterDot(place + 1) + 1) != nil {
        return ranged(place, isLed: true)
      }
      let (word, end) = yearAfter(skipping(afterDot(place + 1), ["manad"], atMost: 1))
      return (.month(month, word), end)
    }
    if let found = halfOrQuarter(place) ?? week(place) ?? relative(place, isLed: true) ?? season(place, isLed: true) {
      return found
    }
    guard let word = key(place), let unit = Self.periods[word] else { return nil }
    if unit == .year, let year = yearNumber(place + 1) { return (.year(.named(year)), place + 2) }
    return (.unit(unit, 0), place + 1)
  }

  // Half-years, quarters, thirds

  private static let halves: Set<String> = ["halvaret", "halvar", "half", "halvan", "halften", "halft"]
  private static let quarters: Set<String> = ["kvartalet", "kvartal", "quarter", "kv", "q", "qtr"]
  private static let thirds: Set<String> = ["tertial", "tertialet", "t"]

  /// `första halvåret 2022`, `H1 2022`, `kvartal 3`, `2022 Q3`, `the third quarter`.
  func halfOrQuarter(_ place: Int) -> Found? {
    if let year = yearNumber(place), let found = periodThenNumber(skipping(place + 1, [",", "-"], atMost: 1)) {
      return withYear(found, .named(year))
    }
    return periodThenNumber(place).map(addingYear) ?? numberThenPeriod(place)
  }

  private func withYear(_ found: Found, _ year: TimePhrase.Year?) -> Found {
    switch found.phrase {
    case .half(let half, nil): (.half(half, year), found.end)
    case .quarter(let quarter, nil): (.quarter(quarter, year), found.end)
    case .third(let third, nil): (.third(third, year), found.end)
    default: found
    }
  }

  private func addingYear(_ found: Found) -> Found {
    var start = found.end
    if isKey(start, ["/"]) { start += 1 }
    let (year, end) = yearAfter(start)
    guard let year else {
      let definite = skipping(found.end, ["of", "the", "av", "under"], atMost: 2)
      return isKey(definite, ["aret", "year"]) && definite > found.end ? (found.phrase, definite + 1) : found
    }
    let made = withYear(found, year)
    return (made.phrase, end)
  }

  private func period(_ word: String, _ number: Int) -> TimePhrase? {
    if Self.quarters.contains(word), (1...4).contains(number) { return .quarter(number, nil) }
    if Self.thirds.contains(word), (1...3).contains(number) { return .third(number, nil) }
    if Self.halves.contains(word) || word == "h", (1...2).contains(number) { return .half(number, nil) }
    return nil
  }

  private func periodThenNumber(_ place: Int) -> Found? {
    guard let word = key(place) else { return nil }
    let next = afterDot(place + 1)
    guard let token = token(next), let number = number(next, digits: 1) else { return nil }
    let isShort = word.count == 1
    guard !isShort || (token.isGlued && token.kind == .number) || word == "q" else { return nil }
    guard let first = period(word, number) else { return nil }
    // `kvartal 3–4`
    if isKey(next + 1, ["-", "och", "till", "to", "and"]), self.token(next + 2)?.kind == .number,
      let other = self.number(next + 2, digits: 1), let last = period(word, other), other > number, isEnd(next + 3)
    {
      let (year, end) = yearAfter(next + 3)
      return (.range(withYear((first, 0), year).phrase, withYear((last, 0), year).phrase), end)
    }
    return (first, next + 1)
  }

  private func numberThenPeriod(_ place: Int) -> Found? {
    guard let token = token(place) else { return nil }
    let ordinal = token.isOrdinal ? token.number : CalendarLexicon.ordinals[token.key]
    guard var number = ordinal, let word = key(place + 1) else { return nil }
    if ["halvan", "halften", "half"].contains(word), let found = halfOf(number, place + 2) { return found }
    guard Self.halves.contains(word) || Self.quarters.contains(word) || Self.thirds.contains(word) else { return nil }
    if number < 0 { number = Self.quarters.contains(word) ? 4 : Self.thirds.contains(word) ? 3 : 2 }
    return period(word, number).map { addingYear(($0, place + 2)) }
  }

  /// `första halvan av oktober`; of a year it is the half-year.
  private func halfOf(_ half: Int, _ place: Int) -> Found? {
    let start = skipping(place, ["av", "of", "the"], atMost: 2)
    guard start > place, (1...2).contains(half), yearNumber(start) == nil, let inner = periodForPart(start) else {
      return nil
    }
    switch inner.phrase {
    case .unit(.year, let count): return (.half(half, .counted(count)), inner.end)
    case .year(let year): return (.half(half, year), inner.end)
    default: return (.halfOf(half, inner.phrase), inner.end)
    }
  }

  // Weeks

  private static let weeks: Set<String> = ["vecka", "veckorna", "veckor", "v", "week", "weeks", "w", "wk", "veckan"]

  /// `v. 42`, `vecka 42–44`, `week 42, 2021`.
  func week(_ place: Int) -> Found? {
    guard isKey(place, Self.weeks) else { return nil }
    let start = skipping(afterDot(place + 1), ["nr", "nummer", "number", "no"], atMost: 1)
    guard let token = token(start), token.kind == .number, token.digits <= 2, let week = token.number,
      (1...53).contains(week)
    else { return nil }
    // `veckor 2` of `om veckor 2`… nothing counts weeks behind its noun.
    let (year, end) = weekYear(start + 1)
    let first = TimePhrase.week(week, year)
    guard isKey(end, ["-", "till", "och", "to", "and", "eller", "or", "/"]) else { return (first, end) }
    let next = afterDot(skipping(end + 1, Self.weeks, atMost: 1))
    guard let other = self.token(next), other.kind == .number, other.digits <= 2, let last = other.number,
      (1...53).contains(last),
      monthNumber(next + 1) == nil
    else { return (first, end) }
    let (lastYear, after) = weekYear(next + 1)
    return (.range(first, .week(last, lastYear)), after)
  }

  private func weekYear(_ place: Int) -> (TimePhrase.Year?, Int) {
    if key(place) == "/", let year = yearNumber(place + 1) { return (.named(year), place + 2) }
    return yearAfter(place)
  }

  /// `första veckan i november`, `the last Friday of October`, `sista dagen i oktober`.
  func nth(_ place: Int) -> Found? {
    guard let token = token(place) else { return nil }
    let ordinal = token.isOrdinal ? token.number : CalendarLexicon.ordinals[token.key]
    guard let ordinal, ordinal <= 5, let word = key(place + 1) else { return nil }
    let start = skipping(place + 2, ["i", "of", "in", "av", "pa"], atMost: 1)
    guard start > place + 2, let inner = periodForPart(skipping(start, ["the"], atMost: 1)) else { return nil }
    if ["veckan", "week"].contains(word) { return (.weekIn(ordinal, inner.phrase), inner.end) }
    if ["dagen", "day"].contains(word) {
      return ordinal < 0 ? (.lastDay(inner.phrase), inner.end) : (.dayIn(ordinal, inner.phrase), inner.end)
    }
    if ["dagarna", "days"].contains(word) { return (.part(ordinal < 0 ? .end : .beginning, inner.phrase), inner.end) }
    guard let day = CalendarLexicon.weekdays[word] else { return nil }
    return (.weekdayIn(day, ordinal: ordinal, inner.phrase), inner.end)
  }

  // Turns

  private static let newYear = PhraseTable("the new year,det nya aret,nya aret,new year")
  private static let yearTurns = PhraseTable("turn of the year,arsskiftet,arsskifte")
  private static let monthTurns = PhraseTable("turn of the month,manadsskiftet,manadsskifte")

  /// `årsskiftet 2021/2022`, `månadsskiftet september/oktober`, `the turn of the year`.
  func turn(_ place: Int) -> Found? {
    if let end = end(ofAny: Self.newYear, at: place) {
      // `in the new year` is its beginning; as a limit it is the turn.
      return isKey(place - 1, ["in", "pa", "early", "during", "i"])
        ? (.part(.beginning, .unit(.year, 1)), end) : (.turn(nil), end)
    }
    if let end = end(ofAny: Self.yearTurns, at: place) {
      return yearTurn(end)
    }
    if let end = end(ofAny: Self.monthTurns, at: place) {
      return monthTurn(end)
    }
    guard isKey(place, ["halvarsskiftet", "halvarsskifte"]) else { return nil }
    let (year, end) = yearAfter(place + 1)
    return (.turn(.half(1, year)), end)
  }

  private func yearTurn(_ place: Int) -> Found {
    guard let year = yearNumber(place) else {
      // `årsskiftet 21/22`
      if let token = token(place), case .date = token.kind { return (.turn(nil), place + 1) }
      return (.turn(nil), place)
    }
    if isKey(place + 1, ["/", "-"]), token(place + 2)?.kind == .number {
      return (.turn(.year(.named(year))), place + 3)
    }
    return (.turn(.year(.named(year))), place + 1)
  }

  private func monthTurn(_ place: Int) -> Found {
    guard let first = monthNumber(place) else { return (.turn(.unit(.month, 0)), place) }
    var end = afterDot(place + 1)
    if isKey(end, ["/", "-", "till", "to"]), monthNumber(end + 1) != nil { end = afterDot(end + 2) }
    let (year, after) = yearAfter(end)
    return (.turn(.month(first, year)), after)
  }
}
