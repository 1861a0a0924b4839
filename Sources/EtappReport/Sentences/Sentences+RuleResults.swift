package import EtappModel

/// Whether rules hold, and by what figure.
extension Sentences {
  /// The rule's sentence and how it stands: "At least 28 offices open in all. Holds: 29."
  package func result(_ result: RuleResult) -> String {
    guard let rule = names.rule(result.rule) else { return result.rule.code + ": " + standing(result) }
    return self.rule(rule) + " " + standing(result)
  }

  /// "Holds: 29." or "Does not hold: 12, at least 13 asked for."
  package func standing(_ result: RuleResult) -> String {
    let figure = figure(result)
    guard result.satisfied else { return notHeld(result) }
    guard let limits = limits(result) else { return say(en: "Holds.", sv: "Uppfyllt.") }
    if let parts = parts(of: result.rule) {
      return say(en: "Holds for all \(parts).", sv: "Uppfyllt för alla \(parts).")
    }
    return say(en: "Holds: \(figure) (\(limits)).", sv: "Uppfyllt: \(figure) (\(limits)).")
  }

  /// The figure that the rule limits, in its unit.
  package func figure(_ result: RuleResult) -> String { figure(result.value, of: result.rule) }

  /// What the figure may be: "at least 13 and at most 15"; nil for a rule that has no figure to tell.
  package func limits(_ result: RuleResult) -> String? {
    guard result.min != nil || (result.max ?? 0) > 0 else { return nil }
    return between(result.min.map { figure($0, of: result.rule) }, result.max.map { figure($0, of: result.rule) })
  }

  /// What the rule's wish costs as the plan is; nil for a rule that must hold.
  package func paid(_ result: RuleResult) -> String? {
    guard let price = names.rule(result.rule)?.price else { return nil }
    guard result.missed > 0 else { return say(en: "Costs nothing.", sv: "Kostar inget.") }
    let points = value(price * result.missed, .points)
    return say(en: "Costs \(points).", sv: "Kostar \(points).")
  }

  /// How many parts an `each` rule has; nil for a rule with one.
  private func parts(of rule: ID<Rule>) -> Int? {
    let parts =
      switch names.rule(rule)?.kind {
      case .count(let parts, _, _), .near(let parts, _, _, _): parts.count
      case .share(let parts, _, _, _), .nobodyBeyond(let parts, _, _): parts.count
      default: 1
      }
    return parts > 1 ? parts : nil
  }

  private func notHeld(_ result: RuleResult) -> String {
    let asked = limits(result) ?? say(en: "none", sv: "ingen")
    var words = say(
      en: "Does not hold: \(figure(result)), \(asked) asked for.",
      sv: "Inte uppfyllt: \(figure(result)), \(asked) begärt.")
    if !result.broken.isEmpty {
      words += say(en: " Missed in ", sv: " Brister i ") + list(result.broken, atMost: 8) + "."
    }
    return words
  }

  private func figure(_ number: Double, of rule: ID<Rule>) -> String {
    switch names.rule(rule)?.kindName {
    case .share: numbers.percent(number, places: 2)
    case .nobodyBeyond: persons(number)
    case .budget: money(number)
    default: numbers.trimmed(number)
    }
  }
}
