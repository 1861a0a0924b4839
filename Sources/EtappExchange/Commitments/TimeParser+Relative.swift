extension TimeParser {
  private static let next: Set<String> = [
    "nasta", "kommande", "next", "coming", "nastkommande", "instundande", "stundande", "nastfoljande", "upcoming",
  ]
  private static let current: Set<String> = ["denna", "detta", "this", "current", "innevarande", "samma", "i"]
  private static let nearest: Set<String> = [
    "narmaste", "narmsta", "kommande", "next", "coming", "foljande", "following",
  ]

  private static let wholes: [String: CalendarLexicon.Unit] = [
    "veckan": .week, "aret": .year, "manaden": .month, "kvartalet": .quarter, "month": .month, "year": .year,
    "week": .week,
    "quarter": .quarter, "ar": .year, "dagen": .day,
  ]

  /// `nästa vecka`, `i år`, `this month`, `i morgon`, `idag`, `senare i höst`.
  func relative(_ place: Int, isLed: Bool) -> Found? {
    if let found = nearDay(place) ?? later(place) ?? nearestUnits(place) ?? weekend(place, isLed: isLed) {
      return found
    }
    if isKey(place, Self.next) || isKey(place, ["this", "denna"]), let month = monthNumber(place + 1) {
      return (.month(month, nil), place + 2)
    }
    if isKey(place, Self.next), let unit = unit(place + 1) { return ofUnit(.unit(unit, 1), place + 2) }
    if isKey(place, Self.next), let season = key(place + 1).flatMap({ CalendarLexicon.seasons[$0] }) {
      let isComing = !isKey(place, ["nasta", "next"])
      return (.season(season, isComing ? nil : .counted(1)), place + 2)
    }
    if key(place) == "i", isFrequency(place - 1) { return nil }
    if isKey(place, Self.current), let word = key(place + 1), Self.singular.contains(word), let unit = unit(place + 1) {
      return ofUnit(.unit(unit, 0), place + 2)
    }
    let lead = key(place - 1)
    let isNamed = ["under", "i", "inom", "the", "hela", "senast", "innan", "fore"].contains(lead ?? "")
    guard isLed, isNamed, let word = key(place), let unit = Self.wholes[word], number(place + 1) == nil else {
      return nil
    }
    // `två dagar i veckan` is how often, and not when.
    if lead == "i", isFrequency(place - 2) { return nil }
    // `i ar` is this year, `inom året` too; `the year` needs a word before it.
    if lead == "the", !["during", "within", "in", "of", "by"].contains(key(place - 2) ?? "") { return nil }
    if word == "ar", lead != "i" { return nil }
    if word == "dagen", lead != "under" { return nil }
    // `the week of 5 October`, `under året som gått`
    if isKey(place + 1, ["som", "of", "with", "som", "innan", "efter", "fore"]) { return nil }
    return (.unit(unit, 0), place + 1)
  }

  private func isFrequency(_ place: Int) -> Bool {
    guard let word = key(place) else { return false }
    return ["gang", "ganger", "timmar", "timme", "times", "once", "twice"].contains(word)
      || [.day, .workday, .week].contains(CalendarLexicon.units[word])
  }

  private static let singular: Set<String> = [
    "vecka", "veckan", "manad", "manaden", "ar", "aret", "kvartal", "kvartalet", "halvar", "week", "month", "year",
    "quarter",
  ]

  private func unit(_ place: Int) -> CalendarLexicon.Unit? {
    guard let word = key(place), Self.singular.contains(word) else { return nil }
    return CalendarLexicon.units[word]
  }

  /// A weekday may stand behind its week: `nästa vecka, på fredag`.
  private func ofUnit(_ phrase: TimePhrase, _ end: Int) -> Found {
    guard case .unit(.week, _) = phrase else { return (phrase, end) }
    let next = skipping(end, ["pa", "on", ","], atMost: 2)
    guard next > end, let day = weekdayNumber(next), dayNumberFollows(next + 1) == false else { return (phrase, end) }
    return (.weekdayOf(day, phrase), next + 1)
  }

  private func dayNumberFollows(_ place: Int) -> Bool {
    let start = skipping(place, ["den", "the", ","], atMost: 2)
    guard let token = token(start) else { return false }
    if case .date = token.kind { return true }
    return token.kind == .number && monthNumber(start + 1) != nil
  }

  private static let nearDays: [(PhraseTable, Int)] = [
    (PhraseTable("idag,i dag,today,i eftermiddag,ikvall,i kvall,this afternoon,tonight"), 0),
    (PhraseTable("tmrw,tmw,imorgon,i morgon,imorron,i morron,imorrn,tomorrow,morgondagen"), 1),
    (PhraseTable("overmorgon,i overmorgon,the day after tomorrow,day after tomorrow"), 2),
  ]

  private func nearDay(_ place: Int) -> Found? {
    for (phrases, count) in Self.nearDays {
      if let end = end(ofAny: phrases, at: place) { return (.unit(.day, count), end) }
    }
    return nil
  }

  private static let laterIn: [(PhraseTable, CalendarLexicon.Unit)] = [
    (PhraseTable("i ar,aret,this year,year,detta ar"), .year),
    (PhraseTable("i veckan,veckan,this week,denna vecka"), .week),
    (PhraseTable("idag,i dag,today"), .day),
    (PhraseTable("i manaden,manaden,this month,denna manad"), .month),
  ]

  /// `senare i år`, `later this week`.
  private func later(_ place: Int) -> Found? {
    guard isKey(place, ["senare", "later"]) else { return nil }
    let start = skipping(place + 1, ["under", "in", "the"], atMost: 2)
    for (phrases, unit) in Self.laterIn {
      if let end = end(ofAny: phrases, at: start) { return (.remaining(.unit(unit, 0)), end) }
    }
    if let month = monthNumber(start + (isKey(start, ["i"]) ? 1 : 0)) {
      let (year, end) = yearAfter(start + (isKey(start, ["i"]) ? 2 : 1))
      return (.remaining(.month(month, year)), end)
    }
    guard let found = season(skipping(start, ["i", "this", "pa"], atMost: 1), isLed: true) else { return nil }
    return (.about(found.phrase), found.end)
  }

  /// `de närmaste två veckorna`, `the coming weeks`.
  private func nearestUnits(_ place: Int) -> Found? {
    let start = skipping(place, ["de", "den", "the", "loppet", "av"], atMost: 3)
    guard isKey(start, Self.nearest) else { return nil }
    if let (low, high, isFew, next) = quantity(start + 1), let unit = key(next).flatMap({ CalendarLexicon.units[$0] }),
      low == high || high > low
    {
      return (isFew ? .about(.within(unit, high)) : .within(unit, high), next + 1)
    }
    let plurals: Set<String> = [
      "veckorna", "veckor", "weeks", "manaderna", "manader", "months", "dagarna", "dagar", "days", "aren", "years",
    ]
    guard let word = key(start + 1), plurals.contains(word), let unit = CalendarLexicon.units[word] else { return nil }
    return (.about(.within(unit, 3)), start + 2)
  }

  // Quantities

  private static let few = PhraseTable(
    "nagra,a few,some,several,few,flera,a handful of")
  private static let twoOrThree = PhraseTable("ett par tre,ett par - tre,tva - tre")
  private static let couple = PhraseTable(
    "ett par,a couple of,a couple,par,nagon,nagot")

  /// A number of units, between two numbers, or a few.
  func quantity(_ place: Int) -> (low: Int, high: Int, isFew: Bool, end: Int)? {
    var place = skipping(
      place,
      [
        "ca", "cirka", "max", "maximalt", "hogst", "about", "at", "most", "ungefar", "det", "tidigast", "drygt",
        "knappt", "exakt", "precis", "exactly",
      ], atMost: 2)
    place = afterDot(place)
    if let end = end(ofAny: Self.twoOrThree, at: place) {
      return (2, 3, true, end)
    }
    if let end = end(ofAny: Self.few, at: place) { return (3, 3, true, end) }
    if let end = end(ofAny: Self.couple, at: place) {
      let isOne = isKey(place, ["nagon", "nagot"])
      // `om något är oklart` is no year.
      if isOne, key(end) == "ar", !(token(end)?.isRinged ?? false) { return nil }
      let count = isOne ? 1 : 2
      return (count, count, true, end)
    }
    guard let low = number(place), (1...600).contains(low) else { return nil }
    // `one (1) week`
    if key(place + 1) == "(", let same = number(place + 2), key(place + 3) == ")" {
      return (same, same, false, place + 4)
    }
    guard isKey(place + 1, ["-", "till", "to", "eller", "or", "a"]), let high = number(place + 2), high > low,
      high <= 600
    else { return (low, low, false, place + 1) }
    return (low, high, true, place + 3)
  }

  private func unitAfter(_ place: Int) -> (unit: CalendarLexicon.Unit, end: Int)? {
    if isKey(place, ["working", "business", "week"]), isKey(place + 1, ["days", "day"]) {
      return (.workday, place + 2)
    }
    if isKey(place, ["calendar"]), isKey(place + 1, ["days", "day"]) { return (.day, place + 2) }
    guard let word = key(place), let unit = CalendarLexicon.units[word] else { return nil }
    return (unit, afterDot(place + 1))
  }

  /// `inom två veckor`, `within the next 14 days`.
  func within(_ place: Int) -> Found? {
    guard isKey(place, ["inom", "within", "under", "over", "during", "in"]) else { return nil }
    let start = skipping(place + 1, ["loppet", "av", "de", "the", "loppet"], atMost: 4)
    let isLimit = isKey(place, ["inom", "within"])
    if start > place + 1 || !isLimit || isKey(start, Self.nearest), let found = nearestUnits(start) { return found }
    guard isLimit else { return nil }
    if isKey(place, ["within"]), isKey(start, ["year", "month", "week"]), let unit = unit(start), start > place + 1 {
      return (.framed(.latest, .unit(unit, 0)), start + 1)
    }
    if key(place) == "inom", let word = key(start), let unit = Self.definite[word] {
      return (.framed(.latest, .unit(unit, 0)), start + 1)
    }
    guard let (_, high, isFew, next) = quantity(start), let (unit, end) = unitAfter(next) else { return nil }
    let isFortnight = key(next) == "fortnight"
    let phrase = TimePhrase.within(unit, isFortnight ? 2 : high)
    return counted(isFew && !isRange(start) ? .about(phrase) : phrase, end)
  }

  private static let definite: [String: CalendarLexicon.Unit] = [
    "aret": .year, "manaden": .month, "veckan": .week, "kvartalet": .quarter,
  ]

  private func isRange(_ place: Int) -> Bool { isKey(place + 1, ["-", "till", "to", "eller", "or"]) }

  /// A limit that counts from a day which the letter does not name: `inom två veckor efter beslutet`.
  private func counted(_ phrase: TimePhrase, _ end: Int) -> Found {
    guard isKey(end, ["efter", "fran", "after", "of", "from", "following"]) else { return (phrase, end) }
    let start = skipping(
      end + 1, ["att", "den", "det", "har", "the", "date", "datum", "av", "of", "dagens", "nu"], atMost: 4)
    let own: Set<String> = [
      "brevets", "mejlets", "skrivelsens",
      "detta", "this", "idag", "today", "now", "brev", "brevet", "datum", "datumet", "letter", "dagens",
    ]
    let isOwn = isKey(start, own) || isKey(end + 1, ["dagens", "idag", "nu", "now", "today"])
    if isOwn { return (phrase, min(isKey(start, own) ? start + 1 : start, tokens.count)) }
    if let anchor = ranged(skipping(end + 1, Self.leads, atMost: 2), isLed: true),
      case .within(let unit, let count) = plain(phrase)
    {
      return (.shifted(unit, count, anchor.phrase), anchor.end)
    }
    return (.unknown, end)
  }

  private func plain(_ phrase: TimePhrase) -> TimePhrase {
    if case .about(let inner) = phrase { inner } else { phrase }
  }

  private static let fromNow = PhraseTable("from now,from today,fran idag,fran nu,fran i dag")

  /// `om två veckor`, `in about three months`, `två veckor före jul`, `a week from today`.
  func ahead(_ place: Int) -> Found? {
    let isLead = isKey(place, ["om", "in"])
    guard let (low, high, isFew, next) = quantity(isLead ? place + 1 : place), let (unit, end) = unitAfter(next) else {
      return nil
    }
    let factor = key(next) == "fortnight" ? 2 : 1
    let phrase = TimePhrase.ahead(unit, low * factor, high * factor)
    if isLead {
      let isVague = isFew || isKey(place + 1, ["about", "ca", "cirka", "ungefar"])
      // `in two weeks' time`
      return (isVague ? .about(phrase) : phrase, skipping(end, ["time", "tid"], atMost: 1))
    }
    if let after = self.end(ofAny: Self.fromNow, at: end) {
      return (isFew ? .about(phrase) : phrase, after)
    }
    // `you have 30 days to appeal`
    if isKey(end, ["to", "att"]), isKey(place - 1, ["have", "har"]), isKey(place - 2, ["you", "ni", "du"]) {
      return (.within(unit, high * factor), end)
    }
    if isOnYou(end) || isOnYou(end, isInverted: true) { return (.within(unit, high * factor), end) }
    return shifted(unit, high * factor, end)
  }

  /// `ni har tre veckor på er`, `tre veckor har ni på er`.
  private func isOnYou(_ place: Int, isInverted: Bool = false) -> Bool {
    let start = isInverted ? skipping(place, ["har", "ni", "du"], atMost: 2) : place
    return (isInverted ? start == place + 2 : true) && key(start) == "pa" && isKey(start + 1, ["er", "dig"])
  }

  private func shifted(_ unit: CalendarLexicon.Unit, _ count: Int, _ place: Int) -> Found? {
    let isBefore = isKey(place, ["fore", "innan", "before"])
    guard isBefore || isKey(place, ["efter", "after"]) else { return nil }
    let start = skipping(place + 1, Self.leads, atMost: 2)
    guard let anchor = core(start, isLed: true) else { return (.unknown, place) }
    return (.shifted(unit, isBefore ? -count : count, anchor.phrase), anchor.end)
  }

  // Weekdays

  private func weekdayNumber(_ place: Int) -> Int? {
    guard let token = token(place), token.kind == .word, let day = CalendarLexicon.weekdays[token.key] else {
      return nil
    }
    switch token.key {
    case "man", "lor", "son": return token.isPlain ? nil : day
    case "sat", "sun", "mon", "wed", "thu", "fri", "tue": return token.isCapital ? day : nil
    default: return day
    }
  }

  static let dayParts: Set<String> = [
    "em", "fm", "eftermiddag", "formiddag", "morgon", "kvall", "lunch", "am", "pm", "morning", "afternoon", "evening",
  ]

  /// `på fredag`, `next Monday`, `fredag nästa vecka`, `onsdag v. 42`.
  func weekday(_ place: Int, isLed: Bool) -> Found? {
    let isNext = isKey(place, ["nasta", "next"])
    let isComing = isKey(place, ["kommande", "coming", "nu", "this", "instundande", "redan"])
    var start = isNext || isComing ? place + 1 : place
    if isComing { start = skipping(start, ["pa", "on"], atMost: 1) }
    guard let day = weekdayNumber(start) else { return nil }
    let end = afterDot(skipping(afterDot(start + 1), Self.dayParts, atMost: 1))
    guard !dayNumberFollows(end) else { return nil }
    let next = skipping(end, ["i", "in", "of", ",", "under", "den"], atMost: 2)
    if let found = week(next) ?? relative(next, isLed: true) {
      switch found.phrase {
      case .unit(.week, _), .week: return (.weekdayOf(day, found.phrase), found.end)
      default: break
      }
    }
    if isKey(end, ["om"]), let (_, weeks, _, unitPlace) = quantity(end + 1),
      let (unit, after) = unitAfter(unitPlace), [.week, .day].contains(unit)
    {
      // `på onsdag om en vecka`
      return (.shifted(.week, unit == .day ? max(0, weeks / 7 - 1) : weeks, .weekday(day, weeks: nil)), after)
    }
    // `svarar dig fredag.`: without a preposition at the end of what is said.
    let isLast =
      place > 0 && token(place - 1)?.kind == .word && (token(end).map { $0.kind == .mark && !$0.isDash } ?? true)
    guard isLed || isNext || isComing || isLast else { return nil }
    return (.weekday(day, weeks: isNext ? 1 : nil), end)
  }

  // Seasons and feasts

  func season(_ place: Int, isLed: Bool) -> Found? {
    guard let token = token(place), token.kind == .word, let season = CalendarLexicon.seasons[token.key] else {
      return nil
    }
    let end = isKey(place + 1, ["break", "holidays", "holiday", "vacation", "period"]) ? place + 2 : place + 1
    let (year, after) = seasonYear(season, end)
    guard isLed || year != nil else { return nil }
    switch token.key {
    // `vår` is `our` as well, and without its ring `was`.
    case "var": guard year != nil || isKey(place - 1, ["i"]) && isClauseEnd(end) else { return nil }
    case "ht", "vt": guard year != nil else { return nil }
    case "fall", "host", "semester":
      guard
        year != nil || isKey(place - 1, ["i", "this", "the", "in", "efter", "fore", "innan", "sen", "till", "under"])
      else { return nil }
    default: break
    }
    return (.season(season, year), after)
  }

  /// `HT21`, `vintern 2021/2022`.
  private func seasonYear(_ season: CalendarLexicon.Season, _ place: Int) -> (TimePhrase.Year?, Int) {
    if season == .springTerm || season == .autumnTerm, let token = token(place), token.kind == .number,
      token.digits == 2,
      let year = token.number
    {
      return (.named(2000 + year), place + 1)
    }
    let (year, end) = yearAfter(place)
    if year != nil, isKey(end, ["/", "-"]), let token = token(end + 1), token.kind == .number {
      return (year, end + 2)
    }
    return (year, end)
  }

  private func isClauseEnd(_ place: Int) -> Bool {
    guard let token = token(place), token.kind == .word else { return true }
    if isEnd(place) { return true }
    return VerbLexicon.isFinite(token.key) || Self.leads.contains(token.key)
      || ["vi", "ni", "jag", "du", "kommunen", "myndigheten", "senast"].contains(token.key)
  }

  private static let andNewYear = PhraseTable("och nyarshelgen,och nyar")

  func feast(_ place: Int, isLed: Bool) -> Found? {
    let start = isKey(place, ["kristi"]) ? place + 1 : place
    guard isLed, let feast = key(start).flatMap({ CalendarLexicon.feasts[$0] }) else { return nil }
    var end = skipping(start + 1, ["holidays", "holiday", "break", "eve", "week", "weekend"], atMost: 1)
    if key(start + 1) == "-", let next = self.end(ofAny: Self.andNewYear, at: start + 2) {
      end = next
    }
    let (year, after) = yearAfter(end)
    return (.feast(feast, year), after)
  }

  // What is over

  private static let over = PhraseTable(
    "igar,i gar,i forrgar,yesterday,i somras,i hostas,i varas,i vintras,ifjol,i fjol,nyligen,"
      + "recently,earlier this,tidigare i,tidigare under,i mandags,i tisdags,i onsdags,i torsdags,"
      + "i fredags,i lordags,i sondags,hittills,so far")

  /// `förra veckan`, `last October`, `för två veckor sedan`, `three weeks ago`.
  func past(_ place: Int) -> Found? {
    if let end = end(ofAny: Self.over, at: place) { return (.past, pastEnd(end)) }
    if isKey(place, ["sedan", "since"]), pastEnd(place + 1) > place + 1 { return (.past, pastEnd(place + 1)) }
    if isKey(place, ["forra", "last", "foregaende", "gangna", "previous"]), let word = key(place + 1),
      CalendarLexicon.units[word] != nil || CalendarLexicon.seasons[word] != nil || CalendarLexicon.months[word] != nil
        || CalendarLexicon.weekdays[word] != nil, !isKey(place + 2, ["i", "in", "of"])
    {
      return (.past, place + 2)
    }
    let start = isKey(place, ["for"]) ? place + 1 : place
    guard let (_, _, _, next) = quantity(start), let (_, end) = unitAfter(next), isKey(end, ["sedan", "ago", "sen"])
    else {
      return nil
    }
    return (.past, end + 1)
  }

  /// The time after `tidigare i` or `sedan` is over with it.
  private func pastEnd(_ place: Int) -> Int {
    ranged(skipping(place, Self.leads, atMost: 2), isLed: true)?.end ?? place
  }
}
