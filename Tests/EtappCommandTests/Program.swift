import Foundation
import Testing

/// The built program, run as a process: what a user meets.
enum Program {
  /// What a run left behind.
  struct Run {
    var exit: Int32
    var output: String
    var errors: String

    /// The output as one JSON document.
    func document() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    }
  }

  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Beside the tests, where the package manager puts it.
  private static let binary: URL = {
    let beside = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent().appendingPathComponent("etapp") }
    let built = root.appendingPathComponent(".build/debug/etapp")
    return beside.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? built
  }()

  static func run(_ arguments: [String], input: String? = nil) throws -> Run {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "en_GB.UTF-8"
    process.environment = environment
    try process.run()
    if let input { feed.fileHandleForWriting.write(Data(input.utf8)) }
    try feed.fileHandleForWriting.close()
    // Errors are few; the output is read first, to its end.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      exit: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self))
  }

  /// A fresh workspace, made by the program itself, in a folder whose name is not plain.
  static func workspace(_ change: (String) -> String = { $0 }) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mitt område \(UUID().uuidString)").path
    let made = try run(["new", folder])
    #expect(made.exit == 0, "\(made.errors)")
    let programme = folder + "/programme.yaml"
    let text = try String(contentsOfFile: programme, encoding: .utf8)
    try change(text).write(toFile: programme, atomically: true, encoding: .utf8)
    return folder
  }
}
