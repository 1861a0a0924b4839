import EtappModel

/// Which verbs in the present and future promise.
extension SentenceReader {
  static let states: Set<String> = [
    "stangt", "stangd", "stangda", "closed", "ledig", "lediga", "semester", "borta", "away", "holiday",
    "vacation", "tjanstledig", "foraldraledig", "sjukskriven", "unavailable",
  ]
  func isAway(_ words: [String]) -> Bool {
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
  static func isReady(_ word: String) -> Bool {
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

  func isPresentPromise(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    let words = group.range.map { tokens[$0].key }
    if isAway(words) || isRunning(group, words) { return false }
    switch group.head {
    case .request: return !isOthersWish(group)
    case .reply, .act, .plan, .receive: return !isEnding(group, words)
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

  /// `att ni vill ha besked före sommaren`: what the reader wants is known, and not promised.
  private func isOthersWish(_ group: VerbGroup) -> Bool {
    sides.subject(group) == .receiver
      && ["vill", "onskar", "want", "wish", "efterfragar"].contains(tokens[group.place].key)
  }

  /// `Our fiscal year ends on 30 June`; work that ends is told of the plan.
  private func isEnding(_ group: VerbGroup, _ words: [String]) -> Bool {
    let works = [
      "work", "projekt", "project", "phase", "construction", "training", "programme", "survey", "pilot", "build",
    ]
    return ["ends", "end", "terminates"].contains(group.word) && tokens[group.place].key == group.word
      && !words.contains { word in works.contains(where: word.hasPrefix) }
  }

  /// `Du har det på fredag`.
  func isHandedOver(_ group: VerbGroup) -> Bool {
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
  func hasTime(_ group: VerbGroup) -> Bool {
    let words = group.range.map { tokens[$0].key }
    return zip(words, words.dropFirst()).contains { $0 == "pa" && ["sig", "er", "dig", "oss"].contains($1) }
  }

  /// `Vi är i mål`, `we are on track to open`.
  func isOnTrack(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ($0, $1) == ("i", "mal") || $0 == "on" && ["track", "course"].contains($1)
    }
  }

  /// `Preliminärt öppningsdatum är den 1 mars 2022`.
  func isDateOf(_ group: VerbGroup) -> Bool {
    let deeds = ["oppning", "start", "tilltrad", "inflytt", "leverans", "driftsatt", "invigning", "bygg"]
    let english: Set<String> = ["opening", "start", "starting", "delivery", "completion", "moving", "handover"]
    return (group.range.lowerBound..<group.place).contains { place in
      let key = tokens[place].key
      if key.hasSuffix("datum") || key.hasSuffix("datumet") { return deeds.contains(where: key.hasPrefix) }
      return key == "date" && place > 0 && english.contains(tokens[place - 1].key)
    }
  }

  /// `Våra tekniker är hos er 20–21 september`.
  func isWithYou(_ group: VerbGroup) -> Bool {
    guard sides.subject(group) == .sender else { return false }
    let words = group.range.map { tokens[$0].key }
    return zip(words, words.dropFirst()).contains {
      ["hos", "with", "ute"].contains($0) && ["er", "dig", "you", "hos"].contains($1)
    }
  }

  /// `Mötet är utsatt till den 5 maj`.
  func isSet(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard let time, isTarget(time) else { return false }
    return group.range.contains { TimeParser.isSetting(tokens[$0].key) && $0 > group.place }
  }

  /// `The lease runs until 2026`.
  func isRunning(_ group: VerbGroup, _ words: [String]) -> Bool {
    ["run", "runs", "loper", "gar", "continues", "fortsatter", "ends", "end", "terminates", "slutar"].contains(
      group.word)
      && words.contains { word in
        ["lease", "contract", "agreement", "avtal", "avtalet", "kontraktet", "tenancy"].contains(word)
          || word.hasSuffix("avtal") || word.hasSuffix("avtalet")
      }
  }

  static let intentions: Set<String> = [
    "ambition", "ambitionen", "avsikt", "avsikten", "mal", "malet", "malsattning", "malsattningen", "plan", "planen",
    "tanke", "tanken", "forhoppning", "forhoppningen",
    "intention", "intentionen", "aim", "goal", "hope", "objective", "sikte", "uppdrag", "uppdraget", "task", "siktet",
    "inriktning", "inriktningen",
  ]

  /// `är att öppna`, `is to open`.
  func isToDo(_ group: VerbGroup) -> Bool {
    let end = min(group.place + 7, tokens.count - 1)
    return (group.place..<max(group.place, end)).contains { place in
      (tokens[place].key == "att" || tokens[place].key == "to")
        && (VerbLexicon.forms(tokens[place + 1].key).contains { $0.tense == .infinitive }
          || tokens[place + 1].key == "kunna")
    }
  }

  func isGoing(_ group: VerbGroup) -> Bool {
    let next = group.place + 1
    return next < tokens.count
      && ["to", "going", "about", "set", "due", "slated", "likely", "bound", "forecast"].contains(tokens[next].key)
  }
}
