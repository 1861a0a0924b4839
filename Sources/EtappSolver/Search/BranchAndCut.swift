import Dispatch

/// Branch and cut over the master: linear programs by HiGHS, the tree and the cuts ours.
///
///     root: solve, cut, again; fix columns by reduced cost
///     while there is an open node:
///       take the two with the least bounds, one for each worker
///       each: solve its linear program; separate cuts; a few times over
///         bound reaches the incumbent → pruned
///         whole point                 → evaluated from its definition; maybe the new incumbent
///         else                        → two children
///       share what was learnt: cuts, incumbent, experience of branching
///
/// Ours because HiGHS takes no cuts inside its tree: solving whole integer programs again for every batch of cuts took
/// ten to fifty times longer on the shipped example (decision 3). There are always two workers, on one thread or two, so
/// that the tree is the same. Program, cuts and basis are kept between questions: the next starts where the last ended.
///
/// Source: Land & Doig (1960), doi:10.2307/1910129; Padberg & Rinaldi (1991), doi:10.1137/1033004; cuts as cited
/// where they are made.
package final class BranchAndCut {
  package let problem: PhasedProblem
  private let formulation: Formulation
  private let relaxation: Relaxation
  private let stop: StopRule
  private let threads: Int
  /// What was open at the end of the last question's root and in its answer.
  package private(set) var hints: [Hint] = []
  /// Sources of cuts that were begun with an ascent.
  private var begun: Set<Int> = []

  /// How open each site is in each round, `rounds × sites`: where cuts were worth making once.
  package typealias Hint = [[Double]]

  /// - Parameters:
  ///   - caps: For each measure a value above which no phasing is of interest; valid for every later question.
  ///   - memory: What other masters of the same rules have found out about counts.
  package init(
    _ problem: PhasedProblem, library: HighsLibrary, stop: StopRule, threads: Int = 1, caps: [Double]? = nil,
    memory: RangeMemory = RangeMemory()
  ) {
    self.problem = problem
    self.stop = stop
    self.threads = threads
    let caps = caps ?? [Double](repeating: .infinity, count: problem.measures.count)
    formulation = Formulation(problem, library: library, stop: stop, caps: caps, memory: memory)
    relaxation = Relaxation(formulation, library: library, stop: stop)
  }

  /// A question: what to minimise, under which further limits and forcings.
  package struct Question: Sendable {
    package var objective: Objective
    /// Measures that may not pass a value.
    package var limits: [(measure: Int, upper: Double)]
    /// Measures above which no phasing is of interest, the limits among them: they sharpen the relaxation.
    package var caps: [(measure: Int, upper: Double)]
    /// Sites that may do some things only.
    package var forcings: [Forcing]
    /// Phasings to begin from; those that break a rule are passed over.
    package var starts: [Phasing]
    /// Relative gap between value and bound that is good enough.
    package var gap: Double
    /// Nodes after which the best so far is taken; nil for no limit.
    package var nodeLimit: Int?
    /// Nodes after which the search ends even when it has found nothing; nil for no limit.
    package var patience: Int?
    /// A bound that is known already: no phasing has a smaller objective.
    package var floor: Double

    package init(
      objective: Objective, limits: [(measure: Int, upper: Double)] = [],
      caps: [(measure: Int, upper: Double)] = [], forcings: [Forcing] = [],
      starts: [Phasing] = [], gap: Double = 1e-6, nodeLimit: Int? = nil, floor: Double = -.infinity
    ) {
      self.objective = objective
      self.limits = limits
      self.caps = limits + caps
      self.forcings = forcings
      self.starts = starts
      self.gap = gap
      self.nodeLimit = nodeLimit
      self.floor = floor
    }
  }

  /// What a site may do in a question: one of these rounds, or `Phasing.never` among them.
  ///
  /// The events are a run in the order of rounds, `never` last: bounds of columns can say no more than that.
  package struct Forcing: Sendable {
    package var site: Int
    package var events: [Int8]

    package init(site: Int, events: [Int8]) {
      self.site = site
      self.events = events
    }
  }

  /// Makes the cuts of points that another search of nearly the same problem ended at.
  ///
  /// The problem may have more sites than the points know: cuts made here give those their coefficients too.
  package func seed(_ hints: [Hint]) {
    guard !formulation.isInfeasible else { return }
    relaxation.seed(hints, threads: threads)
  }

  /// Answers a question with proof, or with the best so far when stopped.
  package func minimise(_ question: Question, report: (Progress) -> Void = { _ in }) -> Outcome {
    hints = []
    var run = Run(QuestionTerms(question, formulation: formulation, threads: threads), formulation: formulation)
    for start in question.starts { run.situation.take(start, run.terms, problem) }
    guard !formulation.isInfeasible, run.situation.hasRoom else { return run.outcome(.infeasible) }
    guard question.floor < run.situation.cutoff else {
      run.tree.prune(question.floor)
      return run.outcome(.proved)
    }
    // No effort at all, and something to show for it already.
    if question.nodeLimit == 0, run.situation.incumbent != nil {
      run.tree.prune(question.floor)
      return run.outcome(.unproved)
    }
    let solves = relaxation.solves
    relaxation.prepare(run.terms)
    beginCapacities(&run)
    let status = search(&run, report: report)
    relaxation.restore(run.terms)
    run.effort.linearPrograms += relaxation.solves - solves
    if let phasing = run.situation.incumbent { hints.append(hint(of: phasing)) }
    return run.outcome(status)
  }

  /// Where sites have capacities: cuts and sets of sites to begin with, once for each measure.
  private func beginCapacities(_ run: inout Run) {
    for (index, source) in formulation.sources.enumerated() {
      guard case .capacity(let cuts) = source, run.terms.isActive[cuts.measure], begun.insert(index).inserted else {
        continue
      }
      var start = CapacityStart(cuts, run.terms.question, of: problem, incumbent: run.situation.incumbent, stop: stop)
      start.run()
      relaxation.add(start.rows)
      if let phasing = start.phasing { run.situation.take(phasing, run.terms, problem) }
    }
  }

  /// Whether any phasing fulfils the rules; nil when that was not found out before the run was stopped.
  package func isFeasible() -> Bool? {
    let outcome = minimise(Question(objective: Objective([])))
    if outcome.phasing != nil { return true }
    return outcome.status == .infeasible ? false : nil
  }

  // MARK: The search

  /// The state of one search.
  private struct Run {
    let terms: QuestionTerms
    var situation: Situation
    var tree = Tree()
    /// The nearer child of what the first worker just branched: it dives on while the incumbent is poor.
    var dive: Node?
    var effort = Outcome.Effort()
    var isComplete = true

    init(_ terms: QuestionTerms, formulation: Formulation) {
      self.terms = terms
      situation = Situation(terms, formulation: formulation)
    }

    var bound: Double { min(situation.value, tree.bound, dive?.bound ?? .infinity) }

    var progress: Progress { Progress(value: situation.value, bound: bound, nodes: effort.nodes) }

    func outcome(_ status: Outcome.Status) -> Outcome {
      // Closer than the solver's own tolerances is the same.
      let isSame = situation.value - bound <= 2 * terms.margin + 2e-9
      return Outcome(
        status: status, phasing: situation.incumbent, value: situation.value,
        bound: status == .infeasible ? .infinity : isSame ? situation.value : bound, effort: effort)
    }
  }

  private func search(_ run: inout Run, report: (Progress) -> Void) -> Outcome.Status {
    var batch = [Node(bound: run.terms.question.floor)]
    var workers = [relaxation]
    var stays = true
    while !batch.isEmpty {
      if let reason = stop.reason {
        batch.forEach { run.tree.push($0) }
        return .stopped(reason)
      }
      if isLongEnough(run) {
        batch.forEach { run.tree.push($0) }
        return .unproved
      }
      if batch.count > workers.count { workers.append(partner(run)) }
      let results = process(batch, workers, run, stays: stays)
      for (worker, node) in batch.enumerated() {
        guard merge(results[worker], of: node, worker: worker, into: &run) else {
          return .stopped(stop.reason ?? .interrupted)
        }
      }
      share(results, among: workers)
      if let root = results.first?.root {
        polish(&run, root: root.point, report: report)
        run.situation.fix(by: root, run.terms)
      }
      report(run.progress)
      (batch, stays) = nextBatch(&run)
    }
    if workers.count > 1 { run.effort.linearPrograms += workers[1].solves }
    guard run.isComplete else { return .unproved }
    return run.situation.incumbent == nil ? .infeasible : .proved
  }

  /// Whether the search has had the nodes that its question gives it.
  private func isLongEnough(_ run: Run) -> Bool {
    let question = run.terms.question
    if let patience = question.patience, run.effort.nodes >= patience { return true }
    return run.situation.incumbent != nil && question.nodeLimit.map { run.effort.nodes >= $0 } ?? false
  }

  /// Searches the neighbourhood that the incumbent and the root's point agree on, depth first and for a few nodes only:
  /// sites that neither opens stay closed, columns that both have open stay open.
  ///
  /// Source: relaxation induced neighbourhoods, Danna, Rothberg, Le Pape (2005), doi:10.1007/s10107-004-0518-7.
  private func polish(_ run: inout Run, root point: [Double], report: (Progress) -> Void) {
    guard let incumbent = run.situation.incumbent, run.terms.question.nodeLimit == nil else { return }
    let known = run.situation.value
    guard known - run.tree.bound > Self.worthPolishing * abs(known) else { return }
    var stack = [Node(bound: -.infinity, changes: agreement(of: incumbent, and: point))]
    for _ in 0..<Self.polishingNodes where stop.reason == nil {
      guard let node = stack.popLast() else { break }
      let result = relaxation.process(node, run.terms, run.situation, isJump: true)
      run.effort.nodes += 1
      run.effort.cuts += result.newCuts.count
      for phasing in result.phasings { run.situation.take(phasing, run.terms, problem) }
      for lesson in result.lessons { run.situation.experience.learn(lesson) }
      if case .branched(let near, let far) = result.verdict { stack += [far, near] }
    }
    report(run.progress)
  }

  private static let worthPolishing = 1e-4
  private static let polishingNodes = 40

  private func agreement(of incumbent: Phasing, and point: [Double]) -> [BoundChange] {
    let hint = hint(of: incumbent)
    var changes: [BoundChange] = []
    for round in 0..<problem.rounds {
      for (site, column) in formulation.open[round].enumerated() where column >= 0 {
        let value = point[column].rounded()
        guard abs(point[column] - value) < 1e-6, hint[round][site] == value else { continue }
        changes.append(BoundChange(column: column, lower: value, upper: value))
      }
    }
    return changes
  }

  /// A second worker, made when there is work for it.
  private func partner(_ run: Run) -> Relaxation {
    let partner = relaxation.copy()
    partner.prepare(run.terms)
    return partner
  }

  private func process(_ batch: [Node], _ workers: [Relaxation], _ run: Run, stays: Bool) -> [Relaxation.Result] {
    func work(_ index: Int) -> Relaxation.Result {
      workers[index].process(batch[index], run.terms, run.situation, isJump: !(stays && index == 0))
    }
    guard batch.count > 1, threads > 1 else { return batch.indices.map(work) }
    var results = [Relaxation.Result?](repeating: nil, count: batch.count)
    results.withUnsafeMutableBufferPointer { slots in
      nonisolated(unsafe) let slots = slots
      nonisolated(unsafe) let work = work
      DispatchQueue.concurrentPerform(iterations: slots.count) { slots[$0] = work($0) }
    }
    return results.compactMap { $0 }
  }

  /// Takes in what a node came to.
  ///
  /// - Returns: false when the run was stopped inside the node.
  private func merge(_ result: Relaxation.Result, of node: Node, worker: Int, into run: inout Run) -> Bool {
    run.effort.nodes += 1
    run.effort.cuts += result.newCuts.count
    for phasing in result.phasings { run.situation.take(phasing, run.terms, problem) }
    for lesson in result.lessons { run.situation.experience.learn(lesson) }
    if let root = result.root {
      hints = [formulation.hint(at: root.point)]
      run.situation.fix(by: root, run.terms)
    }
    switch result.verdict {
    case .pruned(let bound): run.tree.prune(max(bound, node.bound))
    case .branched(let near, let far):
      if worker == 0 { run.dive = near } else { run.tree.push(near) }
      run.tree.push(far)
    case .lost:
      run.isComplete = false
      run.tree.prune(node.bound)
    case .stopped:
      run.tree.push(node)
      return false
    }
    return true
  }

  /// Gives each worker the cuts that the other found.
  private func share(_ results: [Relaxation.Result], among workers: [Relaxation]) {
    guard workers.count > 1 else { return }
    for (index, result) in results.enumerated() { workers[1 - index].add(result.newCuts) }
  }

  /// The next nodes worth a look, at most two; what the incumbent has overtaken is pruned.
  private func nextBatch(_ run: inout Run) -> (nodes: [Node], dives: Bool) {
    var batch: [Node] = []
    if let dive = run.dive {
      run.dive = nil
      let isPoor = run.situation.value - run.tree.bound > Self.poor * abs(run.situation.value)
      if isPoor, dive.bound < run.situation.cutoff { batch.append(dive) } else { run.tree.push(dive) }
    }
    let dives = !batch.isEmpty
    while batch.count < 2, let node = run.tree.popLeast() {
      if node.bound < run.situation.cutoff { batch.append(node) } else { run.tree.prune(node.bound) }
    }
    return (batch, dives)
  }

  /// Relative gap above which finding a better incumbent goes before raising the bound.
  private static let poor = 0.003

  private func hint(of phasing: Phasing) -> Hint {
    (0..<problem.rounds).map { round in
      problem.sites.indices.map { problem.isOpen($0, in: round, of: phasing) ? 1 : 0 }
    }
  }
}
