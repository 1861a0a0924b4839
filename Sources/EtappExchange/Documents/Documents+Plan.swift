package import EtappModel

/// `etapp.plan/1`
extension Documents {
  /// A plan, or the reason why there is none.
  ///
  /// - Parameter diagnostics: What there was to say about the input files, put before the plan's own.
  package func plan(_ plan: Plan, diagnostics: [Diagnostic] = []) -> JSON {
    var members: [(key: String, value: JSON)] = [("schema", "etapp.plan/1"), ("programme", programme)]
    members += Self.proof(plan.proof)
    members += [
      ("words", .string(wording.proof(plan))), ("gap", gap(plan.gap, of: plan)),
      ("seconds", JSON(plan.run.seconds)), ("seed", .string(String(plan.run.seed))),
      ("threads", JSON(plan.run.threads)),
    ]
    if let seed = Int(exactly: plan.run.seed), seed < 1 << 53 { members[members.count - 2].value = JSON(seed) }
    members += content(plan)
    members.append(("diagnostics", .array((diagnostics + plan.diagnostics).map { Self.diagnostic($0, language) })))
    return .object(members)
  }

  /// What is decided and what it is worth: the members that plan, alternative and ladder step share.
  func content(_ plan: Plan) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = [
      ("rounds", .array(assignment.rounds.indices.map { roundSummary($0, of: plan) })),
      ("establishments", .array(plan.establishments.map(establishment))),
      ("goals", .array(plan.goals.map { goal($0, of: plan) })), ("rules", .array(plan.rules.map(rule))),
      ("travel", .array(plan.travel.map(travel))),
    ]
    if !plan.loads.isEmpty {
      members += [
        ("loads", .array(plan.loads.map(load))), ("unserved", .number(plan.travel.last?.unserved.value ?? 0)),
      ]
    }
    if !plan.choice.closes.isEmpty { members.insert(("closes", closes(plan.choice)), at: 2) }
    return members
  }

  private func roundSummary(_ index: Int, of plan: Plan) -> JSON {
    let places = plan.establishments.filter { $0.round == index }
    let round = assignment.rounds[index]
    return [
      "id": Self.id(ofRound: round.id), "name": .string(round.name(language)),
      "from": JSON(round.opens?.from.description),
      "to": JSON(round.opens?.to.description), "offices": JSON(places.count),
      "places": .array(places.map { .string($0.place.code) }),
    ]
  }

  func establishment(_ establishment: Establishment) -> JSON {
    let municipality = geography.municipality(establishment.municipality)
    var members: [(key: String, value: JSON)] = [
      ("place", .string(establishment.place.code)), ("name", .string(establishment.name)),
      ("municipality", .string(establishment.municipality.code)),
      ("municipalityName", .string(municipality?.name ?? establishment.municipality.code)),
      ("kind", .string(establishment.kind)),
    ]
    if establishment.level != 1 { members.append(("level", JSON(establishment.level))) }
    members += [
      ("round", round(establishment.round)),
      ("categories", .array(establishment.categories.map { .string($0.code) })),
    ]
    return .object(members)
  }

  private func closes(_ choice: Choice) -> JSON {
    .array(
      choice.closes.sorted { $0.key < $1.key }.map { office, index in
        let name = geography.offices.first { $0.id == office }?.name ?? office.code
        return ["office": .string(office.code), "name": .string(name), "round": round(index)]
      })
  }

  /// A plan that was only evaluated proves nothing, so it has no bound and no gap.
  private func goal(_ goal: GoalResult, of plan: Plan) -> JSON {
    let isProved = plan.proof != .evaluated
    var members: [(key: String, value: JSON)] = [("id", .string(goal.goal.code))]
    if let index = goal.round { members.append(("round", round(index))) }
    members += [
      ("sense", .string(goal.sense.rawValue)), ("unit", .string(goal.unit.rawValue)), ("value", JSON(goal.value)),
      ("bound", isProved ? JSON(goal.bound) : .null), ("gap", isProved ? JSON(goal.gap) : .null),
      ("ideal", JSON(goal.ideal)), ("random", JSON(goal.random)),
    ]
    return .object(members)
  }

  private func gap(_ gap: Double, of plan: Plan) -> JSON { plan.proof == .evaluated ? .null : JSON(gap) }

  func rule(_ result: RuleResult) -> JSON {
    let rule = assignment.rules.first { $0.id == result.rule }
    return [
      "id": .string(result.rule.code), "text": .string(wording.rule(result.rule)), "satisfied": .bool(result.satisfied),
      "value": JSON(result.value), "min": JSON(result.min), "max": JSON(result.max), "price": JSON(rule?.price),
      "missed": JSON(result.missed), "broken": .array(result.broken.map(JSON.string)), "source": JSON(rule?.source),
    ]
  }

  /// Travel after a round; round null is before the programme.
  private func travel(_ summary: TravelSummary) -> JSON {
    [
      "round": round(summary.round), "people": JSON(summary.people.value), "meanMinutes": JSON(summary.mean.value),
      "medianMinutes": JSON(summary.median.value), "p95Minutes": JSON(summary.p95.value),
      "p99Minutes": JSON(summary.p99.value),
      "beyond": .object(
        summary.beyond.sorted { $0.key < $1.key }.map { (key: String($0.key), value: JSON($0.value.value)) }),
    ]
  }
}
