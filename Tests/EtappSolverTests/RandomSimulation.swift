import EtappTestSupport

@testable import EtappSolver

/// Small uncertain projects by seed: links of four kinds, scarce resources with steps, patterns, releases, fixed starts.
struct RandomSimulation {
  var generator: RandomInstance.Generator
  private(set) var model: SimulationModel
  private(set) var policy: ListPolicy
  let count: Int

  /// - Parameter isPlain: only links from finish to start and start to start without leads, every day alike, durations
  ///   known, and nothing fixed.
  init(seed: Int, isPlain: Bool = false) {
    var generator = RandomInstance.Generator(seed: UInt64(seed))
    let count = Int.random(in: 2...14, using: &generator)
    var project = Project(durations: Array(repeating: 0, count: count))
    let kinds: [Project.LinkKind] =
      isPlain
      ? [.finishStart, .startStart]
      : [
        .finishStart, .finishStart, .startStart, .finishFinish, .startFinish,
      ]
    for _ in 0..<Int.random(in: 0...2 * count, using: &generator) {
      let successor = Int.random(in: 1..<count, using: &generator)
      project.links.append(
        .init(
          from: Int.random(in: 0..<successor, using: &generator), to: successor,
          kind: kinds.randomElement(using: &generator) ?? .finishStart,
          lag: Int.random(in: isPlain ? 0...3 : -3...4, using: &generator)))
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      project.capacities.append(Self.capacity(isConstant: isPlain, using: &generator))
    }
    for activity in 0..<count {
      project.releases[activity] = Bool.random(using: &generator) ? 0 : Int.random(in: 0...12, using: &generator)
      for resource in project.capacities.indices where Bool.random(using: &generator) {
        // In the end there is always enough.
        let most = project.capacities[resource].amounts.last ?? 1
        project.demands[activity].append(.init(resource: resource, amount: Int.random(in: 1...most, using: &generator)))
      }
    }
    if !isPlain { Self.restrict(&project, using: &generator) }
    let laws = (0..<count).map { _ in
      isPlain
        ? DurationLaw.fixed(Double(Int.random(in: 0...6, using: &generator)))
        : DurationLaw.triangular(low: 0, mode: Double(Int.random(in: 0...6, using: &generator)), high: 9)
    }
    model = SimulationModel(project: project, laws: laws, keys: (0..<count).map { UInt64(1000 * seed + $0) })
    let planned = (0..<count).map { _ in Int.random(in: 0...30, using: &generator) }
    let patience: Int? = Bool.random(using: &generator) ? nil : Int.random(in: 0...9, using: &generator)
    policy = ListPolicy(order: Array(0..<count), planned: planned, patience: patience)
    self.count = count
    self.generator = generator
  }

  private static func capacity(
    isConstant: Bool, using generator: inout RandomInstance.Generator
  ) -> Project.Capacity {
    let most = Int.random(in: 1...4, using: &generator)
    guard !isConstant && Bool.random(using: &generator) else { return Project.Capacity(most) }
    let days = [0] + Set((0..<3).map { _ in Int.random(in: 1...40, using: &generator) }).sorted()
    let amounts = days.dropLast().map { _ in Int.random(in: 0...5, using: &generator) } + [most]
    return Project.Capacity(days: days, amounts: amounts)
  }

  private static func restrict(_ project: inout Project, using generator: inout RandomInstance.Generator) {
    project.patterns = (0..<2).map { _ in (0..<30).map { _ in Bool.random(using: &generator) } }
    for activity in 0..<project.activityCount {
      if Int.random(in: 0...3, using: &generator) == 0 {
        project.patternOf[activity] = Int.random(in: 0...1, using: &generator)
      }
      if Int.random(in: 0...9, using: &generator) == 0 {
        project.fixedStarts[activity] = Int.random(in: 0...25, using: &generator)
      }
    }
  }
}
