/// A plan that was adopted, by whom and why; the last one is in force.
package struct Adoption: Hashable, Sendable {
  package var plan: String
  package var by: String
  package var reason: String
  package var at: Moment

  package init(plan: String, by: String, reason: String, at: Moment) {
    self.plan = plan
    self.by = by
    self.reason = reason
    self.at = at
  }
}
