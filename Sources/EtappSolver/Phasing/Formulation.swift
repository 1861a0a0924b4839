/// A linear expression: constant + Σ terms.
struct Expression: Hashable, Sendable {
  var constant = 0.0
  var terms: [Term] = []
}

/// The master of a phased problem: binary columns for what is open, rows for the rules, an expression for each
/// measure, and the sources of the cuts that hold those expressions to the truth.
struct Formulation: Sendable {
  let problem: PhasedProblem
  var linear = LinearModel()
  /// Column of "site is open in round", `rounds × sites`; −1 for a site that never opens.
  private(set) var open: [[Int]] = []
  var expressions: [Expression] = []
  /// Row that limits each measure from above, and what its expression was multiplied by there.
  private(set) var limitRows: [Int] = []
  private var limitScales: [Double] = []
  var sources: [CutSource] = []
  /// Sets of columns of which exactly one is 1, branched on by splitting their values.
  var families: [Family] = []
  /// For each measure, 0–1 columns that the measure cannot be smaller with than this: shut when a limit is below it.
  var leasts: [[(column: Int, least: Double)]] = []
  /// For each measure, coefficients that may be as small as the measure's greatest value of interest.
  var ceilings: [[Ceiling]] = []
  /// Slack columns with their prices.
  private var penalty = Expression()
  /// Whether the linear relaxation of the rules has no solution at all.
  var isInfeasible = false

  /// An entry −M of a row where M is the least of `greatest` and the measure's cap times `share`.
  struct Ceiling: Sendable {
    let row: Int
    let column: Int
    let greatest: Double
    let share: Double

    func coefficient(cap: Double) -> Double { -min(greatest, cap * share) }
  }

  /// Columns of which exactly one is 1, each standing for a vector of whole numbers.
  struct Family: Sendable {
    var columns: [Int]
    /// `dimensions[d][i]` is the d-th number that `columns[i]` stands for.
    var dimensions: [[Int]]
  }

  /// - Parameter caps: For each measure a value above which no phasing is of interest; infinite when unknown.
  init(
    _ problem: PhasedProblem, library: HighsLibrary, stop: StopRule, caps: [Double], memory: RangeMemory
  ) {
    self.problem = problem
    addSites()
    for row in problem.rows { add(row) }
    var counter = CountRanges(linear: linear, library: library, stop: stop, memory: memory)
    expressions = [Expression](repeating: Expression(), count: problem.measures.count)
    leasts = [[(column: Int, least: Double)]](repeating: [], count: problem.measures.count)
    ceilings = [[Ceiling]](repeating: [], count: problem.measures.count)
    addMeasures(caps: caps, counter: &counter)
    isInfeasible = counter.isInfeasible
    for limit in problem.measureRows { add(limit) }
    for (index, measure) in problem.measures.enumerated() {
      if case .penalty = measure { expressions[index] = penalty }
    }
    for index in problem.measures.indices { addLimitRow(for: index) }
  }

  // MARK: Sites

  private mutating func addSites() {
    open = (0..<problem.rounds).map { round in
      problem.sites.map { site in
        guard site.closes || site.mayHappen.contains(true) else { return -1 }
        let bounds = Self.bounds(of: site, in: round)
        // Whether a site opens at all decides more than when: branch on the last round first.
        let priority = round == problem.rounds - 1 ? 1 : 2
        return linear.addColumn(.init(bounds.lower, bounds.upper, isInteger: true, priority: priority))
      }
    }
    for (index, site) in problem.sites.enumerated() where open[0][index] >= 0 {
      for round in 1..<max(1, problem.rounds) {
        // The change from one round to the next is the event: 0 or 1 where it may happen, else 0.
        let terms = events(index, round)
        linear.addRow(0, terms, site.mayHappen[round] ? .infinity : 0)
      }
    }
  }

  private static func bounds(of site: PhasedProblem.Site, in round: Int) -> (lower: Double, upper: Double) {
    let couldHaveHappened = site.mayHappen[...round].contains(true)
    let mustHaveHappened = !site.mayStay && !site.mayHappen[(round + 1)...].contains(true)
    return site.closes
      ? (couldHaveHappened ? 0 : 1, mustHaveHappened ? 0 : 1)
      : (mustHaveHappened ? 1 : 0, couldHaveHappened ? 1 : 0)
  }

  /// The event of a site in a round as terms; in the first round the constant 1 of a closing is left to `constant`.
  private func events(_ site: Int, _ round: Int) -> [Term] {
    let sign = problem.sites[site].closes ? -1.0 : 1.0
    guard open[round][site] >= 0 else { return [] }
    var terms = [Term(open[round][site], sign)]
    if round > 0 { terms.append(Term(open[round - 1][site], -sign)) }
    return terms
  }

  /// Σ coefficient × event as an expression.
  func expression(of terms: [PhasedProblem.EventTerm]) -> Expression {
    var expression = Expression()
    for term in terms {
      for event in events(term.site, term.round) {
        expression.terms.append(Term(event.column, term.coefficient * event.coefficient))
      }
      // A closing in the first round is 1 − open.
      if problem.sites[term.site].closes, term.round == 0 { expression.constant += term.coefficient }
    }
    return expression
  }

  // MARK: Rules

  private mutating func add(_ row: PhasedProblem.EventRow) {
    add(expression(of: row.terms), lower: row.lower, upper: row.upper, price: row.price)
  }

  private mutating func add(_ limit: PhasedProblem.MeasureRow) {
    add(
      expressions[limit.measure].scaled().expression, lower: -.infinity,
      upper: limit.upper * expressions[limit.measure].scaled().factor, price: limit.price,
      priceUnit: expressions[limit.measure].scaled().factor)
  }

  private mutating func add(
    _ expression: Expression, lower: Double, upper: Double, price: Double?, priceUnit: Double = 1
  ) {
    guard let price else {
      linear.addRow(lower - expression.constant, expression.terms, upper - expression.constant)
      return
    }
    let slack = linear.addColumn(.init(0, .infinity))
    penalty.terms.append(Term(slack, price / priceUnit))
    if lower > -.infinity {
      linear.addRow(lower - expression.constant, expression.terms + [Term(slack, 1)], .infinity)
    }
    if upper < .infinity {
      linear.addRow(-.infinity, expression.terms + [Term(slack, -1)], upper - expression.constant)
    }
  }

  // MARK: Points

  /// A point with sites as open as a hint says, where every column that cuts bound stands where any cut is broken.
  func point(of hint: BranchAndCut.Hint) -> [Double] {
    var point = [Double](repeating: 0, count: linear.columns.count)
    for source in sources {
      if case .gain(let cuts) = source { for column in cuts.theta { point[column] = .greatestFiniteMagnitude } }
    }
    for (columns, open) in zip(open, hint) {
      for (column, value) in zip(columns, open) where column >= 0 { point[column] = value }
    }
    return point
  }

  /// How open each site is at a point.
  func hint(at point: [Double]) -> BranchAndCut.Hint {
    open.map { columns in columns.map { $0 >= 0 ? point[$0] : 0 } }
  }

  // MARK: Measures

  private mutating func addMeasures(caps: [Double], counter: inout CountRanges) {
    for (index, measure) in problem.measures.enumerated() {
      switch measure {
      case .linear(let measure):
        expressions[index] = expression(of: measure.terms)
        expressions[index].constant += measure.constant
      case .gain(let measure): formulate(measure, index: index)
      case .serving(let measure): formulate(measure, index: index)
      case .nearest(let measure): formulate(measure, index: index, counter: &counter)
      case .balance(let measure): formulate(measure, index: index, cap: caps[index], counter: &counter)
      case .penalty: break
      }
    }
  }

  private mutating func addLimitRow(for measure: Int) {
    let (expression, factor) = expressions[measure].scaled()
    linear.addRow(-.infinity, expression.terms, .infinity)
    limitRows.append(linear.rows.count - 1)
    limitScales.append(factor)
  }

  /// The bound of `limitRows[measure]` that says "the measure is at most `upper`".
  func limitBound(of measure: Int, upper: Double) -> Double {
    (upper - expressions[measure].constant) * limitScales[measure]
  }
}

extension Expression {
  /// The expression times a factor that makes its greatest coefficient 1, so that tolerances mean the same everywhere.
  func scaled() -> (expression: Expression, factor: Double) {
    let greatest = terms.reduce(0) { max($0, abs($1.coefficient)) }
    guard greatest > 0 else { return (self, 1) }
    let factor = 1 / greatest
    let terms = terms.map { Term($0.column, $0.coefficient * factor) }
    return (Expression(constant: constant * factor, terms: terms), factor)
  }
}
