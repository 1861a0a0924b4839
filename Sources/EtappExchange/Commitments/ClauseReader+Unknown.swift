extension ClauseReader {
  /// A verb that no table has, known by its place and its ending: `vi sammankallar`, `åker vi`, `we undertake`.
  func unknownForm(_ place: Int) -> VerbLexicon.Form? {
    let token = tokens[place]
    guard token.key.utf8.count >= 4, !Vocabulary.contains(token.key), !Self.adverbs.contains(token.key) else {
      return nil
    }
    let before = place > 0 ? tokens[place - 1].key : ""
    if Self.swedishSubjects.contains(before) { return afterSubject(token.key) }
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
