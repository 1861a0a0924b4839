import EtappExchange
public import EtappModel
import EtappStore
import Foundation
import Synchronization

extension Workspace {
  /// Writes down that a task has begun or is done, in `actuals.csv`; what was known of other tasks stays.
  ///
  /// - Throws: `Invalid` with what is wrong; then nothing is written.
  public func record(_ actual: Actual) throws { try record([actual]) }

  /// Two who record at once in one program take turns, so that neither row is lost.
  private static let turn = Mutex(())

  /// Writes down that some tasks have begun or are done: all of them, or nothing.
  ///
  /// - Throws: `Invalid` with everything that is wrong; then nothing is written.
  public func record(_ new: [Actual]) throws {
    let troubles = new.compactMap { trouble(with: $0) }
    guard troubles.isEmpty else { throw Invalid(troubles) }
    let path = (folder as NSString).appendingPathComponent(ActualFile.name)
    try Self.turn.withLock { _ in
      // As the table stands now: somebody may have written since this workspace was read.
      let now = WorkspaceReader(folder: folder).actuals(assignment, geography)
      let others = now.filter { old in !new.contains { ($0.place, $0.task) == (old.place, old.task) } }
      let rows = new.filter { $0.started != nil || $0.finished != nil }
      try AtomicFile.write(ActualFile.written(others + rows), to: path)
    }
  }

  /// Writes down that a task has begun or is done, and tells the log who did.
  ///
  /// - Throws: as `record(_:)`; `Versions.Failure` when the log cannot be written to, after the table was.
  public func record(_ actual: Actual, by actor: Registry.Actor) throws { try record([actual], by: actor) }

  /// Writes down that some tasks have begun or are done, and tells the log who did.
  ///
  /// - Throws: as `record(_:)`; `Versions.Failure` when the log cannot be written to, after the table was.
  public func record(_ new: [Actual], by actor: Registry.Actor) throws {
    try record(new)
    do {
      let plans = try WorkspaceStore(writing: folder).plans
      for actual in new {
        let what = ["started": actual.started, "finished": actual.finished].compactMapValues { $0?.description }
        _ = try plans.tellOfActual(place: actual.place, task: actual.task, what: what, actor.act)
      }
    } catch {
      throw Versions.Failure(error)
    }
  }

  private static func unknown(_ actual: Actual) -> Diagnostic {
    Diagnostic(
      .error, Text(en: "There is no such place or task.", sv: "Det finns ingen sådan plats eller uppgift."),
      value: "\(actual.place) \(actual.task)")
  }

  private func trouble(with actual: Actual) -> Diagnostic? {
    guard let work = assignment.work, work.task(actual.task) != nil, geography.place(actual.place) != nil else {
      return Self.unknown(actual)
    }
    if let started = actual.started, let finished = actual.finished, finished < started {
      return Diagnostic(
        .error, Text(en: "It cannot be done before it has begun.", sv: "Den kan inte vara klar innan den har börjat."),
        value: finished.description)
    }
    if actual.started == nil, let finished = actual.finished {
      return Diagnostic(
        .error, Text(en: "Say when it began, too.", sv: "Ange också när den började."), value: finished.description)
    }
    guard let far = [actual.started, actual.finished].compactMap({ $0 }).first(where: work.isFar) else { return nil }
    return Diagnostic(
      .error,
      Text(
        en: "The day is more than ten years from the start of work.",
        sv: "Dagen är mer än tio år från arbetets början."),
      value: far.description)
  }
}
