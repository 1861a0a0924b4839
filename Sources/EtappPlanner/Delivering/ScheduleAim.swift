import EtappModel
import EtappSolver

/// What a schedule of a plan aims at: openings in time first, then early ones, then a short programme.
///
///     20 · Σ days late after the round's window + Σ opening day + makespan
///
/// A day late weighs as much as twenty days that offices open earlier. With a baseline every day of change in a start
/// costs a tenth of a day late.
struct ScheduleAim {
  static let late = 20
  static let early = 1
  static let change = 2

  static func objective(_ network: WorkNetwork, keeping baseline: [Int: Int] = [:]) -> ScheduleObjective {
    ScheduleObjective(
      makespan: early,
      completions: network.offices.map { ScheduleObjective.Completion(activity: $0.opening, weight: early) },
      dues: network.offices.compactMap { office in
        // An opening on the last day of the window is in time.
        office.due.map { ScheduleObjective.Due(activity: office.opening, day: max(0, $0 - 1), weight: late) }
      },
      anchors: baseline.sorted { $0.key < $1.key }.map {
        ScheduleObjective.Anchor(activity: $0.key, start: $0.value, weight: change)
      })
  }
}
