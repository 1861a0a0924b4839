import EtappModel

/// What letters say of a round, whoever they are for.
struct RoundFactWriter {
  let sentences: Sentences
  let grammar: LetterGrammar
  let plan: Plan

  func facts(_ index: Int) -> LetterFacts {
    let round = sentences.assignment.rounds[index]
    let offices = plan.establishments.filter { $0.round == index }
    var facts = LetterFacts()
    facts[words: .round] = sentences.name(ofRound: index)
    facts[words: .roundTitle] = sentences.title(ofRound: index)
    facts[words: .roundOrdinal] = grammar.ordinal(index + 1)
    facts[words: .offices] = sentences.count(offices.count, .office)
    facts[words: .officesNumber] = sentences.numbers.whole(offices.count)
    facts[words: .officesAtLeast] = round.minimum.map(grammar.atLeast)
    facts[words: .window] = round.opens.map(window)
    facts[words: .windowSpan] = round.opens.map { sentences.dates.span($0.from, $0.to) }
    facts[condition: .isFirstRound] = index == 0
    facts[condition: .isLastRound] = index == sentences.assignment.rounds.count - 1
    addMunicipalities(offices, &facts)
    return facts
  }

  /// `mainly in 2022`, `from 1 March to 30 June 2022`.
  private func window(_ window: Round.Window) -> String {
    let span = sentences.dates.span(window.from, window.to)
    let isYear = !span.contains("–")
    let when =
      isYear
      ? sentences.say(en: "in \(span)", sv: "under \(span)")
      : sentences.say(
        en: "from \(span.replacing(" – ", with: " to "))", sv: "från \(span.replacing(" – ", with: " till "))")
    guard let share = window.mainly, share < 1 else { return when }
    return sentences.say(en: "mainly \(when)", sv: "huvudsakligen \(when)")
  }

  private func addMunicipalities(_ offices: [Establishment], _ facts: inout LetterFacts) {
    let ids = Set(offices.map(\.municipality))
    let names = ids.map { (name: sentences.names.name(of: $0), code: $0.code) }.sorted { $0 < $1 }
    facts[words: .roundMunicipalities] = sentences.list(names.map(\.name))
    facts[list: .eachMunicipality] = names.map { name, code in
      var item = LetterFacts()
      item[words: .municipality] = name
      item[words: .municipalityGenitive] = grammar.genitive(name)
      item[words: .municipalityFull] = grammar.municipality(name)
      item[words: .municipalityCode] = code
      return item
    }
  }
}
