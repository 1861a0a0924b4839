public import EtappModel
import EtappStore

extension Study {
  /// A kept plan as it stands today; with the proof that it was kept with, where that still holds.
  ///
  /// - Parameter isUnchanged: Whether nothing of the workspace has changed since the plan was kept. A bound is about
  ///   the rules and data it was proved for, so a plan that is merely worth the same does not get it back.
  public func plan(
    of version: Version, isUnchanged: Bool, _ options: RunOptions = RunOptions(randomPlans: 0, ideals: false)
  ) throws -> Plan {
    var plan = try evaluate(version.choice(in: workspace).choice, options)
    guard isUnchanged, let proof = version.proof, isWorth(plan, version) else { return plan }
    plan.proof = proof
    plan.gap = version.gap ?? 0
    let bounds = Dictionary(version.kept.goals.map { ($0.goal, $0.bound) }, uniquingKeysWith: { first, _ in first })
    // The first result of a goal is its whole.
    var seen: Set<ID<Goal>> = []
    for index in plan.goals.indices where seen.insert(plan.goals[index].goal).inserted {
      if let bound = bounds[plan.goals[index].goal] ?? nil { plan.goals[index].bound = bound }
    }
    return plan
  }

  /// Whether every goal is worth what it was, to nine digits.
  private func isWorth(_ plan: Plan, _ version: Version) -> Bool {
    let values = Dictionary(version.goals.map { ($0.goal, $0.value) }, uniquingKeysWith: { first, _ in first })
    return plan.totals.allSatisfy { goal in
      values[goal.goal].map { abs($0 - goal.value) <= 1e-9 * max(1, abs($0)) } ?? false
    }
  }
}

extension Version {
  /// How sure it was; nil where it was not optimised to the end.
  var proof: Proof? {
    switch status {
    case "optimal": .optimal
    case "within": gap.map { .within($0) }
    default: nil
    }
  }
}
