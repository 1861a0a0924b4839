import EtappModel
import EtappSolver

/// What every start of a timetable hangs on: the link, the people or the day that forbids one day earlier.
struct Bindings {
  private let network: WorkNetwork
  private let timetable: Timetable
  /// Links by successor.
  private let incoming: [[Project.Link]]
  /// Activities that hold each resource.
  private let holders: [[Int]]
  /// The first working day that today is; 0 without.
  private let now: Int

  init(_ network: WorkNetwork, _ timetable: Timetable, now: Int) {
    self.network = network
    self.timetable = timetable
    self.now = now
    let project = network.project
    var incoming = Array(repeating: [Project.Link](), count: project.activityCount)
    for link in project.links { incoming[link.successor].append(link) }
    self.incoming = incoming
    var holders = Array(repeating: [Int](), count: project.capacities.count)
    for (activity, demands) in project.demands.enumerated() {
      for demand in demands where demand.amount > 0 { holders[demand.resource].append(activity) }
    }
    self.holders = holders
  }

  /// What an activity's start hangs on, and the activity before it on the chain.
  func binding(of activity: Int) -> (binding: ScheduledTask.Binding, before: Int?) {
    let start = timetable.starts[activity]
    if network.project.fixedStarts[activity] != nil { return (.actual, nil) }
    if let link = tightLink(to: activity) {
      return (.predecessor(network.activities[link.predecessor].task.id), link.predecessor)
    }
    if start <= network.project.releases[activity] { return (release(activity, start), nil) }
    return people(activity, start)
  }

  /// A link that would be broken one day earlier; of several the one from the activity that finishes last.
  private func tightLink(to activity: Int) -> Project.Link? {
    incoming[activity].filter { isTight($0) }
      .max { timetable.finishes[$0.predecessor] < timetable.finishes[$1.predecessor] }
  }

  private func isTight(_ link: Project.Link) -> Bool {
    let (a, b) = (link.predecessor, link.successor)
    let earlier = timetable.starts[b] - 1
    guard earlier >= 0 else { return false }
    switch link.kind {
    case .finishStart: return earlier < timetable.finishes[a] + link.lag
    case .startStart: return earlier < timetable.starts[a] + link.lag
    case .finishFinish: return network.project.finish(of: b, from: earlier) < timetable.finishes[a] + link.lag
    case .startFinish: return network.project.finish(of: b, from: earlier) < timetable.starts[a] + link.lag
    }
  }

  private func release(_ activity: Int, _ start: Int) -> ScheduledTask.Binding {
    if start == 0 { return .start }
    if start == now { return .today }
    let round = network.offices[network.activities[activity].office].round
    return .round(network.rounds[round])
  }

  /// The people that were busy the day before; of several the one that became free last.
  private func people(_ activity: Int, _ start: Int) -> (ScheduledTask.Binding, Int?) {
    for demand in network.project.demands[activity] {
      let resource = network.pools[demand.resource].resource
      let busy = holders[demand.resource].filter {
        $0 != activity && timetable.starts[$0] < start && timetable.finishes[$0] == start
      }
      if let last = busy.max(by: { timetable.starts[$0] < timetable.starts[$1] }) {
        let before = network.activities[last]
        return (.resource(resource, place: before.place, task: before.task.id), last)
      }
      if network.project.capacities[demand.resource].days.contains(start) { return (.capacity(resource), nil) }
    }
    return (.free, nil)
  }

  /// The chain that an activity's start hangs on, from the first link of it to the activity itself.
  func chain(to activity: Int) -> [Int] {
    var chain = [activity]
    while let before = binding(of: chain[chain.count - 1]).before, !chain.contains(before) { chain.append(before) }
    return chain.reversed()
  }
}
