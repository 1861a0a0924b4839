/// Orders to begin from: a priority rule as it stands, then loosened, and in between random orders that lean on it.
struct FirstOrders {
  private let project: FlatProject
  private let sampling: BiasedSampling
  private let rules: [[Int32]]
  private(set) var drawn = 0

  init(_ project: FlatProject, objective: FlatObjective) {
    self.project = project
    sampling = BiasedSampling(project)
    var rules = [PriorityRule.latestFinish, .latestStart].map { $0.keys(of: project) }
    if !objective.isMakespan { rules.insert(objective.wishedFinishes(of: project), at: 0) }
    self.rules = rules
  }

  /// Begins again with the rules as they stand.
  mutating func restart() { drawn = 0 }

  /// Fills the generator's list; whether to generate from it in parallel.
  mutating func draw(
    into generator: ScheduleGenerator, keys: UnsafeMutablePointer<Int32>, using random: inout SplitMix64
  ) -> Bool {
    let rule = rules[drawn / 2 % rules.count]
    defer { drawn += 1 }
    guard drawn % 2 == 0 else {
      sampling.draw(by: rule, into: generator, using: &random)
      return false
    }
    // Loosened by a fifth of the critical path.
    let noise = drawn < 2 * rules.count ? 1 : max(1, project.criticalPath / 5)
    for flat in 0..<project.count { keys[flat] = rule[flat] + Int32(random.draw(below: noise)) }
    generator.order(by: keys)
    return true
  }
}
