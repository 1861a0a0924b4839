import CShippedFiles
public import EtappModel
import Foundation

/// A small, commented workspace to begin from.
public enum NewWorkspace {
  /// Whether a folder is missing or empty, so that a workspace may be made there.
  public static func isFree(_ folder: String) -> Bool {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return true }
    guard let present = try? manager.contentsOfDirectory(atPath: folder) else { return false }
    return !present.contains { !$0.hasPrefix(".") }
  }

  /// Writes the files; comments and titles are in the language asked for.
  ///
  /// - Returns: The names of the files, in the order to read them.
  public static func write(to folder: String, language: Language) throws -> [String] {
    let files = files(language)
    try ShippedFile.write(files, to: folder)
    return files.map(\.path)
  }

  private static func files(_ language: Language) -> [(path: String, data: Data)] {
    let all = (0..<etapp_blank_count()).map { ShippedFile.content(of: etapp_blank_file($0)) }
    let programme = language == .swedish ? "programme.sv.yaml" : "programme.yaml"
    return all.compactMap { file in
      guard file.path.hasPrefix("programme."), file.path.hasSuffix(".yaml") else { return file }
      return file.path == programme ? ("programme.yaml", file.data) : nil
    }
  }
}
