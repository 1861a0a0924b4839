/// What is wrong with a timetable, found day by day from the definitions alone.
///
/// Shares no code with what schedules, proves or bounds, so that a slip there cannot hide itself here.
/// Complexity: O(days · (activities + demands) + links).
package struct TimetableCheck: Sendable {
  package enum Violation: Sendable, Hashable {
    /// The timetable has not one start and one finish for every activity.
    case count(starts: Int, finishes: Int)
    case beforeTimeline(activity: Int)
    /// Starts before its release; an activity with a fixed start has none.
    case release(activity: Int)
    case fixedStart(activity: Int)
    /// The finish is not the day after the last day of work.
    case duration(activity: Int, finish: Int)
    /// `link` is an index into the project's links; `missing` is how many days too close.
    case link(index: Int, missing: Int)
    case resource(index: Int, day: Int, excess: Int)
  }

  private let project: Project

  package init(_ project: Project) {
    self.project = project
  }

  package func violations(in timetable: Timetable) -> [Violation] {
    let count = project.activityCount
    guard timetable.starts.count == count, timetable.finishes.count == count else {
      return [.count(starts: timetable.starts.count, finishes: timetable.finishes.count)]
    }
    return (0..<count).flatMap { violations(of: $0, in: timetable) }
      + linkViolations(in: timetable) + resourceViolations(in: timetable)
  }

  private func violations(of activity: Int, in timetable: Timetable) -> [Violation] {
    let start = timetable.starts[activity]
    guard start >= 0 else { return [.beforeTimeline(activity: activity)] }
    var found: [Violation] = []
    if let fixed = project.fixedStarts[activity] {
      if start != fixed { found.append(.fixedStart(activity: activity)) }
    } else if start < project.releases[activity] {
      found.append(.release(activity: activity))
    }
    let finish = finish(of: activity, from: start)
    if timetable.finishes[activity] != finish { found.append(.duration(activity: activity, finish: finish)) }
    return found
  }

  /// Works day after day until the work is done.
  private func finish(of activity: Int, from start: Int) -> Int {
    var day = start
    var left = project.durations[activity]
    while left > 0 {
      if advances(activity, on: day) { left -= 1 }
      day += 1
    }
    return day
  }

  private func advances(_ activity: Int, on day: Int) -> Bool {
    guard let index = project.patternOf[activity] else { return true }
    let pattern = project.patterns[index]
    return day >= pattern.count || pattern[day]
  }

  private func linkViolations(in timetable: Timetable) -> [Violation] {
    project.links.enumerated().compactMap { index, link in
      let (from, to) =
        switch link.kind {
        case .finishStart: (timetable.finishes[link.predecessor], timetable.starts[link.successor])
        case .startStart: (timetable.starts[link.predecessor], timetable.starts[link.successor])
        case .finishFinish: (timetable.finishes[link.predecessor], timetable.finishes[link.successor])
        case .startFinish: (timetable.starts[link.predecessor], timetable.finishes[link.successor])
        }
      return to - from >= link.lag ? nil : .link(index: index, missing: link.lag - (to - from))
    }
  }

  private func resourceViolations(in timetable: Timetable) -> [Violation] {
    var found: [Violation] = []
    for day in 0..<max(0, timetable.makespan) {
      var held = Array(repeating: 0, count: project.capacities.count)
      for activity in 0..<project.activityCount
      where timetable.starts[activity] <= day && day < timetable.finishes[activity] {
        for demand in project.demands[activity] { held[demand.resource] += demand.amount }
      }
      for (resource, capacity) in project.capacities.enumerated() {
        let excess = held[resource] - amount(of: capacity, on: day)
        if excess > 0 { found.append(.resource(index: resource, day: day, excess: excess)) }
      }
    }
    return found
  }

  private func amount(of capacity: Project.Capacity, on day: Int) -> Int {
    var amount = capacity.amounts[0]
    for (from, value) in zip(capacity.days, capacity.amounts) where from <= day { amount = value }
    return amount
  }
}
