import EtappModel
import EtappPlanner
import EtappTestSupport
import Foundation
import Testing

/// What is told as the best a goal could have alone, and taken for a bound by explanations.
@Suite struct Ideals {
  @Test(arguments: 0..<40)
  func `are the best there is, or not told at all`(seed: Int) throws {
    let instance = RandomInstance(seed: UInt64(seed))
    let programme = Programme(
      assignment: instance.assignment, geography: instance.geography, baselines: instance.baselines)
    let oracle = Oracle(instance.assignment, instance.geography, baselines: instance.baselines)
    let allowed = oracle.allChoices().filter(oracle.isAllowed)
    for calls in [3, 30, 300, Int.max] {
      let plan = try Planner(programme, options: options(stoppedAfter: calls)).plan()
      for result in plan.totals {
        guard let ideal = result.ideal, let goal = programme.goals.first(where: { $0.id == result.goal }) else {
          continue
        }
        let values = allowed.map { oracle.value(goal, $0) }
        let best = try #require(goal.sense == .minimise ? values.min() : values.max())
        #expect(
          abs(ideal - best) <= 1e-5 * max(1, abs(best)), "\(goal.id), stopped after \(calls): \(ideal) against \(best)")
      }
    }
  }

  /// Ideals asked for, on one thread, and the run stopped when it has looked at its clock so many times.
  private func options(stoppedAfter calls: Int) -> PlanningOptions {
    let asked = Counter()
    return PlanningOptions(
      clock: { ProcessInfo.processInfo.systemUptime }, isStopped: { asked.next() > calls }, randomPlans: 0, ideals: true
    )
  }

  private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
      lock.withLock {
        count += 1
        return count
      }
    }
  }
}
