/// The links of a project as monotone maps between starts, with patterns worked in.
///
/// Every kind of link says `start of successor ≥ after(start of predecessor)`, where `after` never falls; its
/// counterpart `before` is the latest start of the predecessor that a start of the successor allows.
struct StartGraph: Sendable {
  private(set) var project: Project
  let tables: [WorkTable]
  /// A day by which some best timetable has finished, whatever the objective.
  let horizon: Int

  init(_ project: Project, anchors: [ScheduleObjective.Anchor] = []) {
    self.project = project
    // After the last day that differs from the next, work may follow work; idle days longer than a lag can be cut out.
    var day = anchors.map(\.start).max() ?? 0
    day = max(day, project.releases.max() ?? 0, project.patterns.map(\.count).max() ?? 0)
    day = max(day, project.capacities.compactMap(\.days.last).max() ?? 0)
    day = max(day, project.fixedStarts.compactMap(\.self).max() ?? 0)
    var lags = Array(repeating: 0, count: project.activityCount)
    for link in project.links { lags[link.predecessor] = max(lags[link.predecessor], link.lag) }
    for (duration, lag) in zip(project.durations, lags) { day += duration + lag }
    horizon = day
    tables = (0..<project.activityCount).map { WorkTable(project, activity: $0, horizon: day) }
  }

  /// The same with more links; a timetable that keeps them is known, so that the horizon stays.
  func adding(_ links: [Project.Link]) -> StartGraph {
    var graph = self
    graph.project.links += links
    return graph
  }

  /// The least start of the link's successor when its predecessor starts on `start`.
  func after(_ link: Project.Link, _ start: Int) -> Int {
    let from = link.measuresFinishOfPredecessor ? tables[link.predecessor].finish(from: start) : start
    let target = from + link.lag
    return link.measuresFinishOfSuccessor ? tables[link.successor].start(finishingAt: target) : target
  }

  /// The latest start of the link's predecessor when its successor starts on `start`.
  func before(_ link: Project.Link, _ start: Int) -> Int {
    let to = link.measuresFinishOfSuccessor ? tables[link.successor].finish(from: start) : start
    let target = to - link.lag
    return link.measuresFinishOfPredecessor ? tables[link.predecessor].start(finishingAt: target + 1) - 1 : target
  }

  /// What `after` adds to every start; nil where patterns make it depend on the day.
  func constantGap(of link: Project.Link) -> Int? {
    let project = project
    func varies(_ activity: Int) -> Bool { project.patternOf[activity] != nil && project.durations[activity] > 0 }
    if link.measuresFinishOfPredecessor, varies(link.predecessor) { return nil }
    if link.measuresFinishOfSuccessor, varies(link.successor) { return nil }
    return after(link, 0)
  }
}

extension Project.Link {
  var measuresFinishOfPredecessor: Bool { kind == .finishStart || kind == .finishFinish }
  var measuresFinishOfSuccessor: Bool { kind == .finishFinish || kind == .startFinish }
}
