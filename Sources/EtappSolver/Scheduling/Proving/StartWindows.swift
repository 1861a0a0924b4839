/// The first and last day each activity can start on by links, releases and fixed starts, when all is done by a day.
///
/// The earliest starts alone are the critical path. Complexity: O(activities · links) at worst, O(links) usually.
struct StartWindows: Sendable {
  var earliest: [Int]
  var latest: [Int]

  /// Nil when no starts keep the links and the deadline.
  init?(_ graph: StartGraph, deadline: Int) {
    let project = graph.project
    earliest = zip(project.fixedStarts, project.releases).map { $0 ?? max(0, $1) }
    latest = (0..<project.activityCount).map { activity in
      // The latest start that finishes by the deadline.
      let last = graph.tables[activity].start(finishingAt: deadline + 1) - 1
      return min(last, project.fixedStarts[activity] ?? last)
    }
    guard tighten(by: graph) else { return nil }
  }

  /// Pushes along links until nothing moves; false when an activity has no day left.
  mutating func tighten(by graph: StartGraph) -> Bool {
    var moves = true
    while moves {
      moves = false
      for link in graph.project.links {
        let after = graph.after(link, earliest[link.predecessor])
        if after > earliest[link.successor] {
          earliest[link.successor] = after
          moves = true
          if after > latest[link.successor] { return false }
        }
      }
      for link in graph.project.links.reversed() {
        let before = graph.before(link, latest[link.successor])
        if before < latest[link.predecessor] {
          latest[link.predecessor] = before
          moves = true
          if before < earliest[link.predecessor] { return false }
        }
      }
    }
    return zip(earliest, latest).allSatisfy { $0 <= $1 }
  }
}
