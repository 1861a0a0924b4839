/// Something that was decided, and why (beslut): a plan adopted, a date promised, a document released.
///
/// A decision is never changed; what overrules it is another decision.
public struct Decision: Hashable, Sendable {
  /// `decision-7`: counted by the store.
  public var id: ID<Decision>
  /// What sort of decision, in the words of the trade: `plan.adopted`, `date.promised`.
  public var kind: String
  /// What it is about, as in the log: `plan/plan-3`, `municipality/2260`.
  public var subject: String
  /// What was decided.
  public var what: String
  /// Why.
  public var reason: String
  public var day: Day
  /// Who decided; who wrote it down is in the log.
  public var by: String
  /// The number of the register's entry that holds it.
  public var entry: String?

  public init(
    id: ID<Decision> = "", kind: String, subject: String, what: String, reason: String, day: Day, by: String,
    entry: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.what = what
    self.reason = reason
    self.day = day
    self.by = by
    self.entry = entry
  }
}
