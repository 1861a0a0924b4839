/// A plan that was kept under a name, with when and why.
public struct PlanVersion: Sendable {
  public var name: String
  public var note: String?
  /// When it was stored, ISO 8601 in universal time.
  public var stored: String
  public var plan: Plan

  public init(name: String, note: String? = nil, stored: String, plan: Plan) {
    self.name = name
    self.note = note
    self.stored = stored
    self.plan = plan
  }
}
