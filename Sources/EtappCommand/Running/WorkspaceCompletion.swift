import Foundation

/// What the shell offers for DIR: folders that are workspaces, else folders on the way to one.
enum WorkspaceCompletion {
  static func folders(_ typed: String) -> [String] {
    let typed = typed.trimmingCharacters(in: CharacterSet(charactersIn: "'\""))
    let slash = typed.lastIndex(of: "/").map(typed.index(after:)) ?? typed.startIndex
    let (parent, beginning) = (String(typed[..<slash]), String(typed[slash...]))
    let folders = names(in: parent.isEmpty ? "." : parent).filter { $0.hasPrefix(beginning) }.map { parent + $0 }
    let workspaces = folders.filter(isWorkspace)
    let here = beginning.isEmpty && parent.isEmpty && isWorkspace(".") ? ["."] : []
    return here + (workspaces.isEmpty ? folders.map { $0 + "/" } : workspaces)
  }

  private static func names(in folder: String) -> [String] {
    let manager = FileManager.default
    return ((try? manager.contentsOfDirectory(atPath: folder)) ?? []).filter { name in
      guard !name.hasPrefix(".") else { return false }
      var isFolder: ObjCBool = false
      let path = (folder as NSString).appendingPathComponent(name)
      return manager.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
    .sorted()
  }

  private static func isWorkspace(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: (folder as NSString).appendingPathComponent("programme.yaml"))
  }
}
