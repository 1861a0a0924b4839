extension TimeParser {
  private static let joints: Set<String> = [
    "-", "/", "till", "to", "och", "and", "eller", "or", "until", "through", "samt", "till-och-med",
  ]

  /// A time, or one to another.
  func ranged(_ place: Int, isLed: Bool) -> Found? {
    guard let first = core(place, isLed: isLed) else { return nil }
    guard isKey(first.end, Self.joints) else { return first }
    let isLoose = isKey(first.end, ["och", "and", "samt"])
    var next = skipping(first.end, Self.joints, atMost: 1)
    next = skipping(next, ["och", "med", "den", "the", "i", "under", "in", "med"], atMost: 2)
    guard let last = core(next, isLed: true), isOneKind(first.phrase, last.phrase, isLoose: isLoose) else {
      return first
    }
    return (.range(first.phrase, last.phrase), last.end)
  }

  /// Whether two times can be the ends of one.
  private func isOneKind(_ first: TimePhrase, _ last: TimePhrase, isLoose: Bool) -> Bool {
    switch (first, last) {
    case (.day, .day), (.month, .month), (.week, .week), (.quarter, .quarter), (.season, .season), (.half, .half),
      (.weekday, .weekday), (.month, .day), (.day, .month), (.year, .year), (.dayOfMonth, .dayOfMonth),
      (.third, .third):
      true
    case (.part, .part), (.part, .month), (.month, .part), (.season, .month), (.month, .season), (.part, .season),
      (.season, .part), (.season, .feast), (.day, .part), (.part, .day), (.part, .year), (.unit, .unit):
      true
    default: false
    }
  }

  func core(_ place: Int, isLed: Bool) -> Found? {
    guard let token = token(place), token.kind != .code, token.kind != .clock else { return nil }
    if token.kind == .mark { return nil }
    if let found = part(place) ?? weekBeside(place) ?? dateToken(place, isLed: isLed) ?? nth(place)
      ?? dayAndMonth(place)
    {
      return found
    }
    if let found = weekday(place, isLed: isLed) ?? halfOrQuarter(place) ?? week(place) ?? turn(place) { return found }
    if let found = relative(place, isLed: isLed) ?? season(place, isLed: isLed) { return found }
    if let found = feast(place, isLed: isLed) ?? month(place, isLed: isLed) { return found }
    return lonelyDay(place, isLed: isLed) ?? year(place, isLed: isLed)
  }

  // Dates

  private func dateToken(_ place: Int, isLed: Bool) -> Found? {
    guard let token = token(place) else { return nil }
    switch token.kind {
    case .date(let year, let month, let day) where !token.isWeak || isLed:
      // A time of day looks like a date: `kl. 10.12`.
      if token.isWeak, isKey(place - 1, ["kl", "klockan"]) || isKey(place - 2, ["kl"]) { return nil }
      if let year { return (.day(.named(year), month: month, day: day), place + 1) }
      let (word, end) = yearAfter(place + 1)
      return (.day(word, month: month, day: day), end)
    case .month(let year, let month) where isLed:
      return brokenDate(year, month, place) ?? (.month(month, .named(year)), place + 1)
    default: return nil
    }
  }

  /// `2022-04-l5`: the day of a written date whose digits a scanner took for letters.
  private func brokenDate(_ year: Int, _ month: Int, _ place: Int) -> Found? {
    guard let dash = token(place + 1), dash.isMark("-"), dash.isGlued, let last = token(place + 2), last.isGlued,
      last.kind == .number, let day = last.number, DigitRun.isDay(year, month, day)
    else { return nil }
    return (.day(.named(year), month: month, day: day), place + 3)
  }

  private static let weeksOf = PhraseTable(
    "w / c,wc,w c,w / b,week commencing,week beginning,week starting,week of,veckan med borjan,veckan som borjar")

  /// `w/c 3 May`: the week of a day; `veckan efter påsk`: that which follows a feast, a day or a week.
  private func weekBeside(_ place: Int) -> Found? {
    if let end = end(ofAny: Self.weeksOf, at: place) {
      let start = skipping(end, ["on", "the", "den", "monday", ":", "mandag", "mandagen"], atMost: 2)
      return (dateToken(start, isLed: true) ?? dayAndMonth(start)).map { (.weekOf($0.phrase), $0.end) }
    }
    guard isKey(place, ["veckan", "week"]), isKey(place + 1, ["efter", "after", "fore", "innan", "before"]) else {
      return nil
    }
    let start = skipping(place + 2, ["den", "the"], atMost: 1)
    guard let inner = feast(start, isLed: true) ?? dateToken(start, isLed: true) ?? dayAndMonth(start) else {
      return nil
    }
    return (.weekBeside(isKey(place + 1, ["efter", "after"]) ? 1 : -1, inner.phrase), inner.end)
  }

  /// A number of a day: `15`, `15:e`, `femtonde`, `twenty-first`.
  private func dayNumber(_ place: Int) -> (day: Int, end: Int)? {
    guard let token = token(place) else { return nil }
    if token.kind == .number, token.digits <= 2, let day = token.number, (1...31).contains(day) {
      return (day, afterOrdinalDot(place + 1))
    }
    guard token.kind == .word else { return nil }
    if let tens = CalendarLexicon.numbers[token.key], tens == 20 || tens == 30 {
      let next = key(place + 1) == "-" ? place + 2 : place + 1
      if let unit = key(next).flatMap({ CalendarLexicon.ordinals[$0] }), (1...9).contains(unit), tens + unit <= 31 {
        return (tens + unit, next + 1)
      }
    }
    guard let day = CalendarLexicon.ordinals[token.key] else { return nil }
    return (day, place + 1)
  }

  /// `15. oktober`.
  private func afterOrdinalDot(_ place: Int) -> Int {
    key(place) == "." && monthNumber(place + 1) != nil ? place + 1 : place
  }

  func monthNumber(_ place: Int) -> Int? {
    guard let token = token(place), token.kind == .word else { return nil }
    return CalendarLexicon.months[token.key]
  }

  private func dayAndMonth(_ place: Int) -> Found? {
    var start = place
    // A weekday before the date says nothing more.
    if let key = key(start), CalendarLexicon.weekdays[key] != nil { start = afterDot(start + 1) }
    start = skipping(start, ["den", "the", ",", "dagen"], atMost: 2)
    if let token = token(start), case .date = token.kind, start > place { return dateToken(start, isLed: true) }
    return swedishOrder(start) ?? englishOrder(start)
  }

  private static let dayJoints: Set<String> = ["-", "och", "till", "to", "and", "eller", "or", "/", "samt"]

  /// `15 oktober 2021`, `1–15 mars`, `den 1 och den 15 mars`, `3rd of May`.
  private func swedishOrder(_ start: Int) -> Found? {
    guard let first = dayNumber(start) else { return nil }
    if let (month, end) = monthOf(first.end) {
      let (word, end) = yearAfter(end)
      return first.day < 0 ? (.lastDay(.month(month, word)), end) : (.day(word, month: month, day: first.day), end)
    }
    guard isKey(first.end, Self.dayJoints) || key(first.end) == ",", first.day > 0 else { return nil }
    let next = skipping(first.end, Self.rowJoints, atMost: 3)
    guard let last = lastOfRow(next), let (month, end) = monthOf(last.end) else { return nil }
    let (word, after) = yearAfter(end)
    return (.range(.day(word, month: month, day: first.day), .day(word, month: month, day: last.day)), after)
  }

  private static let rowJoints = dayJoints.union(["med", "den", "the", ","])

  /// The last day of a row: `14, 15 och 16 november`.
  private func lastOfRow(_ place: Int) -> (day: Int, end: Int)? {
    var place = place
    for _ in 0..<8 {
      guard let day = dayNumber(place), day.day > 0 else { return nil }
      guard isKey(day.end, Self.rowJoints), monthOf(day.end) == nil else { return day }
      place = skipping(day.end, Self.rowJoints, atMost: 3)
    }
    return nil
  }

  private func monthOf(_ place: Int) -> (month: Int, end: Int)? {
    let start = skipping(place, ["of", "i", "dagen"], atMost: 2)
    guard let month = monthNumber(start) else { return nil }
    return (month, afterDot(start + 1))
  }

  /// `October 15, 2021`, `October 1–15`.
  private func englishOrder(_ start: Int) -> Found? {
    guard let month = monthNumber(start), token(start)?.isCapital ?? false else { return nil }
    let place = skipping(afterDot(start + 1), ["the"], atMost: 1)
    guard let token = token(place), token.kind == .number, token.digits <= 2, let first = dayNumber(place) else {
      return nil
    }
    var last: Int?
    var end = first.end
    if isKey(end, ["-", "to", "and"]), let other = dayNumber(end + 1), self.token(end + 1)?.kind == .number,
      monthNumber(other.end) == nil
    {
      (last, end) = (other.day, other.end)
    }
    let (word, after) = yearAfter(end)
    let begin = TimePhrase.day(word, month: month, day: first.day)
    guard let last else { return (begin, after) }
    return (.range(begin, .day(word, month: month, day: last)), after)
  }

  /// `den 15:e`, `senast den 15`.
  private func lonelyDay(_ place: Int, isLed: Bool) -> Found? {
    guard isLed, let token = token(place), token.kind == .number, let first = dayNumber(place) else { return nil }
    let isArticle = isKey(place - 1, ["den", "the"])
    guard isArticle || token.isOrdinal else { return nil }
    if let found = relative(skipping(first.end, ["i", "of", "in"], atMost: 1), isLed: true), case .unit = found.phrase {
      return (.dayIn(first.day, found.phrase), found.end)
    }
    guard token.isOrdinal || isEnd(first.end) else { return nil }
    return (.dayOfMonth(first.day), first.end)
  }

  /// Whether a number is not followed by what it counts.
  func isEnd(_ place: Int) -> Bool {
    guard let token = token(place) else { return true }
    return token.kind == .mark
      || isKey(
        place, ["och", "and", "eller", "or", "kl", "klockan", "at", "latest", "till", "med", "om", "to", "with"])
  }

  private func month(_ place: Int, isLed: Bool) -> Found? {
    guard let month = monthNumber(place) else { return nil }
    let plain = skipping(afterDot(place + 1), ["manad"], atMost: 1)
    let (word, end) = yearAfter(plain)
    // `may` and `march` are verbs too, and months are people's names.
    guard isLed || word != nil || isRangeOfMonths(end) else { return nil }
    if key(place) == "may", !(token(place)?.isCapital ?? false), word == nil { return nil }
    return (.month(month, word), end)
  }

  private func isRangeOfMonths(_ place: Int) -> Bool { isKey(place, ["-", "/"]) && monthNumber(place + 1) != nil }

  // Years

  /// The year that follows a time, and where it ends; the place itself when there is none.
  func yearAfter(_ place: Int) -> (TimePhrase.Year?, Int) {
    if key(place) == ",", let year = yearNumber(place + 1) { return (.named(year), place + 2) }
    if let year = yearNumber(place) { return (.named(year), place + 1) }
    let isAfterWord = token(place - 1)?.kind == .word || !(token(place)?.isGlued ?? false)
    if isKey(place, ["-", "'"]), isAfterWord, let token = token(place + 1), token.kind == .number, token.digits == 2,
      token.isGlued,
      let year = token.number, (10...60).contains(year), monthNumber(place + 2) == nil
    {
      return (.named(2000 + year), place + 2)
    }
    let start = skipping(place, ["av", "of", "i", "under", "in", "ar", "the", "pa", "during"], atMost: 2)
    if start > place, let year = yearNumber(start) { return (.named(year), start + 1) }
    if let (count, end) = countedYear(place) ?? countedYear(start) { return (.counted(count), end) }
    return (nil, place)
  }

  private static let thisYear = PhraseTable("i ar,this year,innevarande ar,detta ar")
  private static let nextYear = PhraseTable("nasta ar,next year,kommande ar,nastkommande ar,nastfoljande ar")
  private static let lastYear = PhraseTable("last year,forra aret,i fjol")

  private func countedYear(_ place: Int) -> (Int, Int)? {
    if let end = end(ofAny: Self.thisYear, at: place) { return (0, end) }
    if let end = end(ofAny: Self.nextYear, at: place) { return (1, end) }
    if let end = end(ofAny: Self.lastYear, at: place) { return (-1, end) }
    return nil
  }

  private static let counted: Set<String> = [
    "kr", "kronor", "sek", "%", "procent", "percent", "personer", "people", "invanare", "inhabitants", "euro", "st",
    "stycken", "m2", "kvm", "tkr", "mkr", "medborgare", "besokare", "anstallda", "kvadratmeter", "ord",
  ]

  func yearNumber(_ place: Int) -> Int? {
    guard let token = token(place), token.kind == .number, token.digits == 4, let year = token.number,
      (1950...2150).contains(year), !isKey(place + 1, Self.counted)
    else { return nil }
    return year
  }

  private func year(_ place: Int, isLed: Bool) -> Found? {
    guard let year = yearNumber(place) else { return nil }
    guard isLed || isKey(place + 1, ["-"]) && yearNumber(place + 2) != nil else { return nil }
    // `2021/2022`: the two years.
    if key(place + 1) == "/", let token = token(place + 2), token.kind == .number,
      token.digits == 2 || token.digits == 4
    {
      return (.range(.year(.named(year)), .year(.named(year + 1))), place + 3)
    }
    return (.year(.named(year)), place + 1)
  }
}
