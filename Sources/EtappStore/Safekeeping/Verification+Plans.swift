import GRDB

extension Verification {
  /// Plans and schedules that were kept with an event, against what it says; older ones have none.
  mutating func checkPlans() throws {
    for (subject, fingerprint) in kept.sorted(by: { $0.key < $1.key }) {
      guard try PlanStore.fingerprint(of: subject, database) != fingerprint else { continue }
      add(Finding(.planAltered, at: subject))
    }
  }
}
