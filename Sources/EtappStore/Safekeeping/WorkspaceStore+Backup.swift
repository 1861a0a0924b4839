import EtappModel
import Foundation
import GRDB

extension WorkspaceStore {
  /// Writes one file with everything that the workspace keeps, as it is at one moment; others may go on writing.
  ///
  /// - Parameters:
  ///   - file: A file that is not there yet; it appears when it is whole.
  ///   - others: Files of the workspace that go along, `programme.yaml`, `layers/areas.geojson`, from its folder.
  ///   - act: Who takes the backup, for the log; the event comes after the backup and is not in it.
  package func backup(to file: String, including others: [String] = [], _ act: Act? = nil) throws(StoreFailure) {
    let name = (file as NSString).lastPathComponent
    guard !FileManager.default.fileExists(atPath: file) else { throw .occupied(file) }
    let part = file + ".part"
    do {
      try Self.removeDatabase(part)
      let backup = try BackupFile(making: part)
      try backup.take(plans)
      try addFiles(to: backup, others)
      try backup.close()
      try FileManager.default.moveItem(atPath: part, toPath: file)
    } catch {
      try? Self.removeDatabase(part)
      throw StoreFailure(error, file: name)
    }
    if let act {
      try log.append(
        actor: act.actor, action: "backup.made", subject: "workspace", reason: act.reason,
        details: EventDetails(note: name).json, at: act.at)
    }
  }

  /// A few files at a time, so that memory holds no more than those.
  private func addFiles(to backup: BackupFile, _ others: [String]) throws {
    var batch = Batch<(path: String, content: [UInt8])>()
    for text in try backup.filesNeeded() {
      // What is missing or damaged is no reason to have no backup of the rest; `verify` tells of it, here and there.
      guard let fingerprint = Fingerprint(text), let content = try? files.read(fingerprint) else { continue }
      let path = FileStore.folderName + "/\(text.prefix(2))/\(text.dropFirst(2))"
      if let full = batch.add((path, content), bytes: content.count) { try backup.add(full) }
    }
    try backup.add(batch.items)
    for path in others where Self.isInside(path) {
      let full = (folder as NSString).appendingPathComponent(path)
      guard let content = FileManager.default.contents(atPath: full) else { throw StoreFailure.cannotRead(path) }
      try backup.add([(path, [UInt8](content))])
    }
  }

  private static func removeDatabase(_ path: String) throws {
    for ending in ["", "-journal", "-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
  }

  /// Whether a path from a folder stays in it.
  private static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.isEmpty && parts.allSatisfy { !["", ".", ".."].contains($0) && !$0.utf8.contains(0) }
  }

  // MARK: Restoring

  /// Puts a backup into a folder in which nothing of it is yet, and verifies what came out.
  ///
  /// All is made beside and moved in at the end, so that a restoring that was cut short leaves nothing that looks whole.
  package static func restore(_ file: String, into folder: String) throws(StoreFailure) -> Report {
    let name = (file as NSString).lastPathComponent
    guard FileManager.default.fileExists(atPath: file) else { throw .noBackup(name) }
    let workshop = (folder as NSString).appendingPathComponent(".restoring")
    do {
      let backup = try BackupFile(reading: file)
      let paths = try backup.paths().filter(isInside)
      try refuse(occupied: paths, in: folder)
      try? FileManager.default.removeItem(atPath: workshop)
      try FileManager.default.createDirectory(atPath: workshop, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: workshop) }
      try unpack(backup, paths, into: workshop)
      try moveIn(paths, from: workshop, to: folder)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT {
      throw .noBackup(name)
    } catch {
      throw StoreFailure(error, file: name)
    }
    let store = try WorkspaceStore(writing: folder)
    try store.plans.read { try HeadFile(besides: database(in: folder)).replace($0) }
    return try store.verify()
  }

  private static func refuse(occupied paths: [String], in folder: String) throws {
    let own = [PlanStore.fileName, PlanStore.fileName + "-wal", HeadFile.name, FileStore.folderName]
    for path in own + paths where FileManager.default.fileExists(atPath: folder + "/" + path) {
      throw StoreFailure.occupied(path)
    }
  }

  private static func unpack(_ backup: BackupFile, _ paths: [String], into workshop: String) throws {
    try backup.give(to: workshop + "/" + PlanStore.fileName)
    let files = FileStore(workspace: workshop, limit: .max)
    var batch = Batch<[UInt8]>()
    for path in paths {
      // What is no longer what it was is left out, and found missing afterwards.
      guard let content = try backup.content(of: path) else { continue }
      if path.hasPrefix(FileStore.folderName + "/") {
        if let full = batch.add(content, bytes: content.count) { _ = try files.keep(full) }
      } else {
        let target = workshop + "/" + path
        try FileManager.default.createDirectory(
          atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(content).write(to: URL(fileURLWithPath: target))
      }
    }
    _ = try files.keep(batch.items)
  }

  /// The database last: while it is not there, nothing takes the folder for a workspace that keeps anything.
  private static func moveIn(_ paths: [String], from workshop: String, to folder: String) throws {
    let manager = FileManager.default
    let others = paths.filter { !$0.hasPrefix(FileStore.folderName + "/") }
    for path in [FileStore.folderName] + others + [PlanStore.fileName] {
      guard manager.fileExists(atPath: workshop + "/" + path) else { continue }
      let target = folder + "/" + path
      try manager.createDirectory(
        atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try manager.moveItem(atPath: workshop + "/" + path, toPath: target)
    }
  }
}

/// Files that are written together, since each wait for the disk costs as much as many files do.
private struct Batch<Item> {
  private(set) var items: [Item] = []
  private var bytes = 0

  /// Adds a file; gives back all of them once they are many, or great, and begins anew.
  mutating func add(_ item: Item, bytes count: Int) -> [Item]? {
    items.append(item)
    bytes += count
    guard items.count >= 500 || bytes >= 16_000_000 else { return nil }
    defer { (items, bytes) = ([], 0) }
    return items
  }
}
