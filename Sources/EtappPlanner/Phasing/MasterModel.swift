package import EtappModel
package import EtappSolver

/// A programme compiled for the engine: rules as rows and restrictions, goals as measures.
package struct MasterModel: Sendable {
  package private(set) var problem: PhasedProblem
  /// The goals in the order they are taken, wishes first unless placed by the assignment.
  package let goals: [Goal]
  /// Index of each goal's measure.
  package let measures: [Int]

  package init(_ programme: Programme, goals: [Goal]? = nil) {
    let goals = goals ?? programme.goals
    var problem = PhasedProblem(
      rounds: programme.rounds,
      sites: programme.sites.map {
        PhasedProblem.Site(closes: $0.closes, mayHappen: [Bool](repeating: !$0.stays, count: programme.rounds))
      })
    for rule in programme.rules {
      Self.add(rule.form.formulate(in: programme, price: rule.price), price: rule.price, to: &problem)
    }
    let measured = goals.compactMap { goal in goal.form(in: programme).map { (goal, $0.measure(in: programme)) } }
    self.goals = measured.map(\.0)
    measures = measured.map { _, measure in
      problem.measures.append(measure)
      return problem.measures.count - 1
    }
    self.problem = problem
  }

  private static func add(_ rows: RuleRows, price: Double?, to problem: inout PhasedProblem) {
    problem.rows += rows.rows
    for (measure, upper) in rows.limits {
      problem.measures.append(measure)
      problem.measureRows.append(.init(measure: problem.measures.count - 1, upper: upper, price: price))
    }
    for restriction in rows.restrictions {
      if let rounds = restriction.rounds {
        for round in 0..<problem.rounds where !rounds.contains(round) {
          problem.sites[restriction.site].mayHappen[round] = false
        }
      }
      if restriction.mustHappen { problem.sites[restriction.site].mayStay = false }
    }
  }

  /// Adds a measure that is no goal: something a question limits.
  mutating func add(_ measure: Measure) -> Int {
    problem.measures.append(measure)
    return problem.measures.count - 1
  }

  /// Adds a row that no rule of the assignment stands for.
  mutating func add(_ row: PhasedProblem.EventRow) { problem.rows.append(row) }

  /// The goals added with their weights.
  func weightedSum(in programme: Programme) -> Objective {
    Objective(
      zip(goals, measures).map { goal, measure in
        (measure, (goal.weight ?? 0) * (goal.form(in: programme)?.slope ?? 1))
      })
  }

  /// Whether the restrictions alone leave some site nothing it may do.
  var isContradictory: Bool {
    problem.sites.contains { !$0.mayStay && !$0.mayHappen.contains(true) }
  }
}

extension Programme {
  /// The goals in the order they are taken: wishes come first unless the assignment places them itself.
  package var goals: [Goal] {
    let given = assignment.goals
    let hasWishes = rules.contains { $0.price != nil }
    guard hasWishes, !given.contains(where: { $0.kindName == .wishes }) else { return given }
    return [Goal(id: "wishes", kind: .wishes, weight: assignment.isWeighted ? 1 : nil)] + given
  }
}
