import EtappExchange
public import EtappModel
import Foundation

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
  public func check(_ text: String) -> [Diagnostic] {
    WorkspaceReader(folder: folder, programme: text).read().diagnostics
  }

  /// Why a text was not written.
  public enum Refusal: Error {
    /// Somebody else has changed the file: this is how it stands now.
    case changed(now: String)
    case invalid([Diagnostic])
  }

  /// Writes a text over the one that it was made from.
  ///
  /// - Parameter original: The text as the editor opened it; when the file says something else, nothing is written.
  public func write(_ text: String, over original: String) throws {
    let now = try read()
    guard now == original else { throw Refusal.changed(now: now) }
    let diagnostics = check(text)
    guard !diagnostics.hasErrors else { throw Refusal.invalid(diagnostics) }
    try AtomicFile.write(text, to: path)
  }
}
