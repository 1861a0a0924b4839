/// One worker of a tree of cuts: bounds a node, cuts, and divides it.
final class CutWorker {
  let program: CutProgram

  init(_ program: CutProgram) { self.program = program }

  struct Result {
    enum Verdict {
      case pruned
      case divided(near: CutNode, far: CutNode)
      /// The solver failed; the node's bound is all that is known.
      case lost
      case stopped
    }

    var verdict = Verdict.pruned
    var cuts: [CutProgram.Cut] = []
    var lessons: [CutLesson] = []
    /// Choices of sites met on the way.
    var choices: [[Int]] = []
    var root: CutRoot?
  }

  /// Solves a node: program, cuts, again; then prunes or divides.
  func process(_ node: CutNode, _ situation: CutSituation) -> Result {
    var result = Result()
    guard apply(node, situation) else { return result }
    if let basis = node.basis, node.owner == ObjectIdentifier(self) { program.restore(basis) }
    guard let bound = wring(node, situation, &result) else { return result }
    let isRoot = node.decisions.isEmpty
    let undecided = program.shares.indices.filter { min(program.shares[$0], 1 - program.shares[$0]) > 1e-6 }
    if isRoot { result.root = root(bound) }
    if undecided.isEmpty || isRoot { result.choices.append(rounded()) }
    guard !undecided.isEmpty else { return result }
    result.verdict = divided(settled(node, bound, situation), undecided, bound, situation, &result)
    return result
  }

  /// Solves and cuts until nothing more comes of it.
  ///
  /// - Returns: The bound; nil when the result says all there is to say.
  private func wring(_ node: CutNode, _ situation: CutSituation, _ result: inout Result) -> Double? {
    var bound = node.bound
    let rounds = node.decisions.isEmpty ? Self.roundsAtRoot : Self.roundsBelowRoot
    var round = 0
    while true {
      switch program.solve(cutoff: situation.cutoff) {
      case .infeasible, .cutoff: return nil
      case .stopped: return ended(.stopped, &result)
      case .failed, .limited: return ended(.lost, &result)
      case .optimal: break
      }
      bound = max(bound, program.bound)
      if round == 0, var lesson = node.origin {
        lesson.rise = max(0, bound - node.bound)
        result.lessons.append(lesson)
      }
      guard bound < situation.cutoff else { return nil }
      let cuts = program.separate()
      if cuts.isEmpty { return bound }
      let isNear = program.borne - bound < 1e-3 * (situation.cutoff - bound)
      if isNear || round >= rounds, !isWhole { return bound }
      // A whole point that the cuts never reach would be pruned for nothing.
      if round >= Self.mostRounds { return ended(.lost, &result) }
      program.add(cuts)
      result.cuts += cuts
      round += 1
    }
  }

  private func ended(_ verdict: Result.Verdict, _ result: inout Result) -> Double? {
    result.verdict = verdict
    return nil
  }

  private static let mostRounds = 200
  private static let roundsAtRoot = 60
  private static let roundsBelowRoot = 6

  private var isWhole: Bool { program.shares.allSatisfy { min($0, 1 - $0) <= 1e-6 } }

  private func root(_ bound: Double) -> CutRoot {
    CutRoot(
      bound: bound, shares: Array(program.shares), reducedCosts: program.shares.indices.map(program.reducedCost))
  }

  /// The sites that are open most.
  private func rounded() -> [Int] {
    let shares = program.shares
    return shares.indices.filter { shares[$0] > 1e-6 }.sorted { (shares[$1], $0) < (shares[$0], $1) }
  }

  /// Gives the program the bounds of a node: what is settled for good, then the node's decisions.
  ///
  /// - Returns: false when a site would have to be both open and closed.
  private func apply(_ node: CutNode, _ situation: CutSituation) -> Bool {
    var (lower, upper) = (situation.lower, situation.upper)
    for decision in node.decisions {
      if decision.isOpen { lower[Int(decision.site)] = 1 } else { upper[Int(decision.site)] = 0 }
    }
    for site in lower.indices where lower[site] > upper[site] { return false }
    program.setBounds(lower: lower, upper: upper)
    return true
  }

  /// The node with every site decided that cannot move below it without passing the cutoff.
  private func settled(_ node: CutNode, _ bound: Double, _ situation: CutSituation) -> CutNode {
    var node = node
    for site in program.shares.indices where situation.upper[site] - situation.lower[site] > 0.5 {
      let (share, cost) = (program.shares[site], program.reducedCost(site))
      if share <= 1e-9, cost > 0, bound + cost >= situation.cutoff {
        node.decisions.append(.init(site: Int32(site), isOpen: false))
      } else if share >= 1 - 1e-9, cost < 0, bound - cost >= situation.cutoff {
        node.decisions.append(.init(site: Int32(site), isOpen: true))
      }
    }
    return node
  }

  // MARK: Dividing

  private func divided(
    _ node: CutNode, _ undecided: [Int], _ bound: Double, _ situation: CutSituation, _ result: inout Result
  ) -> Result.Verdict {
    let shares = Array(program.shares)
    let basis = program.basis()
    let site = choose(undecided, shares, bound, basis, situation, &result)
    let children = [false, true].map { isOpen in
      CutNode(
        bound: bound, decisions: node.decisions + [.init(site: Int32(site), isOpen: isOpen)], basis: basis,
        owner: ObjectIdentifier(self),
        origin: CutLesson(site: site, isOpen: isOpen, distance: isOpen ? 1 - shares[site] : shares[site]))
    }
    let near = shares[site] >= 0.5 ? 1 : 0
    return .divided(near: children[near], far: children[1 - near])
  }

  /// The site whose two sides promise the greatest rise, by experience where there is some, else by a few iterations.
  private func choose(
    _ undecided: [Int], _ shares: [Double], _ bound: Double, _ basis: HighsModel.Basis, _ situation: CutSituation,
    _ result: inout Result
  ) -> Int {
    var experience = situation.experience
    let order = undecided.map { (site: $0, score: experience.score($0, share: shares[$0])) }
      .sorted { ($1.score, $0.site) < ($0.score, $1.site) }
    var best = (score: -1.0, site: order[0].site)
    var (tried, sinceBest) = (0, 0)
    for (site, _) in order {
      guard tried < Self.trials, sinceBest < Self.patience else { break }
      var score = experience.score(site, share: shares[site])
      if experience.trust(site) < Self.trusted {
        tried += 1
        let rises = [false, true].map { isOpen -> Double in
          var lesson = CutLesson(site: site, isOpen: isOpen, distance: isOpen ? 1 - shares[site] : shares[site])
          lesson.rise = rise(site, isOpen, bound, basis, situation)
          result.lessons.append(lesson)
          experience.learn(lesson)
          return lesson.rise
        }
        score = max(rises[0], 1e-6) * max(rises[1], 1e-6)
      }
      sinceBest = score > best.score ? 0 : sinceBest + 1
      if score > best.score { best = (score, site) }
      if score == .infinity { break }
    }
    return best.site
  }

  private static let trials = 20
  private static let patience = 6
  private static let trusted = 2
  private static let trialIterations = 60

  private func rise(
    _ site: Int, _ isOpen: Bool, _ bound: Double, _ basis: HighsModel.Basis, _ situation: CutSituation
  ) -> Double {
    program.setBound(site, isOpen ? 1 : 0, isOpen ? 1 : 0)
    defer { program.setBound(site, situation.lower[site], situation.upper[site]) }
    program.restore(basis)
    return min(program.rise(iterations: Self.trialIterations, from: bound), situation.cutoff - bound)
  }
}
