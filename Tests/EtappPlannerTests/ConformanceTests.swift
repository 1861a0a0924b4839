import EtappModel
import EtappPlanner
import EtappTestSupport
import Testing

/// The planner against the conformance suite, on programmes too large to look at every choice of.
@Suite struct `Planner conformance` {
  private static func programme(_ instance: RandomInstance) -> Programme {
    Programme(assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
  }

  private static let planner = PlannerUnderTest(
    plan: { try Planner(programme($0), options: .test(threads: $1)).plan() },
    evaluate: { try Planner(programme($0), options: .test()).evaluate($1) },
    randomPlans: { try Planner(programme($0), options: .test()).randomPlans(count: $1) },
    rules: { programme($0).rules }, goals: { programme($0).goals })

  @Test(arguments: 0..<12)
  func `holds on medium programmes`(seed: Int) throws {
    let complaints = try checkPlanner(Self.planner, on: RandomInstance(seed: UInt64(seed), size: .medium))
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test(arguments: 100..<104)
  func `holds where not every errand can be done everywhere`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed), size: .medium).withLevels(seed: UInt64(seed))
    let complaints = try checkPlanner(Self.planner, on: instance)
    #expect(complaints.isEmpty, "\(complaints)")
  }

  @Test func `brute force meets every kind of rule and goal, hard and priced`() {
    var rules: [Rule.KindName: (hard: Int, priced: Int)] = [:]
    var goals: [Goal.KindName: (inOrder: Int, weighted: Int)] = [:]
    var crowded = 0
    for seed in 0..<400 {
      let instance = RandomInstance(seed: UInt64(seed))
      for rule in instance.assignment.rules {
        if rule.price == nil {
          rules[rule.kindName, default: (0, 0)].hard += 1
        } else {
          rules[rule.kindName, default: (0, 0)].priced += 1
        }
      }
      for goal in instance.assignment.goals {
        if goal.weight == nil {
          goals[goal.kindName, default: (0, 0)].inOrder += 1
        } else {
          goals[goal.kindName, default: (0, 0)].weighted += 1
        }
      }
      if instance.assignment.rules.count > 2 { crowded += 1 }
    }
    for name in Rule.KindName.allCases {
      let count = rules[name] ?? (0, 0)
      #expect(count.hard >= 15 && count.priced >= 5, "\(name): \(count)")
    }
    for name in Goal.KindName.allCases where name != .delivery {
      let count = goals[name] ?? (0, 0)
      #expect(count.inOrder >= 30 && count.weighted >= 5, "\(name): \(count)")
    }
    #expect(crowded >= 100)
  }
}
