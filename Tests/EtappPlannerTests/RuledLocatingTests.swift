import EtappModel
import EtappSolver
import EtappTestSupport
import Testing

@testable import EtappPlanner

/// Location studies with rounds, rules and closings, held against every choice there is of small random countries.
@Suite struct `A location study with rules` {
  /// A random country whose rules are kept and whose goals are a study's.
  private struct Case {
    let locating: RuledLocating
    let oracle: Oracle
    let goal: Goal?
    let allowed: [Choice]

    init(seed: Int, _ question: LocationQuestion, levels: Bool = false) {
      let drawn = RandomInstance(seed: UInt64(seed))
      let instance = levels ? drawn.withLevels(seed: UInt64(seed)) : drawn
      var assignment = instance.assignment
      assignment.rules = assignment.rules.filter { $0.kindName != .keep }.map { rule in
        var rule = rule
        rule.price = nil
        return rule
      }
      let weights = [3, 1, 2.0]
      locating = RuledLocating(
        instance.geography, assignment, question, weights: weights, options: .test())
      oracle = Oracle(locating.programme.assignment, locating.programme.geography)
      goal = locating.programme.assignment.goals.first
      allowed = oracle.allChoices().filter(oracle.isAllowed)
    }

    /// The value of the goal, turned so that less is better.
    func cost(_ choice: Choice) -> Double {
      goal.map { $0.sense == .minimise ? oracle.value($0, choice) : -oracle.value($0, choice) } ?? 0
    }
  }

  /// The planner's times are in single precision, the oracle's in double.
  private static func slack(_ value: Double) -> Double { 1e-5 * max(1, abs(value)) }

  private static let goals: [LocationQuestion] = [
    LocationQuestion(goal: .access), LocationQuestion(goal: .reach, within: 25),
    LocationQuestion(goal: .equity, aversion: .epsilon(1.5)), LocationQuestion(goal: .cover, within: 40, share: 0.7),
  ]

  @Test(arguments: 5000..<5040)
  func `is answered by the best choice that keeps the rules`(seed: Int) throws {
    try check(Case(seed: seed, Self.goals[seed % Self.goals.count]))
  }

  @Test(arguments: 5400..<5440)
  func `is answered by the best choice where errands have levels`(seed: Int) throws {
    try check(Case(seed: seed, Self.goals[seed % Self.goals.count], levels: true))
  }

  private func check(_ example: Case) throws {
    let plan = try example.locating.plan()
    guard let best = example.allowed.map(example.cost).min() else {
      guard case .infeasible = plan.proof else {
        Issue.record("Nothing is possible, but: \(plan.proof)")
        return
      }
      return
    }
    #expect(plan.proof == .optimal && example.oracle.isAllowed(plan.choice))
    let cost = example.cost(plan.choice)
    #expect(abs(cost - best) <= Self.slack(best), "\(plan.choice)")
  }

  @Test(arguments: 5500..<5512)
  func `where nothing is open yet, aversion is of the travel to so many sites`(seed: Int) throws {
    var instance = RandomInstance(seed: UInt64(seed))
    instance.geography.offices = []
    instance.assignment.rules = []
    let locating = RuledLocating(
      instance.geography, instance.assignment, LocationQuestion(goal: .equity, open: 2, aversion: .epsilon(1.5)),
      options: .test())
    let kappa = try #require(locating.programme.assignment.goals.first.flatMap(locating.programme.kappa(of:)))
    let oracle = Oracle(locating.programme.assignment, locating.programme.geography)
    let places = instance.geography.places.map(\.id)
    let expected = places.flatMap { one in
      places.filter { $0 != one }.map { other -> Double in
        let times = oracle.times(Choice(opens: [one: 0, other: 0]), after: 0)
        let people = instance.geography.demand.population.map(Double.init)
        let sums = zip(people, times).reduce((0.0, 0.0)) { ($0.0 + $1.0 * $1.1, $0.1 + $1.0 * $1.1 * $1.1) }
        return 1.5 * sums.0 / sums.1
      }
    }
    #expect(expected.contains { abs($0 - kappa) <= 1e-4 * kappa }, "\(kappa) of \(expected)")
  }

  @Test(arguments: 5100..<5116)
  func `finds the least longest travel under the rules`(seed: Int) throws {
    try checkFarthest(Case(seed: seed, LocationQuestion(goal: .farthest)))
  }

  @Test(arguments: 5450..<5462)
  func `the longest travel is to any open point, whatever its level`(seed: Int) throws {
    try checkFarthest(Case(seed: seed, LocationQuestion(goal: .farthest), levels: true))
  }

  private func checkFarthest(_ example: Case) throws {
    let plan = try example.locating.plan()
    let last = example.oracle.assignment.rounds.count - 1
    let longest = example.allowed.map { example.oracle.times($0, after: last).max() ?? 0 }
    guard let best = longest.min() else {
      guard case .infeasible = plan.proof else {
        Issue.record("Nothing is possible, but: \(plan.proof)")
        return
      }
      return
    }
    #expect(plan.proof == .optimal && example.oracle.isAllowed(plan.choice))
    #expect(abs((plan.goals.first?.value ?? -1) - best) <= Self.slack(best))
    #expect(abs((example.oracle.times(plan.choice, after: last).max() ?? 0) - best) <= Self.slack(best))
  }

  // MARK: Prices

  @Test(arguments: 5200..<5236)
  func `every price lies in its interval, and an exact one is met`(seed: Int) throws {
    let example = Case(seed: seed, Self.goals[seed % 3])
    let plan = try example.locating.plan()
    guard plan.proof == .optimal, !plan.goals.isEmpty else { return }
    let value = example.cost(plan.choice)
    let sites = example.locating.programme.sites
    let prices = try example.locating.prices(of: plan)
    let expected = sites.reduce(0) { $0 + events(of: $1, example).count - 1 }
    #expect(prices.count == expected)
    for price in prices {
      let best = example.allowed.filter { Self.event(price, $0) == price.round }.map(example.cost).min()
      let difference = (best ?? .infinity) - value
      #expect(price.least <= difference + Self.slack(value), "\(price): \(difference)")
      #expect((price.most ?? .infinity) >= difference - Self.slack(value), "\(price): \(difference)")
    }
    for site in sites.prefix(2) {
      for price in try example.locating.exactPrices(of: plan, site: site.id) {
        let best = example.allowed.filter { Self.event(price, $0) == price.round }.map(example.cost).min()
        guard let best else {
          #expect(price.most == nil && price.least == .infinity, "\(price)")
          continue
        }
        let difference = best - value
        #expect(abs((price.most ?? .infinity) - difference) <= Self.slack(value), "\(price): \(difference)")
        // What is proved is proved to a millionth of everybody's travel.
        let people = example.oracle.geography.demand.total.value
        #expect(price.least <= difference + Self.slack(value), "\(price): \(difference)")
        #expect(price.least >= difference - Self.slack(max(value, people)), "\(price): \(difference)")
      }
    }
  }

  /// The round of a site's event in a choice.
  private static func event(_ price: SitePrice, _ choice: Choice) -> Int? {
    price.closes ? choice.closes[ID(price.site)] : choice.opens[ID(price.site)]
  }

  /// The events that restrictions leave a site.
  private func events(of site: Site, _ example: Case) -> [Int8] {
    let problem = MasterModel(example.locating.programme).problem
    guard let index = example.locating.programme.sites.firstIndex(where: { $0.id == site.id }) else { return [] }
    let kind = problem.sites[index]
    return kind.mayHappen.indices.filter { kind.mayHappen[$0] }.map { Int8($0) } + (kind.mayStay ? [-1] : [])
  }

  // MARK: Effects

  @Test(arguments: 5300..<5312)
  func `effects are sums over the people they speak of`(seed: Int) throws {
    try checkEffects(Case(seed: seed, LocationQuestion(goal: .access)))
  }

  @Test(arguments: 5470..<5482)
  func `effects are sums over errands where they have levels`(seed: Int) throws {
    try checkEffects(Case(seed: seed, LocationQuestion(goal: .access), levels: true))
  }

  private func checkEffects(_ example: Case) throws {
    let plan = try example.locating.plan()
    guard !plan.goals.isEmpty else { return }
    let effects = example.locating.effects(of: plan)
    let geography = example.oracle.geography
    guard !geography.offices.isEmpty else {
      #expect(effects.isEmpty)
      return
    }
    func means(_ choice: Choice, after round: Int) -> [Double] {
      example.oracle.errands(choice, after: round).map { $0.reduce(0) { $0 + $1.share * $1.minutes } }
    }
    let before = means(Choice(), after: 0)
    let after = means(plan.choice, after: example.oracle.assignment.rounds.count - 1)
    for (index, municipality) in geography.municipalities.enumerated() {
      let points = geography.demand.municipality.indices.filter { geography.demand.municipality[$0] == Int32(index) }
      let effect = effects.first { $0.grouping == .municipality && $0.id == municipality.id.code }
      let people = points.reduce(0) { $0 + Double(geography.demand.population[$1]) }
      #expect(effect?.people ?? 0 == people)
      guard let effect else { continue }
      func mean(_ times: [Double]) -> Double {
        points.reduce(0) { $0 + Double(geography.demand.population[$1]) * times[$1] } / people
      }
      #expect(abs(effect.before - mean(before)) <= 1e-4 * max(1, effect.before))
      #expect(abs(effect.after - mean(after)) <= 1e-4 * max(1, effect.after))
    }
    let byRegion = effects.filter { $0.grouping == .division("county") }.reduce(0) { $0 + $1.people }
    #expect(byRegion == geography.demand.total.value)
  }
}
