import EtappModel
import EtappPlanner
import EtappTestSupport
import Testing

/// What is asked around a plan (the frontier, near-optimal plans), held against every choice
/// there is of small random programmes.
@Suite struct `Around a plan` {
  /// A random programme with its planner and its oracle; only goals in order, since weights make one sum of them.
  private struct Case {
    let instance: RandomInstance
    let programme: Programme
    let planner: Planner
    let oracle: Oracle
    let allowed: [Choice]

    init?(seed: Int) throws {
      instance = RandomInstance(seed: UInt64(seed))
      guard !instance.assignment.isWeighted else { return nil }
      programme = Programme(
        assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
      planner = try Planner(programme, options: .test())
      oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
      allowed = oracle.allChoices().filter(oracle.isAllowed)
    }

    /// The value of a goal, turned so that less is better.
    func cost(_ goal: Goal, _ choice: Choice) -> Double {
      goal.sense == .minimise ? oracle.value(goal, choice) : -oracle.value(goal, choice)
    }
  }

  /// The planner's times are in single precision, the oracle's in double.
  private static func slack(_ a: Double, _ b: Double = 0) -> Double { 1e-5 * max(1, abs(a), abs(b)) }

  // MARK: Frontier

  @Test(arguments: 2000..<2100)
  func `a frontier has every pair of values that nothing is better than`(seed: Int) throws {
    guard let example = try Case(seed: seed), example.programme.goals.count > 1 else { return }
    let goals = Array(example.programme.goals.prefix(2))
    let frontier = try example.planner.frontier(goals[0].id, goals[1].id, points: 1000)
    guard !example.allowed.isEmpty else {
      #expect(frontier.points.isEmpty)
      return
    }
    #expect(frontier.isComplete)
    let points = frontier.points.map { point in goals.map { example.cost($0, point.choice) } }
    for (point, costs) in zip(frontier.points, points) {
      #expect(example.oracle.isAllowed(point.choice))
      for (goal, (value, cost)) in zip(goals, zip(point.values, costs)) {
        let claimed = goal.sense == .minimise ? value : -value
        #expect(abs(claimed - cost) <= Self.slack(cost), "\(goal.id): \(value) claimed, \(cost)")
      }
    }
    for choice in example.allowed {
      let costs = goals.map { example.cost($0, choice) }
      let isMatched = points.contains { Self.isAsGood($0, costs) }
      #expect(isMatched, "\(costs) of \(choice) is better than every point: \(points)")
      #expect(!points.contains { Self.dominates(costs, $0) }, "\(costs) of \(choice) is better than a point: \(points)")
    }
  }

  private static func isAsGood(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $0 <= $1 + slack($0, $1) }
  }

  /// Better in one by more than rounding, and not worse in any.
  private static func dominates(_ a: [Double], _ b: [Double]) -> Bool {
    zip(a, b).allSatisfy { $0 <= $1 } && zip(a, b).contains { $0 < $1 - 3 * slack($0, $1) }
  }

  // MARK: Alternatives

  @Test(arguments: 2100..<2180)
  func `alternatives are the best that differ, until there are no more`(seed: Int) throws {
    guard let example = try Case(seed: seed), let last = example.programme.goals.last else { return }
    let plan = try example.planner.plan()
    guard plan.proof == .optimal else { return }
    let (within, differing, count) = (0.05, 1 + seed % 3, 4)
    let variants = try example.planner.alternatives(to: plan, within: within, differing: differing, count: count)
    let certain = example.allowed.filter { fits($0, plan, within, example, slack: -1) }
    var earlier = [plan.choice]
    func remaining() -> [Choice] {
      certain.filter { choice in earlier.allSatisfy { example.oracle.differences($0, choice) >= differing } }
    }
    for variant in variants {
      let choice = variant.plan.choice
      #expect(example.oracle.isAllowed(choice))
      #expect(fits(choice, plan, within, example, slack: 1), "\(choice) is too far from the plan")
      #expect(earlier.allSatisfy { example.oracle.differences($0, choice) >= differing })
      #expect(variant.moves == plan.choice.moves(to: choice))
      if let best = remaining().map({ example.cost(last, $0) }).min() {
        let cost = example.cost(last, choice)
        #expect(cost <= best + Self.slack(best), "\(cost), and \(best) is left")
      }
      earlier.append(choice)
    }
    #expect(variants.count == count || remaining().isEmpty, "\(variants.count) found, left: \(remaining())")
  }

  /// Whether every goal is within the share, or within what the goals before it allow; by more or less than rounding.
  private func fits(_ choice: Choice, _ plan: Plan, _ within: Double, _ example: Case, slack: Double) -> Bool {
    example.programme.goals.allSatisfy { goal in
      guard let result = plan.totals.first(where: { $0.goal == goal.id }) else { return false }
      let sign: Double = goal.sense == .minimise ? 1 : -1
      let wide = sign * result.value + within * abs(result.value)
      let limit = result.limit.map { max(wide, sign * $0) } ?? wide
      return example.cost(goal, choice) <= limit + slack * Self.slack(limit)
    }
  }
}
