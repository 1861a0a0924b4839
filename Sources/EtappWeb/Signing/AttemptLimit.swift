import EtappModel
import Synchronization

/// How often somebody may try: so many attempts within a span of time, by name and by address.
final class AttemptLimit: Sendable {
  private let attempts = Mutex<[String: [Int]]>([:])
  private let most: Int
  private let span: Int

  /// - Parameter span: Seconds.
  init(most: Int, within span: Int) {
    self.most = most
    self.span = span
  }

  /// Counts an attempt.
  ///
  /// - Returns: Seconds to wait when there have been too many; nil when it may go on.
  func attempt(_ key: String, at now: Moment) -> Int? {
    attempts.withLock { all in
      if all.count > Self.memory { all = all.filter { ($0.value.last ?? 0) > now.seconds - span } }
      let recent = (all[key] ?? []).filter { $0 > now.seconds - span }
      guard recent.count < most else {
        all[key] = recent
        return (recent.first ?? now.seconds) + span - now.seconds
      }
      all[key] = recent + [now.seconds]
      return nil
    }
  }

  /// Forgets what was counted: it went well.
  func forget(_ key: String) {
    attempts.withLock { $0[key] = nil }
  }

  /// Keys that are remembered before old ones are swept out: names are free to make up.
  private static let memory = 10_000
}
