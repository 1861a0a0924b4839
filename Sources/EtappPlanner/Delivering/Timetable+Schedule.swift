import EtappModel
import EtappSolver

extension Timetable {
  /// The numbers of a schedule, in the order of its tasks.
  init(_ schedule: Schedule) {
    self.init(starts: schedule.tasks.map(\.first), finishes: schedule.tasks.map(\.end))
  }
}
