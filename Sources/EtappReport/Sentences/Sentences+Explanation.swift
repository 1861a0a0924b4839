package import EtappModel

/// Why a place is where it is, and what each alternative would cost.
extension Sentences {
  /// "Why is Ånge in round 2?"
  package func question(_ explanation: Explanation) -> String {
    let subject = subject(explanation)
    guard let round = explanation.current else {
      return say(en: "Why is \(subject) not on the list?", sv: "Varför finns \(subject) inte med?")
    }
    return say(
      en: "Why is \(subject) in \(name(ofRound: round))?",
      sv: "Varför ligger \(subject) i \(name(ofRound: round))?")
  }

  /// What is asked about: `Järpen (Åre)`, a municipality, or whatever the explanation calls it.
  private func subject(_ explanation: Explanation) -> String {
    names.places[ID(explanation.id)].map { name($0.id) } ?? explanation.title
  }

  /// The question with every answer, as running text.
  package func explanation(_ explanation: Explanation) -> String {
    ([question(explanation)] + answers(explanation)).joined(separator: " ")
  }

  /// One answer for each alternative, then what would have to change.
  package func answers(_ explanation: Explanation) -> [String] {
    guard !explanation.alternatives.isEmpty else {
      return [say(en: "No alternative was computed.", sv: "Inget alternativ har beräknats.")]
    }
    let answers = distinct(explanation.alternatives).map { alternative($0, of: explanation) }
    return answers + changes(explanation.changes, of: explanation)
  }

  /// Without an alternative that is the same plan as the one before it: the best round with as many offices often is.
  private func distinct(_ alternatives: [Alternative]) -> [Alternative] {
    alternatives.reduce(into: []) { kept, alternative in
      if let last = kept.last, last.round != nil, last.round == alternative.round, last.moves == alternative.moves {
        return
      }
      kept.append(alternative)
    }
  }

  /// What one alternative would mean.
  package func alternative(_ alternative: Alternative, of explanation: Explanation) -> String {
    let premise = premise(alternative)
    switch alternative.proof {
    case .infeasible(let conflict): return premise + " " + impossible(conflict, explanation)
    case .stopped where alternative.goals.isEmpty:
      return premise + " " + say(en: "the answer was not found in time.", sv: "hann svaret inte beräknas.")
    default: break
    }
    let parts = [
      effect(alternative, premise: premise), landing(alternative), exchange(alternative, explanation),
      sureness(alternative),
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// A short title for a table: "In round 1", "Not at all".
  package func title(_ question: Alternative.Question) -> String {
    switch question {
    case .opens(let round): sentence(inRound(round))
    case .opensInBestRound: say(en: "With an office there", sv: "Med ett kontor där")
    case .opensInExchange: say(en: "Instead of another", sv: "I stället för ett annat")
    case .staysOut: say(en: "Not at all", sv: "Inte alls")
    }
  }

  private func premise(_ alternative: Alternative) -> String {
    switch alternative.question {
    case .opens(let round): say(en: "\(sentence(inRound(round))),", sv: sentence(inRound(round)))
    case .opensInBestRound: say(en: "With an office there,", sv: "Med ett kontor där")
    case .opensInExchange: say(en: "If the number of offices is kept,", sv: "Om antalet kontor behålls")
    case .staysOut: say(en: "Without an office there,", sv: "Utan ett kontor där")
    }
  }

  /// The gist in a few words: "In round 1: spread over the country +1.3 min"; nil when nothing was computed.
  package func gist(_ explanation: Explanation) -> String? {
    guard let alternative = explanation.alternatives.first else { return nil }
    let title = title(alternative.question)
    if case .infeasible = alternative.proof {
      return title + ": " + say(en: "not allowed by the rules", sv: "tillåts inte av villkoren")
    }
    guard let decisive = alternative.goals.first(where: isWorse) ?? alternative.goals.first(where: { !isNothing($0) })
    else {
      return alternative.goals.isEmpty ? nil : title + ": " + say(en: "just as good", sv: "lika bra")
    }
    let goal = self.title(ofGoal: decisive.goal)
    let sign = decisive.delta > 0 ? "+" : "\u{2212}"
    return
      "\(title): \(goal.prefix(1).lowercased() + goal.dropFirst()) \(sign)\(difference(decisive.delta, decisive.unit))"
  }

  // MARK: The price

  private func effect(_ alternative: Alternative, premise: String) -> String {
    let worse = alternative.goals.filter(isWorse)
    let better = alternative.goals.filter { !isWorse($0) && !isNothing($0) }
    guard !worse.isEmpty || !better.isEmpty else {
      return premise + " " + say(en: "every goal would be just as good.", sv: "skulle varje mål bli lika bra.")
    }
    let (bad, good) = (list(clauses(worse)), list(clauses(better)))
    if bad.isEmpty { return "\(premise) \(inverted(good))." }
    if good.isEmpty { return "\(premise) \(inverted(bad))." }
    return say(en: "\(premise) \(bad), but \(good).", sv: "\(premise) \(inverted(bad)), men \(good).")
  }

  /// Swedish puts the verb before the subject after a premise; the clauses are written subject first.
  private func inverted(_ clause: String) -> String {
    guard language == .swedish else { return clause }
    for verb in [" skulle bli ", " skulle ha ", " skulle lämnas ", " skulle skilja "] {
      guard let range = clause.firstRange(of: verb) else { continue }
      let words = verb.split(separator: " ")
      return "skulle \(clause[..<range.lowerBound]) \(words[1]) \(clause[range.upperBound...])"
    }
    return clause
  }

  private func clauses(_ differences: [GoalDifference]) -> [String] {
    let clauses = differences.compactMap { difference in
      change(difference).map { $0 + (boundary(difference) ?? "") }
    }
    return unrepeated(clauses)
  }

  /// Clauses in a row say their common verb once: "the spread would be 1 min worse and mean travel time 2 s longer".
  private func unrepeated(_ clauses: [String]) -> [String] {
    let verb = say(en: " would be ", sv: " skulle bli ")
    guard let first = clauses.first, first.contains(verb) else { return clauses }
    return [first] + clauses.dropFirst().map { $0.replacingFirst(verb, with: " ") }
  }

  /// Where the price is not exact: "(at least 1.1 min)" for the part of it that is proved.
  private func boundary(_ difference: GoalDifference) -> String? {
    let slack = abs(difference.delta - difference.bound)
    guard slack > 1e-6 * max(1, abs(difference.value)), isWorse(difference) else { return nil }
    let sign: Double = difference.sense == .minimise ? 1 : -1
    guard difference.bound * sign > 0 else { return nil }
    let least = self.difference(difference.bound, difference.unit)
    guard least != self.difference(difference.delta, difference.unit) else { return nil }
    return say(en: " (at least \(least))", sv: " (minst \(least))")
  }

  /// In which round it would best open, where the question leaves that open.
  private func landing(_ alternative: Alternative) -> String? {
    switch alternative.question {
    case .opensInBestRound, .opensInExchange:
      alternative.round.map {
        say(en: "It would best open \(inRound($0)).", sv: "Det skulle bäst öppna \(inRound($0)).")
      }
    default: nil
    }
  }

  private func sureness(_ alternative: Alternative) -> String? {
    switch alternative.proof {
    case .optimal, .evaluated, .infeasible: nil
    // A wide gap says little as a percentage: what is proved then stands as "at least" beside the price.
    case .within(let gap) where gap > 0.05:
      say(
        en: "This was found and is not proved: the price may be lower.",
        sv: "Detta är hittat men inte bevisat: priset kan vara lägre.")
    case .within(let gap):
      say(
        en: "Not proved to the last: another such plan may be better by up to \(share(gap)).",
        sv: "Inte bevisat till slutet: en annan sådan plan kan vara upp till \(share(gap)) bättre.")
    case .stopped:
      say(
        en: "This is a bound and not exact: the computation was stopped, and the price may be lower.",
        sv: "Det är en gräns och inte exakt: beräkningen avbröts, och priset kan vara lägre.")
    }
  }

  // MARK: What stands in the way

  private func impossible(_ conflict: [ID<Rule>], _ explanation: Explanation) -> String {
    let rules = conflict.compactMap(names.rule)
    let verb = say(en: "no plan keeps the rules.", sv: "går villkoren inte att uppfylla.")
    guard !rules.isEmpty else { return verb }
    let sentences = rules.map(rule).joined(separator: " ")
    return verb
      + say(
        en: rules.count == 1
          ? " This rule does not allow it: \(sentences)" : " These rules together do not allow it: \(sentences)",
        sv: rules.count == 1
          ? " Detta villkor tillåter det inte: \(sentences)"
          : " Dessa villkor tillsammans tillåter det inte: \(sentences)")
  }

  private func changes(_ changes: [Change], of explanation: Explanation) -> [String] {
    guard !changes.isEmpty else { return [] }
    let words = changes.map(change).joined(separator: say(en: "; or ", sv: "; eller "))
    return [
      say(
        en: "It would be otherwise if one of these were changed: \(words).",
        sv: "Det blir annorlunda om något av detta ändras: \(words).")
    ]
  }

  private func change(_ change: Change) -> String {
    switch change {
    case .tolerance(let goal, let from, let to):
      let unit = names.goal(goal)?.unit ?? .points
      return say(
        en: "the tolerance of \(quoted(title(ofGoal: goal))) from \(value(from, unit)) to \(value(to, unit))",
        sv: "toleransen för \(quoted(title(ofGoal: goal))) från \(value(from, unit)) till \(value(to, unit))")
    case .ruleMinimum(let rule, let from, let to):
      return say(
        en: "the least figure of the rule \(quoted(rule.code)) from \(numbers.trimmed(from)) to \(numbers.trimmed(to))",
        sv:
          "den lägsta siffran i villkoret \(quoted(rule.code)) från \(numbers.trimmed(from)) till \(numbers.trimmed(to))"
      )
    case .ruleMaximum(let rule, let from, let to):
      return say(
        en:
          "the greatest figure of the rule \(quoted(rule.code)) from \(numbers.trimmed(from)) to \(numbers.trimmed(to))",
        sv:
          "den högsta siffran i villkoret \(quoted(rule.code)) från \(numbers.trimmed(from)) till \(numbers.trimmed(to))"
      )
    case .earliest(let place, let from, let to):
      return say(
        en: "the earliest day of \(name(place)) from \(dates.day(from)) to \(dates.day(to))",
        sv: "den tidigaste dagen för \(name(place)) från \(dates.day(from)) till \(dates.day(to))")
    }
  }
}

extension String {
  /// The text with the first occurrence of a part replaced.
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
