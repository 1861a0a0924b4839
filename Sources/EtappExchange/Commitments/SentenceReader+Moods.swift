import EtappModel

/// What is allowed, wished for, asked politely, or done and yet to come.
extension SentenceReader {
  func isPermitted(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard group.action != .say, group.action != .state, group.action != .be || (time?.isFramed ?? false) else {
      return false
    }
    // `Besked kan väntas i oktober`
    if group.action == .plan, tokens[group.actionPlace].key.hasSuffix("s") { return true }
    // `Vi beräknar att kontoret kan öppna i maj`
    if group.clause == .content, groups.last(where: { $0.place < group.range.lowerBound })?.head == .plan {
      return true
    }
    return time.map { $0.isFramed || sides.side(of: group) != .other } ?? false
  }

  /// `har fått i uppdrag att öppna … senast 2022` is a task still to do, though the verb is past.
  func isTask(_ group: VerbGroup, _ time: DatedTime?) -> Bool {
    guard let time else { return false }
    if isDoneBy(time, group) || isArranged(group, time) || isForeseen(group) { return true }
    // `We had intended to open` is over.
    if ["hade", "had"].contains(tokens[group.place].key) { return false }
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
  func isReadied(_ range: Range<Int>) -> Bool {
    range.contains { Self.isReady(tokens[$0].key) }
  }

  /// `Vi har bokat in er i april`, `the meeting has been moved to 18 May`: done, for a day to come.
  func isArranged(_ group: VerbGroup, _ time: DatedTime) -> Bool {
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
  func isForeseen(_ group: VerbGroup) -> Bool {
    groups.count == 1 && group.head == .plan && group.action == .plan && sides.subject(group) == nil
      && VerbLexicon.forms(tokens[group.place].key).contains { $0.isEnglish && $0.tense == .supine }
  }

  /// `Senast vid månadens slut har ni fått vårt förslag`: done by a day to come.
  func isDoneBy(_ time: DatedTime, _ group: VerbGroup) -> Bool {
    time.isFramed && time.range.lowerBound < group.place && group.head == .have
      && tokens[group.place].key != "hade" && tokens[group.place].key != "had"
      && time.stretch.to.map { $0 > context.written } ?? false
  }

  /// `vi skulle vilja ha svar`, `we would appreciate a reply`.
  func isWish(_ group: VerbGroup) -> Bool {
    let end = min(group.place + 5, group.range.upperBound)
    let words = (group.place..<end).map { tokens[$0].key }
    // `We'd expect to have news in July`, but not `we would have hoped`.
    let isPerfect = (group.place..<max(group.place, group.actionPlace)).contains {
      ["have", "ha"].contains(tokens[$0].key)
    }
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
  func isPoliteOrder(_ group: VerbGroup) -> Bool {
    let isFirst = (group.range.lowerBound..<group.place).allSatisfy { isTime[$0] || tokens[$0].kind == .mark }
    guard isFirst else { return false }
    // `Could we please have your answer …`
    if sides.subject(group) == .sender { return group.action == .have || group.action == .receive }
    return sides.subject(group) == .receiver && [.reply, .act].contains(group.action)
  }

  /// `det vore bra om ni kunde svara`, `we would be grateful if you could reply`.
  func isPoliteWish(_ group: VerbGroup) -> Bool {
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
  func isOffer(_ group: VerbGroup) -> Bool {
    tokens.contains {
      [
        "garna", "tveka", "hesitate", "free", "valkommen", "valkomna", "welcome", "fragor", "questions", "fundering",
        "funderingar",
      ].contains($0.key)
    }
  }
}
