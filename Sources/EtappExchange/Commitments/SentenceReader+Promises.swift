import EtappModel

extension SentenceReader {
  /// The promise that a time belongs to, if it does.
  func promise(_ time: DatedTime) -> (commitment: Commitment, isSoon: Bool)? {
    if let group = governing(time) {
      guard isPromising(group, time), !isDeadline(group) else {
        return following(group, time).map { (commitment(.promise, side(of: $0), time), time.isSoon) }
          ?? nominal(time, in: group)
      }
      return (commitment(.promise, side(of: group), time), time.isSoon)
    }
    if groups.isEmpty, let lead {
      guard lead.isPromise else { return nil }
      return (commitment(.promise, lead.side, time), time.isSoon)
    }
    return nominal(time, in: nil)
  }

  /// `Om två veckor vet vi mer och hör då av oss`: the verb that takes a time up again.
  private func following(_ group: VerbGroup, _ time: DatedTime) -> VerbGroup? {
    let word = (time.range.upperBound..<tokens.count).first { ["da", "then"].contains(tokens[$0].key) && !isTime[$0] }
    guard let word,
      let next = groups.first(where: { $0.range.contains(word) && $0.place >= time.range.upperBound }),
      next.place > group.place, next.clause == .main, isPromising(next, time)
    else { return nil }
    return next
  }

  /// `Svarstiden går ut den 15 oktober` is a limit, whatever the verb is.
  private func isDeadline(_ group: VerbGroup) -> Bool {
    group.mood == .present && group.head != .request
      && group.range.contains {
        !isTime[$0] && $0 < group.place
          && (Self.deadlines.contains(tokens[$0].key) || isClosing(group) && Self.closing.contains(tokens[$0].key))
      }
  }

  private static let closing: Set<String> = [
    "submissions", "applications", "consultation", "registration", "remissen", "anmalan", "ansokan", "samradet",
    "enkaten", "survey",
  ]

  /// `Submissions close on 15 April`.
  private func isClosing(_ group: VerbGroup) -> Bool {
    Self.ends.contains(group.word)
  }

  private static let ends: Set<String> = [
    "close", "closes", "end", "ends", "stanger", "stangs", "utgar", "gar", "avslutas",
  ]

  /// The side of a verb; `vi bedömer att svar kan lämnas` is said of us.
  func side(of group: VerbGroup) -> Commitment.Side {
    if group.clause == .content, sides.subject(group) == nil,
      let main = groups.last(where: { $0.place < group.range.lowerBound }),
      main.head == .plan
    {
      return sides.side(of: main)
    }
    // `We are looking into this and will reply …`
    if ["and", "och", "samt", "men", "but"].contains(tokens[group.range.lowerBound].key), !group.isPassive,
      group.mood != .imperative, sides.subject(group) == nil,
      let main = groups.last(where: { $0.place < group.range.lowerBound }), main.clause == .main,
      let side = sides.subject(main)
    {
      return side
    }
    return sides.side(of: group)
  }

  /// The verb that a time belongs to: the nearest before it in its clause, else the first behind.
  func governing(_ time: DatedTime) -> VerbGroup? {
    let place = time.range.lowerBound
    let inside = groups.filter { $0.range.contains(place) }
    if let before = inside.last(where: { $0.place < place }) {
      // A comma ends a condition: `hör av er, om ni vill, senast den 15`.
      let isClosed =
        place > 0 && (max(before.place, place - 3)..<place).contains { tokens[$0].isMark(",") && !isTime[$0] }
      let main = groups.last { $0.place < before.place && $0.clause == .main }
      if before.clause == .conditional || before.clause == .relative, isClosed, let main { return main }
      // `Vi tar det när vi ses den 5 oktober`
      if before.clause == .conditional, ["ses", "traffas", "meet", "hors"].contains(before.word), let main { return main }
      return before
    }
    return inside.first
  }

  /// Whether a verb promises, asks or tells what will be.
  func isPromising(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    if group.clause == .conditional { return isPoliteWish(group) }
    if group.isNegated || isInNegated(group), !isStillPromise(time) { return false }
    if isCancelled(group, time) || isReported(group, time) || isQuoted(group, time) { return false }
    if let time, isMovedAway(group, time) { return false }
    switch group.mood {
    case .imperative: return !isOffer(group) || (time?.isFramed ?? false)
    case .future: return isAction(group, time)
    case .present: return isPresentPromise(group, time)
    case .permission: return isPermitted(group, time)
    case .past: return isTask(group, time)
    case .conditional: return isWish(group) || isPoliteOrder(group)
    }
  }

  /// `vi kan inte garantera att kontoret öppnar före jul`.
  private func isInNegated(_ group: VerbGroup) -> Bool {
    let isDoubtful = (max(0, group.range.lowerBound - 4)..<group.place).contains {
      Self.doubts.contains(tokens[$0].key)
    }
    if isDoubtful { return true }
    guard group.clause == .content else { return false }
    return groups.last { $0.place < group.range.lowerBound }?.isNegated ?? false
  }

  private static let doubts: Set<String> = [
    "osannolikt", "tveksamt", "oklart", "osakert", "ovisst", "unlikely", "doubtful", "uncertain", "unclear",
  ]

  /// `återkommer inte förrän i oktober` says when, though it says not.
  private func isStillPromise(_ time: DatedTime?) -> Bool {
    guard let time else { return false }
    return time.isFramed && time.stretch.to == nil
      || time.range.contains { ["inte", "not", "no", "ej"].contains(tokens[$0].key) }
  }

  private static let states: Set<String> = [
    "stangt", "stangd", "stangda", "closed", "ledig", "lediga", "semester", "borta", "away", "holiday",
    "vacation", "tjanstledig", "foraldraledig", "sjukskriven", "unavailable",
  ]
  private func isAway(_ words: [String]) -> Bool {
    words.contains(where: Self.states.contains)
      || zip(words, words.dropFirst()).contains { $0 == "on" && $1 == "leave" }
  }

  static let ready: Set<String> = [
    "klar", "klart", "klara", "fardig", "fardigt", "fardiga", "ready", "done", "complete", "completed", "finished",
    "redo", "drift", "operational", "inne",
    "tillhanda", "tillganglig", "tillgangligt", "tillgangliga", "available", "plats", "place", "fardigstallt",
    "fardigstallda", "avslutat", "avslutad", "due", "tankt", "sikte",
    "operation", "inflyttad", "tillbaka",
  ]

  /// `klar`, `inflyttningsklara`, `ready`.
  private static func isReady(_ word: String) -> Bool {
    ready.contains(word) || ["klar", "klart", "klara", "fardig", "fardigt", "fardiga"].contains { word.hasSuffix($0) }
  }

  func isAction(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    let words = group.range.map { tokens[$0].key }
    if isAway(words) { return false }
    switch group.action {
    case .be?: return true
    case .have?, .state?:
      return words.contains(where: Self.isReady) || group.isPassive
        || time?.isLimit(from: context.written) ?? false
        || words.contains("ut")
    case .say?: return false
    default: return true
    }
  }

  private func isPresentPromise(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    let words = group.range.map { tokens[$0].key }
    if isAway(words) || isRunning(group, words) { return false }
    switch group.head {
    case .reply, .act, .plan, .request, .receive: return true
    case .be:
      if group.actionPlace != group.place { return group.action != .say && group.action != .state }
      if words.contains(where: Self.intentions.contains), isToDo(group) { return true }
      if isWithYou(group) || isSet(group, time) || isOnTrack(words) || isDateOf(group) { return true }
      if words.contains(where: { $0.hasPrefix("valkom") || $0 == "welcome" }) { return time?.isFramed ?? false }
      return words.contains(where: Self.isReady) || words.contains("to") && isGoing(group)
    case .have where words.contains(where: Self.intentions.contains) && isToDo(group): return true
    case .have where time.map({ isDoneBy($0, group) }) ?? false: return true
    case .have where time.map({ isArranged(group, $0) }) ?? false: return true
    case .have where time != nil && (isHandedOver(group) || hasTime(group)): return true
    case .state where group.word == "finns": return words.contains(where: Self.isReady)
    case .have:
      return time?.isLimit(from: context.written) ?? false && sides.subject(group) == .receiver
        && time?.stretch.to != nil
    default: return false
    }
  }

  /// `Du har det på fredag`.
  private func isHandedOver(_ group: VerbGroup) -> Bool {
    let words = group.range.filter { !isTime[$0] }.map { tokens[$0].key }
    if sides.subject(group) == .sender {
      return words.contains { TimeParser.meetings.contains($0) || ["genomgang", "genomgangen"].contains($0) }
    }
    guard sides.subject(group) == .receiver else { return false }
    return (group.place + 1..<max(group.place + 1, min(group.place + 3, group.range.upperBound))).contains {
      ["det", "den", "dem", "it", "them"].contains(tokens[$0].key)
    }
  }

  /// `har fram till den 31 oktober på sig`, `you have 30 days to appeal`.
  private func hasTime(_ group: VerbGroup) -> Bool {
    let words = group.range.map { tokens[$0].key }
    return zip(words, words.dropFirst()).contains { $0 == "pa" && ["sig", "er", "dig", "oss"].contains($1) }
  }

  /// `Vi är i mål`, `we are on track to open`.
  private func isOnTrack(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { ($0, $1) == ("i", "mal") || $0 == "on" && ["track", "course"].contains($1) }
  }

  /// `Preliminärt öppningsdatum är den 1 mars 2022`.
  private func isDateOf(_ group: VerbGroup) -> Bool {
    let deeds = ["oppning", "start", "tilltrad", "inflytt", "leverans", "driftsatt", "invigning", "bygg"]
    let english: Set<String> = ["opening", "start", "starting", "delivery", "completion", "moving", "handover"]
    return (group.range.lowerBound..<group.place).contains { place in
      let key = tokens[place].key
      if key.hasSuffix("datum") || key.hasSuffix("datumet") { return deeds.contains(where: key.hasPrefix) }
      return key == "date" && place > 0 && english.contains(tokens[place - 1].key)
    }
  }

  /// `Våra tekniker är hos er 20–21 september`.
  private func isWithYou(_ group: VerbGroup) -> Bool {
    guard sides.subject(group) == .sender else { return false }
    let words = group.range.map { tokens[$0].key }
    return zip(words, words.dropFirst()).contains { ["hos", "with", "ute"].contains($0) && ["er", "dig", "you", "hos"].contains($1) }
  }

  /// `Mötet är utsatt till den 5 maj`.
  private func isSet(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard let time, isTarget(time) else { return false }
    return group.range.contains { TimeParser.isSetting(tokens[$0].key) && $0 > group.place }
  }

  /// `The lease runs until 2026`.
  private func isRunning(_ group: VerbGroup, _ words: [String]) -> Bool {
    ["run", "runs", "loper", "gar", "continues", "fortsatter", "ends", "end", "terminates", "slutar"].contains(group.word)
      && words.contains { word in
        ["lease", "contract", "agreement", "avtal", "avtalet", "kontraktet", "tenancy"].contains(word)
          || word.hasSuffix("avtal") || word.hasSuffix("avtalet")
      }
  }

  private static let intentions: Set<String> = [
    "ambition", "ambitionen", "avsikt", "avsikten", "mal", "malet", "malsattning", "malsattningen", "plan", "planen",
    "tanke", "tanken", "forhoppning", "forhoppningen",
    "intention", "intentionen", "aim", "goal", "hope", "objective", "sikte", "uppdrag", "uppdraget", "task", "siktet",
    "inriktning", "inriktningen",
  ]

  /// `är att öppna`, `is to open`.
  private func isToDo(_ group: VerbGroup) -> Bool {
    let end = min(group.place + 7, tokens.count - 1)
    return (group.place..<max(group.place, end)).contains { place in
      (tokens[place].key == "att" || tokens[place].key == "to")
        && (VerbLexicon.forms(tokens[place + 1].key).contains { $0.tense == .infinitive }
          || tokens[place + 1].key == "kunna")
    }
  }

  private func isGoing(_ group: VerbGroup) -> Bool {
    let next = group.place + 1
    return next < tokens.count
      && ["to", "going", "about", "set", "due", "slated", "likely", "bound", "forecast"].contains(tokens[next].key)
  }

  private func isPermitted(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard group.action != .say, group.action != .state, group.action != .be || (time?.isFramed ?? false) else {
      return false
    }
    // `Besked kan väntas i oktober`
    if group.action == .plan, tokens[group.actionPlace].key.hasSuffix("s") { return true }
    // `Vi beräknar att kontoret kan öppna i maj`
    if group.clause == .content, groups.last(where: { $0.place < group.range.lowerBound })?.head == .plan { return true }
    return time.map { $0.isFramed || sides.side(of: group) != .other } ?? false
  }

  /// `har fått i uppdrag att öppna … senast 2022` is a task still to do, though the verb is past.
  private func isTask(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard let time else { return false }
    if isDoneBy(time, group) || isArranged(group, time) || isForeseen(group) { return true }
    // `Ni lovade den 4 februari att svara inom tre veckor` counts from that day.
    if isCounted(time), group.head != .have { return false }
    guard time.range.lowerBound > group.actionPlace else { return false }
    let between = group.actionPlace + 1..<time.range.lowerBound
    return between.contains { place in
      (tokens[place].key == "att" || tokens[place].key == "to") && place + 1 < tokens.count
        && VerbLexicon.forms(tokens[place + 1].key).contains {
          $0.tense == .infinitive
            && ([.act, .reply].contains($0.verbClass) || [.be, .have].contains($0.verbClass) && isReadied(between))
        }
    }
  }

  /// `att ha lokalen klar`, `to be ready`.
  private func isReadied(_ range: Range<Int>) -> Bool {
    range.contains { Self.isReady(tokens[$0].key) }
  }

  /// `Vi har bokat in er i april`, `the meeting has been moved to 18 May`: done, for a day to come.
  private func isArranged(_ group: VerbGroup, _ time: DatedTime) -> Bool {
    let arranging: Set<String> = [
      "pencilled", "penciled", "earmarked", "inbokat", "avsatt",
      "bokat", "planerat", "schemalagt", "bestamt", "avtalat", "reserverat", "booked", "scheduled", "arranged",
      "reserved", "set", "agreed", "beslutat",
    ]
    guard group.head == .have, group.place < time.range.lowerBound, !["hade", "had"].contains(tokens[group.place].key),
      time.stretch.from.map({ $0 > context.written }) ?? false
    else { return false }
    return isMoving(group) && isTarget(time)
      || (group.place..<time.range.lowerBound).prefix(5).contains { arranging.contains(tokens[$0].key) }
        && sides.subject(group) != nil
  }

  /// `Opening expected in the first half of next year`: a participle that nothing else goes with.
  private func isForeseen(_ group: VerbGroup) -> Bool {
    groups.count == 1 && group.head == .plan && group.action == .plan && sides.subject(group) == nil
      && VerbLexicon.forms(tokens[group.place].key).contains { $0.isEnglish && $0.tense == .supine }
  }

  /// `Senast vid månadens slut har ni fått vårt förslag`: done by a day to come.
  private func isDoneBy(_ time: DatedTime, _ group: VerbGroup) -> Bool {
    time.isFramed && time.range.lowerBound < group.place && group.head == .have
      && tokens[group.place].key != "hade" && tokens[group.place].key != "had"
      && time.stretch.to.map { $0 > context.written } ?? false
  }

  /// `vi skulle vilja ha svar`, `we would appreciate a reply`.
  private func isWish(_ group: VerbGroup) -> Bool {
    let end = min(group.place + 5, group.range.upperBound)
    let words = (group.place..<end).map { tokens[$0].key }
    // `We'd expect to have news in July`, but not `we would have hoped`.
    let isPerfect = (group.place..<max(group.place, group.actionPlace)).contains { ["have", "ha"].contains(tokens[$0].key) }
    if group.action == .plan, sides.subject(group) == .sender, !isPerfect { return true }
    return words.contains {
      [
        "vilja", "like", "appreciate", "ask", "request", "uppskatta", "behova", "need", "tacksam", "tacksamma",
        "grateful", "prefer",
        "onska",
      ].contains($0)
    }
  }

  /// `Could you kindly return …`, which is an order where no question mark follows.
  private func isPoliteOrder(_ group: VerbGroup) -> Bool {
    let isFirst = (group.range.lowerBound..<group.place).allSatisfy { isTime[$0] || tokens[$0].kind == .mark }
    guard isFirst else { return false }
    // `Could we please have your answer …`
    if sides.subject(group) == .sender { return group.action == .have || group.action == .receive }
    return sides.subject(group) == .receiver && [.reply, .act].contains(group.action)
  }

  /// `det vore bra om ni kunde svara`, `we would be grateful if you could reply`.
  private func isPoliteWish(_ group: VerbGroup) -> Bool {
    let isAsked = sides.subject(group) == .receiver || group.action == .receive || group.action == .have
    guard [.conditional, .permission, .present].contains(group.mood), isAsked else { return false }
    let polite: Set<String> = [
      "bra", "tacksam", "tacksamma", "tacksamt", "uppskattar", "uppskatta", "uppskattas", "grateful", "appreciate",
      "appreciated", "great", "helpful", "good", "glad",
      "glada", "onskvart", "snall", "snalla", "bast", "obliged", "toppen", "kind", "thankful", "nice",
    ]
    return tokens[..<group.place].contains { polite.contains($0.key) }
  }

  /// `hör gärna av er`, `tveka inte`: an offer without a day binds nobody.
  private func isOffer(_ group: VerbGroup) -> Bool {
    tokens.contains {
      [
        "garna", "tveka", "hesitate", "free", "valkommen", "valkomna", "welcome", "fragor", "questions", "fundering",
        "funderingar",
      ].contains($0.key)
    }
  }

  // Without a verb

  static let deadlines: Set<String> = [
    "deadline", "svarsdatum", "svarstid", "svarstiden", "remisstid", "remisstiden", "svarsdag", "sistadag", "inlamning",
    "tidsfrist", "tidsfristen", "fristen", "duedate", "svarsdatumet", "anmalningstiden",
  ]
  private static let told: Set<String> = [
    "besked", "beslut", "information", "uppfoljning", "aterkoppling", "aterbesked", "decision", "news", "feedback",
    "besked",
  ]

  /// `Svar senast 15/10`, `Deadline: 15 October`, `Sista dag för svar är den 15 oktober`.
  private func nominal(_ time: DatedTime, in group: VerbGroup?) -> (commitment: Commitment, isSoon: Bool)? {
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
  private func isDenied(_ words: [String]) -> Bool {
    let denials: Set<String> = ["inte", "ej", "inget", "ingen", "not", "no"]
    return words.contains(where: denials.contains) && !words.contains { ["langre", "senare", "later"].contains($0) }
  }

  private func isClosing(_ words: [String], _ group: VerbGroup?) -> Bool {
    if let group { return isDeadline(group) }
    return words.contains(where: Self.closing.contains) && words.contains(where: Self.ends.contains)
  }

  /// The last day is a limit, also where no word says `senast`.
  private func limit(_ time: DatedTime) -> DatedTime {
    var time = time
    if let to = time.stretch.to, context.written <= to { time.stretch.from = context.written }
    return time
  }

  /// What a hasty writer begins with who leaves out `I`.
  static let beginnings: Set<String> = [
    "ater", "happy", "glad", "pleased", "hoping", "planning", "aiming", "expecting", "intending", "back",
    "aterkoppling",
  ]

  private func fragment(_ time: DatedTime, _ words: [String]) -> (commitment: Commitment, isSoon: Bool)? {
    if let first = words.first, Self.beginnings.contains(first) {
      return (commitment(.promise, ownSide(words) ?? .sender, time), time.isSoon)
    }
    if isGoingOn(words) { return (commitment(.promise, .sender, time), time.isSoon) }
    let isAsked = words.contains(where: SideReader.askedWords.contains)
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
  private func isGoingOn(_ words: [String]) -> Bool {
    guard words.count > 1, ["it", "you", "the", "this", "them", "a", "an", "our", "over", "out"].contains(words[1])
    else {
      return false
    }
    return VerbLexicon.forms(words[0]).contains {
      $0.isEnglish && $0.tense == .participle && [.act, .reply].contains($0.verbClass)
    }
  }

  private func isLastDay(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains { first, next in
      ["sista", "last", "final", "closing"].contains(first)
        && (["dag", "dagen", "day", "date", "datum"].contains(next) || next.hasSuffix("sdag"))
        && CalendarLexicon.weekdays[next] == nil
    }
  }

  private func ownSide(_ words: [String]) -> Commitment.Side? {
    if words.contains(where: ["oss", "us", "vart", "our", "mig"].contains),
      words.contains(where: ["fran", "from", "vart", "our"].contains)
    {
      return .sender
    }
    return words.contains(where: ["er", "era", "ert", "your", "you"].contains) ? .receiver : nil
  }

  // Without a time

  private static let returning: Set<String> = [
    "aterkommer", "aterkomma", "aterkom", "aterkopplar", "aterkoppla", "meddelar", "meddela", "skickar", "skicka",
    "sander", "sanda", "oversander", "oversanda", "besvarar", "besvara", "svarar",
    "svara", "inkomma", "inkom", "lamna", "lamnar", "redovisa", "informera", "informerar", "kontakta", "kontaktar",
    "ringer", "send", "reply", "respond", "inform", "contact", "notify", "submit", "provide", "revert", "hor", "hora",
  ]

  /// A promise to come back that says no time.
  func undated(_ group: VerbGroup) -> Commitment? {
    guard times.isEmpty, group.clause == .main, !group.isNegated, !isTime.contains(true) else { return nil }
    guard Self.returning.contains(group.word) || isComingBack(group), !isOffer(group), !isHypothetical else {
      return nil
    }
    guard [.present, .future, .imperative].contains(group.mood), !group.isPassive else { return nil }
    let side = sides.side(of: group)
    guard side != .other else { return nil }
    return commitment(.promise, side, nil)
  }

  private var isHypothetical: Bool { groups.contains { $0.clause == .conditional } }

  private func isComingBack(_ group: VerbGroup) -> Bool {
    let next = group.actionPlace..<min(group.actionPlace + 4, group.range.upperBound)
    let words = next.map { tokens[$0].key }
    return ["get", "come", "be"].contains(group.word) && words.contains("back")
      || words.starts(with: ["be", "in", "touch"])
      || words.starts(with: ["let", "you", "know"])
  }
}
