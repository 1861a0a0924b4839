package import EtappModel

/// `etapp.explanation/1` and `etapp.explanations/1`
extension Documents {
  /// Why a place is where it is, and the price of each alternative.
  package func explanation(_ explanation: Explanation) -> JSON {
    .object([("schema", "etapp.explanation/1"), ("programme", programme)] + content(explanation))
  }

  /// Many explanations, in one document.
  package func explanations(_ explanations: [Explanation]) -> JSON {
    [
      "schema": "etapp.explanations/1", "programme": programme,
      "explanations": .array(explanations.map { .object(content($0)) }),
    ]
  }

  private func content(_ explanation: Explanation) -> [(key: String, value: JSON)] {
    [
      ("place", .string(explanation.id)), ("name", .string(explanation.title)),
      ("municipality", JSON(explanation.municipality?.code)), ("current", ["round": round(explanation.current)]),
      ("alternatives", .array(explanation.alternatives.map { alternative($0, of: explanation) })),
      ("changes", .array(explanation.changes.map(change))), ("words", text(wording.explanation(explanation))),
    ]
  }

  /// `round` is the round that was asked for, even when no plan has it; for the best round, the one it got.
  private func alternative(_ alternative: Alternative, of explanation: Explanation) -> JSON {
    var members: [(key: String, value: JSON)] = [
      ("question", .string(Self.word(for: alternative.question))), ("round", asked(alternative)),
    ]
    members += Self.proof(alternative.proof)
    members += [
      ("goals", .array(alternative.goals.map(difference))), ("moves", .array(alternative.moves.map(move))),
      ("words", text(wording.alternative(alternative, explanation))),
    ]
    return .object(members)
  }

  private func asked(_ alternative: Alternative) -> JSON {
    if case .opens(let index) = alternative.question { return round(index) }
    return round(alternative.round)
  }

  private static func word(for question: Alternative.Question) -> String {
    switch question {
    case .opens: "opens"
    case .opensInBestRound: "opensInBestRound"
    case .opensInExchange: "opensInExchange"
    case .staysOut: "staysOut"
    }
  }

  private func change(_ change: Change) -> JSON {
    switch change {
    case .tolerance(let goal, let from, let to):
      ["kind": "tolerance", "id": .string(goal.code), "from": JSON(from), "to": JSON(to)]
    case .ruleMinimum(let rule, let from, let to):
      ["kind": "min", "id": .string(rule.code), "from": JSON(from), "to": JSON(to)]
    case .ruleMaximum(let rule, let from, let to):
      ["kind": "max", "id": .string(rule.code), "from": JSON(from), "to": JSON(to)]
    case .earliest(let place, let from, let to):
      [
        "kind": "earliest", "id": .string(place.code), "from": .string(from.description), "to": .string(to.description),
      ]
    }
  }
}
