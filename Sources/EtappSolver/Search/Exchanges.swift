/// The objective of every exchange of events between two sites, in closed form, and which of them keep the rules.
struct Exchanges {
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
      return sum
        + (after ? rounds[round].exchange(in: site, out: partner) : rounds[round].exchange(in: partner, out: site))
    }
  }

  private func keepsRows(_ site: Int, _ event: Int8, _ partner: Int?, _ taken: Int8) -> Bool {
    if let partner {
      let kind = problem.sites[partner]
      guard taken == Phasing.never ? kind.mayStay : kind.mayHappen[Int(taken)] else { return false }
    }
    var changes: [Int: Double] = [:]
    func add(_ site: Int, _ event: Int8, _ sign: Double) {
      for entry in rowsOfSite[site] where entry.round == Int(event) {
        changes[entry.row, default: 0] += sign * entry.coefficient
      }
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
struct ExchangeGains {
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
      if isOpen[site] {
        losses[site] = weight * rows.gainAlone(site)
      } else {
        gain[site] = weight * rows.gainAlone(site)
      }
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
