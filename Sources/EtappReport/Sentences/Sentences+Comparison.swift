package import EtappModel

/// Plans beside each other: variants, frontier, difference.
extension Sentences {
  /// The differences as clauses, worse ones first; "every goal is just as good" where there are none.
  package func differences(_ goals: [GoalDifference], would: Bool = false) -> String {
    let clauses = (goals.filter(isWorse) + goals.filter { !isWorse($0) }).compactMap { change($0, would: would) }
    return clauses.isEmpty ? say(en: "every goal is just as good", sv: "varje mål är lika bra") : list(clauses)
  }

  package func variant(_ variant: Variant) -> String {
    guard !variant.moves.isEmpty else { return say(en: "The same plan.", sv: "Samma plan.") }
    let places = count(variant.moves.count, .place)
    return say(
      en:
        "\(places) \(variant.moves.count == 1 ? "differs" : "differ"): \(moves(variant.moves)). Then \(differences(variant.goals)).",
      sv: "\(places) skiljer sig: \(moves(variant.moves)). Då gäller att \(differences(variant.goals)).")
  }

  package func comparison(_ comparison: Comparison) -> String {
    let (first, second) = (quoted(comparison.first), quoted(comparison.second))
    var words = say(en: "From \(first) to \(second): ", sv: "Från \(first) till \(second): ")
    words +=
      comparison.moves.isEmpty
      ? say(en: "the same places in the same rounds.", sv: "samma platser i samma omgångar.")
      : moves(comparison.moves, atMost: 12) + "."
    words += " " + sentence(differences(comparison.goals)) + "."
    for (id, holds) in comparison.rules.sorted(by: { $0.key < $1.key }) {
      let rule = names.rule(id).map(self.rule) ?? id.code
      words +=
        say(en: holds ? " Holds now: " : " Holds no longer: ", sv: holds ? " Uppfylls nu: " : " Uppfylls inte längre: ")
        + rule
    }
    return words
  }

  package func frontier(_ frontier: Frontier) -> String {
    let titles = frontier.goals.map(title(ofGoal:))
    let between = say(en: "Between \(list(titles.map(quoted)))", sv: "Mellan \(list(titles.map(quoted)))")
    let kept =
      frontier.isComplete
      ? say(en: "These are all of them.", sv: "Detta är alla.")
      : say(en: "There may be more than these.", sv: "Det kan finnas fler än dessa.")
    let points = frontier.points.count
    return say(
      en:
        "\(between) there \(points == 1 ? "is" : "are") \(points) \(points == 1 ? "plan" : "plans") that no plan beats on both. \(kept)",
      sv: "\(between) finns \(points) \(points == 1 ? "plan" : "planer") som ingen plan slår på båda. \(kept)")
  }

  /// A point of a frontier: "1.3 offices and 21.8 min".
  package func point(_ point: FrontierPoint, of frontier: Frontier) -> String {
    list(zip(frontier.goals, point.values).map { goal, value in self.value(value, names.goal(goal)?.unit ?? .points) })
  }
}
