import Foundation
import Testing

/// The repository as files: what the tests of this target read.
enum Repository {
  /// Three folders above this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Folders that hold what was built, fetched or made by a run.
  private static let notOurs: Set<String> = [".build", ".deps", ".git", "demo", ".swiftpm", "__pycache__"]

  /// A file of the repository: its path from the root, and its text.
  struct File: Sendable, CustomTestStringConvertible {
    let path: String

    var text: String {
      (try? String(contentsOf: Repository.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines without comments, and without lines that are nothing else.
    var code: String { lines.map { String($0).withoutComment }.filter { !$0.isEmpty }.joined(separator: "\n") }

    var testDescription: String { path }
  }

  static func file(_ path: String) -> File { File(path: path) }

  /// Every file under a folder whose name ends in one of the extensions; all of them when none is given.
  static func files(under folder: String = "", _ extensions: String...) -> [File] {
    let start = folder.isEmpty ? root : root.appendingPathComponent(folder)
    guard
      let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: [.isRegularFileKey], options: [])
    else { return [] }
    var files: [File] = []
    for case let url as URL in walk {
      if notOurs.contains(url.lastPathComponent) {
        walk.skipDescendants()
      } else if (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true,
        extensions.isEmpty || extensions.contains(url.pathExtension)
      {
        files.append(File(path: String(url.standardizedFileURL.path.dropFirst(root.path.count + 1))))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// The names of the targets that make up the program.
  static var rooms: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path)
    return (names ?? []).filter { $0.hasPrefix("Etapp") }.sorted()
  }
}

extension String {
  /// The line up to `//`, unless that stands inside a string (as in an address).
  fileprivate var withoutComment: String {
    var quoted = false
    var previous: Character = " "
    for index in indices {
      let character = self[index]
      if character == "\"", previous != "\\" { quoted.toggle() }
      if character == "/", previous == "/", !quoted {
        let end = self.index(before: index)
        return String(self[..<end]).trimmingCharacters(in: .whitespaces)
      }
      previous = character
    }
    return trimmingCharacters(in: .whitespaces)
  }

  /// What the first group of an expression matches, for every match.
  func matches(of pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern, options: [.anchorsMatchLines]) else { return [] }
    return expression.matches(in: self, range: NSRange(startIndex..., in: self)).compactMap { match in
      Range(match.range(at: match.numberOfRanges > 1 ? 1 : 0), in: self).map { String(self[$0]) }
    }
  }

  /// Whether a word stands in the text with no letter, digit, `_` or `-` beside it.
  func hasWord(_ word: String) -> Bool {
    let escaped = NSRegularExpression.escapedPattern(for: word)
    return !matches(of: "(?<![\\p{L}\\p{N}_-])\(escaped)(?![\\p{L}\\p{N}_-])").isEmpty
  }
}
