public import EtappModel

/// A plan with some of its decisions changed by hand.
public struct Trial: Sendable {
  /// The changed plan, evaluated.
  public var plan: Plan
  /// What is different in it.
  public var moves: [Move]
  /// What each goal differs by.
  public var goals: [GoalDifference]
  /// Rules that held before and hold no longer.
  public var broken: [RuleResult]
  /// Rules that did not hold before and hold now.
  public var mended: [RuleResult]
}

extension Study {
  /// What becomes of a plan when places move.
  ///
  /// - Complexity: One evaluation; nothing is optimised.
  public func trying(
    _ moves: [Move], from plan: Plan, _ options: RunOptions = RunOptions(randomPlans: 0, ideals: false)
  ) throws -> Trial {
    var choice = plan.choice
    for move in moves { choice.opens[move.place] = move.to }
    let changed = try evaluate(choice, options)
    let held = Dictionary(plan.rules.map { ($0.rule, $0.satisfied) }, uniquingKeysWith: { first, _ in first })
    return Trial(
      plan: changed, moves: plan.choice.moves(to: changed.choice), goals: GoalDifference.between(plan, changed),
      broken: changed.rules.filter { !$0.satisfied && held[$0.rule] != false },
      mended: changed.rules.filter { $0.satisfied && held[$0.rule] == false })
  }
}

/// Decisions that planning must keep to.
public struct Pins: Hashable, Sendable {
  /// Places that open, in a round.
  public var opens: [ID<Place>: Int]
  /// Places that stay out.
  public var forbidden: Set<ID<Place>>

  public init(opens: [ID<Place>: Int] = [:], forbidden: Set<ID<Place>> = []) {
    self.opens = opens
    self.forbidden = forbidden
  }

  public var isEmpty: Bool { opens.isEmpty && forbidden.isEmpty }
}

extension Workspace {
  /// The same workspace with decisions that its plans must keep to, each a rule with words of its own.
  ///
  /// Ids of such rules are `pinned-` and `forbidden-` and the place's.
  public func keeping(_ pins: Pins) -> Workspace {
    guard !pins.isEmpty else { return self }
    var assignment = assignment
    assignment.rules += pins.opens.sorted { $0.key < $1.key }.map { pinned($0, in: $1) }
    assignment.rules += pins.forbidden.sorted().map(forbidding)
    return Workspace(
      folder: folder, assignment: assignment, geography: geography, actuals: actuals, diagnostics: diagnostics)
  }

  private func pinned(_ place: ID<Place>, in round: Int) -> Rule {
    let (name, title) = (name(place), assignment.rounds[round].name)
    return Rule(
      id: ID("pinned-" + place.code),
      kind: .fixed([Fixing(subject: Subject(title: name, places: [place]), round: round)]),
      sentence: Text(
        en: "\(name) opens in \(title(.english)), pinned by hand.",
        sv: "\(name) öppnar i \(title(.swedish)), låst för hand."))
  }

  private func forbidding(_ place: ID<Place>) -> Rule {
    let name = name(place)
    return Rule(
      id: ID("forbidden-" + place.code), kind: .forbidden(Selection(places: [place]), round: nil),
      sentence: Text(en: "\(name) stays out, by hand.", sv: "\(name) hålls utanför, för hand."))
  }

  private func name(_ place: ID<Place>) -> String { geography.place(place)?.name ?? place.code }
}
