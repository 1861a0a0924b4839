/// The linear relaxation of the master as one worker holds it: HiGHS's program, the cuts in it, the bounds in force.
///
/// A search has one for each worker; they share cuts between batches of nodes and nothing else.
final class Relaxation {
  let formulation: Formulation
  private let library: HighsLibrary
  private let stop: StopRule
  private let model: HighsModel
  /// The cuts in the program, in order of their rows, and for how many solves each has been idle.
  private(set) var cuts: [Row] = []
  private var idle: [Int] = []
  /// How many times rows have been deleted: a basis from before does not fit any more.
  private var deletions = 0
  private var appliedLower: [Double]
  private var appliedUpper: [Double]

  init(_ formulation: Formulation, library: HighsLibrary, stop: StopRule) {
    self.formulation = formulation
    self.library = library
    self.stop = stop
    model = HighsModel(formulation.linear, library: library, stop: stop)
    appliedLower = formulation.linear.columns.map(\.lower)
    appliedUpper = formulation.linear.columns.map(\.upper)
  }

  /// Another worker's relaxation with the same cuts, standing at the same basis.
  func copy() -> Relaxation {
    let other = Relaxation(formulation, library: library, stop: stop)
    other.add(cuts)
    other.model.restore(model.basis())
    return other
  }

  var solves: Int { model.solves }

  // MARK: The question

  func prepare(_ terms: QuestionTerms) {
    model.setCosts(terms.costs)
    for (measure, upper) in terms.question.limits {
      model.setRowBounds(
        formulation.limitRows[measure], lower: -.infinity, upper: formulation.limitBound(of: measure, upper: upper))
    }
    for (measure, cap) in terms.question.caps { setCeilings(of: measure, cap: cap) }
  }

  private func setCeilings(of measure: Int, cap: Double) {
    for ceiling in formulation.ceilings[measure] {
      model.setCoefficient(row: ceiling.row, column: ceiling.column, ceiling.coefficient(cap: cap))
    }
  }

  func restore(_ terms: QuestionTerms) {
    for (measure, _) in terms.question.limits {
      model.setRowBounds(formulation.limitRows[measure], lower: -.infinity, upper: .infinity)
    }
    for (measure, _) in terms.question.caps { setCeilings(of: measure, cap: .infinity) }
    let columns = formulation.linear.columns
    for column in terms.integers {
      appliedLower[column] = columns[column].lower
      appliedUpper[column] = columns[column].upper
    }
    model.setColumnBounds(
      terms.integers, lower: terms.integers.map { columns[$0].lower }, upper: terms.integers.map { columns[$0].upper })
    model.setCutoff(.infinity)
  }

  // MARK: One node

  /// What a node came to.
  struct Result {
    enum Verdict {
      /// Nothing below the node is better than the bound.
      case pruned(Double)
      case branched(near: Node, far: Node)
      case stopped
      /// The linear solver failed: the node's own bound is all that is known.
      case lost
    }

    var verdict = Verdict.lost
    /// Whole points that were met.
    var phasings: [Phasing] = []
    var newCuts: [Row] = []
    var lessons: [BranchingExperience.Lesson] = []
    /// The root's own point, when it was solved.
    var root: SolvedPoint?
  }

  /// Solves a node: linear program, cuts, again, until no cut is broken; then prunes or branches.
  ///
  /// - Parameter isJump: Whether the program last stood elsewhere in the tree.
  func process(_ node: Node, _ terms: QuestionTerms, _ situation: Situation, isJump: Bool) -> Result {
    var result = Result()
    var situation = situation
    if isJump, let stored = node.basis, stored.deletions == deletions, stored.owner == ObjectIdentifier(self) {
      model.restore(stored.basis)
    }
    guard apply(node.changes, terms, situation) else {
      result.verdict = .pruned(.infinity)
      return result
    }
    let isRoot = node.changes.isEmpty
    var rootWatch = RootWatch()
    var made: Set<Row> = []
    var bound = node.bound
    var rounds = 0
    var stuck = 0
    while true {
      model.setCutoff(terms.scaled(situation.cutoff))
      switch model.solve() {
      case .infeasible:
        result.verdict = .pruned(.infinity)
        return result
      case .cutoff:
        result.verdict = .pruned(situation.cutoff)
        return result
      case .stopped:
        result.verdict = .stopped
        return result
      case .failed, .limited: return result
      case .optimal: break
      }
      bound = max(bound, terms.unscaled(model.objective))
      if rounds == 0 { learn(from: node, bound: bound, &result) }
      age()
      guard bound < situation.cutoff else {
        result.verdict = .pruned(bound)
        return result
      }
      let whole = isWhole(terms)
      if whole {
        let met = phasing()
        // Cuts that leave a whole point where it was only mend what the solver's tolerances hide.
        stuck = met == result.phasings.last ? stuck + 1 : 0
        result.phasings.append(met)
        situation.take(met, terms, formulation.problem)
      }
      let broken = separate(terms, atRoot: isRoot, made: &made)
      let goesOn =
        (whole && stuck < 20)
        || (isRoot ? rootWatch.stillMoves(bound, value: situation.value) : rounds < Self.roundsBelowRoot)
      guard !broken.isEmpty, goesOn else { break }
      result.newCuts += broken
      add(broken)
      rounds += 1
    }
    if isRoot { result.root = solved(terms) }
    let kept = isRoot ? node : settled(node, terms, situation)
    result.verdict = isWhole(terms) ? .pruned(bound) : branch(kept, bound: bound, terms, situation, &result)
    return result
  }

  /// Children inherit cuts, so a node need not wring out its own.
  private static let roundsBelowRoot = 2

  private func learn(from node: Node, bound: Double, _ result: inout Result) {
    guard let origin = node.origin else { return }
    result.lessons.append(
      .init(key: origin.key, side: origin.side, gain: max(0, bound - node.bound), distance: origin.distance))
  }

  // MARK: Cuts

  private func separate(_ terms: QuestionTerms, atRoot: Bool, made: inout Set<Row>) -> [Row] {
    var cuts: [Row] = []
    for source in formulation.sources where terms.isActive[source.measure] {
      cuts += source.separate(model.values, threads: terms.threads, anticipates: atRoot)
    }
    guard atRoot else { return cuts }
    let isBroken = cuts.contains { cut in
      let value = cut.value(at: model.values)
      return value < cut.lower - 1e-6 || value > cut.upper + 1e-6
    }
    return isBroken ? cuts.filter { made.insert($0).inserted } : []
  }

  /// Adds cuts found here or by another worker.
  func add(_ rows: [Row]) {
    guard !rows.isEmpty else { return }
    dropIdle()
    model.addRows(rows)
    cuts += rows
    idle += [Int](repeating: 0, count: rows.count)
  }

  private func age() {
    let first = formulation.linear.rows.count
    for cut in idle.indices { idle[cut] = abs(model.rowDuals[first + cut]) > 1e-9 ? 0 : idle[cut] + 1 }
  }

  /// Deletes cuts that have had nothing to say for a while, when there are many.
  private func dropIdle() {
    guard idle.count > 300 else { return }
    let old = idle.indices.filter { idle[$0] > 10 }
    guard old.count > 100 else { return }
    let first = formulation.linear.rows.count
    model.deleteRows(old.map { $0 + first })
    deletions += 1
    cuts = cuts.indices.filter { idle[$0] <= 10 }.map { cuts[$0] }
    idle = idle.filter { $0 <= 10 }
  }

  /// Cuts at given points, for a start: as if every column that cuts bound stood where any cut is broken.
  func seed(_ hints: [BranchAndCut.Hint], threads: Int) {
    var seen: Set<Row> = []
    var rows: [Row] = []
    for hint in hints {
      let point = formulation.point(of: hint)
      for source in formulation.sources {
        rows += source.separate(point, threads: threads).filter { seen.insert($0).inserted }
      }
    }
    add(rows)
  }

  // MARK: Points

  private func isWhole(_ terms: QuestionTerms) -> Bool {
    terms.integers.allSatisfy { column in abs(model.values[column] - model.values[column].rounded()) <= 1e-6 }
  }

  private func phasing() -> Phasing {
    let problem = formulation.problem
    return Phasing(
      events: problem.sites.indices.map { site in
        for round in 0..<problem.rounds {
          let column = formulation.open[round][site]
          guard column >= 0 else { return Phasing.never }
          if (model.values[column] > 0.5) != problem.sites[site].closes { return Int8(round) }
        }
        return Phasing.never
      })
  }

  private func solved(_ terms: QuestionTerms) -> SolvedPoint {
    SolvedPoint(
      point: model.values, reducedCosts: model.reducedCosts, objective: terms.unscaled(model.objective))
  }

  // MARK: Branching

  /// The node with every column fixed that cannot move below it without passing the incumbent.
  ///
  /// The root's are fixed for the whole search instead.
  private func settled(_ node: Node, _ terms: QuestionTerms, _ situation: Situation) -> Node {
    var node = node
    node.changes += situation.settled(by: solved(terms), lower: appliedLower, upper: appliedUpper, terms)
    return node
  }

  private func branch(
    _ node: Node, bound: Double, _ terms: QuestionTerms, _ situation: Situation, _ result: inout Result
  ) -> Result.Verdict {
    let candidates = Branching.candidates(model.values, formulation: formulation, integers: terms.integers)
    guard !candidates.isEmpty else { return .lost }
    let basis = StoredBasis(basis: model.basis(), deletions: deletions, owner: ObjectIdentifier(self))
    let chosen = choose(candidates, node: node, bound: bound, basis, terms, situation, &result)
    let children = [0, 1].map { side in
      Node(
        bound: bound, changes: node.changes + chosen.children[side], basis: basis,
        origin: .init(key: chosen.key, side: side, distance: chosen.distances[side]))
    }
    return .branched(near: children[chosen.nearer], far: children[1 - chosen.nearer])
  }

  /// The candidate whose two children promise the greatest rise of the bound, by experience where there is some and
  /// by trying a few iterations where there is none (reliability branching).
  ///
  /// Source: Achterberg, Koch, Martin (2005), doi:10.1016/j.orl.2004.04.002.
  private func choose(
    _ candidates: [Branching], node: Node, bound: Double, _ basis: StoredBasis, _ terms: QuestionTerms,
    _ situation: Situation, _ result: inout Result
  ) -> Branching {
    var best = (score: -1.0, branching: candidates[0])
    var sinceBest = 0
    for candidate in candidates.prefix(Self.candidatesTried) {
      let gains =
        situation.experience.gains(of: candidate)
        ?? trial(candidate, node: node, bound: bound, basis, terms, situation, &result)
      let score = max(gains.0, 1e-6) * max(gains.1, 1e-6)
      sinceBest = score > best.score ? 0 : sinceBest + 1
      if score > best.score { best = (score, candidate) }
      if score == .infinity || sinceBest >= Self.patience { break }
    }
    return best.branching
  }

  private static let candidatesTried = 40
  private static let patience = 4
  private static let trialIterations = 15

  /// How much the bound rises in each child, by a few iterations; infinite where a child turns out empty.
  private func trial(
    _ candidate: Branching, node: Node, bound: Double, _ basis: StoredBasis, _ terms: QuestionTerms,
    _ situation: Situation, _ result: inout Result
  ) -> (Double, Double) {
    var gains = [Double.infinity, .infinity]
    for side in 0..<2 where apply(node.changes + candidate.children[side], terms, situation) {
      model.restore(basis.basis)
      let (status, objective) = model.probe(iterations: Self.trialIterations)
      guard status != .infeasible, status != .cutoff else { continue }
      gains[side] = max(0, terms.unscaled(objective) - bound)
      result.lessons.append(
        .init(key: candidate.key, side: side, gain: gains[side], distance: candidate.distances[side]))
    }
    _ = apply(node.changes, terms, situation)
    return (gains[0], gains[1])
  }

  /// Gives the program the bounds of a node: the search's own, then the node's changes.
  ///
  /// - Returns: false when some column is left no value, so that the node is empty.
  private func apply(_ changes: [BoundChange], _ terms: QuestionTerms, _ situation: Situation) -> Bool {
    var wanted: [Int: (Double, Double)] = [:]
    for change in changes {
      let (low, high) = wanted[change.column] ?? (situation.lower[change.column], situation.upper[change.column])
      wanted[change.column] = (max(low, change.lower), min(high, change.upper))
    }
    guard wanted.values.allSatisfy({ $0.0 <= $0.1 }) else { return false }
    var columns: [Int] = []
    var lower: [Double] = []
    var upper: [Double] = []
    for column in terms.integers {
      let (low, high) = wanted[column] ?? (situation.lower[column], situation.upper[column])
      guard low != appliedLower[column] || high != appliedUpper[column] else { continue }
      columns.append(column)
      lower.append(low)
      upper.append(high)
      appliedLower[column] = low
      appliedUpper[column] = high
    }
    model.setColumnBounds(columns, lower: lower, upper: upper)
    return true
  }
}

/// Watches whether the root's bound still moves.
private struct RootWatch {
  private var bounds: [Double] = []

  /// Whether the last six rounds brought more than a ten-thousandth of the way that is left.
  mutating func stillMoves(_ bound: Double, value: Double) -> Bool {
    bounds.append(bound)
    guard bounds.count > 6 else { return true }
    let before = bounds[bounds.count - 7]
    let distance = value.isFinite ? max(value - before, 0) : abs(bound)
    return bound - before > 1e-4 * max(distance, 1e-9)
  }
}
