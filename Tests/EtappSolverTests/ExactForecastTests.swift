import EtappTestSupport
import Foundation
import Testing

@testable import EtappSolver

/// Distributions known on paper, within four standard errors. A unit is 10,000 days, so that whole days do not show.
@Suite struct `A simulation gives known distributions` {
  private static let unit = 10_000.0

  /// Activities by the side of each other, or one after the other, and a milestone after all of them.
  private static func model(_ laws: [DurationLaw], chain: Bool = false) -> SimulationModel {
    let end = laws.count
    let links =
      chain
      ? (0..<end).map { Project.Link(from: $0, to: $0 + 1) } : (0..<end).map { Project.Link(from: $0, to: end) }
    return SimulationModel(
      project: Project(durations: Array(repeating: 0, count: end + 1), links: links), laws: laws + [.fixed(0)],
      keys: (0...end).map { UInt64($0) })
  }

  private static func finishes(_ model: SimulationModel, trials: Int, seed: UInt64 = 1) throws -> [Double] {
    let end = model.activityCount - 1
    let outcome = try Simulation(model, policy: .strict(order: Array(0...end))).run(
      .init(milestones: [end]), trials: trials, seed: seed, threads: 2)
    return outcome.finishes.map { Double($0) / unit }
  }

  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double, error: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return (mean, variance, (variance / count).squareRoot())
  }

  private static func share(_ values: [Double], below limit: Double) -> Double {
    Double(values.count { $0 <= limit }) / Double(values.count)
  }

  private static func expectShare(_ values: [Double], below limit: Double, _ probability: Double) {
    let error = Probability.standardError(probability, trials: values.count)
    #expect(abs(share(values, below: limit) - probability) < 4 * error, "P(≤ \(limit)) = \(probability)")
  }

  @Test func `P80 of a triangle from 0 over 1 to 2 is 2 − √0.4`() throws {
    let model = Self.model([.triangular(low: 0, mode: Self.unit, high: 2 * Self.unit)])
    let values = try Self.finishes(model, trials: 100_000)
    Self.expectShare(values, below: 2 - 0.4.squareRoot(), 0.8)
    let p80 = try #require(FinishDistribution(values.map { Int32($0 * Self.unit) }).quantile(0.8))
    // The density there is √0.4; the error of a quantile is √(p (1 − p) / n) over it.
    #expect(abs(Double(p80) / Self.unit - 1.3675445) < 4 * (0.16 / 1e5).squareRoot() / 0.4.squareRoot())
  }

  @Test(arguments: [2, 5, 13])
  func `the maximum of uniforms`(count: Int) throws {
    let laws = Array(repeating: DurationLaw.uniform(low: 0, high: Self.unit), count: count)
    let values = try Self.finishes(Self.model(laws), trials: 20_000)
    let (mean, _, error) = Self.moments(values)
    #expect(abs(mean - Double(count) / Double(count + 1)) < 4 * error)
    Self.expectShare(values, below: pow(0.8, 1 / Double(count)), 0.8)
  }

  /// The merge bias of a round: each office alone is finished by its mean with one half.
  @Test func `the maximum of 28 normals is 2.0137 deviations late on average`() throws {
    let laws = Array(repeating: DurationLaw.normal(mean: 10 * Self.unit, deviation: Self.unit), count: 28)
    let model = Self.model(laws)
    let outcome = try Simulation(model, policy: .strict(order: Array(0...28))).run(
      .init(milestones: Array(0...28)), trials: 20_000, seed: 3, threads: 2)
    let (mean, _, error) = Self.moments(outcome.finishes(of: 28).map { Double($0) / Self.unit })
    #expect(abs(mean - 10 - 2.0137) < 4 * error)
    let statistics = ForecastStatistics(outcome)
    let bias = try #require(statistics.mergeBias(of: Array(0..<28))) / Self.unit
    // The largest of 28 means of 20,000 is itself some two errors too high.
    #expect(abs(bias - 2.0137) < 4 * error + 3 / 20_000.0.squareRoot())
  }

  @Test func `two exponentials one after the other`() throws {
    let values = try Self.finishes(
      Self.model([.exponential(mean: Self.unit), .exponential(mean: Self.unit / 2)], chain: true), trials: 100_000)
    for limit in [0.2, 0.7, 1.5, 3, 6] {
      // Rates 1 and 2: F(x) = 1 − 2 e⁻ˣ + e⁻²ˣ.
      Self.expectShare(values, below: limit, 1 - 2 * exp(-limit) + exp(-2 * limit))
    }
  }

  /// Var(F ΣX) = E(F²) Var(ΣX) + Var(F) E(ΣX)².
  @Test func `a shared driver makes a sum spread as its formula says`() throws {
    let laws = Array(repeating: DurationLaw.uniform(low: Self.unit, high: 3 * Self.unit), count: 15)
    var model = Self.model(laws, chain: true)
    model.drivers = [
      .init(
        key: 9, probability: 1, impact: .multiplies(.uniform(low: 1, high: 2)),
        scopes: [.init(key: 0, activities: Array(0..<15))])
    ]
    let values = try Self.finishes(model, trials: 20_000)
    let (mean, variance, error) = Self.moments(values)
    #expect(abs(mean - 1.5 * 30) < 4 * error)
    let (sumVariance, squareOfFactor) = (15.0 / 3, 7.0 / 3)
    let expected = squareOfFactor * sumVariance + 900.0 / 12
    // The error of a variance, for a distribution no more peaked than a normal.
    #expect(abs(variance - expected) < 4 * expected * (2.0 / 20_000).squareRoot())
    #expect(variance > 10 * sumVariance, "independent activities would spread \(sumVariance) only")
  }

  @Test func `drivers of a region spread less than one of the country and more than those of single offices`() throws {
    func variance(_ scopes: [[Int]]) throws -> Double {
      var model = Self.model(Array(repeating: .fixed(Self.unit), count: 12), chain: true)
      let impact = DurationLaw.uniform(low: 1, high: 2)
      let groups = scopes.enumerated().map {
        SimulationModel.Driver.Scope(key: UInt64($0.offset), activities: $0.element)
      }
      model.drivers = [.init(key: 4, probability: 1, impact: .multiplies(impact), scopes: groups)]
      return Self.moments(try Self.finishes(model, trials: 20_000)).variance
    }
    // Each of 12 / size groups has the variance size² / 12.
    for size in [12, 4, 1] {
      let scopes = stride(from: 0, to: 12, by: size).map { Array($0..<$0 + size) }
      let expected = Double(size)
      #expect(abs(try variance(scopes) - expected) < 4 * expected * (2.0 / 20_000).squareRoot(), "\(size) together")
    }
  }

  @Test func `an event that may happen mixes two distributions`() throws {
    var model = Self.model([.uniform(low: Self.unit, high: 2 * Self.unit)], chain: true)
    model.drivers = [
      .init(key: 5, probability: 0.3, impact: .adds(.fixed(5 * Self.unit)), scopes: [.init(key: 0, activities: [0])])
    ]
    let values = try Self.finishes(model, trials: 100_000)
    Self.expectShare(values, below: 1.5, 0.35)
    Self.expectShare(values, below: 4, 0.7)
    Self.expectShare(values, below: 6.5, 0.85)
  }

  @Test func `one machine takes two activities one after the other`() throws {
    var model = Self.model([.uniform(low: 0, high: Self.unit), .uniform(low: 0, high: Self.unit)])
    model.project.capacities = [Project.Capacity(1)]
    model.project.demands = [[.init(resource: 0, amount: 1)], [.init(resource: 0, amount: 1)], []]
    let values = try Self.finishes(model, trials: 50_000)
    Self.expectShare(values, below: 0.5, 0.125)
    Self.expectShare(values, below: 1, 0.5)
    Self.expectShare(values, below: 1.5, 0.875)
  }

  /// Given that it has lasted a unit, an exponential begins anew, and a uniform is uniform on what is left.
  @Test func `an activity under way is drawn from what is left`() throws {
    for (law, limit, probability) in [
      (DurationLaw.exponential(mean: Self.unit), 2.0, 1 - exp(-1)), (.uniform(low: 0, high: 2 * Self.unit), 1.5, 0.5),
    ] {
      let model = Self.model([law], chain: true).known(
        on: Int(Self.unit), [.started(on: 0, elapsed: Int(Self.unit)), .notStarted])
      let values = try Self.finishes(model, trials: 20_000)
      #expect(values.allSatisfy { $0 > 1 })
      Self.expectShare(values, below: limit, probability)
    }
  }

  @Test func `an activity that has outlasted its law finishes tomorrow, and one that has finished stays`() throws {
    var model = Self.model([.triangular(low: 1, mode: 2, high: 3), .uniform(low: 0, high: 9)], chain: true)
    model.drivers = [
      .init(key: 5, probability: 1, impact: .multiplies(.fixed(3)), scopes: [.init(key: 0, activities: [1])])
    ]
    let known = model.known(on: 40, [.started(on: 10, elapsed: 30), .finished(start: 2, duration: 7), .notStarted])
    let trial = try Simulation(known, policy: .strict(order: [0, 1, 2])).trial(0, seed: 1)
    #expect(trial.finishes == [41, 9, 40])
  }
}
