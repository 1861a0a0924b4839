import Etapp
import EtappModel
import Foundation
import Synchronization

/// The workspace on disk and what is in memory of it: read when first asked for, read again when a file changes.
final class Desk: Sendable {
  let folder: String
  let runs = LongRuns()
  /// Stays open: nearly every page asks.
  private let openStore: OpenStore
  private let state = Mutex(State())

  private struct State {
    var reading: Task<Room, any Error>?
    var stamp: [String] = []
    var versions: [Version]?
    var versionStamp: [String] = []
    var decided: Decided?
    /// When the files were last looked at.
    var looked: ContinuousClock.Instant?
  }

  init(folder: String) {
    self.folder = folder
    openStore = OpenStore(folder: folder)
  }

  private var store: Versions { Versions(folder: folder, store: openStore) }

  // MARK: The room

  /// The programme as its files stand now.
  ///
  /// - Throws: `Workspace.Invalid` when they cannot be used.
  func room() async throws -> Room {
    // Files are looked at a few times a second at most, however many ask.
    let now = ContinuousClock.now
    let known = state.withLock { state in state.looked.map { now - $0 < Self.patience } ?? false ? state.reading : nil }
    if let known { return try await known.value }
    let stamp = self.stamp(of: filesOfWorkspace)
    return try await state.withLock { state -> Task<Room, any Error> in
      state.looked = now
      if let reading = state.reading, state.stamp == stamp { return reading }
      let (folder, store) = (folder, openStore)
      let reading = Task { try await Blocking.run { try Self.read(folder, store) } }
      state.reading = reading
      state.stamp = stamp
      return reading
    }.value
  }

  private static let patience = Duration.milliseconds(250)

  private static func read(_ folder: String, _ store: OpenStore) throws -> Room {
    let workspace = try Workspace(folder: folder)
    let versions = try Versions(folder: folder, store: store).all()
    let missing = workspace.missingVersions(among: versions)
    guard missing.isEmpty else { throw Workspace.Invalid(missing) }
    return Room(workspace, versions: versions, store: store)
  }

  private var filesOfWorkspace: [String] {
    let files = WorkspaceFiles(folder: folder)
    return files.inputs.map(files.path)
  }

  /// Size and time of change of files: what tells that one has changed.
  private func stamp(of files: [String]) -> [String] {
    files.map { file in
      let found = try? FileManager.default.attributesOfItem(atPath: file)
      let time = (found?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(file) \(found?[.size] ?? 0) \(time)"
    }
  }

  // MARK: Versions

  /// The plans that are kept, the oldest first.
  func versions() async throws -> [Version] {
    let path = (folder as NSString).appendingPathComponent("etapp.sqlite")
    let stamp = stamp(of: [path, path + "-wal"])
    if let known = state.withLock({ $0.versionStamp == stamp ? $0.versions : nil }) { return known }
    let store = store
    let versions = try await Blocking.run { try store.all() }
    state.withLock { state in
      state.versions = versions
      state.versionStamp = stamp
    }
    return versions
  }

  /// What was decided: adopted plans, and what is public. Every page asks, so it is read again only when something was
  /// written.
  func decided(_ accounts: Accounts) throws -> Decided {
    let stamp = storeStamp
    if let known = state.withLock({ $0.decided }), known.stamp == stamp { return known }
    let decided = Decided(stamp: stamp, adoptions: try accounts.adoptions(), publications: try accounts.publications())
    state.withLock { $0.decided = decided }
    return decided
  }

  /// Tells that a file of the workspace was changed since.
  var filesStamp: String { stamp(of: filesOfWorkspace).joined(separator: " ") }

  /// Tells that something was written to the store since.
  var storeStamp: String {
    let path = (folder as NSString).appendingPathComponent("etapp.sqlite")
    return stamp(of: [path, path + "-wal"]).joined(separator: " ")
  }

  /// Keeps a plan under a name.
  func keep(_ plan: Plan, in room: Room, name: String?, note: String?, by actor: Registry.Actor) throws -> String {
    let receipt = try store.keep(
      plan, of: room.assignment, offices: room.workspace.geography.offices, name: name, note: note,
      stored: actor.at.description, by: actor)
    state.withLock { $0.versions = nil }
    return receipt.name
  }

  /// The workspace is read again at the next question.
  func forget() {
    state.withLock { state in
      state.reading = nil
      state.versions = nil
      state.decided = nil
    }
  }
}

/// What was decided about plans, and about what everybody may see.
struct Decided: Sendable {
  fileprivate let stamp: String
  let adoptions: [Adoption]
  let publications: [Publication]

  /// The plan in force.
  var plan: String? { adoptions.last?.plan }

  /// Nothing is public before somebody has made it so.
  func isPublic(_ matter: Publication.Matter) -> Bool { publications.last { $0.matter == matter }?.isPublic ?? false }
}
