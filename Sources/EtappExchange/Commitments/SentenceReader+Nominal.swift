import EtappModel

/// Limits and lines without a verb: `Svar senast 15/10`.
extension SentenceReader {
  static let deadlines: Set<String> = [
    "deadline", "svarsdatum", "svarstid", "svarstiden", "remisstid", "remisstiden", "svarsdag", "sistadag", "inlamning",
    "tidsfrist", "tidsfristen", "fristen", "duedate", "svarsdatumet", "anmalningstiden",
  ]
  static let told: Set<String> = [
    "besked", "beslut", "information", "uppfoljning", "aterkoppling", "aterbesked", "decision", "news", "feedback",
    "besked",
  ]

  /// `Svar senast 15/10`, `Deadline: 15 October`, `Sista dag för svar är den 15 oktober`.
  func nominal(_ time: DatedTime, in group: VerbGroup?) -> (commitment: Commitment, isSoon: Bool)? {
    if let group {
      guard group.mood == .present || group.mood == .future, !group.isNegated, group.clause == .main else { return nil }
    }
    let range = group?.range ?? tokens.indices
    let words = range.filter { !isTime[$0] }.map { tokens[$0].key }
    if words.contains(where: Self.deadlines.contains) || isLastDay(words) || isClosing(words, group) {
      return (commitment(.promise, ownSide(words) ?? .receiver, limit(time)), time.isSoon)
    }
    if group == nil, time.isFramed, time.stretch.to != nil, ["tacksam", "tacksamma", "grateful"].contains(words.first) {
      return (commitment(.promise, .receiver, time), time.isSoon)
    }
    if group?.head == .be, words.contains(where: { ["tacksam", "tacksamma", "grateful"].contains($0) }) {
      return (commitment(.promise, .receiver, time), time.isSoon)
    }
    guard group == nil, !isDenied(words) else { return nil }
    return fragment(time, words)
  }

  /// `Räkna inte med svar`; `inte längre än till den 15` is a limit.
  func isDenied(_ words: [String]) -> Bool {
    let denials: Set<String> = ["inte", "ej", "inget", "ingen", "not", "no"]
    return words.contains(where: denials.contains) && !words.contains { ["langre", "senare", "later"].contains($0) }
  }

  func isClosing(_ words: [String], _ group: VerbGroup?) -> Bool {
    if let group { return isDeadline(group) }
    return words.contains(where: Self.closing.contains) && words.contains(where: Self.ends.contains)
  }

  /// The last day is a limit, also where no word says `senast`.
  func limit(_ time: DatedTime) -> DatedTime {
    var time = time
    if let to = time.stretch.to, context.written <= to { time.stretch.from = context.written }
    return time
  }

  /// What a hasty writer begins with who leaves out `I`.
  static let beginnings: Set<String> = [
    "ater", "happy", "glad", "pleased", "hoping", "planning", "aiming", "expecting", "intending", "back",
    "aterkoppling",
  ]

  func fragment(_ time: DatedTime, _ words: [String]) -> (commitment: Commitment, isSoon: Bool)? {
    if let first = words.first, Self.beginnings.contains(first) {
      return (commitment(.promise, ownSide(words) ?? .sender, time), time.isSoon)
    }
    if isGoingOn(words) { return (commitment(.promise, .sender, time), time.isSoon) }
    let isAsked = words.contains(where: SideReader.askedWords.contains)
    // `finance team to confirm figures by 10 September`
    if isTask(words), !(words.first.map(SideReader.askedWords.contains) ?? false) {
      return (commitment(.promise, .other, time), time.isSoon)
    }
    if isAsked, time.isFramed && time.stretch.to != nil || time.isSoon {
      return (commitment(.promise, ownSide(words) ?? .receiver, time), time.isSoon)
    }
    if words.contains(where: Self.told.contains) || isAsked, words.count <= 8 {
      return (commitment(.promise, ownSide(words) ?? .sender, time), time.isSoon)
    }
    let isSenders = words.contains {
      [
        "planering", "plan", "tidplan", "schedule", "start", "oppning", "opening", "invigning", "etablering",
        "driftstart", "byggstart", "inflyttning", "tilltrade", "driftsattning", "leverans", "byggnation", "ombyggnad",
        "ombyggnation", "genomforande", "upphandling", "rekrytering", "inventering", "fardigstallande", "idrifttagning",
        "kontorsoppning", "delivery", "completion", "construction", "refurbishment", "handover", "launch", "rollout",
      ].contains($0)
    }
    guard time.stretch.from != nil, isSenders && words.count <= 7 || isPlanned(words) else { return nil }
    return (commitment(.promise, .other, time), time.isSoon)
  }

  /// `Sending it over tomorrow`.
  func isGoingOn(_ words: [String]) -> Bool {
    guard words.count > 1, ["it", "you", "the", "this", "them", "a", "an", "our", "over", "out"].contains(words[1])
    else {
      return false
    }
    return VerbLexicon.forms(words[0]).contains {
      $0.isEnglish && $0.tense == .participle && [.act, .reply].contains($0.verbClass)
    }
  }

  func isLastDay(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { first, next in
      ["sista", "last", "final", "closing"].contains(first)
        && (["dag", "dagen", "day", "date", "datum"].contains(next) || next.hasSuffix("sdag"))
        && CalendarLexicon.weekdays[next] == nil
    }
  }

  func ownSide(_ words: [String]) -> Commitment.Side? {
    if words.contains(where: ["oss", "us", "vart", "our", "mig"].contains),
      words.contains(where: ["fran", "from", "vart", "our"].contains)
    {
      return .sender
    }
    return words.contains(where: ["er", "era", "ert", "your", "you"].contains) ? .receiver : nil
  }
}
