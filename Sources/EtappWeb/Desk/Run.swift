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
  private static let queue = DispatchQueue(label: "etapp.runs", qos: .userInitiated, attributes: .concurrent)
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

/// The runs under way, those that wait for their turn, and those that ended lately.
final class LongRuns: Sendable {
  private typealias Work = @Sendable (LongRun) throws -> LongRun.Outcome

  private struct State {
    var all: [LongRun] = []
    var waiting: [(run: LongRun, work: Work)] = []
    var computing = 0
  }

  private let state = Mutex(State())
  private let closing = Mutex(false)

  private static let queue = DispatchQueue(label: "etapp.runs", qos: .userInitiated, attributes: .concurrent)
  /// Runs that compute at the same time; the machine has only so many processors.
  static let most = 4
  /// Runs that wait for that.
  static let mostWaiting = 16
  /// Runs that are remembered.
  private static let memory = 40

  func run(_ id: String) -> LongRun? { state.withLock { $0.all.first { $0.id == id } } }

  /// Those that have not ended.
  var current: [LongRun] { state.withLock { $0.all.filter { $0.outcome == nil } } }

  /// How many wait before a run; nil when it waits no longer.
  func place(of run: LongRun) -> Int? { state.withLock { $0.waiting.firstIndex { $0.run === run } } }

  /// Starts a run, or lets it wait for its turn; of the same id, the one that is under way.
  ///
  /// - Returns: nil when too many wait already.
  func start(
    _ id: String, _ title: Text, _ work: @escaping @Sendable (LongRun) throws -> LongRun.Outcome
  ) -> LongRun? {
    let run = state.withLock { state -> LongRun? in
      if let same = state.all.first(where: { $0.id == id && $0.outcome == nil }) { return same }
      guard state.waiting.count < Self.mostWaiting else { return nil }
      let run = LongRun(id: id, title: title)
      state.all = state.all.filter { $0.id != id }
      state.all.removeFirst(max(0, state.all.prefix { $0.outcome != nil }.count - Self.memory))
      state.all.append(run)
      state.waiting.append((run, work))
      return run
    }
    while computeNext() {}
    return run
  }

  /// Lets the next one compute, where there is one and room for it.
  private func computeNext() -> Bool {
    let next = state.withLock { state -> (run: LongRun, work: Work)? in
      guard state.computing < Self.most, !state.waiting.isEmpty else { return nil }
      state.computing += 1
      return state.waiting.removeFirst()
    }
    guard let next else { return false }
    // Not a thread of Foundation's: it lets go of what it holds, an open store too, when the thread's own memory is gone
    // already, and the store's queue wants that memory.
    Self.queue.async {
      next.run.end(Self.outcome(of: next.run, next.work))
      self.state.withLock { $0.computing -= 1 }
      while self.computeNext() {}
    }
    return true
  }

  private static func outcome(of run: LongRun, _ work: Work) -> LongRun.Outcome {
    // Stopped while it waited: there is no best so far to keep.
    guard !run.isStopped else { return .failed(Text(en: "Stopped.", sv: "Stoppad.")) }
    do {
      return try work(run)
    } catch let failure as Study.Undeliverable {
      return .failed(failure.message)
    } catch {
      return .failed(Text("\(error)"))
    }
  }

  /// Whether the server is closing: then nothing goes on listening.
  var isClosing: Bool { closing.withLock { $0 } }

  /// Asks all of them to end: the server is closing.
  func stopAll() {
    closing.withLock { $0 = true }
    for run in current { run.stop() }
  }
}
