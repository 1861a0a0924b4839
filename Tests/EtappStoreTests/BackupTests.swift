import EtappModel
import Foundation
import GRDB
import Testing

@testable import EtappStore

@Suite struct `Backup and restore` {
  private let folder: StoreFolder
  private let store: WorkspaceStore
  private var file: String { folder.path + "/copy.etapp" }

  init() throws {
    folder = try StoreFolder()
    store = try folder.open()
    _ = try store.register().add((1...5).map { Cast.draft($0) }, Cast.act())
    _ = try store.dialogue.apply(.owner("Åsa"), to: "2260", Cast.act())
    try "programme: P\n".write(toFile: folder.path + "/programme.yaml", atomically: true, encoding: .utf8)
  }

  /// Every table of a store as text, row by row.
  private func dump(_ path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { database in
      let tables = try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
      return try tables.flatMap { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
      }
    }
  }

  @Test func `brings back all there was, and verifies`() throws {
    try store.backup(to: file, including: ["programme.yaml"], Cast.act())
    let other = try StoreFolder()
    let report = try WorkspaceStore.restore(file, into: other.path)
    #expect(report.findings.isEmpty, "\(report.findings)")
    #expect(report.files == 10 && report.events == 6)
    let restored = try other.open()
    #expect(try restored.register().list() == (try store.register().list()))
    #expect(try restored.dialogue.all() == (try store.dialogue.all()))
    #expect(try restored.register().search("oktober").count == 5)
    #expect(try String(contentsOfFile: other.path + "/programme.yaml", encoding: .utf8) == "programme: P\n")
    #expect(try store.log.events().last?.action == "backup.made")
    // Only what was kept after the backup differs.
    let left = Set(try dump(folder.database))
    let right = Set(try dump(other.database))
    #expect(right.subtracting(left).allSatisfy { $0.hasPrefix("chain ") })
    #expect(!FileManager.default.fileExists(atPath: other.path + "/.restoring"))
  }

  @Test func `writes over nothing`() throws {
    try store.backup(to: file)
    #expect(throws: StoreFailure.occupied(file)) { try store.backup(to: file) }
    #expect(throws: StoreFailure.occupied(PlanStore.fileName)) { try WorkspaceStore.restore(file, into: folder.path) }
    let other = try StoreFolder()
    let with = folder.path + "/with.etapp"
    try store.backup(to: with, including: ["programme.yaml"])
    try "mine".write(toFile: other.path + "/programme.yaml", atomically: true, encoding: .utf8)
    #expect(throws: StoreFailure.occupied("programme.yaml")) { try WorkspaceStore.restore(with, into: other.path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["programme.yaml"])
  }

  @Test func `refuses what is no backup`() throws {
    let other = try StoreFolder()
    #expect(throws: StoreFailure.noBackup("etapp.sqlite")) {
      try WorkspaceStore.restore(folder.database, into: other.path)
    }
    try Data(repeating: 7, count: 5000).write(to: URL(fileURLWithPath: file))
    #expect(throws: StoreFailure.noBackup("copy.etapp")) { try WorkspaceStore.restore(file, into: other.path) }
    #expect(throws: StoreFailure.noBackup("none")) {
      try WorkspaceStore.restore(other.path + "/none", into: other.path)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path).isEmpty)
  }

  @Test func `stays in its folder, whatever a backup says`() throws {
    try store.backup(to: file)
    let queue = try DatabaseQueue(path: file)
    let content = Data("x".utf8)
    try queue.write { database in
      for path in ["../evil", "/evil", "a/../../evil", "", ".", "a//b", "register/files/../../../evil"] {
        try database.execute(
          sql: "INSERT INTO backupFile VALUES (?, ?, ?)", arguments: [path, "\(Fingerprint(of: content))", content])
      }
    }
    try queue.close()
    let other = try StoreFolder()
    let inner = other.path + "/inner"
    #expect(try WorkspaceStore.restore(file, into: inner).findings.isEmpty)
    #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["inner"])
  }

  @Test func `says what a damaged backup no longer holds`() throws {
    try store.backup(to: file)
    let queue = try DatabaseQueue(path: file)
    try queue.write {
      try $0.execute(sql: "UPDATE backupFile SET content = CAST(content || x'00' AS BLOB) WHERE rowid = 1")
    }
    try queue.close()
    let other = try StoreFolder()
    #expect(try WorkspaceStore.restore(file, into: other.path).findings.map(\.kind) == [.fileMissing])
    #expect(throws: StoreFailure.cannotRead("nothing.yaml")) {
      try store.backup(to: folder.path + "/other.etapp", including: ["nothing.yaml"])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/other.etapp.part"))
  }

  @Test func `is of one moment while others write`() async throws {
    let path = folder.path
    let backups = try await withThrowingTaskGroup(of: Int.self) { group in
      group.addTask {
        let writer = try WorkspaceStore(writing: path)
        for number in 100..<130 {
          _ = try writer.register().add(Cast.draft(number), Cast.act())
          _ = try writer.register().link("2021-00001", caseNumber: "A-\(number)", Cast.act())
        }
        return 0
      }
      group.addTask {
        let reader = try WorkspaceStore(writing: path)
        for number in 0..<3 {
          let copy = "\(path)/copy-\(number)"
          try reader.backup(to: copy)
          let report = try WorkspaceStore.restore(copy, into: "\(path)/restored-\(number)")
          #expect(report.findings.isEmpty, "\(report.findings)")
        }
        return 3
      }
      return try await group.reduce(0, +)
    }
    #expect(backups == 3)
    #expect(try store.verify().findings.isEmpty)
  }
}
