/// Why a project has no timetable, whatever the order its activities are taken in.
package enum SchedulingObstacle: Error, Hashable, Sendable {
  /// Links lead from an activity back to itself.
  case cycle(activity: Int)
  /// An activity asks for more of a resource than there ever is.
  case demand(activity: Int, resource: Int)
  /// Links, releases and fixed starts leave an activity no day to start on.
  case window(activity: Int)
  /// Activities that are fixed hold more of a resource than there is on a day.
  case overload(resource: Int, day: Int)
}
