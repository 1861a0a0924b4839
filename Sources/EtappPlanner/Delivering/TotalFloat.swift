import EtappSolver

/// Working days that an activity can slip before a link moves an opening, people not counted.
///
/// The critical-path method's total float, each opening held where it is scheduled: a backward pass over the links.
/// Source: J. E. Kelley, "Critical-path planning and scheduling: mathematical basis", Operations Research 9 (1961),
/// doi:10.1287/opre.9.3.296.
struct TotalFloat {
  /// Float of each activity in working days; never negative.
  let days: [Int]

  /// - Complexity: O(activities + links), after sorting the activities by start.
  init(_ network: WorkNetwork, _ timetable: Timetable) {
    let project = network.project
    var outgoing = Array(repeating: [Project.Link](), count: project.activityCount)
    for link in project.links { outgoing[link.predecessor].append(link) }
    // How late each may finish; what nothing follows is held by its office's opening.
    var latest = network.activities.map { timetable.finishes[network.offices[$0.office].opening] }
    let order = timetable.starts.indices.sorted {
      (timetable.starts[$0], timetable.finishes[$0]) > (timetable.starts[$1], timetable.finishes[$1])
    }
    var days = [Int](repeating: 0, count: project.activityCount)
    for activity in order {
      let duration = timetable.finishes[activity] - timetable.starts[activity]
      for link in outgoing[activity] {
        latest[activity] = min(latest[activity], Self.latestFinish(link, latest, timetable, own: duration))
      }
      days[activity] = max(0, latest[activity] - timetable.finishes[activity])
    }
    self.days = days
  }

  /// The latest finish of the predecessor that a link allows; spans of work are taken as they are scheduled.
  private static func latestFinish(_ link: Project.Link, _ latest: [Int], _ timetable: Timetable, own: Int) -> Int {
    let finish = latest[link.successor]
    let start = finish - (timetable.finishes[link.successor] - timetable.starts[link.successor])
    return switch link.kind {
    case .finishStart: start - link.lag
    case .startStart: start - link.lag + own
    case .finishFinish: finish - link.lag
    case .startFinish: finish - link.lag + own
    }
  }
}
