/// Statements of a plan: which round, at least how many.
struct PlanReader {
  struct Statement {
    var round: Int?
    var atLeast: Int?
    /// Where the round, or the number, is named.
    var place: Int
    /// The tokens that it covers.
    var range: Range<Int>
  }

  let tokens: [LetterToken]
  let isTime: [Bool]
  /// Names of the rounds, folded and cut into words.
  let rounds: [[String]]

  private struct Mention {
    var range: Range<Int>
    var round: Int?
  }

  private static let nouns: Set<String> = [
    "etapp", "etappen", "etapper", "etapperna", "omgang", "omgangen", "omgangar", "fas", "fasen", "faser", "round",
    "rounds", "phase", "phases",
    "stage", "stages", "delomgang", "wave", "waves", "tranche",
  ]
  private static let roman: [String: Int] = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5]
  private static let offices = [
    "kontor", "servicekontor", "office", "etablering", "establishment", "serviceplats", "servicestalle",
  ]

  func statements() -> [Statement] {
    let mentions = mentions()
    let counts = counts(isStrict: mentions.isEmpty)
    guard !mentions.isEmpty else {
      return counts.map { Statement(round: nil, atLeast: $0.number, place: $0.place, range: 0..<tokens.count) }.prefix(
        1
      ).map { $0 }
    }
    var start = 0
    return mentions.indices.map { index in
      let end = index + 1 < mentions.count ? border(mentions[index], mentions[index + 1], start) : tokens.count
      let range = start..<max(start, end)
      start = end
      return Statement(
        round: mentions[index].round, atLeast: counts.first { range.contains($0.place) }?.number,
        place: mentions[index].range.lowerBound, range: range)
    }
  }

  // Rounds

  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var place = 0
    while place < tokens.count {
      if let mention = mention(place) {
        mentions.append(mention)
        place = mention.range.upperBound
      } else {
        place += 1
      }
    }
    // Of two rounds said as one, `i två etapper`, only those that are named count when there are some.
    return mentions.contains { $0.round != nil } ? mentions.filter { $0.round != nil } : Array(mentions.prefix(1))
  }

  private func mention(_ place: Int) -> Mention? {
    for (index, name) in rounds.enumerated() where !name.isEmpty && place + name.count <= tokens.count {
      if name.indices.allSatisfy({ tokens[place + $0].key == name[$0] }) {
        return Mention(range: place..<place + name.count, round: index + 1)
      }
    }
    guard tokens[place].kind == .word, Self.nouns.contains(tokens[place].key) else { return nil }
    if let number = numberAfter(place) { return Mention(range: place..<place + 2, round: number) }
    if let number = ordinalBefore(place) { return Mention(range: place..<place + 1, round: number) }
    return isPlural(place) ? Mention(range: place..<place + 1, round: nil) : nil
  }

  private func numberAfter(_ place: Int) -> Int? {
    guard place + 1 < tokens.count, !isTime[place + 1] else { return nil }
    let next = tokens[place + 1]
    if next.kind == .number, next.digits <= 2 { return next.number }
    guard next.kind == .word else { return nil }
    if next.isAcronym || next.isCapital && next.key == "i", let number = Self.roman[next.key] {
      // `i etapp I minst …`; a preposition is small.
      return number
    }
    return CalendarLexicon.numbers[next.key].flatMap { $0 <= 9 ? $0 : nil }
  }

  private func ordinalBefore(_ place: Int) -> Int? {
    guard place > 0 else { return nil }
    let before = tokens[place - 1]
    if before.isOrdinal { return before.number }
    return before.kind == .word ? CalendarLexicon.ordinals[before.key].flatMap { $0 > 0 && $0 < 10 ? $0 : nil } : nil
  }

  private func isPlural(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    let before = tokens[place - 1]
    let number = before.kind == .number ? before.number : CalendarLexicon.numbers[before.key]
    return number.map { (2...9).contains($0) } ?? false
  }

  /// Where the statement of one round ends and the next begins.
  private func border(_ first: Mention, _ next: Mention, _ start: Int) -> Int {
    let between = first.range.upperBound..<next.range.lowerBound
    let isTimeFirst = (start..<first.range.lowerBound).contains { isTime[$0] }
    let joint = between.first {
      !isTime[$0] && ["och", "and", "samt", "medan", "while", ";", "men", ".", "respektive"].contains(tokens[$0].key)
    }
    if !isTimeFirst, let last = between.last(where: { isTime[$0] }) {
      // `…, huvudsakligen under 2022, och resten …`
      let next = between.first { $0 > last && !isTime[$0] }
      if joint.map({ $0 < last }) != true || next == nil { return last + 1 }
    }
    return joint ?? between.first { tokens[$0].isMark(",") } ?? between.upperBound
  }

  // Counts

  private struct Count {
    var place: Int
    var number: Int
  }

  private func counts(isStrict: Bool) -> [Count] {
    tokens.indices.compactMap { place in
      guard let start = leastEnd(place), let number = number(start) else { return nil }
      let next = start + 1..<min(start + 7, tokens.count)
      let isOffice = next.contains { index in
        Self.offices.contains { tokens[index].key.hasPrefix($0) } || tokens[index].key.hasSuffix("kontor")
      }
      let isUnit =
        start + 1 < tokens.count
        && (CalendarLexicon.units[tokens[start + 1].key] != nil || Self.measures.contains(tokens[start + 1].key))
      return isUnit || isStrict && !isOffice ? nil : Count(place: place, number: number)
    }
  }

  private static let measures: Set<String> = [
    "procent", "%", "percent", "kvm", "kvadratmeter", "kronor", "kr", "sek", "personer", "minuter", "km", "timmar",
    "m2", "meter", "hours", "minutes", "people",
  ]

  private func leastEnd(_ place: Int) -> Int? {
    let key = tokens[place].key
    if ["minst", "atminstone", "lagst"].contains(key) { return place + 1 }
    guard place + 1 < tokens.count else { return nil }
    let two = key + " " + tokens[place + 1].key
    if ["at least", "minimum of", "no fewer", "not less", "no less", "not fewer", "lagst antal"].contains(two) {
      return place + 2 < tokens.count && tokens[place + 2].key == "than" ? place + 3 : place + 2
    }
    return nil
  }

  private func number(_ place: Int) -> Int? {
    guard place < tokens.count, !isTime[place] else { return nil }
    let token = tokens[place]
    if token.kind == .number { return token.number }
    if token.kind == .word, let tens = CalendarLexicon.numbers[token.key] {
      let next = place + 1 < tokens.count && tokens[place + 1].isMark("-") ? place + 2 : place + 1
      if tens >= 20, tens % 10 == 0, next < tokens.count, let unit = CalendarLexicon.numbers[tokens[next].key],
        unit < 10
      {
        return tens + unit
      }
      return tens
    }
    return nil
  }
}
