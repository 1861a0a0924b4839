package import EtappModel

/// Results as versioned JSON documents: what `--json` prints and what a report keeps beside its page.
///
/// Ids are the ids of the input files. A round's id is a JSON number when its text is a plain whole number
/// (`1`, `2025`) and a string otherwise (`01`, `spring`); the same in every document. A number that does not exist
/// (a gap without a bound) is null, never left out.
package struct Documents: Sendable {
  let assignment: Assignment
  let geography: Geography
  let language: Language
  let wording: Wording

  /// Sentences that another room writes.
  package struct Wording: Sendable {
    package var rule: @Sendable (ID<Rule>) -> String
    package var explanation: @Sendable (Explanation) -> Text
    package var alternative: @Sendable (Alternative, Explanation) -> Text
    package var proof: @Sendable (Plan) -> String

    package init(
      rule: @escaping @Sendable (ID<Rule>) -> String, explanation: @escaping @Sendable (Explanation) -> Text,
      alternative: @escaping @Sendable (Alternative, Explanation) -> Text, proof: @escaping @Sendable (Plan) -> String
    ) {
      self.rule = rule
      self.explanation = explanation
      self.alternative = alternative
      self.proof = proof
    }
  }

  package init(assignment: Assignment, geography: Geography, language: Language, wording: Wording) {
    self.assignment = assignment
    self.geography = geography
    self.language = language
    self.wording = wording
  }

  // MARK: Ids

  /// A round's id by its index; null for none.
  func round(_ index: Int?) -> JSON {
    guard let index, assignment.rounds.indices.contains(index) else { return .null }
    return Self.id(ofRound: assignment.rounds[index].id)
  }

  /// A plain whole number as a number, anything else as a string.
  package static func id(ofRound id: ID<Round>) -> JSON {
    if let number = Int(id.code), String(number) == id.code, abs(number) < 1_000_000_000 { return JSON(number) }
    return .string(id.code)
  }

  var programme: JSON { .string(assignment.name(language)) }

  // MARK: Status

  /// The word for how sure an answer is.
  static func status(_ proof: Proof) -> JSON {
    switch proof {
    case .optimal: "optimal"
    case .within: "within"
    case .infeasible: "infeasible"
    case .stopped: "stopped"
    case .evaluated: "evaluated"
    }
  }

  /// `status`, and why it stopped or which rules cannot hold together.
  static func proof(_ proof: Proof) -> [(key: String, value: JSON)] {
    var members = [(key: "status", value: status(proof))]
    switch proof {
    case .infeasible(let conflict): members.append(("conflict", .array(conflict.map { .string($0.code) })))
    case .stopped(let stop): members.append(("stopped", .string(stop.rawValue)))
    case .optimal, .within, .evaluated: break
    }
    return members
  }

  // MARK: Shared parts

  func move(_ move: Move) -> JSON {
    ["place": .string(move.place.code), "from": round(move.from), "to": round(move.to)]
  }

  func difference(_ difference: GoalDifference) -> JSON {
    [
      "id": .string(difference.goal.code), "sense": .string(difference.sense.rawValue),
      "unit": .string(difference.unit.rawValue), "delta": JSON(difference.delta), "bound": JSON(difference.bound),
      "value": JSON(difference.value),
    ]
  }

  func text(_ text: Text) -> JSON {
    .object(Language.allCases.map { (key: $0.rawValue, value: .string(text($0))) })
  }

  /// A diagnostic; file, row, column, value and maybe are null where there is none.
  static func diagnostic(_ diagnostic: Diagnostic, _ language: Language) -> JSON {
    [
      "severity": .string(diagnostic.severity.rawValue), "message": .string(diagnostic.message(language)),
      "file": JSON(diagnostic.place?.file), "row": JSON(diagnostic.place?.row.map(Double.init)),
      "column": JSON(diagnostic.place?.column), "value": JSON(diagnostic.value), "maybe": JSON(diagnostic.maybe),
    ]
  }
}
