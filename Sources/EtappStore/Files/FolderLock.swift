import Foundation

/// Holds a folder for one of several processes; whoever comes second waits.
///
/// The lock is on the folder and not on a file in it: closing a database's file anywhere in a process would lift the locks
/// that SQLite itself holds on it. It ends with the process, whatever happens to it. Where a file system has no such
/// locks, nobody waits.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  init(_ folder: String) {
    descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
