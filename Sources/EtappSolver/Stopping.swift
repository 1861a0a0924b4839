/// Whether somebody wants the run to end with the best so far; asked from any thread, also from inside HiGHS.
package final class StopFlag: Sendable {
  private let ask: @Sendable () -> Bool

  package init(_ ask: @escaping @Sendable () -> Bool = { false }) {
    self.ask = ask
  }

  package var isRaised: Bool { ask() }
}

/// When to stop: when asked to, or at a moment on a clock that is a parameter.
package struct StopRule: Sendable {
  package let flag: StopFlag
  /// Seconds since some fixed moment.
  package let clock: @Sendable () -> Double
  /// The moment to stop at, on `clock`.
  package let deadline: Double?

  package init(flag: StopFlag = StopFlag(), clock: @escaping @Sendable () -> Double, deadline: Double? = nil) {
    self.flag = flag
    self.clock = clock
    self.deadline = deadline
  }

  package var secondsLeft: Double? { deadline.map { max(0, $0 - clock()) } }

  /// The same, and at the latest so many seconds from now.
  package func within(_ seconds: Double) -> StopRule {
    StopRule(flag: flag, clock: clock, deadline: min(deadline ?? .infinity, clock() + seconds))
  }

  /// Why to stop now; nil to go on.
  package var reason: Reason? {
    if flag.isRaised { return .interrupted }
    if let deadline, clock() >= deadline { return .timeLimit }
    return nil
  }

  package enum Reason: Sendable { case interrupted, timeLimit }
}
