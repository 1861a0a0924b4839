import EtappTestSupport
import Foundation
import Testing

@testable import EtappSolver

@Suite struct `Laws of durations` {
  /// A law and its distribution function, written without the quantile.
  struct Law: Sendable, CustomTestStringConvertible {
    let name: String
    let law: DurationLaw
    let cumulative: @Sendable (Double) -> Double
    var testDescription: String { name }
  }

  private static func triangle(_ low: Double, _ mode: Double, _ high: Double, _ x: Double) -> Double {
    if x <= low { return 0 }
    if x >= high { return 1 }
    return x <= mode
      ? (x - low) * (x - low) / (high - low) / (mode - low) : 1 - (high - x) * (high - x) / (high - low) / (high - mode)
  }

  /// The integral of xᵃ⁻¹ (1 − x)ᵇ⁻¹ by Simpson's rule, over that up to 1.
  private static func beta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    func integral(_ end: Double) -> Double {
      let steps = 2000
      let width = end / Double(steps)
      return (0...steps).reduce(0) { sum, step in
        let x = width * Double(step)
        let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4.0 : 2.0
        return sum + weight * pow(x, a - 1) * pow(1 - x, b - 1) * width / 3
      }
    }
    return x <= 0 ? 0 : x >= 1 ? 1 : integral(x) / integral(1)
  }

  private static func normal(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  static let laws = [
    Law(name: "triangular", law: .triangular(low: 10_000, mode: 30_000, high: 90_000)) {
      triangle(10_000, 30_000, 90_000, $0)
    },
    Law(name: "triangular with the mode at its end", law: .triangular(low: 0, mode: 50_000, high: 50_000)) {
      min(1, max(0, $0 * $0 / 2.5e9))
    },
    Law(name: "PERT", law: .pert(low: 20_000, mode: 30_000, high: 80_000)) {
      beta(1 + 4 / 6.0, 1 + 4 * 5 / 6.0, ($0 - 20_000) / 60_000)
    },
    Law(name: "lognormal", law: .lognormal(median: 40_000, factor: 2)) {
      $0 <= 0 ? 0 : normal(log($0 / 40_000) / (log(2.0) / 1.2815515655446004))
    },
    Law(name: "two half lognormals", law: .lognormal(p10: 35_000, median: 40_000, p90: 80_000)) {
      guard $0 > 0 else { return 0 }
      return normal(1.2815515655446004 * log($0 / 40_000) / ($0 < 40_000 ? log(40.0 / 35) : log(2.0)))
    },
    Law(name: "uniform", law: .uniform(low: 0, high: 50_000)) { min(1, max(0, $0 / 50_000)) },
    Law(name: "normal", law: .normal(mean: 90_000, deviation: 10_000)) { normal(($0 - 90_000) / 10_000) },
    Law(name: "exponential", law: .exponential(mean: 30_000)) { $0 <= 0 ? 0 : 1 - exp(-$0 / 30_000) },
  ]

  @Test(arguments: laws)
  func `the quantile undoes the distribution`(_ law: Law) {
    for probability in [1e-6, 0.001, 0.1, 0.25, 0.5, 0.8, 0.9, 0.999, 1 - 1e-6] {
      #expect(abs(law.cumulative(law.law.quantile(probability)) - probability) < 2e-6, "\(probability)")
      #expect(abs(law.law.cumulative(at: law.law.quantile(probability)) - probability) < 1e-9, "\(probability)")
    }
  }

  /// At 10⁵ trials a law that is right is farther off than this once in a thousand times.
  @Test(arguments: laws)
  func `simulated durations follow the law, by Kolmogorov and Smirnov`(_ law: Law) throws {
    let trials = 100_000
    let model = SimulationModel(project: Project(durations: [0]), laws: [law.law], keys: [77])
    let outcome = try Simulation(model, policy: .strict(order: [0])).run(
      .init(milestones: [0]), trials: trials, seed: 2, threads: 2)
    var farthest = 0.0
    // At every 250th of them, since some distributions take long to compute in a plain way.
    for (index, day) in outcome.finishes.sorted().enumerated() where index % 250 == 0 {
      let (share, next) = (Double(index) / Double(trials), Double(index + 1) / Double(trials))
      // A whole day stands for half a day to both sides.
      farthest = max(farthest, share - law.cumulative(Double(day) + 0.5), law.cumulative(Double(day) - 0.5) - next)
    }
    #expect(farthest < 1.95 / Double(trials).squareRoot())
  }

  @Test func `an empirical law gives each of its values as often`() throws {
    let values = [3.0, 5, 8, 13, 40]
    let model = SimulationModel(project: Project(durations: [0]), laws: [.empirical(values)], keys: [3])
    let outcome = try Simulation(model, policy: .strict(order: [0])).run(
      .init(milestones: [0]), trials: 50_000, seed: 5, threads: 1)
    for value in values {
      let share = Double(outcome.finishes.count { $0 == Int32(value) }) / 50_000
      #expect(abs(share - 0.2) < 4 * Probability.standardError(0.2, trials: 50_000), "\(value)")
    }
    #expect(Set(outcome.finishes) == [3, 5, 8, 13, 40])
  }

  static let points: [(Double, Double, Double)] = [
    (10, 20, 30), (10, 14, 20), (10, 16, 20), (10, 12, 40), (10, 30, 32), (5, 5, 9), (1, 100, 1000), (90, 100, 139),
  ]

  @Test(arguments: points)
  func `three points come back as P10, P50 and P90`(_ points: (Double, Double, Double)) {
    let law = DurationLaw.threePoint(p10: points.0, p50: points.1, p90: points.2)
    #expect(abs(law.quantile(0.1) - points.0) < 1e-9 * points.2)
    #expect(abs(law.quantile(0.5) - points.1) < 1e-9 * points.2)
    #expect(abs(law.quantile(0.9) - points.2) < 1e-9 * points.2)
    #expect(law.quantile(1e-9) >= 0)
  }

  @Test func `a triangle is fitted where there is one`() {
    #expect(DurationLaw.triangular(p10: 10, p50: 20, p90: 30) != nil)
    #expect(DurationLaw.triangular(p10: 10, p50: 12, p90: 40) == nil)
    #expect(DurationLaw.triangular(p10: 10, p50: 38, p90: 40) == nil)
    #expect(DurationLaw.threePoint(p10: 7, p50: 7, p90: 7) == .fixed(7))
  }

  @Test func `the normal quantile and the beta distribution have their known values`() {
    #expect(abs(NormalDistribution.quantile(0.975) - 1.959963984540054) < 1e-14)
    #expect(abs(NormalDistribution.quantile(1e-10) + 6.361340902404056) < 1e-12)
    #expect(NormalDistribution.quantile(0.5) == 0)
    // I(0.5; 2, 3) = 11 / 16, I(0.25; 1, 4) = 1 − 0.75⁴
    #expect(abs(BetaDistribution(alpha: 2, beta: 3).cumulative(0.5) - 11 / 16) < 1e-14)
    #expect(abs(BetaDistribution(alpha: 1, beta: 4).cumulative(0.25) - (1 - pow(0.75, 4))) < 1e-14)
    #expect(abs(BetaDistribution(alpha: 2, beta: 3).quantile(11 / 16) - 0.5) < 1e-13)
  }
}
