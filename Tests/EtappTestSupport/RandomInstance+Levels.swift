import EtappModel

/// Random programmes whose points are of kinds where not every errand can be done.
extension RandomInstance {
  /// The same programme with two or three service levels, a goal about travel first, few of the rules and often one about
  /// people.
  ///
  /// - Parameter seed: Draws levels and goals, apart from what the programme was drawn with.
  package func withLevels(seed: UInt64) -> RandomInstance {
    var instance = self
    var generator = Generator(seed: seed)
    func chance(_ share: Double) -> Bool { Double.random(in: 0...1, using: &generator) < share }
    instance.assignment.kinds = [
      Kind(
        id: "small", name: "Small", level: [0.3, 0.4, 0.75][Int.random(in: 0...2, using: &generator)],
        cost: Money(Double(Int.random(in: 1...30, using: &generator))), yearly: Money(2)),
      Kind(id: "full", name: "Full", level: chance(0.2) ? 0.9 : 1, cost: Money(40), yearly: Money(8)),
    ]
    for index in instance.geography.places.indices {
      instance.geography.places[index].kind = (index + Int(seed / 4)) % 2 == 0 ? "small" : "full"
      if chance(0.15) { instance.geography.places[index].level = 0.6 }
      if chance(0.4) { instance.geography.places[index].cost = nil }
      if chance(0.4) { instance.geography.places[index].yearly = nil }
    }
    for index in instance.geography.offices.indices {
      if chance(0.5) { instance.geography.offices[index].kind = "small" }
      if chance(0.15) { instance.geography.offices[index].level = 0.6 }
      if chance(0.4) { instance.geography.offices[index].yearly = nil }
    }
    // Where hardly a choice is left, or everything may open, levels decide little.
    if size == .forBruteForce { instance.assignment.rules = Array(instance.assignment.rules.prefix(1)) }
    let within = Minutes(Double.random(in: 10...50, using: &generator))
    let goals: [Goal] = [
      Goal(id: "access", kind: .access(months: nil)), Goal(id: "reach", kind: .reach(within: within, months: nil)),
      Goal(id: "equity", kind: .equity(.epsilon(1.2), months: nil)),
      Goal(id: "far", kind: .farthest(beyond: within, months: nil)),
    ]
    var first = goals[Int(seed % 4)]
    first.weight = instance.assignment.isWeighted ? 1 : nil
    instance.assignment.goals.insert(first, at: 0)
    let last = instance.assignment.rounds.count - 1
    if chance(0.5) {
      instance.assignment.rules.append(
        Rule(
          id: "levelled-share",
          kind: .share(
            parts: [DemandPart(selection: .everyone)], within: within, after: last,
            min: Double.random(in: 0.1...0.6, using: &generator)), price: chance(0.2) ? 2 : nil))
    }
    if chance(0.7) {
      instance.assignment.rules.append(
        Rule(
          id: "levelled-few",
          kind: .count(
            parts: [CountPart(selection: .all, rounds: 0...last)], min: nil,
            max: Int.random(in: 1...2, using: &generator))))
    }
    if chance(0.3) {
      instance.assignment.rules.append(
        Rule(
          id: "levelled-nobody",
          kind: .nobodyBeyond(parts: [DemandPart(selection: .everyone)], limit: Minutes(90), after: last),
          price: chance(0.3) ? 0.5 : nil))
    }
    return instance
  }
}
