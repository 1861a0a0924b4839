import EtappModel
import Yams

/// A study file: the rounds, rules and kinds of a location study, in the words of `programme.yaml`.
///
///     rounds: [{id: 1, offices: {exactly: 13}}, {id: 2, offices: {exactly: 15}}]
///     rules:
///       - {count: {category: rural}, min: 12}
///       - {count: {each: region, include: existing}, min: 1}
extension ProgrammeReader {
  /// The assignment of a study: no goals, since a question brings its own.
  ///
  /// - Parameter asked: Rounds that the question brings; those of the file are an error then.
  func study(_ geography: Geography, asked: [Round]) -> Assignment {
    var assignment = Assignment(name: Text(en: "Location study", sv: "Lokaliseringsstudie"))
    guard let root else { return assignment }
    if let name = root.text("programme") { assignment.name = name }
    assignment.currency = root.string("currency") ?? ""
    assignment.categories = categories(root, geography)
    assignment.kinds = KindReader(findings: findings).read(root)
    let own = root.has("rounds")
    if own, !asked.isEmpty {
      findings.error(
        "Rounds are given twice: here and with --open or --close.",
        "Omgångar anges två gånger: här och med --open eller --close.", row: root.node("rounds")?.mark?.line,
        column: "rounds")
    }
    assignment.rounds = own ? rounds(root) : asked
    let lookup = NameLookup(geography)
    if !assignment.rounds.isEmpty {
      assignment.rules =
        RuleReader(geography: geography, assignment: assignment, lookup: lookup, findings: findings).read(root)
    }
    refuse(assignment.rules)
    for key in ["divisions", "layers", "sentence", "source"] { _ = root.node(key) }
    root.finish("the study")
    return assignment
  }

  /// A study has no earlier plans to keep to.
  private func refuse(_ rules: [Rule]) {
    for rule in rules where rule.kindName == .keep {
      findings.error(
        "A study has no earlier plan to keep; use a workspace.",
        "En studie har ingen tidigare plan att hålla; använd en arbetsmapp.", row: rule.row, column: "keep",
        value: rule.id.code)
    }
  }
}
