package import EtappModel

/// Why rules cannot hold together.
extension Sentences {
  /// The conflict in words: the sum that does not add up where there is one, then the rules themselves.
  ///
  /// Rules that only a question brought along (a place forced into a round) are left to the sentence around.
  package func conflict(_ conflict: [ID<Rule>]) -> String {
    let rules = conflict.compactMap(names.rule)
    guard !rules.isEmpty else {
      return say(
        en: "Which rules stand in the way was not found out.", sv: "Vilka villkor som står i vägen har inte klarlagts.")
    }
    return ([arithmetic(rules), reading(rules)].compactMap { $0 }).joined(separator: " ")
  }

  /// "Round 1 holds at most 13, but 8 + 6 = 14 must open in it."
  package func arithmetic(_ rules: [Rule]) -> String? {
    switch Arithmetic(rules, names).finding {
    case .tooMuch(let limit, let needs)?: tooMuch(limit, needs)
    case .tooLittle(let need, let limits)?: tooLittle(need, limits)
    case .tooFewPlaces(let need)?:
      say(
        en:
          "\(numbers.whole(need.number)) must open\(when(need)), but there \(need.places.count == 1 ? "is" : "are") only \(count(need.places.count, .place)) to choose among.",
        sv:
          "\(numbers.whole(need.number)) ska öppna\(when(need)), men det finns bara \(count(need.places.count, .place)) att välja bland."
      )
    case nil: spending(rules)
    }
  }

  private func tooMuch(_ limit: Arithmetic.Claim, _ needs: [Arithmetic.Claim]) -> String {
    if limit.number == 0 || limit.places.count == 1 { return excluded(limit, needs) }
    let sum = sum(grouped(needs))
    if limit.rounds.count == 1, assignment.rounds.count > 1 {
      return say(
        en:
          "\(sentence(name(ofRound: limit.rounds.lowerBound))) holds at most \(limit.number)\(among(limit)), but \(sum) must open in it.",
        sv:
          "\(sentence(name(ofRound: limit.rounds.lowerBound))) rymmer högst \(limit.number)\(among(limit)), men \(sum) ska öppna i den."
      )
    }
    return say(
      en: "At most \(limit.number)\(among(limit)) may open, but \(sum) must.",
      sv: "Högst \(limit.number)\(among(limit)) får öppna, men \(sum) ska göra det.")
  }

  private func excluded(_ limit: Arithmetic.Claim, _ needs: [Arithmetic.Claim]) -> String {
    let places = list((needs.first?.places ?? limit.places).sorted().map(name), atMost: 4)
    let round = needs.first?.rounds
    let when = round.map { $0.count == 1 ? " " + inRound($0.lowerBound) : "" } ?? ""
    return say(
      en: "\(places) must open\(when), and may not open\(when).",
      sv: "\(places) ska öppna\(when), och får inte öppna\(when).")
  }

  private func tooLittle(_ need: Arithmetic.Claim, _ limits: [Arithmetic.Claim]) -> String {
    let total = sum(limits.map(\.number))
    return say(
      en:
        "At least \(need.number)\(among(need)) must open \(inRounds(need.rounds)), but the rounds hold at most \(total).",
      sv: "Minst \(need.number)\(among(need)) ska öppna \(inRounds(need.rounds)), men omgångarna rymmer högst \(total)."
    )
  }

  /// Needs of one rule are one number: 6 municipalities with one office each are 6.
  private func grouped(_ claims: [Arithmetic.Claim]) -> [Int] {
    var order: [ID<Rule>] = []
    var totals: [ID<Rule>: Int] = [:]
    for claim in claims {
      if totals[claim.rule] == nil { order.append(claim.rule) }
      totals[claim.rule, default: 0] += claim.number
    }
    return order.compactMap { totals[$0] }
  }

  /// `8 + 6 = 14`, or just `14`.
  private func sum(_ terms: [Int]) -> String {
    let total = numbers.whole(terms.reduce(0, +))
    return terms.count > 1 ? terms.map(numbers.whole).joined(separator: " + ") + " = " + total : total
  }

  /// Which places are meant, when not all are.
  private func among(_ claim: Arithmetic.Claim) -> String {
    guard claim.places.count < names.geography.places.count else { return "" }
    guard claim.places.count <= 4 else {
      return say(en: " of \(claim.places.count) places", sv: " av \(claim.places.count) platser")
    }
    return say(en: " of ", sv: " av ") + list(claim.places.sorted().map(name))
  }

  private func when(_ claim: Arithmetic.Claim) -> String {
    claim.rounds.count == 1 && assignment.rounds.count > 1 ? " " + inRound(claim.rounds.lowerBound) : ""
  }

  /// The cheapest way to open as many as a rule asks for, against the budget.
  private func spending(_ rules: [Rule]) -> String? {
    for rule in rules {
      guard case .budget(let limit, let rounds) = rule.kind else { continue }
      for need in Arithmetic(rules, names).needs
      where rounds.contains(need.rounds.lowerBound) && rounds.contains(need.rounds.upperBound) {
        let costs = need.places.compactMap { names.places[$0] }.map { assignment.cost(of: $0)?.value ?? 0 }.sorted()
        let least = costs.prefix(need.number).reduce(0, +)
        guard least > limit.value else { continue }
        return say(
          en:
            "The \(count(need.number, .office)) that must open cost at least \(money(least)), but the budget is \(money(limit.value)).",
          sv:
            "De \(count(need.number, .office)) som ska öppna kostar minst \(money(least)), men budgeten är \(money(limit.value))."
        )
      }
    }
    return nil
  }

  /// The rules one after the other, and what can be done about it.
  private func reading(_ rules: [Rule]) -> String {
    let sentences = rules.map { "(\($0.id)) " + rule($0) }.joined(separator: " ")
    guard rules.count > 1 else {
      return say(en: "This rule cannot be kept: ", sv: "Detta villkor går inte att uppfylla: ") + sentences
    }
    return say(
      en:
        "These \(rules.count) rules cannot hold together: \(sentences) Leave any one of them out, and the others can.",
      sv:
        "Dessa \(rules.count) villkor kan inte gälla samtidigt: \(sentences) Utan ett av dem, vilket som helst, går de andra ihop."
    )
  }
}
