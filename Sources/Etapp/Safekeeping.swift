public import EtappModel
import EtappStore
import Foundation

/// What is kept in a workspace is whole, can be copied while it is used, and comes back.
public struct Safekeeping: Sendable {
  private let folder: String

  /// - Parameter folder: The workspace's folder.
  public init(folder: String) {
    self.folder = folder
  }

  /// What was looked at, and what was found.
  public struct Report: Sendable {
    /// What is wrong and where, `event/42`, `register/2021-00042`; empty when all is as it should be.
    public struct Finding: Hashable, Sendable {
      /// The word that documents use, `event-altered`.
      public var kind: String
      public var place: String
      public var message: Text
    }

    public var findings: [Finding]
    public var events: Int
    public var records: Int
    public var files: Int
    /// The newest event's number and fingerprint: written down elsewhere, it proves that nothing was cut off later.
    public var head: String

    init(_ report: WorkspaceStore.Report) {
      findings = report.findings.map { Finding(kind: $0.kind.rawValue, place: $0.place, message: $0.message) }
      events = report.events
      records = report.records
      files = report.files
      head = "\(report.head)"
    }
  }

  /// Finds every altered, missing or moved event, record and file.
  ///
  /// - Parameter known: A head that somebody wrote down; the log must hold it.
  /// - Returns: nil when the workspace keeps nothing yet.
  public func verify(holding known: String? = nil) throws(Versions.Failure) -> Report? {
    do {
      guard let store = try WorkspaceStore.reading(folder) else { return nil }
      return Report(try store.verify(holding: known.flatMap { ChainHead($0) }))
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// What the log tells, the oldest first.
  public func events() throws(Versions.Failure) -> [Event] {
    do {
      return try WorkspaceStore.reading(folder)?.log.events() ?? []
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// The last of what the log tells, the oldest first.
  public func latest(_ count: Int) throws(Versions.Failure) -> [Event] {
    do {
      return try WorkspaceStore.reading(folder)?.log.events(EventLog.Question(limit: count)) ?? []
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Whether words are a head as `verify` says it.
  public static func isHead(_ words: String) -> Bool { ChainHead(words) != nil }

  /// Writes one file with the whole workspace as it is at one moment; others may go on writing.
  public func backup(to file: String, by actor: Registry.Actor) throws(Versions.Failure) {
    do {
      try WorkspaceStore(writing: folder).backup(to: file, including: inputs(except: file), actor.act)
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// Puts a backup into a folder in which nothing of it is yet.
  public static func restore(_ file: String, into folder: String) throws(Versions.Failure) -> Report {
    do {
      return Report(try WorkspaceStore.restore(file, into: folder))
    } catch {
      throw Versions.Failure(error)
    }
  }

  /// The files that people write: all but what the store keeps itself, and what can be made again.
  private func inputs(except backup: String) -> [String] {
    let made = ["etapp.sqlite", "etapp.head", "report/", "register/files/", ".restoring/", "."]
    let own = URL(fileURLWithPath: backup).standardizedFileURL.path
    guard let all = FileManager.default.enumerator(atPath: folder) else { return [] }
    return all.compactMap { $0 as? String }.filter { path in
      var isFolder: ObjCBool = false
      let full = (folder as NSString).appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        return false
      }
      return !made.contains { path.hasPrefix($0) } && !path.contains("/.")
        && URL(fileURLWithPath: full).standardizedFileURL.path != own
    }.sorted()
  }
}
