@testable import EtappSolver

/// A random project without circles, of a kind that says what it may hold.
struct RandomNetwork {
  enum Kind: CaseIterable, Sendable {
    /// Finish to start, constant capacities: the standard problem.
    case standard
    /// Every kind of link, with lags and leads.
    case lags
    /// Capacities that change, releases, and resources enough for two words.
    case steps
    /// Days an activity does not advance on.
    case patterns
    /// All of it, with a fixed start.
    case everything
  }

  let project: Project

  init(_ kind: Kind, seed: Int, activities: ClosedRange<Int> = 4...6) {
    var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 13)
    let count = Int.random(in: activities, using: &random)
    var project = Project(durations: (0..<count).map { _ in Int.random(in: 0...4, using: &random) })
    let resources = kind == .steps || kind == .everything ? 5 : 2
    project.capacities = (0..<resources).map { _ in .init(Int.random(in: 2...4, using: &random)) }
    for activity in 0..<count {
      for resource in 0..<resources where Int.random(in: 0..<resources, using: &random) < 2 {
        project.demands[activity].append(.init(resource: resource, amount: Int.random(in: 1...2, using: &random)))
      }
    }
    let kinds: [Project.LinkKind] = [.finishStart, .startStart, .finishFinish, .startFinish]
    let plain = kind == .standard || kind == .steps
    for _ in 0..<count {
      let from = Int.random(in: 0..<(count - 1), using: &random)
      let to = Int.random(in: (from + 1)..<count, using: &random)
      project.links.append(
        .init(
          from: from, to: to, kind: plain ? .finishStart : kinds.randomElement(using: &random) ?? .finishStart,
          lag: plain ? 0 : Int.random(in: -2...3, using: &random)))
    }
    if kind == .steps || kind == .everything {
      project.capacities[0] = .init(days: [0, 3, 7], amounts: [2, 0, 3])
      project.releases = (0..<count).map { _ in max(0, Int.random(in: -4...6, using: &random)) }
    }
    if kind == .patterns || kind == .everything {
      project.patterns = (0..<2).map { _ in (0..<12).map { _ in Int.random(in: 0..<3, using: &random) > 0 } }
      project.patternOf = (0..<count).map { _ in [nil, 0, 1].randomElement(using: &random) ?? nil }
    }
    if kind == .everything { project.fixedStarts[count / 2] = Int.random(in: 8...12, using: &random) }
    self.project = project
  }

  /// A random objective of every part.
  static func objective(_ project: Project, seed: Int) -> ScheduleObjective {
    var random = SplitMix64(seed: UInt64(seed) &+ 5)
    var objective = ScheduleObjective(makespan: Int.random(in: 0...2, using: &random))
    for activity in 0..<project.activityCount {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: objective.completions.append(.init(activity: activity, weight: Int.random(in: 1...3, using: &random)))
      case 1: objective.dues.append(.init(activity: activity, day: Int.random(in: 2...9, using: &random), weight: 2))
      case 2:
        objective.anchors.append(.init(activity: activity, start: Int.random(in: 0...9, using: &random), weight: 1))
      default: break
      }
    }
    return objective
  }
}
