/// What every other decision about a single site costs, as proved intervals, all at once.
///
///     least: the relaxation's optimum with all its cuts, and the reduced costs of what the decision forces
///            c y ≥ z + Σ_t d_{jt} (v_t − y_{jt}) + Σ_t π_{jt} (r_t − r*_t)
///     most:  the best exchange with one other site that keeps the rules, in closed form
///
/// The first holds since every other column stands at a bound where moving it cannot lower c y. The second is a plan, so
/// nothing forced can cost more.
///
/// Source: reduced-cost bounds, Balas & Martin (1980), doi:10.1287/mnsc.26.1.86; gain, loss and what both share: Resende &
/// Werneck (2007), doi:10.1007/s10479-006-0154-0.
package struct PriceTable {
  /// One decision about one site.
  package struct Entry: Sendable {
    package var site: Int
    /// The round it happens in, or `Phasing.never`.
    package var event: Int8
    /// No phasing with the decision has a smaller objective.
    package var least: Double
    /// The objective of a phasing with the decision; nil where none was found.
    package var most: Double?
    /// The sites that have another event in that phasing, the site itself left out.
    package var exchange: [Int]
  }

  private let problem: PhasedProblem
  private let measure: Int
  private let gain: GainMeasure
  private let best: Phasing
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int

  /// - Parameters:
  ///   - measure: A gain measure, the one that is minimised.
  ///   - best: The phasing that decisions are held against.
  package init?(
    _ problem: PhasedProblem, measure: Int, best: Phasing, library: HighsLibrary, stop: StopRule, threads: Int
  ) {
    guard case .gain(let gain) = problem.measures[measure] else { return nil }
    self.problem = problem
    self.measure = measure
    self.gain = gain
    self.best = best
    self.library = library
    self.stop = stop
    self.threads = threads
  }

  /// - Parameters:
  ///   - hints: Points that another search of the problem ended at.
  ///   - known: A bound that is proved already.
  package func entries(hints: [BranchAndCut.Hint], known: Double) -> [Entry] {
    let bounds = ReducedBounds(problem, measure: measure, hints: hints, library: library, stop: stop, threads: threads)
    let exchanges = Exchanges(problem, gain, best)
    var entries: [Entry] = []
    for (site, kind) in problem.sites.enumerated() {
      let events = (0..<problem.rounds).filter { kind.mayHappen[$0] }.map { Int8($0) } + (kind.mayStay ? [Phasing.never] : [])
      for event in events where event != best.events[site] {
        let least = max(known, bounds?.bound(of: site, event) ?? known)
        let found = exchanges.best(forcing: site, event)
        entries.append(
          Entry(
            site: site, event: event, least: min(least, found?.value ?? .infinity), most: found?.value,
            exchange: found.map { [$0.partner].compactMap { $0 } } ?? []))
      }
    }
    return entries
  }
}

/// The relaxation solved to its end, and what its duals say of every decision about one site.
private struct ReducedBounds {
  private let formulation: Formulation
  private let terms: QuestionTerms
  private let objective: Double
  private let values: [Double]
  private let reducedCosts: [Double]
  /// Row and dual of "opens no earlier than …" between two rounds of a site, at `site × rounds + round`.
  private var chains: [Int: (row: Row, dual: Double)] = [:]

  init?(
    _ problem: PhasedProblem, measure: Int, hints: [BranchAndCut.Hint], library: HighsLibrary, stop: StopRule,
    threads: Int
  ) {
    let caps = [Double](repeating: .infinity, count: problem.measures.count)
    formulation = Formulation(problem, library: library, stop: stop, caps: caps, memory: RangeMemory())
    guard !formulation.isInfeasible else { return nil }
    terms = QuestionTerms(
      BranchAndCut.Question(objective: Objective(measure)), formulation: formulation, threads: threads)
    let model = HighsModel(formulation.linear, library: library, stop: stop)
    model.setCosts(terms.costs)
    var rows: [Row] = []
    for hint in hints {
      let point = formulation.point(of: hint)
      for source in formulation.sources { rows += source.separate(point, threads: threads) }
    }
    model.addRows(Array(Set(rows)).sorted { $0.upper < $1.upper })
    guard Self.solve(model, formulation, terms, threads: threads) else { return nil }
    objective = terms.unscaled(model.objective)
    values = model.values
    reducedCosts = model.reducedCosts
    collectChains(problem, model)
  }

  /// Cuts until none is broken, or the bound stands still.
  private static func solve(
    _ model: HighsModel, _ formulation: Formulation, _ terms: QuestionTerms, threads: Int
  ) -> Bool {
    var last = -Double.infinity
    var still = 0
    while true {
      guard model.solve() == .optimal else { return false }
      let bound = terms.unscaled(model.objective)
      still = bound - last > 1e-7 * max(1e-9, abs(bound)) ? 0 : still + 1
      last = bound
      let cuts = formulation.sources.filter { terms.isActive[$0.measure] }.flatMap {
        $0.separate(model.values, threads: threads)
      }
      guard !cuts.isEmpty, still < 4 else { return true }
      model.addRows(cuts)
    }
  }

  private mutating func collectChains(_ problem: PhasedProblem, _ model: HighsModel) {
    var owner: [Int: (site: Int, round: Int)] = [:]
    for (round, columns) in formulation.open.enumerated() {
      for (site, column) in columns.enumerated() where column >= 0 { owner[column] = (site, round) }
    }
    for (index, row) in formulation.linear.rows.enumerated() where row.terms.count == 2 {
      guard let first = owner[row.terms[0].column], let second = owner[row.terms[1].column],
        first.site == second.site, abs(first.round - second.round) == 1, model.rowDuals[index] != 0
      else { continue }
      chains[first.site * problem.rounds + max(first.round, second.round)] = (row, model.rowDuals[index])
    }
  }

  /// What the objective is at least when a site has an event.
  func bound(of site: Int, _ event: Int8) -> Double {
    let problem = formulation.problem
    var scaled = 0.0
    var forced: [Int: Double] = [:]
    for round in 0..<problem.rounds {
      let column = formulation.open[round][site]
      guard column >= 0 else { continue }
      let happened = event != Phasing.never && Int(event) <= round
      let value = happened != problem.sites[site].closes ? 1.0 : 0
      forced[column] = value
      scaled += reducedCosts[column] * (value - values[column])
    }
    for round in 1..<max(1, problem.rounds) {
      guard let (row, dual) = chains[site * problem.rounds + round] else { continue }
      let before = row.terms.reduce(0) { $0 + $1.coefficient * values[$1.column] }
      let after = row.terms.reduce(0) { $0 + $1.coefficient * (forced[$1.column] ?? 0) }
      scaled += dual * (after - before)
    }
    return objective + scaled / terms.scaledDifference(1)
  }
}

/// The objective of every exchange of events between two sites, in closed form, and which of them keep the rules.
private struct Exchanges {
  private let problem: PhasedProblem
  private let best: Phasing
  private let value: Double
  private let rounds: [ExchangeGains]
  /// Row, round and coefficient of each site's events.
  private let rowsOfSite: [[(row: Int, round: Int, coefficient: Double)]]
  private let rowValues: [Double]

  init(_ problem: PhasedProblem, _ gain: GainMeasure, _ best: Phasing) {
    self.problem = problem
    self.best = best
    value = gain.value(in: best, of: problem)
    rounds = (0..<problem.rounds).map { round in
      ExchangeGains(
        gain.rows, weight: gain.weights[round],
        isOpen: problem.sites.indices.map { problem.isOpen($0, in: round, of: best) })
    }
    var rows = [[(row: Int, round: Int, coefficient: Double)]](repeating: [], count: problem.sites.count)
    for (index, row) in problem.rows.enumerated() where row.price == nil {
      for term in row.terms { rows[term.site].append((index, term.round, term.coefficient)) }
    }
    rowsOfSite = rows
    rowValues = problem.rows.map { problem.value(of: $0, in: best) }
  }

  /// The best phasing that differs in the forced event and in one other site's at most.
  func best(forcing site: Int, _ event: Int8) -> (value: Double, partner: Int?)? {
    let current = best.events[site]
    var candidates: [(value: Double, partner: Int?)] = [(value + change(site, event), nil)]
    for partner in problem.sites.indices where partner != site && best.events[partner] == event {
      guard problem.sites[partner].closes == problem.sites[site].closes else { continue }
      candidates.append((value + change(site, event, with: partner, current), partner))
    }
    candidates.sort { ($0.value, $0.partner ?? -1) < ($1.value, $1.partner ?? -1) }
    var tried = 0
    for candidate in candidates where keepsRows(site, event, candidate.partner, current) {
      guard !problem.measureRows.isEmpty else { return candidate }
      // Limits on measures ask for the whole phasing; a few tries are enough.
      tried += 1
      if tried > 5 { return nil }
      var phasing = best
      phasing.events[site] = event
      if let partner = candidate.partner { phasing.events[partner] = current }
      if problem.isFeasible(phasing) { return candidate }
    }
    return nil
  }

  private func isOpen(_ site: Int, _ event: Int8, in round: Int) -> Bool {
    (event != Phasing.never && Int(event) <= round) != problem.sites[site].closes
  }

  /// What the objective changes by when a site alone has another event.
  private func change(_ site: Int, _ event: Int8) -> Double {
    rounds.indices.reduce(0) { sum, round in
      let (before, after) = (isOpen(site, best.events[site], in: round), isOpen(site, event, in: round))
      return before == after ? sum : sum + (after ? -rounds[round].gain[site] : rounds[round].loss(site))
    }
  }

  /// What it changes by when another site takes its event: in each round one comes and one goes, or neither.
  private func change(_ site: Int, _ event: Int8, with partner: Int, _ taken: Int8) -> Double {
    rounds.indices.reduce(0) { sum, round in
      let (before, after) = (isOpen(site, best.events[site], in: round), isOpen(site, event, in: round))
      guard before != after else { return sum }
      return sum + (after ? rounds[round].exchange(in: site, out: partner) : rounds[round].exchange(in: partner, out: site))
    }
  }

  private func keepsRows(_ site: Int, _ event: Int8, _ partner: Int?, _ taken: Int8) -> Bool {
    if let partner {
      let kind = problem.sites[partner]
      guard taken == Phasing.never ? kind.mayStay : kind.mayHappen[Int(taken)] else { return false }
    }
    var changes: [Int: Double] = [:]
    func add(_ site: Int, _ event: Int8, _ sign: Double) {
      for entry in rowsOfSite[site] where entry.round == Int(event) { changes[entry.row, default: 0] += sign * entry.coefficient }
    }
    add(site, best.events[site], -1)
    add(site, event, 1)
    if let partner {
      add(partner, best.events[partner], -1)
      add(partner, taken, 1)
    }
    return changes.allSatisfy { row, change in
      let value = rowValues[row] + change
      return value >= problem.rows[row].lower - 1e-7 && value <= problem.rows[row].upper + 1e-7
    }
  }
}

/// Of one round: what each closed site gains, what each open one loses, and what the two share.
private struct ExchangeGains {
  let gain: [Double]
  private let losses: [Double]
  /// Number of each open site among the open ones; −1 for a closed site.
  private let numbers: [Int]
  /// What is counted twice when `in` comes and `out` goes, at `in × open + out`.
  private let shared: [Double]
  private let openCount: Int

  init(_ rows: GainRows, weight: Double, isOpen: [Bool]) {
    var numbers = [Int](repeating: -1, count: rows.siteCount)
    var openCount = 0
    for site in 0..<rows.siteCount where isOpen[site] {
      numbers[site] = openCount
      openCount += 1
    }
    var gain = [Double](repeating: 0, count: rows.siteCount)
    var losses = gain
    var shared = [Double](repeating: 0, count: rows.siteCount * max(1, openCount))
    for site in 0..<rows.siteCount {
      if isOpen[site] { losses[site] = weight * rows.gainAlone(site) } else { gain[site] = weight * rows.gainAlone(site) }
    }
    guard weight != 0 else {
      (self.gain, self.losses, self.numbers, self.shared, self.openCount) = (gain, losses, numbers, shared, openCount)
      return
    }
    for row in 0..<rows.rowCount {
      let range = rows.starts[row]..<rows.starts[row + 1]
      let first = range.first { isOpen[Int(rows.sites[$0])] }
      let second = first.flatMap { first in (first + 1..<range.upperBound).first { isOpen[Int(rows.sites[$0])] } }
      let nearest = first.map { rows.burdens[$0] } ?? rows.rest[row]
      let next = second.map { rows.burdens[$0] } ?? rows.rest[row]
      let owner = first.map { numbers[Int(rows.sites[$0])] }
      if let first { losses[Int(rows.sites[first])] += weight * (next - nearest) }
      for entry in range {
        let burden = rows.burdens[entry]
        guard burden < next else { break }
        let site = Int(rows.sites[entry])
        guard !isOpen[site] else { continue }
        gain[site] += weight * max(0, nearest - burden)
        if let owner { shared[site * openCount + owner] += weight * (next - max(nearest, burden)) }
      }
    }
    (self.gain, self.losses, self.numbers, self.shared, self.openCount) = (gain, losses, numbers, shared, openCount)
  }

  func loss(_ site: Int) -> Double { losses[site] }

  /// What the burden changes by when one site comes and another goes.
  func exchange(in coming: Int, out going: Int) -> Double {
    losses[going] - gain[coming] - shared[coming * openCount + numbers[going]]
  }
}
