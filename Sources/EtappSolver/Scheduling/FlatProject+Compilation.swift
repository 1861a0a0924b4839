extension FlatProject {
  /// Predecessors first, otherwise as they are numbered.
  static func topologicalOrder(of project: Project) throws(SchedulingObstacle) -> [Int] {
    var waiting = [Int](repeating: 0, count: project.activityCount)
    for link in project.links { waiting[link.successor] += 1 }
    let successors = Rows(project.links.map { ($0.predecessor, $0.successor) }, count: project.activityCount)
    var order = waiting.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for successor in successors[order[next]] {
        waiting[successor] -= 1
        if waiting[successor] == 0 { order.append(successor) }
      }
      next += 1
    }
    if let stuck = waiting.firstIndex(where: { $0 > 0 }) { throw .cycle(activity: stuck) }
    return order
  }

  /// A number of days that no generated schedule exceeds: from the last change of anything on, something advances or a
  /// lag runs on every day.
  static func horizon(of project: Project) -> Int {
    var lastChange = project.releases.max() ?? 0
    for (start, duration) in zip(project.fixedStarts, project.durations) {
      if let start { lastChange = max(lastChange, start + duration) }
    }
    for capacity in project.capacities { lastChange = max(lastChange, capacity.days.last ?? 0) }
    for pattern in project.patterns { lastChange = max(lastChange, pattern.count) }
    var longest = [Int](repeating: 0, count: project.activityCount)
    for link in project.links { longest[link.successor] = max(longest[link.successor], link.lag) }
    return max(1, lastChange + longest.reduce(0, +) + project.durations.reduce(0, +))
  }

  struct PlacedArc {
    var from: Int
    var to: Int
    var gap: Int32
    var link: Int32
  }

  /// Every link as a gap between starts: F = S + d where every day is worked.
  static func arcs(of project: Project, activities: [Int]) -> [PlacedArc] {
    var place = [Int](repeating: 0, count: activities.count)
    for (flat, activity) in activities.enumerated() { place[activity] = flat }
    return project.links.enumerated().map { index, link in
      let (before, after) = (project.durations[link.predecessor], project.durations[link.successor])
      let gap =
        switch link.kind {
        case .finishStart: link.lag + before
        case .startStart: link.lag
        case .finishFinish: link.lag + before - after
        case .startFinish: link.lag - after
        }
      return PlacedArc(
        from: place[link.predecessor], to: place[link.successor], gap: Int32(gap), link: Int32(index))
    }
  }

  static func heads(of project: Project, activities: [Int], incoming: Rows<Arc>, times: LinkTimes) -> [Int32] {
    var heads = [Int32](repeating: 0, count: activities.count)
    for (flat, activity) in activities.enumerated() {
      if let fixed = project.fixedStarts[activity] {
        // Links that come in are held against the fixed start by the latest starts of their predecessors.
        heads[flat] = Int32(fixed)
        continue
      }
      var earliest = max(0, project.releases[activity])
      for arc in incoming[flat] {
        earliest = max(earliest, times.start(of: flat, after: arc, Int(heads[Int(arc.other)])))
      }
      // Not moved onto a working day: a start before it is allowed, if no use.
      heads[flat] = Int32(earliest)
    }
    return heads
  }

  static func latestStarts(_ fixedStarts: [Int32], outgoing: Rows<Arc>, times: LinkTimes) -> [Int32] {
    var latest = [Int32](repeating: never, count: fixedStarts.count)
    for flat in fixedStarts.indices.reversed() {
      if fixedStarts[flat] >= 0 { latest[flat] = fixedStarts[flat] }
      for arc in outgoing[flat] where latest[Int(arc.other)] < never {
        let limit = Int32(times.start(of: flat, before: arc, Int(latest[Int(arc.other)])))
        // A fixed start that is too late for its successor leaves no day: the head stays above.
        latest[flat] = min(latest[flat], limit)
      }
    }
    return latest
  }

  static func tails(_ durations: [Int32], outgoing: Rows<Arc>) -> [Int32] {
    var tails = durations
    for flat in durations.indices.reversed() {
      for arc in outgoing[flat] { tails[flat] = max(tails[flat], arc.gap + tails[Int(arc.other)]) }
    }
    return tails
  }
}
