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
      let (files, folders) = (files, folders)
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
  ///
  /// Threads of our own and not those of a queue, which has as many as there are processors: these only wait. Measured on ext4,
  /// 100 files take 0.41 s one after the other, 0.29 s two at a time, and 0.08 s sixteen at a time.
  private func inParallel(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
    let lanes = min(count, 16)
    let waiting = Lanes(lanes)
    for lane in 0..<lanes {
      Thread.detachNewThread {
        var failure: (any Error)?
        for index in stride(from: lane, to: count, by: lanes) where failure == nil {
          do { try work(index) } catch { failure = error }
        }
        waiting.leave(failure)
      }
    }
    if let failure = waiting.wait() { throw failure }
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

/// Work that is done in several threads: how many are still at it, and what the first of them to fail said.
private final class Lanes: @unchecked Sendable {
  private let condition = NSCondition()
  private var count: Int
  private var failure: (any Error)?

  init(_ count: Int) {
    self.count = count
  }

  func leave(_ failure: (any Error)?) {
    condition.withLock {
      self.failure = self.failure ?? failure
      count -= 1
      condition.signal()
    }
  }

  /// Waits until all have left.
  func wait() -> (any Error)? {
    condition.withLock {
      while count > 0 { condition.wait() }
      return failure
    }
  }
}
