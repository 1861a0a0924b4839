import Dispatch
import Foundation

/// Files on their way to the disk: written under names of their own, synced, renamed, and the folders synced.
struct FileWriting {
  /// What the system said.
  struct Failure: Error {
    let reason: String

    /// The trouble of the call before.
    static func now() -> Failure { Failure(reason: String(cString: strerror(errno))) }
  }

  private let files: [(content: [UInt8], temporary: String, path: String)]
  private let folders: [String]

  init(of contents: [Fingerprint: [UInt8]], in store: FileStore) {
    let suffix = ".\(UUID().uuidString).part"
    files = contents.map { fingerprint, content in
      let path = store.path(of: fingerprint)
      return (content, path + suffix, path)
    }
    folders = Set(files.map { ($0.path as NSString).deletingLastPathComponent }).sorted() + [store.folder]
  }

  /// Several wait for the disk at once, since a journal takes them together.
  func run() throws(Failure) {
    do {
      for folder in folders { try makeFolder(folder) }
      try inParallel(files.count) { index in try Self.write(files[index].content, to: files[index].temporary) }
      for file in files where rename(file.temporary, file.path) != 0 { throw Failure.now() }
      try inParallel(folders.count) { index in try Self.sync(folder: folders[index]) }
    } catch {
      for file in files { unlink(file.temporary) }
      throw error as? Failure ?? Failure(reason: error.localizedDescription)
    }
  }

  private func makeFolder(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Does each piece of work and throws what the first of them threw.
  private func inParallel(_ count: Int, _ work: @Sendable (Int) throws -> Void) throws {
    let failures = Failures()
    DispatchQueue.concurrentPerform(iterations: min(count, 8)) { lane in
      for index in stride(from: lane, to: count, by: 8) {
        do { try work(index) } catch { failures.add(error) }
      }
    }
    if let first = failures.first { throw first }
  }

  private static func write(_ content: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o444)
    guard file >= 0 else { throw Failure.now() }
    defer { close(file) }
    var rest = content[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Failure.now() }
      rest = rest.dropFirst(written)
    }
    guard fsync(file) == 0 else { throw Failure.now() }
  }

  private static func sync(folder: String) throws {
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { throw Failure.now() }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw Failure.now() }
  }
}

/// What went wrong in work done in parallel.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var all: [any Error] = []

  func add(_ failure: any Error) { lock.withLock { all.append(failure) } }

  var first: (any Error)? { lock.withLock { all.first } }
}
