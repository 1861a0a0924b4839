package import EtappModel

/// The answer of a location study with rounds, rules or closings, in plain words.
package struct SitingSentences: Sendable {
  private let plain: LocationSentences
  private let sentences: Sentences

  package init(_ language: Language, _ names: NameBook) {
    plain = LocationSentences(language)
    sentences = Sentences(language, names)
  }

  private var numbers: NumberFormat { plain.numbers }

  /// The whole answer: rounds, value, how sure it is, rules, who it changes things for, what else would cost.
  package func summary(_ answer: SitingAnswer, travel: Travel, hasTimes: Bool) -> String {
    guard answer.location.objective != nil else { return without(answer.plan.proof) }
    let lines =
      answer.phases.flatMap { phase($0, answer) } + [""] + plain.figures(answer.location) + sentences.errandLevels
      + [plain.proof(answer.location), sentences.rulesHeld(answer.plan)] + effects(answer) + prices(answer)
      + variants(answer) + frontier(answer) + [plain.basis(answer.location, travel, hasTimes)]
    return lines.joined(separator: "\n")
  }

  private func without(_ proof: Proof) -> String {
    guard case .infeasible(let conflict) = proof else {
      return plain.say(en: "No answer was found yet.", sv: "Inget svar hann hittas.")
    }
    return plain.say(en: "The rules cannot hold together. ", sv: "Villkoren går inte ihop. ")
      + sentences.conflict(conflict)
  }

  // MARK: Rounds

  private func phase(_ phase: LocationPhase, _ answer: SitingAnswer) -> [String] {
    let round = sentences.names.assignment.rounds.first { $0.id == phase.round }
    let name = round?.name(plain.language) ?? phase.round.code
    let mean = numbers.decimal(phase.travel.mean, places: 2)
    let unit = plain.unit(answer.location.question.measure)
    let headline = plain.say(
      en: "\(name): \(phase.opens.count) open, \(phase.closes.count) close; mean travel then \(mean) \(unit).",
      sv: "\(name): \(phase.opens.count) öppnar, \(phase.closes.count) stänger; resan sedan i medel \(mean) \(unit).")
    let loads = Dictionary(phase.loads.map { ($0.site, $0) }, uniquingKeysWith: { first, _ in first })
    return [headline] + phase.opens.map { "  + " + title($0) + load(loads[$0.id]) }
      + phase.closes.map { "  − " + title($0) } + fullness(phase)
  }

  /// How many of how many a site serves.
  private func load(_ load: SiteLoad?) -> String {
    guard let load else { return "" }
    let (people, capacity) = (numbers.whole(load.people), numbers.whole(load.capacity))
    return plain.say(en: "  (serves \(people) of \(capacity))", sv: "  (tar emot \(people) av \(capacity))")
  }

  /// How many sites are full, and how many people find no room at all.
  private func fullness(_ phase: LocationPhase) -> [String] {
    sentences.fullness(phase.loads, unserved: phase.travel.unserved).map { "  " + $0 }
  }

  private func title(_ site: LocationData.Site) -> String {
    let title = site.name == site.id ? site.id : "\(site.id)  \(site.name)"
    return site.level == 1 ? title : "\(title) (\(sentences.errands(site.level)))"
  }

  // MARK: Effects

  /// The people in all whom it changes something for, and the municipalities where it does most.
  private func effects(_ answer: SitingAnswer) -> [String] {
    let areas = answer.effects.filter { $0.grouping == .municipality }
    let (farther, nearer) = (areas.reduce(0) { $0 + $1.farther }, areas.reduce(0) { $0 + $1.nearer })
    guard farther + nearer > 0 else { return [] }
    let unit = plain.unit(answer.location.question.measure)
    let worst = areas.filter { $0.after > $0.before }.sorted { $0.after - $0.before > $1.after - $1.before }.prefix(5)
    return [
      plain.say(
        en: "\(numbers.whole(farther)) people travel farther than before, \(numbers.whole(nearer)) less far.",
        sv: "\(numbers.whole(farther)) personer får längre än förut, \(numbers.whole(nearer)) kortare.")
    ]
      + worst.map { effect in
        let (before, after) = (numbers.decimal(effect.before, places: 1), numbers.decimal(effect.after, places: 1))
        return plain.say(
          en: "  \(effect.title): \(before) → \(after) \(unit) in the mean.",
          sv: "  \(effect.title): \(before) → \(after) \(unit) i medel.")
      }
  }

  // MARK: Prices

  /// The decisions that cost least, and how many there are more.
  private func prices(_ answer: SitingAnswer) -> [String] {
    guard !answer.prices.isEmpty else { return [] }
    let sorted = answer.prices.sorted {
      ($0.least, $0.most ?? .infinity, $0.site) < ($1.least, $1.most ?? .infinity, $1.site)
    }
    let shown = sorted.prefix(15).map { "  " + price($0, answer) }
    let rest = sorted.count - shown.count
    let more = rest > 0 ? [plain.say(en: "  and \(rest) more (--json)", sv: "  och \(rest) till (--json)")] : []
    return [plain.say(en: "What other decisions would cost:", sv: "Vad andra beslut skulle kosta:")] + shown + more
  }

  private func price(_ price: SitePrice, _ answer: SitingAnswer) -> String {
    let decision = self.decision(price)
    guard price.least.isFinite else {
      return plain.say(en: "\(decision): the rules do not allow it", sv: "\(decision): villkoren tillåter det inte")
    }
    let least = amount(price.least, answer)
    guard let most = price.most else {
      return plain.say(en: "\(decision): at least \(least)", sv: "\(decision): minst \(least)")
    }
    let isExact = most - price.least <= 1e-6 * max(1e-3, abs(most))
    let cost =
      isExact
      ? amount(most, answer)
      : plain.say(en: "\(least) to \(amount(most, answer))", sv: "\(least) till \(amount(most, answer))")
    guard !price.exchange.isEmpty else { return "\(decision): \(cost)" }
    let exchange = sentences.list(price.exchange, atMost: 4)
    return plain.say(
      en: "\(decision): \(cost), in exchange with \(exchange)", sv: "\(decision): \(cost), i byte mot \(exchange)")
  }

  private func decision(_ price: SitePrice) -> String {
    let title = price.name == price.site ? price.site : "\(price.name) (\(price.site))"
    let round = price.round.map { sentences.names.assignment.rounds[$0].name(plain.language).lowercased() }
    switch (price.closes, round) {
    case (false, let round?): return plain.say(en: "\(title) opens in \(round)", sv: "\(title) öppnar i \(round)")
    case (false, nil): return plain.say(en: "\(title) does not open", sv: "\(title) öppnar inte")
    case (true, let round?): return plain.say(en: "\(title) closes in \(round)", sv: "\(title) stänger i \(round)")
    case (true, nil): return plain.say(en: "\(title) is kept", sv: "\(title) behålls")
    }
  }

  private func amount(_ value: Double, _ answer: SitingAnswer) -> String {
    switch answer.location.question.goal {
    case .reach: plain.say(en: "\(numbers.whole(value)) people", sv: "\(numbers.whole(value)) personer")
    default: numbers.trimmed(value, places: 4) + " " + plain.unit(answer.location.question.measure)
    }
  }

  // MARK: Spread

  /// One line for each point: the goal, and how far apart the nearest two sites are.
  private func frontier(_ answer: SitingAnswer) -> [String] {
    guard let frontier = answer.frontier else { return [] }
    let headline =
      frontier.isComplete
      ? plain.say(en: "Against spread, complete and proved:", sv: "Mot spridning, fullständigt och bevisat:")
      : plain.say(en: "Against spread, not complete:", sv: "Mot spridning, inte fullständigt:")
    return [headline]
      + frontier.points.map { point in
        let value = plain.number(point.objective, answer.location)
        let apart = numbers.trimmed(point.spread.value)
        return plain.say(en: "  \(value), at least \(apart) km apart", sv: "  \(value), minst \(apart) km isär")
      }
  }

  // MARK: Alternatives

  private func variants(_ answer: SitingAnswer) -> [String] {
    answer.variants.enumerated().map { number, variant in
      plain.say(en: "Alternative \(number + 1): ", sv: "Alternativ \(number + 1): ") + sentences.variant(variant)
    }
  }
}
