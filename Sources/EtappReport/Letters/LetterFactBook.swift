package import EtappModel

/// Puts a plan into the words of letters, one municipality at a time.
package struct LetterFactBook: Sendable {
  /// What a letter needs to know beside the plan.
  package struct Occasion: Sendable {
    package var correspondence: Correspondence
    package var receiver: Contact?
    package var day: Day
    package var ourNumber: String?
    package var theirNumber: String?
    /// Why the municipality's offices are in their round; nil leaves it to the goals.
    package var explanations: [Explanation]

    package init(
      correspondence: Correspondence = Correspondence(), receiver: Contact? = nil, day: Day, ourNumber: String? = nil,
      theirNumber: String? = nil, explanations: [Explanation] = []
    ) {
      self.correspondence = correspondence
      self.receiver = receiver
      self.day = day
      self.ourNumber = ourNumber
      self.theirNumber = theirNumber
      self.explanations = explanations
    }
  }

  let sentences: Sentences
  let grammar: LetterGrammar
  let plan: Plan
  let forecasts: [ID<Place>: OfficeForecast]
  /// Establishments of each municipality that gets a letter, in the order of rounds and names.
  let establishments: [ID<Municipality>: [Establishment]]
  /// What is the same in every letter.
  let common: LetterFacts
  /// What is known of each round.
  let rounds: [LetterFacts]
  /// What is said to those whose offices open in these rounds, as indices: one wording for many letters.
  let ofRounds: [[Int]: LetterFacts]

  /// - Parameter round: Only offices of this round, as an index; nil for all.
  package init(
    _ language: Language, _ names: NameBook, _ plan: Plan, round: Int? = nil, forecast: Forecast? = nil
  ) {
    sentences = Sentences(language, names)
    grammar = LetterGrammar(language)
    self.plan = plan
    forecasts = Dictionary((forecast?.offices ?? []).map { ($0.place, $0) }, uniquingKeysWith: { $1 })
    let chosen = plan.establishments.filter { round == nil || $0.round == round }
      .sorted { ($0.round, $0.name, $0.place) < ($1.round, $1.name, $1.place) }
    establishments = Dictionary(grouping: chosen, by: \.municipality)
    let writer = RoundFactWriter(sentences: sentences, grammar: grammar, plan: plan)
    rounds = names.assignment.rounds.indices.map(writer.facts)
    common = Self.common(sentences, grammar, plan, rounds)
    let sets = Set(establishments.values.map(Self.rounds) + rounds.indices.map { [$0] })
    ofRounds = Dictionary(
      uniqueKeysWithValues: sets.map { [rounds, grammar] in ($0, Self.facts(ofRounds: $0, rounds, grammar)) })
  }

  /// Municipalities that get an office, by name.
  package var municipalities: [ID<Municipality>] {
    establishments.keys.sorted {
      (sentences.names.name(of: $0), $0.code) < (sentences.names.name(of: $1), $1.code)
    }
  }

  package func name(of municipality: ID<Municipality>) -> String { sentences.names.name(of: municipality) }

  /// Everything that is known for the letter to one municipality.
  package func facts(_ municipality: ID<Municipality>, _ occasion: Occasion) -> LetterFacts {
    var facts = common
    let offices = establishments[municipality] ?? []
    addNames(municipality, offices, &facts)
    addRounds(offices, &facts)
    addOwnRounds(offices, &facts)
    addDates(offices, &facts)
    addOccasion(occasion, &facts)
    addReason(occasion.explanations, offices, &facts)
    return facts
  }

  // MARK: The programme

  private static func common(
    _ sentences: Sentences, _ grammar: LetterGrammar, _ plan: Plan, _ rounds: [LetterFacts]
  ) -> LetterFacts {
    let (assignment, language) = (sentences.assignment, sentences.language)
    var facts = LetterFacts()
    facts[words: .programme] = assignment.name(language)
    facts[words: .principal] = assignment.principal?(language)
    facts[words: .decided] = assignment.decided.map(sentences.dates.day)
    facts[words: .source] = assignment.source
    facts[words: .roundsInWords] = grammar.counted(assignment.rounds.count, .round)
    facts[words: .totalOffices] = sentences.count(plan.establishments.count, .office)
    facts[list: .eachRound] = rounds
    facts[list: .eachGoal] = assignment.goals.map { goal in
      var item = LetterFacts()
      item[words: .goal] = grammar.clause(sentences.goal(goal))
      return item
    }
    return facts
  }

  // MARK: The municipality

  private func addNames(_ municipality: ID<Municipality>, _ offices: [Establishment], _ facts: inout LetterFacts) {
    let name = name(of: municipality)
    facts[words: .municipality] = name
    facts[words: .municipalityGenitive] = grammar.genitive(name)
    facts[words: .municipalityFull] = grammar.municipality(name)
    facts[words: .municipalityCode] = municipality.code
    facts[words: .place] = offices.count == 1 ? offices[0].name : nil
    facts[words: .places] = sentences.list(offices.map(\.name))
    facts[words: .newOffices] = grammar.counted(offices.count, .office)
    facts[condition: .severalPlaces] = offices.count > 1
    facts[list: .eachPlace] = offices.map { office in
      var item = LetterFacts()
      item[words: .place] = office.name
      addRounds([office], &item)
      addDates([office], &item)
      return item
    }
  }

  // MARK: Its rounds

  /// The rounds of some offices, as indices, each once and in order.
  private static func rounds(_ offices: [Establishment]) -> [Int] { Array(Set(offices.map(\.round))).sorted() }

  private static func facts(ofRounds indices: [Int], _ rounds: [LetterFacts], _ grammar: LetterGrammar) -> LetterFacts {
    let own = indices.filter(rounds.indices.contains).map { rounds[$0] }
    var facts = LetterFacts()
    facts[condition: .severalRounds] = own.count > 1
    facts[condition: .isFirstRound] = indices == [0]
    facts[condition: .isLastRound] = indices == [rounds.count - 1]
    for placeholder in [LetterPlaceholder.round, .window, .windowSpan, .offices, .officesAtLeast] {
      let words = own.compactMap { $0[words: placeholder] }
      facts[words: placeholder] = words.count == own.count ? grammar.respectively(words) : nil
    }
    for placeholder in [LetterPlaceholder.roundTitle, .roundOrdinal, .officesNumber, .roundMunicipalities] {
      facts[words: placeholder] = own.count == 1 ? own[0][words: placeholder] : nil
    }
    facts[list: .eachMunicipality] = own.flatMap { $0[list: .eachMunicipality] }
    return facts
  }

  private func addRounds(_ offices: [Establishment], _ facts: inout LetterFacts) {
    facts.add(ofRounds[Self.rounds(offices)] ?? LetterFacts())
  }

  private func addOwnRounds(_ offices: [Establishment], _ facts: inout LetterFacts) {
    facts[list: .eachOwnRound] = Self.rounds(offices).filter(rounds.indices.contains).map { ownRound($0, offices) }
  }

  /// A round with the municipality's own offices in it.
  private func ownRound(_ index: Int, _ offices: [Establishment]) -> LetterFacts {
    var item = rounds[index]
    let own = offices.filter { $0.round == index }
    item[words: .places] = sentences.list(own.map(\.name))
    item[words: .newOffices] = grammar.counted(own.count, .office)
    item[condition: .severalPlaces] = own.count > 1
    addDates(own, &item)
    return item
  }

  // MARK: Dates

  private func addDates(_ offices: [Establishment], _ facts: inout LetterFacts) {
    let known = offices.compactMap { forecasts[$0.place] }
    facts[condition: .hasForecast] = known.count == offices.count && !known.isEmpty
    guard facts[condition: .hasForecast] else { return }
    facts[words: .opening] = grammar.respectively(known.map { sentences.dates.day($0.p50) })
    facts[words: .openingMonth] = grammar.respectively(known.map { sentences.dates.month($0.p50) })
    facts[words: .promiseDate] = grammar.respectively(known.map { sentences.dates.day($0.promise) })
    facts[words: .promiseMonth] = grammar.respectively(known.map { sentences.dates.month($0.promise) })
    facts[words: .promiseDay] = known.map(\.promise).max()?.description
  }

  // MARK: The letter

  private func addOccasion(_ occasion: Occasion, _ facts: inout LetterFacts) {
    let correspondence = occasion.correspondence
    facts[words: .sender] = correspondence.sender.name
    facts[words: .senderAddress] = correspondence.sender.address
    facts[words: .contact] = correspondence.contact.name
    facts[words: .contactRole] = correspondence.contactRole(sentences.language)
    facts[words: .contactPhone] = correspondence.contactPhone?.replacing(" ", with: "\u{A0}")
    facts[words: .contactAddress] = correspondence.contact.address
    facts[words: .receiver] = occasion.receiver?.name
    facts[words: .receiverRole] = occasion.receiver?.role
    facts[words: .receiverAddress] = occasion.receiver?.address
    facts[words: .date] = sentences.dates.day(occasion.day)
    facts[words: .isoDate] = occasion.day.description
    facts[words: .ourNumber] = occasion.ourNumber
    facts[words: .theirNumber] = occasion.theirNumber
  }

  // MARK: Why

  /// The goals in their order; with explanations also what another round would have meant.
  private func addReason(
    _ explanations: [Explanation], _ offices: [Establishment], _ facts: inout LetterFacts
  ) {
    let goals = facts[list: .eachGoal].compactMap { $0[words: .goal] }
    guard !goals.isEmpty else { return }
    let aims = grammar.series(goals)
    let first = sentences.say(
      en: "The rounds have been chosen with these aims, in this order: \(aims).",
      sv: "Omgångarna har valts med dessa mål, i denna ordning: \(aims).")
    let own = Set(offices.map(\.place.code))
    let answers = explanations.filter { own.contains($0.id) }.compactMap(otherRound)
    facts[words: .reason] = ([first] + answers).joined(separator: " ")
  }

  private func otherRound(_ explanation: Explanation) -> String? {
    let other = explanation.alternatives.first { alternative in
      if case .opens(let round) = alternative.question { return round != explanation.current }
      return false
    }
    return other.map { sentences.alternative($0, of: explanation) }
  }
}
