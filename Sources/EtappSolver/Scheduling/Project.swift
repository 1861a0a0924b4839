/// Activities with durations, links between them and shared resources, on a timeline of whole days counted from 0.
///
/// A day of the timeline is a working day of the programme's calendar, so that weekends and public holidays do not
/// occur. An activity with a pattern of its own (a trade that closes in July) does not advance on the days its pattern
/// leaves out, but keeps what it holds. There are no dummy activities.
///
/// Source of the problem: A. A. B. Pritsker, L. J. Watters, P. M. Wolfe, "Multiproject scheduling with limited
/// resources: a zero-one programming approach", Management Science 16 (1969), doi:10.1287/mnsc.16.1.93.
package struct Project: Sendable {
  /// What a link holds apart; every link says "at least `lag` days after", and a lag may be negative (a lead).
  package enum LinkKind: Sendable, Hashable { case finishStart, startStart, finishFinish, startFinish }

  package struct Link: Sendable, Hashable {
    package var predecessor: Int
    package var successor: Int
    package var kind: LinkKind
    package var lag: Int

    package init(from predecessor: Int, to successor: Int, kind: LinkKind = .finishStart, lag: Int = 0) {
      self.predecessor = predecessor
      self.successor = successor
      self.kind = kind
      self.lag = lag
    }
  }

  /// Units of a resource held from the start of an activity to its finish.
  package struct Demand: Sendable, Hashable {
    package var resource: Int
    package var amount: Int

    package init(resource: Int, amount: Int) {
      self.resource = resource
      self.amount = amount
    }
  }

  /// Units of a resource there are: `amounts[k]` from day `days[k]` until the next; `days[0]` is 0.
  package struct Capacity: Sendable, Hashable {
    package var days: [Int]
    package var amounts: [Int]

    package init(_ amount: Int) {
      days = [0]
      amounts = [amount]
    }

    /// - Precondition: `days` rises from 0 and is as long as `amounts`.
    package init(days: [Int], amounts: [Int]) {
      precondition(days.first == 0 && days.count == amounts.count, "A capacity begins on day 0.")
      self.days = days
      self.amounts = amounts
    }

    package var isConstant: Bool { amounts.allSatisfy { $0 == amounts[0] } }
  }

  /// Days of work each activity takes; 0 is a milestone.
  package var durations: [Int]
  package var links: [Link]
  package var demands: [[Demand]]
  package var capacities: [Capacity]
  /// The first day each activity may start.
  package var releases: [Int]
  /// The day an activity has started, or is fixed to start; nil where it is free.
  package var fixedStarts: [Int?]
  /// Which of `patterns` an activity advances by; nil where it advances every day.
  package var patternOf: [Int?]
  /// Days on which work advances; beyond the end of a pattern every day does.
  package var patterns: [[Bool]]

  package init(
    durations: [Int], links: [Link] = [], demands: [[Demand]]? = nil, capacities: [Capacity] = [],
    releases: [Int]? = nil, fixedStarts: [Int?]? = nil, patternOf: [Int?]? = nil, patterns: [[Bool]] = []
  ) {
    let count = durations.count
    self.durations = durations
    self.links = links
    self.demands = demands ?? Array(repeating: [], count: count)
    self.capacities = capacities
    self.releases = releases ?? Array(repeating: 0, count: count)
    self.fixedStarts = fixedStarts ?? Array(repeating: nil, count: count)
    self.patternOf = patternOf ?? Array(repeating: nil, count: count)
    self.patterns = patterns
  }

  package var activityCount: Int { durations.count }

  /// Whether every day is alike: no pattern, constant capacities. Bounds and proofs may then shift activities freely.
  package var isUniform: Bool { patternOf.allSatisfy { $0 == nil } && capacities.allSatisfy(\.isConstant) }
}
