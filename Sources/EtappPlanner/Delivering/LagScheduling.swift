import Dispatch
import EtappModel
import EtappSolver
import Synchronization

/// Schedules a project with greatest time lags, where even to find a timetable is hard: by proof from the beginning.
///
///     search by proof until there is a timetable, or a proof that there is none
///     then, beside the proof: free what starts in a window of time, keep the order of the rest, prove that part
struct LagScheduling {
  private static let conflictsWithoutDeadline = 20_000
  private static let conflictsOfPart = 300
  /// Activities that a window frees at first.
  private static let firstSize = 20

  let project: Project
  let options: PlanningOptions

  private var prover: ScheduleProver { ScheduleProver(project: project, objective: .makespan) }

  func run() -> ProjectScheduling.Answer {
    let found = first()
    guard let timetable = found.best, !found.isProved, options.stop.reason == nil else {
      return answer(found.best, bound: found.bound, isProved: found.isProved)
    }
    return improved(timetable, bound: found.bound)
  }

  /// Any timetable at all.
  private func first() -> ScheduleProver.Solution {
    let isFound = Mutex(false)
    let flag = StopFlag { [options] in options.stop.flag.isRaised || isFound.withLock { $0 } }
    return prover.shortest(
      stop: StopRule(flag: flag, clock: options.clock, deadline: options.stop.deadline), conflictLimit: conflictLimit,
      tell: { _ in isFound.withLock { $0 = true } })
  }

  private var conflictLimit: Int? { options.stop.deadline == nil ? Self.conflictsWithoutDeadline : nil }

  /// Proof and, where there is time to share, search beside it.
  private func improved(_ start: Timetable, bound: Int) -> ProjectScheduling.Answer {
    let best = Shared(start)
    let proved = Mutex<ScheduleProver.Result?>(nil)
    let flag = StopFlag { [options] in options.stop.flag.isRaised || proved.withLock { $0 != nil } }
    let stop = StopRule(flag: flag, clock: options.clock, deadline: options.stop.deadline)
    DispatchQueue.concurrentPerform(iterations: options.stop.deadline == nil ? 1 : max(1, min(2, options.threads))) {
      guard $0 == 0 else { return searchWindows(best, stop) }
      let result = prover.improve(
        incumbent: start, lowerBound: bound, stop: stop, conflictLimit: conflictLimit, heard: { best.timetable },
        tell: { best.join($0) })
      best.join(result.best)
      proved.withLock { $0 = result }
    }
    let reached = proved.withLock { $0?.bound } ?? bound
    return answer(best.timetable, bound: reached, isProved: reached >= best.timetable.makespan)
  }

  /// Windows grow while they are proved at once, and shrink while they are not.
  private func searchWindows(_ best: Shared, _ stop: StopRule) {
    var random = SplitMix64(seed: options.seed)
    var size = Self.firstSize
    while stop.reason == nil {
      let incumbent = best.timetable
      let order = project.durations.indices.sorted { (incumbent.starts[$0], $0) < (incumbent.starts[$1], $1) }
      let length = min(size, order.count)
      let first = Int.random(in: 0...(order.count - length), using: &random)
      let result = prover.improve(
        incumbent: incumbent, freeing: Array(order[first..<(first + length)]), keeping: .order, stop: stop,
        conflictLimit: Self.conflictsOfPart)
      best.join(result.best)
      size = result.isProved ? min(order.count, size + 2) : max(10, size - 1)
    }
  }

  /// The best timetable, which both know.
  private final class Shared: Sendable {
    private let best: Mutex<Timetable>

    init(_ timetable: Timetable) { best = Mutex(timetable) }

    var timetable: Timetable { best.withLock { $0 } }

    func join(_ other: Timetable) { best.withLock { if other.makespan < $0.makespan { $0 = other } } }
  }

  private func answer(_ best: Timetable?, bound: Int, isProved: Bool) -> ProjectScheduling.Answer {
    let bound = min(bound, best?.makespan ?? bound)
    return ProjectScheduling.Answer(
      starts: best?.starts, makespan: best?.makespan, bound: bound, schedules: 0,
      proof: proof(best?.makespan, bound, isProved: isProved))
  }

  private func proof(_ makespan: Int?, _ bound: Int, isProved: Bool) -> Proof {
    if isProved { return makespan == nil ? .infeasible(conflict: []) : .optimal }
    switch options.stop.reason {
    case .interrupted: return .stopped(.interrupted)
    case .timeLimit: return .stopped(.timeLimit)
    case nil:
      // All its conflicts are used up; without a schedule that is no gap, but an end.
      guard let makespan else { return .stopped(.timeLimit) }
      return .within(Double(makespan - bound) / Double(max(1, makespan)))
    }
  }
}
