import EtappExchange
public import EtappModel
import Foundation
import Synchronization

/// The assignment as text: `programme.yaml`, read by the same reader as every command, kept with its comments.
public struct ProgrammeText: Sendable {
  private let folder: String

  public init(folder: String) {
    self.folder = folder
  }

  private var path: String { (folder as NSString).appendingPathComponent("programme.yaml") }

  /// The text as it stands.
  public func read() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// What there is to say about a text, with the workspace's other files beside it; nothing is written.
  public func check(_ text: String) -> [Diagnostic] { reading(text).diagnostics }

  /// A text read with the workspace's other files beside it.
  ///
  /// - Returns: No workspace where the text cannot be used, and everything there is to say about it.
  public func reading(_ text: String) -> (workspace: Workspace?, diagnostics: [Diagnostic]) {
    let contents = WorkspaceReader(folder: folder, standing: ["programme.yaml": Array(text.utf8)]).read()
    guard let assignment = contents.assignment, !contents.diagnostics.hasErrors else {
      return (nil, contents.diagnostics)
    }
    let workspace = Workspace(
      folder: folder, assignment: assignment, geography: contents.geography, actuals: contents.actuals,
      contacts: contents.contacts, diagnostics: contents.diagnostics)
    return (workspace, contents.diagnostics)
  }

  /// Why a text was not written.
  public enum Refusal: Error {
    /// Somebody else has changed the file: this is how it stands now.
    case changed(now: String)
    case invalid([Diagnostic])
  }

  /// Two who write at once in one program take turns.
  private static let turn = Mutex(())

  /// Writes a text over the one that it was made from.
  ///
  /// - Parameter original: The text as the editor opened it; when the file says something else, nothing is written.
  public func write(_ text: String, over original: String) throws {
    let diagnostics = check(text)
    guard !diagnostics.hasErrors else {
      let now = try read()
      throw now == original ? Refusal.invalid(diagnostics) : Refusal.changed(now: now)
    }
    try Self.turn.withLock { _ in
      let now = try read()
      guard now == original else { throw Refusal.changed(now: now) }
      try AtomicFile.write(text, to: path)
    }
  }

  /// Writes a text, and tells the log who did what.
  public func write(_ text: String, over original: String, by actor: Registry.Actor, changing what: String) throws {
    try write(text, over: original)
    try FileJournal(folder: folder).tell("programme.yaml", Array(text.utf8), what: what, by: actor)
  }
}
