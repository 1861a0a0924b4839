/// A change of a column's bounds that a branch makes.
struct BoundChange: Sendable {
  let column: Int
  let lower: Double
  let upper: Double
}

/// A part of the tree: what has been branched on, and a bound on everything below.
struct Node: Sendable {
  var bound: Double
  var changes: [BoundChange] = []
  var depth = 0
  /// Where the linear solver stood when the node was made.
  var basis: StoredBasis?
  /// What was branched on to make the node, and which child it is.
  var branching: (key: Branching.Key, distances: [Double])?
  var side: Int?
}

/// A basis, and how often rows had been deleted when it was taken.
struct StoredBasis: Sendable {
  let basis: HighsModel.Basis
  let deletions: Int
}

/// The state of one question's search: incumbent, open nodes, bounds in force.
final class Search {
  let question: BranchAndCut.Question
  /// Costs of the scaled objective, one for each column.
  let costs: [Double]
  /// Integer columns, in the order of branching.
  let integers: [Int]
  /// Whether each measure is in the objective or limited, so that its cuts matter.
  let isActive: [Bool]
  /// Bounds in force everywhere in the tree.
  private(set) var lower: [Double]
  private(set) var upper: [Double]
  /// Bounds that the linear program has now.
  var appliedLower: [Double]
  var appliedUpper: [Double]

  private(set) var incumbent: Phasing?
  private(set) var value = Double.infinity
  var nodes = 0
  var experience = BranchingExperience()
  var isComplete = true
  /// Cuts made at the root, so that none is made twice.
  var anticipated: Set<Row> = []
  private var heap: [Node] = []
  /// The least bound among what has been pruned.
  private var prunedBound = Double.infinity
  private let constant: Double
  private let factor: Double
  private var rootBounds: [Double] = []

  init(_ question: BranchAndCut.Question, formulation: Formulation) {
    self.question = question
    let columns = formulation.linear.columns
    var expression = Expression()
    for term in question.objective.terms {
      let part = formulation.expressions[term.measure]
      expression.constant += term.weight * part.constant
      expression.terms += part.terms.map { Term($0.column, term.weight * $0.coefficient) }
    }
    var costs = [Double](repeating: 0, count: columns.count)
    for term in expression.terms { costs[term.column] += term.coefficient }
    let greatest = costs.reduce(0) { max($0, abs($1)) }
    let factor = greatest > 0 ? 100 / greatest : 1
    self.costs = costs.map { $0 * factor }
    self.factor = factor
    constant = expression.constant
    integers = columns.indices.filter { columns[$0].isInteger }
    var active = [Bool](repeating: false, count: formulation.problem.measures.count)
    for term in question.objective.terms { active[term.measure] = true }
    for limit in question.limits { active[limit.measure] = true }
    for row in formulation.problem.measureRows { active[row.measure] = true }
    isActive = active
    lower = columns.map(\.lower)
    upper = columns.map(\.upper)
    appliedLower = lower
    appliedUpper = upper
    fix(question.fixings, formulation: formulation)
  }

  private func fix(_ fixings: [(site: Int, event: Int8)], formulation: Formulation) {
    for (site, event) in fixings {
      for round in 0..<formulation.problem.rounds {
        let column = formulation.open[round][site]
        guard column >= 0 else { continue }
        let happened = event != Phasing.never && Int(event) <= round
        let isOpen = happened != formulation.problem.sites[site].closes
        lower[column] = max(lower[column], isOpen ? 1 : 0)
        upper[column] = min(upper[column], isOpen ? 1 : 0)
      }
    }
  }

  /// Whether every column has a value left: contradictory fixings leave none.
  var hasRoom: Bool { integers.allSatisfy { lower[$0] <= upper[$0] } }

  // MARK: Scales

  func unscaled(_ objective: Double) -> Double { objective / factor + constant }

  /// A node whose bound reaches this holds nothing that matters.
  var cutoff: Double { incumbent == nil ? .infinity : value - tolerance }

  var scaledCutoff: Double { cutoff == .infinity ? .infinity : (cutoff - constant) * factor }

  /// Nine tenths of the tolerance of proof.
  private var tolerance: Double { max(1e-9, abs(value) * 0.9e-6) }

  // MARK: Incumbent

  /// Takes a phasing as the incumbent when it keeps rules, limits and fixings and is better.
  func consider(_ phasing: Phasing, problem: PhasedProblem) {
    guard question.fixings.allSatisfy({ phasing.events[$0.site] == $0.event }), problem.isFeasible(phasing) else { return }
    for limit in question.limits {
      guard PhasedProblem.holds(problem.value(of: limit.measure, in: phasing), limit.upper) else { return }
    }
    let value = problem.value(of: question.objective, in: phasing)
    guard value < self.value else { return }
    self.value = value
    incumbent = phasing
  }

  // MARK: Open nodes, a heap by bound

  func push(_ node: Node) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0, heap[child].bound < heap[(child - 1) / 2].bound {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  func popLeast() -> Node? {
    guard let least = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return least }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, heap[child + 1].bound < heap[child].bound { child += 1 }
      guard heap[child].bound < heap[parent].bound else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return least
  }

  func prune(_ bound: Double) {
    prunedBound = min(prunedBound, bound)
  }

  /// No phasing is better than this, as far as is known now.
  func bound(with current: Node?) -> Double {
    min(value, prunedBound, heap.first?.bound ?? .infinity, current?.bound ?? .infinity)
  }

  func outcome(_ status: Outcome.Status, unfinished: Node? = nil) -> Outcome {
    var outcome = Outcome(
      status: status, phasing: incumbent, value: value,
      bound: status == .infeasible ? .infinity : bound(with: unfinished))
    outcome.effort.nodes = nodes
    return outcome
  }

  // MARK: The root

  /// Whether the root's bound still moves: more than a ten-thousandth of the way over the last six rounds.
  func rootProgress(_ bound: Double) -> Bool {
    rootBounds.append(bound)
    guard rootBounds.count > 6, bound.isFinite else { return true }
    let before = rootBounds[rootBounds.count - 7]
    let distance = value.isFinite ? max(value - before, 0) : abs(bound)
    return bound - before > 1e-4 * max(distance, 1e-9)
  }

  /// Fixes columns whose reduced cost shows that moving them passes the incumbent.
  func fixByReducedCost(_ model: HighsModel, formulation: Formulation, bound: Double) {
    guard incumbent != nil else { return }
    let room = (value - bound) * factor
    for column in integers where lower[column] < upper[column] {
      let cost = model.reducedCosts[column]
      if cost > room + 1e-6, model.values[column] <= lower[column] + 1e-9 {
        upper[column] = lower[column]
      } else if -cost > room + 1e-6, model.values[column] >= upper[column] - 1e-9 {
        lower[column] = upper[column]
      }
    }
  }
}
