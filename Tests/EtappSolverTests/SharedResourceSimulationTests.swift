import EtappTestSupport
import Testing

@testable import EtappSolver

@Suite struct `A simulation with shared resources` {
  static let seeds = Array(0..<150) + [653]

  @Test(arguments: seeds)
  func `runs each trial as the policy says, day by day`(seed: Int) throws {
    let random = RandomSimulation(seed: seed)
    let simulation = try Simulation(random.model, policy: random.policy)
    for trial in 0..<3 {
      let sample = simulation.trial(trial, seed: 11)
      let plain = PlainSimulation(random.model, random.policy, durations: sample.durations, horizon: 160)
      #expect(sample.starts == plain.starts, "trial \(trial)")
      #expect(sample.finishes == plain.finishes, "trial \(trial)")
    }
  }

  /// Every link, every release, every day of every resource, looked at without the policy.
  @Test(arguments: seeds)
  func `keeps every link and every capacity in each trial`(seed: Int) throws {
    let random = RandomSimulation(seed: seed)
    let simulation = try Simulation(random.model, policy: random.policy)
    for trial in 0..<3 {
      let sample = simulation.trial(trial, seed: 12)
      let starts = try sample.starts.map { try #require($0) }
      let finishes = try sample.finishes.map { try #require($0) }
      checkLinks(random.model.project, starts, finishes)
      checkResources(random.model.project, starts, finishes)
      for activity in 0..<random.count {
        if let fixed = random.model.project.fixedStarts[activity] { #expect(starts[activity] == fixed) }
        let pattern = random.model.project.patternOf[activity].map { random.model.project.patterns[$0] } ?? []
        let worked = (starts[activity]..<finishes[activity]).count { $0 >= pattern.count || pattern[$0] }
        #expect(worked == sample.durations[activity], "activity \(activity)")
      }
    }
  }

  private func checkLinks(_ project: Project, _ starts: [Int], _ finishes: [Int]) {
    for link in project.links where project.fixedStarts[link.successor] == nil {
      let from = link.kind == .finishStart || link.kind == .finishFinish ? finishes : starts
      let to = link.kind == .finishStart || link.kind == .startStart ? starts : finishes
      #expect(to[link.successor] >= from[link.predecessor] + link.lag, "\(link)")
    }
    for activity in starts.indices where project.fixedStarts[activity] == nil {
      #expect(starts[activity] >= project.releases[activity])
    }
  }

  /// What is fixed may be more than there is; nobody else may add to that.
  private func checkResources(_ project: Project, _ starts: [Int], _ finishes: [Int]) {
    for resource in project.capacities.indices {
      for day in 0..<(finishes.max() ?? 0) {
        let users = starts.indices.filter { starts[$0] <= day && day < finishes[$0] }.filter { activity in
          project.demands[activity].contains { $0.resource == resource }
        }
        guard users.contains(where: { project.fixedStarts[$0] == nil }) else { continue }
        let use = users.flatMap { project.demands[$0] }.filter { $0.resource == resource }.reduce(0) { $0 + $1.amount }
        #expect(use <= project.capacities[resource].amount(on: day), "resource \(resource) on day \(day)")
      }
    }
  }

  /// Serial generation with insertion, in plain code.
  private func serialSchedule(_ random: RandomSimulation, order: [Int]) -> Timetable {
    let project = random.model.project
    let durations = random.model.laws.map { Int($0.median) }
    var (starts, finishes) = (Array(repeating: 0, count: random.count), Array(repeating: 0, count: random.count))
    var done: [Int] = []
    for activity in order {
      var day = project.releases[activity]
      for link in project.links where link.successor == activity {
        day = max(day, (link.kind == .finishStart ? finishes : starts)[link.predecessor] + link.lag)
      }
      func fits(_ day: Int) -> Bool {
        (day..<day + durations[activity]).allSatisfy { day in
          project.demands[activity].allSatisfy { demand in
            let used = done.filter { starts[$0] <= day && day < finishes[$0] }.flatMap { project.demands[$0] }
              .filter { $0.resource == demand.resource }.reduce(0) { $0 + $1.amount }
            return used + demand.amount <= project.capacities[demand.resource].amount(on: day)
          }
        }
      }
      while !fits(day) { day += 1 }
      (starts[activity], finishes[activity]) = (day, day + durations[activity])
      done.append(activity)
    }
    return Timetable(starts: starts, finishes: finishes)
  }

  @Test(arguments: seeds)
  func `gives back the plan when durations are as planned`(seed: Int) throws {
    let random = RandomSimulation(seed: seed, isPlain: true)
    let plan = serialSchedule(random, order: Array(0..<random.count))
    for patience in [0, 5, nil] {
      let trial = try Simulation(random.model, policy: ListPolicy(plan, patience: patience)).trial(0, seed: 1)
      #expect(trial.starts == plan.starts, "patience \(patience ?? -1)")
    }
  }

  /// Two teams' worth of work for one team; the first office of the plan is late.
  @Test func `a team passes an office that is late, on the planned day of the next and not before`() throws {
    let project = Project(
      durations: [0, 0, 0], links: [.init(from: 0, to: 1)],
      demands: [[], [.init(resource: 0, amount: 1)], [.init(resource: 0, amount: 1)]], capacities: [.init(1)])
    let model = SimulationModel(project: project, laws: [.fixed(30), .fixed(5), .fixed(4)], keys: [1, 2, 3])
    func starts(_ patience: Int?) throws -> [Int?] {
      let policy = ListPolicy(order: [0, 1, 2], planned: [0, 10, 15], patience: patience)
      return try Simulation(model, policy: policy).trial(0, seed: 1).starts
    }
    #expect(try starts(0) == [0, 30, 15])
    #expect(try starts(12) == [0, 31, 27])
    #expect(try starts(nil) == [0, 30, 35])
  }

  @Test func `without a scarce resource it is the critical path`() throws {
    let random = RandomSimulation(seed: 3, isPlain: true)
    var model = random.model
    model.project.capacities = model.project.capacities.map { _ in .init(100) }
    let simulation = try Simulation(model, policy: random.policy)
    #expect(!simulation.sharesResources)
    let plain = PlainSimulation(
      model, random.policy, durations: simulation.trial(0, seed: 1).durations, horizon: 200)
    #expect(simulation.trial(0, seed: 1).starts == plain.starts)
  }

  @Test func `what needs more than there is never starts, nor does what waits for it, and nobody else waits`() throws {
    let project = Project(
      durations: [0, 0, 0], links: [.init(from: 0, to: 1)],
      demands: [[.init(resource: 0, amount: 3)], [.init(resource: 0, amount: 1)], [.init(resource: 0, amount: 1)]],
      capacities: [.init(2)])
    let model = SimulationModel(
      project: project, laws: [.fixed(5), .fixed(6), .fixed(7)], keys: [1, 2, 3])
    let simulation = try Simulation(model, policy: .strict(order: [0, 1, 2]))
    #expect(simulation.trial(0, seed: 1).finishes == [nil, nil, 7])
    let outcome = simulation.run(.init(milestones: [0, 2]), trials: 3, seed: 1, threads: 1)
    #expect(outcome.finishes == [SimulationOutcome.never, SimulationOutcome.never, SimulationOutcome.never, 7, 7, 7])
    #expect(FinishDistribution(outcome.finishes(of: 0)).quantile(0.5) == nil)
  }

  @Test func `a circle of links is named`() {
    let project = Project(durations: [0, 0, 0], links: [.init(from: 0, to: 1), .init(from: 1, to: 0)])
    let model = SimulationModel(project: project, laws: Array(repeating: .fixed(1), count: 3), keys: [1, 2, 3])
    #expect(throws: SimulationObstacle.cycle([0, 1])) { try Simulation(model, policy: .strict(order: [0, 1, 2])) }
  }

  // MARK: Luck

  @Test(arguments: 0..<20)
  func `the same result comes from one thread and from two`(seed: Int) throws {
    let random = RandomSimulation(seed: seed)
    let simulation = try Simulation(random.model, policy: random.policy)
    let owners: [Int?] = (0..<random.count).map { $0 % 3 == 0 ? nil : 0 }
    let question = Simulation.Question(milestones: Array(0..<random.count), owners: owners)
    let one = simulation.run(question, trials: 300, seed: 4, threads: 1)
    #expect(one == simulation.run(question, trials: 300, seed: 4, threads: 2))
    #expect(one != simulation.run(question, trials: 300, seed: 5, threads: 2) || one.finishes.allSatisfy { $0 < 2 })
    for trial in [0, 150, 299] {
      let sample = simulation.trial(trial, seed: 4)
      #expect((0..<random.count).map { Int(one.finishes[$0 * 300 + trial]) } == sample.finishes.map { $0 ?? -1 })
    }
  }

  @Test(arguments: 0..<40)
  func `who is given up or moved changes nobody else's durations`(seed: Int) throws {
    let random = RandomSimulation(seed: seed)
    var model = random.model
    model.drivers = [
      .init(
        key: 8, probability: 0.5, impact: .multiplies(.uniform(low: 1, high: 3)),
        scopes: [.init(key: 1, activities: Array(0..<random.count))])
    ]
    let whole = try Simulation(model, policy: random.policy)
    let struck = try Simulation(
      model.struck(by: [.removed([0]), .postponed([1], until: 50)]), policy: random.policy)
    for trial in 0..<20 {
      let (before, after) = (whole.trial(trial, seed: 6), struck.trial(trial, seed: 6))
      #expect(before.durations.dropFirst() == after.durations.dropFirst())
      #expect(after.starts[0] == nil && after.finishes[0] == nil)
    }
  }

  /// The keys carry the luck: a project in which everything stands elsewhere draws the same.
  @Test func `luck goes with the key and not with the place in the project`() throws {
    let laws = (1...6).map { DurationLaw.exponential(mean: 100 * Double($0)) }
    let model = SimulationModel(
      project: Project(durations: Array(repeating: 0, count: 6)), laws: laws, keys: [5, 9, 2, 77, 1, 4])
    let turned = SimulationModel(
      project: Project(durations: Array(repeating: 0, count: 6)), laws: laws.reversed(), keys: model.keys.reversed())
    let order = Array(0..<6)
    let there = try Simulation(model, policy: .strict(order: order)).trial(17, seed: 3).durations
    let back = try Simulation(turned, policy: .strict(order: order)).trial(17, seed: 3).durations
    #expect(there == back.reversed())
    #expect(Set(there).count == 6)
  }

  // MARK: Shocks

  private static func pair(capacity: Int = 1) -> SimulationModel {
    let project = Project(
      durations: [0, 0], demands: [[.init(resource: 0, amount: 1)], [.init(resource: 0, amount: 1)]],
      capacities: [.init(capacity)])
    return SimulationModel(project: project, laws: [.fixed(10), .fixed(10)], keys: [1, 2])
  }

  private func finishes(_ model: SimulationModel) throws -> [Int?] {
    try Simulation(model, policy: .strict(order: [0, 1])).trial(0, seed: 1).finishes
  }

  @Test func `shocks do what they say`() throws {
    let pair = Self.pair()
    #expect(try finishes(pair) == [10, 20])
    #expect(try finishes(pair.struck(by: [.slower([1], factor: 1.5)])) == [10, 25])
    #expect(try finishes(pair.struck(by: [.capacity(resource: 0, change: 1, days: 0..<100)])) == [10, 10])
    #expect(try finishes(pair.struck(by: [.capacity(resource: 0, change: 1, days: 5..<100)])) == [10, 15])
    #expect(try finishes(pair.struck(by: [.capacity(resource: 0, change: -1, days: 15..<40)])) == [10, 50])
    #expect(try finishes(pair.struck(by: [.freeze([0, 1], days: 8..<20)])) == [22, 32])
    #expect(try finishes(pair.struck(by: [.freeze([0], days: 8..<20), .freeze([0, 1], days: 25..<26)])) == [22, 33])
    #expect(try finishes(pair.struck(by: [.removed([0])])) == [nil, 10])
    #expect(try finishes(pair.struck(by: [.postponed([0], until: 7)])) == [17, 27])
  }

  @Test func `the chain that the end hangs on goes through resources too`() throws {
    let outcome = try Simulation(Self.pair(), policy: .strict(order: [0, 1])).run(
      .init(milestones: [0, 1], owners: [0, 1]), trials: 100, seed: 1, threads: 1)
    #expect(outcome.criticalForLast == [100, 100])
    #expect(outcome.criticalForOwn == [100, 100])
    let uneven = Self.pair(capacity: 2).struck(by: [.slower([0], factor: 2)])
    let apart = try Simulation(uneven, policy: .strict(order: [0, 1])).run(
      .init(milestones: [0, 1], owners: [0, 1]), trials: 100, seed: 1, threads: 1)
    #expect(apart.criticalForLast == [100, 0])
  }
}
