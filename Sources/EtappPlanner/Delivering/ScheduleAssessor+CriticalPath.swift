import EtappModel
import EtappSolver

extension ScheduleAssessor {
  /// The office that opens last.
  private var last: WorkNetwork.Office? {
    network.offices.max { timetable.finishes[$0.opening] < timetable.finishes[$1.opening] }
  }

  /// Working days left and the float of the last opening against its window.
  ///
  ///     (length + float) / length, length = finish of the last opening − today
  var criticalPathLength: PointResult {
    guard let last else { return unknown(.criticalPathLength, .subject) }
    guard let due = last.due else { return unknown(.criticalPathLength, .window) }
    let now = today.map { network.timeline.index(onOrAfter: $0) } ?? timetable.starts.min() ?? 0
    let length = timetable.finishes[last.opening] - now
    guard length > 0, !isDone(last.opening) else { return unknown(.criticalPathLength, .subject) }
    let float = due - 1 - timetable.finishes[last.opening]
    return result(
      .criticalPathLength, figure: Double(length + float) / Double(length), of: length,
      offenders: float < 0 ? [last.opening] : [])
  }

  /// Critical tasks, each delayed by 600 working days: the end must move as much.
  ///
  /// A schedule in which nothing is critical has no path, and fails; where only milestones are, because the last opening
  /// waits for its window and not for work, there is nothing to delay.
  var criticalPathTest: PointResult {
    guard !remainingWork.isEmpty, let end = last.map({ timetable.finishes[$0.opening] }) else {
      return unknown(.criticalPathTest, .subject)
    }
    let isCritical = { (activity: Int) in scheduled[subject(activity)]?.isCritical ?? false }
    let critical = remainingWork.filter(isCritical)
    guard !critical.isEmpty || !remaining.contains(where: isCritical) else {
      return unknown(.criticalPathTest, .subject)
    }
    let pushes = pushes
    let offenders = critical.filter { openingEnd(delaying: $0, pushes) < end + Point.testDelay }
    let share = critical.isEmpty ? 0 : Double(critical.count - offenders.count) / Double(critical.count)
    return result(.criticalPathTest, figure: share, of: critical.count, offenders: offenders)
  }

  /// Everything that holds an activity back: its links, and the people it waits for.
  var pushes: [[Project.Link]] {
    var incoming = Array(repeating: [Project.Link](), count: network.project.activityCount)
    for link in network.project.links { incoming[link.successor].append(link) }
    for activity in network.activities.indices {
      let (binding, before) = bindings.binding(of: activity)
      guard case .resource = binding, let before else { continue }
      incoming[activity].append(Project.Link(from: before, to: activity))
    }
    return incoming
  }

  /// The last opening's finish when an activity starts so much later, and nothing else earlier than it does now; what
  /// has begun takes longer instead.
  ///
  /// - Complexity: O(rounds × (activities + links)); one round where no link is a lead, and one to see that it was.
  func openingEnd(delaying activity: Int, _ pushes: [[Project.Link]]) -> Int {
    let project = network.project
    var (starts, finishes) = (timetable.starts, timetable.finishes)
    if project.fixedStarts[activity] == nil { starts[activity] += Point.testDelay }
    // A closure that the task meets now and not then would make it shorter; a delay is a delay.
    finishes[activity] = max(
      project.finish(of: activity, from: starts[activity]), timetable.finishes[activity] + Point.testDelay)
    let order = starts.indices.sorted { (timetable.starts[$0], $0) < (timetable.starts[$1], $1) }
    var hasMoved = true
    // A lead can push what starts earlier, so once is not always enough; more rounds than activities mean a circle.
    for _ in starts.indices where hasMoved {
      hasMoved = false
      for next in order where project.fixedStarts[next] == nil && next != activity {
        let start = Self.start(of: next, pushes[next], project, starts, finishes)
        guard start > starts[next] else { continue }
        starts[next] = start
        finishes[next] = project.finish(of: next, from: start)
        hasMoved = true
      }
    }
    return network.offices.map { finishes[$0.opening] }.max() ?? 0
  }

  /// The first day on which every push on an activity is kept.
  private static func start(
    of activity: Int, _ pushes: [Project.Link], _ project: Project, _ starts: [Int], _ finishes: [Int]
  ) -> Int {
    var start = starts[activity]
    for link in pushes {
      let before = link.predecessor
      switch link.kind {
      case .finishStart: start = max(start, finishes[before] + link.lag)
      case .startStart: start = max(start, starts[before] + link.lag)
      case .finishFinish: start = Self.start(of: activity, from: start, finishing: finishes[before] + link.lag, project)
      case .startFinish: start = Self.start(of: activity, from: start, finishing: starts[before] + link.lag, project)
      }
    }
    return start
  }

  /// The first day from which an activity does not finish before another day.
  private static func start(of activity: Int, from first: Int, finishing day: Int, _ project: Project) -> Int {
    var start = first
    while true {
      let missing = day - project.finish(of: activity, from: start)
      guard missing > 0 else { return start }
      // With a pattern of its own a day's delay of the start can be many of the finish.
      start += project.patternOf[activity] == nil ? missing : 1
    }
  }
}
