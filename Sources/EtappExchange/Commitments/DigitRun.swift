import EtappModel

/// What stands at a digit: a number, a date, a time of day, a range, or a number of a register.
struct DigitRun {
  private(set) var tokens: [LetterToken] = []

  private struct Group {
    var value: Int
    var digits: Int
    var span: Range<Int>
    /// The mark that follows.
    var mark: Unicode.Scalar?
  }

  /// - Parameter wordEnd: Where the letters and digits end that begin here.
  init?(_ scalars: [Unicode.Scalar], from start: Int, wordEnd: Int) {
    let groups = Self.groups(scalars, from: start)
    guard let last = groups.last else { return nil }
    let end = last.span.upperBound
    if let suffix = Self.ordinal(scalars, at: end), groups.count == 1 {
      tokens = [Self.number(groups[0], ordinalEnd: suffix)]
    } else if wordEnd > end, Self.ordinal(scalars, at: end) == nil {
      guard groups.count == 1, let numbers = Self.withUnit(groups[0], scalars, wordEnd) else { return nil }
      tokens = numbers
    } else if groups.count == 1 {
      tokens = [Self.single(groups[0])]
    } else {
      tokens = Self.joined(groups, start..<end, ordinalEnd: Self.ordinal(scalars, at: end))
    }
  }

  /// Groups of digits with one mark between them, at most twelve.
  private static func groups(_ scalars: [Unicode.Scalar], from start: Int) -> [Group] {
    var groups: [Group] = []
    var place = start
    while place < scalars.count, LetterScanner.isDigit(scalars[place]) {
      let begin = place
      var value = 0
      while place < scalars.count, LetterScanner.isDigit(scalars[place]) {
        if value < 1_000_000_000 { value = value * 10 + Int(scalars[place].value) - 48 }
        place += 1
      }
      groups.append(Group(value: value, digits: place - begin, span: begin..<place, mark: nil))
      guard place + 1 < scalars.count, isJoint(scalars[place]), LetterScanner.isDigit(scalars[place + 1]) else { break }
      groups[groups.count - 1].mark = isLongDash(scalars[place]) ? "–" : scalars[place]
      place += 1
    }
    return groups
  }

  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "/" || scalar == "." || scalar == ":" || isLongDash(scalar)
  }

  private static func isLongDash(_ scalar: Unicode.Scalar) -> Bool {
    (0x2010...0x2015).contains(scalar.value) || scalar == "\u{2212}"
  }

  /// The end of `:e`, `th` and their like after a number.
  private static func ordinal(_ scalars: [Unicode.Scalar], at end: Int) -> Int? {
    var place = end
    if place < scalars.count, scalars[place] == ":" { place += 1 }
    let begin = place
    while place < scalars.count, LetterScanner.isLetter(scalars[place]), place - begin < 4 { place += 1 }
    guard place > begin, place == scalars.count || !LetterScanner.isLetter(scalars[place]) else { return nil }
    let key = LetterFolding.folded(scalars[begin..<place])
    let endings: Set<String> =
      begin > end ? ["e", "a", "de", "te", "dje", "dra", "sta", "ste", "an"] : ["th", "st", "nd", "rd", "e", "a"]
    return endings.contains(key) ? place : nil
  }

  private static func number(_ group: Group, ordinalEnd: Int? = nil) -> LetterToken {
    LetterToken(
      kind: .number, key: String(group.value), span: group.span.lowerBound..<(ordinalEnd ?? group.span.upperBound),
      number: group.value, digits: group.digits, isOrdinal: ordinalEnd != nil)
  }

  /// `15okt`, `3v`: a number with a word of the calendar behind it.
  private static func withUnit(_ group: Group, _ scalars: [Unicode.Scalar], _ end: Int) -> [LetterToken]? {
    let span = group.span.upperBound..<end
    let key = LetterFolding.folded(scalars[span])
    guard CalendarLexicon.months[key] != nil || CalendarLexicon.units[key] != nil else { return nil }
    return [number(group), LetterToken(kind: .word, key: key, span: span)]
  }

  private static func single(_ group: Group) -> LetterToken {
    let (year, month, day) = (group.value / 10_000, group.value / 100 % 100, group.value % 100)
    if group.digits == 8, (1900...2199).contains(year), isDay(year, month, day) {
      return LetterToken(kind: .date(year: year, month: month, day: day), key: "#", span: group.span)
    }
    if group.digits == 6, isDay(2000 + year, month, day), (10...60).contains(year) {
      return LetterToken(
        kind: .date(year: 2000 + year, month: month, day: day), key: "#", span: group.span, number: group.value,
        digits: 6, isWeak: true)
    }
    if group.digits > 6 { return LetterToken(kind: .code, key: "#", span: group.span) }
    return number(group)
  }

  static func isDay(_ year: Int?, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let year = year ?? 2000
    guard (1...9999).contains(year) else { return false }
    let civil = Day(year: year, month: month, day: day).civil
    return civil.month == month && civil.day == day
  }

  private static func joined(_ groups: [Group], _ whole: Range<Int>, ordinalEnd: Int?) -> [LetterToken] {
    var tokens: [LetterToken] = []
    var place = 0
    while place < groups.count {
      guard let (token, count) = date(groups[place...]) ?? piece(groups[place...]) else { break }
      tokens.append(token)
      place += count
      if place < groups.count, let mark = groups[place - 1].mark {
        guard mark == "-" || mark == "–" || (mark == "/" && tokens.allSatisfy({ $0.kind == .number })) else { break }
        let at = groups[place - 1].span.upperBound
        tokens.append(LetterToken(kind: .mark, key: mark == "/" ? "/" : "-", span: at..<at + 1, isGlued: true))
      }
    }
    // Two sides of a range at most; everything else is a number of a register.
    let isRange = place == groups.count && tokens.count <= 3
    if isRange { return tokens }
    return [LetterToken(kind: .code, key: "#", span: whole)]
  }

  /// A date made of the first groups, and how many it took.
  private static func date(_ groups: ArraySlice<Group>) -> (LetterToken, Int)? {
    let g = Array(groups.prefix(3))
    guard g.count >= 2, let mark = g[0].mark else { return nil }
    let span2 = g[0].span.lowerBound..<g[1].span.upperBound
    if g.count == 3, let second = g[1].mark {
      let span = g[0].span.lowerBound..<g[2].span.upperBound
      if g[0].digits == 4, mark == second, mark != ":", g[1].digits <= 2, g[2].digits <= 2,
        isDay(g[0].value, g[1].value, g[2].value), groups.count == 3 || g[2].mark == "–" || g[2].mark == "-"
      {
        return (token(g[0].value, g[1].value, g[2].value, span), 3)
      }
      if g[2].digits == 4 || (g[2].digits == 2 && mark == "/"), g[2].mark == nil || g[2].mark == "–",
        mark != ":", let made = dayMonth(g[0], g[1], year: g[2].digits == 2 ? 2000 + g[2].value : g[2].value, span),
        (1900...2199).contains(g[2].digits == 2 ? 2000 + g[2].value : g[2].value),
        // `15/10-16` of a range `15/10-16/10` is no year.
        groups.count == 3
      {
        return (made, 3)
      }
    }
    if mark == "/", let made = dayMonth(g[0], g[1], year: nil, span2) { return (made, 2) }
    if mark == ".", groups.count == 2, var made = dayMonth(g[0], g[1], year: nil, span2) {
      made.isWeak = true
      return (made, 2)
    }
    if mark == "-", groups.count == 2, g[0].digits == 4, g[1].digits == 2, (1...12).contains(g[1].value),
      (1900...2199).contains(g[0].value)
    {
      return (LetterToken(kind: .month(year: g[0].value, month: g[1].value), key: "#", span: span2), 2)
    }
    if mark == ":" || mark == ".", groups.count <= 4, g[0].value < 25, g[1].digits == 2, g[1].value < 60 {
      return (LetterToken(kind: .clock, key: "#", span: span2), 2)
    }
    return nil
  }

  private static func dayMonth(_ first: Group, _ second: Group, year: Int?, _ span: Range<Int>) -> LetterToken? {
    guard first.digits <= 2, second.digits <= 2 else { return nil }
    if isDay(year, second.value, first.value) { return token(year, second.value, first.value, span) }
    // Month first, where it cannot be the other way round.
    if year != nil, isDay(year, first.value, second.value) { return token(year, first.value, second.value, span) }
    return nil
  }

  private static func token(_ year: Int?, _ month: Int, _ day: Int, _ span: Range<Int>) -> LetterToken {
    LetterToken(kind: .date(year: year, month: month, day: day), key: "#", span: span)
  }

  /// A number of a range: `1–15`, `42-44`, `2022–2023`, and `15-17/10`.
  private static func piece(_ groups: ArraySlice<Group>) -> (LetterToken, Int)? {
    guard let group = groups.first, group.digits <= 4, groups.count <= 3 else { return nil }
    if group.mark == "." || group.mark == ":" { return nil }
    return (number(group), 1)
  }
}
