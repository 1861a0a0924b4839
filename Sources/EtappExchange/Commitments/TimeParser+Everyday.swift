extension TimeParser {
  // Weekends

  private static let weekends: Set<String> = ["helgen", "helg", "weekend", "veckoslutet", "veckohelgen"]

  /// `i helgen`, `nästa helg`, `over the weekend`.
  func weekend(_ place: Int, isLed: Bool) -> Found? {
    let isNext = isKey(place, ["nasta", "next"])
    let isNear = isKey(place, ["kommande", "coming", "this", "denna"])
    let start = isNext || isNear ? place + 1 : place
    guard isLed || isNext || isNear, isKey(start, Self.weekends) else { return nil }
    return (.weekend(isNext ? 1 : 0), start + 1)
  }

  // Halves and parts in other words

  private static let later: Set<String> = ["senare", "later", "latter", "andra", "second"]
  private static let earlier: Set<String> = ["tidigare", "forra", "earlier", "early", "forsta", "first", "former"]
  private static let last: Set<String> = ["sista", "slutliga", "last", "final", "closing"]
  private static let pieces: Set<String> = ["delen", "del", "part", "halvan", "halften", "half", "halva"]

  /// `senare delen av oktober`, `the latter half of 2022`, `första delen av hösten`.
  func portion(_ place: Int) -> Found? {
    guard isKey(place + 1, Self.pieces) else { return nil }
    let start = skipping(place + 2, ["av", "of", "i", "pa", "the", "under"], atMost: 2)
    guard start > place + 2, isKey(place, Self.later.union(Self.earlier).union(Self.last)) else { return nil }
    // `första halvan` is meant to the day.
    if isKey(place, ["andra", "second", "forsta", "first"]), !isKey(place + 1, ["delen", "del", "part"]) {
      return nil
    }
    guard let inner = periodForPart(start) else { return nil }
    if isKey(place, Self.last) { return (.part(.end, inner.phrase), inner.end) }
    return (half(isKey(place, Self.later) ? 2 : 1, of: inner.phrase), inner.end)
  }

  /// The half of a time that is not meant to the day; of a season or a quarter it is one month.
  private func half(_ half: Int, of phrase: TimePhrase) -> TimePhrase {
    switch phrase {
    case .year(let year): .about(.half(half, year))
    case .unit(.year, let count): .about(.half(half, .counted(count)))
    case .season, .quarter, .third, .half: .part(half == 1 ? .beginning : .end, phrase)
    default: .halfOf(half, phrase)
    }
  }

  /// `senhösten`, `försommaren 2022`.
  func seasonPart(_ place: Int) -> Found? {
    guard let found = key(place).flatMap({ CalendarLexicon.seasonParts[$0] }) else { return nil }
    let (year, end) = yearAfter(place + 1)
    return (.part(found.part, .season(found.season, year)), end)
  }

  // A time that runs out

  private static let runningOut: [String: CalendarLexicon.Unit] = [
    "dagen": .day, "day": .day, "veckan": .week, "week": .week, "manaden": .month, "month": .month, "aret": .year,
    "year": .year, "kvartalet": .quarter, "quarter": .quarter,
  ]

  /// `innan veckan är slut`, `before the month is out`.
  func beforeItIsOver(_ place: Int) -> Found? {
    guard isKey(place, ["innan", "fore", "before"]) else { return nil }
    let start = skipping(place + 1, ["the", "denna", "this"], atMost: 1)
    if let unit = key(start).flatMap({ Self.runningOut[$0] }), let end = overEnd(start + 1) {
      let whole = TimePhrase.unit(unit, 0)
      return (unit == .day ? .framed(.latest, whole) : .framed(.before, .part(.end, whole)), end)
    }
    guard let found = core(start, isLed: true), let end = overEnd(found.end) else { return nil }
    if case .unit(.week, _) = found.phrase { return (.framed(.before, .part(.end, found.phrase)), end) }
    return (.framed(.latest, found.phrase), end)
  }

  /// The end of `är slut`, `is over`.
  private func overEnd(_ place: Int) -> Int? {
    guard isKey(place, ["ar", "is", "har"]) else { return nil }
    let end = skipping(place + 1, ["till", "gatt"], atMost: 1)
    return isKey(end, ["slut", "over", "out", "anda", "up", "through", "done", "finished"]) ? end + 1 : nil
  }

  private static let dayEnds = PhraseTable(
    "by end of day,by the end of the day,by eod,by close of business,by cob,by close of play,by tonight")

  /// `by end of day`, which is this one where no other is named.
  func endOfDay(_ place: Int) -> Found? {
    end(ofAny: Self.dayEnds, at: place).map { (.framed(.latest, .unit(.day, 0)), $0) }
  }
}
