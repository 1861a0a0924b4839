import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `Figures of a forecast` {
  /// Four milestones in five trials, by hand.
  static let outcome = SimulationOutcome(
    trials: 5, seed: 0, milestones: [10, 11, 12, 13],
    finishes: [1, 2, 3, 4, 5] + [5, 5, 5, 5, 5] + [9, 1, 8, 2, 7] + [6, 6, 6, .max, 6],
    criticalForLast: [], criticalForOwn: [])

  @Test func `percentiles are the smallest days with enough trials`() {
    let statistics = ForecastStatistics(Self.outcome)
    #expect(statistics.percentiles(of: 0) == .init(p10: 1, p50: 3, p80: 4, p90: 5))
    #expect(statistics.percentiles(of: 2) == .init(p10: 1, p50: 7, p80: 8, p90: 9))
    #expect(statistics.percentiles(of: 3) == .init(p10: 6, p50: 6, p80: 6, p90: nil))
  }

  @Test(arguments: [0.05, 0.1, 0.25, 0.5, 0.8, 0.95, 1])
  func `the day to promise is the first that is likely enough`(q: Double) throws {
    let days = FinishDistribution(Self.outcome.finishes(of: 2))
    let promised = try #require(days.quantile(q))
    #expect(days.probability(by: promised).value >= q - 1e-12)
    #expect(days.probability(by: promised - 1).value < q)
  }

  @Test func `a probability comes with its standard error`() {
    let days = FinishDistribution(Self.outcome.finishes(of: 2))
    #expect(days.probability(by: 7) == Probability(count: 3, trials: 5))
    #expect(abs(days.probability(by: 7).standardError - (0.6 * 0.4 / 5).squareRoot()) < 1e-15)
    #expect(days.probability(by: 0).value == 0 && days.probability(by: 9).value == 1)
    #expect(FinishDistribution(Self.outcome.finishes(of: 3)).probability(by: .max - 1).count == 5)
    #expect(FinishDistribution(Self.outcome.finishes(of: 3)).probability(by: 1_000_000).count == 4)
    #expect(abs(Probability(count: 8_000, trials: 10_000).standardError - 0.0040) < 1e-12)
  }

  @Test func `days that lie far apart are sorted as days that lie close`() {
    #expect(FinishDistribution([1_000_000, 3, 500, .max]).days == [3, 500, 1_000_000, .max])
    #expect(FinishDistribution([5, 3, .max, 4, 3]).days == [3, 3, 4, 5, .max])
    #expect(FinishDistribution([Int32]()).quantile(0.5) == nil)
    #expect(FinishDistribution([.max, .max]).mean == nil)
  }

  @Test(arguments: 0...12)
  func `the number finished by a day, counted trial by trial`(day: Int) {
    let outcome = Self.outcome
    let counts = FinishCounts(outcome, of: [0, 1, 2, 3])
    let numbers = (0..<5).map { trial in (0..<4).count { Int(outcome.finishes[$0 * 5 + trial]) <= day } }
    for k in 0...4 {
      #expect(counts.probability(atLeast: k, by: day).count == numbers.count { $0 >= k }, "at least \(k)")
      #expect(counts.probability(exactly: k, by: day).count == numbers.count { $0 == k }, "exactly \(k)")
    }
    #expect(abs(counts.expected(by: day) - Double(numbers.reduce(0, +)) / 5) < 1e-12)
    for q in [0.1, 0.5, 0.9] {
      let rank = max(1, Int((q * 5).rounded(.up)))
      #expect(counts.quantile(q, by: day) == numbers.sorted()[rank - 1], "q \(q)")
    }
  }

  @Test func `a curve rises from none to all`() throws {
    let counts = FinishCounts(Self.outcome, of: [0, 1, 2])
    let curve = counts.curve(0...9)
    #expect(curve.first == .init(day: 0, p10: 0, expected: 0, p90: 0))
    #expect(curve.last == .init(day: 9, p10: 3, expected: 3, p90: 3))
    #expect(zip(curve, curve.dropFirst()).allSatisfy { $0.expected <= $1.expected && $0.p10 <= $1.p10 })
    #expect(counts.day(of: 3).quantile(0.8) == 8)
  }

  @Test func `who is late is counted`() {
    let (probabilities, expected) = ForecastStatistics(Self.outcome).late([0: 3, 2: 7])
    // Trials: 9 > 7; none; 8 > 7; 4 > 3; 5 > 3.
    #expect(probabilities.map(\.count) == [1, 4, 0])
    #expect(abs(expected - 0.8) < 1e-12)
  }

  @Test func `the merge bias is the mean of the latest less the latest of the means`() throws {
    let statistics = ForecastStatistics(Self.outcome)
    // Latest of the first three: 9, 5, 8, 5, 7; means 3, 5, 5.4.
    #expect(abs(try #require(statistics.mergeBias(of: [0, 1, 2])) - (6.8 - 5.4)) < 1e-12)
    #expect(statistics.mergeBias(of: [0, 3]) == nil)
  }

  @Test func `an estimate comes to rest`() {
    let running = ForecastStatistics(Self.outcome).convergence(of: 0, by: 3, at: [1, 4, 5, 6])
    #expect(running == [.init(count: 1, trials: 1), .init(count: 3, trials: 4), .init(count: 3, trials: 5)])
  }

  @Test func `cruciality is the correlation of ranks`() {
    let statistics = ForecastStatistics(Self.outcome)
    func cruciality(_ durations: [Int], _ milestone: Int) -> Double {
      statistics.cruciality(of: [durations, durations], for: milestone)[1]
    }
    #expect(abs(cruciality([10, 20, 40, 80, 160], 0) - 1) < 1e-12)
    #expect(abs(cruciality([5, 4, 3, 2, 1], 0) + 1) < 1e-12)
    #expect(cruciality([5, 4, 3, 2, 1], 1) == 0)
    // Ranks 0, 1, 2, 3.5, 3.5 against 4, 0, 3, 1, 2.
    #expect(abs(cruciality([1, 2, 3, 4, 4], 2) + 3.5 / (9.5 * 10).squareRoot()) < 1e-12)
    #expect(statistics.cruciality(of: [], for: 0).isEmpty)
  }

  @Test func `the durations that are told are those of the trials`() throws {
    let random = RandomSimulation(seed: 3)
    let simulation = try Simulation(random.model, policy: .strict(order: Array(0..<random.count)))
    let durations = simulation.durations(of: [0, random.count - 1], trials: 20, seed: 9)
    for trial in 0..<20 {
      let sampled = simulation.trial(trial, seed: 9).durations
      #expect(durations.map { $0[trial] } == [sampled[0], sampled[random.count - 1]])
    }
  }

  // MARK: Asking again

  /// Two offices that are open when their activity is; a driver that hits the first and one that hits nobody of note.
  static var study: ForecastStudy {
    var model = SimulationModel(
      project: Project(durations: [0, 0, 0]),
      laws: [.uniform(low: 50, high: 150), .uniform(low: 50, high: 150), .fixed(1)], keys: [1, 2, 3])
    model.drivers = [
      .init(key: 1, probability: 1, impact: .adds(.fixed(20)), scopes: [.init(key: 0, activities: [2])]),
      .init(key: 2, probability: 1, impact: .adds(.fixed(30)), scopes: [.init(key: 0, activities: [0])]),
    ]
    return ForecastStudy(model, policy: .strict(order: [0, 1, 2]), seed: 7, threads: 2)
  }

  @Test func `a tornado says what each driver costs`() throws {
    let gains = try Self.study.tornado(target: .init([0]), trials: 2000)
    #expect(gains.map(\.index) == [1, 0])
    #expect(gains.map(\.days) == [30, 0])
    #expect(gains.map(\.mean) == [30, 0])
    #expect(gains.map(\.standardError) == [0, 0], "the same luck: no trial differs from another in its gain")
  }

  @Test func `an activity that is certain gains what its spread costs`() throws {
    let gains = try Self.study.tornado(ofActivities: [0, 2], target: .init([0]), trials: 20_000)
    #expect(gains.map(\.index) == [0, 2])
    // P80 of 80…180 is 160, the median 130; the density is 1 / 100.
    #expect(abs(Double(try #require(gains[0].days)) - 30) < 4 * 40 / 20_000.0.squareRoot() + 1)
  }

  @Test func `what must be given up for a target is asked in pairs`() throws {
    let study = Self.study
    let (base, comparisons) = try study.compare(
      [
        .init([.removed([0])], target: .init([0, 1], atLeast: 1)),
        .init([.postponed([1], until: 1000)], target: .init([0, 1])), .init([], target: .init([0, 1])),
      ],
      with: .init([0, 1]), by: 130, trials: 20_000)
    // Both by 130: ½ · 0.8, half a day more for whole days.
    #expect(abs(base.value - 0.505 * 0.805) < 4 * base.standardError)
    #expect(abs(comparisons[0].probability.value - 0.805) < 4 * comparisons[0].probability.standardError)
    #expect(comparisons[0].standardError < base.standardError * 1.5 && comparisons[0].change > 0.3)
    #expect(comparisons[1].probability.value == 0 && comparisons[1].change == -base.value)
    #expect(comparisons[2].change == 0 && comparisons[2].standardError == 0)
  }
}
