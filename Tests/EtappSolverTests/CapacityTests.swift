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

  @Test(arguments: 0..<40, [false, true])
  func `is proved to be the best there is`(seed: Int, isWhole: Bool) throws {
    let problem = problem(seed, isWhole: isWhole)
    let found = try search(problem).run()
    guard let best = best(problem) else {
      #expect(found.value == nil && found.isInfeasible)
      return
    }
    #expect(abs((found.value ?? .infinity) - best) <= 1e-6 * max(1, best), "\(found)")
    #expect(found.bound <= best + 1e-6 * max(1, best) && found.bound >= best - 1e-4 * max(1, best))
    #expect(problem.value(of: found.service, open: found.sites) == found.value)
  }

  @Test(arguments: 0..<40)
  func `multipliers bound what is best, and their service stands`(seed: Int) throws {
    let problem = problem(seed, isWhole: false)
    guard let best = best(problem) else { return }
    let found = CapacityAscent(try search(problem)).run()
    #expect(found.bound <= best + 1e-6 * max(1, best), "\(found)")
    guard let value = found.value else { return }
    #expect(value >= best - 1e-6 * max(1, best))
    #expect(problem.value(of: found.service, open: found.sites) == value)
  }
}
