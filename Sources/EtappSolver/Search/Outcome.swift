/// What a search found.
package struct Outcome: Sendable {
  package enum Status: Sendable, Equatable {
    /// Searched to the end: nothing is better by more than the tolerance of proof.
    case proved
    case infeasible
    case stopped(StopRule.Reason)
    /// The search came to its end with a part of the tree that the linear solver could not bound.
    case unproved
  }

  package var status: Status
  /// The best phasing found; nil when there is none.
  package var phasing: Phasing?
  /// Its objective; infinite when there is none.
  package var value: Double
  /// No phasing is better than this.
  package var bound: Double
  package var effort = Effort()

  package struct Effort: Sendable {
    package var linearPrograms = 0
    package var nodes = 0
    package var cuts = 0

    package init() {}

    package static func += (a: inout Effort, b: Effort) {
      a.linearPrograms += b.linearPrograms
      a.nodes += b.nodes
      a.cuts += b.cuts
    }
  }
}

/// How far a running search has come.
package struct Progress: Sendable {
  /// Objective of the best so far; infinite before the first.
  package var value: Double
  package var bound: Double
  package var nodes: Int
}
