package import EtappModel
import EtappSolver

/// The walk along the frontier of a study's goal against spread: the smallest distance between two open sites.
///
///     best goal; then best goal with every pair farther apart than in the last answer; and so on, until there is none
///
/// Distances are finitely many and each step forbids the nearest pair that was left, so that the walk meets every point of
/// the frontier. Of answers with the same value the one with the greatest spread counts.
///
/// Source: the ε-constraint method of Haimes, Lasdon, Wismer (1971), doi:10.1109/TSMC.1971.4308298.
struct SpreadWalk {
  private let locating: RuledLocating
  private let planner: Planner
  private let base: MasterModel
  private let distances: SiteDistances

  init(_ locating: RuledLocating, _ planner: Planner) {
    self.locating = locating
    self.planner = planner
    base = MasterModel(locating.programme)
    distances = SiteDistances(locating.programme)
  }

  /// - Parameter wanted: Points after which the walk ends, the frontier being incomplete then.
  func frontier(points wanted: Int) -> SpreadFrontier {
    guard base.goals.count == 1, let form = base.goals[0].form(in: locating.programme) else {
      return SpreadFrontier(points: [], isComplete: false)
    }
    var points: [SpreadPoint] = []
    var spread = -Double.infinity
    var last: Phasing?
    var hints: [BranchAndCut.Hint] = []
    while points.count < wanted, planner.options.stop.reason == nil {
      guard let (outcome, learnt) = best(beyond: spread, last, hints) else {
        return SpreadFrontier(points: points, isComplete: true)
      }
      guard let phasing = outcome.phasing else {
        return SpreadFrontier(points: points, isComplete: outcome.status == .infeasible)
      }
      let point = point(phasing, outcome, form)
      if let known = points.last, abs(known.objective - point.objective) <= Self.same * abs(known.objective) {
        points.removeLast()
      }
      points.append(point)
      guard outcome.status == .proved else { break }
      guard point.spread.value.isFinite else { return SpreadFrontier(points: points, isComplete: true) }
      (spread, last, hints) = (point.spread.value, phasing, learnt)
    }
    return SpreadFrontier(points: points, isComplete: false)
  }

  /// Values that differ by less are the same: finer than that nothing is proved.
  private static let same = 2 * Proof.tolerance

  /// The best answer with every pair of open sites farther apart than a distance; nil where the pairs alone forbid all.
  private func best(
    beyond spread: Double, _ last: Phasing?, _ hints: [BranchAndCut.Hint]
  ) -> (outcome: Outcome, hints: [BranchAndCut.Hint])? {
    var model = base
    for row in distances.rows(forbidding: spread, in: locating.programme) { model.add(row) }
    guard !model.isContradictory else { return nil }
    var question = BranchAndCut.Question(objective: Objective(model.measures[0]))
    let empty = Phasing(events: [Int8](repeating: Phasing.never, count: model.problem.sites.count))
    if let start = LocalSearch(model.problem).improve(
      last ?? empty, question: question, evaluations: 20_000, seed: planner.options.seed, stop: planner.options.stop)
    {
      question.starts = [start]
    }
    question.floor = model.problem.least(of: model.measures[0])
    let tree = BranchAndCut(
      model.problem, library: planner.library, stop: planner.options.stop, threads: planner.options.threads)
    tree.seed(hints)
    return (tree.minimise(question), tree.hints)
  }

  private func point(_ phasing: Phasing, _ outcome: Outcome, _ form: any GoalForm) -> SpreadPoint {
    let choice = locating.programme.choice(of: phasing)
    return SpreadPoint(
      objective: form.value(ofMeasure: outcome.value), bound: form.value(ofMeasure: outcome.bound),
      spread: Kilometres(distances.spread(of: phasing)),
      open: choice.opens.keys.sorted().map(\.code), closes: choice.closes.keys.sorted().map(\.code))
  }
}

extension RuledLocating {
  /// The frontier of the goal against how far apart open sites are.
  ///
  /// - Parameter wanted: How many points at most.
  /// - Returns: No points for a goal that is not a sum over people, or where rules are wishes with prices.
  /// - Throws: When HiGHS is not there.
  package func spreadFrontier(points wanted: Int) throws -> SpreadFrontier {
    SpreadWalk(self, try Planner(programme, options: options)).frontier(points: wanted)
  }
}

/// Distances between the sites of a programme, and from each to the nearest office that stays.
struct SiteDistances {
  private let closes: [Bool]
  /// Whether nothing can happen to a site: it is among the offices that stay, and asked about as one of them.
  private let stays: [Bool]
  /// Kilometres between two sites, `sites × sites`.
  private let between: [Double]
  private let toStaying: [Double]
  private var count: Int { closes.count }

  init(_ programme: Programme) {
    let sites = programme.sites
    let staying = programme.geography.offices.filter { !$0.closable }.map(\.coordinate)
    closes = sites.map(\.closes)
    stays = sites.map(\.stays)
    between = sites.flatMap { a in sites.map { b in a.coordinate.distance(to: b.coordinate).value } }
    toStaying = sites.map { site in staying.reduce(.infinity) { min($0, site.coordinate.distance(to: $1).value) } }
  }

  /// The smallest distance between two open sites, or an open site and an office that stays.
  func spread(of phasing: Phasing) -> Double {
    let open = closes.indices.filter { !stays[$0] && (phasing.events[$0] != Phasing.never) != closes[$0] }
    var least = open.reduce(Double.infinity) { min($0, toStaying[$1]) }
    for (index, a) in open.enumerated() {
      for b in open[(index + 1)...] { least = min(least, between[a * count + b]) }
    }
    return least
  }

  /// Rows that forbid any two of them to be open at the end when no farther apart than a distance.
  ///
  ///     Σ_{j in a clique of near places} yⱼ ≤ 1;   with an office o that may close: yⱼ ≤ 1 − o,  o being its closing
  func rows(forbidding distance: Double, in programme: Programme) -> [PhasedProblem.EventRow] {
    guard distance > -.infinity else { return [] }
    let limit = distance + 1e-9 * max(1, distance)
    var rows: [PhasedProblem.EventRow] = []
    func events(_ site: Int) -> [PhasedProblem.EventTerm] {
      programme.events([site], programme.allRounds, coefficient: closes[site] ? -1 : 1)
    }
    // Whether "open at the end" is the event or its absence, the terms say open − 1 of an office.
    for site in closes.indices where !stays[site] && toStaying[site] <= limit {
      rows.append(PhasedProblem.EventRow(terms: events(site), upper: closes[site] ? -1 : 0))
    }
    for (a, b) in pairs(within: limit) where closes[a] || closes[b] {
      let offices = (closes[a] ? 1.0 : 0) + (closes[b] ? 1 : 0)
      rows.append(PhasedProblem.EventRow(terms: events(a) + events(b), upper: 1 - offices))
    }
    for clique in cliques(within: limit) {
      rows.append(PhasedProblem.EventRow(terms: clique.flatMap(events), upper: 1))
    }
    return rows
  }

  private func pairs(within limit: Double) -> [(Int, Int)] {
    closes.indices.flatMap { a in
      ((a + 1)..<max(a + 1, count)).filter { !stays[a] && !stays[$0] && between[a * count + $0] <= limit }.map {
        (a, $0)
      }
    }
  }

  /// Sets of places any two of which are near, such that every near pair is in one of them.
  private func cliques(within limit: Double) -> [[Int]] {
    var isCovered: Set<Int> = []
    var cliques: [[Int]] = []
    for (a, b) in pairs(within: limit) where !closes[a] && !closes[b] && !isCovered.contains(a * count + b) {
      var clique = [a, b]
      for other in closes.indices where other != a && other != b && !closes[other] {
        if clique.allSatisfy({ between[$0 * count + other] <= limit }) { clique.append(other) }
      }
      for one in clique { for two in clique where one < two { isCovered.insert(one * count + two) } }
      cliques.append(clique.sorted())
    }
    return cliques
  }
}
