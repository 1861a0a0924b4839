package import EtappModel
import EtappSolver

/// The walk along the frontier of a study's goal against spread: the smallest distance between two open sites.
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
    let options = planner.options
    let walk = SeparationWalk(
      measure: base.measures[0], library: planner.library, stop: options.stop, threads: options.threads,
      seed: options.seed, separation: distances.spread, problem: problem(beyond:))
    let frontier = walk.frontier(points: wanted, same: Self.same)
    return SpreadFrontier(points: frontier.points.map { point($0, form) }, isComplete: frontier.isComplete)
  }

  /// Values that differ by less are the same: finer than that nothing is proved.
  private static let same = 2 * Proof.tolerance

  private func problem(beyond spread: Double) -> PhasedProblem? {
    var model = base
    for row in distances.rows(forbidding: spread, in: locating.programme) { model.add(row) }
    return model.isContradictory ? nil : model.problem
  }

  private func point(_ point: SeparationWalk.Point, _ form: any GoalForm) -> SpreadPoint {
    let choice = locating.programme.choice(of: point.phasing)
    return SpreadPoint(
      objective: form.value(ofMeasure: point.value), bound: form.value(ofMeasure: point.bound),
      spread: Kilometres(point.separation),
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

  private func cliques(within limit: Double) -> [[Int]] {
    let places = closes.indices.filter { !closes[$0] && !stays[$0] }
    return NearCliques.covering(places, count: count) { between[$0 * count + $1] <= limit }
  }
}
