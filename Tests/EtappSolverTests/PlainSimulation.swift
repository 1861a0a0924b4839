@testable import EtappSolver

/// The policy in plain code, day by day and activity by activity, from durations that are given: the oracle.
struct PlainSimulation {
  let model: SimulationModel
  let policy: ListPolicy
  let durations: [Int]
  private(set) var starts: [Int?]
  private(set) var finishes: [Int?]
  /// Resources that could not serve everybody at once.
  private let scarce: [Bool]

  private var project: Project { model.project }

  init(_ model: SimulationModel, _ policy: ListPolicy, durations: [Int], horizon: Int) {
    self.model = model
    self.policy = policy
    self.durations = durations
    starts = Array(repeating: nil, count: durations.count)
    finishes = starts
    scarce = model.project.capacities.indices.map { resource in
      let needs = model.project.demands.flatMap { $0 }.filter { $0.resource == resource }.map(\.amount)
      return needs.reduce(0, +) > model.project.capacities[resource].amounts.min() ?? 0
    }
    for activity in durations.indices { if let start = model.allFixedStarts[activity] { place(activity, start) } }
    for day in 0..<horizon { while startOne(on: day) {} }
  }

  func worksOn(_ activity: Int, _ day: Int) -> Bool {
    guard let pattern = project.patternOf[activity], day >= 0 else { return true }
    return day >= project.patterns[pattern].count || project.patterns[pattern][day]
  }

  func finish(_ activity: Int, _ start: Int) -> Int {
    var (day, left) = (start, durations[activity])
    while left > 0 {
      if worksOn(activity, day) { left -= 1 }
      day += 1
    }
    return day
  }

  private mutating func place(_ activity: Int, _ start: Int) {
    starts[activity] = start
    finishes[activity] = finish(activity, start)
  }

  private func needs(_ activity: Int) -> [Project.Demand] { project.demands[activity].filter { scarce[$0.resource] } }

  /// Starts the first of the list that may; those that need nothing scarce start on any day, also one gone by.
  private mutating func startOne(on today: Int) -> Bool {
    for activity in policy.order where starts[activity] == nil {
      guard let earliest = earliest(activity) else { continue }
      if needs(activity).isEmpty {
        place(activity, earliest)
        return true
      }
      guard earliest <= today, durations[activity] == 0 || worksOn(activity, today) else { continue }
      guard hasTurn(activity, today), fits(activity, today) else { continue }
      place(activity, today)
      return true
    }
    return false
  }

  /// The first day that releases and links allow; nil while a predecessor is not known.
  func earliest(_ activity: Int) -> Int? {
    var day = project.releases[activity]
    for link in project.links where link.successor == activity {
      guard let start = starts[link.predecessor], let finish = finishes[link.predecessor] else { return nil }
      let bound = (link.kind == .finishStart || link.kind == .finishFinish ? finish : start) + link.lag
      switch link.kind {
      case .finishStart, .startStart: day = max(day, bound)
      case .finishFinish, .startFinish:
        if durations[activity] == 0 { day = max(day, bound) }
        while durations[activity] > 0 && self.finish(activity, day) < bound { day += 1 }
      }
    }
    while durations[activity] > 0 && !worksOn(activity, day) { day += 1 }
    return day
  }

  private func hasTurn(_ activity: Int, _ today: Int) -> Bool {
    if let patience = policy.patience, today >= policy.planned[activity] + patience { return true }
    for demand in needs(activity) {
      for other in policy.order.prefix(while: { $0 != activity }) where starts[other] == nil {
        if needs(other).contains(where: { $0.resource == demand.resource }) { return false }
      }
    }
    return true
  }

  private func fits(_ activity: Int, _ today: Int) -> Bool {
    for demand in needs(activity) {
      for day in today..<max(today, finish(activity, today)) {
        guard use(demand.resource, day) + demand.amount <= project.capacities[demand.resource].amount(on: day) else {
          return false
        }
      }
    }
    return true
  }

  func use(_ resource: Int, _ day: Int) -> Int {
    durations.indices.reduce(0) { sum, activity in
      guard let start = starts[activity], let finish = finishes[activity], start <= day, day < finish else {
        return sum
      }
      return sum + project.demands[activity].filter { $0.resource == resource }.reduce(0) { $0 + $1.amount }
    }
  }
}
