/// The days from one to another, both included; an open end is a day that nobody named.
public struct DayInterval: Hashable, Sendable {
  public var from: Day?
  public var to: Day?

  public init(from: Day? = nil, to: Day? = nil) {
    self.from = from
    self.to = to
  }

  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }
}
