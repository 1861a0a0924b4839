import EtappModel
import EtappPlanner
import EtappTestSupport
import Testing

/// Explanations of small random programmes, held against every choice there is.
@Suite struct `Explanations` {
  @Test(arguments: 1000..<1080)
  func `price every alternative as brute force does`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed))
    guard !instance.assignment.isWeighted else { return }
    let programme = Programme(
      assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
    let planner = try Planner(programme, options: .test())
    let plan = try planner.plan()
    guard plan.proof == .optimal else { return }
    let oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
    let allowed = oracle.allChoices().filter(oracle.isAllowed)
    for place in instance.geography.places.prefix(3) {
      for alternative in planner.explain(plan, .place(place.id)).alternatives {
        check(alternative, place.id, plan, programme, oracle, allowed)
      }
    }
  }

  private func check(
    _ alternative: Alternative, _ place: ID<Place>, _ plan: Plan, _ programme: Programme, _ oracle: Oracle,
    _ allowed: [Choice]
  ) {
    let fitting = allowed.filter { choice in
      switch alternative.question {
      case .opens(let round): choice.opens[place] == round
      case .opensInBestRound: choice.opens[place] != nil
      case .opensInExchange: choice.opens[place] != nil && choice.opens.count <= plan.choice.opens.count
      case .staysOut: choice.opens[place] == nil
      }
    }
    let label = "\(place) \(alternative.question)"
    guard let best = oracle.best(goals: programme.goals, among: fitting) else {
      guard case .infeasible(let conflict) = alternative.proof else {
        Issue.record("\(label): no such plan, and \(alternative.proof) was claimed")
        return
      }
      #expect(!conflict.isEmpty, "\(label)")
      return
    }
    #expect(alternative.proof == .optimal, "\(label): \(alternative.proof)")
    guard let choice = alternative.choice else {
      Issue.record("\(label): no choice")
      return
    }
    #expect(fitting.contains(choice), "\(label): \(choice) is not what was asked for")
    #expect(alternative.moves == plan.choice.moves(to: choice), "\(label)")
    checkFewest(choice, plan, programme.goals, oracle, fitting, label)
    for (index, goal) in programme.goals.enumerated() {
      guard let difference = alternative.goals.first(where: { $0.goal == goal.id }),
        let before = plan.totals.first(where: { $0.goal == goal.id })?.value
      else {
        Issue.record("\(label): nothing said of \(goal.id)")
        continue
      }
      let value = oracle.value(goal, choice)
      let scale = 3e-6 * max(1, abs(value), abs(best.values[index]))
      #expect(abs(difference.value - value) <= max(1e-5, scale), "\(label): value of \(goal.id)")
      #expect(
        abs(difference.delta - (difference.value - before)) <= 1e-9 * max(1, abs(before)),
        "\(label): delta of \(goal.id)")
      let limit = goal.allowed(best: best.values[index])
      let isGood = goal.sense == .minimise ? value <= limit + scale : value >= limit - scale
      #expect(isGood, "\(label): \(goal.id) is \(value), best \(best.values[index])")
      if index == programme.goals.count - 1 {
        #expect(
          abs(value - best.values[index]) <= scale, "\(label): \(goal.id) is \(value), best \(best.values[index])")
      }
    }
  }

  /// No choice that is as good on every goal differs from the plan in fewer places.
  ///
  /// As good is the very same value, or one that is less by more than the planner's single precision may hide.
  private func checkFewest(
    _ choice: Choice, _ plan: Plan, _ goals: [Goal], _ oracle: Oracle, _ fitting: [Choice], _ label: String
  ) {
    func cost(_ goal: Goal, _ choice: Choice) -> Double {
      goal.sense == .minimise ? oracle.value(goal, choice) : -oracle.value(goal, choice)
    }
    let costs = goals.map { cost($0, choice) }
    let asGood = fitting.filter { other in
      zip(goals, costs).allSatisfy { goal, known in
        let value = cost(goal, other)
        return value == known || value <= known - 1e-5 * max(1, abs(known))
      }
    }
    let fewest = asGood.map { oracle.differences(plan.choice, $0) }.min() ?? 0
    #expect(oracle.differences(plan.choice, choice) <= fewest, "\(label): \(choice), and \(fewest) moves are enough")
  }
}
