public import EtappModel
import EtappStore

extension Study {
  /// A kept plan as it stands today; with the proof that it was kept with, where that still holds.
  ///
  /// A bound is about the rules and data it was proved for: a plan that is merely worth the same does not get it back.
  public func plan(
    of version: Version, _ options: RunOptions = RunOptions(randomPlans: 0, ideals: false)
  ) throws -> Plan {
    var plan = try evaluate(version.choice(in: workspace).choice, options)
    guard let proof = version.proof, isStillAsked(version), isWorth(plan, version) else { return plan }
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

  /// Whether the files are those that the plan was proved for; of a plan that does not tell, whether they are older.
  private func isStillAsked(_ version: Version) -> Bool {
    let files = WorkspaceFiles(folder: workspace.folder)
    if let question = version.kept.proof.question { return question == files.question }
    guard let stored = Moment(version.stored), let changed = files.changed else { return false }
    return stored >= changed
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
