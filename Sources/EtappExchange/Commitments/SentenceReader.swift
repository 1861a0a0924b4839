import EtappModel

/// The commitments of one sentence.
struct SentenceReader {
  struct Context {
    var written: Day
    var rounds: [[String]]
    var parties: SideReader.Parties
    var scalars: [Unicode.Scalar]
  }

  /// What a line with a colon at its end says for the list under it.
  struct Lead {
    var side: Commitment.Side
    /// A time for all items.
    var time: DatedTime?
    var isPromise: Bool
  }

  /// A time of the sentence with the days it means.
  struct DatedTime {
    var range: Range<Int>
    var stretch: TimeStretch
    var isFramed: Bool
    var isSoon: Bool
  }

  let sentence: LetterSentence
  let context: Context
  let lead: Lead?
  let tokens: [LetterToken]
  let isTime: [Bool]
  let times: [DatedTime]
  let groups: [VerbGroup]

  init(sentence: LetterSentence, context: Context, lead: Lead?) {
    self.sentence = sentence
    self.context = context
    self.lead = lead
    tokens = sentence.tokens
    let matches = TimeParser(tokens: tokens).matches()
    var isTime = [Bool](repeating: false, count: tokens.count)
    for match in matches { for place in match.range { isTime[place] = true } }
    self.isTime = isTime
    times = TimeChooser(tokens: tokens, written: context.written).times(of: matches)
    groups = ClauseReader(tokens: tokens, isTime: isTime).groups()
  }

  var sides: SideReader { SideReader(tokens: tokens, isTime: isTime, parties: context.parties) }

  func commitments() -> [Commitment] {
    guard !sentence.isQuestion, !isHabit, !isBirthday else { return [] }
    let plans = planCommitments()
    if !plans.isEmpty { return plans }
    let dated = times.compactMap(promise)
    if !dated.isEmpty { return withoutSoon(dated) }
    if sentence.isLead { return [] }
    return groups.lazy.compactMap(undated).first.map { [$0] } ?? []
  }

  /// What happens every year is promised by nobody.
  private var isHabit: Bool {
    let habits: Set<String> = [
      "varje", "alltid", "brukar", "normalt", "vanligtvis", "every", "always", "usually", "normally", "annually",
      "arligen", "typically",
    ]
    return tokens.contains { habits.contains($0.key) }
  }

  /// `snarast, dock senast den 15 oktober` is one promise, and the date is its.
  private func withoutSoon(_ found: [(commitment: Commitment, isSoon: Bool)]) -> [Commitment] {
    let exact = found.filter { !$0.isSoon }
    return apart((exact.isEmpty ? Array(found.prefix(1)) : exact).map(\.commitment))
  }

  /// `två veckor, dvs. senast den 6 juli` is said twice and promised once.
  private func apart(_ found: [Commitment]) -> [Commitment] {
    found.enumerated().filter { index, item in
      index == 0 || found[index - 1].interval != item.interval || found[index - 1].side != item.side
    }.map(\.element)
  }

  // Making commitments

  func commitment(_ kind: Commitment.Kind, _ side: Commitment.Side, _ time: DatedTime?) -> Commitment {
    let span = sentence.span
    let phraseSpan = time.map {
      tokens[$0.range.lowerBound].span.lowerBound..<tokens[$0.range.upperBound - 1].span.upperBound
    }
    return Commitment(
      kind: kind, text: text(span), span: span, side: side, phrase: phraseSpan.map(text), phraseSpan: phraseSpan,
      interval: time?.stretch.interval ?? DayInterval(), precision: time?.stretch.precision ?? .none)
  }

  private func text(_ span: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: context.scalars[span])
    return String(view)
  }

  /// What the sentence says for a list below it.
  func leading() -> Lead {
    let group = groups.last { isPromising($0, nil) } ?? groups.last
    let side =
      group.map(sides.side) ?? (tokens.contains { SideReader.askedWords.contains($0.key) } ? .receiver : .other)
    let isPast = group.map { $0.mood == .past || $0.mood == .conditional } ?? false
    return Lead(side: side, time: isPast ? nil : times.last, isPromise: !isPast && !sentence.isQuestion)
  }
}

extension SentenceReader.DatedTime {
  /// Whether it is an end to something: `senast`, `inom två veckor`.
  func isLimit(from written: Day) -> Bool { isFramed || stretch.from == written && stretch.to != nil }
}
