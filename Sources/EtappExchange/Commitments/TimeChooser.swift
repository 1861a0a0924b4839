import EtappModel

/// Which of a sentence's times may be a commitment's: not what is over, and not the date of a letter that is spoken of.
struct TimeChooser {
  let tokens: [LetterToken]
  let written: Day

  func times(of matches: [TimeParser.Match]) -> [SentenceReader.DatedTime] {
    let resolver = TimeResolver(written: written)
    var times: [SentenceReader.DatedTime] = []
    for match in matches {
      guard let stretch = resolver.resolve(match.phrase), !isOver(stretch), !isReference(match, resolver),
        !isReplaced(match.range.lowerBound)
      else {
        continue
      }
      let time = SentenceReader.DatedTime(
        range: match.range, stretch: stretch, isFramed: match.isFramed, isSoon: match.phrase == .soon)
      if let last = times.last, isExplained(last.range.upperBound..<time.range.lowerBound) {
        times[times.count - 1] = time
      } else if let last = times.last, let joined = joined(last, time) {
        times[times.count - 1] = joined
      } else {
        times.append(time)
      }
    }
    return times
  }

  private func isOver(_ stretch: TimeStretch) -> Bool { stretch.to.map { $0 < written } ?? false }

  /// Two times that stand together say one: `nästa vecka, onsdagen den 16 juni`.
  private func joined(_ first: SentenceReader.DatedTime, _ next: SentenceReader.DatedTime) -> SentenceReader.DatedTime?
  {
    let between = first.range.upperBound..<next.range.lowerBound
    guard between.count <= 1, between.allSatisfy({ [",", "("].contains(tokens[$0].key) }), !first.isSoon, !next.isSoon,
      let from = Self.later(first.stretch.from, next.stretch.from),
      let to = Self.earlier(first.stretch.to, next.stretch.to),
      from <= to
    else { return nil }
    let isExplicit = first.stretch.precision == .explicit || next.stretch.precision == .explicit
    return SentenceReader.DatedTime(
      range: first.range.lowerBound..<next.range.upperBound,
      stretch: TimeStretch(from: from, to: to, precision: isExplicit ? .explicit : .vague),
      isFramed: first.isFramed || next.isFramed, isSoon: false)
  }

  private static func later(_ a: Day?, _ b: Day?) -> Day? { a.flatMap { a in b.map { max(a, $0) } ?? a } ?? b }

  private static func earlier(_ a: Day?, _ b: Day?) -> Day? { a.flatMap { a in b.map { min(a, $0) } ?? a } ?? b }

  /// `före fredag kväll, dvs. senast 20 februari`: the second time says what the first one means.
  private func isExplained(_ between: Range<Int>) -> Bool {
    between.count <= 5
      && between.contains { ["dvs", "ie", "alltsa", "namligen", "namely", "dock"].contains(tokens[$0].key) }
  }

  /// `den 13 maj i stället för den 22 april`: what holds no more.
  private func isReplaced(_ place: Int) -> Bool {
    var place = ["for", "of"].contains(tokens[place].key) ? place + 1 : place
    while place > 0, ["den", "the", "on", "by", "senast"].contains(tokens[place - 1].key) { place -= 1 }
    guard place >= 2 else { return false }
    let before = [tokens[place - 2].key, tokens[place - 1].key]
    return [
      ["stallet", "for"], ["instead", "of"], ["rather", "than"], ["snarare", "an"], ["och", "inte"], ["and", "not"],
    ]
    .contains(before)
  }

  // The date of something that has been

  private static let documents = [
    "brev", "skrivelse", "beslut", "mejl", "mail", "protokoll", "forfragan", "hemstallan", "regeringsbeslut", "letter",
    "email", "decision",
    "memo", "minutes", "enquiry", "inquiry", "mote", "meeting", "samtal", "telefonsamtal", "conversation", "call",
    "proposition", "yttrande",
    "uppdrag", "remiss", "message", "report", "rapport", "besok", "visit", "svar", "reply", "meddelande", "konferens",
    "workshop", "minnesanteckningar",
  ]
  private static let dated: Set<String> = ["daterad", "daterat", "daterade", "dated", "undertecknat", "undertecknad"]
  private static let zones: Set<String> = [
    "enligt", "anledning", "hanvisning", "tack", "tackar", "referring", "reference", "further", "following", "thank",
    "thanks", "foljd", "pursuant", "per",
  ]

  private func isReference(_ match: TimeParser.Match, _ resolver: TimeResolver) -> Bool {
    guard !match.isFramed || match.phrase.isAfterDay else { return false }
    var place = match.range.lowerBound - 1
    while place >= 0, ["av", "of", "fran", "from", "den", "on", "the", "i", "om", "("].contains(tokens[place].key) {
      place -= 1
    }
    guard place >= 0 else { return false }
    if Self.dated.contains(tokens[place].key) { return true }
    let isDocument = Self.documents.contains { tokens[place].key.hasPrefix($0) } && tokens[place].kind == .word
    guard isDocument || isInZone(match.range.lowerBound) else { return false }
    return resolver.isNearerBehind(match.phrase)
  }

  /// Whether `enligt`, `tack för` and their like stand before, and no verb since.
  private func isInZone(_ place: Int) -> Bool {
    for before in (max(0, place - 12)..<place).reversed() {
      if Self.zones.contains(tokens[before].key) { return true }
      if VerbLexicon.isFinite(tokens[before].key), !["thank", "thanks", "tackar", "var"].contains(tokens[before].key) {
        return false
      }
    }
    return false
  }
}

extension TimePhrase {
  /// `from 3 May` after a letter is its date and no frame.
  fileprivate var isAfterDay: Bool {
    if case .framed(.earliest, .day) = self { true } else { false }
  }
}

extension TimeResolver {
  /// Whether a day without a year was nearer before the letter than it will be after it.
  func isNearerBehind(_ phrase: TimePhrase) -> Bool {
    var phrase = phrase
    if case .framed(_, let inner) = phrase { phrase = inner }
    guard case .day(let year, let month, let day) = phrase else { return false }
    if year != nil { return days(phrase).map { $0.to < written } ?? false }
    guard let next = days(phrase), (1...12).contains(month) else { return false }
    let last = Day(year: next.from.civil.year - 1, month: month, day: min(day, 28))
    return written - last < next.from - written
  }
}
