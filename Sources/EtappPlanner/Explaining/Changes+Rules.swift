import EtappModel
import EtappSolver

/// A rule's number, where rules forbid what is asked for, and the day from which the place is ready.
extension Changes {
  /// The least change of each rule in a conflict that lets it be, and then be as good as any.
  func ruleChanges(_ alternatives: [Alternative]) -> [Change] {
    var blamed: [ID<Rule>] = []
    for alternative in alternatives {
      guard case .infeasible(let conflict) = alternative.proof else { continue }
      blamed += conflict.filter { !blamed.contains($0) }
    }
    return planner.programme.rules.filter { blamed.contains($0.id) }.flatMap { rule in
      [rule.lowered, rule.raised].compactMap { firstThatHelps($0(), instead: rule) }
    }
  }

  private func firstThatHelps(_ candidates: [(rule: Rule, change: Change)], instead rule: Rule) -> Change? {
    for candidate in candidates where planner.options.stop.reason == nil {
      let rules = planner.programme.rules.map { $0.id == rule.id ? candidate.rule : $0 }
      guard planner.isPossible(rules + [asked]) == true else { continue }
      return mayBe(under: rules) ? candidate.change : nil
    }
    return nil
  }

  /// What is asked for, as a rule.
  private var asked: Rule {
    let place = ID<Place>(planner.programme.sites[site].id)
    let selection = Selection(places: [place])
    let rounds = wanted.filter { $0 != Phasing.never }.map { Int($0) }
    let unwanted = planner.programme.allRounds.filter { !rounds.contains($0) }
    if rounds.isEmpty { return Rule(id: "asked", kind: .forbidden(selection, round: nil)) }
    if wanted.contains(Phasing.never) {
      return Rule(id: "asked", kind: .forbidden(selection, round: unwanted.first))
    }
    return Rule(
      id: "asked",
      kind: .fixed([Fixing(subject: Subject(title: "", places: [place]), round: unwanted.isEmpty ? nil : rounds.first)])
    )
  }

  /// The latest day that a place may be ready on to be where it is asked for, when its own is later.
  func earlier() -> Change? {
    let programme = planner.programme
    guard let place = programme.geography.place(ID(programme.sites[site].id)), let earliest = place.earliest else {
      return nil
    }
    let id = place.readinessRule
    guard programme.rules.contains(where: { $0.id == id }) else { return nil }
    for round in wanted.filter({ $0 != Phasing.never }).map({ Int($0) }).sorted(by: >) {
      guard let last = programme.assignment.rounds[round].opens?.to, last < earliest else { continue }
      let ready = Rule(id: id, kind: .notBefore(Selection(places: [place.id]), round: round))
      if mayBe(under: programme.rules.map { $0.id == id ? ready : $0 }) {
        return .earliest(place.id, from: earliest, to: last)
      }
    }
    return nil
  }

  /// Whether it may be so under other rules: every goal solved again, with proof.
  private func mayBe(under rules: [Rule]) -> Bool {
    let other = Planner(planner.programme.with(rules: rules), options: planner.options.bare, library: planner.library)
    let model = MasterModel(other.programme)
    let result = Stages(
      programme: other.programme, model: model, library: other.library, options: other.options, isQuiet: true
    ).run(Stages.Request(starts: [start], evaluations: 20_000, nodeLimit: Self.nodesForOne))
    guard let phasing = result.phasing, other.proof(result) == .optimal else { return false }
    return Changes(
      other, model: model, start: phasing, limits: result.limits.dropLast().map(\.upper), best: [], site: site,
      wanted: wanted
    ).isAsGood
  }
}

extension Rule {
  /// The rule with its lower figure lowered, by one, two and three.
  fileprivate func lowered() -> [(rule: Rule, change: Change)] {
    guard let least = figures?.min else { return [] }
    return (1...3).filter { $0 <= least }.map { step in
      (with(min: least - step, max: figures?.max), .ruleMinimum(id, from: Double(least), to: Double(least - step)))
    }
  }

  /// The rule with its upper figure raised, by one, two and three.
  fileprivate func raised() -> [(rule: Rule, change: Change)] {
    guard let most = figures?.max else { return [] }
    return (1...3).map { step in
      (with(min: figures?.min, max: most + step), .ruleMaximum(id, from: Double(most), to: Double(most + step)))
    }
  }

  /// The whole numbers that a rule is made of, where it is made of any.
  private var figures: (min: Int?, max: Int?)? {
    switch kind {
    case .count(_, let min, let max), .near(_, _, let min, let max), .close(_, _, let min, let max): (min, max)
    case .keep(_, let changes, _): (nil, changes)
    default: nil
    }
  }

  private func with(min: Int?, max: Int?) -> Rule {
    var rule = self
    switch kind {
    case .count(let parts, _, _): rule.kind = .count(parts: parts, min: min, max: max)
    case .near(let parts, let layer, _, _): rule.kind = .near(parts: parts, layer: layer, min: min, max: max)
    case .close(let selection, let rounds, _, _): rule.kind = .close(selection, rounds: rounds, min: min, max: max)
    case .keep(let plan, _, let selection): rule.kind = .keep(plan: plan, changes: max ?? 0, of: selection)
    default: break
    }
    return rule
  }
}
