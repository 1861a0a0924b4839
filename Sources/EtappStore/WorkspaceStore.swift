package import EtappModel
import Foundation

/// Everything that a workspace keeps: plans, log, register, dialogue, decisions, and the files of the register.
package struct WorkspaceStore: Sendable {
  /// The workspace.
  package let folder: String
  package let plans: PlanStore
  package let files: FileStore

  /// Opens the store of a workspace for reading and writing, making what is not there.
  ///
  /// - Parameter isShared: Whether several ask at the same time, of a store that stays open.
  package init(
    writing folder: String, fileLimit: Int = FileStore.standardLimit, isShared: Bool = false
  ) throws(StoreFailure) {
    self.folder = folder
    plans = try PlanStore(writing: Self.database(in: folder), isShared: isShared)
    files = FileStore(workspace: folder, limit: fileLimit)
  }

  /// Opens the store of a workspace for reading, also where nothing may be written.
  ///
  /// - Returns: nil when there is none.
  package static func reading(_ folder: String) throws(StoreFailure) -> WorkspaceStore? {
    guard let plans = try PlanStore.reading(database(in: folder)) else { return nil }
    return WorkspaceStore(folder: folder, plans: plans, files: FileStore(workspace: folder))
  }

  private init(folder: String, plans: PlanStore, files: FileStore) {
    self.folder = folder
    self.plans = plans
    self.files = files
  }

  static func database(in folder: String) -> String {
    (folder as NSString).appendingPathComponent(PlanStore.fileName)
  }

  package var log: EventLog { EventLog(plans) }

  package var dialogue: DialogueStore { DialogueStore(plans) }

  package var decisions: DecisionStore { DecisionStore(plans) }

  /// The register, which counts as the programme says; by year and serial where it says nothing.
  package func register(_ correspondence: Correspondence? = nil) -> Register {
    Register(
      plans, files: files, numbers: correspondence?.numbers ?? .standard,
      classification: correspondence?.classification ?? "")
  }
}
