import EtappModel

/// Whose it is to keep: read from the subject of a clause, or who is said to do it.
struct SideReader {
  /// Who writes to whom, as far as it is known.
  struct Parties {
    var sender: [[String]]
    var receiver: [[String]]
    /// Whether the sender is a municipality, so that `kommunen` is the sender's.
    var isSenderLocal: Bool

    static let localWords: Set<String> = [
      "kommun", "kommunen", "kommunens", "kommunstyrelsen", "kommunstyrelse", "namnden", "namnd", "kommunfullmaktige",
      "fullmaktige",
      "kommunledningen", "kommunledningskontoret", "stadsledningskontoret", "kommunkansliet", "municipality",
      "municipalities", "council",
      "kommunerna", "kommundirektoren", "staden", "kommunala", "kommunledningsforvaltningen",
    ]
    static let officeWords: Set<String> = [
      "myndigheten", "myndighet", "myndighetens", "agency", "authority", "verket", "centret", "servicecentret",
      "servicecenter", "center", "centre",
      "programkontoret", "projektet", "programmet", "projektledningen", "programledningen", "styrgruppen",
      "projektgruppen", "etableringsgruppen",
      "programme", "program", "project", "avdelningen", "enheten", "organisationen", "kansliet", "undertecknad",
      "samordnaren", "programsamordnaren",
      "coordinator", "projektledaren", "handlaggaren",
    ]
    static let otherWords: Set<String> = [
      "regeringen", "riksdagen", "departementet", "finansdepartementet", "lansstyrelsen", "hyresvarden",
      "fastighetsagaren", "entreprenoren",
      "leverantoren", "konsulten", "government", "ministry", "landlord", "contractor", "supplier", "parliament",
      "polisen", "regionen",
      "fastighetsbolaget", "byggforetaget", "hyresvard", "owner", "region", "utredaren", "kammaren", "domstolen",
      "foretaget", "bolaget",
    ]
  }

  let tokens: [LetterToken]
  let isTime: [Bool]
  let parties: Parties

  static let senderWords: Set<String> = [
    "vi", "jag", "we", "we'll", "i'll", "we're", "i'm", "we've", "i've", "we'd", "i'd", "undertecknad",
  ]
  static let receiverWords: Set<String> = ["ni", "du", "you", "you'll", "you're", "you'd", "you've"]
  private static let senderOwn: Set<String> = ["var", "vart", "vara", "our", "min", "mitt", "mina", "my"]
  private static let receiverOwn: Set<String> = ["er", "ert", "era", "your", "din", "ditt", "dina"]
  private static let prepositions: Set<String> = [
    "till", "fran", "med", "av", "for", "i", "hos", "to", "from", "with", "of", "by", "om", "pa", "enligt", "mot",
    "about", "in", "on", "at", "efter", "vid", "mellan", "between", "per", "som", "infor", "over",
  ]
  /// What the reader is asked for.
  static let askedWords: Set<String> = [
    "svar", "svaret", "svaren", "synpunkter", "synpunkterna", "yttrande", "yttrandet", "yttranden", "remissvar",
    "remissvaret", "remissvaren", "underlag", "underlaget",
    "anmalan", "aterkoppling", "kompletteringar", "komplettering", "reply", "replies", "response", "responses",
    "comments", "answer", "answers", "feedback",
    "enkaten", "enkatsvar", "uppgifterna", "forslag", "intresseanmalan", "osa", "rsvp", "submission", "submissions",
    "ansokan", "ansokningar", "kommentarer", "representations", "objections", "nomineringar", "kompletteringen",
    "onskemal", "onskemalen", "begaran", "uppsagning", "invandningar", "input", "inspel", "bekraftelse", "confirmation",
  ]

  /// The side of a verb's subject.
  func side(of group: VerbGroup) -> Commitment.Side {
    if ["hors", "ses", "traffas"].contains(group.word), group.place == group.range.lowerBound { return .sender }
    if group.mood == .imperative {
      // `Call you tomorrow`
      let next = group.place + 1
      if next < tokens.count, ["you", "dig", "er"].contains(tokens[next].key), group.word != "hor" { return .sender }
      // `Expect a visit`, `Talk on Friday`
      return ["expect", "talk", "chat", "speak", "rakna"].contains(group.word) ? .sender : .receiver
    }
    var side = agent(group) ?? subject(group)
    if group.action == .receive || isHearing(group) || isGetting(group, side) {
      let getter = side ?? (group.isPassive ? .receiver : .other)
      // `your observations should be received`
      if group.isPassive, group.action == .receive { return getter }
      return getter == .receiver ? .sender : getter == .sender ? .receiver : .other
    }
    let isNeed = ["must", "maste"].contains(tokens[group.place].key) && side == .sender
    let isWish = (group.head == .conditional || isNeed) && [.request, .have, .receive].contains(group.action)
    if group.head == .request || isWish { side = requestSide(group, side) }
    if side == nil, group.isPassive || isImpersonal(group) { side = recipientSide(group) ?? askedSide(group) }
    return side ?? elliptical(group)
  }

  /// `ni kan räkna med`, `you can expect`, `you will have it`.
  private func isGetting(_ group: VerbGroup, _ side: Commitment.Side?) -> Bool {
    guard side == .receiver else { return false }
    if group.head == .permission && group.action == .plan
      || group.head == .modal && (group.action == .have || group.word == "get")
    {
      return true
    }
    // `ni har svaret inom två veckor`, but `ni har till den 15 på er`.
    let next = group.place + 1
    return group.head == .have && group.action == .have && next < group.range.upperBound && !isTime[next]
      && !zip(words(group), words(group).dropFirst()).contains { $0 == "pa" && $1 == "er" }
  }

  private func isHearing(_ group: VerbGroup) -> Bool {
    let word = tokens[group.actionPlace].key
    if word == "hear" { return true }
    // `ni hör från oss`
    return ["hor", "hora"].contains(word) && subject(group) == .receiver
      && group.range.contains { ["oss", "mig"].contains(tokens[$0].key) }
  }

  private func isImpersonal(_ group: VerbGroup) -> Bool { subject(group) == nil }

  /// A request is the other side's to keep, unless it goes on to what the asker does itself: `vi vill återkomma`.
  private func requestSide(_ group: VerbGroup, _ side: Commitment.Side?) -> Commitment.Side? {
    let asks: Set<String> = [
      "ber", "ask", "request", "uppmanar", "onskas", "emotses", "asked", "requested", "invited", "begars", "behovs",
      "needed", "required", "ombeds", "ombedes", "anmodas", "uppmanas", "ser", "look", "invite", "inbjuder",
      "forutsatter",
    ]
    let isAsking = asks.contains(tokens[group.place].key) || asks.contains(tokens[group.actionPlace].key)
    if isAsking { return .receiver }
    let isOwnAction =
      group.actionPlace != group.place && group.action != .request && group.action != .receive && group.action != .have
      && group.action != .be
    if isOwnAction { return side }
    return .receiver
  }

  /// `av oss`, `by the municipality`, `från er`.
  private func agent(_ group: VerbGroup) -> Commitment.Side? {
    guard group.isPassive || subjectPronoun(group) == nil else { return nil }
    if isOwnCare(group) { return .sender }
    for place in group.range where !isTime[place] && ["av", "by", "fran", "from"].contains(tokens[place].key) {
      for next in place + 1..<max(place + 1, min(place + 4, group.range.upperBound)) {
        if isTime[next] { break }
        let key = tokens[next].key
        if ["oss", "us", "mig", "me"].contains(key) { return .sender }
        if ["av", "by"].contains(tokens[place].key), Self.senderOwn.contains(key) { return .sender }
        if Self.senderOwn.contains(key), next + 1 < tokens.count,
          ["sida", "side", "end", "part", "del"].contains(tokens[next + 1].key)
        {
          return .sender
        }
        if ["er", "ert", "dig", "you"].contains(key), next == place + 1 { return .receiver }
        if Parties.localWords.contains(key), tokens[place].key != "from" {
          return parties.isSenderLocal ? .sender : .receiver
        }
        if Parties.officeWords.contains(key), ["av", "by"].contains(tokens[place].key) {
          return parties.isSenderLocal ? .receiver : .sender
        }
      }
    }
    return nil
  }

  /// `i vår regi`, `äger rum hos oss`.
  private func isOwnCare(_ group: VerbGroup) -> Bool {
    let words = self.words(group)
    return words.contains("regi") && words.contains { Self.senderOwn.contains($0) }
      || zip(words, words.dropFirst()).contains { $0 == "rum" && $1 == "hos" } && words.contains("oss")
  }

  /// Who gets it: `ska vara oss tillhanda`, `lämnas till er`.
  private func recipientSide(_ group: VerbGroup) -> Commitment.Side? {
    for place in group.range where !isTime[place] {
      let key = tokens[place].key
      let before = place > group.range.lowerBound ? tokens[place - 1].key : ""
      if key == "oss" || key == "us" || key == "mig",
        before == "till" || before == "to" || before == "hos" || before == "with" || key == "oss"
      {
        return .receiver
      }
      if key == "reach", place + 1 < group.range.upperBound, tokens[place + 1].key == "us" { return .receiver }
      let next = place + 1 < group.range.upperBound ? tokens[place + 1].key : ""
      if key == "er", group.isPassive, place == group.actionPlace + 1 { return .sender }
      if key == "er" || key == "you", ["till", "to", "med", "with"].contains(before) || next == "tillhanda" {
        return .sender
      }
    }
    return nil
  }

  private func askedSide(_ group: VerbGroup) -> Commitment.Side? {
    let words = group.range.filter { !isTime[$0] }.map { tokens[$0].key }
    if group.word == "kommer", words.contains(where: Self.askedWords.contains) { return .sender }
    // `återkoppling sker` is what the writer does, unless it is asked for.
    if group.head != .request, words.contains(where: ["aterkoppling", "feedback", "aterbesked"].contains) {
      return .sender
    }
    // `genomgång av inkomna svar` is no answer.
    let isAsked = group.range.contains { place in
      !isTime[place] && Self.askedWords.contains(tokens[place].key)
        && !(max(0, place - 2)..<place).contains { ["av", "of"].contains(tokens[$0].key) }
    }
    return isAsked ? .receiver : nil
  }

  /// `Återkommer v. 42`: a sentence without a subject speaks of its writer.
  private func elliptical(_ group: VerbGroup) -> Commitment.Side {
    let before = (group.range.lowerBound..<group.place).filter { !isTime[$0] && tokens[$0].kind == .word }
    let isFirst = before.allSatisfy {
      ["och", "and", "men", "but", "darefter", "tack", "ok", "hej", "da", "sedan", "samt", "tyvarr"].contains(
        tokens[$0].key)
    }
    if group.head == .be, isFirst, words(group).contains(where: ["tillbaka", "back"].contains) { return .sender }
    // `Will circle back`
    if isFirst, before.isEmpty, group.head == .modal, group.action == nil { return .sender }
    let isFull = [.reply, .plan, .act].contains(group.action) && !group.isPassive
    return isFirst && isFull && group.head != .be ? .sender : .other
  }

  private func words(_ group: VerbGroup) -> [String] { group.range.map { tokens[$0].key } }

  // Subjects

  private func subjectPronoun(_ group: VerbGroup) -> Commitment.Side? {
    for place in group.range { if let side = pronoun(place) { return side } }
    return nil
  }

  private func pronoun(_ place: Int) -> Commitment.Side? {
    let token = tokens[place]
    guard !isTime[place] else { return nil }
    if Self.senderWords.contains(token.key) { return .sender }
    if Self.receiverWords.contains(token.key) { return .receiver }
    // The English `I`, which the Swedish preposition looks like.
    if token.key == "i", token.isCapital, place + 1 < tokens.count,
      VerbLexicon.forms(tokens[place + 1].key).contains(where: \.isEnglish),
      !isTime[place + 1]
    {
      return .sender
    }
    return nil
  }

  func subject(_ group: VerbGroup) -> Commitment.Side? {
    let verb = tokens[group.place].key
    if Self.senderWords.contains(verb) { return .sender }
    if Self.receiverWords.contains(verb) { return .receiver }
    if group.place > group.range.lowerBound, let side = pronoun(group.place - 1) { return side }
    for place in group.place + 1..<max(group.place + 1, min(group.place + 4, group.range.upperBound)) {
      // English objects stand behind the verb: `send you`.
      if let side = pronoun(place),
        tokens[place].key != "you"
          || [.modal, .conditional, .permission].contains(group.head) && place == group.place + 1
      {
        return side
      }
      if !isTime[place], VerbLexicon.isFinite(tokens[place].key), tokens[place].kind == .word { break }
    }
    return leftSubject(group) ?? rightSubject(group)
  }

  private func leftSubject(_ group: VerbGroup) -> Commitment.Side? {
    for place in (group.range.lowerBound..<group.place).reversed() where !isTime[place] {
      if let side = pronoun(place) { return side }
      if let side = noun(place), !isObject(place, from: group.range.lowerBound) { return side }
    }
    return nil
  }

  private func rightSubject(_ group: VerbGroup) -> Commitment.Side? {
    for place in group.place + 1..<max(group.place + 1, min(group.place + 6, group.range.upperBound))
    where !isTime[place] {
      if Self.prepositions.contains(tokens[place].key) { return nil }
      if let side = pronoun(place), tokens[place].key != "you" { return side }
      if let side = noun(place), !isObject(place, from: group.place + 1) { return side }
    }
    return nil
  }

  /// Whether a preposition stands before a noun's group.
  private func isObject(_ place: Int, from start: Int) -> Bool {
    for before in (max(start, place - 3)..<max(start, place)).reversed() {
      if isTime[before] || tokens[before].kind == .mark { return false }
      if Self.prepositions.contains(tokens[before].key) { return true }
      if VerbLexicon.isFinite(tokens[before].key) { return false }
    }
    return false
  }

  /// The side that a noun or a possessive word names.
  private func noun(_ place: Int) -> Commitment.Side? {
    let token = tokens[place]
    guard token.kind == .word else { return nil }
    if let side = named(place) { return side }
    let isPossessive = place + 1 < tokens.count && tokens[place + 1].kind == .word && !isTime[place + 1]
    if Self.receiverOwn.contains(token.key), isPossessive, tokens[place + 1].key != "tillhanda" { return .receiver }
    if Self.senderOwn.contains(token.key), isPossessive, !["var", "vara"].contains(token.key) || !token.isPlain {
      return .sender
    }
    if Parties.otherWords.contains(token.key) { return .other }
    // `Vår kommunstyrelse`
    if place > 0, Parties.localWords.contains(token.key), Self.senderOwn.contains(tokens[place - 1].key) {
      return .sender
    }
    if Parties.localWords.contains(token.key) { return parties.isSenderLocal ? .sender : .receiver }
    if Parties.officeWords.contains(token.key) { return parties.isSenderLocal ? .receiver : .sender }
    // An organisation that nobody has introduced is the writer speaking of itself, as long as no names are given.
    if token.isAcronym, token.key.utf8.count <= 6, parties.sender.isEmpty { return .sender }
    return token.isAcronym ? .other : nil
  }

  private func named(_ place: Int) -> Commitment.Side? {
    func stands(_ names: [[String]]) -> Bool {
      names.contains { name in
        place + name.count <= tokens.count
          && name.indices.allSatisfy {
            tokens[place + $0].key == name[$0] || $0 == name.count - 1 && tokens[place + $0].key == name[$0] + "s"
          }
      }
    }
    if stands(parties.sender) { return .sender }
    return stands(parties.receiver) ? .receiver : nil
  }
}
