extension ClauseReader {
  /// A verb that no table has, known by its place and its ending: `vi sammankallar`, `åker vi`, `we undertake`.
  func unknownForm(_ place: Int) -> VerbLexicon.Form? {
    let token = tokens[place]
    guard token.key.utf8.count >= 4, !Vocabulary.contains(token.key), !Self.adverbs.contains(token.key) else {
      return nil
    }
    let before = place > 0 ? tokens[place - 1].key : ""
    if Self.swedishSubjects.contains(before) { return afterSubject(token.key) }
    if let form = afterDefinite(place) ?? beforeNearDay(place) { return form }
    if let form = beforeSubject(place) ?? lonely(place) { return form }
    return passive(place) ?? english(token.key, before)
  }

  private func afterSubject(_ key: String) -> VerbLexicon.Form? {
    if ["ade", "de", "te"].contains(where: key.hasSuffix) { return VerbLexicon.Form(tense: .past, verbClass: .act) }
    return isPresent(key) ? VerbLexicon.Form(tense: .present, verbClass: .act) : nil
  }

  private func isPresent(_ key: String) -> Bool { key.hasSuffix("ar") || key.hasSuffix("er") }

  /// `Vecka 42 åker vi`: the verb stands second in a Swedish main clause.
  private func beforeSubject(_ place: Int) -> VerbLexicon.Form? {
    guard place + 1 < tokens.count, Self.swedishSubjects.contains(tokens[place + 1].key),
      tokens[place].key.hasSuffix("r")
    else { return nil }
    let isSecond = place == 0 || isTime[place - 1] || Self.openers.contains(tokens[place - 1].key)
    return isSecond ? VerbLexicon.Form(tense: .present, verbClass: .act) : nil
  }

  private static let openers: Set<String> = ["da", "sedan", "sen", "darefter", "och", "men", "dessutom", ",", "!", "."]
  private static let particles: Set<String> = [
    "det", "den", "detta", "upp", "ut", "over", "pa", "igenom", "dig", "er", "in", "av", "till", "om", "ner", "dem",
  ]

  /// `Hyresvärden förbinder sig`: no noun without an article stands behind a definite one.
  private func afterDefinite(_ place: Int) -> VerbLexicon.Form? {
    let token = tokens[place]
    guard place > 0, !token.isCapital, token.key.utf8.count >= 5, isPresent(token.key), !isTime[place - 1] else {
      return nil
    }
    let before = tokens[place - 1].key
    let isDefinite = before.utf8.count >= 6 && ["en", "et", "erna", "orna", "arna"].contains(where: before.hasSuffix)
    guard isDefinite, !Self.adverbs.contains(before), VerbLexicon.forms(before).isEmpty,
      place == 1 || place < 4 && !Self.nounLeads.contains(tokens[place - 2].key)
    else { return nil }
    return VerbLexicon.Form(tense: .present, verbClass: .act)
  }

  private static let nounLeads: Set<String> = [
    "i", "pa", "av", "for", "med", "till", "fran", "om", "under", "vid", "inom",
  ]

  /// `Hojtar onsdag nästa vecka`: a hasty writer's first word before a day that is near.
  private func beforeNearDay(_ place: Int) -> VerbLexicon.Form? {
    guard place == 0, tokens.count > 1, isTime[1], isPresent(tokens[0].key), !tokens[0].key.hasSuffix("tider") else {
      return nil
    }
    let near: Set<String> = ["imorgon", "idag", "imorron", "ikvall"]
    let next = (1..<min(4, tokens.count)).map { tokens[$0].key }
    let isNear =
      near.contains(next[0]) || CalendarLexicon.weekdays[next[0]] != nil
      || ["pa", "i"].contains(next[0]) && next.count > 1
        && (CalendarLexicon.weekdays[next[1]] != nil || ["morgon", "dag", "eftermiddag", "kvall"].contains(next[1]))
    return isNear ? VerbLexicon.Form(tense: .present, verbClass: .act) : nil
  }

  /// `Kikar på det`: a hasty writer leaves out who.
  private func lonely(_ place: Int) -> VerbLexicon.Form? {
    guard place + 1 < tokens.count, place == 0 || Self.openers.contains(tokens[place - 1].key),
      isPresent(tokens[place].key),
      Self.particles.contains(tokens[place + 1].key)
    else { return nil }
    return VerbLexicon.Form(tense: .present, verbClass: .act)
  }

  /// `ärendet bordläggas`, `lokalen besiktigas`.
  private func passive(_ place: Int) -> VerbLexicon.Form? {
    let token = tokens[place]
    guard place > 0, !token.isCapital, token.key.utf8.count >= 6, token.key.hasSuffix("as"), token.key != "canvas"
    else {
      return nil
    }
    return VerbLexicon.Form(tense: .present, verbClass: .act, isPassive: true)
  }

  private static let adverbs: Set<String> = [
    "inte", "ofta", "alltid", "redan", "dessvarre", "garna", "vidare", "senare", "numera", "ater", "sjalva", "denna",
    "darfor", "daremot", "eller", "bade", "antingen", "fler", "flera", "mer", "under", "over", "efter", "please",
    "also", "just", "both", "then", "therefore", "still", "already", "thus", "hereby", "here", "again", "only",
    "soon", "both", "very", "much", "even", "each", "often", "ourselves", "themselves", "ever", "jointly",
  ]

  private func english(_ key: String, _ before: String) -> VerbLexicon.Form? {
    guard ["we", "they"].contains(before), !key.hasSuffix("ly") else { return nil }
    return VerbLexicon.Form(tense: key.hasSuffix("ed") ? .past : .present, verbClass: .act, isEnglish: true)
  }
}
