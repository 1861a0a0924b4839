import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Balance` {
  private static let stop = StopRule(clock: { ProcessInfo.processInfo.systemUptime })

  @Test(arguments: 0..<60)
  func `the profiles hold every way the counts can fall out, at its own cost`(seed: Int) throws {
    let random = RandomProblem(seed: seed)
    var problem = random.problem
    problem.measures = []
    problem.measureRows = []
    problem.rows = problem.rows.filter { $0.price == nil }
    guard case .balance(let measure) = random.problem.measures[3] else { throw Missing() }
    let library = try HighsLibrary.shared()
    let formulation = Formulation(problem, library: library, stop: Self.stop, caps: [], memory: RangeMemory())
    var counter = CountRanges(
      linear: formulation.linear, library: library, stop: Self.stop, memory: RangeMemory())
    let ranges = BalanceRanges(measure, in: formulation, counter: &counter)
    let allowed = random.allPhasings.filter { problem.isFeasible($0) }
    if counter.isInfeasible {
      #expect(allowed.isEmpty)
      return
    }
    let costs = allowed.map { measure.value(in: $0, of: problem) }
    for cap in [Double.infinity, costs.min() ?? 0] {
      let profiles = try #require(BalanceProfiles(ranges, cap: cap, limit: Formulation.profileLimit))
      for (phasing, cost) in zip(allowed, costs) where cost <= cap {
        check(phasing, cost, measure, profiles, rounds: problem.rounds)
      }
    }
  }

  private func check(
    _ phasing: Phasing, _ cost: Double, _ measure: BalanceMeasure, _ profiles: BalanceProfiles, rounds: Int
  ) {
    func counts(_ sites: [Int]) -> [Int] {
      (0..<rounds).map { round in sites.count { Int(phasing.events[$0]) == round } }
    }
    guard let total = profiles.totals.firstIndex(of: counts(measure.all)) else {
      Issue.record("\(counts(measure.all)) is no profile.")
      return
    }
    #expect(profiles.leasts[total] <= cost + 1e-9)
    var sum = 0.0
    for (group, sites) in measure.groups.enumerated() {
      let option = profiles.groups[group][total].first { $0.counts == counts(sites) }
      #expect(option != nil, "\(counts(sites)) is no option of group \(group)")
      #expect((option?.least ?? 0) <= cost + 1e-9)
      sum += option?.deviation ?? 0
    }
    #expect(abs(sum - cost) < 1e-9)
  }

  struct Missing: Error {}

  @Test func `a mix like the whole programme's costs nothing, another what it is off by`() {
    #expect(BalanceMeasure.deviation(of: [2, 2], totals: [4, 4]) == 0)
    #expect(BalanceMeasure.deviation(of: [4, 0], totals: [4, 4]) == 4)
    #expect(BalanceMeasure.deviation(of: [0, 0], totals: [0, 0]) == 0)
    #expect(abs(BalanceMeasure.deviation(of: [1, 0], totals: [2, 1]) - 2 / 3.0) < 1e-12)
  }
}
