/// What is worth knowing about one round before its master is solved, where sites have capacities: cuts at multipliers
/// that an ascent ended at, and good sets of sites that it met.
///
/// Cuts made one by one from the master's own points arrive at the same bound after hundreds of them.
struct CapacityStart {
  private let cuts: CapacityCuts
  private let problem: PhasedProblem
  private let question: BranchAndCut.Question
  private let fixed: [Double]
  private let most: Int
  private let stop: StopRule
  private var value = Double.infinity
  /// Whether each site is open in the best set met.
  private var best: [Bool]?
  private(set) var rows: [Row] = []

  /// - Parameter incumbent: A phasing to begin at; nil where none is known.
  init(
    _ cuts: CapacityCuts, _ question: BranchAndCut.Question, of problem: PhasedProblem, incumbent: Phasing?,
    stop: StopRule
  ) {
    (self.cuts, self.problem, self.question, self.stop) = (cuts, problem, question, stop)
    fixed = Self.fixed(cuts, question, problem)
    most = Self.most(in: cuts.round, problem)
    if let incumbent { best = problem.sites.indices.map { problem.isOpen($0, in: cuts.round, of: incumbent) } }
  }

  /// The best phasing met; nil where there are several rounds, or nothing was found.
  var phasing: Phasing? { best.flatMap { value < .infinity ? phasing(open: $0) : nil } }

  // MARK: Running

  mutating func run() {
    if let open = best {
      value = objective(of: open) ?? .infinity
      exchange(atMost: Self.exchanges)
    }
    var ascent = ServingAscent(
      cuts.rows, capacities: cuts.capacities, fixed: fixed, most: most, start: best.map { multipliers(open: $0) } ?? far
    )
    var tried: Set<[Int]> = []
    for step in 1...Self.steps where !ascent.isDone && stop.reason == nil {
      let chosen = ascent.step(target: target(ascent))
      if step % 5 == 0, problem.rounds == 1, tried.insert(chosen).inserted { take(chosen) }
      if step % 25 == 0 { add(ascent.bestMultipliers) }
    }
    add(ascent.bestMultipliers)
  }

  private static let steps = 400
  private static let exchanges = 60

  private mutating func add(_ multipliers: [Double]) {
    let cut = cuts.cut(at: CapacityPoint(cuts.rows, cuts.capacities, multipliers))
    if rows.last != cut { rows.append(cut) }
  }

  /// What the sites of the incumbent cost in this round, as the ascent counts.
  private func target(_ ascent: ServingAscent) -> Double {
    guard let best else {
      return ascent.bound.isFinite ? ascent.bound + 0.05 * abs(ascent.bound) + 1 : cuts.rows.greatest
    }
    let opening = best.indices.reduce(0) { best[$1] && fixed[$1].isFinite ? $0 + fixed[$1] : $0 }
    return cost(open: best) + opening
  }

  // MARK: Sets of sites

  /// Takes a set when it is the best so far, and looks at what is near it.
  private mutating func take(_ chosen: [Int]) {
    var open = [Bool](repeating: false, count: fixed.count)
    for site in chosen { open[site] = true }
    guard let value = objective(of: open), value < self.value else { return }
    (self.value, best) = (value, open)
    exchange(atMost: Self.exchanges)
  }

  /// Exchanges an open site for a closed one as long as that helps, the most promising first.
  private mutating func exchange(atMost tries: Int) {
    guard problem.rounds == 1, value < .infinity else { return }
    var improved = true
    while improved, stop.reason == nil, let open = best {
      improved = false
      for pair in promising(open).prefix(tries) {
        var trial = open
        (trial[pair.comes], trial[pair.goes]) = (true, false)
        guard let value = objective(of: trial), value < self.value - 1e-9 * abs(self.value) else { continue }
        (self.value, best, improved) = (value, trial, true)
        break
      }
    }
  }

  /// Pairs of a closed and an open site, by what exchanging them can save at most.
  private func promising(_ open: [Bool]) -> [(comes: Int, goes: Int)] {
    let point = CapacityPoint(cuts.rows, cuts.capacities, multipliers(open: open))
    let net = open.indices.map { fixed[$0].isFinite ? point.worth[$0] - fixed[$0] : -.infinity }
    var pairs: [(saves: Double, comes: Int, goes: Int)] = []
    for goes in open.indices where open[goes] && net[goes].isFinite {
      for comes in open.indices where !open[comes] && net[comes] > net[goes] {
        pairs.append((net[comes] - net[goes], comes, goes))
      }
    }
    pairs.sort { ($0.saves, $1.comes, $1.goes) > ($1.saves, $0.comes, $0.goes) }
    return pairs.map { ($0.comes, $0.goes) }
  }

  /// The question's objective for a set of open sites; nil where it breaks a rule or there are several rounds.
  private func objective(of open: [Bool]) -> Double? {
    guard problem.rounds == 1 else { return nil }
    let phasing = phasing(open: open)
    return question.allows(phasing, in: problem) ? problem.value(of: question.objective, in: phasing) : nil
  }

  private func phasing(open: [Bool]) -> Phasing {
    Phasing(events: open.indices.map { open[$0] != problem.sites[$0].closes ? 0 : Phasing.never })
  }

  private func transportation(open: [Bool]) -> Transportation {
    let transportation = Transportation.solved(cuts.rows, open: open.map { $0 ? 1 : 0 }, capacities: cuts.capacities)
    return transportation
  }

  private func cost(open: [Bool]) -> Double { transportation(open: open).value }

  private func multipliers(open: [Bool]) -> [Double] { transportation(open: open).multipliers() }

  /// Where nothing is known: what the first of so many sites would cost that as many as may open are left.
  private var far: [Double] {
    (0..<cuts.rows.rowCount).map { row in
      let entry = cuts.rows.starts[row] + fixed.count / max(1, most)
      return entry < cuts.rows.starts[row + 1] ? cuts.rows.costs[entry] : cuts.rows.rest[row]
    }
  }

  // MARK: What the problem says

  /// What opening a site costs beside, in the unit of the round's cost; ±∞ where it has to be open, or cannot be.
  private static func fixed(
    _ cuts: CapacityCuts, _ question: BranchAndCut.Question, _ problem: PhasedProblem
  ) -> [Double] {
    var fixed = problem.sites.map { site in
      let may = site.mayHappen[...cuts.round].contains(true)
      let must = !site.mayStay && !site.mayHappen[(cuts.round + 1)...].contains(true)
      if site.closes { return must ? Double.infinity : may ? 0 : -.infinity }
      return may ? (must ? -.infinity : 0) : .infinity
    }
    guard problem.rounds == 1, let own = question.objective.terms.first(where: { $0.measure == cuts.measure }),
      case .serving(let serving) = problem.measures[cuts.measure], own.weight * serving.weights[0] > 0
    else { return fixed }
    for term in question.objective.terms {
      guard case .linear(let linear) = problem.measures[term.measure] else { continue }
      for event in linear.terms {
        let cost = event.coefficient * term.weight / (own.weight * serving.weights[0])
        fixed[event.site] += problem.sites[event.site].closes ? -cost : cost
      }
    }
    return fixed
  }

  /// How many sites may be open in a round, by the rules that count all of them.
  private static func most(in round: Int, _ problem: PhasedProblem) -> Int {
    let sites = problem.sites
    var opening = sites.count { !$0.closes }
    var closing = sites.count(where: \.closes)
    for row in problem.rows where row.price == nil && row.terms.allSatisfy({ $0.coefficient >= 1 }) {
      let counted = Set(row.terms.filter { $0.round <= round }.map(\.site))
      let isOpening = counted.allSatisfy { !sites[$0].closes }
      if isOpening, counted.count >= sites.count(where: { !$0.closes }), row.upper < Double(opening) {
        opening = Int(row.upper)
      }
      let isClosing = row.terms.allSatisfy { sites[$0.site].closes && $0.round <= round && $0.coefficient == 1 }
      if isClosing, row.lower > 0 { closing = min(closing, sites.count(where: \.closes) - Int(row.lower.rounded(.up))) }
    }
    return max(0, opening) + max(0, closing)
  }
}
