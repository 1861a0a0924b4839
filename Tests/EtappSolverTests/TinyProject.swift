@testable import EtappSolver

/// A project small enough to try every timetable, with everything a project can have, and an objective for it.
struct TinyProject {
  var project: Project
  var objective: ScheduleObjective
  /// Days to try starts on; some best timetable starts no later.
  var days: Int

  /// - Parameter onlyMakespan: the plain problem: constant capacities, no patterns, makespan.
  init(seed: Int, onlyMakespan: Bool = false) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 3...4, using: &random)
    project = Project(durations: (0..<count).map { _ in Int.random(in: 0...3, using: &random) })
    project.capacities = (0..<2).map { _ in .init(Int.random(in: 2...3, using: &random)) }
    for activity in 0..<count {
      for resource in 0..<2 where Bool.random(using: &random) {
        project.demands[activity].append(.init(resource: resource, amount: Int.random(in: 1...2, using: &random)))
      }
    }
    let kinds: [Project.LinkKind] = [.finishStart, .startStart, .finishFinish, .startFinish]
    for _ in 0..<count {
      let from = Int.random(in: 0..<(count - 1), using: &random)
      let to = Int.random(in: (from + 1)..<count, using: &random)
      project.links.append(
        .init(
          from: from, to: to, kind: kinds.randomElement(using: &random) ?? .finishStart,
          lag: Int.random(in: -1...2, using: &random)))
    }
    // A greatest distance: the earlier one starts at most so many days before the later.
    if Bool.random(using: &random) {
      project.links.append(
        .init(from: count - 1, to: 0, kind: .startStart, lag: -Int.random(in: 3...7, using: &random)))
    }
    objective = .makespan
    if !onlyMakespan { Self.complicate(&project, &objective, &random) }
    days = 4 + project.durations.reduce(0, +) + project.links.reduce(0) { $0 + max(0, $1.lag) }
    if !onlyMakespan { days += 5 }
  }

  private static func complicate(
    _ project: inout Project, _ objective: inout ScheduleObjective, _ random: inout SplitMix64
  ) {
    let count = project.activityCount
    project.patterns = [(0..<6).map { _ in Int.random(in: 0..<3, using: &random) > 0 }]
    for activity in 0..<count {
      if Int.random(in: 0..<3, using: &random) == 0 { project.patternOf[activity] = 0 }
      project.releases[activity] = max(0, Int.random(in: -3...3, using: &random))
    }
    if Bool.random(using: &random) { project.fixedStarts[0] = Int.random(in: 0...3, using: &random) }
    if Bool.random(using: &random) { project.capacities[0] = .init(days: [0, 3, 5], amounts: [3, 1, 2]) }
    objective.makespan = Int.random(in: 0...2, using: &random)
    for activity in 0..<count {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: objective.completions.append(.init(activity: activity, weight: Int.random(in: 1...3, using: &random)))
      case 1:
        objective.dues.append(
          .init(activity: activity, day: Int.random(in: 2...9, using: &random), weight: 2))
      case 2:
        objective.anchors.append(
          .init(activity: activity, start: Int.random(in: 0...8, using: &random), weight: 1))
      default: break
      }
    }
  }

  /// The first and the best of all timetables that the checker has nothing against; `keeping` pins some starts.
  func enumerate(keeping pins: [Int?]? = nil) -> (first: Timetable, best: Timetable)? {
    let check = TimetableCheck(project)
    var found: (first: Timetable, best: Timetable)?
    var least: Int?
    var timetable = Timetable(starts: [], finishes: [])
    func extend() {
      let activity = timetable.starts.count
      if let least, value(soFar: timetable) >= least { return }
      if activity == project.activityCount {
        guard check.violations(in: timetable).isEmpty else { return }
        found = (found?.first ?? timetable, timetable)
        least = objective.value(of: timetable)
        return
      }
      for start in (pins?[activity]).map({ $0...$0 }) ?? 0...days {
        timetable.starts.append(start)
        timetable.finishes.append(finish(activity, start))
        if keepsLinks(of: activity, timetable) { extend() }
        timetable.starts.removeLast()
        timetable.finishes.removeLast()
      }
    }
    extend()
    return found
  }

  /// What the activities that have a start cost already; the others can only add to it.
  private func value(soFar timetable: Timetable) -> Int {
    var known = objective
    let count = timetable.starts.count
    known.completions.removeAll { $0.activity >= count }
    known.dues.removeAll { $0.activity >= count }
    known.anchors.removeAll { $0.activity >= count }
    return known.value(of: timetable)
  }

  private func finish(_ activity: Int, _ start: Int) -> Int {
    var (day, left) = (start, project.durations[activity])
    while left > 0 {
      let pattern = project.patternOf[activity].map { project.patterns[$0] } ?? []
      if day >= pattern.count || pattern[day] { left -= 1 }
      day += 1
    }
    return day
  }

  /// Drops hopeless beginnings early; what it lets through is checked whole.
  private func keepsLinks(of activity: Int, _ timetable: Timetable) -> Bool {
    project.links.allSatisfy { link in
      guard max(link.predecessor, link.successor) == activity else { return true }
      let fromFinish = link.kind == .finishStart || link.kind == .finishFinish
      let toFinish = link.kind == .finishFinish || link.kind == .startFinish
      let from = (fromFinish ? timetable.finishes : timetable.starts)[link.predecessor]
      let to = (toFinish ? timetable.finishes : timetable.starts)[link.successor]
      return to >= from + link.lag
    }
  }
}
