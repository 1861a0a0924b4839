package import EtappModel

/// What `etapp.location/1` says beside of a study with rounds, rules or closings.
extension Documents {
  /// - Parameter base: The document of the study's last state.
  package func location(_ answer: SitingAnswer, after base: JSON) -> JSON {
    guard case .object(var members) = base else { return base }
    if case .infeasible(let conflict) = answer.plan.proof {
      members.append(("conflict", .array(conflict.map { .string($0.code) })))
    }
    members += [
      ("rounds", .array(answer.phases.map(phase))),
      ("closes", .array(answer.phases.flatMap(\.closes).map { .string($0.id) })),
      ("rules", .array(answer.plan.rules.map(rule))), ("effects", .array(answer.effects.map(effect))),
    ]
    if !answer.prices.isEmpty { members.append(("prices", .array(answer.prices.map(price)))) }
    if !answer.variants.isEmpty { members.append(("alternatives", .array(answer.variants.map(variant)))) }
    if let frontier = answer.frontier { members.append(("frontier", self.frontier(frontier))) }
    return .object(members)
  }

  private func frontier(_ frontier: SpreadFrontier) -> JSON {
    [
      "complete": .bool(frontier.isComplete),
      "points": .array(
        frontier.points.map { point in
          [
            "objective": .number(point.objective), "bound": JSON(point.bound),
            "spreadKilometres": JSON(point.spread.value), "open": .array(point.open.map(JSON.string)),
            "closes": .array(point.closes.map(JSON.string)),
          ]
        }),
    ]
  }

  private func phase(_ phase: LocationPhase) -> JSON {
    let all: [(String, JSON)] = [
      ("id", Self.id(ofRound: phase.round)), ("open", .array(phase.opens.map { .string($0.id) })),
      ("close", .array(phase.closes.map { .string($0.id) })), ("mean", .number(phase.travel.mean)),
      ("longest", .number(phase.travel.longest)), ("peopleWithin", JSON(phase.travel.within)),
    ]
    guard !phase.loads.isEmpty else { return .object(all) }
    return .object(
      all + [("unserved", .number(phase.travel.unserved)), ("loads", .array(phase.loads.map(load)))])
  }

  func load(_ load: SiteLoad) -> JSON {
    ["site": .string(load.site), "people": .number(load.people), "capacity": .number(load.capacity)]
  }

  private func effect(_ effect: LocationEffect) -> JSON {
    [
      "by": .string(effect.grouping.name), "id": .string(effect.id), "name": .string(effect.title),
      "people": .number(effect.people), "meanBefore": .number(effect.before), "meanAfter": .number(effect.after),
      "farther": .number(effect.farther), "nearer": .number(effect.nearer), "longest": .number(effect.longest),
      "beyondBefore": .number(effect.beyondBefore), "beyondAfter": .number(effect.beyondAfter),
    ]
  }

  private func price(_ price: SitePrice) -> JSON {
    [
      "site": .string(price.site), "name": .string(price.name), "event": price.closes ? "closes" : "opens",
      "current": round(price.current), "round": round(price.round), "least": JSON(price.least),
      "most": JSON(price.most), "exchange": .array(price.exchange.map(JSON.string)),
    ]
  }

  private func variant(_ variant: Variant) -> JSON {
    .object(
      Self.proof(variant.plan.proof) + [
        ("objective", JSON(variant.plan.totals.last?.value)),
        ("open", .array(variant.plan.establishments.map { .string($0.place.code) })),
        ("closes", .array(variant.plan.choice.closes.keys.sorted().map { .string($0.code) })),
        ("moves", .array(variant.moves.map(move))),
      ])
  }
}
