package import EtappModel

/// A plan as it is kept: by the ids of places, offices and rounds, so that it can be used after the assignment changed.
package struct KeptPlan: Hashable, Sendable {
  package var name: String
  package var note: String?
  /// When it was stored, ISO 8601 in universal time.
  package var stored: String
  /// What the programme was called then.
  package var programme: String
  package var openings: [Opening]
  package var closings: [Closing]
  package var proof: KeptProof
  package var run: KeptRun
  package var goals: [KeptGoal]

  /// A place that opens, and the round it opens in.
  package struct Opening: Hashable, Sendable {
    package var place: ID<Place>
    /// Its name then, to be said when the place is no longer there.
    package var name: String
    package var round: ID<Round>

    package init(place: ID<Place>, name: String, round: ID<Round>) {
      self.place = place
      self.name = name
      self.round = round
    }
  }

  /// An existing office that closes.
  package struct Closing: Hashable, Sendable {
    package var office: ID<Office>
    package var name: String
    package var round: ID<Round>

    package init(office: ID<Office>, name: String, round: ID<Round>) {
      self.office = office
      self.name = name
      self.round = round
    }
  }

  package init(
    name: String, note: String? = nil, stored: String, programme: String, openings: [Opening],
    closings: [Closing] = [], proof: KeptProof, run: KeptRun, goals: [KeptGoal] = []
  ) {
    self.name = name
    self.note = note
    self.stored = stored
    self.programme = programme
    self.openings = openings
    self.closings = closings
    self.proof = proof
    self.run = run
    self.goals = goals
  }

  /// Whether another plan decides the same; names, times and figures aside.
  package func decidesTheSame(as other: KeptPlan) -> Bool {
    func events(_ plan: KeptPlan) -> Set<[String]> {
      Set(plan.openings.map { ["opens", $0.place.code, $0.round.code] })
        .union(plan.closings.map { ["closes", $0.office.code, $0.round.code] })
    }
    return events(self) == events(other)
  }

  /// Whether another plan is as sure and has the same goals with the same values, to nine digits.
  package func isWorthTheSame(as other: KeptPlan) -> Bool {
    guard proof.status == other.proof.status, goals.map(\.goal) == other.goals.map(\.goal) else { return false }
    return zip(goals, other.goals).allSatisfy { abs($0.value - $1.value) <= 1e-9 * max(1, abs($0.value)) }
  }
}

/// How sure the plan was when it was kept.
package struct KeptProof: Hashable, Sendable {
  /// `optimal`, `within`, `stopped` or `evaluated`.
  package var status: String
  /// Relative; nil without a bound.
  package var gap: Double?
  /// Fingerprint of the files that it was proved for; nil where they changed meanwhile, and in stores from before.
  package var question: String?

  package init(status: String, gap: Double?, question: String? = nil) {
    self.status = status
    self.gap = gap
    self.question = question
  }
}

/// How it was computed.
package struct KeptRun: Hashable, Sendable {
  package var seed: UInt64
  package var threads: Int
  package var seconds: Double

  package init(seed: UInt64, threads: Int, seconds: Double) {
    self.seed = seed
    self.threads = threads
    self.seconds = seconds
  }
}

/// What a goal was worth then.
package struct KeptGoal: Hashable, Sendable {
  package var goal: ID<Goal>
  package var unit: String
  package var value: Double
  /// nil for a plan that was only evaluated.
  package var bound: Double?

  package init(goal: ID<Goal>, unit: String, value: Double, bound: Double?) {
    self.goal = goal
    self.unit = unit
    self.value = value
    self.bound = bound
  }
}
