/// A question in terms of the master: scaled costs, columns to make whole, measures whose cuts matter.
struct QuestionTerms: Sendable {
  let question: BranchAndCut.Question
  let threads: Int
  /// Costs of the scaled objective, one for each column.
  let costs: [Double]
  let integers: [Int]
  /// Whether each measure is in the objective or limited.
  let isActive: [Bool]
  private let constant: Double
  private let factor: Double
  /// How far the linear solver's tolerances may carry an objective past the truth.
  let margin: Double

  init(_ question: BranchAndCut.Question, formulation: Formulation, threads: Int) {
    self.question = question
    self.threads = threads
    let columns = formulation.linear.columns
    var costs = [Double](repeating: 0, count: columns.count)
    var constant = 0.0
    for term in question.objective.terms {
      let part = formulation.expressions[term.measure]
      constant += term.weight * part.constant
      for entry in part.terms { costs[entry.column] += term.weight * entry.coefficient }
    }
    // One size for every unit: the solver's tolerances are absolute.
    let greatest = costs.reduce(0) { max($0, abs($1)) }
    let factor = greatest > 0 ? 100 / greatest : 1
    self.costs = costs.map { $0 * factor }
    self.factor = factor
    self.constant = constant
    margin = zip(costs, columns).reduce(0) { $1.1.upper < .infinity ? $0 + abs($1.0) * $1.1.upper : $0 } * 1e-11
    integers = columns.indices.filter { columns[$0].isInteger }
    var active = [Bool](repeating: false, count: formulation.problem.measures.count)
    for term in question.objective.terms { active[term.measure] = true }
    for limit in question.limits { active[limit.measure] = true }
    for row in formulation.problem.measureRows { active[row.measure] = true }
    isActive = active
  }

  /// The bound that a scaled objective proves, a hair lower for the solver's tolerances.
  func unscaled(_ objective: Double) -> Double { objective / factor + constant - margin }

  func scaled(_ value: Double) -> Double { value == .infinity ? .infinity : (value - constant) * factor }

  /// A difference of values as a difference of scaled objectives.
  func scaledDifference(_ difference: Double) -> Double { difference * factor }
}

/// Where a relaxation was solved to its optimum.
struct SolvedPoint: Sendable {
  let point: [Double]
  let reducedCosts: [Double]
  /// The relaxation's own optimum; bounds known from elsewhere may be greater, but prove nothing with its reduced costs.
  let objective: Double
}

/// What is known at a moment of the search: bounds that hold everywhere, the incumbent's value, experience.
struct Situation {
  var lower: [Double]
  var upper: [Double]
  var incumbent: Phasing?
  var value = Double.infinity
  var experience = BranchingExperience()
  /// Relative gap at which the search is content.
  let gap: Double

  init(_ terms: QuestionTerms, formulation: Formulation) {
    let columns = formulation.linear.columns
    lower = columns.map(\.lower)
    upper = columns.map(\.upper)
    gap = terms.question.gap
    for forcing in terms.question.forcings { force(forcing, formulation) }
    for (measure, limit) in terms.question.caps {
      for (column, least) in formulation.leasts[measure] where least > limit + 1e-6 { bound(column, to: 0) }
    }
  }

  /// Bounds that say what a site may do: happened by a round when everything allowed is by then, not yet when nothing is.
  private mutating func force(_ forcing: BranchAndCut.Forcing, _ formulation: Formulation) {
    let closes = formulation.problem.sites[forcing.site].closes
    let inOrder = (0..<formulation.problem.rounds).map { Int8($0) } + [Phasing.never]
    let runs = inOrder.split { !forcing.events.contains($0) }
    // A gap would be let through by the bounds and refused afterwards: the tree would call it infeasible.
    precondition(runs.count <= 1, "What a site may do is a run in the order of rounds.")
    for round in 0..<formulation.problem.rounds where formulation.open[round][forcing.site] >= 0 {
      let column = formulation.open[round][forcing.site]
      let by = { (event: Int8) in event != Phasing.never && Int(event) <= round }
      if forcing.events.allSatisfy(by) { bound(column, to: closes ? 0 : 1) }
      if !forcing.events.contains(where: by) { bound(column, to: closes ? 1 : 0) }
    }
  }

  private mutating func bound(_ column: Int, to value: Double) {
    lower[column] = max(lower[column], value)
    upper[column] = min(upper[column], value)
  }

  /// Whether every column has a value left: contradictory forcings leave none.
  var hasRoom: Bool { zip(lower, upper).allSatisfy { $0 <= $1 } }

  /// A node whose bound reaches this holds nothing that matters: nine tenths of the gap allowed below the incumbent.
  var cutoff: Double { incumbent == nil ? .infinity : value - max(1e-9, abs(value) * gap * 0.9) }

  /// Takes a phasing as the incumbent when it keeps rules, limits and forcings and is better.
  mutating func take(_ phasing: Phasing, _ terms: QuestionTerms, _ problem: PhasedProblem) {
    let question = terms.question
    guard question.allows(phasing, in: problem) else { return }
    let value = problem.value(of: question.objective, in: phasing)
    guard value < self.value else { return }
    self.value = value
    incumbent = phasing
  }

  /// Fixes columns whose reduced cost at the root shows that moving them passes the incumbent.
  mutating func fix(by root: SolvedPoint, _ terms: QuestionTerms) {
    for change in settled(by: root, lower: lower, upper: upper, terms) {
      lower[change.column] = change.lower
      upper[change.column] = change.upper
    }
  }

  /// The columns that cannot leave the bound they rest at without passing the incumbent: a column's reduced cost is
  /// what the relaxation rises by at least when it moves by one.
  ///
  /// - Parameters:
  ///   - solved: A relaxation under the bounds `lower` and `upper`.
  ///   - lower: Least value of each column.
  ///   - upper: Greatest value of each column.
  func settled(by solved: SolvedPoint, lower: [Double], upper: [Double], _ terms: QuestionTerms) -> [BoundChange] {
    guard incumbent != nil else { return [] }
    let room = terms.scaledDifference(value - solved.objective) + 1e-6
    return terms.integers.compactMap { column in
      let (least, most) = (lower[column], upper[column])
      guard least < most else { return nil }
      if solved.reducedCosts[column] > room, solved.point[column] <= least + 1e-9 {
        return BoundChange(column: column, lower: least, upper: least)
      }
      if -solved.reducedCosts[column] > room, solved.point[column] >= most - 1e-9 {
        return BoundChange(column: column, lower: most, upper: most)
      }
      return nil
    }
  }
}

extension BranchAndCut.Question {
  /// Whether a phasing keeps the rules, the forcings and the limits.
  package func allows(_ phasing: Phasing, in problem: PhasedProblem) -> Bool {
    forcings.allSatisfy { $0.events.contains(phasing.events[$0.site]) } && problem.isFeasible(phasing)
      && limits.allSatisfy { PhasedProblem.holds(problem.value(of: $0.measure, in: phasing), $0.upper) }
  }
}
