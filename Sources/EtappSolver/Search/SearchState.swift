/// A phasing under change, with every row and measure kept up to date: what local search and random plans walk on.
struct SearchState {
  let problem: PhasedProblem
  private(set) var phasing: Phasing
  private let plan: Layout
  private var rowValues: [Double]
  private var gains: [GainState?]
  private var servings: [ServingState?]
  private var balances: [BalanceState?]
  private let isPenalty: [Bool]
  /// Σ missed over the hard rows, each in units of its greatest coefficient.
  private(set) var rowViolation = 0.0
  /// Entries of gain rows looked at so far: what an evaluation costs on a national study.
  private(set) var touched = 0

  /// What does not change while the state does: which rows each event touches.
  struct Layout: Sendable {
    /// (row, coefficient) of each event, at `site × rounds + round`.
    let rowsOfEvent: [[(row: Int, coefficient: Double)]]
    let rowScale: [Double]
    let gains: [GainColumns?]

    init(_ problem: PhasedProblem) {
      var rows = [[(row: Int, coefficient: Double)]](repeating: [], count: problem.sites.count * problem.rounds)
      for (index, row) in problem.rows.enumerated() {
        for term in row.terms { rows[term.site * problem.rounds + term.round].append((index, term.coefficient)) }
      }
      rowsOfEvent = rows
      rowScale = problem.rows.map { row in 1 / max(1e-12, row.terms.reduce(0) { max($0, abs($1.coefficient)) }) }
      gains = problem.measures.map { measure in
        switch measure {
        case .gain(let gain): GainColumns(gain.rows)
        case .serving(let serving): GainColumns(serving.uncapacitated.rows)
        case .linear, .nearest, .balance, .penalty: nil
        }
      }
    }
  }

  init(_ problem: PhasedProblem, layout: Layout, phasing: Phasing) {
    self.problem = problem
    self.phasing = Phasing(events: [Int8](repeating: Phasing.never, count: problem.sites.count))
    plan = layout
    rowValues = [Double](repeating: 0, count: problem.rows.count)
    gains = zip(problem.measures, layout.gains).map { measure, columns in
      guard case .gain(let gain) = measure, let columns else { return nil }
      return GainState(gain, columns: columns, rounds: problem.rounds)
    }
    servings = zip(problem.measures, layout.gains).map { measure, columns in
      guard case .serving(let serving) = measure, let columns else { return nil }
      return ServingState(serving, columns: columns, rounds: problem.rounds)
    }
    balances = problem.measures.map { measure in
      guard case .balance(let balance) = measure else { return nil }
      return BalanceState(balance, sites: problem.sites.count, rounds: problem.rounds)
    }
    isPenalty = problem.measures.map { if case .penalty = $0 { true } else { false } }
    for index in problem.rows.indices { rowViolation += violation(index) }
    for (site, kind) in problem.sites.enumerated() where kind.closes {
      for round in 0..<problem.rounds { setOpen(site, round, true) }
    }
    for (site, event) in phasing.events.enumerated() where event != Phasing.never { set(site, event) }
  }

  /// Gives a site another event.
  mutating func set(_ site: Int, _ event: Int8) {
    let old = phasing.events[site]
    setRows(site, event)
    setMeasures(site, from: old)
  }

  /// The first half of `set`: rows and the phasing itself. Cheap, and enough to see that a change breaks a rule.
  mutating func setRows(_ site: Int, _ event: Int8) {
    let old = phasing.events[site]
    guard old != event else { return }
    if old != Phasing.never { addToRows(site, Int(old), -1) }
    if event != Phasing.never { addToRows(site, Int(event), 1) }
    phasing.events[site] = event
  }

  /// The second half: the measures that are kept up to date, for a site whose event was `old`.
  mutating func setMeasures(_ site: Int, from old: Int8) {
    let event = phasing.events[site]
    for round in 0..<problem.rounds {
      let before = (old != Phasing.never && Int(old) <= round) != problem.sites[site].closes
      let after = (event != Phasing.never && Int(event) <= round) != problem.sites[site].closes
      if before != after { setOpen(site, round, after) }
    }
  }

  private mutating func setOpen(_ site: Int, _ round: Int, _ isOpen: Bool) {
    for index in gains.indices {
      touched += gains[index]?.set(site, round, isOpen) ?? servings[index]?.set(site, round, isOpen) ?? 0
    }
  }

  private mutating func addToRows(_ site: Int, _ round: Int, _ sign: Double) {
    for index in balances.indices { balances[index]?.add(site, round, Int(sign)) }
    for (row, coefficient) in plan.rowsOfEvent[site * problem.rounds + round] {
      rowViolation -= violation(row)
      rowValues[row] += sign * coefficient
      rowViolation += violation(row)
    }
  }

  private func violation(_ row: Int) -> Double {
    guard problem.rows[row].price == nil else { return 0 }
    return missed(row) * plan.rowScale[row]
  }

  private func missed(_ row: Int) -> Double {
    max(0, problem.rows[row].lower - rowValues[row], rowValues[row] - problem.rows[row].upper)
  }

  func value(of measure: Int) -> Double {
    if let gain = gains[measure] { return gain.value }
    if let serving = servings[measure] { return serving.value }
    if let balance = balances[measure] { return balance.value }
    guard case .penalty = problem.measures[measure] else { return problem.value(of: measure, in: phasing) }
    var sum = 0.0
    for (index, row) in problem.rows.enumerated() { if let price = row.price { sum += price * missed(index) } }
    for limit in problem.measureRows {
      if let price = limit.price { sum += price * max(0, value(of: limit.measure) - limit.upper) }
    }
    return sum
  }

  func value(of objective: Objective) -> Double {
    objective.terms.reduce(0) { $0 + $1.weight * value(of: $1.measure) }
  }

  /// What an objective is not less than, known sooner than its value where sites have capacities.
  func floor(of objective: Objective) -> Double {
    objective.terms.reduce(0) { $0 + $1.weight * (servings[$1.measure]?.floor ?? value(of: $1.measure)) }
  }

  /// Whether a value takes much longer than what it is not less than.
  var hasServings: Bool { servings.contains { $0 != nil } }

  /// Looks closely at what is open now, so that `floor` is sharp nearby.
  mutating func look() { for index in servings.indices { servings[index]?.look() } }

  /// Counts what exact values cost.
  mutating func countValue() { for case let serving? in servings { touched += serving.work } }

  /// How far the hard rows and limits are from holding; 0 when all hold.
  func violation(limits: [(measure: Int, upper: Double)]) -> Double {
    var sum = rowViolation < 1e-7 ? 0 : rowViolation
    for limit in problem.measureRows where limit.price == nil { sum += excess(limit.measure, limit.upper) }
    for (measure, upper) in limits { sum += excess(measure, upper) }
    return sum
  }

  /// The part of `violation` that does not ask for gains: those need the measures to be up to date.
  func quickViolation(limits: [(measure: Int, upper: Double)]) -> Double {
    var sum = rowViolation < 1e-7 ? 0 : rowViolation
    for (measure, upper) in limits where gains[measure] == nil && servings[measure] == nil && !isPenalty[measure] {
      sum += excess(measure, upper)
    }
    return sum
  }

  private func excess(_ measure: Int, _ upper: Double) -> Double {
    let value = value(of: measure)
    return PhasedProblem.holds(value, upper) ? 0 : (value - upper) / max(1, abs(upper))
  }
}

/// The entries of gain rows by site: (row, position in the row).
struct GainColumns: Sendable {
  let starts: [Int]
  let rows: [Int32]
  let entries: [Int32]

  init(_ gains: GainRows) {
    var counts = [Int](repeating: 0, count: gains.siteCount + 1)
    for site in gains.sites { counts[Int(site) + 1] += 1 }
    for site in 1..<counts.count { counts[site] += counts[site - 1] }
    starts = counts
    var next = counts
    var rows = [Int32](repeating: 0, count: gains.sites.count)
    var entries = rows
    for row in 0..<gains.rowCount {
      for entry in gains.starts[row]..<gains.starts[row + 1] {
        let site = Int(gains.sites[entry])
        rows[next[site]] = Int32(row)
        entries[next[site]] = Int32(entry)
        next[site] += 1
      }
    }
    self.rows = rows
    self.entries = entries
  }
}

/// The value of a gain measure while sites open and close: for each round and row the best open entry.
///
/// Rows are sorted from the best down, so the best open site is the first open one: opening compares, closing scans on.
struct GainState {
  private let measure: GainMeasure
  private let columns: GainColumns
  private let rounds: Int
  private var isOpen: [Bool]
  /// Entry of the best open site, `rounds × rows`; the row's end when none is.
  private var best: [Int32]
  private(set) var value: Double

  init(_ measure: GainMeasure, columns: GainColumns, rounds: Int) {
    self.measure = measure
    self.columns = columns
    self.rounds = rounds
    isOpen = [Bool](repeating: false, count: rounds * measure.rows.siteCount)
    best = (0..<rounds).flatMap { _ in measure.rows.starts.dropFirst().map(Int32.init) }
    value = measure.weights.reduce(0, +) * measure.rows.greatest
  }

  /// - Returns: How many entries were looked at.
  mutating func set(_ site: Int, _ round: Int, _ open: Bool) -> Int {
    let weight = measure.weights[round]
    let rows = measure.rows
    let sites = rows.siteCount
    isOpen[round * sites + site] = open
    guard weight != 0 else { return 0 }
    var change = open ? -rows.gainAlone(site) : rows.gainAlone(site)
    let base = round * rows.rowCount
    for index in columns.starts[site]..<columns.starts[site + 1] {
      let (row, entry) = (Int(columns.rows[index]), Int(columns.entries[index]))
      let current = Int(best[base + row])
      let end = rows.starts[row + 1]
      if open, entry < current {
        change += rows.burdens[entry] - (current < end ? rows.burdens[current] : rows.rest[row])
        best[base + row] = Int32(entry)
      } else if !open, entry == current {
        var next = entry + 1
        while next < end, !isOpen[round * sites + Int(rows.sites[next])] { next += 1 }
        change += (next < end ? rows.burdens[next] : rows.rest[row]) - rows.burdens[entry]
        best[base + row] = Int32(next)
      }
    }
    value += weight * change
    return columns.starts[site + 1] - columns.starts[site]
  }
}
