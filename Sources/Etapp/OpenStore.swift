import EtappStore
import Foundation
import Synchronization

/// The store of a workspace for a program that asks often: opened when first asked, and then kept open.
package final class OpenStore: Sendable {
  private let folder: String
  private let store = Mutex<WorkspaceStore?>(nil)

  /// - Parameter folder: The workspace's folder.
  package init(folder: String) { self.folder = folder }

  func get() throws(StoreFailure) -> WorkspaceStore {
    try store.withLock { store throws(StoreFailure) -> WorkspaceStore in
      if let store { return store }
      let new = try WorkspaceStore(writing: folder, isShared: true)
      store = new
      return new
    }
  }
}
