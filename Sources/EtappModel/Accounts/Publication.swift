/// That something was made public, or no longer is: by whom and why; of each matter the last one is in force.
package struct Publication: Hashable, Sendable {
  /// What may be made public.
  package enum Matter: String, CaseIterable, Sendable {
    /// The adopted plan, its map, and a page for each municipality.
    case plan
    /// The public list of the register.
    case register
  }

  package var matter: Matter
  package var isPublic: Bool
  package var by: String
  package var reason: String
  package var at: Moment

  package init(matter: Matter, isPublic: Bool, by: String, reason: String, at: Moment) {
    self.matter = matter
    self.isPublic = isPublic
    self.by = by
    self.reason = reason
    self.at = at
  }
}
