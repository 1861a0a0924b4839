import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Siting with capacities` {
  /// A small random problem; demands are whole so that shared service is a matter of single units.
  private func problem(_ seed: Int, isWhole: Bool) -> CapacitatedProblem {
    var generator = SplitMix64(seed: UInt64(seed))
    func number(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &generator)) }
    let demand = (0..<4).map { _ in number(1...2) }
    return CapacitatedProblem(
      demand: demand, capacities: (0..<3).map { _ in number(1...5) }, fixed: (0..<3).map { _ in number(0...15) },
      costs: (0..<12).map { _ in number(1...30) }, open: seed % 3 == 0 ? 2 : nil, isWhole: isWhole)
  }

  /// The least cost over every set of sites and every way of serving, unit by unit where customers may be shared.
  private func best(_ problem: CapacitatedProblem) -> Double? {
    let units: [(customer: Int, amount: Double)] =
      problem.isWhole
      ? problem.demand.enumerated().map { ($0.offset, $0.element) }
      : problem.demand.enumerated().flatMap { entry in (0..<Int(entry.element)).map { _ in (entry.offset, 1.0) } }
    var best: Double?
    for mask in 0..<(1 << problem.siteCount) {
      let open = (0..<problem.siteCount).filter { mask >> $0 & 1 == 1 }
      guard problem.open.map({ $0 == open.count }) ?? true, !open.isEmpty else { continue }
      let fixed = open.reduce(0) { $0 + problem.fixed[$1] }
      let ways = (0..<units.count).reduce(1) { ways, _ in ways * open.count }
      for way in 0..<ways {
        var (rest, cost) = (way, fixed)
        var load = [Double](repeating: 0, count: problem.siteCount)
        for unit in units {
          let site = open[rest % open.count]
          rest /= open.count
          load[site] += unit.amount
          cost += problem.cost(unit.customer, site) * unit.amount / problem.demand[unit.customer]
        }
        guard open.allSatisfy({ load[$0] <= problem.capacities[$0] }) else { continue }
        best = min(best ?? .infinity, cost)
      }
    }
    return best
  }

  private func search(_ problem: CapacitatedProblem) throws -> CapacitatedSearch {
    CapacitatedSearch(problem, library: try HighsLibrary.shared(), stop: StopRule(clock: { 0 }))
  }

  private func check(_ found: CapacitatedSearch.Result, of problem: CapacitatedProblem) {
    guard let best = best(problem) else {
      #expect(found.value == nil && found.isInfeasible)
      return
    }
    #expect(abs((found.value ?? .infinity) - best) <= 1e-6 * max(1, best), "\(found)")
    #expect(found.bound <= best + 1e-6 * max(1, best) && found.bound >= best - 1e-4 * max(1, best))
    #expect(problem.value(of: found.service, open: found.sites) == found.value)
  }

  @Test(arguments: 0..<40, [false, true])
  func `is proved to be the best there is`(seed: Int, isWhole: Bool) throws {
    let problem = problem(seed, isWhole: isWhole)
    check(try search(problem).run(), of: problem)
  }

  @Test(arguments: 0..<60)
  func `is proved by cuts as by the whole program`(seed: Int) throws {
    let problem = problem(seed, isWhole: false)
    check(try search(problem).divided(), of: problem)
  }

  // MARK: Service

  /// Random points and sites, some of them half open, some without limit.
  private struct Case {
    let rows: ServingRows
    let open: [Double]
    let capacities: [Double]

    init(seed: Int) {
      var generator = SplitMix64(seed: UInt64(seed))
      let sites = Int.random(in: 1...6, using: &generator)
      var builder = ServingRows.Builder(siteCount: sites)
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        builder.add(
          people: Double(Int.random(in: 0...9, using: &generator)),
          rest: Double(Int.random(in: 10...40, using: &generator)),
          (0..<sites).map { (site: Int32($0), cost: Double(Int.random(in: 0...30, using: &generator))) })
      }
      rows = builder.build()
      open = (0..<sites).map { _ in [0, 0.25, 0.5, 1, 1].randomElement(using: &generator) ?? 1 }
      capacities = (0..<sites).map { _ in
        Bool.random(using: &generator) ? .infinity : Double.random(in: 0...30, using: &generator)
      }
    }

    /// The linear program of the article, solved by HiGHS.
    func leastCost() throws -> Double {
      var linear = LinearModel()
      var costs: [Double] = []
      var loads = [[Term]](repeating: [], count: open.count)
      for row in 0..<rows.rowCount {
        costs.append(rows.rest[row])
        var served = [Term(linear.addColumn(.init(0, .infinity)), 1)]
        for entry in rows.starts[row]..<rows.starts[row + 1] {
          let site = Int(rows.sites[entry])
          costs.append(rows.costs[entry])
          let column = linear.addColumn(.init(0, rows.people[row] * open[site]))
          served.append(Term(column, 1))
          loads[site].append(Term(column, 1))
        }
        linear.addRow(rows.people[row], served, rows.people[row])
      }
      for site in open.indices where capacities[site] < .infinity {
        linear.addRow(-.infinity, loads[site], capacities[site] * open[site])
      }
      let answer = WholeProgram(
        linear, costs: costs, library: try HighsLibrary.shared(), stop: StopRule(clock: { 0 })
      ).solve()
      return zip(answer.values ?? [], costs).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  @Test(arguments: 0..<300)
  func `people are served at the least cost, and the multipliers prove it`(seed: Int) throws {
    let example = Case(seed: seed)
    guard example.rows.rowCount > 0 else { return }
    let transportation = Transportation.solved(example.rows, open: example.open, capacities: example.capacities)
    let best = try example.leastCost()
    #expect(abs(transportation.value - best) <= 1e-7 * max(1, best))
    // The cut of the multipliers is tight where it was made: as sharp as the strong linear program.
    let point = CapacityPoint(example.rows, example.capacities, transportation.multipliers())
    let proved = example.open.indices.reduce(point.sum) { $0 - example.open[$1] * point.worth[$1] }
    #expect(abs(proved - best) <= 1e-7 * max(1, best), "\(proved) of \(best)")
  }

  @Test(arguments: 0..<60)
  func `any multipliers bound every set of sites from below`(seed: Int) {
    let example = Case(seed: seed)
    var generator = SplitMix64(seed: UInt64(seed + 1000))
    let multipliers = example.rows.rest.map { Double.random(in: 0...$0, using: &generator) }
    let point = CapacityPoint(example.rows, example.capacities, multipliers)
    let measure = ServingMeasure(weights: [1], rows: example.rows, capacities: example.capacities)
    for mask in 0..<(1 << example.open.count) {
      let open = example.open.indices.map { mask >> $0 & 1 == 1 }
      #expect(point.floor(open: open) <= measure.cost(open: open) + 1e-9)
    }
  }

  @Test(arguments: 0..<60)
  func `an ascent ends below the best and above where it began`(seed: Int) {
    let example = Case(seed: seed)
    guard example.rows.rowCount > 0 else { return }
    let measure = ServingMeasure(weights: [1], rows: example.rows, capacities: example.capacities)
    let most = 1 + seed % example.open.count
    var best = Double.infinity
    for mask in 0..<(1 << example.open.count) where mask.nonzeroBitCount <= most {
      best = min(best, measure.cost(open: example.open.indices.map { mask >> $0 & 1 == 1 }))
    }
    var ascent = ServingAscent(
      example.rows, capacities: example.capacities, fixed: example.open.map { _ in 0 }, most: most,
      start: example.rows.rest)
    _ = ascent.step(target: best)
    let first = ascent.bound
    for _ in 0..<200 where !ascent.isDone { _ = ascent.step(target: best) }
    #expect(ascent.bound >= first && ascent.bound <= best + 1e-6 * max(1, best))
  }
}
