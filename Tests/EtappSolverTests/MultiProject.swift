@testable import EtappSolver

/// Many like projects that share pools: chains with some branches, durations that vary, two rounds of beginnings.
struct MultiProject {
  var project: Project
  /// The last activity of each copy, with a weight.
  var openings: [ScheduleObjective.Completion] = []

  init(seed: Int, copies: Int = 28, tasks: Int = 15, pools: Int = 5) {
    var random = SplitMix64(seed: UInt64(seed))
    let template = (0..<tasks).map { _ in Int.random(in: 5...25, using: &random) }
    let poolOf = (0..<tasks).map { _ in Int.random(in: 0..<7, using: &random) }
    let amounts = (0..<tasks).map { _ in Int.random(in: 0..<4, using: &random) == 0 ? 2 : 1 }
    let links = Self.links(tasks, &random)
    project = Project(durations: [])
    for copy in 0..<copies {
      let first = copy * tasks
      for task in 0..<tasks {
        let stretch = Int.random(in: 70...140, using: &random)
        project.durations.append(max(1, template[task] * stretch / 100))
        project.demands.append(poolOf[task] < pools ? [.init(resource: poolOf[task], amount: amounts[task])] : [])
        project.releases.append(copy % 2 == 0 ? 0 : 120)
        project.fixedStarts.append(nil)
        project.patternOf.append(nil)
      }
      project.links += links.map { .init(from: first + $0.from, to: first + $0.to) }
      openings.append(.init(activity: first + tasks - 1, weight: Int.random(in: 1...5, using: &random)))
    }
    project.capacities = (0..<pools).map { pool in
      var work = 0
      for (activity, demands) in project.demands.enumerated() {
        for demand in demands where demand.resource == pool { work += demand.amount * project.durations[activity] }
      }
      return .init(max(3, min(8, work / 380)))
    }
  }

  /// A chain in which now and then two or three tasks lie side by side.
  private static func links(_ tasks: Int, _ random: inout SplitMix64) -> [(from: Int, to: Int)] {
    var links: [(from: Int, to: Int)] = []
    var previous = [0]
    var task = 1
    while task < tasks {
      let width = task == tasks - 1 ? 1 : min(tasks - 1 - task, Int.random(in: 1...3, using: &random))
      let next = Array(task..<(task + max(1, width)))
      for from in previous { for to in next { links.append((from, to)) } }
      previous = next
      task += next.count
    }
    return links
  }
}
