extension TimeParser {
  private static let latest = PhraseTable(
    "nlt,by close of business,by close of business on,by cob,by cob on,by close of play,by the end of business,by eod,senast,allra senast,som senast,by,no later than,not later than,inte senare an,ej senare an,fram till,fram till och med,"
      + "till och med,t o m,tom,until,up until,up to,by the latest,at the latest by,at the latest on,latest by,latest,till dess,"
      + "til och med,fram t o m,senast till,senast till och med,on or before,through,before or on,inom eller fore")
  private static let before = PhraseTable(
    "fore,innan,before,prior to,ahead of,infor,in advance of,in good time before,well before,long before,well ahead of,in good time ahead of,strax fore,strax innan,just before,shortly before,i god tid fore,i god tid innan"
  )
  private static let after = PhraseTable("efter,after,following,forst efter,only after")
  private static let earliest = PhraseTable(
    "fran och med,fr o m,from,fran,as of,as from,starting,starting from,starting on,from and including,tidigast,som tidigast,"
      + "no earlier than,not before,not until,inte forran,ej forran,forst,med start,med borjan,beginning,inte fore,inte innan,"
      + "ej fore,earliest,at the earliest,with effect from,forran")
  private static let fillers: Set<String> = [
    "den", "i", "under", "pa", "vid", "the", "on", "in", "at", "med", "till", "of", "during", "dagen", "som", "sin",
    ":",
  ]
  static let leads: Set<String> = [
    "i", "under", "pa", "vid", "den", "in", "on", "at", "during", "over", "the", "inom", "till", "mot", "framat",
    "lagom",
    "nu", "redan", "to", "for", "within", "this", "mellan", "between", "hela", "throughout", "towards", "toward", "som",
    "kommande", "tiden", "perioden", "tidsperioden", "period", "av", "of", "fran", "from", "anda", "och", "denna",
    "loppet",
  ]
  private static let hedges: Set<String> = [
    "omkring", "runt", "kring", "cirka", "ca", "circa", "around", "about", "approximately", "ungefar", "huvudsakligen",
    "framst", "mainly", "primarily", "largely", "mostly", "sometime", "foretradesvis", "roughly", "c:a", "merparten",
    "chiefly", "predominantly",
  ]
  private static let hedgePhrases = PhraseTable(
    "i huvudsak,nagon gang,nagon gang i,i forsta hand,for the most part,in the main,till storsta delen,till overvagande del"
  )

  /// `senast den 15 oktober`, `före jul`, `from the autumn`.
  func framed(_ place: Int) -> Found? {
    if let found = beforeItIsOver(place) { return found }
    for (frame, phrases) in [
      (TimePhrase.Frame.latest, Self.latest), (.earliest, Self.earliest), (.before, Self.before), (.after, Self.after),
    ] {
      guard let start = end(ofAny: phrases, at: place), !isParticle(place) else { continue }
      if let found = framed(frame, from: start, at: place) { return found }
    }
    return key(place) == "till" || key(place) == "to" ? untilDay(place) : endOfDay(place)
  }

  /// The time of day behind a frame: `senast kl. 12 den 5 maj`, `by 5 pm on Friday`.
  private func afterClock(_ place: Int) -> Int {
    let isNamed = isKey(place, ["kl", "klockan"])
    let start = isNamed ? afterDot(place + 1) : place
    if isKey(start, ["noon", "midnight", "lunch", "midday"]) { return start + 1 }
    guard let token = token(start) else { return place }
    let isHalfDay = isKey(start + 1, ["am", "pm"])
    let isClock = token.kind == .clock || token.kind == .number && token.digits <= 2 && (isNamed || isHalfDay)
    return isClock ? start + (isHalfDay ? 2 : 1) : place
  }

  /// `swing by on Wednesday`: a verb's particle and no limit.
  private func isParticle(_ place: Int) -> Bool {
    key(place) == "by"
      && (isKey(place - 1, ["swing", "drop", "stop", "pop", "pass", "come"]) || key(place + 1) == "on")
  }

  private func framed(_ frame: TimePhrase.Frame, from start: Int, at place: Int) -> Found? {
    let inner = skipping(afterClock(start), Self.fillers)
    guard let found = soon(inner) ?? hedged(inner) ?? ranged(inner, isLed: true) else { return nil }
    if case .soon = found.phrase { return found }
    // `from March to May` is the range between the two.
    if case .range = found.phrase, frame == .earliest, isKey(place, ["from", "fran"]) {
      return (found.phrase, after(found).end)
    }
    // `före fredag eftermiddag` is on that Friday still.
    let isInDay = frame == .before && isKey(found.end - 1, Self.dayParts)
    return (.framed(isInDay ? .latest : frame, found.phrase), after(found).end)
  }

  /// `till den 15 oktober` is a limit; `till våren` is spring.
  private func untilDay(_ place: Int) -> Found? {
    guard !isSetTo(place) else { return nil }
    let inner = pastMeeting(skipping(place + 1, ["och", "med", "den", "i", "the", "pa"]))
    guard let found = ranged(inner, isLed: true) else { return nil }
    switch found.phrase {
    case .day, .month, .dayOfMonth, .weekday, .week, .weekdayOf, .turn, .part(.end, _), .unit, .lastDay:
      return (.framed(.latest, found.phrase), after(found).end)
    default: return nil
    }
  }

  static let settings: Set<String> = [
    "planeras", "planerat", "planerad", "planerade", "planerar", "bokad", "bokat", "bokas", "utsatt", "satt", "satts",
    "forlagd", "forlagt", "forlaggs", "flyttas", "flyttat", "flyttad", "flyttats", "flyttar", "flyttades", "upp",
    "senarelaggs", "senarelagd", "senarelagt", "senarelagts", "tidigarelaggs", "tidigarelagts", "ombokas", "ombokat",
    "bestamd", "bestamt", "faststalld", "faststallt", "inbokad", "inbokat", "moved", "rescheduled", "postponed",
    "scheduled", "deferred", "forward", "back", "brought",
  ]

  /// `planeras till v. 17`, `flyttas till den 29 april`: the day itself and no limit.
  private func isSetTo(_ place: Int) -> Bool { key(place - 1).map(Self.isSetting) ?? false }

  static func isSetting(_ word: String) -> Bool {
    settings.contains(word) || ["planerad", "planerat", "planerade", "bokad", "bokat"].contains(where: word.hasSuffix)
  }

  static let meetings: Set<String> = [
    "mote", "motet", "avstamning", "avstamningen", "avstamningsmote", "sammantrade", "sammantradet", "samrad",
    "samradet", "meeting", "workshop", "workshopen", "session", "call", "traff", "traffen", "styrgruppsmote",
    "styrgruppsmotet", "projektmote", "projektmotet", "review", "telefonmote", "uppfoljning", "besiktning", "tillfalle",
  ]

  /// `till nästa möte den 21 april`.
  private func pastMeeting(_ place: Int) -> Int {
    let noun = skipping(place, ["nasta", "next", "vart", "our", "kommande"], atMost: 2)
    guard noun > place, isKey(noun, Self.meetings) else { return place }
    return skipping(noun + 1, ["den", "the", "on", "i", "in"], atMost: 2)
  }

  /// A time with its preposition, or one that needs none.
  func led(_ place: Int) -> Found? {
    if let found = hedged(place) { return found }
    let inner = skipping(place, Self.leads, atMost: 4)
    if inner > place {
      if isKey(place, ["inom", "within"]), let found = soon(inner) { return found }
      if let found = within(place) ?? ahead(place) { return found }
      if let found = hedged(inner) ?? ranged(inner, isLed: true) {
        // `inom innevarande månad` is a limit.
        if isKey(place, ["inom", "within"]), case .unit = found.phrase {
          return (.framed(.latest, found.phrase), found.end)
        }
        return found
      }
    }
    return ahead(place) ?? ranged(place, isLed: false)
  }

  private func hedged(_ place: Int) -> Found? {
    let start: Int
    if let end = end(ofAny: Self.hedgePhrases, at: place) {
      start = end
    } else if isKey(place, Self.hedges) {
      start = afterDot(place + 1)
    } else {
      return nil
    }
    let inner = skipping(start, Self.leads, atMost: 3)
    guard let found = within(start) ?? ahead(start) ?? ranged(inner, isLed: true) else { return nil }
    return (.about(found.phrase), found.end)
  }

  /// Whether a frame with its time begins here; what stands behind that time is not asked, so that a long row of frames is
  /// read once.
  private func isFrame(_ place: Int) -> Bool {
    [Self.latest, Self.earliest, Self.before, Self.after].contains { phrases in
      guard let start = end(ofAny: phrases, at: place) else { return false }
      let inner = skipping(start, Self.fillers)
      return (soon(inner) ?? hedged(inner) ?? ranged(inner, isLed: true)) != nil
    }
  }

  private static let latestAfter = PhraseTable(
    "at the latest,senast,latest,eller tidigare,or earlier,or before,eller fore")
  private static let earliestAfter = PhraseTable(
    "at the earliest,tidigast,or later,onwards,onward,och framat,eller senare,and onwards,forward")

  /// What a word behind a time makes of it: `15 October at the latest`.
  func after(_ found: Found) -> (phrase: TimePhrase, end: Int, isFramed: Bool) {
    if let end = end(ofAny: Self.latestAfter, at: found.end), !isFrame(found.end) {
      return (.framed(.latest, found.phrase), end, true)
    }
    if let end = end(ofAny: Self.earliestAfter, at: found.end), !isFrame(found.end) {
      return (.framed(.earliest, found.phrase), end, true)
    }
    return (found.phrase, found.end, false)
  }

  private static let soonPhrases = PhraseTable(
    "snarast mojligt,snarast,sa snart som mojligt,sa snart vi kan,sa fort som mojligt,sa snart det gar,omgaende,inom kort,snart,"
      + "skyndsamt,utan drojsmal,omedelbart,inom en snar framtid,inom den narmaste tiden,den narmaste tiden,inom det snaraste,"
      + "med det snaraste,as soon as possible,as soon as we can,asap,a s a p,shortly,soon,immediately,promptly,without delay,"
      + "at your earliest convenience,forthwith,in the near future,at once,sa snart ni kan,as soon as you can,inom snar framtid,"
      + "sa fort,sa snart,as soon as,without undue delay,as quickly as possible,inom narmaste tiden,i narmaste framtid,i narmast framtid,with all speed,before long,"
      + "nar vi vet,nar jag vet,nar vi har,nar jag har,nar vi fatt,nar jag fatt,nar vi hunnit,nar jag hunnit,when we know,when i know,"
      + "when we have,when i have,once we have,once i have,once we know,once i know,in due course,i sinom tid,langre fram,framover,"
      + "sa snabbt som mojligt,sa snabbt vi kan,vid forsta basta tillfalle,i en nara framtid,inom en nara framtid,pa kort varsel"
  )

  func soon(_ place: Int) -> Found? {
    // `så snart beslut är fattat` and `as soon as` something is a condition and no time.
    end(ofAny: Self.soonPhrases, at: place).map { (.soon, $0) }
  }
}
