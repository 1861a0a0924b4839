import Foundation
import GRDB

/// The file `etapp.head` beside the database: the head of the log in a second place.
///
/// It follows the log and may lag behind it by what was written last, never run ahead. It is written in place within one
/// block and without waiting for the disk, so that it costs nothing: after a power cut an earlier head is as good.
struct HeadFile: Sendable {
  static let name = "etapp.head"

  let path: String

  init(besides database: String) {
    path = ((database as NSString).deletingLastPathComponent as NSString).appendingPathComponent(Self.name)
  }

  /// What the file says; nil when it is not there or says nothing that can be read.
  func read() -> ChainHead? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return ChainHead(String(decoding: data, as: UTF8.self))
  }

  // MARK: Writing

  /// Makes the file while the log is still empty; a log that has events and no head has lost it, and `verify` says so.
  func begin(_ database: Database) {
    guard let head = try? ChainHead.kept(in: database), head.count == 0,
      !FileManager.default.fileExists(atPath: path)
    else { return }
    write(head)
  }

  /// Follows the log to its head, unless what the file says has no place in the log: then it stays, as the witness.
  ///
  /// What it follows is committed already, so that no trouble here may look like a failed write.
  func follow(_ database: Database) {
    guard let old = read(), let head = try? ChainHead.kept(in: database), head.count > old.count,
      (try? Self.holds(old, database)) ?? false
    else { return }
    write(head)
  }

  /// Puts the head of the log in place, whatever was there: after a restore, or when a person vouches for the log.
  func replace(_ database: Database) throws { write(try ChainHead.kept(in: database)) }

  /// Whether the log has the event that a head tells of.
  static func holds(_ head: ChainHead, _ database: Database) throws -> Bool {
    guard head.count > 0 else { return true }
    let hash = try Data.fetchOne(database, sql: "SELECT hash FROM event WHERE number = ?", arguments: [head.count])
    return hash.map { Array($0) } == head.fingerprint.bytes
  }

  /// A folder that cannot be written to has no head; `verify` says so.
  private func write(_ head: ChainHead) {
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    defer { close(file) }
    let line = Array("\(head)\n".utf8)
    _ = pwrite(file, line, line.count, 0)
  }
}
