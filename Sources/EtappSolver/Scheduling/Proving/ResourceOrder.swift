/// Who hands a resource on to whom in a timetable, as links that let everything move but keep that order.
///
/// Each unit of a resource is a chain of the activities that hold it, one after another; an activity takes units from
/// as few others as it can. Complexity: O(activities · capacity) a resource.
///
/// Source: N. Policella, A. Cesta, A. Oddi, S. F. Smith, "From precedence constraint posting to partial order
/// schedules", AI Communications 20 (2007); as a neighbourhood: D. Godard, P. Laborie, W. Nuijten, ICAPS 2005.
enum ResourceOrder {
  /// - Parameter kept: the activities whose order is to be kept.
  static func links(of timetable: Timetable, in project: Project, among kept: [Bool]) -> [Project.Link] {
    let order = (0..<project.activityCount).filter { kept[$0] && project.durations[$0] > 0 }
      .sorted { (timetable.starts[$0], $0) < (timetable.starts[$1], $1) }
    var links: Set<Project.Link> = []
    var listed: [Project.Link] = []
    for resource in project.capacities.indices {
      // The last holder of each unit; -1 where nobody held it yet.
      var holders = Array(repeating: -1, count: max(0, project.capacities[resource].amounts.max() ?? 0))
      for activity in order {
        var left = project.demands[activity].reduce(0) { $0 + ($1.resource == resource ? $1.amount : 0) }
        guard left > 0 else { continue }
        for unit in free(of: holders, by: timetable.starts[activity], timetable) where left > 0 {
          left -= 1
          let link = Project.Link(from: holders[unit], to: activity)
          if holders[unit] >= 0, links.insert(link).inserted { listed.append(link) }
          holders[unit] = activity
        }
      }
    }
    return listed
  }

  /// Units whose last holder has finished, the latest finished first, so that those of one holder go together.
  private static func free(of holders: [Int], by day: Int, _ timetable: Timetable) -> [Int] {
    func finish(_ unit: Int) -> Int { holders[unit] < 0 ? -1 : timetable.finishes[holders[unit]] }
    return holders.indices.filter { finish($0) <= day }
      .sorted { (finish($1), holders[$1], $0) < (finish($0), holders[$0], $1) }
  }
}
