import EtappModel

/// Lines of minutes and lists that say what will be without a finite verb.
extension SentenceReader {
  private static let finished: Set<String> = [
    "klar", "klart", "klara", "fardig", "fardigt", "fardiga", "ready", "done", "complete", "finished",
  ]

  /// `Ritningar – Anna – klart 1/4`, `Nästa möte: 6 december`, `AB to circulate the draft`, `Roll-out: Q4`.
  func isPlanned(_ all: [String]) -> Bool {
    let words = all.filter { $0.first?.isLetter ?? false }
    guard words.count <= 14 else { return false }
    if words.contains(where: Self.finished.contains) || isTask(words) { return true }
    if words.count <= 8, words.contains(where: TimeParser.meetings.contains), isNext(words) { return true }
    return words.count <= 6 && words.first.map(isDeed) ?? false
  }

  private func isNext(_ words: [String]) -> Bool {
    words.contains { ["nasta", "next", "nytt", "ny", "new", "kommande", "upcoming"].contains($0) }
  }

  private static let moods: Set<String> = [
    "good", "nice", "great", "looking", "thanks", "thank", "able", "welcome", "lovely", "sorry", "due", "unable",
  ]

  /// `AB to circulate the draft`, `objections to be lodged`.
  func isTask(_ words: [String]) -> Bool {
    guard let place = words.firstIndex(of: "to"), (1...8).contains(place), place + 1 < words.count,
      !words[..<place].contains(where: Self.moods.contains)
    else { return false }
    return words[place + 1] == "be"
      || VerbLexicon.forms(words[place + 1]).contains { $0.isEnglish && $0.tense == .infinitive }
  }

  private static let deeds = ["ning", "ande", "ende", "start", "else", "ment", "tion", "sion", "oppning", "utskick"]
  private static let papers = [
    "handling", "ritning", "tidning", "betalning", "rakning", "anteckning", "regering", "forening", "forordning",
    "forvaltning", "halsning", "tillsyn", "document", "department", "version", "station", "pension",
    "population", "section", "apartment", "anledning", "inledning", "organisation", "fortsattning", "avdelning",
    "antal", "anseende", "angaende", "avseende", "rorande", "gallande", "beslutande", "narvarande", "ordforande",
    "agreement", "equipment", "parliament", "statement", "comment", "position", "question", "session", "mission",
    "commission", "foreningen", "ansokning", "bakgrund", "publication", "edition", "information", "meddelande",
    "utlatande", "yttrande", "formulering", "tillagg", "oppettider", "semester", "foretradande", "ovanstaende",
  ]

  /// Whether a word names something that is done: `Inventering`, `Roll-out`, `Refurbishment`.
  private func isDeed(_ word: String) -> Bool {
    guard word.utf8.count >= 7 || ["roll", "move", "launch", "survey"].contains(word) else { return false }
    if ["roll", "launch", "utskick", "byggstart"].contains(word) { return true }
    return Self.deeds.contains(where: word.hasSuffix) && !Self.papers.contains(where: word.hasPrefix)
  }
}
