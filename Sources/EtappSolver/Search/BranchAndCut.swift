/// Branch and cut over the master: linear programs by HiGHS, the tree and the cuts ours.
///
///     while there is an open node:
///       take the child just branched to, else the node with the least bound
///       repeat: solve its linear program; separate cuts at the point; until none is broken
///       prune when its bound reaches the incumbent
///       whole point  → it is the new incumbent, evaluated from its definition
///       else         → branch
///
/// Ours because HiGHS takes no cuts inside its tree: solving whole integer programs again for every batch of cuts took
/// ten to fifty times longer on the shipped example (decision 3). The solver keeps its program, cuts and basis between
/// calls, so that the next question starts where the last ended.
///
/// Source: Land & Doig (1960), doi:10.2307/1910129; Padberg & Rinaldi (1991), doi:10.1137/1033004; cuts as cited
/// where they are made.
let debug = CommandLine.arguments.contains("--debug")
package final class BranchAndCut {
  package let problem: PhasedProblem
  private let formulation: Formulation
  private let model: HighsModel
  private let stop: StopRule
  private let threads: Int
  /// How long each cut in the program has been idle, in order of its row.
  private var idle: [Int] = []
  private let firstCut: Int
  private var cutCount = 0
  /// How many times rows have been deleted: a basis from before does not fit any more.
  private var deletions = 0
  /// What was open at the end of the last question's root and in its answer.
  package private(set) var rootPoints: [Hint] = []

  /// How open each site is in each round, `rounds × sites`: where cuts were worth making once.
  package typealias Hint = [[Double]]

  /// - Parameter caps: For each measure a value above which no phasing is of interest; valid for every later question.
  package init(
    _ problem: PhasedProblem, library: HighsLibrary, stop: StopRule, threads: Int = 1, caps: [Double]? = nil
  ) {
    self.problem = problem
    self.stop = stop
    self.threads = threads
    let caps = caps ?? [Double](repeating: .infinity, count: problem.measures.count)
    formulation = Formulation(problem, library: library, stop: stop, caps: caps)
    model = HighsModel(formulation.linear, library: library, stop: stop)
    firstCut = formulation.linear.rows.count
  }

  /// A question: what to minimise, under which further limits and fixings.
  package struct Question: Sendable {
    package var objective: Objective
    /// Measures that may not pass a value.
    package var limits: [(measure: Int, upper: Double)]
    /// Sites whose event is forced: a round, or `Phasing.never`.
    package var fixings: [(site: Int, event: Int8)]
    /// Phasings to begin from; infeasible ones are passed over.
    package var starts: [Phasing]

    package init(
      objective: Objective, limits: [(measure: Int, upper: Double)] = [], fixings: [(site: Int, event: Int8)] = [],
      starts: [Phasing] = []
    ) {
      self.objective = objective
      self.limits = limits
      self.fixings = fixings
      self.starts = starts
    }
  }

  /// Answers a question with proof, or with the best so far when stopped.
  package func minimise(_ question: Question, report: (Progress) -> Void = { _ in }) -> Outcome {
    guard !formulation.isInfeasible else {
      return Outcome(status: .infeasible, phasing: nil, value: .infinity, bound: .infinity)
    }
    let search = Search(question, formulation: formulation)
    prepare(search)
    defer { restore(search) }
    let (solves, cuts) = (model.solves, cutCount)
    rootPoints = []
    var outcome = run(search, report: report)
    if let phasing = outcome.phasing { rootPoints.append(point(of: phasing)) }
    outcome.effort.linearPrograms = model.solves - solves
    outcome.effort.cuts = cutCount - cuts
    if debug { print("DEBUG cols", model.columnCount, "rows", model.rowCount, "first", firstCut, "solves", model.solves - solves, "iters", model.iterations, "nodes", outcome.effort.nodes, "cuts", cutCount, outcome.value, outcome.bound) }
    return outcome
  }

  /// Whether any phasing fulfils the rules with the fixings given.
  package func isFeasible(fixings: [(site: Int, event: Int8)] = [], limits: [(measure: Int, upper: Double)] = [])
    -> Bool?
  {
    let outcome = minimise(Question(objective: Objective([]), limits: limits, fixings: fixings))
    switch outcome.status {
    case .infeasible: return false
    case .proved, .unproved, .stopped: return outcome.phasing != nil ? true : nil
    }
  }

  /// Makes the cuts of points that another search of nearly the same problem ended at.
  ///
  /// The problem may have more sites than the points know: cuts made here give those their coefficients too.
  package func seed(_ hints: [Hint]) {
    guard !formulation.isInfeasible else { return }
    var seen: Set<Row> = []
    var cuts: [Row] = []
    for hint in hints {
      var point = formulation.emptyPoint
      for (round, open) in hint.enumerated() where round < problem.rounds {
        for (site, value) in open.enumerated() where site < problem.sites.count {
          let column = formulation.open[round][site]
          if column >= 0 { point[column] = value }
        }
      }
      for source in formulation.sources {
        cuts += source.separate(point, threads: threads).filter { seen.insert($0).inserted }
      }
    }
    add(cuts)
  }

  private func currentPoint() -> Hint {
    formulation.open.map { columns in columns.map { $0 >= 0 ? model.values[$0] : 0 } }
  }

  private func point(of phasing: Phasing) -> Hint {
    (0..<problem.rounds).map { round in
      problem.sites.indices.map { problem.isOpen($0, in: round, of: phasing) ? 1 : 0 }
    }
  }

  // MARK: The tree

  private func run(_ search: Search, report: (Progress) -> Void) -> Outcome {
    for start in search.question.starts { search.consider(start, problem: problem) }
    var current: Node? = Node(bound: -.infinity)
    while let node = current ?? search.popLeast() {
      let jumped = current == nil
      current = nil
      if let reason = stop.reason { return search.outcome(.stopped(reason), unfinished: node) }
      guard node.bound < search.cutoff else {
        search.prune(node.bound)
        continue
      }
      search.nodes += 1
      if jumped, let basis = node.basis, basis.deletions == deletions { model.restore(basis.basis) }
      switch process(node, search) {
      case .pruned(let bound): search.prune(bound)
      case .stopped: return search.outcome(.stopped(stop.reason ?? .interrupted), unfinished: node)
      case .lost:
        search.isComplete = false
        search.prune(node.bound)
      case .branched(let near, let far):
        search.push(far)
        current = near
      }
      report(Progress(value: search.value, bound: search.bound(with: current), nodes: search.nodes))
    }
    guard search.incumbent != nil else {
      return search.outcome(search.isComplete ? .infeasible : .unproved)
    }
    return search.outcome(search.isComplete ? .proved : .unproved)
  }

  private enum Verdict {
    /// Nothing below this node is better than the bound.
    case pruned(Double)
    case branched(Node, Node)
    case stopped
    /// The linear solver failed; the node's own bound is all that is known.
    case lost
  }

  private func process(_ node: Node, _ search: Search) -> Verdict {
    guard apply(node.changes, search) else { return .pruned(.infinity) }
    var bound = node.bound
    var cutRounds = 0
    while true {
      model.setCutoff(search.scaledCutoff)
      switch model.solve() {
      case .infeasible: return .pruned(.infinity)
      case .cutoff: return .pruned(search.cutoff)
      case .stopped: return .stopped
      case .failed, .limited: return .lost
      case .optimal: break
      }
      bound = max(bound, search.unscaled(model.objective))
      if cutRounds == 0, let (key, distances) = node.branching, let side = node.side {
        search.experience.learn(key, side: side, gain: max(0, bound - node.bound), distance: distances[side])
      }
      age()
      guard bound < search.cutoff else { return .pruned(bound) }
      let whole = isWhole(search)
      if whole { search.consider(phasing(), problem: problem) }
      let cuts = separate(search, atRoot: node.changes.isEmpty)
      if !cuts.isEmpty && (whole || cutRounds < cutRoundLimit(node, search, bound: bound)) {
        add(cuts)
        cutRounds += 1
        continue
      }
      if node.changes.isEmpty {
        rootPoints = [currentPoint()]
        if debug { for t in 0..<problem.rounds { print("ROOT", t, bound, problem.sites.indices.filter { formulation.open[t][$0] >= 0 && model.values[formulation.open[t][$0]] > 1e-6 }.map { "\($0):\((model.values[formulation.open[t][$0]]*100).rounded()/100)" }.joined(separator: " ")) } 
          for f in formulation.families { print("FAM", f.columns.indices.filter { model.values[f.columns[$0]] > 1e-6 }.map { i in "\(f.dimensions.map { $0[i] })=\((model.values[f.columns[i]]*100).rounded()/100)" }) } }
        search.fixByReducedCost(model, formulation: formulation, bound: bound)
      }
      if whole { return .pruned(bound) }
      return branch(node, bound: bound, search)
    }
  }

  /// At the root cuts go on while they help; deeper a few rounds suffice, since children inherit them.
  private func cutRoundLimit(_ node: Node, _ search: Search, bound: Double) -> Int {
    guard node.changes.isEmpty else { return 4 }
    return search.rootProgress(bound) ? .max : 0
  }

  // MARK: Cuts

  private func separate(_ search: Search, atRoot: Bool) -> [Row] {
    var cuts: [Row] = []
    for source in formulation.sources where search.isActive[source.measure] {
      cuts += source.separate(model.values, threads: threads, anticipates: atRoot)
    }
    guard atRoot else { return cuts }
    let isBroken = cuts.contains { cut in
      let value = cut.value(at: model.values)
      return value < cut.lower - 1e-6 || value > cut.upper + 1e-6
    }
    return isBroken ? cuts.filter { search.anticipated.insert($0).inserted } : []
  }

  private func add(_ cuts: [Row]) {
    dropIdle()
    model.addRows(cuts)
    idle += [Int](repeating: 0, count: cuts.count)
    cutCount += cuts.count
  }

  private func age() {
    for cut in idle.indices { idle[cut] = abs(model.rowDuals[firstCut + cut]) > 1e-9 ? 0 : idle[cut] + 1 }
  }

  /// Deletes cuts that have long had nothing to say, when they outnumber the columns.
  private func dropIdle() {
    guard idle.count > 300 else { return }
    let old = idle.indices.filter { idle[$0] > 10 }
    guard old.count > 100 else { return }
    model.deleteRows(old.map { $0 + firstCut })
    deletions += 1
    idle = idle.filter { $0 <= 10 }
  }

  // MARK: Points

  private func isWhole(_ search: Search) -> Bool {
    search.integers.allSatisfy { column in
      abs(model.values[column] - model.values[column].rounded()) <= 1e-6
    }
  }

  private func phasing() -> Phasing {
    Phasing(
      events: problem.sites.indices.map { site in
        for round in 0..<problem.rounds {
          let column = formulation.open[round][site]
          guard column >= 0 else { return Phasing.never }
          let isOpen = model.values[column] > 0.5
          if isOpen != problem.sites[site].closes { return Int8(round) }
        }
        return Phasing.never
      })
  }

  // MARK: Branching

  private func branch(_ node: Node, bound: Double, _ search: Search) -> Verdict {
    let candidates = Branching.candidates(model.values, formulation: formulation, search: search)
    guard !candidates.isEmpty else { return .lost }
    let basis = StoredBasis(basis: model.basis(), deletions: deletions)
    let chosen = choose(among: candidates, node: node, bound: bound, basis: basis, search)
    let children = chosen.children.enumerated().map { side, changes in
      Node(
        bound: bound, changes: node.changes + changes, depth: node.depth + 1, basis: basis,
        branching: (chosen.key, chosen.distances), side: side)
    }
    return .branched(children[chosen.nearer], children[1 - chosen.nearer])
  }

  /// The candidate whose two children promise the greatest rise of the bound, by experience where there is some and
  /// by trying a few iterations where there is none (reliability branching).
  ///
  /// Source: Achterberg, Koch, Martin (2005), doi:10.1016/j.orl.2004.04.002.
  private func choose(
    among candidates: [Branching], node: Node, bound: Double, basis: StoredBasis, _ search: Search
  ) -> Branching {
    var best: (score: Double, branching: Branching)?
    var idle = 0
    for candidate in candidates.prefix(Self.branchingCandidates) {
      let gains: (Double, Double)
      if let known = search.experience.gains(of: candidate) {
        gains = known
      } else {
        gains = trial(candidate, node: node, bound: bound, basis: basis, search)
      }
      let score = max(gains.0, 1e-6) * max(gains.1, 1e-6)
      if score > best?.score ?? -1 {
        best = (score, candidate)
        idle = 0
      } else {
        idle += 1
        if idle >= Self.branchingPatience { break }
      }
      if score == .infinity { break }
    }
    return best?.branching ?? candidates[0]
  }

  private static let branchingCandidates = 40
  private static let branchingPatience = 8
  private static let trialIterations = 40

  /// How much the bound rises in each child, by a few iterations; infinite where a child turns out empty.
  private func trial(
    _ candidate: Branching, node: Node, bound: Double, basis: StoredBasis, _ search: Search
  ) -> (Double, Double) {
    var gains: [Double] = []
    for (side, changes) in candidate.children.enumerated() {
      guard apply(node.changes + changes, search) else {
        gains.append(.infinity)
        continue
      }
      model.restore(basis.basis)
      let (status, objective) = model.probe(iterations: Self.trialIterations)
      let gain = status == .infeasible || status == .cutoff ? .infinity : max(0, search.unscaled(objective) - bound)
      gains.append(gain)
      if gain.isFinite { search.experience.learn(candidate.key, side: side, gain: gain, distance: candidate.distances[side]) }
    }
    _ = apply(node.changes, search)
    return (gains[0], gains[1])
  }

  /// Gives the program the bounds of a node: the search's own, then the node's changes.
  ///
  /// - Returns: false when some column is left no value, so that the node is empty.
  private func apply(_ changes: [BoundChange], _ search: Search) -> Bool {
    var wanted: [Int: (Double, Double)] = [:]
    for change in changes {
      let (low, high) = wanted[change.column] ?? (search.lower[change.column], search.upper[change.column])
      wanted[change.column] = (max(low, change.lower), min(high, change.upper))
    }
    guard search.hasRoom, wanted.values.allSatisfy({ $0.0 <= $0.1 }) else { return false }
    var columns: [Int] = []
    var lower: [Double] = []
    var upper: [Double] = []
    for column in search.integers {
      let (low, high) = wanted[column] ?? (search.lower[column], search.upper[column])
      guard low != search.appliedLower[column] || high != search.appliedUpper[column] else { continue }
      columns.append(column)
      lower.append(low)
      upper.append(high)
      search.appliedLower[column] = low
      search.appliedUpper[column] = high
    }
    model.setColumnBounds(columns, lower: lower, upper: upper)
    return true
  }

  private func prepare(_ search: Search) {
    model.setCosts(search.costs)
    for (measure, upper) in search.question.limits {
      model.setRowBounds(
        formulation.limitRows[measure], lower: -.infinity, upper: formulation.limitBound(of: measure, upper: upper))
    }
  }

  private func restore(_ search: Search) {
    for (measure, _) in search.question.limits {
      model.setRowBounds(formulation.limitRows[measure], lower: -.infinity, upper: .infinity)
    }
    let columns = formulation.linear.columns
    model.setColumnBounds(
      search.integers, lower: search.integers.map { columns[$0].lower }, upper: search.integers.map { columns[$0].upper })
    model.setCutoff(.infinity)
  }
}
