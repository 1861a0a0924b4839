import Etapp
import EtappModel
import Foundation
import Synchronization

/// Something that takes longer than a page: planning, alternatives, dates. It tells how far it is and can be stopped.
final class LongRun: Sendable {
  /// How it ended.
  enum Outcome: Sendable {
    /// Go on to this page.
    case done(String)
    case failed(Text)
  }

  let id: String
  let title: Text
  private let state = Mutex(State())

  private struct State {
    var isStopped = false
    var last: RunProgress?
    var steps = 0
    var outcome: Outcome?
  }

  init(id: String, title: Text) {
    self.id = id
    self.title = title
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }
  var outcome: Outcome? { state.withLock { $0.outcome } }
  var last: RunProgress? { state.withLock { $0.last } }
  /// Grows with every word of progress.
  var steps: Int { state.withLock { $0.steps } }

  func stop() { state.withLock { $0.isStopped = true } }

  func take(_ progress: RunProgress) {
    state.withLock { state in
      state.last = progress
      state.steps += 1
    }
  }

  fileprivate func end(_ outcome: Outcome) { state.withLock { $0.outcome = outcome } }

  /// Options with which a computation tells this run and heeds it.
  func options(compared: Bool = false, timeLimit: Double? = nil) -> RunOptions {
    RunOptions(
      timeLimit: timeLimit, randomPlans: compared ? 200 : 0, ideals: compared, isStopped: { self.isStopped },
      progress: { self.take($0) })
  }
}

/// The runs under way, and those that ended lately.
final class LongRuns: Sendable {
  private let runs = Mutex<[LongRun]>([])
  private let closing = Mutex(false)

  /// Runs that compute at the same time; the machine has only so many processors.
  private static let most = 4
  /// Runs that are remembered.
  private static let memory = 40

  func run(_ id: String) -> LongRun? { runs.withLock { $0.first { $0.id == id } } }

  /// Those that have not ended.
  var current: [LongRun] { runs.withLock { $0.filter { $0.outcome == nil } } }

  /// Starts a run; of the same id, the one that is under way.
  ///
  /// - Returns: nil when too many are under way.
  func start(
    _ id: String, _ title: Text, _ work: @escaping @Sendable (LongRun) throws -> LongRun.Outcome
  ) -> LongRun? {
    let (run, isNew) = runs.withLock { all -> (LongRun?, Bool) in
      if let same = all.first(where: { $0.id == id && $0.outcome == nil }) { return (same, false) }
      guard all.count(where: { $0.outcome == nil }) < Self.most else { return (nil, false) }
      let run = LongRun(id: id, title: title)
      all = all.filter { $0.id != id }.suffix(Self.memory) + [run]
      return (run, true)
    }
    guard let run, isNew else { return run }
    Thread.detachNewThread {
      do {
        run.end(try work(run))
      } catch let failure as Study.Undeliverable {
        run.end(.failed(failure.message))
      } catch {
        run.end(.failed(Text("\(error)")))
      }
    }
    return run
  }

  /// Whether the server is closing: then nothing goes on listening.
  var isClosing: Bool { closing.withLock { $0 } }

  /// Asks all of them to end: the server is closing.
  func stopAll() {
    closing.withLock { $0 = true }
    for run in current { run.stop() }
  }
}
