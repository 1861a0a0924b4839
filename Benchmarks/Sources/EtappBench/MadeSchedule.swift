import EngineRoom
import Foundation

/// A project made by seed: establishments that are like each other, each a chain of tasks with some side by side, sharing
/// pools, in two rounds of beginnings; the weight of each opening is drawn from 1 to 5.
struct MadeSchedule {
  let name: String
  private(set) var project = Project(durations: [])
  /// The last task of each establishment, with its weight.
  private(set) var openings: [ScheduleObjective.Completion] = []

  init(seed: UInt64, establishments: Int = 28, tasks: Int = 15, pools: Int = 5) {
    name = "made\(establishments)x\(tasks)-\(seed)"
    var random = SplitMix64(seed: seed)
    let days = (0..<tasks).map { _ in Int.random(in: 5...25, using: &random) }
    let poolOf = (0..<tasks).map { _ in Int.random(in: 0..<(pools + 2), using: &random) }
    let amounts = (0..<tasks).map { _ in Int.random(in: 0..<4, using: &random) == 0 ? 2 : 1 }
    let links = Self.links(tasks, &random)
    for establishment in 0..<establishments {
      let first = establishment * tasks
      for task in 0..<tasks {
        project.durations.append(max(1, days[task] * Int.random(in: 70...140, using: &random) / 100))
        project.demands.append(poolOf[task] < pools ? [.init(resource: poolOf[task], amount: amounts[task])] : [])
        project.releases.append(establishment % 2 == 0 ? 0 : 120)
        project.fixedStarts.append(nil)
        project.patternOf.append(nil)
      }
      project.links += links.map { .init(from: first + $0.from, to: first + $0.to) }
      openings.append(.init(activity: first + tasks - 1, weight: Int.random(in: 1...5, using: &random)))
    }
    project.capacities = (0..<pools).map { .init(max(3, min(8, work(of: $0) / 380))) }
  }

  /// Days times units that all tasks together ask of a pool.
  private func work(of pool: Int) -> Int {
    zip(project.durations, project.demands).reduce(0) { sum, task in
      sum + task.1.reduce(0) { $0 + ($1.resource == pool ? $1.amount * task.0 : 0) }
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
      for from in previous { links += next.map { (from, $0) } }
      previous = next
      task += next.count
    }
    return links
  }

  // MARK: For the peer

  /// The project as the peer's script reads it.
  private struct File: Encodable {
    var name: String
    var durations: [Int]
    var links: [[Int]]
    /// Resource and amount of each demand.
    var demands: [[[Int]]]
    var capacities: [Int]
    var releases: [Int]
    /// Activity and weight of each opening.
    var openings: [[Int]]
  }

  func write(to folder: String) throws {
    let file = File(
      name: name, durations: project.durations, links: project.links.map { [$0.predecessor, $0.successor] },
      demands: project.demands.map { $0.map { [$0.resource, $0.amount] } },
      capacities: project.capacities.map { $0.amounts[0] }, releases: project.releases,
      openings: openings.map { [$0.activity, $0.weight] })
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try JSONEncoder().encode(file).write(to: URL(fileURLWithPath: "\(folder)/\(name).json"))
  }
}
