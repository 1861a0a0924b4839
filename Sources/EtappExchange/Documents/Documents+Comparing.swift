package import EtappModel

/// Documents about several plans.
extension Documents {
  /// `etapp.alternatives/1`: plans nearly as good as a plan, with what differs from it.
  package func alternatives(_ variants: [Variant], to plan: Plan, within: Double, differing: Int) -> JSON {
    [
      "schema": "etapp.alternatives/1", "programme": programme, "within": JSON(within), "differing": JSON(differing),
      "plan": .object(Self.proof(plan.proof) + content(plan)),
      "alternatives": .array(
        variants.map { variant in
          .object(
            Self.proof(variant.plan.proof) + [
              ("moves", .array(variant.moves.map(move))), ("differences", .array(variant.goals.map(difference))),
            ] + content(variant.plan))
        }),
    ]
  }

  /// `etapp.frontier/1`: plans of which none is better on one goal without being worse on the other.
  package func frontier(_ frontier: Frontier) -> JSON {
    [
      "schema": "etapp.frontier/1", "programme": programme,
      "goals": .array(frontier.goals.map(goal)), "complete": .bool(frontier.isComplete),
      "points": .array(
        frontier.points.map { point in
          [
            "values": .array(point.values.map { JSON($0) }), "bound": JSON(point.bound),
            "establishments": .array(
              point.choice.opens.sorted { $0.key < $1.key }.map { place, index in
                ["place": .string(place.code), "round": round(index)]
              }),
          ]
        }),
    ]
  }

  private func goal(_ id: ID<Goal>) -> JSON {
    let goal = assignment.goals.first { $0.id == id }
    return ["id": .string(id.code), "sense": JSON(goal?.sense.rawValue), "unit": JSON(goal?.unit.rawValue)]
  }

  /// `etapp.comparison/1`: the second plan minus the first.
  package func comparison(_ comparison: Comparison) -> JSON {
    [
      "schema": "etapp.comparison/1", "programme": programme, "first": .string(comparison.first),
      "second": .string(comparison.second), "moves": .array(comparison.moves.map(move)),
      "goals": .array(comparison.goals.map(difference)),
      "rules": .array(
        comparison.rules.sorted { $0.key < $1.key }.map { rule, holds in
          [
            "id": .string(rule.code), "text": .string(wording.rule(rule)), "first": .bool(!holds),
            "second": .bool(holds),
          ]
        }),
    ]
  }

  /// `etapp.ladder/1`: the best plan with at most 0, 1, 2 … places changed from a named plan, and promises broken.
  package func ladder(_ ladder: Ladder, from name: String) -> JSON {
    [
      "schema": "etapp.ladder/1", "programme": programme, "from": .string(name),
      "promised": .array(ladder.promised.map { .string($0.code) }), "steps": .array(ladder.steps.map(step)),
      "promises": .array(ladder.rungs.map(step)),
    ]
  }

  private func step(_ step: LadderStep) -> JSON {
    var members: [(key: String, value: JSON)] = [("changes", JSON(step.changes))]
    if let promises = step.promises { members.append(("promises", JSON(promises))) }
    members += Self.proof(step.plan.proof)
    members += [
      ("gap", JSON(step.plan.gap)), ("moves", .array(step.moves.map(move))),
      ("broken", .array(step.broken.map { .string($0.code) })),
      ("differences", .array(step.differences.map(difference))),
    ]
    return .object(members + content(step.plan))
  }
}
