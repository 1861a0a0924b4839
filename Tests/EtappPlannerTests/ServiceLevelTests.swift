import EtappModel
import EtappSolver
import EtappTestSupport
import Testing

@testable import EtappPlanner

/// Points where not every errand can be done, on a line whose sums can be made by hand, and against plain loops.
@Suite struct `Service levels` {
  /// A kilometre is a minute; 100 people at 0 km, an outreach point at 10 km, a full one at 40 km, an office at 60 km.
  private static func line(outreach: Double = 0.4, office: Double = 1) -> (Assignment, Geography) {
    func at(_ kilometres: Double) -> Coordinate {
      Coordinate(latitude: kilometres / (6371.0088 * Double.pi / 180), longitude: 0)
    }
    var geography = Geography()
    geography.demand.ids = ["d"]
    geography.demand.coordinates = [at(0)]
    geography.demand.population = [100]
    geography.demand.municipality = [-1]
    geography.places = [
      Place(id: "near", name: "Near", municipality: "m", coordinate: at(10), kind: "outreach"),
      Place(id: "far", name: "Far", municipality: "m", coordinate: at(40)),
    ]
    geography.offices = [Office(id: "o", name: "O", municipality: "m", coordinate: at(60), level: office)]
    var assignment = Assignment(
      name: "Line", kinds: [Kind(id: "outreach", name: "Outreach", level: outreach, cost: Money(5), yearly: Money(3))],
      rounds: [Round(id: "1", name: "1")])
    assignment.travel.formula = Travel.Formula(detour: 1, townSpeed: 60, ruralSpeed: 60, townKilometres: 0)
    return (assignment, geography)
  }

  private static func value(_ kind: Goal.Kind, _ open: [ID<Place>], office: Double = 1) throws -> Double {
    var (assignment, geography) = line(office: office)
    assignment.goals = [Goal(id: "goal", kind: kind)]
    let plan = try Planner(
      Programme(assignment: assignment, geography: geography), options: .test()
    ).evaluate(Choice(opens: Dictionary(uniqueKeysWithValues: open.map { ($0, 0) })))
    return try #require(plan.totals.first).value
  }

  @Test(
    arguments: [
      ([], 60.0), (["near"], 0.4 * 10 + 0.6 * 60), (["far"], 40.0), (["near", "far"], 0.4 * 10 + 0.6 * 40),
    ] as [([ID<Place>], Double)])
  func `each errand is done at the nearest open point where it can be`(open: [ID<Place>], mean: Double) throws {
    #expect(abs(try Self.value(.access(months: nil), open) - mean) < 1e-4)
  }

  @Test func `a person is reached by the highest level within the time`() throws {
    let within15 = Goal.Kind.reach(within: 15, months: nil)
    #expect(abs(try Self.value(within15, ["near", "far"]) - 40) < 1e-9)
    #expect(abs(try Self.value(.reach(within: 45, months: nil), ["near", "far"]) - 100) < 1e-9)
    #expect(abs(try Self.value(.farthest(beyond: 15, months: nil), ["near", "far"]) - 60) < 1e-9)
    #expect(try Self.value(within15, ["far"]) == 0)
  }

  @Test func `what can be done nowhere takes the time of the unreachable`() throws {
    let value = try Self.value(.access(months: nil), ["near"], office: 0.5)
    #expect(abs(value - (0.4 * 10 + 0.1 * 60 + 0.5 * 600)) < 1e-4)
  }

  @Test func `travel is summed up over errands`() throws {
    let (assignment, geography) = Self.line()
    let plan = try Planner(Programme(assignment: assignment, geography: geography), options: .test())
      .evaluate(Choice(opens: ["near": 0, "far": 0]))
    let after = try #require(plan.travel.last)
    #expect(after.people == 100 && abs(after.mean.value - 28) < 1e-4)
    #expect(abs(after.median.value - 40) < 1e-4 && abs((after.beyond[30]?.value ?? 0) - 60) < 1e-9)
    #expect(plan.establishments.map(\.level) == [1, 0.4])
  }

  // MARK: Costs

  @Test func `a kind's cost counts where the place says none`() throws {
    #expect(abs(try Self.value(.cost(months: [24]), ["near"]) - (5 + 2 * 3)) < 1e-9)
    var (assignment, geography) = Self.line()
    geography.places[1].cost = Money(9)
    assignment.rules = [Rule(id: "budget", kind: .budget(Money(8), rounds: 0...0))]
    assignment.goals = [Goal(id: "access", kind: .access(months: nil))]
    let plan = try Planner(Programme(assignment: assignment, geography: geography), options: .test()).plan()
    #expect(plan.proof == .optimal && plan.choice.opens.keys.map(\.code) == ["near"])
    #expect(plan.rules.first { $0.rule == "budget" }?.value == 5)
  }

  // MARK: Nothing changes where everything can be done

  @Test(arguments: 0..<60)
  func `levels of one give the identical plan as none`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed))
    func plan(_ assignment: Assignment, _ geography: Geography) throws -> Plan {
      let programme = Programme(assignment: assignment, geography: geography, baselines: instance.baselines)
      return try Planner(programme, options: .test()).plan()
    }
    var (assignment, geography) = (instance.assignment, instance.geography)
    assignment.kinds = [Kind(id: "full", name: "Full"), Kind(id: "small", name: "Small", level: 1)]
    for index in geography.places.indices where index % 2 == 0 { geography.places[index].level = 1 }
    let (without, with) = (try plan(instance.assignment, instance.geography), try plan(assignment, geography))
    #expect(without.choice == with.choice && without.proof == with.proof && without.gap == with.gap)
    #expect(without.goals == with.goals && without.rules == with.rules && without.travel == with.travel)
    #expect(without.run.effort == with.run.effort)
  }

  // MARK: Every choice of one or two sites

  /// A programme where levels decide: one or two of all sites open, with a share of the people to reach in some.
  private static func choosing(seed: Int, isFlat: Bool = false) -> RandomInstance {
    var instance = RandomInstance(seed: UInt64(seed)).withLevels(seed: UInt64(seed))
    let share = instance.assignment.rules.filter { $0.id == "levelled-share" && $0.price == nil }
    let count = CountPart(selection: .all, rounds: 0...instance.assignment.rounds.count - 1)
    instance.assignment.rules =
      [Rule(id: "some", kind: .count(parts: [count], min: 1 + seed % 2, max: 1 + seed % 2))]
      + (seed % 3 == 0 ? share : [])
    instance.assignment.goals = Array(instance.assignment.goals.prefix(1))
    instance.assignment.goals[0].weight = nil
    for index in instance.assignment.rounds.indices {
      instance.assignment.rounds[index].minimum = nil
      instance.assignment.rounds[index].maximum = nil
    }
    for index in instance.geography.places.indices { instance.geography.places[index].earliest = nil }
    instance.geography.offices = Array(instance.geography.offices.prefix(1))
    guard isFlat else { return instance }
    for index in instance.assignment.kinds.indices { instance.assignment.kinds[index].level = 1 }
    for index in instance.geography.places.indices { instance.geography.places[index].level = nil }
    for index in instance.geography.offices.indices { instance.geography.offices[index].level = nil }
    return instance
  }

  private static func best(_ instance: RandomInstance) -> (values: [Double], last: [Choice])? {
    Oracle(instance.assignment, instance.geography).best(goals: instance.assignment.goals)
  }

  @Test(arguments: 2000..<2100)
  func `the best sites are found and proved, or there is nothing to choose`(seed: Int) throws {
    let instance = Self.choosing(seed: seed)
    let programme = Programme(assignment: instance.assignment, geography: instance.geography)
    let plan = try Planner(programme, options: .test()).plan()
    guard let best = Self.best(instance)?.values.first else {
      guard case .infeasible = plan.proof else {
        Issue.record("Nothing is possible, and \(plan.proof) was claimed.")
        return
      }
      return
    }
    let result = try #require(plan.totals.first)
    let slack = 1e-5 * max(1, abs(best))
    #expect(plan.proof == .optimal && abs(result.value - best) <= slack, "\(result.value) against \(best)")
    #expect(result.sense == .minimise ? result.bound <= best + slack : result.bound >= best - slack)
    #expect(Oracle(instance.assignment, instance.geography).isAllowed(plan.choice))
  }

  @Test func `levels decide in many of those programmes`() {
    let seeds = (2000..<2100).filter { seed in
      guard let with = Self.best(Self.choosing(seed: seed))?.last,
        let without = Self.best(Self.choosing(seed: seed, isFlat: true))?.last
      else { return false }
      return Set(with).isDisjoint(with: without)
    }
    #expect(seeds.count >= 15, "\(seeds.count): \(seeds)")
  }

  // MARK: Lists

  @Test(arguments: 0..<12)
  func `rows give every open set the burden that a walk from the nearest out gives`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed), size: .medium).withLevels(seed: UInt64(seed))
    let programme = Programme(assignment: instance.assignment, geography: instance.geography)
    let oracle = Oracle(programme.assignment, programme.geography)
    let population = programme.geography.demand.population
    #expect(programme.demand.tiers.count > 1 && abs(programme.demand.tiers.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    let rows = programme.demand.burdens(weights: population, siteCount: programme.sites.count) { Double($0) }
    var generator = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20 {
      var choice = Choice()
      for place in programme.geography.places where Bool.random(using: &generator) { choice.opens[place.id] = 0 }
      for office in programme.geography.offices where office.closable && Bool.random(using: &generator) {
        choice.closes[office.id] = 0
      }
      let measuring = Measuring(programme, choice: choice)
      let isOpen = programme.sites.indices.map { measuring.isOpen($0, after: 0) }
      let sum = zip(population, oracle.errands(choice, after: 0)).reduce(0.0) { sum, point in
        sum + Double(point.0) * point.1.reduce(0) { $0 + $1.share * $1.minutes }
      }
      #expect(abs(rows.burden(isOpen: isOpen.span) - sum) <= 1e-5 * max(1, sum))
      let looked = measuring.burden(after: 0) { Double($0) }
      #expect(abs(rows.burden(isOpen: isOpen.span) - looked) <= 1e-9 * max(1, sum))
    }
  }
}
