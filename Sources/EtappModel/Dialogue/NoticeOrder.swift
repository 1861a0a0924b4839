/// In which order people are told (informationsordning): who must know before whom.
public struct NoticeOrder: Hashable, Sendable {
  /// What has to be told to a municipality about a change of the plan.
  public enum Reason: Hashable, Sendable {
    /// It was not in the plan, and is now.
    case added
    /// It was in the plan, and is no longer.
    case removed
    /// It moves from one round to another; both count from 0.
    case moved(from: Int, to: Int)
    /// The day is another.
    case redated(from: Day, to: Day)
  }

  /// A municipality to tell, and what about.
  public struct Notice: Hashable, Sendable {
    public var municipality: ID<Municipality>
    public var reasons: [Reason]
    /// 1 for those who are told first; those of one step may be told at once.
    public var step: Int

    public init(municipality: ID<Municipality>, reasons: [Reason], step: Int) {
      self.municipality = municipality
      self.reasons = reasons
      self.step = step
    }
  }

  /// A municipality as a plan has it: in which round, and when.
  public struct Standing: Hashable, Sendable {
    public var municipality: ID<Municipality>
    /// Counted from 0.
    public var round: Int
    public var day: Day?

    public init(municipality: ID<Municipality>, round: Int, day: Day? = nil) {
      self.municipality = municipality
      self.round = round
      self.day = day
    }
  }

  /// Whoever loses or has to wait hears it from us before those who gain can tell of it; then those who gain; then those
  /// whose day moves within its round. Within a step the municipality's id decides.
  ///
  /// - Parameters:
  ///   - tolerance: Days that a date may move without anybody being told.
  public static func notices(from old: [Standing], to new: [Standing], tolerance: Int = 0) -> [Notice] {
    let before = Dictionary(grouping: old, by: \.municipality)
    let after = Dictionary(grouping: new, by: \.municipality)
    return Set(before.keys).union(after.keys).sorted().compactMap { municipality in
      let reasons = differences(before[municipality] ?? [], after[municipality] ?? [], tolerance)
      guard let step = reasons.map(step).min() else { return nil }
      return Notice(municipality: municipality, reasons: reasons, step: step)
    }.sorted { ($0.step, $0.municipality) < ($1.step, $1.municipality) }
  }

  /// Offices of one municipality are compared in order of round and day.
  private static func differences(_ old: [Standing], _ new: [Standing], _ tolerance: Int) -> [Reason] {
    let old = old.sorted(by: isEarlier)
    let new = new.sorted(by: isEarlier)
    let pairs = zip(old, new).compactMap { difference($0, $1, tolerance) }
    let added = [Reason](repeating: .added, count: max(0, new.count - old.count))
    return pairs + added + [Reason](repeating: .removed, count: max(0, old.count - new.count))
  }

  private static func difference(_ old: Standing, _ new: Standing, _ tolerance: Int) -> Reason? {
    if old.round != new.round { return .moved(from: old.round, to: new.round) }
    guard let before = old.day, let now = new.day, abs(now - before) > tolerance else { return nil }
    return .redated(from: before, to: now)
  }

  private static func isEarlier(_ a: Standing, _ b: Standing) -> Bool {
    (a.round, a.day?.number ?? .max) < (b.round, b.day?.number ?? .max)
  }

  private static func step(_ reason: Reason) -> Int {
    switch reason {
    case .removed: 1
    case .moved(let from, let to): to > from ? 1 : 2
    case .added: 2
    case .redated(let from, let to): to > from ? 2 : 3
    }
  }
}
