import EtappModel
import EtappPlanner
import EtappTestSupport
import Testing

/// The ladder of replanning, with and without promises, held against every choice there is of small random programmes.
@Suite struct `The ladder of replanning` {
  /// A random programme with a plan to change; only goals in order, since weights make one sum of them.
  private struct Case {
    let instance: RandomInstance
    let before: Choice
    let programme: Programme
    let planner: Planner

    init?(seed: Int) throws {
      instance = RandomInstance(seed: UInt64(seed))
      guard !instance.assignment.isWeighted, let before = instance.baselines["before"] else { return nil }
      self.before = before
      programme = Programme(
        assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
      planner = try Planner(programme, options: .test())
    }

    /// The municipality of every second place of the plan, as the seed has it.
    var terms: PromiseTerms {
      let homes = before.opens.keys.sorted().enumerated().filter { $0.offset % 2 == 0 }
        .compactMap { instance.geography.place($0.element)?.municipality }
      return PromiseTerms(told: Set(homes), price: 2, broken: 2)
    }

    var promised: [ID<Place>] {
      before.opens.keys.sorted().filter { place in
        instance.geography.place(place).map { terms.told.contains($0.municipality) } ?? false
      }
    }

    /// The programme's rules and a wish that what is promised stays.
    var wishing: Assignment {
      var assignment = instance.assignment
      let kind = Rule.Kind.keep(plan: "before", changes: 0, of: Selection(places: promised))
      if !promised.isEmpty { assignment.rules.append(Rule(id: "told", kind: kind, price: 2)) }
      return assignment
    }

    func broken(_ choice: Choice) -> Int { promised.count { choice.opens[$0] != before.opens[$0] } }

    /// What a step's plan falls short of: complaints, none where it is as good as the best of the choices.
    func complaints(_ step: LadderStep, _ assignment: Assignment, among isNear: (Choice, Oracle) -> Bool) -> [String] {
      let oracle = Oracle(assignment, instance.geography, baselines: instance.baselines)
      let near = oracle.allChoices().filter { oracle.isAllowed($0) && isNear($0, oracle) }
      let goals = Programme(
        assignment: assignment, geography: instance.geography, baselines: instance.baselines
      ).goals
      guard let best = oracle.best(goals: goals, among: near) else {
        if case .infeasible = step.plan.proof { return [] }
        return ["there is no plan, and \(step.plan.proof) was claimed"]
      }
      var complaints = step.plan.proof == .optimal ? [] : ["proof \(step.plan.proof)"]
      if !near.contains(step.plan.choice) { complaints.append("\(step.plan.choice) is none of those allowed") }
      if step.moves != before.moves(to: step.plan.choice) { complaints.append("moves") }
      for (goal, value) in zip(goals, best.values) {
        let sign: Double = goal.sense == .minimise ? 1 : -1
        let limit = sign * (goal.id == goals.last?.id ? value : goal.allowed(best: value))
        let cost = sign * oracle.value(goal, step.plan.choice)
        // The planner's times are in single precision, the oracle's in double.
        if cost > limit + 1e-5 * max(1, abs(limit)) { complaints.append("\(goal.id): \(cost), allowed \(limit)") }
      }
      return complaints
    }
  }

  @Test(arguments: 2200..<2260)
  func `each step is the best with so many changes`(seed: Int) throws {
    guard let example = try Case(seed: seed) else { return }
    let ladder = try example.planner.ladder(from: "before", changes: 3)
    #expect(ladder.steps.map(\.changes) == [0, 1, 2, 3])
    #expect(ladder.promised.isEmpty && ladder.rungs.isEmpty)
    for step in ladder.steps {
      let complaints = example.complaints(step, example.instance.assignment) { choice, oracle in
        oracle.differences(choice, example.before) <= step.changes
      }
      #expect(complaints == [], "\(step.changes) changes")
    }
  }

  @Test(arguments: 2300..<2340)
  func `what is promised is priced, and then limited`(seed: Int) throws {
    guard let example = try Case(seed: seed) else { return }
    let ladder = try example.planner.ladder(from: "before", changes: 2, terms: example.terms)
    #expect(ladder.promised == example.promised)
    for step in ladder.steps {
      let complaints = example.complaints(step, example.wishing) { choice, oracle in
        oracle.differences(choice, example.before) <= step.changes
      }
      #expect(complaints == [], "\(step.changes) changes")
    }
    for rung in ladder.rungs {
      let allowed = try #require(rung.promises)
      let complaints = example.complaints(rung, example.instance.assignment) { choice, oracle in
        oracle.differences(choice, example.before) <= 2 && example.broken(choice) <= allowed
      }
      #expect(complaints == [], "\(allowed) broken promises")
      #expect(rung.broken == rung.moves.map(\.place).filter(example.promised.contains))
    }
    #expect(ladder.rungs.isEmpty == example.promised.isEmpty)
  }

  @Test func `what is open is no promise to break, it stays`() throws {
    guard let (example, place) = try firstPlan() else { return }
    let ladder = try example.planner.ladder(from: "before", changes: 3, open: [place], terms: example.terms)
    #expect(!ladder.promised.contains(place))
    for step in ladder.steps + ladder.rungs where step.plan.hasChoice {
      #expect(step.plan.choice.opens[place] == example.before.opens[place])
    }
  }

  private func firstPlan() throws -> (Case, ID<Place>)? {
    for seed in 2300..<2340 {
      if let example = try Case(seed: seed), let place = example.before.opens.keys.min() { return (example, place) }
    }
    Issue.record("No random programme has a plan to change.")
    return nil
  }
}
