@testable import EtappSolver

/// Serial generation as a textbook says it, day by day over dictionaries; shares nothing with the flat one.
struct PlainGeneration {
  let project: Project
  let days = 120

  /// Each activity of the list as early as it can be; nil when one finds no day.
  func forwards(_ list: [Int]) -> Timetable? {
    generate(list, days: Array(0..<days)) { activity, start, _ in start >= project.releases[activity] }
  }

  /// Each activity of the list as late as it can be with a finish by `end`, and not before `earliest` of it.
  func backwards(_ list: [Int], end: Int, earliest: [Int]) -> Timetable? {
    generate(list, days: (0..<days).reversed()) { activity, start, finish in
      finish <= end && start >= earliest[activity]
    }
  }

  private func generate(_ list: [Int], days: [Int], _ mayBe: (Int, Int, Int) -> Bool) -> Timetable? {
    var placed: [Int: Range<Int>] = [:]
    for (activity, start) in project.fixedStarts.enumerated() {
      if let start { placed[activity] = start..<project.finish(of: activity, from: start) }
    }
    for activity in list where project.fixedStarts[activity] == nil {
      guard
        let start = days.first(where: { day in
          let time = day..<project.finish(of: activity, from: day)
          return makesSense(activity, day) && mayBe(activity, time.lowerBound, time.upperBound)
            && linksHold(activity, time, placed) && isFree(activity, time, placed)
        })
      else { return nil }
      placed[activity] = start..<project.finish(of: activity, from: start)
    }
    let all = placed.sorted { $0.key < $1.key }
    return Timetable(starts: all.map(\.value.lowerBound), finishes: all.map(\.value.upperBound))
  }

  /// Work begins on a day that is worked; a milestone comes on any.
  private func makesSense(_ activity: Int, _ day: Int) -> Bool {
    guard project.durations[activity] > 0, let pattern = project.patternOf[activity] else { return true }
    return day >= project.patterns[pattern].count || project.patterns[pattern][day]
  }

  private func linksHold(_ activity: Int, _ time: Range<Int>, _ placed: [Int: Range<Int>]) -> Bool {
    project.links.allSatisfy { link in
      guard link.predecessor == activity || link.successor == activity,
        let before = link.predecessor == activity ? time : placed[link.predecessor],
        let after = link.successor == activity ? time : placed[link.successor]
      else { return true }
      return switch link.kind {
      case .finishStart: after.lowerBound >= before.upperBound + link.lag
      case .startStart: after.lowerBound >= before.lowerBound + link.lag
      case .finishFinish: after.upperBound >= before.upperBound + link.lag
      case .startFinish: after.upperBound >= before.lowerBound + link.lag
      }
    }
  }

  private func isFree(_ activity: Int, _ time: Range<Int>, _ placed: [Int: Range<Int>]) -> Bool {
    time.allSatisfy { day in
      project.demands[activity].allSatisfy { demand in
        var used = 0
        for (other, times) in placed where times.contains(day) {
          for held in project.demands[other] where held.resource == demand.resource { used += held.amount }
        }
        let same = project.demands[activity].reduce(0) { $0 + ($1.resource == demand.resource ? $1.amount : 0) }
        return used + same <= project.capacities[demand.resource].amount(on: day)
      }
    }
  }
}

extension Project.Capacity {
  /// Units there are on a day.
  fileprivate func amount(on day: Int) -> Int {
    var amount = 0
    for (first, units) in zip(days, amounts) where first <= day { amount = units }
    return amount
  }
}

/// Every order of the activities in which predecessors come first.
func topologicalOrders(_ project: Project) -> [[Int]] {
  var found: [[Int]] = []
  func extend(_ order: [Int]) {
    if order.count == project.activityCount { found.append(order) }
    for activity in 0..<project.activityCount where !order.contains(activity) {
      let waits = project.links.contains { $0.successor == activity && !order.contains($0.predecessor) }
      if !waits { extend(order + [activity]) }
    }
  }
  extend([])
  return found
}

/// An order drawn at random, each activity after those it waits for.
func randomOrder(_ project: Project, _ random: inout SplitMix64) -> [Int] {
  var order: [Int] = []
  var left = Set(0..<project.activityCount)
  while !left.isEmpty {
    let open = left.filter { activity in
      !project.links.contains { $0.successor == activity && left.contains($0.predecessor) }
    }
    guard let next = open.sorted().randomElement(using: &random) else { return order }
    order.append(next)
    left.remove(next)
  }
  return order
}
