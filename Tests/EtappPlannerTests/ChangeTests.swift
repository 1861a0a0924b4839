import EtappModel
import EtappPlanner
import EtappTestSupport
import Testing

/// What would have to change for a place to be where it is asked for, held against every choice there is.
@Suite struct `Changes` {
  /// A small random programme, its proved plan and a place that is asked to be elsewhere.
  private struct Case {
    let instance: RandomInstance
    let planner: Planner
    let plan: Plan
    let place: ID<Place>

    init?(seed: Int) throws {
      instance = RandomInstance(seed: UInt64(seed))
      guard !instance.assignment.isWeighted else { return nil }
      let programme = Programme(
        assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
      planner = try Planner(programme, options: .test())
      plan = try planner.plan()
      guard plan.proof == .optimal else { return nil }
      let places = instance.geography.places
      place = places[seed % places.count].id
    }

    /// The changes that are told for the place to be elsewhere.
    var changes: [Change] { planner.explain(plan, .place(place)).changes }

    func isElsewhere(_ choice: Choice) -> Bool { choice.opens[place] != plan.choice.opens[place] }

    /// Whether some choice with the place elsewhere is as good as any, in an assignment with a change made.
    func mayBe(_ assignment: Assignment, _ geography: Geography) -> Bool {
      let oracle = Oracle(assignment, geography, baselines: instance.baselines)
      let goals = planner.programme.goals.compactMap { goal in assignment.goals.first { $0.id == goal.id } ?? goal }
      guard let best = oracle.best(goals: goals), let goal = goals.last, let value = best.values.last else {
        return false
      }
      return best.last.contains { choice in
        isElsewhere(choice) && abs(oracle.value(goal, choice) - value) <= 1e-5 * max(1, abs(value))
      }
    }

    /// The assignment with a goal's tolerance another.
    func with(_ tolerance: Double, of id: ID<Goal>) -> Assignment {
      var assignment = instance.assignment
      for index in assignment.goals.indices where assignment.goals[index].id == id {
        assignment.goals[index].tolerance = .amount(max(0, tolerance))
      }
      return assignment
    }

    /// The assignment and the geography with a change made; nil where the test does not know how.
    func with(_ change: Change, slack: Double) -> (Assignment, Geography)? {
      switch change {
      case .tolerance(let goal, _, let to):
        guard instance.assignment.goals.contains(where: { $0.id == goal }) else { return nil }
        return (with(to + slack, of: goal), instance.geography)
      case .ruleMinimum(let rule, _, let to): return (with(rule, min: Int(to), max: nil), instance.geography)
      case .ruleMaximum(let rule, _, let to): return (with(rule, min: nil, max: Int(to)), instance.geography)
      case .earliest(let place, _, let to):
        var geography = instance.geography
        for index in geography.places.indices where geography.places[index].id == place {
          geography.places[index].earliest = to
        }
        return (instance.assignment, geography)
      }
    }

    private func with(_ id: ID<Rule>, min: Int?, max: Int?) -> Assignment {
      var assignment = instance.assignment
      for index in assignment.rounds.indices where assignment.rounds[index].rule == id {
        assignment.rounds[index].minimum = min ?? assignment.rounds[index].minimum
        assignment.rounds[index].maximum = max ?? assignment.rounds[index].maximum
      }
      for index in assignment.rules.indices where assignment.rules[index].id == id {
        switch assignment.rules[index].kind {
        case .count(let parts, let low, let high):
          assignment.rules[index].kind = .count(parts: parts, min: min ?? low, max: max ?? high)
        case .near(let parts, let layer, let low, let high):
          assignment.rules[index].kind = .near(parts: parts, layer: layer, min: min ?? low, max: max ?? high)
        case .close(let selection, let rounds, let low, let high):
          assignment.rules[index].kind = .close(selection, rounds: rounds, min: min ?? low, max: max ?? high)
        case .keep(let plan, let changes, let selection):
          assignment.rules[index].kind = .keep(plan: plan, changes: max ?? changes, of: selection)
        default: break
        }
      }
      return assignment
    }
  }

  @Test(arguments: 3000..<3050)
  func `that are told make it so`(seed: Int) throws {
    guard let example = try Case(seed: seed) else { return }
    for change in example.changes {
      let helps = [0, 1e-4, -1e-4].contains { slack in
        example.with(change, slack: slack).map { example.mayBe($0, $1) } ?? true
      }
      #expect(helps, "\(change) does not put \(example.place) elsewhere")
    }
  }

  @Test(arguments: 3000..<3050)
  func `of the tolerance before the last goal are the smallest, and none is missed`(seed: Int) throws {
    guard let example = try Case(seed: seed), example.planner.programme.goals.count == 2,
      let goal = example.instance.assignment.goals.first, example.instance.assignment.goals.count == 2
    else { return }
    let oracle = Oracle(example.instance.assignment, example.instance.geography, baselines: example.instance.baselines)
    let allowed = oracle.allChoices().filter(oracle.isAllowed)
    let values = allowed.map { oracle.value(goal, $0) }
    guard let best = goal.sense == .minimise ? values.min() : values.max() else { return }
    let now = abs(goal.allowed(best: best) - best)
    guard !example.mayBe(example.instance.assignment, example.instance.geography) else { return }
    let told = example.changes.compactMap { change -> Double? in
      if case .tolerance(goal.id, _, let to) = change { to } else { nil }
    }
    // Only at a choice's own value can the answer become another one.
    let steps = Set(values.map { abs($0 - best) }).sorted()
    let slack = 1e-4 * max(1, abs(best))
    let works = steps.filter { example.mayBe(example.with($0 + 1e-6, of: goal.id), example.instance.geography) }
    if let least = works.first(where: { $0 > now + slack }) {
      let nearest = told.filter { $0 > now }.min() ?? .infinity
      #expect(abs(nearest - least) <= slack, "widened to \(nearest), and \(least) is enough")
    } else {
      #expect(told.allSatisfy { $0 <= now + slack }, "nothing helps, and \(told) is told")
    }
    let isNarrowable = works.contains { $0 < now - slack }
    #expect(told.contains { $0 < now } == isNarrowable, "told \(told), of \(works) below \(now)")
  }
}
