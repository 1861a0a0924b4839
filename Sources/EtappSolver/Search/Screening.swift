/// Leaves out the sites of a great programme that can be in nothing better, before its master is made.
///
///     N: the most sites that the rules let be open in each round
///     of a sample of the rows: multipliers and their bound L (`PhasedAscent`), the best phasing of the sites that L
///       promises most
///     of all rows: multipliers that climb towards it; the best phasing of what they promise; on towards that
///     a site with which L is no better than that phasing, in whatever round it opens, is left out
///
/// The rules count with N only, so that L is weak where they say much of regions; then too little would be left out, which
/// the sample shows, and the whole is solved as if nothing had been tried.
///
/// Source: reduced-cost fixing by Lagrangian bounds, as in Avella, Boccia, Salerno, Vasilyev, "An aggregation heuristic for
/// large scale p-median problem", Computers & Operations Research 39 (2012), here over rounds.
package struct Screening {
  private let problem: PhasedProblem
  private let measure: Int
  private let gain: GainMeasure
  private let library: HighsLibrary
  private let stop: StopRule
  private let threads: Int
  private let seed: UInt64

  /// The problem that is left, and what is known of it.
  package struct Result {
    /// Sites that are left, in order.
    package var kept: [Int]
    package var problem: PhasedProblem
    /// A good phasing of it.
    package var start: Phasing
    /// Where cuts were worth making.
    package var hints: [BranchAndCut.Hint]
    /// No phasing with a site that was left out has a smaller value.
    package var beyond: Double
    package var effort: Outcome.Effort
    fileprivate var siteCount: Int

    /// Values of the sites that are left as values of all.
    package func all<Value>(_ values: [Value], else nothing: Value) -> [Value] {
      spread(values, of: kept, over: siteCount, else: nothing)
    }
  }

  /// Entries below which the master is small as it is.
  package static let manyEntries = 500_000
  private static let sampledRows = 15_000
  /// Sites of a small problem for each that can be open, and beside those.
  private static let promising = (each: 4, more: 40)
  private static let nodes = 200
  private static let steps = (ofSample: 80, ofAll: 40, last: 25)
  /// Share of the sites that has to go, and that a sample has to let go: its own bound is less sharp.
  private static let worthWhile = (inAll: 1.0 / 3, inSample: 0.05)

  /// - Parameters:
  ///   - measure: What is to be made small.
  ///   - entries: Entries of its rows below which it is not worth while.
  /// - Returns: nil where it does not apply: few rows, offices that close, or an objective of another kind.
  package init?(
    _ problem: PhasedProblem, measure: Int, library: HighsLibrary, stop: StopRule, threads: Int, seed: UInt64,
    from entries: Int = manyEntries
  ) {
    guard case .gain(let gain) = problem.measures[measure], gain.rows.sites.count >= entries,
      gain.weights.allSatisfy({ $0 > 0 }), problem.sites.allSatisfy({ !$0.closes })
    else { return nil }
    (self.problem, self.measure, self.gain, self.library) = (problem, measure, gain, library)
    (self.stop, self.threads, self.seed) = (stop, threads, seed)
  }

  /// - Parameter report: Told of the first phasing and of bounds, in the measure's own unit.
  /// - Returns: nil when no phasing was found to begin from, or too little can be left out.
  /// - Complexity: O(entries of the rows) for each of about a hundred steps, and two small masters.
  package func run(report: (Progress) -> Void = { _ in }) -> Result? {
    guard let most = mostOpen else { return nil }
    let all = PlacingProblem(gain.rows)
    guard var good = fromSample(of: all, most) else { return nil }
    let start = (0..<problem.rounds).map { all.middles(open: open(in: $0, of: good.phasing)).each }
    let ascent = PhasedAscent(all, weights: gain.weights, most: most, start: start, threads: threads)
    ascent.climb(towards: good.value, steps: Self.steps.ofAll, stop: stop)
    report(Progress(value: good.value, bound: ascent.best, nodes: 0))
    if let again = best(from: good.phasing, among: promising(ascent, good.phasing)) {
      let effort = good.effort
      if again.value <= good.value { good = again }
      good.effort = effort
      good.effort += again.effort
    }
    ascent.climb(towards: good.value, steps: Self.steps.last, stop: stop)
    return left(by: ascent, good)
  }

  /// Rounds that are good one by one come to more together: by a hair, as a rule.
  private static let beyond = 1.002

  private func weighed(_ values: [Double]) -> Double { zip(values, gain.weights).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The most sites that can be open in each round; nil where the rules cannot be kept, or nothing can open.
  private var mostOpen: [Int]? {
    let rules = PhasedProblem(rounds: problem.rounds, sites: problem.sites, rows: problem.rows)
    let formulation = Formulation(rules, library: library, stop: stop, caps: [], memory: RangeMemory())
    var counter = CountRanges(linear: formulation.linear, library: library, stop: stop, memory: RangeMemory())
    let most = formulation.open.map { columns in
      counter.range(of: Expression(terms: columns.filter { $0 >= 0 }.map { Term($0, 1) })).upperBound
    }
    return counter.isInfeasible || most.allSatisfy { $0 == 0 } ? nil : most
  }

  // MARK: A good phasing

  /// The best phasing of the sites that a sample promises most of; nil where it says that too few sites could go.
  private func fromSample(of all: PlacingProblem, _ most: [Int]) -> Good? {
    let sample = all.sampled(to: Self.sampledRows)
    let sites = most.map { goodSites(sample, open: $0) }
    let middles = sites.map { sample.middles(open: $0) }
    let ascent = PhasedAscent(sample, weights: gain.weights, most: most, start: middles.map(\.each), threads: threads)
    ascent.climb(towards: Self.beyond * weighed(middles.map(\.value)), steps: Self.steps.ofSample, stop: stop)
    let first = phasing(opening: sites)
    guard let good = best(from: first, among: promising(ascent, first)) else { return nil }
    let value = weighed((0..<problem.rounds).map { sample.value(open: open(in: $0, of: good.phasing)) })
    return isFew(ascent.leastOpened.count { $0 < value }, Self.worthWhile.inSample) ? good : nil
  }

  private func goodSites(_ sample: PlacingProblem, open: Int) -> [Int] {
    PlacingSearch(sample, open: open, stop: stop, threads: threads, seed: seed)
      .run(PlacingSearch.Start(patience: 0)).sites
  }

  /// Each site in the first round that it is good in.
  private func phasing(opening sites: [[Int]]) -> Phasing {
    var phasing = Phasing(events: [Int8](repeating: Phasing.never, count: problem.sites.count))
    for (round, sites) in sites.enumerated().reversed() { for site in sites { phasing.events[site] = Int8(round) } }
    return phasing
  }

  /// The sites that open, those that must, and those that the bound promises most of.
  private func promising(_ ascent: PhasedAscent, _ phasing: Phasing) -> [Int] {
    var chosen = Set(phasing.events.indices.filter { phasing.events[$0] != Phasing.never })
    let count = Self.promising.each * chosen.count + Self.promising.more
    chosen.formUnion(problem.sites.indices.filter { !problem.sites[$0].mayStay })
    let least = ascent.leastOpened
    for site in least.indices.sorted(by: { (least[$0], $0) < (least[$1], $1) }) where chosen.count < count {
      chosen.insert(site)
    }
    return chosen.sorted()
  }

  private struct Good {
    var phasing: Phasing
    var value: Double
    var hints: [BranchAndCut.Hint]
    var effort: Outcome.Effort
  }

  /// The best phasing of a few sites.
  private func best(from start: Phasing, among few: [Int]) -> Good? {
    guard let small = problem.restricted(to: few) else { return nil }
    var question = BranchAndCut.Question(
      objective: Objective(measure), starts: [Phasing(events: few.map { start.events[$0] })], nodeLimit: Self.nodes)
    question.patience = Self.nodes
    let solver = BranchAndCut(small, library: library, stop: stop, threads: threads)
    let outcome = solver.minimise(question)
    guard let found = outcome.phasing else { return nil }
    let count = problem.sites.count
    return Good(
      phasing: Phasing(events: spread(found.events, of: few, over: count, else: Phasing.never)), value: outcome.value,
      hints: solver.hints.map { $0.map { spread($0, of: few, over: count, else: 0) } }, effort: outcome.effort)
  }

  private func isFew(_ left: Int, _ share: Double) -> Bool { Double(left) <= (1 - share) * Double(problem.sites.count) }

  private func open(in round: Int, of phasing: Phasing) -> [Int] {
    problem.sites.indices.filter { problem.isOpen($0, in: round, of: phasing) }
  }

  // MARK: What is left

  private func left(by ascent: PhasedAscent, _ good: Good) -> Result? {
    let least = ascent.leastOpened
    // Burdens were rounded to 24 bits for the bound.
    let limit = good.value + 2e-7 * abs(good.value)
    let kept = problem.sites.indices.filter {
      least[$0] < limit || good.phasing.events[$0] != Phasing.never || !problem.sites[$0].mayStay
    }
    guard isFew(kept.count, Self.worthWhile.inAll), let less = problem.restricted(to: kept) else { return nil }
    return Result(
      kept: kept, problem: less, start: Phasing(events: kept.map { good.phasing.events[$0] }),
      hints: good.hints.map { $0.map { values in kept.map { values[$0] } } }, beyond: good.value,
      effort: good.effort, siteCount: problem.sites.count)
  }
}

/// Values of some sites as values of all.
private func spread<Value>(_ values: [Value], of sites: [Int], over count: Int, else nothing: Value) -> [Value] {
  var all = [Value](repeating: nothing, count: count)
  for (site, value) in zip(sites, values) { all[site] = value }
  return all
}

extension PlacingProblem {
  /// Rows of a gain as points that weigh what they bear when nothing opens: burdens are shares of that.
  init(_ rows: GainRows) {
    var entries: [Entry] = []
    entries.reserveCapacity(rows.sites.count + rows.siteCount)
    var (weights, starts, constant) = (rows.rest, [0], rows.constant)
    starts.reserveCapacity(rows.rowCount + rows.siteCount + 1)
    for row in 0..<rows.rowCount {
      let scale = 1 / rows.rest[row]
      for entry in rows.starts[row]..<rows.starts[row + 1] {
        entries.append(Entry(burden: Float(rows.burdens[entry] * scale), site: UInt32(rows.sites[entry])))
      }
      starts.append(entries.count)
    }
    for site in 0..<rows.siteCount {
      guard rows.gainAlone(site) > 0 else {
        constant += rows.aloneClosed[site]
        continue
      }
      weights.append(rows.aloneClosed[site])
      entries.append(Entry(burden: Float(rows.aloneOpen[site] / rows.aloneClosed[site]), site: UInt32(site)))
      starts.append(entries.count)
    }
    self.init(
      siteCount: rows.siteCount, weights: weights, rest: [Float](repeating: 1, count: weights.count), starts: starts,
      entries: entries, constant: constant)
  }

  /// Some of the points, evenly spread, each for as many as are left out.
  fileprivate func sampled(to most: Int) -> PlacingProblem {
    let step = max(1, pointCount / most)
    guard step > 1 else { return self }
    var (weights, rest, starts, entries) = ([Double](), [Float](), [0], [Entry]())
    for point in stride(from: 0, to: pointCount, by: step) {
      weights.append(self.weights[point] * Double(step))
      rest.append(self.rest[point])
      entries += self.entries[self.starts[point]..<self.starts[point + 1]]
      starts.append(entries.count)
    }
    return PlacingProblem(
      siteCount: siteCount, weights: weights, rest: rest, starts: starts, entries: entries, constant: constant)
  }

  /// Between what each point bears by its best and by its second best of some sites, and the value of them.
  fileprivate func middles(open sites: [Int]) -> (each: [Float], value: Double) {
    var isOpen = [Bool](repeating: false, count: siteCount)
    for site in sites { isOpen[site] = true }
    var value = constant
    let each = (0..<pointCount).map { point -> Float in
      let found = entries[starts[point]..<starts[point + 1]].lazy.filter { isOpen[Int($0.site)] }.prefix(2).map(
        \.burden)
      var burdens = found.makeIterator()
      let first = burdens.next() ?? rest[point]
      value += weights[point] * Double(first)
      return (first + (burdens.next() ?? rest[point])) / 2
    }
    return (each, value)
  }
}
