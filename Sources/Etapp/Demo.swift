import CShippedFiles
import Foundation

/// The example that is shipped inside the program.
public enum Demo {
  /// What its folder is called when no other name is given.
  public static let folderName = "servicekontor-2021"

  /// What a folder is to the demonstration.
  public enum Folder: Hashable, Sendable {
    /// There is nothing there, or an empty folder.
    case free
    /// It holds the example as it was shipped, beside whatever was made from it.
    case unchanged
    /// It holds something else, or the example with changes in these files.
    case taken(changed: [String])
  }

  /// Looks at a folder before anything is written to it.
  public static func look(at folder: String) -> Folder {
    let manager = FileManager.default
    guard let present = try? manager.contentsOfDirectory(atPath: folder) else {
      return manager.fileExists(atPath: folder) ? .taken(changed: []) : .free
    }
    guard present.contains(where: { !$0.hasPrefix(".") }) else { return .free }
    guard present.contains("programme.yaml") else { return .taken(changed: []) }
    let changed = files.filter { manager.contents(atPath: path($0.path, in: folder)) != $0.data }.map(\.path)
    return changed.isEmpty ? .unchanged : .taken(changed: changed)
  }

  /// Copies the example into a folder, over what is there.
  public static func write(to folder: String) throws {
    try ShippedFile.write(files, to: folder)
  }

  private static func path(_ file: String, in folder: String) -> String {
    (folder as NSString).appendingPathComponent(file)
  }

  private static var files: [(path: String, data: Data)] {
    (0..<etapp_example_count()).map { ShippedFile.content(of: etapp_example_file($0)) }
  }
}

/// Files inside the program.
enum ShippedFile {
  static func content(of file: etapp_shipped_file) -> (path: String, data: Data) {
    (String(cString: file.path), Data(bytes: file.bytes, count: file.size))
  }

  /// Writes files into a folder, each whole or not at all.
  static func write(_ files: [(path: String, data: Data)], to folder: String) throws {
    for file in files {
      let url = URL(fileURLWithPath: folder, isDirectory: true).appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.data.write(to: url, options: .atomic)
    }
  }
}
