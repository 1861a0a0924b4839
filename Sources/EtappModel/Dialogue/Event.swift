/// Something that somebody did, as the log keeps it: who, when, what, to what, and why.
///
/// The log is only ever added to, and each event holds the fingerprint of the one before it, so that an altered, missing
/// or moved event is found.
public struct Event: Hashable, Sendable {
  /// 1, 2 … without gaps.
  public var number: Int
  public var at: Moment
  /// Who did it: a user's name, or the program's own.
  public var actor: String
  /// What was done, in the words of the trade: `register.added`, `promise.confirmed`, `plan.adopted`.
  public var action: String
  /// What it was done to, `register/2021-00042`, `municipality/2260`, `plan/plan-3`.
  public var subject: String
  /// Why, in the actor's own words.
  public var reason: String?
  /// What it was before and after, as JSON with sorted keys; `{}` when there is nothing to tell.
  public var details: String

  public init(
    number: Int, at: Moment, actor: String, action: String, subject: String, reason: String? = nil,
    details: String = "{}"
  ) {
    self.number = number
    self.at = at
    self.actor = actor
    self.action = action
    self.subject = subject
    self.reason = reason
    self.details = details
  }
}
